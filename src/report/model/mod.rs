//! The shape of every report.

mod column;
mod constraints;
mod cube;
mod day_figures;
mod drop_order;
mod interval;
mod percent;
mod profile;
mod receipt;
mod uptake_target;
mod workbook;

use std::fmt;

use chrono::NaiveDate;

use crate::domain::{Doubt, Unreconciled};

pub use column::{Column, Kind};
pub use constraints::{Constraint, DerivedFrom, Place};
pub use cube::Cube;
pub use day_figures::DayFigures;
pub use drop_order::DropOrder;
pub use interval::IntervalEnd;
pub use percent::Percent;
pub use profile::Profile;
pub use receipt::{Receipt, Stamp};
pub use uptake_target::{UptakeTarget, per_week};
pub use workbook::{Sheet, Workbook, contents};

/// A value.
#[derive(Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text or code.
    Text(String),
    /// A count.
    Count(u64),
    /// A whole number that may be negative, such as days.
    Whole(i64),
    /// A percentage; blank where the denominator is 0.
    Percent(Percent),
    /// A limit of a percentage's interval, in tenths of a per cent.
    Limit(u32),
    /// A movement of a percentage, in tenths of a point.
    Points(i64),
    /// Days, in halves: the median of an even number of people may lie between two.
    HalfDays(u64),
    /// A date.
    Date(NaiveDate),
    /// A figure that disclosure control keeps back.
    Suppressed,
    /// Nothing.
    Null,
}

impl fmt::Debug for Cell {
    /// Never prints text: of a list it is names and numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text({} characters)", text.chars().count()),
            Self::Count(count) => write!(f, "Count({count})"),
            Self::Whole(number) => write!(f, "Whole({number})"),
            Self::Percent(percent) => write!(f, "{percent:?}"),
            Self::Limit(tenths) => write!(f, "Limit({tenths})"),
            Self::Points(tenths) => write!(f, "Points({tenths})"),
            Self::HalfDays(halves) => write!(f, "HalfDays({halves})"),
            // Of a list it may be when somebody was born.
            Self::Date(_) => f.write_str("Date(hidden)"),
            Self::Suppressed => f.write_str("Suppressed"),
            Self::Null => f.write_str("Null"),
        }
    }
}

impl Cell {
    /// How a figure that is kept back is written, in every format but JSON.
    pub const SUPPRESSED: &str = "[c]";

    /// The count in the cell, if it holds one.
    #[must_use]
    pub const fn count(&self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(*count),
            Self::Text(_)
            | Self::Whole(_)
            | Self::Percent(_)
            | Self::Limit(_)
            | Self::Points(_)
            | Self::HalfDays(_)
            | Self::Date(_)
            | Self::Suppressed
            | Self::Null => None,
        }
    }

    /// Text, or nothing where it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Null } else { Self::Text(text) }
    }

    /// A date, or nothing.
    #[must_use]
    pub fn date(date: Option<NaiveDate>) -> Self {
        date.map_or(Self::Null, Self::Date)
    }
}

/// A table of a report.
#[derive(Debug, Clone)]
pub struct Table {
    /// The name in JSON.
    pub name: &'static str,
    /// What it shows, in a few words.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Its totals, where it has any: one cell a column.
    pub totals: Option<Vec<Cell>>,
    /// What of it is worth a picture.
    pub charts: Vec<Chart>,
    /// How its figures hang together, besides the totals.
    pub constraints: Vec<Constraint>,
    /// Which of its figures count the doses of which days.
    pub days: Vec<DayFigures>,
}

