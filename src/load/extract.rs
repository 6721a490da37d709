//! The people and events of a run, loaded as at a date.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::decided::Decided;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::files::layout::{FileState, Layout};
use super::found::Survey;
use super::issues::counted_issues;
use super::rows::encoding::{Bytes, Encoding};
use super::rows::file_fault::FileFault;
use super::rows::scan::ReadFile;
use super::tables::event_rows::{EventRows, FinishedEvents};
use super::tables::immunosuppressed::read_immunosuppressed;
use super::tables::patients::PatientReader;
use super::tables::people::People;
use super::tables::person_rows::PersonRows;
use super::tables::rejects::Reject;
use super::tables::trace::{Trace, TraceRow};
use super::tables::vaccination_reader::VaccinationReader;
use super::tables::warnings::Warnings;
use crate::domain::{
    Appointment, DoubtId, Event, EventFault, Finding, Issue, NhsNumber, PatientTally, Person, RecordDoubt, Refusal,
    Scope, VaccinationTally,
};
use crate::rules::{DoubtRules, RuleSet};

/// What to load.
pub struct LoadPlan<'a> {
    /// The practices that may be seen.
    pub scope: &'a Scope,
    /// The rules in force.
    pub rules: &'a RuleSet,
    /// The date of the report.
    pub as_at: NaiveDate,
    /// The day of the clock: no dose given and no death can lie after it.
    pub today: NaiveDate,
    /// Whether ranks of deprivation are those of 2025 even where none shows it.
    pub imd_2025: bool,
    /// Whether it is noted what is wrong with records.
    pub quality: bool,
    /// A person whose every row is wanted.
    pub watch: Option<NhsNumber>,
}

/// The caller's own people and their events, with every row accounted for.
pub struct Extract {
    /// Everybody with a valid NHS number on a row in scope.
    pub people: Vec<Person>,
    /// Given vaccinations of the people in `patients`, in no particular order.
    pub events: Vec<Event>,
    /// Declined and contraindicated codes of the same people.
    pub refusals: Vec<Refusal>,
    /// Vaccinations that are booked for them.
    pub appointments: Vec<Appointment>,
    /// The files, and where their rows went.
    pub accounts: Accounts,
}

/// The files of a run once they are read, and where their rows went: what is
/// left of an extract when its people are assessed.
pub struct Accounts {
    /// The files, each with how its reading ended.
    pub files: Decided,
    /// The codes of the sites that the events name, by place.
    pub sites: Vec<String>,
    /// The vaccination files in read order, each with the place of its first row
    /// in the read order of all vaccination rows.
    pub(super) event_files: Vec<(u32, String)>,
    /// Where the patient rows went.
    pub patients: PatientTally,
    /// Where the vaccination rows went, the last two steps of 2.4 apart.
    pub vaccinations: VaccinationTally,
    /// Rows rejected.
    pub rejects: Vec<Reject>,
    /// What was noticed.
    pub issues: Vec<Issue>,
    /// What was counted that may be implausible, by file.
    pub findings: Vec<Finding>,
    /// The rows of the people who have several.
    pub(super) person_rows: PersonRows,
    /// Doubts about records of single people.
    pub record_doubts: Vec<RecordDoubt>,
    /// What is wrong with single events, where somebody asked.
    pub event_faults: Vec<EventFault>,
    /// Every row of the person watched.
    pub trace: Vec<TraceRow>,
    /// Why no report can be made of this, if none can.
    pub unusable: Vec<String>,
}

impl Decided {
    /// Loads the people and events of the scope.
    ///
    /// Most files are taken for UTF-8 without a fault until they are read. If
    /// one turns out to be something else, all are examined and read again: what
    /// is said of them must not depend on how far they were read.
    #[must_use]
    pub fn load(self, plan: &LoadPlan<'_>) -> Extract {
        let rows = read(&self.survey, plan);
        if rows.is_as_taken(&self.survey) {
            return rows.extract(self, plan);
        }
        // Memory must not hold both readings.
        drop(rows);
        // Now that every byte is known, nothing is taken for what it is not.
        let files = self.examined();
        read(&files.survey, plan).extract(files, plan)
    }

