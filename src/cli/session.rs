//! From options to a run: what every report command does first.

use std::io::Write;

use chrono::{DateTime, NaiveDate, Utc};

use crate::cli::args::{DataArgs, RejectArgs};
use crate::cli::clock;
use crate::cli::notices::{Notices, rejects_file, say_doubts};
use crate::cli::output_paths::PathWords;
use crate::cli::whats_there::whats_there;
use crate::domain::{Doubt, UkDate, london_date};
use crate::exit::{Exit, Failure};
use crate::load::{Reading, ScopeFault, Survey};
use crate::render::OutputFile;
use crate::rules::{Problems, RuleSet};
use crate::run::{self, Dates, Paths, Reconciled, RunFault, Scoped};

/// The rules: built in, or from a folder.
pub fn load_rules(args: &DataArgs) -> Result<RuleSet, Problems> {
    args.rules.as_deref().map_or_else(RuleSet::built_in, RuleSet::from_folder)
}

/// The same, where faults of a folder end the command.
pub fn sound_rules(args: &DataArgs) -> Result<RuleSet, Failure> {
    load_rules(args).map_err(|problems| Failure::input(problems.to_string()))
}

/// Finds the files, and the date of the report: the one asked for, else that
/// of the data, else today's.
pub fn survey(args: &DataArgs, reading: Reading) -> Result<(Survey, NaiveDate), Failure> {
    let headers = args.headings.known()?;
    let paths =
        Paths { data: &args.data, practices: &args.practices, sheet: args.sheet.as_deref(), headers: Some(&headers) };
    let found = run::survey(paths, reading)?;
    let by_data = || found.newest_refresh().map(london_date);
    let as_at = args.as_at.or_else(by_data).unwrap_or_else(clock::today);
    Ok((found, as_at))
}

/// Nothing can be said as at a date before the programme began, be it asked
/// for or that of the data.
pub fn check_start(args: &DataArgs, as_at: NaiveDate, rules: &RuleSet) -> Result<(), Failure> {
    run::check_start(as_at, rules).map_err(|fault| {
        let hint = if args.as_at.is_some() { "" } else { ": the data's own date is too early, so give --as-at" };
        Failure::usage(format!("{}{hint}", Failure::from(fault)))
    })
}

/// Settles files, scope and date by these rules, for an output that shows the
/// digests of the files or does not. Says that the data are old, where they are.
pub fn prepare<'r>(
    args: &DataArgs,
    rules: &'r RuleSet,
    shows_digests: bool,
) -> Result<(Scoped<'r>, Option<String>), Failure> {
    let (found, as_at) = survey(args, args.speed.reading(shows_digests))?;
    let scoped = run::scope(found, rules, &args.pcn, Dates { as_at, today: clock::today() })
        .map_err(|none| no_scope(args, none.fault))?;
    let scoped = scoped.with_settings(args.accept.accepted(), args.accept.imd_year);
    check_start(args, as_at, rules)?;
    let old = age_of_data(args, as_at, scoped.files.newest_refresh());
    Ok((scoped, old))
}

/// What the words in the paths of outputs stand for.
pub fn path_words(scoped: &Scoped<'_>) -> PathWords {
    PathWords::of_data(scoped.setup.as_at, scoped.files.newest_refresh())
}

/// Why nobody may be seen; where there are no data at all, what is there instead.
pub fn no_scope(args: &DataArgs, fault: RunFault) -> Failure {
    let is_no_list = matches!(fault, RunFault::NoScope(ScopeFault::NoList));
    let failure = Failure::from(fault);
    match whats_there(&args.data).filter(|_| is_no_list && args.practices.is_empty()) {
        Some(there) => Failure::refused(format!("{there} ({failure})")),
        None => failure,
    }
}

/// Says that the data are old: more than two days behind the clock, where the
/// date of the report was taken from them, else behind that date.
pub fn age_of_data(args: &DataArgs, as_at: NaiveDate, newest: Option<DateTime<Utc>>) -> Option<String> {
    let shown = UkDate(as_at);
    if args.as_at.is_none() {
        let days = (clock::today() - as_at).num_days();
        return (days > 2).then(|| {
            format!("the report is as at {shown}, {days} days ago, the date of the data; confirm with --as-at {shown}")
        });
    }
    let refreshed = london_date(newest?);
    let days = (as_at - refreshed).num_days();
    (days > 2).then(|| {
        let refreshed = UkDate(refreshed);
        format!(
            "the data were refreshed on {refreshed}, {days} days before {shown}: what happened since is not in them"
        )
    })
}

/// Says on `err` what the user should know of a run, and that its data are old
/// where they are; gives the exit code that the rejected rows call for, and the
/// file of them if one is wanted.
pub fn finish(
    run: &Reconciled<'_>,
    old: Option<&str>,
    args: &RejectArgs,
    words: &PathWords,
    quiet: bool,
    err: &mut dyn Write,
) -> Result<(Exit, Vec<OutputFile>), Failure> {
    let (rejects, path) = (&run.accounts.rejects, words.fill_any(args.rejects.as_deref())?);
    if !quiet {
        let issues = &run.accounts.issues;
        Notices { issues, rejects: rejects.len(), rejects_file: path.as_deref(), old }.write(err);
        say_doubts(&run.doubts, err);
    }
    let exit = strict_exit(run, args);
    let file = path.as_deref().map(|path| rejects_file(path, rejects)).transpose()?;
    Ok((exit, file.into_iter().collect()))
}

/// The exit code that rejected rows and unsafe doubts call for.
pub fn strict_exit(run: &Reconciled<'_>, args: &RejectArgs) -> Exit {
    let is_open = !run.accounts.rejects.is_empty() || run.doubts.iter().any(Doubt::is_open);
    if args.strict && is_open { Exit::Problems } else { Exit::Done }
}