impl Table {
    /// A table without totals and picture.
    #[must_use]
    pub fn new(name: &'static str, title: impl Into<String>, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        Self {
            name,
            title: title.into(),
            columns,
            rows,
            totals: None,
            charts: Vec::new(),
            constraints: Vec::new(),
            days: Vec::new(),
        }
    }

    /// The same table with totals: one cell a column.
    #[must_use]
    pub fn with_totals(mut self, totals: Vec<Cell>) -> Self {
        self.totals = Some(totals);
        self
    }

    /// The same table with one more picture.
    #[must_use]
    pub fn with_chart(mut self, chart: Chart) -> Self {
        self.charts.push(chart);
        self
    }

    /// The same table with what is known of how its figures hang together.
    #[must_use]
    pub fn with_constraints(mut self, constraints: impl IntoIterator<Item = Constraint>) -> Self {
        self.constraints.extend(constraints);
        self
    }

    /// The same table with what is known of the days that its figures are of.
    #[must_use]
    pub fn with_days(mut self, days: impl IntoIterator<Item = DayFigures>) -> Self {
        self.days.extend(days);
        self
    }

    /// The place of a column.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// The total of a column of counts that the report is known to have.
    ///
    /// # Errors
    /// When it has none: a fault of the program.
    pub fn counted(&self, key: &str) -> Result<u64, Unreconciled> {
        self.total(key).ok_or_else(|| Unreconciled(format!("the table {} has no total of {key}", self.name)))
    }

    /// The count in a row of a column.
    ///
    /// # Errors
    /// When there is none: a fault of the program.
    pub fn counted_in(&self, row: usize, key: &str) -> Result<u64, Unreconciled> {
        let cell = self.column(key).and_then(|column| self.rows.get(row)?.get(column));
        cell.and_then(Cell::count)
            .ok_or_else(|| Unreconciled(format!("the table {} has no count of {key} in row {row}", self.name)))
    }

    /// The total of a column of counts.
    #[must_use]
    pub fn total(&self, key: &str) -> Option<u64> {
        self.totals.as_ref()?.get(self.column(key)?)?.count()
    }
}

/// A picture of a table: a bar, a group of bars or a point of lines for each
/// of its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What it shows.
    pub title: &'static str,
    /// The columns that name a row.
    pub labels: Vec<&'static str>,
    /// The columns whose values are drawn.
    pub series: Vec<&'static str>,
    /// What the rows are, in words.
    pub across: String,
    /// What the values are.
    pub up: &'static str,
    /// How several values of a row are drawn.
    pub style: ChartStyle,
}

/// How several values of a row are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartStyle {
    /// Bars beside one another.
    Clustered,
    /// Parts of one bar.
    Stacked,
    /// Points of lines: for workbooks, since terminals draw bars.
    Line,
}

/// The name of the table of doubts.
pub const DOUBTS: &str = "doubts";

/// A report.
#[derive(Clone)]
pub struct Report {
    /// The name of the report: its command.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// Its tables.
    pub tables: Vec<Table>,
    /// What the reader must know to read it rightly.
    pub notes: Vec<String>,
    /// As at which date; `None` where it was not settled.
    pub stamp: Option<Stamp>,
    /// What it was made from; `None` for reports that read no data.
    pub receipt: Option<Receipt>,
}

impl Report {
    /// What is implausible of the data, accepted or not.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        self.receipt.as_ref().map_or(&[], |receipt| &receipt.doubts)
    }

    /// Whether the data themselves are judged: then a table has the doubts.
    fn is_judged(&self) -> bool {
        self.receipt.as_ref().is_some_and(|receipt| receipt.verdict.is_some())
    }

    /// The doubts, where this is the table of them.
    #[must_use]
    pub fn doubts_of(&self, table: &Table) -> Option<&[Doubt]> {
        (self.is_judged() && table.name == DOUBTS).then(|| self.doubts())
    }

    /// The notes, then the doubts, for formats that show them as lines; where
    /// the data are judged, a table has the doubts.
    #[must_use]
    pub fn all_notes(&self) -> Vec<String> {
        let doubts = if self.is_judged() { &[] } else { self.doubts() };
        self.notes.iter().cloned().chain(doubts.iter().map(Doubt::line)).collect()
    }
}

impl fmt::Debug for Report {
    /// Never prints its title: that of a history holds a number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, tables, notes, stamp, receipt, title: _ } = self;
        let mut shown = f.debug_struct("Report");
        shown.field("name", name).field("tables", tables).field("notes", notes);
        shown.field("stamp", stamp).field("receipt", receipt).finish_non_exhaustive()
    }
}
