//! Doubts: what of an extract is implausible, by name (specification 8.4).

use std::fmt;

/// Makes the doubts of one list: each with its name and what it is about.
macro_rules! doubts {
    ($($variant:ident = $name:literal: $meaning:literal),+ $(,)?) => {
        /// A kind of doubt, by the name under which it is accepted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum DoubtId { $(#[doc = $meaning] $variant),+ }

        super::named_values!(DoubtId { $($variant => ($name, $meaning)),+ });
    };
}

doubts! {
    NoDeathColumn = "no-death-column": "a patients file has neither a date of death nor a death status",
    NoRemovalColumn = "no-removal-column": "a patients file has no reason for removal",
    NoRestrictedColumn = "no-restricted-column": "a patients file has no sensitive flag",
    NoConsentColumn = "no-consent-column": "a patients file has no consent to text messages",
    HeadingUnused = "heading-unused": "a heading that is not used may be one that keeps people safe",
    FileUnrecognised = "file-unrecognised": "a file of no known kind has headings that are known",
    FileEmpty = "file-empty": "a file has headings and no rows",
    RefreshUnknown = "refresh-unknown": "no vaccination file says when it was refreshed",
    RowsUnlinkable = "rows-unlinkable": "vaccination rows have no valid NHS number",
    RowsShifted = "rows-shifted": "rows have their cells under the wrong headings",
    RowsShort = "rows-short": "rows end before a column that keeps people safe",
    RowsNotGiven = "rows-not-given": "most COVID-19 rows say that no dose was given",
    StatusImplausible = "status-implausible": "too many people are deceased, restricted or removed",
    CodesDamaged = "codes-damaged": "codes are no SNOMED CT identifiers, and may have been COVID-19 vaccinations",
    CodesUnknownCovid = "codes-unknown-covid": "codes that no list knows are called COVID-19 in words",
    DatesUnreadable = "dates-unreadable": "vaccination dates cannot be read",
    DatesRepaired = "dates-repaired": "recorded dates stand in for vaccination dates",
    DatesFuture = "dates-future": "vaccination dates lie after the last refresh",
    NotGivenUnknown = "not-given-unknown": "it is not understood whether a dose was given",
    ActionUnknown = "action-unknown": "it is not understood what a row asks for",
    ExcludeUnmatched = "exclude-unmatched": "a list of people already invited has rows without a valid NHS number",
    RowsRejected = "rows-rejected": "patient rows are rejected",
    PracticeCodes = "practice-codes": "patient rows have no well-formed practice code",
    PracticeWithoutPatients = "practice-without-patients": "a practice has no patients",
    ListUnmatched = "list-unmatched": "an immunosuppressed list has rows without a valid NHS number",
    WordsUnknown = "words-unknown": "words in a column are not understood, and are read with caution",
    PeopleDisagree = "people-disagree": "the rows of one person disagree",
    ColumnsAbsent = "columns-absent": "fields that no file has",
    FileNotRead = "file-not-read": "a file is not of a kind that is read",
    SheetHidden = "sheet-hidden": "a hidden sheet was left unread",
    ImdVersion = "imd-version": "the year of the deprivation ranks is taken from the ranks themselves",
}

impl DoubtId {
    /// Whether, where the doubt is unsafe, it is so for text messages alone.
    #[must_use]
    pub const fn is_about_texts(self) -> bool {
        matches!(self, Self::NoConsentColumn)
    }
}

impl fmt::Display for DoubtId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What follows from a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Consequence {
    /// No invitations until somebody has looked, and accepts the doubt by name.
    Unsafe,
    /// The people concerned are held back from invitations.
    Review,
    /// It is said, and nothing is held back.
    Note,
}

super::named_values!(Consequence { Unsafe => "unsafe", Review => "review", Note => "note" });

/// Something implausible that was counted while files were read, before the
/// rules say whether it is a doubt. Never holds a name, and an NHS number only
/// masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which doubt it may be.
    pub id: DoubtId,
    /// The file, and the sheet where it has several; empty where it concerns all.
    pub file: String,
    /// How many rows, people or columns it concerns.
    pub count: u64,
    /// Of how many; as many as `count` where no share is taken.
    pub of: u64,
    /// What was found, with an example place.
    pub what: String,
    /// What follows, where the finding itself decides and not its share.
    pub consequence: Option<Consequence>,
}

/// A doubt that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Which.
    pub id: DoubtId,
    /// What follows.
    pub consequence: Consequence,
    /// Whether somebody accepted it by name.
    pub accepted: bool,
    /// The file, and the sheet where it has several; empty where it concerns all.
    pub file: String,
    /// How many rows, people or columns it concerns.
    pub count: u64,
    /// Of how many.
    pub of: u64,
    /// What was found, with an example place.
    pub what: String,
    /// What to do.
    pub what_to_do: String,
}

impl Doubt {
    /// Whether it is of the gravest kind, and nobody has accepted it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.consequence == Consequence::Unsafe && !self.accepted
    }

    /// Its name, and the file where it is of one: as it is typed to be accepted.
    #[must_use]
    pub fn typed(&self) -> String {
        if self.file.is_empty() { self.id.name().to_owned() } else { format!("{}={}", self.id, self.file) }
    }

    /// The doubt in a line: its name, the file, what was found and what to do.
    #[must_use]
    pub fn line(&self) -> String {
        let accepted = if self.accepted { " (accepted)" } else { "" };
        format!("doubt {}{accepted}: {}", self.id, self.sentences())
    }

    /// The file, what was found, and what to do.
    #[must_use]
    pub fn sentences(&self) -> String {
        let file = if self.file.is_empty() { String::new() } else { format!("{}: ", self.file) };
        format!("{file}{}. {}", self.what.trim_end_matches('.'), self.what_to_do)
    }

    /// Whether nothing may be written over it; `by_text` where text messages are among what is written.
    #[must_use]
    pub fn forbids_invitations(&self, by_text: bool) -> bool {
        self.consequence == Consequence::Unsafe && !self.accepted && (by_text || !self.id.is_about_texts())
    }
}

/// A doubt about a record of one person, which holds the person back from
/// invitations until a clinician has looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordDoubt {
    /// Index of the person in the extract.
    pub person: u32,
    /// Place in the read order of all vaccination rows.
    pub order: u32,
    /// Which doubt.
    pub id: DoubtId,
    /// The date of the event, else when it was recorded; `None` where neither is known.
    pub date: Option<chrono::NaiveDate>,
    /// Its code as a number, where it has one that can be read.
    pub code: Option<u64>,
}
