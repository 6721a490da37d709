//! How a run ends: exit codes and the errors that carry them (specification 6.4).

use std::fmt;
use std::panic;

/// Has a panic print nothing: its message might hold data. What a caught panic
/// means is said by whoever catches it.
pub fn silence_panics() {
    panic::set_hook(Box::new(|_| {}));
}

/// The exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Exit {
    /// Done.
    #[default]
    Done = 0,
    /// The command line is wrong.
    Usage = 2,
    /// Done, but problems were found.
    Problems = 3,
    /// Refused for safety.
    Refused = 4,
    /// Input could not be read, or output not written.
    Input = 5,
    /// The program's own fault.
    Fault = 70,
}

impl Exit {
    /// The code given to the system.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The word used in JSON errors.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Usage => "usage",
            Self::Problems => "problems",
            Self::Refused => "refused",
            Self::Input => "input",
            Self::Fault => "fault",
        }
    }
}

/// Why a run ended early: the exit code, and a sentence that says what to do.
#[derive(Debug)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    message: String,
}

impl Failure {
    /// A wrong command line.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: message.into() }
    }

    /// Refused for safety.
    pub fn refused(message: impl Into<String>) -> Self {
        Self { exit: Exit::Refused, message: message.into() }
    }

    /// Input not read, or output not written.
    pub fn input(message: impl Into<String>) -> Self {
        Self { exit: Exit::Input, message: message.into() }
    }

    /// A run that does not add up: the program's own fault.
    pub fn unreconciled(fault: impl fmt::Display) -> Self {
        Self::fault(format!("this run does not add up, which is a fault of vaxdash: {fault}"))
    }

    /// The program's own fault.
    pub fn fault(message: impl Into<String>) -> Self {
        Self { exit: Exit::Fault, message: message.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
