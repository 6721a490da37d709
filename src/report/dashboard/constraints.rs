//! How the sheets of the dashboard hang together: they count the same people
//! in several ways, and a reader has all of them.

use super::headline::HEADLINE;
use super::sheet_table::SheetTable;
use crate::report::day_sums::{DaySum, day_sums};
use crate::report::known_sums::{
    EQUAL, KINDS, RECORDS_BY_GROUP, TOTALS_WITHIN, TableColumn, WITHIN, WithoutEthnicity, without_ethnicity,
};
use crate::report::model::{Cell, Constraint, Place, Table};

/// The columns that every sheet of uptake has.
const UPTAKE: [&str; 5] = ["patients", "first_dose", "primary_complete", "booster", "doses_last_7_days"];
/// The sheets of everybody's uptake by other groups than practices.
const BY_OTHERS: [&str; 3] = ["ages", "inequalities", "cohorts"];

/// Says of the cover and the sheets how they hang together.
pub fn constrain_sheets(cover: &mut [Table], sheets: &mut [SheetTable]) {
    let constraints = {
        let tables: Vec<&Table> = cover.iter().chain(sheets.iter().map(|(_, table)| table)).collect();
        let mut constraints = by_practice(&tables);
        constraints.extend(totals(&tables));
        constraints.extend(sixteen_and_seventeen(&tables));
        constraints.extend(special_groups());
        constraints.extend(campaign(&tables));
        constraints.extend(weeks(&tables));
        constraints.extend(days(&tables));
        constraints.extend(outcomes(&tables));
        constraints.extend(cover_figures(&tables));
        constraints.extend(records(&tables));
        constraints
    };
    if let Some(first) = cover.first_mut() {
        first.constraints.extend(constraints);
    }
}

fn find<'t>(tables: &[&'t Table], name: &str) -> Option<&'t Table> {
    tables.iter().find(|table| table.name == name).copied()
}

/// Records to mend that are people, who stand among the groups as well.
fn records(tables: &[&Table]) -> Vec<Constraint> {
    let Some(groups) = find(tables, "inequalities") else { return Vec::new() };
    let of_records = [KINDS, RECORDS_BY_GROUP].into_iter().filter_map(|name| find(tables, name));
    let known =
        of_records.flat_map(|table| without_ethnicity(table, groups).into_iter().map(move |sums| (table, sums)));
    let constraint = |(table, WithoutEthnicity { records, people, exact }): (&Table, WithoutEthnicity)| {
        let at = |table: &Table, rows: Vec<usize>, column| -> Vec<Place> {
            rows.into_iter().map(|row| Place { table: table.name, row: Some(row), column }).collect()
        };
        Constraint::Places { left: at(table, records, "records"), right: at(groups, people, "patients"), exact }
    };
    known.map(constraint).collect()
}

/// The rows of practices, which stand in the same order on every sheet.
fn by_practice(tables: &[&Table]) -> Vec<Constraint> {
    let practices = find(tables, "uptake").map(|table| table.rows.len()).unwrap_or_default();
    let rows = (0..practices).map(Some).chain([None]);
    let at = |row, of: &[TableColumn]| -> Vec<Place> {
        of.iter().map(|(table, column)| Place { table, row, column }).collect()
    };
    let of_row = |row| {
        let equal = EQUAL.iter().map(move |(left, right)| (at(row, left), at(row, right), true));
        let within = WITHIN.iter().map(move |(part, whole)| (at(row, &[*part]), at(row, whole), false));
        equal.chain(within).map(|(left, right, exact)| Constraint::Places { left, right, exact })
    };
    rows.flat_map(of_row).collect()
}

/// Everybody, by whatever groups.
fn totals(tables: &[&Table]) -> Vec<Constraint> {
    let total = |table, column| Place { table, row: None, column };
    let equal = |left: Place, right: Vec<Place>| Constraint::Places { left: vec![left], right, exact: true };
    let mut constraints: Vec<Constraint> = BY_OTHERS
        .iter()
        .flat_map(|table| UPTAKE.map(|key| equal(total(table, key), vec![total("uptake", key)])))
        .collect();
    constraints.extend(
        TOTALS_WITHIN.map(|((part, column), (whole, of))| within(vec![total(part, column)], vec![total(whole, of)])),
    );
    // The last of the figures that come first is the campaign.
    if let Some(last) = find(tables, HEADLINE).and_then(|table| table.rows.len().checked_sub(1)) {
        let lately = Place { table: HEADLINE, row: Some(last), column: "last_7_days" };
        constraints.push(equal(lately, vec![total("pace", "last_7_days")]));
    }
    constraints.extend([
        equal(
            total("cohorts", "second_dose_pending"),
            vec![total("second_dose", "not_yet_due"), total("second_dose", "due")],
        ),
        equal(total("cohorts", "second_dose_overdue"), vec![total("second_dose", "overdue")]),
        equal(total("cohorts", "booster_eligible"), vec![total("boosters", "eligible")]),
    ]);
    if let Some(last) = find(tables, "trend").and_then(|table| table.rows.len().checked_sub(1)) {
        let week = |column| Place { table: "trend", row: Some(last), column };
        constraints.push(equal(week("cumulative_first_dose_pct"), vec![total("uptake", "first_dose")]));
        constraints.push(equal(week("cumulative_booster_pct"), vec![total("uptake", "booster")]));
    }
    constraints
}

