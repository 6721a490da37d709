//! Why nobody may be seen, and what to do about it.

use std::fmt;

/// Why there is no scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopeFault {
    /// No practice list at all.
    NoList,
    /// A file given with `--practices` is no practice list.
    NotAList(String),
    /// More than one practice list in the data.
    SeveralLists(Vec<String>),
    /// The list names no practice.
    Empty,
    /// None of these carries the activity code.
    NoneWithCode {
        /// The activity code wanted.
        code: String,
        /// How many practices are listed.
        listed: usize,
    },
    /// More practices than vaxdash counts.
    TooMany,
}

impl fmt::Display for ScopeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoList => f.write_str(
                "there is no practice list, so nobody may be seen. Put a file with a \"Practice code\" column in the data folder, \
                 or name one with --practices FILE",
            ),
            Self::NotAList(file) => write!(
                f,
                "{file}, given with --practices, is no practice list: it needs a \"Practice code\" column and no NHS numbers, \
                 or nothing but ODS codes, one a line"
            ),
            Self::SeveralLists(files) => write!(
                f,
                "the data hold {} practice lists ({}), and which one decides is not a matter of chance: name it with --practices FILE",
                files.len(),
                files.join(", ")
            ),
            Self::Empty => f.write_str("the practice list names no practice, so nobody may be seen"),
            Self::NoneWithCode { code, listed } => write!(
                f,
                "none of the {listed} listed practices carries activity code {code}, so nobody may be seen. \
                 Ask the local Registration Authority to add {code} to your role at each practice"
            ),
            Self::TooMany => f.write_str("the practice list names more than 65,535 practices"),
        }
    }
}
