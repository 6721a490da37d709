//! The headers of what vaxdash writes, taken from the tables themselves.

use crate::cli::notices::REJECTS;
use crate::domain::Scope;
use crate::invites::{EXCEPTIONS, REVIEW_HEADER, VISITS, log_headers, targets};
use crate::load::OwnHeaders;
use crate::report::{ListColumn, change_list, headings_of_tables};

/// The headers of what vaxdash writes about people, by which it knows its own
/// files again when they lie beside the data.
#[must_use]
pub fn own_headers() -> OwnHeaders {
    let changes = change_list(&Scope::new(Vec::new()), &[], &[]);
    let mut whole: Vec<Vec<String>> = vec![
        changes.columns.iter().map(|column| column.key.to_owned()).collect(),
        changes.columns.iter().map(|column| column.label.to_owned()).collect(),
        EXCEPTIONS.map(str::to_owned).to_vec(),
        VISITS.map(str::to_owned).to_vec(),
        REVIEW_HEADER.map(str::to_owned).to_vec(),
    ];
    whole.extend(log_headers());
    whole.push(REJECTS.map(str::to_owned).to_vec());
    whole.extend(headings_of_tables());
    // The built-in targets are read by a test; a file that cannot be read has no header.
    let targets = targets().unwrap_or_default();
    whole.extend(targets.iter().map(|target| target.columns.iter().map(|column| column.header.clone()).collect()));
    let of_lists = ListColumn::ALL.iter().flat_map(|(_, column)| [column.key, column.label]);
    OwnHeaders::new(whole, of_lists)
}
