//! Which figures of a table count the doses given on which days.

use crate::report::calendar::DaySpan;

/// Figures that count the doses of some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFigures {
    /// Their row, counted from 0; `None` for every row and the totals.
    pub row: Option<usize>,
    /// The columns that together count all doses.
    pub columns: Vec<&'static str>,
    /// The days.
    pub days: DaySpan,
}
