//! How large an input may be: every cap in one place.
//!
//! They stand far above what spreadsheet programs and extracts hold, and below
//! what would eat the memory or the afternoon of a machine. What goes beyond
//! refuses its file.

/// The header must be within this many rows of the top.
pub const HEADER_WITHIN: u32 = 30;

/// The longest row, in bytes, of text or of a sheet. A longer one is a broken
/// quote or not a table.
pub const LONGEST_RECORD: usize = 1 << 20;

/// The largest workbook file, in bytes.
pub const LARGEST_WORKBOOK: u64 = 512 << 20;
/// The most parts in a workbook's archive.
pub const MOST_PARTS: u64 = 10_000;
/// The most bytes that the parts of a workbook may unpack to, together.
pub const LARGEST_UNPACKED: u64 = 4 << 30;
/// Times its packed size that a workbook may unpack to: real ones stay below 40 …
pub const LARGEST_RATIO: u64 = 100;
/// … where it unpacks to more than this; below it the ratio says nothing.
pub const RATIO_FROM: u64 = 32 << 20;
/// The longest tag, text or cell in a part, in bytes.
pub const LONGEST_MARKUP: u64 = 16 << 20;
/// The deepest nesting of elements.
pub const DEEPEST: u32 = 256;
/// The most strings that the cells of a workbook share.
pub const MOST_STRINGS: u64 = 10_000_000;
/// The most bytes in the part that holds them: it is kept in memory.
pub const LARGEST_STRINGS: u64 = 512 << 20;
/// The most sheets.
pub const MOST_SHEETS: u64 = 256;
/// The most elements in a part that a reader keeps in memory: fonts, names, relations …
pub const MOST_KEPT: u64 = 250_000;
/// … and the most formats of cells, each with its own copy of a font: Excel has no more than 65,490 …
pub const MOST_FORMATS: u64 = 70_000;
/// … and the longest tag that holds the name of a font or a number format, in bytes …
pub const LONGEST_NAME: usize = 512;
/// … and the largest part that holds names, relations or formats.
pub const LARGEST_KEPT: u64 = 64 << 20;
/// The largest part that is no markup of the workbook: a picture, say.
pub const LARGEST_OTHER: u64 = 64 << 20;

/// The most text, in bytes, of the cells of a sheet. Cells share their texts, so
/// that a small sheet can hold a great deal.
pub const LARGEST_SHEET: u64 = 4 << 30;
/// So many bytes of the first rows are kept, to find a header in.
pub const LARGEST_TOP: usize = 256 << 10;

/// The most rows of a sheet (Excel has no more).
pub const MOST_ROWS: u32 = 1 << 20;
/// The most columns that a row may use. Excel has 16,384, extracts some tens.
pub const MOST_COLUMNS: u32 = 1 << 10;
/// The longest cell, in bytes: Excel's 32,767 characters.
pub const LONGEST_CELL: usize = 3 * 32_767;
