//! From options to assessed people: what every report command does first.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use crate::classify::{Population, classify};
use crate::cli::args::{DataArgs, RejectArgs};
use crate::cli::clock;
use crate::cli::notices::{Notices, rejects_file};
use crate::domain::{Contact, NhsNumber, Person, Scope, UkDate, VaccinationTally};
use crate::exit::{Exit, Failure};
use crate::load::{Data, Extract, LoadPlan, Reading, ScopeFault};
use crate::render::OutputFile;
use crate::rules::{Problems, RuleSet};
use crate::run::reconcile;

/// What is settled before any row is read.
pub struct Setup {
    /// The rules in force.
    pub rules: RuleSet,
    /// The practices that may be seen.
    pub scope: Scope,
    /// The date of the report.
    pub as_at: NaiveDate,
    /// That the data are old, in words, where they are.
    pub old: Option<String>,
}

/// The people of a run, assessed and reconciled.
pub struct Session<'a> {
    /// What was settled before.
    pub setup: &'a Setup,
    /// The files.
    pub data: Data,
    /// The people in `patients`, assessed.
    pub population: Population<'a>,
    /// What loading left besides the events.
    pub extract: Extract,
    /// Where the vaccination rows went, complete.
    pub vaccinations: VaccinationTally,
    /// Whom this run has invited so far, by the log that will say so: the
    /// next step of a preset may read the same log.
    pub invited: RefCell<HashMap<PathBuf, HashSet<NhsNumber>>>,
}

/// The rules: built in, or from a folder.
pub fn load_rules(args: &DataArgs) -> Result<RuleSet, Problems> {
    args.rules.as_deref().map_or_else(RuleSet::built_in, RuleSet::from_folder)
}

/// Recognises the files, and narrows the practice lists to the networks asked for.
pub fn survey(args: &DataArgs, reading: Reading) -> Result<Data, Failure> {
    let found = Data::survey(&args.data, &args.practices, args.sheet.as_deref(), reading).map_err(|unreadable| {
        Failure::input(format!("{} cannot be read: {}. Check the path", unreadable.path.display(), unreadable.error))
    });
    found.map(|mut data| {
        let as_at = as_at_of(args, &data);
        data.choose_networks(&args.pcn, as_at);
        data
    })
}

/// The practices that may be seen, or why nobody may.
pub fn find_scope(data: &mut Data, rules: &RuleSet) -> Result<Scope, Failure> {
    data.scope(&rules.general.activity_code).map_err(|fault| {
        // A file that could not be read might be the list.
        data.examine();
        match (&fault, data.refused().next()) {
            (ScopeFault::NoList | ScopeFault::Empty, Some((file, reason))) => {
                Failure::input(format!("{file} is refused: {reason}"))
            }
            _ => Failure::refused(fault.to_string()),
        }
    })
}

/// The date of the report.
pub fn find_as_at(args: &DataArgs, data: &Data, rules: &RuleSet) -> Result<NaiveDate, Failure> {
    let as_at = as_at_of(args, data);
    let hint = if args.as_at.is_some() { "" } else { ": the data's own date is too early, so give --as-at" };
    check_start(as_at, rules, hint).map(|()| as_at)
}

/// The date asked for, else that of the data, else today's.
fn as_at_of(args: &DataArgs, data: &Data) -> NaiveDate {
    let by_data = || data.newest_refresh().map(crate::domain::london_date);
    args.as_at.or_else(by_data).unwrap_or_else(clock::today)
}

/// Nothing can be said as at a date before the programme began.
pub fn check_start(as_at: NaiveDate, rules: &RuleSet, hint: &str) -> Result<(), Failure> {
    let start = rules.general.programme_start;
    if as_at >= start {
        return Ok(());
    }
    let (as_at, start) = (UkDate(as_at), UkDate(start));
    Err(Failure::usage(format!("as at {as_at} is before {start}, when the programme began{hint}")))
}

