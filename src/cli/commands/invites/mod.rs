//! `vaxdash invites`.

mod already;
mod choosing;
mod doubts;
mod filling;
mod invite_log;
mod machine;
mod messages;
mod not_known;
mod reason;
mod summary;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::SecondsFormat;
use clap::Args;

use crate::audit::Entry;
use crate::cli::args::audit::{AuditArgs, entry_of, outputs};
use crate::cli::args::filter::FilterArgs;
use crate::cli::args::named_value::named_value;
use crate::cli::args::typed_channel::TypedChannel;
use crate::cli::args::typed_status::TypedStatus;
use crate::cli::args::value_hints::{any, campaigns, targets, with_hints};
use crate::cli::args::{DataArgs, DisclosureArgs, OverdueArgs, RejectArgs};
use crate::cli::command_output::{CommandOutput, InvitedByLog};
use crate::cli::invite_folders::{FolderStep, written_file};
use crate::cli::notices::say_doubts;
use crate::cli::step::{Inputs, Step, StepContext, run_alone};
use crate::cli::terminal::Terminal;
use crate::domain::{Doubt, IsoDate, UkDate, named_values};
use crate::exit::Failure;
use crate::invites::{
    BookingTarget, ChannelCount, Choices, FileNames, Manifest, ManifestStep, StepCount, WrittenFile, built_in_table,
    contacts_made, invite_files,
};
use crate::render::{Format, Look, OutputFile, write_report};
use crate::report::{DoseKind, DueQuery, Report, due_lines};
use crate::run::{Reconciled, Setup};

use crate::cli::data_age::{refuse_old_data, refuse_other_dates};
use already::AlreadyArgs;
use choosing::{campaign_invited_to, choose_targets, read_table, statuses};
use doubts::refuse_unsafe;
use filling::fill_plan;
use invite_log::{InviteLog, lock_log};
use machine::MachineFacts;
use messages::{MessageArgs, MessageCounts};
use not_known::not_known;
use reason::why_nobody;
use summary::{list_of_targets, summary};

/// Write the import files of a booking or messaging system for people who are due a dose.
///
/// Nobody who has died or may have, was removed from the list, or has a restricted record is
/// ever written; whoever is contraindicated, or has a record in doubt, goes to the review file
/// until a clinician has looked (--reviewed). Every other step between the people due and the
/// rows written is counted, and shown. One row a person; people who cannot be written are in
/// the file exceptions_…, care-home residents and the housebound in visits_…. All files of a
/// run are written, or none. While a doubt about the data is unsafe, nobody is invited until
/// it is accepted by name (--accept).
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  vaxdash invites --list-targets
  vaxdash invites --data extracts/ --cohort 6 --dose second --target accubook -o out/
  vaxdash invites --data extracts/ --dose booster --target accubook --dry-run
  vaxdash invites --data extracts/ --dose campaign --channels sms,email,letter,phone -o out/
  vaxdash invites --data extracts/ --channels sms=accubook,letter=mailmerge,phone -o out/
  vaxdash invites --export-targets > targets.toml
  vaxdash invites --data extracts/ --target notify-sms --exclude log.csv --invite-log log.csv -o out/
  vaxdash invites --data extracts/ --target accubook --reviewed reviewed.csv --format json -o out/")]
