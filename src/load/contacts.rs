//! Names and contact details, read in a second pass and only for people who
//! are listed.

use std::collections::HashMap;

use super::headers::{Columns, Field};
use super::rows::{Row, RowFault};
use super::survey::InputFile;
use crate::domain::Contact;

/// Reads the contact details of the people whose winning rows are `wanted`:
/// places in the read order of all patient rows, with the key to give back.
pub fn read_contacts<'a>(
    files: impl Iterator<Item = &'a InputFile>,
    wanted: &HashMap<u32, usize>,
) -> Result<HashMap<usize, Contact>, RowFault> {
    let mut contacts = HashMap::with_capacity(wanted.len());
    let mut order = 0_u32;
    for file in files {
        let Some(layout) = file.layout() else { continue };
        let mut rows = file.rows(layout)?;
        while rows.advance()? {
            if let Some(key) = wanted.get(&order) {
                contacts.insert(*key, contact(&rows.row(), &layout.columns));
            }
            order += 1;
        }
    }
    Ok(contacts)
}

fn contact(row: &Row<'_>, columns: &Columns) -> Contact {
    // The cell as it is in the file: import files never alter one.
    let raw = |column: usize| String::from_utf8_lossy(row.raw(Some(column))).into_owned();
    let first = |field| columns.first(field).map(raw).unwrap_or_default();
    let filled = |field: Field| columns.all(field).iter().copied().filter(|column| !row.cell(Some(*column)).is_empty());
    Contact {
        title: first(Field::Title),
        forename: first(Field::Forename),
        surname: first(Field::Surname),
        phones: filled(Field::Mobile).chain(filled(Field::Telephone)).map(raw).collect(),
    }
}
