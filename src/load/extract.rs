//! The people and events of a run, loaded as at a date.

use chrono::NaiveDate;

use super::data::Data;
use super::files::input_file::InputFile;
use super::files::kind::Kind;
use super::files::layout::{FileState, Layout};
use super::issues::counted_issues;
use super::rows::encoding::{Bytes, Encoding};
use super::rows::file_fault::FileFault;
use super::rows::reading::Reading;
use super::rows::scan::ReadFile;
use super::tables::contacts::read_contacts;
use super::tables::event_rows::EventRows;
use super::tables::immunosuppressed::read_immunosuppressed;
use super::tables::patients::PatientReader;
use super::tables::people::People;
use super::tables::rejects::Reject;
use super::tables::trace::{Trace, TraceRow};
use super::tables::vaccinations::VaccinationReader;
use super::tables::warnings::Warnings;
use crate::domain::{Contact, Event, Issue, NhsNumber, PatientTally, Person, Scope, VaccinationTally};
use crate::rules::RuleSet;

/// What to load.
pub struct LoadPlan<'a> {
    /// The practices that may be seen.
    pub scope: &'a Scope,
    /// The rules in force.
    pub rules: &'a RuleSet,
    /// The date of the report.
    pub as_at: NaiveDate,
    /// A person whose every row is wanted.
    pub watch: Option<NhsNumber>,
}

/// The caller's own people and their events, with every row accounted for.
pub struct Extract {
    /// Everybody with a valid NHS number on a row in scope.
    pub people: Vec<Person>,
    /// Doses and refusals of the people in `patients`, in no particular order.
    pub events: Vec<Event>,
    /// The codes of the sites that the events name, by place.
    pub sites: Vec<String>,
    /// Where the patient rows went.
    pub patients: PatientTally,
    /// Where the vaccination rows went, the last two steps of 2.4 apart.
    pub vaccinations: VaccinationTally,
    /// Rows rejected.
    pub rejects: Vec<Reject>,
    /// What was noticed.
    pub issues: Vec<Issue>,
    /// Every row of the person watched.
    pub trace: Vec<TraceRow>,
    /// Why no report can be made of this, if none can.
    pub unusable: Vec<String>,
}

impl Data {
    /// Loads the people and events of the scope.
    ///
    /// Most files are taken for UTF-8 without a fault until they are read. If
    /// one turns out to be something else, all are examined and read again: what
    /// is said of them must not depend on how far they were read.
    pub fn load(&mut self, plan: &LoadPlan<'_>) -> Extract {
        loop {
            let (extract, ends) = self.read(plan);
            if ends.iter().all(|(index, read)| self.files.get(*index).is_none_or(|file| is_as_taken(file, read))) {
                for (index, read) in ends {
                    self.settle(index, read);
                }
                self.refuse_changed();
                let issues = self.issues(plan);
                return Extract { issues: [issues, extract.issues].concat(), unusable: self.unusable(), ..extract };
            }
            self.examine();
        }
    }

    /// Reads the files: what they hold, and how each ended.
    fn read(&self, plan: &LoadPlan<'_>) -> (Extract, Ends) {
        let (mut people, mut events) = (People::default(), EventRows::default());
        let (mut rejects, mut warnings) = (Vec::new(), Warnings::default());
        let mut trace = Trace { number: plan.watch, rows: Vec::new() };
        let mut ends = Ends::new();
        let reading = &self.reading;
        let patients = PatientReader { scope: plan.scope, general: &plan.rules.general, as_at: plan.as_at };
        let vaccinations =
            VaccinationReader { codes: &plan.rules.codes, general: &plan.rules.general, as_at: plan.as_at };
        let kinds = [Kind::Patients, Kind::Immunosuppressed, Kind::Vaccinations];
        let read = self.files.iter().filter(|file| file.kind().is_some_and(|kind| kinds.contains(&kind)));
        reading.meter.begin(read.map(|file| file.path.as_path()));
        self.each(Kind::Patients, &mut ends, |file, layout| {
            patients.read(file, layout, reading, &mut people, &mut rejects, &mut warnings)
        });
        self.each(Kind::Immunosuppressed, &mut ends, |file, layout| {
            read_immunosuppressed(file, layout, reading, &mut people)
        });
        people.finish();
        self.each(Kind::Vaccinations, &mut ends, |file, layout| {
            vaccinations.read((file, layout, reading), &people, &mut events, &mut trace, &mut warnings)
        });
        let finished = events.finish(&mut trace);
        rejects.extend(finished.rejects);
        let mut issues = warnings.into_issues();
        issues.extend(counted_issues(&people, &events, finished.repeated_new));
        let extract = Extract {
            patients: people.tally,
            vaccinations: events.tally,
            people: people.list,
            events: finished.events,
            sites: finished.sites,
            rejects,
            issues,
            trace: trace.rows,
            unusable: Vec::new(),
        };
        (extract, ends)
    }

