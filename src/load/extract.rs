//! The data of a run: surveyed once, then loaded as at a date.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use super::contacts::read_contacts;
use super::data_rows::RowCount;
use super::event_rows::EventRows;
use super::faults::{FileFault, Reject, Warnings};
use super::kind::Kind;
use super::listed::read_immunosuppressed;
use super::patients::PatientReader;
use super::people::People;
use super::practices::PracticeList;
use super::remarks::counted_issues;
use super::rows::RowFault;
use super::scope_fault::ScopeFault;
use super::sources::Sources;
use super::survey::{FileState, InputFile, Layout, Unreadable, survey};
use super::trace::{Trace, TraceRow};
use super::vaccinations::VaccinationReader;
use crate::domain::{Contact, Event, Input, Issue, NhsNumber, PatientTally, Person, Practice, Scope, VaccinationTally};
use crate::rules::RuleSet;

/// The files of a run, recognised; practices and sources already read.
pub struct Data {
    pub(super) files: Vec<InputFile>,
    pub(super) counts: HashMap<PathBuf, RowCount>,
    /// Paths of the practice lists that decide.
    deciding: Vec<PathBuf>,
    pub(super) practices: PracticeList,
    pub(super) sources: Sources,
    fault: Option<ScopeFault>,
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
    /// Finds and recognises the files; reads practice lists and sources.
    pub fn survey(data: &[PathBuf], practices: &[PathBuf]) -> Result<Self, Unreadable> {
        let lists = survey(practices)?;
        let mut files = survey(data)?;
        files.retain(|file| lists.iter().all(|list| !same_file(&list.path, &file.path)));
        let in_data = files.iter().filter(|file| file.kind() == Some(Kind::Practices));
        let in_data: Vec<(PathBuf, String)> = in_data.map(|file| (file.path.clone(), file.name.clone())).collect();
        let mut found = Self {
            files: Vec::new(),
            counts: HashMap::new(),
            deciding: Vec::new(),
            practices: PracticeList::default(),
            sources: Sources::default(),
            fault: None,
        };
        if practices.is_empty() {
            match &in_data[..] {
                [] => found.fault = Some(ScopeFault::NoList),
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
            let read = match layout.kind {
                Kind::Practices if self.deciding.contains(&file.path) => {
                    self.practices.read(file, &layout).map_err(FileFault::from)
                }
                Kind::Sources => self.sources.read(file, &layout),
                _ => continue,
            };
            self.note_end(index, read);
        }
    }

    /// Whether a practice list of the data is ignored, because others decide.
    pub(super) fn is_ignored_list(&self, file: &InputFile) -> bool {
        let decides = self.deciding.is_empty() || self.deciding.contains(&file.path);
        file.kind() == Some(Kind::Practices) && !decides
    }

    /// Notes how the reading of a file ended.
    fn note_end(&mut self, index: usize, read: Result<RowCount, FileFault>) {
        let file = &mut self.files[index];
        match read {
            Ok(count) => {
                self.counts.insert(file.path.clone(), count);
            }
            Err(fault) => file.state = FileState::Refused(fault.to_string()),
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
    /// the names of vaccination files, or by the `sources` files.
    #[must_use]
    pub fn newest_refresh(&self) -> Option<DateTime<Utc>> {
        let stamps = self.files.iter().filter(|file| file.kind() == Some(Kind::Vaccinations));
        let stamps = stamps.filter_map(|file| file.time_stamp);
        stamps.chain(self.sources.refreshed.iter().filter_map(|(_, at)| *at)).max()
    }

    /// The files, as the receipt names them.
    #[must_use]
    pub fn inputs(&self) -> Vec<Input> {
        self.files.iter().map(|file| self.input(file)).collect()
    }

    fn input(&self, file: &InputFile) -> Input {
        let (kind, remark) = match &file.state {
            FileState::Recognised(layout) if layout.kind == Kind::NotOurs => (
                layout.kind.name(),
                "an acknowledgement, an extended-attributes file or a report of vaxdash: skipped".to_owned(),
            ),
            FileState::Recognised(layout) if self.is_ignored_list(file) => {
                (layout.kind.name(), "ignored, because --practices decides".to_owned())
            }
            FileState::Recognised(layout) => (layout.kind.name(), String::new()),
            FileState::Unrecognised(header) => ("unrecognised", header.clone()),
            FileState::Refused(reason) => ("refused", reason.clone()),
            FileState::Skipped(reason) => ("skipped", reason.clone()),
        };
        Input {
            file: file.name.clone(),
            kind,
            remark,
            rows: self.counts.get(&file.path).map(|count| count.read),
            sha256: file.sha256.clone(),
            encoding: if file.sha256.is_empty() { String::new() } else { file.encoding.name() },
            delimiter: file.layout().map_or("", delimiter_name),
            refreshed: file.time_stamp,
        }
    }

    /// Loads the people and events of the scope.
    pub fn load(&mut self, plan: &LoadPlan<'_>) -> Extract {
        let (mut people, mut events) = (People::default(), EventRows::default());
        let (mut rejects, mut warnings) = (Vec::new(), Warnings::default());
        let mut trace = Trace { number: plan.watch, rows: Vec::new() };
        let patients = PatientReader { scope: plan.scope, general: &plan.rules.general, as_at: plan.as_at };
        let vaccinations =
            VaccinationReader { codes: &plan.rules.codes, general: &plan.rules.general, as_at: plan.as_at };
        self.each(Kind::Patients, |file, layout| patients.read(file, layout, &mut people, &mut rejects, &mut warnings));
        self.each(Kind::Immunosuppressed, |file, layout| read_immunosuppressed(file, layout, &mut people));
        people.finish();
        self.each(Kind::Vaccinations, |file, layout| {
            vaccinations.read(file, layout, &people, &mut events, &mut trace, &mut warnings)
        });
        let finished = events.finish(&mut trace);
        rejects.extend(finished.rejects);
        let mut issues = self.issues(plan);
        issues.extend(warnings.into_issues());
        issues.extend(counted_issues(&people, &events, finished.repeated_new));
        Extract {
            patients: people.tally,
            vaccinations: events.tally,
            people: people.list,
            events: finished.events,
            sites: finished.sites,
            rejects,
            issues,
            trace: trace.rows,
            unusable: self.unusable(),
        }
    }

    /// Reads every file of a kind in read order, and notes how each ended.
    fn each(&mut self, kind: Kind, mut read: impl FnMut(&InputFile, &Layout) -> Result<RowCount, FileFault>) {
        for index in 0..self.files.len() {
            let Some(layout) = self.files[index].layout().filter(|layout| layout.kind == kind).cloned() else {
                continue;
            };
            let result = read(&self.files[index], &layout);
            self.note_end(index, result);
        }
    }

    /// The contact details of these people, in the same order.
    pub fn contacts(&self, people: &[Person]) -> Result<Vec<Contact>, RowFault> {
        let wanted = people.iter().map(|person| person.row).collect();
        let files = self.files.iter().filter(|file| file.kind() == Some(Kind::Patients));
        let found = read_contacts(files, &wanted)?;
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

fn same_file(a: &std::path::Path, b: &std::path::Path) -> bool {
    a == b || a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a))
}

fn delimiter_name(layout: &Layout) -> &'static str {
    match layout.delimiter {
        b'|' => "pipe",
        b'\t' => "tab",
        b';' => "semicolon",
        _ => "comma",
    }
}
