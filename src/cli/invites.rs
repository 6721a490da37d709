//! `vaxdash invites`.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::args::{DataArgs, OverdueArgs, RejectArgs};
use super::filter_args::{FilterArgs, find_campaign};
use super::session::{Session, Setup};
use super::step::Step;
use super::{Done, Terminal, clock};
use crate::domain::{NhsNumber, UkDate};
use crate::exit::Failure;
use crate::invites::{Choices, FileNames, InvitePlan, Target, invite_files, sift, targets};
use crate::load::read_invited;
use crate::render::{Format, Look, write_report};
use crate::report::{Cell, Column, DoseKind, DueLine, DueQuery, Kind, Report, Table, due_lines};

/// Data this much older than the clock, in days, invite nobody.
const OLDEST_DATA: i64 = 14;

/// Write the import files of a booking system for people who are due a dose.
///
/// Nobody with a known death, removed from the list, or with a restricted record is ever
/// written. Every other step between the people due and the rows written is counted, and
/// shown. One row a person, one file a practice; people who cannot be written are in
/// exceptions.csv, care-home residents and the housebound in visits.csv.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash invites --data extracts/ --cohort 6 --dose second --target accubook -o out/\n  vaxdash invites --data extracts/ --dose booster --target accubook --dry-run"
)]
pub struct InvitesArgs {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    /// The dose; without it, what each person is due next.
    #[arg(long, value_enum, help_heading = "Invitation")]
    dose: Option<DoseArg>,
    /// The statuses to invite, such as due,overdue; without it, everybody due on or before as-at.
    #[arg(long, value_name = "LIST", value_delimiter = ',', help_heading = "Invitation")]
    status: Vec<String>,
    /// Invite also those who fall due within this many days.
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(..=366), help_heading = "Invitation")]
    due_within: Option<u32>,
    /// The system that reads the files.
    #[arg(long, value_name = "NAME", help_heading = "Invitation")]
    target: String,
    /// At most this many rows a practice, in list order.
    #[arg(long, value_name = "N", help_heading = "Invitation")]
    limit: Option<u64>,
    /// Keep care-home residents and the housebound, who else go to the visit list.
    #[arg(long, help_heading = "Invitation")]
    include_visits: bool,
    /// A file of people invited already (repeatable): any file with an NHS number column.
    #[arg(long, value_name = "FILE", help_heading = "Invitation")]
    exclude: Vec<PathBuf>,
    /// Where a file of --exclude has dates: invite again after this many days.
    #[arg(long, value_name = "DAYS", default_value_t = 14, requires = "exclude", help_heading = "Invitation")]
    reinvite_after: u16,
    /// Invite from data more than 14 days old, in spite of who may have been vaccinated or died since.
    #[arg(long, help_heading = "Invitation")]
    allow_old_data: bool,
    /// Only members of this campaign's groups.
    #[arg(long, value_name = "ID", help_heading = "People")]
    campaign: Option<String>,
    #[command(flatten)]
    people: FilterArgs,
    #[command(flatten)]
    overdue: OverdueArgs,
    /// The folder to write to; it is made if it is not there.
    #[arg(short, long, value_name = "DIR", required_unless_present = "dry_run", help_heading = "Output")]
    output: Option<PathBuf>,
    /// Show the count of every step and write nothing.
    #[arg(short = 'n', long, help_heading = "Output")]
    dry_run: bool,
    /// Replace files that exist.
    #[arg(short, long, help_heading = "Output")]
    force: bool,
    /// Say nothing on standard error but errors.
    #[arg(short, long, help_heading = "Output")]
    quiet: bool,
}

/// A dose of `--dose`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DoseArg {
    /// First dose.
    First,
    /// Second dose.
    Second,
    /// Third primary dose of the immunosuppressed.
    ThirdPrimary,
    /// First booster.
    Booster,
    /// Dose of the campaign that is open.
    Campaign,
}