pub struct InvitesArgs {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    /// The dose; without it, what each person is due next.
    #[arg(long, value_parser = named_value::<DoseKind>(), help_heading = "Invitation")]
    dose: Option<DoseKind>,
    /// The statuses to invite, such as due,overdue; without it, everybody due on or before as-at.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = TypedStatus::read, help_heading = "Invitation")]
    status: Vec<TypedStatus>,
    /// Invite also those who fall due within this many days.
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(..=366), help_heading = "Invitation")]
    due_within: Option<u32>,
    /// The system that reads the files; --list-targets shows them all.
    #[arg(long, value_name = "NAME", value_parser = with_hints(any, targets), hide_possible_values = true, help_heading = "Invitation")]
    target: Option<String>,
    /// Reach each person in the first of these ways that is possible, each in one file only.
    ///
    /// Each is served by a target of the table: sms, email and letter by those of GOV.UK Notify,
    /// phone by a list of people to ring up. Another one can be named: sms=accubook,letter=mailmerge.
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        value_parser = with_hints(TypedChannel::read, TypedChannel::words),
        conflicts_with = "target",
        hide_possible_values = true,
        help_heading = "Invitation"
    )]
    channels: Vec<TypedChannel>,
    /// At most this many rows a practice, in list order.
    #[arg(long, value_name = "N", help_heading = "Invitation")]
    limit: Option<u64>,
    /// Keep care-home residents and the housebound, who else go to the visit list.
    #[arg(long, help_heading = "Invitation")]
    include_visits: bool,
    #[command(flatten)]
    already: AlreadyArgs,
    #[command(flatten)]
    message: MessageArgs,
    /// Invite from data more than 14 days old, in spite of who may have been vaccinated or died since.
    #[arg(long, help_heading = "Invitation")]
    allow_old_data: bool,
    /// Show every target: its system, file, columns, and how sure it is.
    #[arg(
        long,
        conflicts_with_all = ["data", "practices", "pcn", "sheet", "as_at", "rules", "accept", "imd_year", "threads", "no_hash", "rejects", "strict", "dose", "status", "due_within", "target",
            "channels", "limit", "include_visits", "exclude", "reinvite_after", "reviewed", "invite_log", "max_contacts", "round", "escalate", "wait", "message", "price", "allow_old_data", "campaign", "brand", "in_campaign",
            "practice", "cohort", "age", "gender", "ethnicity", "imd", "immunosuppressed", "housebound", "overdue_after",
            "disclosure", "audit_log", "reason", "output", "format", "dry_run", "force", "quiet", "header"],
        help_heading = "Targets"
    )]
    list_targets: bool,
    /// Print the built-in table of targets: the start of a file for --targets.
    #[arg(
        long,
        conflicts_with_all = ["list_targets", "targets", "data", "practices", "pcn", "sheet", "as_at", "rules", "accept", "imd_year", "threads", "no_hash", "rejects", "strict", "dose", "status", "due_within", "target",
            "channels", "limit", "include_visits", "exclude", "reinvite_after", "reviewed", "invite_log", "max_contacts", "round", "escalate", "wait", "message", "price", "allow_old_data", "campaign", "brand", "in_campaign",
            "practice", "cohort", "age", "gender", "ethnicity", "imd", "immunosuppressed", "housebound", "overdue_after",
            "disclosure", "audit_log", "reason", "output", "format", "dry_run", "force", "quiet", "header", "width"],
        help_heading = "Targets"
    )]
    export_targets: bool,
    /// A file of targets that adds to the built-in ones; one of the same name takes its place.
    #[arg(long, value_name = "FILE", help_heading = "Targets")]
    targets: Option<PathBuf>,
    /// Begin the files with their headings, for targets that have none.
    #[arg(long, help_heading = "Targets")]
    header: bool,
    /// The campaign to whose dose people are invited, instead of the one that is open.
    ///
    /// It must be open as at the date of the report, or begin within --due-within.
    #[arg(long, value_name = "ID", value_parser = with_hints(any, campaigns), hide_possible_values = true, help_heading = "Invitation")]
    campaign: Option<String>,
    #[command(flatten)]
    people: FilterArgs,
    #[command(flatten)]
    overdue: OverdueArgs,
    #[command(flatten)]
    disclosure: DisclosureArgs,
    #[command(flatten)]
    audit: AuditArgs,
    /// The folder to write to; do not open and save its files in Excel, which takes the first 0 of numbers.
    ///
    /// {date}, {as_at} and {refreshed} in it are filled in.
    #[arg(short, long, value_name = "DIR", help_heading = "Output")]
    output: Option<PathBuf>,
    /// How the counts of the steps are shown: json prints them on standard output, for programs.
    #[arg(long, value_parser = named_value::<CountsFormat>(), help_heading = "Output")]
    format: Option<CountsFormat>,
    /// Fit the table of steps to this many columns (default: the terminal's; as wide as needed elsewhere).
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=500), help_heading = "Output")]
    width: Option<u16>,
    /// Show the count of every step and write nothing.
    #[arg(short = 'n', long, help_heading = "Output")]
    dry_run: bool,
    /// Replace files that exist, and all that the folder's manifest.json names: those that this run does not write go.
    #[arg(short, long, help_heading = "Output")]
    force: bool,
    /// Say nothing on standard error but errors.
    #[arg(short, long, help_heading = "Output")]
    quiet: bool,
}

/// How the counts of the steps are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CountsFormat {
    /// A table for people.
    Table,
    /// JSON.
    Json,
}

named_values!(CountsFormat {
    Table => ("table", "A table for people."),
    Json => ("json", "JSON, for programs."),
});

