//! The second reading of the patients files, for those who are listed.

use super::decided::Decided;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::rows::file_fault::FileFault;
use super::rows::reading::Reading;
use super::tables::contacts::read_contacts;
use crate::domain::{Contact, Person};

impl Decided {
    /// The contact details of these people, in the same order.
    ///
    /// # Errors
    /// Where a patients file cannot be read again, or has been written to.
    pub fn contacts(&self, people: &[Person]) -> Result<Vec<Contact>, FileFault> {
        let files = || self.survey.files.iter().filter(|file| file.kind() == Some(FileKind::Patients));
        let reading = Reading { digests: false, ..self.survey.reading };
        reading.meter.begin(files().map(|file| file.path.as_path()));
        let found = read_contacts(files(), &reading, people)?;
        if files().any(InputFile::has_changed) {
            return Err(FileFault::Changed);
        }
        // A person may be asked for twice.
        Ok(people.iter().map(|person| found.get(&person.row).cloned().unwrap_or_default()).collect())
    }
}