impl From<DoseArg> for DoseKind {
    fn from(dose: DoseArg) -> Self {
        match dose {
            DoseArg::First => Self::First,
            DoseArg::Second => Self::Second,
            DoseArg::ThirdPrimary => Self::ThirdPrimary,
            DoseArg::Booster => Self::Booster,
            DoseArg::Campaign => Self::Campaign,
        }
    }
}

impl Step for InvitesArgs {
    fn data(&self) -> &DataArgs {
        &self.data
    }

    fn rejects(&self) -> &RejectArgs {
        &self.rejects
    }

    fn quiet(&self) -> bool {
        self.quiet
    }

    fn overdue_after(&self) -> Option<u16> {
        self.overdue.overdue_after
    }

    fn writes(&self) -> bool {
        !self.dry_run
    }

    fn check(&self, setup: &Setup) -> Result<(), Failure> {
        find_target(&self.target)?;
        self.refuse_old_data(setup.as_at)?;
        self.query(setup).map(|_| ())
    }

    fn make(&self, session: &Session<'_>, terminal: Terminal, err: &mut dyn Write) -> Result<Done, Failure> {
        let (target, query, setup) = (find_target(&self.target)?, self.query(session.setup)?, session.setup);
        let choices = Choices {
            include_visits: self.include_visits,
            already_invited: self.already_invited(session, err)?,
            limit: self.limit,
        };
        let plan = fill_plan(session, due_lines(&session.population, &query), &target, &choices)?;
        let names = FileNames {
            folder: self.output.as_deref().unwrap_or_else(|| Path::new("")),
            dose: query.dose.map_or("next", DoseKind::name),
            as_at: setup.as_at,
        };
        let files = invite_files(&plan, &target, &setup.scope, &names);
        let files = files.map_err(|error| Failure::fault(error.to_string()))?;
        let written = if self.dry_run { 0 } else { files.len() };
        let report = summary(session, &query, &target, &plan, written);
        let mut out = Vec::new();
        let look = Look { format: Format::Table, width: terminal.out_width, bom: false };
        write_report(&report, look, &mut out).map_err(|error| Failure::fault(error.to_string()))?;
        if self.dry_run {
            return Ok(Done::with(out));
        }
        let folders = self.output.iter().filter(|_| written > 0).cloned().collect();
        let said = if self.quiet { Vec::new() } else { out };
        Ok(Done { files, force: self.force, folders, said, ..Done::default() })
    }
}

impl InvitesArgs {
    /// People may have been vaccinated or have died since old data were made.
    fn refuse_old_data(&self, as_at: NaiveDate) -> Result<(), Failure> {
        let days_old = (clock::today() - as_at).num_days();
        if days_old <= OLDEST_DATA || self.allow_old_data {
            return Ok(());
        }
        Err(Failure::refused(format!(
            "the data are {days_old} days old (as at {}): people may have been vaccinated or have died since. \
             Get a new extract, or say --allow-old-data",
            UkDate(as_at)
        )))
    }