/// Settles rules, files, scope and date, for an output that shows the digests
/// of the files or does not.
pub fn prepare(args: &DataArgs, shows_digests: bool) -> Result<(Setup, Data), Failure> {
    let rules = load_rules(args).map_err(|problems| Failure::input(problems.to_string()))?;
    let mut data = survey(args, args.speed.reading(shows_digests))?;
    let scope = find_scope(&mut data, &rules)?;
    let as_at = find_as_at(args, &data, &rules)?;
    let old = age_of_data(args, as_at, data.newest_refresh());
    Ok((Setup { rules, scope, as_at, old }, data))
}

/// Says that the data are old: more than two days behind the clock, where the
/// date of the report was taken from them, else behind that date.
pub fn age_of_data(args: &DataArgs, as_at: NaiveDate, newest: Option<DateTime<Utc>>) -> Option<String> {
    let shown = UkDate(as_at);
    if args.as_at.is_none() {
        let days = (clock::today() - as_at).num_days();
        return (days > 2).then(|| {
            format!("the report is as at {shown}, {days} days ago, the date of the data; --as-at {shown} says that this is meant")
        });
    }
    let refreshed = crate::domain::london_date(newest?);
    let days = (as_at - refreshed).num_days();
    (days > 2).then(|| {
        let refreshed = UkDate(refreshed);
        format!(
            "the data were refreshed on {refreshed}, {days} days before {shown}: what happened since is not in them"
        )
    })
}

/// Where the vaccination rows went, complete; a run that does not add up is
/// the program's own fault.
pub fn reconciled(extract: &Extract, population: &Population<'_>) -> Result<VaccinationTally, Failure> {
    reconcile(&extract.patients, &extract.vaccinations, population).map_err(Failure::unreconciled)
}

impl Setup {
    /// Loads, classifies and reconciles.
    pub fn load(
        &self,
        mut data: Data,
        overdue_after: Option<u16>,
        watch: Option<NhsNumber>,
    ) -> Result<Session<'_>, Failure> {
        self.check_overdue_after(overdue_after)?;
        let plan = LoadPlan { scope: &self.scope, rules: &self.rules, as_at: self.as_at, watch };
        let mut extract = data.load(&plan);
        if !extract.unusable.is_empty() {
            // What `check` itself would say is not repeated to it.
            let hint = ". `vaxdash check` shows what each file is";
            let hint = if data.refused().next().is_none() { hint } else { "" };
            return Err(Failure::input(extract.unusable.join("\n") + hint));
        }
        let events = std::mem::take(&mut extract.events);
        let population = classify(&extract.people, events, overdue_after, &self.rules, self.as_at);
        let vaccinations = reconciled(&extract, &population)?;
        Ok(Session { setup: self, data, population, extract, vaccinations, invited: RefCell::default() })
    }

    /// A second dose cannot be overdue before it is due.
    fn check_overdue_after(&self, overdue_after: Option<u16>) -> Result<(), Failure> {
        let largest = self.rules.largest_due_after_at(self.as_at);
        match overdue_after {
            Some(days) if days < largest => Err(Failure::usage(format!(
                "--overdue-after {days} is less than the {largest} days after which a second dose is due as at {}",
                UkDate(self.as_at)
            ))),
            _ => Ok(()),
        }
    }
}

impl Session<'_> {
    /// The contact details of these people, in the same order.
    pub fn contacts(&self, people: &[Person]) -> Result<Vec<Contact>, Failure> {
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let read = self.data.contacts(people);
        read.map_err(|fault| Failure::input(format!("the patients file cannot be read again: {fault}")))
    }

    /// Says on `err` what the user should know; gives the exit code that the
    /// rejected rows call for, and the file of them if one is wanted.
    pub fn finish(
        &self,
        args: &RejectArgs,
        quiet: bool,
        err: &mut dyn Write,
    ) -> Result<(Exit, Vec<OutputFile>), Failure> {
        let rejects = &self.extract.rejects;
        if !quiet {
            Notices {
                issues: &self.extract.issues,
                rejects: rejects.len(),
                rejects_file: args.rejects.as_deref(),
                old: self.setup.old.as_deref(),
            }
            .write(err);
        }
        let exit = if args.strict && !rejects.is_empty() { Exit::Problems } else { Exit::Done };
        let file = args.rejects.as_deref().map(|path| rejects_file(path, rejects)).transpose()?;
        Ok((exit, file.into_iter().collect()))
    }
}
