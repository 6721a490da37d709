//! One line of a window as a row.

/// A regular line without doubled quotation marks: its cells are the bytes
/// between its delimiters, without the quotation marks around them.
pub struct Line<'a> {
    /// The bytes of the window.
    pub(in crate::load::rows) bytes: &'a [u8],
    /// Where in the window the line begins and ends.
    pub(in crate::load::rows) start: usize,
    pub(in crate::load::rows) end: usize,
    /// Where in the window its delimiters stand.
    pub(in crate::load::rows) cuts: &'a [u32],
}

impl<'a> Line<'a> {
    /// A cell without the quotation marks around it; `None` beyond the last.
    #[inline]
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&'a [u8]> {
        let start = match column.checked_sub(1) {
            Some(before) => whole(*self.cuts.get(before)?) + 1,
            None => self.start,
        };
        let end = self.cuts.get(column).map_or(self.end, |cut| whole(*cut));
        let cell = self.bytes.get(start..end)?;
        match cell {
            // In regular text a quotation mark at the start has its twin at the end.
            [b'"', inside @ .., b'"'] => Some(inside),
            _ => Some(cell),
        }
    }

    /// Every cell.
    pub fn cells(&self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.width()).filter_map(|column| self.cell(column))
    }

    /// How many cells there are.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.cuts.len() + 1
    }
}

/// A number that counts bytes in memory.
pub fn whole(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
