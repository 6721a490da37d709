//! The headers of what vaxdash writes, taken from the tables themselves.

use crate::domain::Scope;
use crate::invites::{EXCEPTIONS, VISITS, log_joint, targets};
use crate::load::OwnHeaders;
use crate::report::{ListColumn, change_list};

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
        String::from_utf8_lossy(&log_joint(b"")).trim().split(',').map(str::to_owned).collect(),
    ];
    // The built-in targets are read by a test; a file that cannot be read has no header.
    let targets = targets().unwrap_or_default();
    whole.extend(targets.iter().map(|target| target.columns.iter().map(|column| column.header.clone()).collect()));
    let of_lists = ListColumn::ALL.iter().flat_map(|(_, column)| [column.key, column.label]);
    OwnHeaders::new(whole, of_lists)
}
