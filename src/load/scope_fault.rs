//! Why nobody may be seen, and what to do about it.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::UkDate;

/// Why there is no scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopeFault {
    /// No practice list at all.
    NoList,
    /// A file given with `--practices` is no practice list.
    NotAList(String),
    /// More than one practice list in the data.
    SeveralLists(Vec<String>),
    /// The only practice list in the data is one of all England.
    PublicationInData(String),
    /// A list of all England without a network to narrow it to.
    AllEngland(String),
    /// Networks are asked for, of a list that only names practices.
    OnlyNames(String),
    /// Networks are asked for, of lists that have none.
    NoNetworks(Vec<String>),
    /// No practice is in these networks.
    EmptyNetworks {
        /// Their codes.
        codes: Vec<String>,
        /// As at this day.
        day: NaiveDate,
    },
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
                "the data hold {} practice lists ({}): name the one that decides with --practices FILE",
                files.len(),
                files.join(", ")
            ),
            Self::PublicationInData(file) => write!(
                f,
                "there is no practice list of your own, so nobody may be seen: {file} lists all England. \
                 Name it with --practices and your network with --pcn CODE, or put a list of your practices in the data folder"
            ),
            Self::AllEngland(file) => write!(
                f,
                "{file} lists the practices of all England, which are not all yours: name your Primary Care Network \
                 with --pcn CODE (such as --pcn U12345), or give a list of your own practices instead"
            ),
            Self::OnlyNames(file) => write!(
                f,
                "{file} (epraccur) does not say which practice is in which network, so --pcn cannot narrow it: \
                 give ODS's ePCN.xlsx with --practices too, or a list of your own practices"
            ),
            Self::NoNetworks(files) => write!(
                f,
                "--pcn cannot narrow {}: there is no \"PCN code\" column. Add one, or give ODS's ePCN.xlsx with --practices too",
                files.join(", ")
            ),
            Self::EmptyNetworks { codes, day } => write!(
                f,
                "no listed practice is a member of {} as at {}: check the code, and that the list is not older than that",
                codes.join(", "),
                UkDate(*day)
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
