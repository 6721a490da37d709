//! What a report was made from, and where every row of that went.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use super::doubt::JsonDoubt;
use super::entries::Entries;
use crate::domain::Input;
use crate::report::{Profile, Receipt};

/// What a report was made from.
#[derive(Serialize)]
pub struct Origin<'r> {
    /// What the data are fit for; of `check` alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'r str>,
    /// When the newest source was refreshed; null where that is not known.
    last_refreshed: Option<String>,
    /// The filters chosen, by name.
    filters: Entries<'r, &'r [String]>,
    practices_in_scope: usize,
    exclusions: Exclusions<'r>,
    /// The profile of disclosure control.
    disclosure: &'static str,
    inputs: Vec<JsonInput<'r>>,
    doubts: Vec<JsonDoubt<'r>>,
}

impl<'r> Origin<'r> {
    /// As the receipt of a report says.
    pub fn of(receipt: &'r Receipt) -> Self {
        let is_controlled = receipt.disclosure != Profile::None;
        Self {
            verdict: receipt.verdict.as_deref(),
            last_refreshed: receipt.last_refreshed.map(instant),
            filters: Entries::of(receipt.filters.iter().map(|(name, values)| (*name, values.as_slice()))),
            practices_in_scope: receipt.practices,
            exclusions: Exclusions::of(receipt),
            disclosure: receipt.disclosure.name(),
            inputs: receipt.inputs.iter().map(JsonInput::of).collect(),
            doubts: receipt.doubts.iter().map(|doubt| JsonDoubt::of(doubt, is_controlled)).collect(),
        }
    }
}

/// Who is left out of every count; practices alone where disclosure control
/// keeps the numbers back.
#[derive(Serialize)]
struct Exclusions<'r> {
    #[serde(flatten)]
    people: Option<ExcludedPeople>,
    practices_without_activity_code: &'r [String],
}

/// How many people or rows are left out, and why.
#[derive(Serialize)]
struct ExcludedPeople {
    deceased: u64,
    removed: u64,
    not_yet_born: u64,
    rejected_rows: u64,
}

impl<'r> Exclusions<'r> {
    fn of(receipt: &'r Receipt) -> Self {
        let people = receipt.patients.as_ref().map(|tally| ExcludedPeople {
            deceased: tally.deceased,
            removed: tally.removed,
            not_yet_born: tally.not_yet_born,
            rejected_rows: tally.rejected,
        });
        Self { people, practices_without_activity_code: &receipt.left_out }
    }
}

/// An input file.
#[derive(Serialize)]
struct JsonInput<'r> {
    file: &'r str,
    kind: &'r str,
    /// Null where it was not read, or disclosure control keeps it back.
    rows: Option<u64>,
    sha256: &'r str,
    encoding: &'r str,
    delimiter: &'r str,
    /// The time in its name.
    last_refreshed: Option<String>,
}

impl<'r> JsonInput<'r> {
    fn of(input: &'r Input) -> Self {
        Self {
            file: &input.file,
            kind: input.kind,
            rows: input.rows,
            sha256: &input.sha256,
            encoding: &input.encoding,
            delimiter: input.delimiter,
            last_refreshed: input.refreshed.map(instant),
        }
    }
}

/// Where every row went.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Reconciliation {
    /// Null: disclosure control keeps it back.
    KeptBack,
    /// The ends of all rows.
    Exact {
        /// Of the patient rows.
        patients: PatientRows,
        /// Of the vaccination rows.
        vaccinations: VaccinationRows,
    },
}

/// The ends of the patient rows.
#[derive(Serialize)]
pub struct PatientRows {
    rows_read: u64,
    #[serde(flatten)]
    dispositions: Entries<'static, u64>,
}

/// The ends of the vaccination rows.
#[derive(Serialize)]
pub struct VaccinationRows {
    rows_read: u64,
    #[serde(flatten)]
    dispositions: Entries<'static, u64>,
    /// Rows of any end whose date was taken from another column.
    date_repaired: u64,
}

impl Reconciliation {
    /// As the receipt of a report says.
    pub fn of(receipt: &Receipt) -> Self {
        let (Some(patients), Some(vaccinations)) = (&receipt.patients, &receipt.vaccinations) else {
            return Self::KeptBack;
        };
        Self::Exact {
            patients: PatientRows { rows_read: patients.rows_read, dispositions: Entries::of(patients.dispositions()) },
            vaccinations: VaccinationRows {
                rows_read: vaccinations.rows_read,
                dispositions: Entries::of(vaccinations.dispositions()),
                date_repaired: vaccinations.date_repaired,
            },
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
