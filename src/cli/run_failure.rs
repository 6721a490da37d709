//! What a run that ends early says, and with which exit code.

use crate::domain::{Foreign, UkDate};
use crate::exit::Failure;
use crate::run::RunFault;

impl From<RunFault> for Failure {
    fn from(fault: RunFault) -> Self {
        match fault {
            RunFault::Unreadable(unreadable) => {
                let path = Foreign::path(&unreadable.path);
                Self::input(format!("{path} cannot be read: {}. Check the path", unreadable.error))
            }
            RunFault::RefusedFile { file, reason } => Self::input(format!("{file} is refused: {reason}")),
            RunFault::NoScope(fault) => Self::refused(fault.to_string()),
            RunFault::BeforeStart { as_at, start } => {
                let (as_at, start) = (UkDate(as_at), UkDate(start));
                Self::usage(format!("as at {as_at} is before {start}, when the programme began"))
            }
            RunFault::OverdueBeforeDue { days, largest, as_at } => Self::usage(format!(
                "--overdue-after {days} is less than the {largest} days after which a second dose is due as at {}",
                UkDate(as_at)
            )),
            RunFault::Unusable { reasons, has_refused } => {
                // What `check` itself would say is not repeated to it.
                let hint = if has_refused { "" } else { ". `vaxdash check` shows what each file is" };
                Self::input(reasons.join("\n") + hint)
            }
            RunFault::NothingFound(why) => Self::input(format!("{why}. `vaxdash check` shows where every row went")),
            RunFault::Contacts(fault) => Self::input(format!("the patients file cannot be read again: {fault}")),
            RunFault::Unreconciled(fault) => Self::unreconciled(fault),
        }
    }
}
