//! The counts of a report as unknowns, and what constrains them: all that a
//! reader can reckon with.

use std::collections::HashMap;

use super::between_reports::{ReportSums, sums_between};
use super::figure::Figure;
use super::places::ReportPlace;
use crate::report::model::{Cell, Constraint, DerivedFrom, Place, Profile, Table};

/// A count that a reader would like to know.
#[derive(Debug)]
pub struct Unknown {
    /// What it is.
    pub truth: i64,
    /// The least that it can be, by what is shown of itself.
    pub least: i64,
    /// The most that it can be.
    pub most: i64,
    /// Whether it is seen, rounded.
    pub shown: bool,
    /// Whether it is a total of several rows, which other reports show as well.
    pub is_total: bool,
    /// Where it stands: in which report, and at which place of it.
    pub places: Vec<ReportPlace>,
    /// The sums it is in: which, with which sign, at which position.
    pub sums: Vec<(usize, i64, usize)>,
}

/// A signed sum of unknowns that is 0, or at most 0.
#[derive(Debug)]
pub struct Sum {
    /// The unknowns with their signs.
    pub terms: Vec<(usize, i64)>,
    /// By how much it may grow; `None` where it is 0 and stays so.
    pub room: Option<i64>,
}

impl Sum {
    /// How far a sum that has changed by so much is from what it must be.
    pub fn excess(&self, change: i64) -> i64 {
        match self.room {
            None => change,
            Some(room) => (change - room).max(0),
        }
    }
}

/// Unknowns, and what their sums must be.
#[derive(Debug, Default)]
pub struct Constraints {
    /// The unknowns. A count of 0 is known, and none of them.
    pub unknowns: Vec<Unknown>,
    /// The sums.
    pub sums: Vec<Sum>,
    at: HashMap<ReportPlace, usize>,
}

/// Larger than any count.
pub const NO_LIMIT: i64 = i64::MAX / 4;

impl Constraints {
    /// The constraints of the tables of reports that are read together.
    pub fn of(reports: &[&[Table]], profile: Profile) -> Self {
        let mut constraints = Self::default();
        for (report, tables) in reports.iter().enumerate() {
            for table in *tables {
                constraints.add_counts(report, table, profile);
            }
        }
        for (report, tables) in reports.iter().enumerate() {
            for table in *tables {
                constraints.add_constraints(report, table);
            }
        }
        for ReportSums { left, right, exact } in sums_between(reports) {
            constraints.add_pair(&left, &right, exact);
        }
        constraints
    }

    fn add_counts(&mut self, report: usize, table: &Table, profile: Profile) {
        for (column, of_column) in table.columns.iter().enumerate() {
            if !matches!(of_column.derived_from, DerivedFrom::Itself | DerivedFrom::Share { part: "", .. }) {
                continue;
            }
            let place = |row| (report, Place { table: table.name, row, column: of_column.key });
            let mut rows = Vec::new();
            for (row, cells) in table.rows.iter().enumerate() {
                if let Some(count) = cells.get(column).and_then(counted).filter(|count| *count > 0) {
                    rows.push(self.add(count, profile, place(Some(row))));
                }
            }
            let total = table.totals.as_ref().and_then(|totals| totals.get(column)).and_then(counted);
            let Some(total) = total.filter(|total| *total > 0) else { continue };
            let is_sum = rows.iter().map(|row| self.unknowns[*row].truth).sum::<i64>() == signed(total);
            if let ([only], true) = (&rows[..], is_sum) {
                // One row and its total are one figure.
                self.unknowns[*only].places.push(place(None));
                self.at.insert(place(None), *only);
                continue;
            }
            let whole = self.add(total, profile, place(None));
            self.unknowns[whole].is_total = true;
            if is_sum {
                self.add_sum(rows.into_iter().map(|row| (row, 1)).chain([(whole, -1)]).collect(), None);
            }
        }
    }

    fn add(&mut self, count: u64, profile: Profile, place: ReportPlace) -> usize {
        let (least, most) = profile.feasible_range(count);
        let shown = profile.figure(count) != Figure::KeptBack;
        let (truth, least, most) = (signed(count), signed(least), signed(most));
        self.unknowns.push(Unknown {
            truth,
            least,
            most,
            shown,
            is_total: false,
            places: vec![place],
            sums: Vec::new(),
        });
        self.at.insert(place, self.unknowns.len() - 1);
        self.unknowns.len() - 1
    }

    fn add_constraints(&mut self, report: usize, table: &Table) {
        for constraint in &table.constraints {
            let of_rows = |left: &[&'static str], right: &[&'static str], exact| {
                let place = |row, column: &&'static str| Place { table: table.name, row: Some(row), column };
                let sides = move |row| [left, right].map(|side| side.iter().map(|key| place(row, key)).collect());
                (0..table.rows.len()).map(|row| (sides(row), exact)).collect::<Vec<([Vec<Place>; 2], bool)>>()
            };
            let pairs = match constraint {
                Constraint::Columns { left, right, exact } => of_rows(left, right, *exact),
                Constraint::Within { part, whole } => of_rows(&[part], &[whole], false),
                Constraint::Places { left, right, exact } => vec![([left.clone(), right.clone()], *exact)],
            };
            for (sides, exact) in pairs {
                let [left, right] = sides.map(|side| side.into_iter().map(|place| (report, place)).collect::<Vec<_>>());
                self.add_pair(&left, &right, exact);
            }
        }
    }

    fn add_pair(&mut self, left: &[ReportPlace], right: &[ReportPlace], exact: bool) {
        let signed = [(left, 1), (right, -1)];
        let terms = signed.into_iter().flat_map(|(places, sign)| places.iter().map(move |place| (place, sign)));
        let terms: Vec<(usize, i64)> =
            terms.filter_map(|(place, sign)| self.at.get(place).map(|unknown| (*unknown, sign))).collect();
        let sum: i64 = terms.iter().map(|(unknown, sign)| sign * self.unknowns[*unknown].truth).sum();
        // What is not so in this report is nothing to reckon with; reports check their sums themselves.
        match exact {
            true if sum == 0 => self.add_sum(terms, None),
            false if sum <= 0 => self.add_sum(terms, Some(-sum)),
            _ => {}
        }
    }

    fn add_sum(&mut self, terms: Vec<(usize, i64)>, room: Option<i64>) {
        let sum = self.sums.len();
        for (position, (unknown, sign)) in terms.iter().enumerate() {
            self.unknowns[*unknown].sums.push((sum, *sign, position));
        }
        self.sums.push(Sum { terms, room });
    }
}

/// The count in a cell; of a percentage, its part.
fn counted(cell: &Cell) -> Option<u64> {
    match cell {
        Cell::Percent(percent) => Some(percent.part()),
        Cell::Count(_)
        | Cell::Text(_)
        | Cell::Whole(_)
        | Cell::Limit(_)
        | Cell::Points(_)
        | Cell::HalfDays(_)
        | Cell::Date(_)
        | Cell::Suppressed
        | Cell::Null => cell.count(),
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(NO_LIMIT).min(NO_LIMIT)
}
