//! The doubts that somebody has looked into and accepts.

use std::path::Path;

use crate::domain::{DoubtId, Foreign};

/// The doubts that somebody accepted, each by name: of every file, or of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accepted(Vec<(DoubtId, Option<String>)>);

impl Accepted {
    /// These doubts, each with the name of the file where it is of one alone.
    #[must_use]
    pub fn new(doubts: Vec<(DoubtId, Option<String>)>) -> Self {
        Self(doubts)
    }

    /// These, and those of `more`.
    #[must_use]
    pub fn and(&self, more: &Self) -> Self {
        Self(self.0.iter().chain(&more.0).cloned().collect())
    }

    /// Whether this doubt of this file is accepted. A file may be named with
    /// its folder, and a workbook without its sheet.
    #[must_use]
    pub fn has(&self, id: DoubtId, file: &str) -> bool {
        self.0.iter().any(|(accepted, of)| *accepted == id && of.as_deref().is_none_or(|name| is_of(name, file)))
    }
}

/// Whether a doubt about `file` is one about the file that was typed as `name`.
fn is_of(name: &str, file: &str) -> bool {
    let same = |name: &str| {
        // Files are known by their names as they are shown, however they were typed.
        let shown = Foreign::new(name).into_shown();
        let is_book = |name: &str| file.strip_prefix(name).is_some_and(|sheet| sheet.starts_with(", sheet "));
        name == file || shown == file || is_book(name) || is_book(&shown)
    };
    let without_folder = Path::new(name).file_name().and_then(|name| name.to_str());
    same(name) || without_folder.is_some_and(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubt_is_accepted_of_every_file_or_of_one() {
        let accepted = |of: Option<&str>, file: &str| {
            Accepted::new(vec![(DoubtId::CodesDamaged, of.map(str::to_owned))]).has(DoubtId::CodesDamaged, file)
        };
        assert!(accepted(None, "a.csv") && accepted(None, ""));
        assert!(accepted(Some("a.csv"), "a.csv") && accepted(Some("extracts/a.csv"), "a.csv"));
        assert!(accepted(Some("book.xlsx"), "book.xlsx, sheet \"May\""));
        assert!(accepted(Some("book.xlsx, sheet \"May\""), "book.xlsx, sheet \"May\""));
        assert!(!accepted(Some("b.csv"), "a.csv") && !accepted(Some("a"), "a.csv") && !accepted(Some("a.csv"), ""));
        assert!(!accepted(Some("book.xlsx, sheet \"June\""), "book.xlsx, sheet \"May\""));
        assert!(!Accepted::new(vec![(DoubtId::RowsShort, None)]).has(DoubtId::CodesDamaged, "a.csv"));
    }

    #[test]
    fn one_file_and_another_of_the_same_doubt() {
        let one = Accepted::new(vec![(DoubtId::RowsShort, Some("a.csv".to_owned()))]);
        let both = one.and(&Accepted::new(vec![(DoubtId::RowsShort, Some("b.csv".to_owned()))]));
        assert!(both.has(DoubtId::RowsShort, "a.csv") && both.has(DoubtId::RowsShort, "b.csv"));
        assert!(!one.has(DoubtId::RowsShort, "b.csv"));
    }
}
