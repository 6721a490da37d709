//! The lines of the table.

use serde::Deserialize;

/// A line.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The name of the line.
    pub id: String,
    /// Sections of the specification.
    pub source: String,
    pub as_at: String,
    pub birth: String,
    /// Flags of the patient file, and `immunosuppressed-list` for the published list.
    pub flags: String,
    /// More columns of the patient file: `column=value`.
    pub patient: String,
    /// `date:procedure:product`, with more columns as `:COLUMN=value`.
    pub doses: String,
    pub question: String,
    pub answer: String,
    /// Empty: not looked at; `-`: none.
    pub due_date: String,
    /// Empty: not looked at; `-`: none.
    pub rule: String,
}

/// The files of the table.
const FILES: [(&str, &str); 12] = [
    ("cohorts", include_str!("cohorts.csv")),
    ("first_dose", include_str!("first_dose.csv")),
    ("second_dose", include_str!("second_dose.csv")),
    ("third_primary", include_str!("third_primary.csv")),
    ("booster", include_str!("booster.csv")),
    ("campaign_dates", include_str!("campaign_dates.csv")),
    ("campaign_course", include_str!("campaign_course.csv")),
    ("campaign_groups", include_str!("campaign_groups.csv")),
    ("refusals", include_str!("refusals.csv")),
    ("course", include_str!("course.csv")),
    ("doses", include_str!("doses.csv")),
    ("regressions", include_str!("regressions.csv")),
];

/// Every line of the table.
pub fn all_cases() -> Vec<Case> {
    FILES.iter().flat_map(|(name, text)| read(name, text)).collect()
}

/// The lines that wait for a part of the program that is not built.
pub fn waiting_cases() -> Vec<Case> {
    read("waiting", include_str!("waiting.csv"))
}

fn read(name: &str, text: &str) -> Vec<Case> {
    let cases = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    cases.map(|case| case.unwrap_or_else(|error| panic!("{name}.csv: {error}"))).collect()
}
