//! Options that several commands share: as typed, before they mean anything.

pub mod accept;
pub mod audit;
pub mod doses;
pub mod filter;
pub mod list;
pub mod log_reason;
pub mod named_value;
pub mod share;
pub mod typed_channel;
pub mod typed_status;
pub mod value_hints;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

use chrono::NaiveDate;
use clap::Args;

use accept::AcceptArgs;
use named_value::named_value;

use crate::cli::clock;
use crate::cli::own_headers::own_headers;
use crate::cli::progress::meter;
use crate::exit::Failure;
use crate::load::{DateCell, DateEvidence, KnownHeaders, Reading, UserHeadings, read_date};
use crate::render::Format;
use crate::report::Profile;

/// Which data to read.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Data")]
pub struct DataArgs {
    /// A file or folder of extract files (repeatable; folders are not searched deeper).
    #[arg(long, value_name = "PATH", required = true)]
    pub data: Vec<PathBuf>,
    /// Your practice list (repeatable); lists inside the data are then ignored.
    #[arg(long, value_name = "FILE")]
    pub practices: Vec<PathBuf>,
    /// Only practices of this Primary Care Network (repeatable).
    ///
    /// By the PCN code column of your practice list, or by ODS's ePCN.xlsx given with
    /// --practices. ODS's lists of all England are refused without it.
    #[arg(long, value_name = "CODE")]
    pub pcn: Vec<String>,
    /// The sheet to read of the workbooks in --data, hidden or not, instead of every visible one.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[command(flatten)]
    pub headings: HeadingArgs,
    /// The date of the report: DD/MM/YYYY, YYYY-MM-DD or today.
    ///
    /// Without it: the newest refresh date of the vaccination files (by the time stamp
    /// in their names, or the sources file), else today.
    #[arg(long, value_name = "DATE", value_parser = read_as_at)]
    pub as_at: Option<NaiveDate>,
    /// A folder of rule files that replace the built-in ones.
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
    #[command(flatten)]
    pub accept: AcceptArgs,
    #[command(flatten)]
    pub speed: SpeedArgs,
}

/// Headings of your own, from `[headings]` in `vaxdash.toml`.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Data")]
pub struct HeadingArgs {
    /// A heading of your own with its field, as HEADING=FIELD (repeatable).
    #[arg(long = "heading", id = "headings", value_name = "HEADING=FIELD", value_parser = read_heading, hide = true)]
    headings: Vec<(String, String)>,
}

impl HeadingArgs {
    /// What is known of headings beside the built-in table.
    pub fn known(&self) -> Result<KnownHeaders, Failure> {
        let named = self.headings.iter().map(|(heading, field)| (heading.as_str(), field.as_str()));
        Ok(KnownHeaders { named: UserHeadings::new(named).map_err(Failure::usage)?, own: own_headers() })
    }
}

/// Reads `Went on=date_of_death`; a heading may hold `=` itself.
fn read_heading(text: &str) -> Result<(String, String), String> {
    let (heading, field) = text.rsplit_once('=').ok_or("write HEADING=FIELD, such as \"Went on=date_of_death\"")?;
    UserHeadings::new([(heading, field)])?;
    Ok((heading.to_owned(), field.to_owned()))
}

/// How fast to read: nothing of it shows in the figures.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Data")]
pub struct SpeedArgs {
    /// How many threads read large files (default: one for each processor).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Leave the SHA-256 of the files out of what is written: reading is faster without.
    ///
    /// It is worked out only where it is shown: in JSON and workbooks.
    #[arg(long)]
    pub no_hash: bool,
}

impl SpeedArgs {
    /// How files are read for an output that shows their digests, or does not.
    pub fn reading(&self, shows_digests: bool) -> Reading {
        let processors = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let threads = self.threads.map_or_else(processors, usize::from);
        Reading { threads, digests: shows_digests && !self.no_hash, meter: meter(), ..Reading::default() }
    }
}

/// What to do with rows that cannot be used.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Data")]
pub struct RejectArgs {
    /// Write the rejected rows to this CSV file: file, row, column, reason.
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Exit with code 3 if any row was rejected, or a doubt is unsafe and not accepted.
    #[arg(long)]
    pub strict: bool,
}

/// A rule value that the user may replace.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Rules")]
pub struct OverdueArgs {
    /// Days after the first dose from which a second dose is overdue, instead of the rule's.
    #[arg(long, value_name = "DAYS")]
    pub overdue_after: Option<u16>,
}

/// Where a report goes, and how it looks.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// The format; without it, by the ending of the output file, else a table.
    #[arg(long, value_parser = named_value::<Format>())]
    pub format: Option<Format>,
    /// Write to this file (- for standard output); {date}, {as_at} and {refreshed} in it are filled in.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Fit tables to this many columns (default: the terminal's; as wide as needed elsewhere).
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=500))]
    pub width: Option<u16>,
    /// Write CSV files without a byte-order mark.
    #[arg(long)]
    pub no_bom: bool,
    /// Encrypt the workbook: it opens with the password on the one line of this file.
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// Replace files that exist.
    #[arg(short, long)]
    pub force: bool,
    /// Say nothing on standard error but errors.
    #[arg(short, long)]
    pub quiet: bool,
}

/// What is done to counts before they are shown.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Output")]
pub struct DisclosureArgs {
    /// What is done to counts before they are shown to others: none, nhs, opensafely or midpoint6.
    ///
    /// none: nothing, for direct care. nhs: 1 to 7 are kept back as [c], with whatever else would
    /// give them away; other counts are rounded to the nearest 5. opensafely: the same without
    /// the protection, totals being sums of what is shown. midpoint6: the middle of 1 to 6,
    /// 7 to 12 and so on. Lists of people take none alone.
    #[arg(long, value_name = "PROFILE", value_parser = named_value::<Profile>(), default_value = Profile::None.name(), hide_possible_values = true)]
    pub disclosure: Profile,
}

impl DisclosureArgs {
    /// The profile.
    pub fn profile(self) -> Profile {
        self.disclosure
    }

    /// Refuses any profile but none, for what is about single people or exact by its nature.
    pub fn refuse(self, what: &str) -> Result<(), Failure> {
        match self.profile() {
            Profile::None => Ok(()),
            profile @ (Profile::Nhs | Profile::OpenSafely | Profile::Midpoint6) => Err(Failure::refused(format!(
                "disclosure control ({}) is for tables of counts: {what}. Use --disclosure none, and keep what it shows within direct care",
                profile.name()
            ))),
        }
    }
}

/// Reads `--as-at`.
pub fn read_as_at(text: &str) -> Result<NaiveDate, String> {
    if text == "today" {
        return Ok(clock::today());
    }
    read_date_typed(text).ok_or("write the date as DD/MM/YYYY, as YYYY-MM-DD, or today")?
}

/// Reads a date as it is typed; nothing where it is written otherwise.
fn read_date_typed(text: &str) -> Option<Result<NaiveDate, String>> {
    // Of the forms that files may use, the command line takes two.
    let is_iso = text.len() == 10 && text.as_bytes()[4] == b'-';
    let is_uk = text.len() == 10 && text.as_bytes()[2] == b'/';
    match read_date(text.as_bytes(), &mut DateEvidence::default()) {
        DateCell::Date(date) if is_iso || is_uk => Some(Ok(date)),
        DateCell::Bad(fault) if is_iso || is_uk => Some(Err(fault.reason().to_owned())),
        _ => None,
    }
}
