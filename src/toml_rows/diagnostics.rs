//! What one reading finds wrong.

use std::borrow::Cow;
use std::cell::RefCell;

use super::problem::{Problem, Problems};

/// The place of a problem.
#[derive(Debug, Clone)]
pub struct Location {
    /// The name of the file.
    pub file: Cow<'static, str>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The row: its id, or its kind and number; empty for the top of the file.
    pub place: String,
}

impl Location {
    /// The whole of a file.
    pub fn whole(file: impl Into<Cow<'static, str>>) -> Self {
        Self { file: file.into(), line: None, place: String::new() }
    }

    /// The same row, at another line.
    pub fn at(&self, line: usize) -> Self {
        Self { line: Some(line), ..self.clone() }
    }
}

/// A problem has been reported, and there is no value.
#[derive(Debug, Clone, Copy)]
pub struct Reported;

/// Gathers problems, so that all are said at once.
#[derive(Debug, Default)]
pub struct Diagnostics(RefCell<Vec<Problem>>);

impl Diagnostics {
    /// Reports a problem.
    pub fn report(&self, location: &Location, message: impl Into<String>) -> Reported {
        self.0.borrow_mut().push(Problem {
            file: location.file.clone().into_owned(),
            line: location.line,
            place: location.place.clone(),
            message: message.into(),
        });
        Reported
    }

    /// Reports a problem of something that is not one of the files, such as a folder.
    pub fn report_elsewhere(&self, name: &str, message: impl Into<String>) {
        self.report(&Location::whole(name.to_owned()), message);
    }

    /// Everything that is wrong, in order, each problem once.
    #[must_use]
    pub fn into_problems(self) -> Problems {
        Problems::sorted(self.0.into_inner())
    }
}
