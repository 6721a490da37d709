//! Names and contact details, read in a second pass and only for people who
//! are listed.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use super::patient_fields::PatientFields;
use super::patient_gaps::ADDRESS;
use super::person_rows::PersonRows;
use crate::domain::{Contact, NhsNumber, Person, undecorated};
use crate::load::files::headings::{Columns, Field};
use crate::load::files::input_file::InputFile;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::reading::Reading;
use crate::load::rows::row::Row;
use crate::load::rows::scan::Scan;
use crate::rules::Vocabulary;

/// The contact details of people, by NHS number.
pub type Contacts = HashMap<NhsNumber, Contact, FixedState>;

/// Reads the contact details of these people. `rows` are those of whoever has
/// several: what the file of one lacks comes from the next.
pub fn read_contacts<'a>(
    files: impl Iterator<Item = &'a InputFile>,
    reading: &Reading,
    people: &[Person],
    rows: &PersonRows,
    words: &Vocabulary,
) -> Result<Contacts, FileFault> {
    let numbers: HashSet<NhsNumber, FixedState> = people.iter().map(|person| person.nhs_number).collect();
    // A row counts only while its number is that person's: the file may have been replaced since.
    let mut wanted: HashMap<u32, NhsNumber, FixedState> =
        people.iter().map(|person| (person.row, person.nhs_number)).collect();
    for number in &numbers {
        wanted.extend(rows.of(*number).unwrap_or_default().iter().map(|row| (*row, *number)));
    }
    let mut found: HashMap<u32, (Contact, PatientFields), FixedState> = HashMap::default();
    let mut first = 0_u32;
    for file in files {
        let Some(layout) = file.layout() else { continue };
        let scan = ContactScan { columns: &layout.columns, numbers: &numbers, words };
        let fields = PatientFields::of(&layout.columns);
        file.scan(layout, reading, &scan, &mut |part: ContactPart, _| {
            let placed = part.found.into_iter().map(|(row, number, contact)| (first + row, number, contact));
            let own = placed.filter(|(row, number, _)| wanted.get(row) == Some(number));
            found.extend(own.map(|(row, _, contact)| (row, (contact, fields))));
            first += part.rows;
        })?;
    }
    let mut contacts = Contacts::default();
    for person in people {
        if contacts.contains_key(&person.nhs_number) {
            continue;
        }
        // Everybody had these rows when the files were read first.
        let mut take = |row: &u32| found.remove(row).ok_or(FileFault::Changed);
        let contact = match rows.of(person.nhs_number) {
            None => take(&person.row)?.0,
            Some(rows) => merged(rows.iter().map(take).collect::<Result<_, _>>()?),
        };
        contacts.insert(person.nhs_number, contact);
    }
    Ok(contacts)
}

/// One contact of the rows of a person: each field from the first whose file has it.
fn merged(rows: Vec<(Contact, PatientFields)>) -> Contact {
    let mut rows = rows.into_iter();
    let Some((mut contact, mut known)) = rows.next() else { return Contact::default() };
    for (other, fields) in rows {
        let mut lacks = |fact| {
            let takes = fields.has(fact) && !known.has(fact);
            if takes {
                known = known.or(fact);
            }
            takes
        };
        if lacks(PatientFields::NAME) {
            (contact.title, contact.forename, contact.surname) = (other.title, other.forename, other.surname);
        }
        if lacks(PatientFields::ADDRESS) {
            (contact.address, contact.postcode) = (other.address, other.postcode);
        }
        if lacks(PatientFields::MOBILE) {
            contact.mobiles = other.mobiles;
        }
        if lacks(PatientFields::TELEPHONE) {
            contact.telephones = other.telephones;
        }
        if lacks(PatientFields::EMAIL) {
            contact.emails = other.emails;
        }
    }
    contact
}

/// One patients file being read again. Which rows are a person's shows when
/// its part is in its place: until then the NHS number decides.
struct ContactScan<'a> {
    columns: &'a Columns,
    numbers: &'a HashSet<NhsNumber, FixedState>,
    words: &'a Vocabulary,
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
            part.found.push((part.rows, number, contact(row, self.columns, self.words)));
        }
        part.rows += 1;
        Ok(())
    }

    fn shifted(&self, _: &Row<'_>, part: &mut ContactPart) {
        part.rows += 1;
    }
}

fn contact(row: &Row<'_>, columns: &Columns, words: &Vocabulary) -> Contact {
    // The cell as it is in the file: import files never alter one. One of spaces is blank.
    let raw = |column: usize| match row.cell(Some(column)) {
        [] => String::new(),
        _ => String::from_utf8_lossy(row.raw(Some(column))).into_owned(),
    };
    let first = |field| columns.first(field).map(raw).unwrap_or_default();
    let columns_of = |field: Field| columns.all(field).iter().copied();
    // Of several columns of a contact field, the first that is filled in counts.
    let line = |field| columns_of(field).find(|column| !row.cell(Some(*column)).is_empty()).map(raw);
    // Words for an empty cell are no address of an e-mail, nor a telephone.
    let is_filled = |column: &usize| !words.is_blank(undecorated(row.cell(Some(*column))));
    let filled = |field| columns_of(field).find(is_filled).map(raw).unwrap_or_default();
    let phones = |field| columns_of(field).filter(is_filled).map(|column| phone(row, column)).collect();
    Contact {
        title: first(Field::Title),
        forename: first(Field::Forename),
        surname: first(Field::Surname),
        mobiles: phones(Field::Mobile),
        telephones: phones(Field::Telephone),
        emails: columns_of(Field::Email).filter(is_filled).map(raw).collect(),
        address: ADDRESS.into_iter().filter_map(line).collect(),
        postcode: filled(Field::Postcode),
    }
}

/// A telephone number as it is in the file, without the marks that a program
/// put around it.
fn phone(row: &Row<'_>, column: usize) -> String {
    let (cell, bare) = (row.raw(Some(column)), undecorated(row.cell(Some(column))));
    let shown = if cell.trim_ascii() == bare { cell } else { bare };
    String::from_utf8_lossy(shown).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(name: &str, address: &str, postcode: &str, mobile: &str) -> Contact {
        Contact {
            surname: name.to_owned(),
            address: vec![address.to_owned()],
            postcode: postcode.to_owned(),
            mobiles: vec![mobile.to_owned()],
            ..Contact::default()
        }
    }

    #[test]
    fn names_and_addresses_are_taken_whole_from_one_row() {
        let (name, address, mobile) = (PatientFields::NAME, PatientFields::ADDRESS, PatientFields::MOBILE);
        let first = contact("", "", "LS1 1AA", "");
        let second = contact("Fell", "1 The Street", "YO1 7HH", "07700900001");
        let third = contact("Moor", "2 The Street", "BD1 1AA", "07700900002");
        let found = merged(vec![(first, address), (second, name), (third, name.or(address).or(mobile))]);
        assert_eq!(found.surname, "Fell");
        // The first file has a postcode: the address of another row does not go with it.
        assert_eq!((found.address, found.postcode.as_str()), (vec![String::new()], "LS1 1AA"));
        assert_eq!(found.mobiles, ["07700900002"]);
    }
}