impl InvitesArgs {
    pub fn run(&self, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        let terminal = self.as_wide_as_asked(terminal);
        if self.export_targets {
            return Ok(CommandOutput::with(built_in_table().into()));
        }
        if self.list_targets {
            let table = read_table(self.targets.as_deref())?;
            return Ok(CommandOutput::with(shown(list_of_targets(&table), terminal)?));
        }
        run_alone(self, terminal, err)
    }
}

impl InvitesArgs {
    /// The terminal, as wide as `--width` says.
    fn as_wide_as_asked(&self, terminal: Terminal) -> Terminal {
        Terminal { out_width: self.width.or(terminal.out_width), ..terminal }
    }
}

impl Step for InvitesArgs {
    fn inputs(&self) -> Inputs<'_> {
        let Self { data, rejects, overdue, quiet, .. } = self;
        let output = self.output.as_deref();
        Inputs { data, rejects, overdue_after: overdue.overdue_after, quiet: *quiet, output }
    }

    fn shows_digests(&self) -> Result<bool, Failure> {
        Ok(false)
    }

    fn writes(&self) -> bool {
        !self.dry_run
    }

    fn audit(&self) -> Option<&AuditArgs> {
        (!self.dry_run).then_some(&self.audit)
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        if self.dry_run {
            self.audit.refuse_reason()?;
        }
        if self.list_targets || self.export_targets {
            return Err(Failure::usage(
                "--list-targets and --export-targets show the targets of vaxdash, and is no step of a preset",
            ));
        }
        self.disclosure.refuse("invitations are to single people")?;
        self.already.check(!self.channels.is_empty())?;
        self.message.read(&self.ways()?)?;
        if self.output.is_none() && !self.dry_run {
            return Err(Failure::usage("give --output DIR, or --dry-run to see the count of every step"));
        }
        refuse_other_dates(setup, self.allow_old_data)?;
        self.query(setup).map(|_| ())
    }

    fn make(
        &self,
        run: &Reconciled<'_>,
        context: &StepContext<'_>,
        err: &mut dyn Write,
    ) -> Result<CommandOutput, Failure> {
        let &StepContext { invited_before, words, terminal, kept_back: _ } = context;
        let folder = words.fill_any(self.output.as_deref())?;
        let (targets, query, setup) = (self.ways()?, self.query(&run.setup)?, &run.setup);
        refuse_old_data(run, self.allow_old_data)?;
        let to_lock = self.already.invite_log.as_deref().filter(|_| !self.dry_run);
        let wait = Duration::from_secs(u64::from(self.already.wait));
        let locks = lock_log(to_lock, wait, invited_before, self.quiet, err)?;
        let mut unsaid = io::sink();
        let err: &mut dyn Write = if self.quiet { &mut unsaid } else { err };
        let log = self.already.invite_log.as_deref().map(InviteLog::read).transpose()?;
        let (already_invited, findings) = self.already.already_invited(run, invited_before, log.as_ref(), err)?;
        let of_lists = setup.judge(&findings);
        say_doubts(&of_lists, err);
        let doubts = [&run.doubts[..], &of_lists].concat();
        refuse_unsafe(&doubts, &targets, !self.quiet)?;
        let campaign = query.campaign.map(|campaign| campaign.id.clone());
        let table = read_table(self.targets.as_deref())?;
        let choices = Choices {
            include_visits: self.include_visits,
            already_invited,
            reviewed: self.already.reviewed(run, err)?,
            not_known: not_known(run.accounts.files.known_columns(), &targets),
            limit: self.limit,
            rounds: self.already.rounds(log.as_ref(), invited_before, &table, setup.as_at, campaign.clone()),
        };
        let plan = fill_plan(run, due_lines(&run.population, &query), &targets, &choices)?;
        let messages = self.message.read(&targets)?.map(|messages| messages.counts(&plan));
        let names = FileNames {
            folder: folder.as_deref().unwrap_or_else(|| Path::new("")),
            dose: query.dose.map_or("next", DoseKind::name),
            as_at: setup.as_at,
        };
        let files = invite_files(&plan, &targets, &choices.reviewed, &setup.scope, self.header, &names)
            .map_err(Failure::fault)?;
        let written: Vec<WrittenFile> = files.iter().filter(|_| !self.dry_run).map(written_file).collect();
        let reason = why_nobody(&query, &plan, run, self.already.round);
        let mut summary = summary(run, &query, &targets, &plan, written.len(), reason.as_deref(), &doubts);
        summary.tables.extend(messages.as_ref().map(MessageCounts::table));
        if let Some(receipt) = &mut summary.receipt {
            receipt.filters.extend(self.campaign.iter().map(|id| ("campaign", vec![id.clone()])));
            receipt.filters.extend(self.already.round.iter().map(|round| ("round", vec![round.to_string()])));
        }
        let people = u64::try_from(plan.rows.len()).unwrap_or(u64::MAX);
        let entry = entry_of(&summary, &setup.scope, vec![("invited", people), ("reviewed", plan.let_go)]);
        let machine = match self.format {
            Some(CountsFormat::Json) => {
                let (stamp, dose) = (&run.stamp(), names.dose);
                let (targets, plan, doubts) = (&targets[..], &plan, &doubts[..]);
                let (files, reason, messages) = (&written[..], reason.as_deref(), messages.as_ref());
                MachineFacts { stamp, dose, targets, plan, files, reason, messages, doubts }.written()?
            }
            Some(CountsFormat::Table) | None => Vec::new(),
        };
        let out = shown(summary, self.as_wide_as_asked(terminal))?;
        if self.dry_run {
            return Ok(CommandOutput::with(if machine.is_empty() { out } else { machine }));
        }
        let (mut additions, mut invited) = (Vec::new(), InvitedByLog::new());
        if let Some(log) = log {
            let campaign = campaign.as_deref();
            invited.insert(log.path().to_owned(), contacts_made(&plan, &targets, setup.as_at, campaign));
            additions.extend(log.addition(&plan, &targets, setup.as_at, campaign)?);
        }
        let step = ManifestStep {
            dose: names.dose.to_owned(),
            campaign,
            channels: ChannelCount::all(&plan, &targets),
            steps: StepCount::all(&plan),
            reviewed: plan.let_go,
            reason,
            doubts_accepted: doubts.iter().filter(|doubt| doubt.accepted).map(Doubt::typed).collect(),
        };
        let invitations = folder.map(|folder| FolderStep {
            folder,
            manifest: manifest_of(run),
            step,
            files: written,
            log: self.already.invite_log.clone(),
            targets: table.into_iter().map(|target| target.name).collect(),
        });
        let said = if self.quiet { Vec::new() } else { out };
        let files: Vec<OutputFile> = files.into_iter().map(|file| file.output).collect();
        // The files for those who are not invited name people, too.
        let entry = Entry { outputs: outputs(&files, &[]), ..entry };
        let entries = (!files.is_empty()).then_some(entry).into_iter().collect();
        Ok(CommandOutput {
            out: machine,
            files,
            additions,
            invitations: invitations.into_iter().collect(),
            force: self.force,
            said,
            invited,
            locks,
            entries,
            ..CommandOutput::default()
        })
    }
}

