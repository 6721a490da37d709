//! One row of a file: its cells, and its number.

use std::borrow::Cow;

use super::line::Line;

/// One row of a file.
pub struct Row<'a> {
    cells: Cells<'a>,
    /// The row number as a spreadsheet shows it, the header being row 1 of a
    /// file without preamble.
    pub number: u32,
    /// Whether a quoted cell may hold a line break.
    pub may_break: bool,
    /// Whether it is the last of a text, without a line end.
    pub lacks_end: bool,
    /// Whether a quoted cell goes on behind the quotation mark that closes it.
    pub has_stray_quote: bool,
    /// The columns of a workbook whose cells cannot be known.
    pub unknown: &'a [u32],
}

/// The cells of a row: copied out of the file, or left where they stand in it.
enum Cells<'a> {
    Record(&'a csv::ByteRecord),
    Line(&'a Line<'a>),
}

impl<'a> Row<'a> {
    /// The row made of these cells.
    #[must_use]
    pub(in crate::load) const fn new(record: &'a csv::ByteRecord, number: u32) -> Self {
        Self {
            cells: Cells::Record(record),
            number,
            may_break: false,
            lacks_end: false,
            has_stray_quote: false,
            unknown: &[],
        }
    }

    /// The row made of a line.
    #[must_use]
    pub(in crate::load) const fn of_line(line: &'a Line<'a>, number: u32) -> Self {
        Self {
            cells: Cells::Line(line),
            number,
            may_break: false,
            lacks_end: false,
            has_stray_quote: false,
            unknown: &[],
        }
    }

    /// The row under another number.
    #[must_use]
    pub(in crate::load) fn numbered(self, number: u32) -> Self {
        Self { number, ..self }
    }

    /// The row of a text: whether a quoted cell may hold a line break, and
    /// whether the text ends with it without a line end.
    #[must_use]
    pub(in crate::load) fn of_text(self, may_break: bool, lacks_end: bool) -> Self {
        Self { may_break, lacks_end, ..self }
    }

    /// The row of a text in which quotation marks may not be where they belong.
    #[must_use]
    pub(in crate::load) fn quoted(self, has_stray_quote: bool) -> Self {
        Self { has_stray_quote, ..self }
    }

    /// The row with the columns whose cells cannot be known.
    #[must_use]
    pub(in crate::load) fn without(self, unknown: &'a [u32]) -> Self {
        Self { unknown, ..self }
    }

    /// Whether a cell holds a line break and after it at least half as many
    /// delimiters as a header of so many: a quotation mark that swallowed rows.
    #[must_use]
    pub fn swallows(&self, delimiter: u8, of_header: usize) -> bool {
        let swallows = |cell: &[u8]| {
            memchr::memchr2(b'\n', b'\r', cell).is_some_and(|at| {
                let after = cell.get(at..).unwrap_or_default();
                2 * memchr::memchr_iter(delimiter, after).count() >= of_header
            })
        };
        self.may_break && of_header > 0 && (0..self.width()).any(|column| swallows(self.raw(Some(column))))
    }

    /// The bytes of a cell without white space at its ends; empty where the
    /// row is too short.
    #[inline]
    #[must_use]
    pub fn cell(&self, column: Option<usize>) -> &'a [u8] {
        trim(self.raw(column))
    }

    /// The bytes of a cell as they are in the file.
    #[inline]
    #[must_use]
    pub fn raw(&self, column: Option<usize>) -> &'a [u8] {
        let cell = |column| match self.cells {
            Cells::Record(record) => record.get(column),
            Cells::Line(line) => line.cell(column),
        };
        column.and_then(cell).unwrap_or_default()
    }

    /// A cell as text.
    #[must_use]
    pub fn text(&self, column: Option<usize>) -> Cow<'a, str> {
        String::from_utf8_lossy(self.cell(column))
    }

    /// Every cell as text, untrimmed.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let text = |cell| String::from_utf8_lossy(cell).into_owned();
        match self.cells {
            Cells::Record(record) => record.iter().map(text).collect(),
            Cells::Line(line) => line.cells().map(text).collect(),
        }
    }

    /// Whether every cell is empty: such a row is not a row read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self.cells {
            Cells::Record(record) => record.iter().all(|cell| trim(cell).is_empty()),
            Cells::Line(line) => line.cells().all(|cell| trim(cell).is_empty()),
        }
    }

    /// How many cells the row has.
    #[must_use]
    pub fn width(&self) -> usize {
        match self.cells {
            Cells::Record(record) => record.len(),
            Cells::Line(line) => line.width(),
        }
    }
}

/// `cell` without white space at its ends, no-break spaces included.
#[inline]
#[must_use]
pub fn trim(cell: &[u8]) -> &[u8] {
    // Nearly every cell begins and ends with a mark that shows.
    match cell {
        [first, .., last] | [first @ last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        [] => cell,
        _ => trim_space(cell),
    }
}

fn trim_space(cell: &[u8]) -> &[u8] {
    let ascii = cell.trim_ascii();
    // Only a no-break space or a mark of more than one byte needs more work.
    let (Some(first), Some(last)) = (ascii.first(), ascii.last()) else { return ascii };
    if first.is_ascii() && last.is_ascii() {
        return ascii;
    }
    std::str::from_utf8(ascii).map_or(ascii, |text| {
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')).as_bytes()
    })
}
