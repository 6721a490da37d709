//! How reports hang together that count the same people and are read together:
//! the steps of a preset are one publication (specification 6.3).

use crate::report::day_sums::day_sums;
use crate::report::known_sums::{EQUAL, TOTALS_WITHIN, TableColumn, WITHIN, WithoutEthnicity, without_ethnicity};
use crate::report::model::{Cell, DerivedFrom, Kind, Place, Table};

use super::places::ReportPlace;

/// Counts of several reports whose sums are equal, or of which the left is never the larger.
#[derive(Debug)]
pub struct ReportSums {
    /// One side.
    pub left: Vec<ReportPlace>,
    /// The other.
    pub right: Vec<ReportPlace>,
    /// Whether the sums are equal.
    pub exact: bool,
}

/// A table, and the report that it is in.
#[derive(Debug, Clone, Copy)]
struct ReportTable<'a> {
    report: usize,
    table: &'a Table,
}

/// What is known of tables of different reports beside one another. What does
/// not hold for these people is none: whoever takes them has to look.
pub fn sums_between<'t>(reports: &[&'t [Table]]) -> Vec<ReportSums> {
    if reports.len() < 2 {
        return Vec::new();
    }
    let of_report =
        |(report, tables): (usize, &&'t [Table])| tables.iter().map(move |table| ReportTable { report, table });
    let all: Vec<ReportTable<'t>> = reports.iter().enumerate().flat_map(of_report).collect();
    let mut sums = Vec::new();
    for (place, one) in all.iter().enumerate() {
        for other in &all[place + 1..] {
            if one.report != other.report {
                sums.extend(same_columns(*one, *other));
                sums.extend(same_columns(*other, *one));
            }
        }
    }
    sums.extend(known(&all));
    sums.extend(records(&all));
    sums.extend(of_days(&all));
    sums
}

/// Counts of the doses of some days, whatever report they are in.
fn of_days(all: &[ReportTable<'_>]) -> Vec<ReportSums> {
    let tables: Vec<&Table> = all.iter().map(|one| one.table).collect();
    let places = |side: Vec<(usize, Place)>| -> Vec<ReportPlace> {
        side.into_iter().filter_map(|(table, place)| Some((all.get(table)?.report, place))).collect()
    };
    let sums = day_sums(&tables).into_iter();
    sums.map(|sum| ReportSums { left: places(sum.left), right: places(sum.right), exact: sum.exact }).collect()
}

/// Records to mend that are people, beside tables of the same people.
fn records(all: &[ReportTable<'_>]) -> Vec<ReportSums> {
    let mut sums = Vec::new();
    for (one, other) in all.iter().flat_map(|one| all.iter().map(move |other| (*one, *other))) {
        if one.report != other.report {
            let known = without_ethnicity(one.table, other.table).into_iter();
            sums.extend(known.map(|WithoutEthnicity { records, people, exact }| ReportSums {
                left: records.into_iter().map(|row| one.at(Some(row), "records")).collect(),
                right: people.into_iter().map(|row| other.at(Some(row), "patients")).collect(),
                exact,
            }));
        }
    }
    sums
}

impl<'a> ReportTable<'a> {
    fn at(self, row: Option<usize>, column: &'static str) -> ReportPlace {
        (self.report, Place { table: self.table.name, row, column })
    }

    /// The columns that say who is counted in a row; a name beside a code says nothing more.
    fn labels(self) -> impl Iterator<Item = (usize, &'static str)> + use<'a> {
        let columns = self.table.columns.iter().enumerate();
        let labels = columns.filter(|(_, column)| match column.kind {
            Kind::Text | Kind::Code | Kind::Date => column.key != "practice_name" && column.key != "who",
            Kind::Count | Kind::Percent | Kind::Days => false,
        });
        labels.map(|(place, column)| (place, column.key))
    }

    /// The columns that count people themselves.
    fn counts(self) -> impl Iterator<Item = &'static str> + use<'a> {
        let is_count = |column: &&crate::report::model::Column| {
            column.kind == Kind::Count && column.derived_from == DerivedFrom::Itself
        };
        self.table.columns.iter().filter(is_count).map(|column| column.key)
    }

    /// The rows whose cells of these columns are these.
    fn rows(self, labels: &[(usize, &Cell)]) -> Vec<usize> {
        let is_so = |row: &&Vec<Cell>| labels.iter().all(|(place, cell)| row.get(*place) == Some(*cell));
        self.table.rows.iter().enumerate().filter(|(_, row)| is_so(row)).map(|(place, _)| place).collect()
    }
}

/// Columns of one name: their totals, and every row of the coarser table as the
/// sum of those that are parts of it.
fn same_columns(coarse: ReportTable<'_>, fine: ReportTable<'_>) -> Vec<ReportSums> {
    let both: Vec<&'static str> = coarse.counts().filter(|key| fine.table.column(key).is_some()).collect();
    let equal = |left, right| ReportSums { left, right, exact: true };
    let mut sums: Vec<ReportSums> =
        both.iter().map(|key| equal(vec![coarse.at(None, key)], vec![fine.at(None, key)])).collect();
    let places: Option<Vec<(usize, usize)>> =
        coarse.labels().map(|(own, key)| Some((own, fine.table.column(key)?))).collect();
    let Some(places) = places.filter(|places| !places.is_empty()) else { return sums };
    for (row, cells) in coarse.table.rows.iter().enumerate() {
        let labels: Vec<(usize, &Cell)> =
            places.iter().filter_map(|(own, other)| Some((*other, cells.get(*own)?))).collect();
        let parts = fine.rows(&labels);
        for key in &both {
            let parts = parts.iter().map(|part| fine.at(Some(*part), key)).collect();
            sums.push(equal(vec![coarse.at(Some(row), key)], parts));
        }
    }
    sums
}

/// What is known of columns of different names: of every practice, and in all.
fn known(all: &[ReportTable<'_>]) -> Vec<ReportSums> {
    let find = |name: &str, by_practice: bool| {
        let fits = |table: &ReportTable<'_>| !by_practice || table.labels().map(|(_, key)| key).eq(["practice_code"]);
        all.iter().filter(|table| table.table.name == name).copied().find(fits)
    };
    let place = |(name, key): &TableColumn, practice: Option<&Cell>| -> Option<ReportPlace> {
        let table = find(name, practice.is_some())?;
        let row = match practice {
            Some(code) => Some(*table.rows(&[(table.table.column("practice_code")?, code)]).first()?),
            None => None,
        };
        Some(table.at(row, key))
    };
    let equal = EQUAL.iter().map(|(left, right)| (left.to_vec(), right.to_vec(), true));
    let within = WITHIN.iter().map(|(part, whole)| (vec![*part], whole.to_vec(), false));
    let totals = TOTALS_WITHIN.iter().filter_map(|(part, whole)| {
        let side = |column| place(column, None).map(|place| vec![place]);
        Some(ReportSums { left: side(part)?, right: side(whole)?, exact: false })
    });
    let mut sums: Vec<ReportSums> = totals.collect();
    for (left, right, exact) in equal.chain(within) {
        let by_practice = left.first().and_then(|(table, _)| find(table, true));
        let codes = by_practice.and_then(|practices| Some((practices.table, practices.table.column("practice_code")?)));
        let codes = codes.into_iter().flat_map(|(table, code)| table.rows.iter().filter_map(move |row| row.get(code)));
        for practice in std::iter::once(None).chain(codes.map(Some)) {
            let side = |side: &[TableColumn]| -> Option<Vec<ReportPlace>> {
                side.iter().map(|column| place(column, practice)).collect()
            };
            if let (Some(left), Some(right)) = (side(&left), side(&right)) {
                sums.push(ReportSums { left, right, exact });
            }
        }
    }
    sums
}
