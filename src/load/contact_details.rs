//! The second reading of the patients files, for those who are listed.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::extract::Accounts;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::rows::file_fault::FileFault;
use super::rows::reading::Reading;
use super::tables::contacts::read_contacts;
use crate::domain::{Contact, NhsNumber, Person};
use crate::rules::Vocabulary;

impl Accounts {
    /// The contact details of these people, in the same order.
    ///
    /// # Errors
    /// Where a patients file cannot be read again, or has been written to.
    pub fn contacts(&self, people: &[Person], words: &Vocabulary) -> Result<Vec<Contact>, FileFault> {
        let survey = &self.files.survey;
        let files = || survey.files.iter().filter(|file| file.kind() == Some(FileKind::Patients));
        let reading = Reading { digests: false, ..survey.reading };
        reading.meter.begin(files().map(|file| file.path.as_path()));
        let mut found = read_contacts(files(), &reading, people, &self.person_rows, words)?;
        if files().any(InputFile::has_changed) {
            return Err(FileFault::Changed);
        }
        let mut contacts: Vec<Contact> = Vec::with_capacity(people.len());
        let mut places: HashMap<NhsNumber, usize, FixedState> = HashMap::default();
        for Person { nhs_number, .. } in people {
            let contact = found.remove(nhs_number);
            // A person may be asked for twice.
            let known = || contacts.get(*places.get(nhs_number)?).cloned();
            let contact = contact.or_else(known).unwrap_or_default();
            places.entry(*nhs_number).or_insert(contacts.len());
            contacts.push(contact);
        }
        Ok(contacts)
    }
}
