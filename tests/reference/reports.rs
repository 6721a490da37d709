//! The tables of section 4, counted person by person. `uptake` has a module of its own.

mod activity;
mod boosters;
mod campaign;
mod cohorts;
mod first_dose;
mod immunosuppressed;
pub mod outcomes;
mod pace;
pub mod quality;
mod second_dose;
mod trend;

pub use activity::COLUMNS as ACTIVITY_COLUMNS;
pub use boosters::SINCE_PRIMARY;
pub use cohorts::cohorts_count;
pub use pace::vaccinated_on;
pub use trend::{ROLES as TREND_ROLES, TrendRequest};

use super::engine::{Person, Results};
use super::uptake::Filter;
use serde_json::{Value, json};

/// Cells in the order of their columns.
pub type Row = Vec<(&'static str, Value)>;

/// A table as a report shows it.
pub struct Table {
    /// Its name in JSON.
    pub name: &'static str,
    /// The column keys, in order.
    pub columns: Vec<&'static str>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// The totals, counted from people; they have no keys.
    pub totals: Totals,
    /// Columns of words that the specification does not choose.
    pub open_words: &'static [&'static str],
}

/// What the specification says of the totals of a table.
pub enum Totals {
    /// These cells, and no others.
    Exactly(Row),
    /// Silent: whether there are totals at all. If there are, these cells are among them.
    IfAny(Row),
}

/// A number of people or doses.
pub fn count(number: usize) -> Value {
    json!(number)
}

/// A percentage as displayed, from tenths.
pub fn percent(tenths: Option<usize>) -> Value {
    tenths.map_or(Value::Null, |tenths| json!(f64::from(u32::try_from(tenths).expect("at most 1000")) / 10.0))
}

/// How many people are on each step of a ladder; a column is a status word with underscores.
pub fn ladder(columns: &[&'static str], people: &[&Person], status: impl Fn(&Person) -> &'static str) -> Row {
    let on_step = |column: &str| people.iter().filter(|person| status(person) == column.replace('_', "-")).count();
    columns.iter().map(|column| (*column, count(on_step(column)))).collect()
}

impl Results {
    /// The cells that name a group; deprivation is a number, everything else text.
    pub fn key_cells(&self, by: &[&str], values: &[Option<String>]) -> Row {
        let columns = by.iter().zip(values).flat_map(|(key, value)| self.key_columns(key, value.clone()));
        let cell = |(column, value): (&'static str, Option<String>)| {
            let quintile = value.as_ref().filter(|_| column == "imd_quintile").and_then(|text| text.parse().ok());
            (column, quintile.map_or_else(|| json!(value), |quintile: u64| json!(quintile)))
        };
        columns.map(cell).collect()
    }

    /// A table with a row for each group of `--by` among the people whom the report counts.
    ///
    /// Silent: whether "only groups with people" and "null when somebody has it" (2.3) speak of everybody
    /// whom the filters leave or of those in the first count of the table. The groups of a report add up to
    /// the patients that its filters leave (2.5), so it is everybody; in `campaign` and `immunosuppressed`,
    /// whose column `patients` is narrower, it is those patients.
    pub fn grouped(
        &self,
        name: &'static str,
        by: &[&str],
        filter: &Filter,
        people: &[&Person],
        cells: impl Fn(&[&Person]) -> Row,
    ) -> Table {
        let nobody = vec![None; by.len()];
        let totals = cells(people);
        let keys = self.key_cells(by, &nobody);
        let columns = keys.iter().chain(&totals).map(|(column, _)| *column).collect();
        let rows = self
            .groups_among(by, filter, people)
            .into_iter()
            .map(|(values, members)| [self.key_cells(by, &values), cells(&members)].concat())
            .collect();
        Table { name, columns, rows, totals: Totals::Exactly(totals), open_words: &[] }
    }
}