    /// Who is wanted.
    fn query<'a>(&self, setup: &'a Setup) -> Result<DueQuery<'a>, Failure> {
        let dose = self.dose.map(DoseKind::from);
        let statuses = statuses(&self.status, dose)?;
        let campaign = setup.rules.campaign_open_at(setup.as_at);
        if dose == Some(DoseKind::Campaign) && campaign.is_none() {
            return Err(Failure::usage(format!("no campaign is open as at {}", UkDate(setup.as_at))));
        }
        let members = self.campaign.as_deref().map(|id| find_campaign(id, &setup.rules)).transpose()?;
        let filter = self.people.resolve(&setup.scope, members)?;
        Ok(DueQuery { filter, dose, statuses, due_within: self.due_within, campaign })
    }

    /// The people of the `--exclude` files who were invited lately.
    fn already_invited(&self, session: &Session<'_>, err: &mut dyn Write) -> Result<HashSet<NhsNumber>, Failure> {
        let mut invited = HashSet::new();
        let own: HashSet<NhsNumber> = session.extract.people.iter().map(|person| person.nhs_number).collect();
        for path in &self.exclude {
            let read = read_invited(path, |number| own.contains(&number))
                .map_err(|error| Failure::input(format!("{} cannot be used: {error}", path.display())))?;
            if read.unreadable > 0 && !self.quiet {
                let rows = if read.unreadable == 1 { "row has" } else { "rows have" };
                drop(writeln!(
                    err,
                    "vaxdash: {} {rows} no readable NHS number in {}: whoever it is may be invited again",
                    read.unreadable,
                    path.display()
                ));
            }
            let lately = read.people.into_iter().filter(|(_, date)| {
                date.is_none_or(|date| (session.setup.as_at - date).num_days() < i64::from(self.reinvite_after))
            });
            invited.extend(lately.map(|(number, _)| number));
        }
        Ok(invited)
    }
}

fn find_target(name: &str) -> Result<Target, Failure> {
    let known = targets().map_err(|fault| Failure::fault(fault.to_string()))?;
    let names: Vec<String> = known.iter().map(|target| target.name.clone()).collect();
    known
        .into_iter()
        .find(|target| target.name == name)
        .ok_or_else(|| Failure::usage(format!("there is no target \"{name}\". The targets are: {}", names.join(", "))))
}

/// The status words asked for, with hyphens; a word that the dose does not know is refused.
fn statuses(words: &[String], dose: Option<DoseKind>) -> Result<Vec<String>, Failure> {
    let kinds: &[DoseKind] = dose.as_ref().map_or(&DoseKind::ALL, std::slice::from_ref);
    let mut known: Vec<&str> = kinds.iter().flat_map(|kind| kind.words()).copied().collect();
    known.sort_unstable();
    known.dedup();
    words
        .iter()
        .map(|word| {
            let word = word.trim().replace('_', "-");
            if known.contains(&word.as_str()) {
                return Ok(word);
            }
            Err(Failure::usage(format!("--status {word}: the statuses that can be invited are {}", known.join(", "))))
        })
        .collect()
}

/// Sends everybody due through the waterfall; contact details are read only
/// for those whom the first steps leave.
fn fill_plan(
    session: &Session<'_>,
    lines: Vec<DueLine>,
    target: &Target,
    choices: &Choices,
) -> Result<InvitePlan, Failure> {
    let mut plan = InvitePlan::default();
    let left = sift(lines, target, choices, &mut plan);
    let people: Vec<_> = left.iter().map(|line| line.person).collect();
    let contacts = session.contacts(&people)?;
    let practices = session.setup.scope.practices().len();
    plan.fill(left, &contacts, target, choices, practices).map_err(Failure::fault)?;
    Ok(plan)
}

/// The waterfall as a report.
fn summary(session: &Session<'_>, query: &DueQuery<'_>, target: &Target, plan: &InvitePlan, files: usize) -> Report {
    let rows = plan.waterfall.steps().into_iter().map(|(step, count)| vec![Cell::text(step), Cell::Count(count)]);
    let table = Table::new(
        "waterfall",
        "Who is invited",
        vec![Column::new("step", "Step", Kind::Text), Column::new("people", "People", Kind::Count)],
        rows.collect(),
    );
    let mut notes = session.notes();
    notes.push(match files {
        0 => "Nothing was written.".to_owned(),
        1 => "1 file was written.".to_owned(),
        files => format!("{files} files were written."),
    });
    Report {
        name: "invites",
        title: format!(
            "Invitations for {}: {}",
            target.system,
            query.dose.map_or("what each person is due next", DoseKind::name)
        ),
        tables: vec![table],
        notes,
        stamp: Some(session.stamp()),
        receipt: Some(session.receipt(&query.filter)),
    }
}