/// The 16 and 17 year olds are a row of the sheet of ages.
fn sixteen_and_seventeen(tables: &[&Table]) -> Vec<Constraint> {
    let band = Cell::text("16-17");
    let Some(row) = find(tables, "ages").and_then(|ages| ages.rows.iter().position(|row| row.first() == Some(&band)))
    else {
        return Vec::new();
    };
    let constraint = |column| Constraint::Places {
        left: vec![Place { table: "ages", row: Some(row), column }],
        right: vec![Place { table: "ages_16_17", row: None, column }],
        exact: true,
    };
    UPTAKE.map(constraint).to_vec()
}

/// A figure of the totals.
const fn total(table: &'static str, column: &'static str) -> Place {
    Place { table, row: None, column }
}

/// Places of which the left sum is never the larger.
const fn within(left: Vec<Place>, right: Vec<Place>) -> Constraint {
    Constraint::Places { left, right, exact: false }
}

/// The immunosuppressed of 12 and over are the last of the special groups, and
/// have a sheet of their own.
fn special_groups() -> Vec<Constraint> {
    let pairs = [("patients", "patients"), ("booster_eligible", "booster_due")];
    let constraint = |(column, other)| Constraint::Places {
        left: vec![Place { table: "special_groups", row: Some(2), column }],
        right: vec![total("immunosuppressed", other)],
        exact: true,
    };
    let due = within(
        vec![total("cohorts", "first_dose_eligible")],
        vec![total("detail", "unvaccinated"), total("detail", "declined")],
    );
    pairs.map(constraint).into_iter().chain([due]).collect()
}

/// The rows of the campaign: of every practice, and in all. A reader who knows
/// of what age a group is finds it among the ages, too.
fn campaign(tables: &[&Table]) -> Vec<Constraint> {
    let (Some(uptake), Some(campaign), Some(ages)) =
        (find(tables, "uptake"), find(tables, "campaign"), find(tables, "ages"))
    else {
        return Vec::new();
    };
    let rows_with = |table: &Table, column: &str, is_so: &dyn Fn(&Cell) -> bool| -> Vec<usize> {
        let Some(column) = table.column(column) else { return Vec::new() };
        let found = table.rows.iter().enumerate().filter(|(_, row)| row.get(column).is_some_and(is_so));
        found.map(|(row, _)| row).collect()
    };
    let sum = |rows: &[usize], columns: &[&'static str]| -> Vec<Place> {
        let of_row =
            |row: &usize| columns.iter().map(|column| Place { table: "campaign", row: Some(*row), column }).collect();
        rows.iter().flat_map::<Vec<Place>, _>(of_row).collect()
    };
    let code = uptake.column("practice_code");
    let practices = uptake.rows.iter().enumerate().filter_map(|(row, cells)| Some((Some(row), cells.get(code?)?)));
    let practices = practices
        .map(|(row, code)| (row, rows_with(campaign, "practice_code", &|cell| cell == code)))
        .chain([(None, (0..campaign.rows.len()).collect())]);
    let mut constraints: Vec<Constraint> = Vec::new();
    for (row, groups) in practices {
        for (columns, table, column) in PARTS_OF_PRACTICES {
            constraints.push(within(sum(&groups, columns), vec![Place { table, row, column }]));
        }
        let due = vec![Place { table: "immunosuppressed", row, column: "campaign_due" }];
        constraints.push(within(due, sum(&groups, &["pending", "eligible"])));
    }
    // Groups such as "75+": those of 75 and over, by their age on a day that is near.
    for group in distinct(campaign, "campaign_group") {
        let Some(least) = group.strip_suffix('+').and_then(|age| age.parse::<u32>().ok()) else { continue };
        let is_older = |cell: &Cell| {
            let Cell::Text(band) = cell else { return false };
            band.split(['-', '+']).next().and_then(|from| from.parse::<u32>().ok()).is_some_and(|from| from >= least)
        };
        let older = rows_with(ages, "age_band", &is_older).into_iter();
        let older: Vec<Place> = older.map(|row| Place { table: "ages", row: Some(row), column: "patients" }).collect();
        let of_group = rows_with(campaign, "campaign_group", &|cell| *cell == Cell::text(&group));
        let of_group = sum(&of_group, &["patients"]);
        // Which of the two is larger depends on the day; what is not so is nothing to reckon with.
        constraints.push(within(older.clone(), of_group.clone()));
        constraints.push(within(of_group, older));
    }
    constraints
}

