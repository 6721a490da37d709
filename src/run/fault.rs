//! Why a run ends early.

use chrono::NaiveDate;

use crate::domain::Unreconciled;
use crate::load::{FileFault, ScopeFault, Unreadable};

/// Why a run ends early. What to say of it, and with which exit code, is for
/// the caller, who knows the options by which it can be mended.
#[derive(Debug)]
pub enum RunFault {
    /// A path that cannot be read at all.
    Unreadable(Unreadable),
    /// There is no practice list, but a file that could not be read and might be one.
    RefusedFile {
        /// Its name.
        file: String,
        /// Why it is refused.
        reason: String,
    },
    /// Nobody may be seen.
    NoScope(ScopeFault),
    /// As at a date before the programme began.
    BeforeStart {
        /// The date of the report.
        as_at: NaiveDate,
        /// When the programme began.
        start: NaiveDate,
    },
    /// A second dose cannot be overdue before it is due.
    OverdueBeforeDue {
        /// The days asked for.
        days: u16,
        /// The days after which a second dose is due, the most of any cohort.
        largest: u16,
        /// The date of the report.
        as_at: NaiveDate,
    },
    /// The files do not make a whole.
    Unusable {
        /// Each reason.
        reasons: Vec<String>,
        /// Whether a file is refused, instead of one missing.
        has_refused: bool,
    },
    /// Every file could be read, and there is nothing to report.
    NothingFound(String),
    /// The patients files cannot be read again for contact details.
    Contacts(FileFault),
    /// Rows or people are lost: a fault of the program.
    Unreconciled(Unreconciled),
}
