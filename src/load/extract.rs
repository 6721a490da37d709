//! The data of a run: surveyed once, then loaded as at a date.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use super::contacts::read_contacts;
use super::data_rows::RowCount;
use super::encoding::{Bytes, Encoding};
use super::event_rows::EventRows;
use super::faults::{FileFault, Reject, Warnings};
use super::kind::Kind;
use super::listed::read_immunosuppressed;
use super::patients::PatientReader;
use super::people::People;
use super::practices::PracticeList;
use super::published::Published;
use super::remarks::counted_issues;
use super::scan::{ReadFile, Reading};
use super::scope_fault::ScopeFault;
use super::sources::Sources;
use super::survey::{FileState, InputFile, Layout, Unreadable, survey};
use super::trace::{Trace, TraceRow};
use super::vaccinations::VaccinationReader;
use crate::domain::{Contact, Event, Issue, NhsNumber, PatientTally, Person, Practice, Scope, VaccinationTally};
use crate::rules::RuleSet;

/// The files of a run, recognised; practices and sources already read.
pub struct Data {
    pub(super) files: Vec<InputFile>,
    pub(super) counts: HashMap<PathBuf, RowCount>,
    /// Paths of the practice lists that decide.
    pub(super) deciding: Vec<PathBuf>,
    pub(super) practices: PracticeList,
    pub(super) published: Published,
    /// That the networks asked for have narrowed the lists, in words.
    pub(super) narrowed: Option<String>,
    pub(super) sources: Sources,
    pub(super) fault: Option<ScopeFault>,
    reading: Reading,
}

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
    /// Finds and recognises the files; reads practice lists and sources. Of the
    /// workbooks in `data`, the sheet of this name, where one is given.
    pub fn survey(
        data: &[PathBuf],
        practices: &[PathBuf],
        sheet: Option<&str>,
        reading: Reading,
    ) -> Result<Self, Unreadable> {
        let lists = survey(practices, None, &reading)?;
        let mut files = survey(data, sheet, &reading)?;
        files.retain(|file| lists.iter().all(|list| !same_file(&list.path, &file.path)));
        // What ODS publishes of all England decides only if it is named.
        let in_data = files.iter().filter(|file| file.kind() == Some(Kind::Practices) && file.publication().is_none());
        let in_data: Vec<(PathBuf, String)> = in_data.map(|file| (file.path.clone(), file.name.clone())).collect();
        let mut found = Self {
            files: Vec::new(),
            counts: HashMap::new(),
            deciding: Vec::new(),
            practices: PracticeList::default(),
            published: Published::default(),
            narrowed: None,
            sources: Sources::default(),
            fault: None,
            reading,
        };
        if practices.is_empty() {
            match &in_data[..] {
                [] => {
                    let publication = files.iter().find(|file| file.publication().is_some());
                    found.fault = Some(
                        publication.map_or(ScopeFault::NoList, |file| ScopeFault::PublicationInData(file.name.clone())),
                    );
                }
                [(path, _)] => found.deciding.push(path.clone()),
                several => {
                    found.fault =
                        Some(ScopeFault::SeveralLists(several.iter().map(|(_, name)| name.clone()).collect()));
                }
            }
        } else {
            let other = lists
                .iter()
                .find(|file| !matches!(file.state, FileState::Refused(_)) && file.kind() != Some(Kind::Practices));
            found.fault = other.map(|file| ScopeFault::NotAList(file.name.clone()));
            found.deciding = lists.iter().map(|file| file.path.clone()).collect();
        }
        found.files = lists;
        found.files.extend(files);
        found.read_small_files();
        Ok(found)
    }

    /// Reads the practice lists that decide, and the sources.
    fn read_small_files(&mut self) {
        for index in 0..self.files.len() {
            let file = &self.files[index];
            let Some(layout) = file.layout().cloned() else { continue };
            let decides = self.deciding.contains(&file.path);
            let read = match (layout.kind, file.publication()) {
                (Kind::Practices, None) if decides => self.practices.read(file, &layout).map_err(FileFault::from),
                (Kind::Practices, Some(publication)) if decides => self.published.read(publication, file, &layout),
                (Kind::Sources, _) => self.sources.read(file, &layout),
                _ => continue,
            };
            self.note_end(index, read);
        }
    }

    /// Why a practice list of the data is ignored, if it is.
    pub(super) fn ignored_list(&self, file: &InputFile) -> Option<&'static str> {
        let is_list = file.kind() == Some(Kind::Practices);
        if !is_list || self.deciding.contains(&file.path) {
            None
        } else if file.publication().is_some() {
            Some("ignored: a list of all England decides only where --practices names it, with --pcn")
        } else {
            (!self.deciding.is_empty()).then_some("ignored, because --practices decides")
        }
    }

    /// Notes how the reading of a file ended.
    fn note_end(&mut self, index: usize, read: Result<RowCount, FileFault>) {
        let Some(file) = self.files.get_mut(index) else { return };
        match read {
            Ok(count) => {
                self.counts.insert(file.path.clone(), count);
            }
            Err(fault) => file.state = FileState::Refused(fault.to_string()),
        }
    }

    /// Looks at every byte of the files of which only the top has been seen.
    pub fn examine(&mut self) {
        for file in &mut self.files {
            file.examine(&self.reading);
        }
    }

    /// The practices that may be seen.
    pub fn scope(&self, activity_code: &str) -> Result<Scope, ScopeFault> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone());
        }
        if self.practices.is_empty() {
            return Err(ScopeFault::Empty);
        }
        let scope = self.practices.scope(activity_code);
        match scope.practices().len() {
            0 => {
                let listed = self.practices.without_code(activity_code).len();
                Err(ScopeFault::NoneWithCode { code: activity_code.to_owned(), listed })
            }
            count if u16::try_from(count).is_err() => Err(ScopeFault::TooMany),
            _ => Ok(scope),
        }
    }

    /// The listed practices that are out of scope for want of the activity code.
    #[must_use]
    pub fn practices_without_code(&self, activity_code: &str) -> Vec<Practice> {
        self.practices.without_code(activity_code)
    }

    /// Whether activity codes decided the scope.
    #[must_use]
    pub fn checks_activity_codes(&self) -> bool {
        self.practices.has_activity_codes
    }

    /// The newest instant at which any vaccination source was refreshed: by
    /// the names of vaccination files or the lines above their headers, or by
    /// the `sources` files.
    #[must_use]
    pub fn newest_refresh(&self) -> Option<DateTime<Utc>> {
        let stamps = self.files.iter().filter(|file| file.kind() == Some(Kind::Vaccinations));
        let stamps = stamps.filter_map(InputFile::refreshed);
        stamps.chain(self.sources.refreshed.iter().filter_map(|(_, at)| *at)).max()
    }

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
            reasons.push(
                "there is no patients file (NHS number, date of birth and practice code). `vaxdash check` shows what each file is"
                    .to_owned(),
            );
        }
        if reasons.is_empty() && !has(Kind::Vaccinations) {
            reasons.push(
                "there is no vaccinations file (NHS number, event date and a procedure or product code): without one, \
                 everybody would look unvaccinated. `vaxdash check` shows what each file is"
                    .to_owned(),
            );
        }
        reasons
    }

    /// The files refused so far, with the reason.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|file| match &file.state {
            FileState::Refused(reason) => Some((file.name.as_str(), reason.as_str())),
            _ => None,
        })
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

fn same_file(a: &std::path::Path, b: &std::path::Path) -> bool {
    a == b || a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a))
}
