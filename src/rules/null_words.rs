//! Words for an empty cell.

/// No longer word stands for an empty cell: the reader of the rules holds it.
pub(super) const LONGEST_NULL: usize = 12;

/// Words for an empty cell, in any letters.
#[derive(Debug, Clone)]
pub(super) struct NullWords {
    words: Vec<String>,
    /// The bytes that one of them begins with: every cell is asked about, and
    /// nearly every one begins with something else.
    starts: Box<[bool; 256]>,
}

impl NullWords {
    /// These words.
    pub(super) fn new(words: Vec<String>) -> Self {
        let mut starts = Box::new([false; 256]);
        for first in words.iter().filter_map(|word| word.as_bytes().first()) {
            starts[usize::from(first.to_ascii_lowercase())] = true;
            starts[usize::from(first.to_ascii_uppercase())] = true;
        }
        Self { words, starts }
    }

    /// Whether a cell that is filled in is one of them.
    #[inline]
    pub(super) fn holds(&self, cell: &[u8]) -> bool {
        cell.len() <= LONGEST_NULL
            && cell.first().is_some_and(|first| self.starts[usize::from(*first)])
            && self.words.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_in_capitals_and_small_letters_and_nothing_else() {
        let words = ["NULL", "n/a", "--", "\u{e4}"];
        let null = NullWords::new(words.map(str::to_owned).to_vec());
        for word in words {
            assert!(null.holds(word.as_bytes()) && null.holds(word.to_ascii_lowercase().as_bytes()));
            assert!(null.holds(word.to_ascii_uppercase().as_bytes()));
        }
        for cell in ["", "N", "NULLS", "-", "x", "0", "\u{c4}"] {
            assert!(!null.holds(cell.as_bytes()), "{cell}");
        }
    }
}
