//! The audit log: who had what about which practices' people, when and why
//! (specification 7.7). It names no patient.
//!
//! One line of JSON for each output that names people. Each line holds the
//! SHA-256 of the one before and of itself, so that a line that is changed,
//! moved or taken out shows. What became of an output, written or failed, is
//! said by a line of its own below: an output without one is of a run that was
//! killed, or goes on. Lines taken from the end do not show: whoever
//! wants to know keeps the last hash elsewhere.

mod line;
mod log;
mod verify;

pub use line::{Entry, LogContext, LoggedOutput, OutputOutcome};
pub use log::{AuditLog, LogFault};
pub use verify::{LogCheck, verify};

/// What stands for the line before the first.
const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// The longest line that is read.
const LONGEST: u64 = 1 << 20;