/// Columns of the campaign that are parts of a practice's people.
const PARTS_OF_PRACTICES: [(&[&str], &str, &str); 4] = [
    (&["patients"], "uptake", "patients"),
    (&["vaccinated"], "uptake", "first_dose"),
    (&["vaccinated"], "uptake", "booster"),
    (&["vaccinated", "missed", "too_soon", "pending", "eligible"], "uptake", "primary_complete"),
];

/// The different texts of a column.
fn distinct(table: &Table, column: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let Some(column) = table.column(column) else { return found };
    for row in &table.rows {
        if let Some(Cell::Text(text)) = row.get(column)
            && !found.contains(text)
        {
            found.push(text.clone());
        }
    }
    found
}

/// Counts of the doses of some days, whatever sheet they are on.
fn days(tables: &[&Table]) -> Vec<Constraint> {
    let places = |side: Vec<(usize, Place)>| -> Vec<Place> { side.into_iter().map(|(_, place)| place).collect() };
    // What holds within one sheet its report says itself.
    let is_between = |sum: &DaySum| {
        let mut tables = sum.left.iter().chain(&sum.right).map(|(table, _)| table);
        tables.next().is_some_and(|first| tables.any(|other| other != first))
    };
    let sums = day_sums(tables).into_iter().filter(is_between);
    sums.map(|sum| Constraint::Places { left: places(sum.left), right: places(sum.right), exact: sum.exact }).collect()
}

/// Some sums of all weeks are parts of what other sheets count.
fn weeks(tables: &[&Table]) -> Vec<Constraint> {
    if find(tables, "trend").is_none() {
        return Vec::new();
    }
    vec![
        within(vec![total("uptake", "booster")], vec![total("trend", "booster")]),
        within(vec![total("trend", "dose1")], vec![total("uptake", "first_dose")]),
        within(vec![total("trend", "dose2")], vec![total("uptake", "primary_complete")]),
        within(vec![total("trend", "third_primary")], vec![total("immunosuppressed", "third_primary_given")]),
    ]
}

/// What a practice's people who were invited can be no more than: nobody who left
/// or died is vaccinated, declined, contraindicated or due.
fn outcomes(tables: &[&Table]) -> Vec<Constraint> {
    let (Some(uptake), Some(people)) = (find(tables, "uptake"), find(tables, "people")) else { return Vec::new() };
    let code = |table: &Table, row: usize| {
        table.column("practice_code").and_then(|column| table.rows.get(row)?.get(column).cloned())
    };
    let practices = (0..uptake.rows.len()).filter_map(|row| {
        let own = (0..people.rows.len()).find(|other| code(people, *other) == code(uptake, row))?;
        Some((Some(row), Some(own)))
    });
    let at = |row, columns: &[&'static str]| -> Vec<Place> {
        columns.iter().map(|column| Place { table: "people", row, column }).collect()
    };
    let of_row = |(row, own)| {
        let all = |column| vec![Place { table: "uptake", row, column }];
        [
            within(at(own, &["vaccinated", "declined", "contraindicated", "still_due"]), all("patients")),
            within(at(own, &["vaccinated"]), all("first_dose")),
        ]
    };
    practices.chain([(None, None)]).flat_map(of_row).collect()
}

/// The figures of the cover are totals of the sheets; what people reached within
/// seven days was a dose each, of as many as were given.
fn cover_figures(tables: &[&Table]) -> Vec<Constraint> {
    let cover = |row, column| Place { table: HEADLINE, row: Some(row), column };
    let equal = |left: Vec<Place>, right: Vec<Place>| Constraint::Places { left, right, exact: true };
    let shown = [(0, "patients"), (1, "first_dose"), (2, "primary_complete"), (3, "booster")];
    let mut constraints: Vec<Constraint> =
        shown.map(|(row, key)| equal(vec![cover(row, "people")], vec![total("uptake", key)])).to_vec();
    constraints.extend((1..4).map(|row| equal(vec![cover(row, "of")], vec![cover(0, "people")])));
    let lately = (1..4).map(|row| cover(row, "last_7_days")).collect();
    constraints.push(within(lately, vec![total("uptake", "doses_last_7_days")]));
    if find(tables, "campaign").is_some_and(|table| table.totals.is_some()) {
        constraints.push(equal(vec![cover(4, "people")], vec![total("campaign", "vaccinated")]));
        constraints.push(equal(vec![cover(4, "of")], vec![total("campaign", "patients")]));
    }
    constraints
}

/// A constraint of a table of one row that becomes a row of another table.
pub fn rebase_constraint(constraint: &Constraint, (from, row): (&str, usize), to: &'static str) -> Option<Constraint> {
    let place = |place: &Place| {
        if place.table == from { Place { table: to, row: Some(row), column: place.column } } else { *place }
    };
    match constraint {
        Constraint::Places { left, right, exact } => Some(Constraint::Places {
            left: left.iter().map(place).collect(),
            right: right.iter().map(place).collect(),
            exact: *exact,
        }),
        // All rows have the same columns: once is enough.
        columns @ (Constraint::Columns { .. } | Constraint::Within { .. }) => (row == 0).then(|| columns.clone()),
    }
}