impl InvitesArgs {
    /// The targets by which people are invited, in the order in which they are tried.
    fn ways(&self) -> Result<Vec<BookingTarget>, Failure> {
        choose_targets(read_table(self.targets.as_deref())?, self.target.as_deref(), &self.channels, self.header)
    }

    /// Who is wanted.
    fn query<'a>(&self, setup: &'a Setup<'_>) -> Result<DueQuery<'a>, Failure> {
        let dose = self.dose;
        let statuses = statuses(&self.status, dose)?;
        let campaign = campaign_invited_to(self.campaign.as_deref(), dose, self.due_within, setup)?;
        if dose == Some(DoseKind::Campaign) && campaign.is_none() {
            return Err(Failure::usage(format!("no campaign is open as at {}", UkDate(setup.as_at))));
        }
        let filter = self.people.resolve(&setup.scope, setup.rules)?;
        Ok(DueQuery { filter, dose, statuses, due_within: self.due_within, campaign })
    }
}

/// The head of the manifests of a run.
fn manifest_of(run: &Reconciled<'_>) -> Manifest {
    let (stamp, refreshed) = (run.stamp(), run.accounts.files.newest_refresh());
    let refreshed = refreshed.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true));
    Manifest::new(IsoDate(stamp.as_at).to_string(), refreshed, stamp.version, stamp.rules_version)
}

/// A report as a table for people.
fn shown(report: Report, terminal: Terminal) -> Result<Vec<u8>, Failure> {
    let look = Look { format: Format::Table, width: terminal.out_width, bom: false };
    write_report(report, look).map(|made| made.bytes).map_err(|fault| Failure::fault(fault.to_string()))
}
