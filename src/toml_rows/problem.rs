//! What is wrong with files, each fault with its place.

use std::fmt;

use crate::domain::Foreign;

/// One fault of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Name of the file, or of its folder.
    pub file: String,
    /// Line of the file, from 1.
    pub line: Option<usize>,
    /// The row: its id, or its kind and number.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What stands in the file may be somebody's number, or steer the terminal.
        const LONGEST: usize = 2000;
        write!(f, "{}", Foreign::new(&self.file))?;
        if let Some(line) = self.line {
            write!(f, " line {line}")?;
        }
        if !self.place.is_empty() {
            write!(f, " ({})", Foreign::new(&self.place))?;
        }
        write!(f, ": {}", Foreign::cut_to(&self.message, LONGEST))
    }
}

/// Everything that is wrong, by file and line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// The problems in order, each once.
    pub(super) fn sorted(mut problems: Vec<Problem>) -> Self {
        problems.sort();
        problems.dedup();
        Self(problems)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