    /// Reads every file of a kind in read order, and notes how each ended. After
    /// a file that is not what it was taken for, no more is read.
    fn each(
        &self,
        kind: Kind,
        ends: &mut Ends,
        mut read: impl FnMut(&InputFile, &Layout) -> Result<ReadFile, FileFault>,
    ) {
        for (index, file) in self.files.iter().enumerate() {
            let last = ends.last().and_then(|(index, read)| Some((self.files.get(*index)?, read)));
            if last.is_some_and(|(file, read)| !is_as_taken(file, read)) {
                return;
            }
            if let Some(layout) = file.layout().filter(|layout| layout.kind == kind) {
                ends.push((index, read(file, layout)));
            }
        }
    }

    /// Notes how the reading of a file ended, and what its bytes are.
    fn settle(&mut self, index: usize, read: Result<ReadFile, FileFault>) {
        let (count, bytes) = match read {
            Ok(read) => (Ok(read.count), read.bytes),
            Err(fault) => (Err(fault), None),
        };
        if let (Some(bytes), Some(file)) = (bytes, self.files.get_mut(index).filter(|file| !file.is_examined)) {
            file.encoding = Some(bytes.encoding);
            file.sha256 = bytes.sha256;
            file.is_examined = true;
        }
        self.note_end(index, count);
    }

    /// Refuses every file that has been written to since it was looked at.
    fn refuse_changed(&mut self) {
        for file in self.files.iter_mut().filter(|file| file.layout().is_some() && file.has_changed()) {
            file.state = FileState::Refused(FileFault::Changed.to_string());
        }
    }

    /// The contact details of these people, in the same order.
    pub fn contacts(&self, people: &[Person]) -> Result<Vec<Contact>, FileFault> {
        let files = || self.files.iter().filter(|file| file.kind() == Some(Kind::Patients));
        let reading = Reading { digests: false, ..self.reading };
        reading.meter.begin(files().map(|file| file.path.as_path()));
        let found = read_contacts(files(), &reading, people)?;
        if files().any(InputFile::has_changed) {
            return Err(FileFault::Changed);
        }
        // A person may be asked for twice.
        Ok(people.iter().map(|person| found.get(&person.row).cloned().unwrap_or_default()).collect())
    }

    /// Why no report can be made: a refused file, or a kind of file missing.
    fn unusable(&self) -> Vec<String> {
        let mut reasons: Vec<String> =
            self.refused().map(|(file, reason)| format!("{file} is refused: {reason}")).collect();
        let has = |kind| self.files.iter().any(|file| file.kind() == Some(kind));
        if reasons.is_empty() && !has(Kind::Patients) {
            reasons.push("there is no patients file (NHS number, date of birth and practice code)".to_owned());
        }
        if reasons.is_empty() && !has(Kind::Vaccinations) {
            reasons.push(
                "there is no vaccinations file (NHS number, event date and a procedure or product code): without one, \
                 everybody would look unvaccinated"
                    .to_owned(),
            );
        }
        reasons
    }
}

/// The files that were read, by their places, and how each ended.
type Ends = Vec<(usize, Result<ReadFile, FileFault>)>;

/// Whether a file of which only the top had been seen was text in UTF-8, and
/// could be read to its end.
fn is_as_taken(file: &InputFile, read: &Result<ReadFile, FileFault>) -> bool {
    let is_text = |bytes: &Bytes| !bytes.has_nul && bytes.encoding != Encoding::Windows1252;
    file.is_examined || read.as_ref().is_ok_and(|read| read.bytes.as_ref().is_some_and(is_text))
}
