//! Faults of single records, a few of each: for `vaxdash quality` to find.

use chrono::{Days, NaiveDate};

use super::table::SampleTable;

const DATE: &str = "DATE_AND_TIME";
const RECORDED: &str = "RECORDED_DATE";
const PROCEDURE: &str = "VACCINATION_PROCEDURE_CODE";
const PRODUCT: &str = "VACCINE_PRODUCT_CODE";
/// Second dose, booster and declined, as the code lists have them.
const DOSE2: &str = "1324691000000104";
const BOOSTER: &str = "1362591000000103";
const DECLINED: &str = "1324721000000108";
/// Vaxzevria, and Spikevax.
const ASTRAZENECA: &str = "39114911000001105";
const MODERNA: &str = "39326911000001101";
/// One row in so many has the fault.
pub const EVERY: usize = 20;

/// A row by its headings.
struct NamedCells<'a> {
    header: &'a [String],
    row: &'a mut Vec<String>,
}

impl NamedCells<'_> {
    fn get(&self, heading: &str) -> &str {
        let place = self.header.iter().position(|known| known == heading);
        place.and_then(|place| self.row.get(place)).map_or("", String::as_str)
    }

    fn set(&mut self, heading: &str, text: &str) {
        let place = self.header.iter().position(|known| known == heading);
        if let Some(cell) = place.and_then(|place| self.row.get_mut(place)) {
            text.clone_into(cell);
        }
    }

    /// Moves the event so many days on.
    fn later(&mut self, days: u64) {
        let written = self.get(DATE).to_owned();
        let (Some(day), Some(time)) = (written.get(..8), written.get(8..)) else { return };
        let day = NaiveDate::parse_from_str(day, "%Y%m%d").ok().and_then(|day| day.checked_add_days(Days::new(days)));
        if let Some(day) = day {
            self.set(DATE, &format!("{}{time}", day.format("%Y%m%d")));
            self.set(RECORDED, &day.format("%Y%m%d").to_string());
        }
    }
}

/// Adds a copy of one row in so many, changed, as a record of its own.
fn add_copies(table: &mut SampleTable, every: usize, mut change: impl FnMut(&mut NamedCells<'_>)) {
    let rows = table.rows_mut();
    let Some(header) = rows.first().cloned() else { return };
    let mut copies: Vec<Vec<String>> = rows.iter().skip(1).step_by(every).cloned().collect();
    for row in &mut copies {
        let mut cells = NamedCells { header: &header, row };
        let id = format!("{}-again", cells.get("UNIQUE_ID"));
        cells.set("UNIQUE_ID", &id);
        cells.set("ACTION_FLAG", "NEW");
        change(&mut cells);
    }
    rows.extend(copies);
}

/// Doses of Vaxzevria before anybody had it.
pub fn before_launch(table: &mut SampleTable) {
    table.fill(PRODUCT, EVERY, ASTRAZENECA);
    table.fill(DATE, EVERY, "20201215T09300000");
    table.fill(RECORDED, EVERY, "20201215");
}

/// A second entry of a dose, a few days after it.
pub fn too_soon(table: &mut SampleTable) {
    add_copies(table, EVERY, |cells| cells.later(16));
}

/// Boosters six weeks after a dose.
pub fn third_too_soon(table: &mut SampleTable) {
    add_copies(table, 3, |cells| {
        cells.later(42);
        cells.set(PROCEDURE, BOOSTER);
    });
}

/// Vaxzevria given to children.
pub fn under_age(table: &mut SampleTable) {
    let Some(header) = table.rows().first().cloned() else { return };
    for row in table.rows_mut().iter_mut().skip(1) {
        let mut cells = NamedCells { header: &header, row };
        if cells.get("PERSON_DOB") > "20070101" && !cells.get(PRODUCT).is_empty() {
            cells.set(PRODUCT, ASTRAZENECA);
        }
    }
}

/// A second entry of a dose, of another brand.
pub fn two_brands(table: &mut SampleTable) {
    add_copies(table, EVERY, |cells| {
        let other = if cells.get(PRODUCT) == MODERNA { ASTRAZENECA } else { MODERNA };
        cells.set(PRODUCT, other);
    });
}

/// Second doses that are coded as second once more.
pub fn contradicted(table: &mut SampleTable) {
    table.fill(PROCEDURE, 3, DOSE2);
}

/// Declined, after the dose of the day.
pub fn declined_after(table: &mut SampleTable) {
    add_copies(table, EVERY, |cells| {
        cells.set(PROCEDURE, DECLINED);
        cells.set(PRODUCT, "");
    });
}

/// People with a second row, of another ethnic category.
pub fn rows_disagree(table: &mut SampleTable) {
    let rows = table.rows_mut();
    let Some(header) = rows.first().cloned() else { return };
    let mut second: Vec<Vec<String>> = rows.iter().skip(1).step_by(EVERY).cloned().collect();
    for row in &mut second {
        let mut cells = NamedCells { header: &header, row };
        let other = if cells.get("Ethnic Category") == "A" { "H" } else { "A" };
        cells.set("Ethnic Category", other);
    }
    rows.extend(second);
}

/// People without these cells.
pub fn blank(table: &mut SampleTable, headings: &[&str]) {
    for heading in headings {
        table.fill(heading, EVERY, "");
    }
}

/// The columns by which somebody is reached.
pub const CONTACTS: [&str; 8] = [
    "Mobile Telephone",
    "Home Telephone",
    "E-mail Address",
    "Address 1",
    "Address 2",
    "Address 3",
    "Address 4",
    "Postcode",
];