    /// Why no report can be made: a refused file, or a kind of file missing.
    fn unusable(&self) -> Vec<String> {
        let mut reasons: Vec<String> =
            self.refused().map(|(file, reason)| format!("{file} is refused: {reason}")).collect();
        let has = |kind| self.survey.files.iter().any(|file| file.kind() == Some(kind));
        let (read, rows) = (&self.survey.files, |file: &InputFile| file.count.map_or(0, |count| count.read));
        for (kind, plural) in [(FileKind::Patients, "patients"), (FileKind::Vaccinations, "vaccinations")] {
            let mut of_kind = read.iter().filter(|file| file.kind() == Some(kind)).peekable();
            if of_kind.peek().is_some() && of_kind.all(|file| rows(file) == 0) {
                reasons.push(format!("every {plural} file is empty: each has headings and no rows"));
            }
        }
        if reasons.is_empty() && !has(FileKind::Patients) {
            reasons.push("there is no patients file (NHS number, date of birth and practice code)".to_owned());
        }
        if reasons.is_empty() && !has(FileKind::Vaccinations) {
            reasons.push(
                "there is no vaccinations file (NHS number, event date and a procedure or product code): without one, \
                 everybody would look unvaccinated"
                    .to_owned(),
            );
        }
        reasons
    }
}

/// What the files of people and events hold, and how the reading of each ended.
struct RowsRead {
    people: People,
    events: FinishedEvents,
    /// Rejected rows of patients.
    rejects: Vec<Reject>,
    warnings: Warnings,
    trace: Trace,
    ends: Ends,
}

/// How the reading of files ended, by their places.
type Ends = Vec<(usize, Result<ReadFile, FileFault>)>;

/// Reads the files of people and events in the order in which they build on
/// each other.
fn read(survey: &Survey, plan: &LoadPlan<'_>) -> RowsRead {
    let mut people = People::default();
    people.asks_quality = plan.quality;
    let mut events = EventRows::default();
    let (mut rejects, mut warnings) = (Vec::new(), Warnings::default());
    let mut trace = Trace { number: plan.watch, rows: Vec::new() };
    let mut ends = Ends::new();
    let reading = &survey.reading;
    let LoadPlan { scope, rules, as_at, today, imd_2025, quality, .. } = *plan;
    let patients = PatientReader { scope, rules, as_at, today, imd_2025, quality };
    let vaccinations = VaccinationReader { rules, as_at, quality };
    let kinds = [FileKind::Patients, FileKind::Immunosuppressed, FileKind::Vaccinations];
    let read = survey.files.iter().filter(|file| file.kind().is_some_and(|kind| kinds.contains(&kind)));
    reading.meter.begin(read.map(|file| file.path.as_path()));
    each(survey, FileKind::Patients, &mut ends, |file, layout| {
        patients.read(file, layout, reading, &mut people, &mut rejects, &mut warnings)
    });
    people.settle(as_at);
    each(survey, FileKind::Immunosuppressed, &mut ends, |file, layout| {
        read_immunosuppressed(file, layout, reading, &mut people)
    });
    people.finish();
    people.add_findings(scope);
    each(survey, FileKind::Vaccinations, &mut ends, |file, layout| {
        let refresh = survey.refresh_date(file, plan.rules, plan.today);
        vaccinations.read((file, layout, reading, refresh), &people, &mut events, &mut trace, &mut warnings)
    });
    RowsRead { events: events.finish(&mut trace), people, rejects, warnings, trace, ends }
}

