//! The words of the cells of an extract, and what each means
//! (specification 8.1; `words.toml`, `ethnicity.toml`).

use chrono::NaiveDate;

use super::null_words::NullWords;
use super::provenance::RuleId;
use crate::domain::{Ethnicity, Gender, LifeStatus, Removal, RowAction, Said, undecorated};

/// Words, each with what it means.
#[derive(Debug, Clone)]
pub(super) struct Meanings<T>(pub(super) Vec<(String, T)>);

impl<T: Copy> Meanings<T> {
    /// What a cell means; `None` where no word is like it.
    fn of(&self, cell: &[u8]) -> Option<T> {
        self.0.iter().find(|(word, _)| is_word(word.as_bytes(), cell)).map(|(_, meaning)| *meaning)
    }
}

/// Whether a cell is this word: capitals do not count, and spaces, hyphens and
/// low lines between words are one space.
fn is_word(word: &[u8], cell: &[u8]) -> bool {
    let mut rest = word.iter();
    let mut gap = false;
    for byte in cell {
        if matches!(byte, b' ' | b'-' | b'_' | b'\t') {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && rest.as_slice().len() < word.len() && rest.next() != Some(&b' ') {
            return false;
        }
        if rest.next() != Some(&byte.to_ascii_lowercase()) {
            return false;
        }
    }
    rest.as_slice().is_empty()
}

/// A word as it is kept: small letters, one space between words.
pub(super) fn normal(word: &str) -> String {
    let small = word.to_lowercase();
    let parts: Vec<&str> = small.split([' ', '-', '_', '\t']).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// Letters and digits in small letters, one space between words and at both
/// ends: a phrase within it is one of whole words.
pub(super) fn in_words(text: &str) -> String {
    let mut words = String::from(" ");
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            words.push(c);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// Every vocabulary of the cells.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// The rows that the words come from.
    pub rules: Vec<RuleId>,
    /// Words for an empty cell, in small letters.
    pub(super) null: NullWords,
    /// Those of them that are unknown, not blank, in a column that keeps people safe.
    pub(super) null_unknown: Vec<String>,
    /// Null words that refuse text messages.
    pub(super) consent_null_refuses: Vec<String>,
    pub(super) life: Meanings<LifeStatus>,
    /// Dates that stand for "no date".
    pub(super) no_date: Vec<NaiveDate>,
    pub(super) restricted: Meanings<bool>,
    pub(super) consent_given: Meanings<()>,
    pub(super) not_given: Meanings<bool>,
    pub(super) action: Meanings<RowAction>,
    pub(super) gender: Meanings<Gender>,
    pub(super) removal: Meanings<Removal>,
    /// Phrases in order, each between spaces; the first that a text holds decides.
    pub(super) ethnicity: Vec<(String, Ethnicity)>,
}

impl Vocabulary {
    /// Whether a cell is empty, or holds a word for it. Not for names and
    /// addresses, nor for columns that keep people safe.
    #[must_use]
    pub fn is_blank(&self, cell: &[u8]) -> bool {
        cell.is_empty() || self.null.holds(cell)
    }

    /// A cell of a column that keeps people safe: blank, unknown, or its
    /// undecorated value.
    fn safety<'c>(&self, cell: &'c [u8]) -> Said<&'c [u8]> {
        // No word is empty.
        if cell.is_empty() {
            return Said::Blank;
        }
        let cell = undecorated(cell);
        if !self.is_blank(cell) {
            Said::Read(cell)
        } else if is_one_of(&self.null_unknown, cell) {
            Said::Unknown
        } else {
            Said::Blank
        }
    }

    /// What a date of death holds, before it is read as a date.
    #[must_use]
    pub fn death_date<'c>(&self, cell: &'c [u8]) -> Said<&'c [u8]> {
        self.safety(cell)
    }

    /// What a death status says. A date in it is for the caller to read: here it is unknown.
    #[must_use]
    pub fn death_status(&self, cell: &[u8]) -> Said<LifeStatus> {
        self.meaning(cell, &self.life)
    }

    /// Whether a date stands for "no date".
    #[must_use]
    pub fn is_no_date(&self, date: NaiveDate) -> bool {
        self.no_date.contains(&date)
    }

    /// Whether a sensitive flag restricts the record.
    #[must_use]
    pub fn restriction(&self, cell: &[u8]) -> Said<bool> {
        self.meaning(cell, &self.restricted)
    }

    /// Whether text messages are consented to: whatever is filled in and is no
    /// yes is a refusal.
    #[must_use]
    pub fn consents_to_texts(&self, cell: &[u8]) -> Said<bool> {
        let bare = undecorated(cell);
        if is_one_of(&self.consent_null_refuses, bare) {
            return Said::Read(false);
        }
        match self.safety(cell) {
            Said::Blank => Said::Blank,
            Said::Unknown => Said::Unknown,
            Said::Read(cell) => Said::Read(self.consent_given.of(cell).is_some()),
        }
    }

    /// Whether NOT_GIVEN says that no dose was given.
    #[must_use]
    pub fn not_given(&self, cell: &[u8]) -> Said<bool> {
        self.meaning(cell, &self.not_given)
    }

    /// What ACTION_FLAG asks for.
    #[must_use]
    pub fn action(&self, cell: &[u8]) -> Said<RowAction> {
        match cell {
            [] => Said::Blank,
            // Nearly every row.
            b"NEW" | b"new" => Said::Read(RowAction::New),
            b"UPDATE" | b"update" => Said::Read(RowAction::Update),
            b"DELETE" | b"delete" => Said::Read(RowAction::Delete),
            _ => self.meaning(cell, &self.action),
        }
    }

    /// Why somebody was taken off the list.
    #[must_use]
    pub fn removal(&self, cell: &[u8]) -> Said<Removal> {
        let cell = undecorated(cell);
        if self.is_blank(cell) || cell == b"0" {
            return Said::Blank;
        }
        self.removal.of(cell).map_or(Said::Unknown, Said::Read)
    }

    /// A gender code or word.
    #[must_use]
    pub fn gender(&self, cell: &[u8]) -> Said<Gender> {
        let cell = undecorated(cell);
        if self.is_blank(cell) {
            return Said::Blank;
        }
        self.gender.of(cell).map_or(Said::Unknown, Said::Read)
    }

    /// An ethnic category: a code of one or two characters, or words.
    #[must_use]
    pub fn ethnicity(&self, cell: &[u8]) -> Said<Ethnicity> {
        let cell = undecorated(cell);
        if self.is_blank(cell) {
            return Said::Blank;
        }
        if cell.len() <= 2 {
            let is_known = matches!(cell, [b'Z' | b'z', ..] | b"99");
            return match Ethnicity::of_code(cell) {
                Ethnicity::NotKnown if !is_known => Said::Unknown,
                group => Said::Read(group),
            };
        }
        let text = in_words(&String::from_utf8_lossy(cell));
        let found = self.ethnicity.iter().find(|(phrase, _)| text.contains(phrase.as_str()));
        found.map_or(Said::Unknown, |(_, group)| Said::Read(*group))
    }

    fn meaning<T: Copy>(&self, cell: &[u8], words: &Meanings<T>) -> Said<T> {
        match self.safety(cell) {
            Said::Blank => Said::Blank,
            Said::Unknown => Said::Unknown,
            Said::Read(cell) => words.of(cell).map_or(Said::Unknown, Said::Read),
        }
    }
}

