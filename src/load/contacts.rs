//! Names and contact details, read in a second pass and only for people who
//! are listed.

use std::collections::{HashMap, HashSet};

use super::headers::{Columns, Field};
use super::rows::{Row, RowFault};
use super::survey::InputFile;
use crate::domain::Contact;

/// The lines of an address.
const ADDRESS: [Field; 5] =
    [Field::AddressLine1, Field::AddressLine2, Field::AddressLine3, Field::AddressLine4, Field::AddressLine5];

/// Reads the contact details of the people whose winning rows are `wanted`:
/// places in the read order of all patient rows, by which they are given back.
pub fn read_contacts<'a>(
    files: impl Iterator<Item = &'a InputFile>,
    wanted: &HashSet<u32>,
) -> Result<HashMap<u32, Contact>, RowFault> {
    let mut contacts = HashMap::with_capacity(wanted.len());
    let mut order = 0_u32;
    for file in files {
        let Some(layout) = file.layout() else { continue };
        let mut rows = file.rows(layout)?;
        while rows.advance()? {
            if wanted.contains(&order) {
                contacts.insert(order, contact(&rows.row(), &layout.columns));
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
    // Of several columns of a contact field, the first that is filled in counts.
    let filled =
        |field: Field| columns.all(field).iter().copied().filter(|column| !row.cell(Some(*column)).is_empty()).map(raw);
    Contact {
        title: first(Field::Title),
        forename: first(Field::Forename),
        surname: first(Field::Surname),
        mobiles: filled(Field::Mobile).collect(),
        telephones: filled(Field::Telephone).collect(),
        email: filled(Field::Email).next().unwrap_or_default(),
        address: ADDRESS.into_iter().filter_map(|line| filled(line).next()).collect(),
        postcode: filled(Field::Postcode).next().unwrap_or_default(),
    }
}
