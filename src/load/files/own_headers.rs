//! The headers of what vaxdash itself writes.
//!
//! Saved beside the data, a report would be taken for a practice list, and a
//! list for patients. The tables are not known here: whoever writes them hands
//! in their headings.

use std::collections::HashSet;

use super::headings::{Columns, Field, heading};
use crate::domain::own_columns;

/// Headings of lists that an extract may have as well.
const OF_EXTRACTS_TOO: [&str; 7] = ["age", "status", "address", "reason", "practice", "code", "supplier"];

/// The whole headers of what vaxdash writes.
#[derive(Debug, Clone, Default)]
pub struct OwnHeaders {
    /// Headers in their order.
    whole: HashSet<Vec<String>>,
    /// The headings of lists with columns of one's choice.
    of_lists: HashSet<String>,
}

impl OwnHeaders {
    /// These headers, each with its headings in order, and the headings of
    /// which lists of people are made.
    #[must_use]
    pub fn new<'a>(whole: impl IntoIterator<Item = Vec<String>>, of_lists: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            whole: whole.into_iter().map(|header| normal(&header)).collect(),
            of_lists: of_lists.into_iter().map(heading).collect(),
        }
    }

    /// Whether vaxdash wrote a table with these headings, as they are compared.
    #[must_use]
    pub fn is_own(&self, headings: &[String]) -> bool {
        self.whole.contains(headings) || self.is_list(headings) || has_own_columns(headings)
    }

    /// Whether every heading is one of lists, and one of them of nothing else.
    fn is_list(&self, headings: &[String]) -> bool {
        let is_telling = |heading: &String| {
            !OF_EXTRACTS_TOO.contains(&heading.as_str()) && Columns::find(std::slice::from_ref(heading)).known() == 0
        };
        headings.len() > 1
            && headings.iter().all(|heading| self.of_lists.contains(heading))
            && headings.iter().any(is_telling)
    }
}

fn normal(header: &[String]) -> Vec<String> {
    header.iter().map(|cell| heading(cell)).collect()
}

/// Whether a header has columns that no extract has: of reports by any
/// breakdown, and of lists with columns of one's choice.
fn has_own_columns(headings: &[String]) -> bool {
    let has = |name: &str| has(headings, name);
    let has_any = |names: &[&str]| names.iter().any(|name| has(name));
    // A refresh with its age is a line of the report `sources`, not of a sources file.
    let is_counted = has(Field::PracticeCode.name()) || has(own_columns::PATIENTS);
    let is_report = is_counted && has_any(&own_columns::OF_COUNTS)
        || has(Field::LastRefreshed.name()) && has(own_columns::AGE_DAYS);
    let has_all = |names: &[&str]| names.iter().all(|name| has(name));
    let of_its_own = [&own_columns::OF_TREND[..], &own_columns::OF_RECORDS, &own_columns::OF_ACTIVITY];
    let is_report = is_report || of_its_own.iter().any(|names| has_all(names));
    let is_of_patients = has_all(&own_columns::OF_PATIENT_COUNTS) && !has(Field::NhsNumber.name());
    let is_list = has(Field::NhsNumber.name()) && has_any(&own_columns::OF_LISTS);
    is_report || is_of_patients || is_list || is_information(headings)
}

/// Whether these headings, as they are compared, are of the last sheet of every
/// workbook that vaxdash writes.
#[must_use]
pub fn is_information(headings: &[String]) -> bool {
    own_columns::OF_INFORMATION.iter().all(|name| has(headings, name))
}

/// Whether a name is among headings as they are compared; without an allocation
/// for each name, for this is asked of every line that may be a header.
fn has(headings: &[String], name: &str) -> bool {
    let is = |compared: &String| {
        let letters = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        letters.eq(compared.chars())
    };
    headings.iter().any(is)
}