fn is_one_of(words: &[String], cell: &[u8]) -> bool {
    words.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleSet;

    fn words() -> Vocabulary {
        RuleSet::built_in().unwrap().words
    }

    #[test]
    fn null_words_are_blank_whatever_their_capitals() {
        for cell in
            ["", "NULL", "null", "(null)", "NaN", "nan", "N/A", "#N/A", "\\N", "-", "--", ".", "?", "None", "nil"]
        {
            assert!(words().is_blank(cell.as_bytes()), "{cell}");
        }
        for cell in ["0", "no", "n", "Nullis", "---", "NA1"] {
            assert!(!words().is_blank(cell.as_bytes()), "{cell}");
        }
    }

    #[test]
    fn marks_in_safety_columns_are_unknown_and_null_words_blank() {
        for cell in ["?", ".", "-"] {
            let cell = cell.as_bytes();
            assert_eq!(words().death_status(cell), Said::Unknown);
            assert_eq!(words().death_date(cell), Said::Unknown);
            assert_eq!(words().restriction(cell), Said::Unknown);
            assert_eq!(words().consents_to_texts(cell), Said::Unknown);
            assert_eq!(words().not_given(cell), Said::Unknown);
            assert_eq!(words().action(cell), Said::Unknown);
            assert_eq!(words().removal(cell), Said::Blank);
        }
        for cell in ["NULL", "--", "n/a"] {
            assert_eq!(words().death_status(cell.as_bytes()), Said::Blank);
            assert_eq!(words().consents_to_texts(cell.as_bytes()), Said::Blank);
        }
    }

    #[test]
    fn each_vocabulary_knows_its_words() {
        let words = words();
        for (cell, says) in [
            ("2", LifeStatus::Dead),
            ("1.0", LifeStatus::Dead),
            ("Deceased", LifeStatus::Dead),
            ("A", LifeStatus::Alive),
            ("u", LifeStatus::Withdrawn),
        ] {
            assert_eq!(words.death_status(cell.as_bytes()), Said::Read(says), "{cell}");
        }
        assert_eq!(words.death_status(b"maybe"), Said::Unknown);
        for (cell, says) in
            [("S", true), ("Not-Sensitive", false), ("not  sensitive", false), ("U", false), ("1", true)]
        {
            assert_eq!(words.restriction(cell.as_bytes()), Said::Read(says), "{cell}");
        }
        for (cell, says) in [
            ("Y", true),
            ("Opt in", true),
            ("opt-in", true),
            ("1", true),
            ("N", false),
            ("Dissent", false),
            ("9ndQ", false),
            ("none", false),
            ("nil", false),
            ("no consent", false),
        ] {
            assert_eq!(words.consents_to_texts(cell.as_bytes()), Said::Read(says), "{cell}");
        }
        for (cell, says) in
            [("FALSE", false), ("completed", false), ("not-done", true), ("NOT_GIVEN", true), ("true", true)]
        {
            assert_eq!(words.not_given(cell.as_bytes()), Said::Read(says), "{cell}");
        }
        for (cell, says) in
            [("NEW", RowAction::New), ("add", RowAction::New), ("D", RowAction::Delete), ("Amend", RowAction::Update)]
        {
            assert_eq!(words.action(cell.as_bytes()), Said::Read(says), "{cell}");
        }
        assert_eq!(words.action(b"VOID"), Said::Unknown);
        for (cell, says) in [
            ("DEA", Said::Read(Removal::Death)),
            ("dea", Said::Read(Removal::Death)),
            ("SCT", Said::Read(Removal::Other)),
            ("0", Said::Blank),
            ("NA", Said::Blank),
            ("gone fishing", Said::Unknown),
        ] {
            assert_eq!(words.removal(cell.as_bytes()), says, "{cell}");
        }
        for (cell, says) in [
            ("1.0", Gender::Male),
            ("Woman", Gender::Female),
            ("f", Gender::Female),
            ("9", Gender::Indeterminate),
            ("0", Gender::NotKnown),
        ] {
            assert_eq!(words.gender(cell.as_bytes()), Said::Read(says), "{cell}");
        }
    }

    #[test]
    fn ethnicity_is_read_as_a_code_or_in_words() {
        for (cell, group) in [
            ("A", Ethnicity::White),
            ("c1", Ethnicity::White),
            ("Z", Ethnicity::NotKnown),
            ("99", Ethnicity::NotKnown),
            ("White British", Ethnicity::White),
            ("Gypsy or Irish Traveller", Ethnicity::White),
            ("Roma", Ethnicity::White),
            ("White and Asian", Ethnicity::Mixed),
            ("British or Mixed British", Ethnicity::White),
            ("Chinese", Ethnicity::Asian),
            ("Asian or Asian British - Indian", Ethnicity::Asian),
            ("Arab", Ethnicity::Other),
            ("Any other ethnic group", Ethnicity::Other),
            ("Black, Black British, Caribbean or African: African", Ethnicity::Black),
            ("Not stated", Ethnicity::NotKnown),
            ("East African Asian", Ethnicity::Asian),
        ] {
            assert_eq!(words().ethnicity(cell.as_bytes()), Said::Read(group), "{cell}");
        }
        for cell in ["T", "Q", "12", "Martian"] {
            assert_eq!(words().ethnicity(cell.as_bytes()), Said::Unknown, "{cell}");
        }
        assert_eq!(words().ethnicity(b"NA"), Said::Blank);
    }
}
