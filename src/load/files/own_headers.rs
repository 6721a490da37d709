//! The headers of what vaxdash itself writes.
//!
//! Saved beside the data, a report would be taken for a practice list, and a
//! list for patients. The tables are not known here: whoever writes them hands
//! in their headings.

use std::collections::HashSet;

use super::headings::{Field, heading};
use crate::domain::own_columns;

/// The whole headers of what vaxdash writes.
#[derive(Debug, Clone, Default)]
pub struct OwnHeaders(HashSet<Vec<String>>);

impl OwnHeaders {
    /// These headers, each with its headings in order.
    #[must_use]
    pub fn new(headers: impl IntoIterator<Item = Vec<String>>) -> Self {
        Self(headers.into_iter().map(|header| normal(&header)).collect())
    }

    /// Whether vaxdash wrote a table with this header.
    #[must_use]
    pub fn is_own(&self, header: &[String]) -> bool {
        let headings = normal(header);
        self.0.contains(&headings) || has_own_columns(&headings)
    }

    /// Whether it is the header of the last sheet of every workbook that vaxdash writes.
    #[must_use]
    pub fn is_information(header: &[String]) -> bool {
        own_columns::OF_INFORMATION.iter().all(|name| normal(header).contains(&heading(name)))
    }
}

fn normal(header: &[String]) -> Vec<String> {
    header.iter().map(|cell| heading(cell)).collect()
}

/// Whether a header has columns that no extract has: of reports by any
/// breakdown, and of lists with columns of one's choice.
fn has_own_columns(headings: &[String]) -> bool {
    let has = |name: &str| headings.contains(&heading(name));
    let has_any = |names: &[&str]| names.iter().any(|name| has(name));
    // A refresh with its age is a line of the report `sources`, not of a sources file.
    let is_counted = has(Field::PracticeCode.name()) || has(own_columns::PATIENTS);
    let is_report = is_counted && has_any(&own_columns::OF_COUNTS)
        || has(Field::LastRefreshed.name()) && has(own_columns::AGE_DAYS);
    let is_list = has(Field::NhsNumber.name()) && has_any(&own_columns::OF_LISTS);
    let is_information = own_columns::OF_INFORMATION.iter().all(|name| has(name));
    is_report || is_list || is_information
}