/// Reads every file of a kind in read order, and notes how each ended. After
/// a file that is not what it was taken for, no more is read.
fn each(
    survey: &Survey,
    kind: FileKind,
    ends: &mut Ends,
    mut read: impl FnMut(&InputFile, &Layout) -> Result<ReadFile, FileFault>,
) {
    for (index, file) in survey.files.iter().enumerate() {
        let last = ends.last().and_then(|(index, read)| Some((survey.files.get(*index)?, read)));
        if last.is_some_and(|(file, read)| !is_as_taken(file, read)) {
            return;
        }
        if let Some(layout) = file.layout().filter(|layout| layout.kind == kind) {
            ends.push((index, read(file, layout)));
        }
    }
}

impl RowsRead {
    /// Whether every file was what it was taken for.
    fn is_as_taken(&self, survey: &Survey) -> bool {
        self.ends.iter().all(|(index, read)| survey.files.get(*index).is_none_or(|file| is_as_taken(file, read)))
    }

    /// The extract of these files.
    fn extract(self, files: Decided, plan: &LoadPlan<'_>) -> Extract {
        let Self { people, events, mut rejects, warnings, trace, ends } = self;
        let counted = counted_issues(&people, &events);
        let files = files.ended(ends, &plan.rules.doubts);
        rejects.extend(events.rejects);
        let issues = [files.issues(&plan.rules.general.activity_code), warnings.into_issues(), counted].concat();
        let of_files = files.findings(&plan.rules.doubts).into_iter().chain(files.survey.refresh_unknown());
        let findings = people.findings.into_iter().chain(events.findings).chain(of_files).collect();
        let accounts = Accounts {
            sites: events.sites,
            event_files: events.files,
            patients: people.tally,
            vaccinations: events.tally,
            rejects,
            issues,
            findings,
            person_rows: people.rows,
            record_doubts: events.notes.doubts,
            event_faults: events.notes.faults,
            trace: trace.rows,
            unusable: files.unusable(),
            files,
        };
        Extract {
            people: people.list,
            events: events.events,
            refusals: events.notes.refusals,
            appointments: events.notes.appointments,
            accounts,
        }
    }
}

/// Whether a file of which only the top had been seen was text in UTF-8, and
/// could be read to its end.
fn is_as_taken(file: &InputFile, read: &Result<ReadFile, FileFault>) -> bool {
    let is_text = |bytes: &Bytes| !bytes.has_nul && bytes.encoding != Encoding::Windows1252;
    file.is_examined || read.as_ref().is_ok_and(|read| read.bytes.as_ref().is_some_and(is_text))
}

impl Decided {
    /// The files, each with how its reading ended: those that have been written
    /// to since they were looked at are refused.
    fn ended(self, ends: Ends, doubts: &DoubtRules) -> Self {
        let mut ends: HashMap<usize, Result<ReadFile, FileFault>> = ends.into_iter().collect();
        let end = |(index, file): (usize, InputFile)| {
            // Whatever was met in a file that changed meanwhile, that it changed is the reason.
            let is_read = match &file.state {
                FileState::Recognised(layout) => !matches!(layout.kind, FileKind::NotOurs | FileKind::OwnOutput),
                FileState::Refused(_) => true,
                FileState::Unrecognised { .. } | FileState::Skipped(_) | FileState::NoFile => false,
            };
            let is_changed = is_read && file.has_changed();
            let file = match ends.remove(&index) {
                Some(read) => file.ended(read),
                None => file,
            };
            let shifted = file.count.filter(|count| {
                file.layout().is_some() && doubts.passes_share(DoubtId::RowsShifted, count.shifted, count.read)
            });
            let file = match shifted {
                Some(count) => file.refused(&FileFault::Shifted { rows: count.shifted, of: count.read }),
                None => file,
            };
            if is_changed { file.refused(&FileFault::Changed) } else { file }
        };
        let files = self.survey.files.into_iter().enumerate().map(end).collect();
        Self { survey: Survey { files, ..self.survey }, ..self }
    }
}
