//! Names and contact details, read in a second pass and only for people who
//! are listed.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use crate::domain::{Contact, NhsNumber, Person};
use crate::load::files::headings::{Columns, Field};
use crate::load::files::input_file::InputFile;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::reading::Reading;
use crate::load::rows::row::Row;
use crate::load::rows::scan::Scan;

/// The lines of an address.
const ADDRESS: [Field; 5] =
    [Field::AddressLine1, Field::AddressLine2, Field::AddressLine3, Field::AddressLine4, Field::AddressLine5];

/// Reads the contact details of these people from their winning rows: places in
/// the read order of all patient rows, by which they are given back.
pub fn read_contacts<'a>(
    files: impl Iterator<Item = &'a InputFile>,
    reading: &Reading,
    people: &[Person],
) -> Result<HashMap<u32, Contact>, FileFault> {
    // A row counts only while its number is that person's: the file may have been replaced since.
    let wanted: HashMap<u32, NhsNumber, FixedState> =
        people.iter().map(|person| (person.row, person.nhs_number)).collect();
    let numbers: HashSet<NhsNumber, FixedState> = people.iter().map(|person| person.nhs_number).collect();
    let mut contacts = HashMap::with_capacity(wanted.len());
    let mut first = 0_u32;
    for file in files {
        let Some(layout) = file.layout() else { continue };
        let scan = ContactScan { columns: &layout.columns, numbers: &numbers };
        file.scan(layout, reading, &scan, &mut |part: ContactPart, _| {
            let placed = part.found.into_iter().map(|(row, number, contact)| (first + row, number, contact));
            let own = placed.filter(|(row, number, _)| wanted.get(row) == Some(number));
            contacts.extend(own.map(|(row, _, contact)| (row, contact)));
            first += part.rows;
        })?;
    }
    // Everybody had a row when the file was read first.
    if people.iter().all(|person| contacts.contains_key(&person.row)) { Ok(contacts) } else { Err(FileFault::Changed) }
}

/// One patients file being read again. Which row is a person's winning one
/// shows when its part is in its place: until then the NHS number decides.
struct ContactScan<'a> {
    columns: &'a Columns,
    numbers: &'a HashSet<NhsNumber, FixedState>,
}

/// What a part of a patients file leaves.
#[derive(Default)]
struct ContactPart {
    rows: u32,
    found: Vec<(u32, NhsNumber, Contact)>,
}

impl Scan for ContactScan<'_> {
    type Part = ContactPart;

    fn row(&self, row: &Row<'_>, part: &mut ContactPart) -> Result<(), FileFault> {
        let number = NhsNumber::read(row.cell(self.columns.first(Field::NhsNumber)));
        if let Some(number) = number.ok().filter(|number| self.numbers.contains(number)) {
            part.found.push((part.rows, number, contact(row, self.columns)));
        }
        part.rows += 1;
        Ok(())
    }
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
        emails: filled(Field::Email).collect(),
        address: ADDRESS.into_iter().filter_map(|line| filled(line).next()).collect(),
        postcode: filled(Field::Postcode).next().unwrap_or_default(),
    }
}
