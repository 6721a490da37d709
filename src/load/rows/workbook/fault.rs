//! Why a workbook is refused, and what to do about it.

use std::fmt;

use crate::load::rows::limits::{
    LARGEST_RATIO, LARGEST_SHEET, LARGEST_UNPACKED, LARGEST_WORKBOOK, LONGEST_CELL, MOST_COLUMNS, MOST_PARTS,
    MOST_ROWS, MOST_SHEETS, MOST_STRINGS,
};

/// Why a workbook cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookFault {
    /// Damaged, cut off, or not made by a spreadsheet program.
    Broken,
    /// Damaged at this row.
    BrokenAt(u32),
    /// An archive of something else.
    NoBook,
    /// Named .xlsx, but neither an archive nor an old workbook.
    OnlyNamed,
    /// Protected by a password.
    Password,
    /// An Excel 97–2003 workbook (.xls).
    OldExcel,
    /// An Excel binary workbook (.xlsb).
    Binary,
    /// A workbook with macros (.xlsm).
    Macros,
    /// An OpenDocument spreadsheet (.ods).
    OpenDocument,
    /// A part declares a document type or entities.
    Entities,
    /// Two sheets are kept in one part.
    SharedPart,
    /// A text that cells share is written as CDATA, or a value in a cell that does not say where it is.
    Cdata,
    /// A cell after this row, which does not say where it is, has an error for its value.
    UnknownAfter(u32),
    /// More than may be.
    TooMuch(Excess),
    /// The cells are not in order at this row.
    Disorder(u32),
    /// A row uses a column beyond the last that is read.
    TooWide(u32),
    /// A row or a cell of it is longer than may be.
    TooLong(u32),
}

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// Bytes in the file.
    File,
    /// Parts in the archive.
    Parts,
    /// Bytes unpacked.
    Unpacked,
    /// Bytes unpacked, measured by the bytes packed.
    Ratio,
    /// Bytes in one tag, text or cell.
    Markup,
    /// Elements within elements.
    Depth,
    /// Strings shared by the cells.
    Strings,
    /// Sheets.
    Sheets,
    /// Formats, names or relations.
    Kept,
    /// Bytes in a picture or another part that is not read.
    Other,
    /// Rows in a sheet.
    Rows,
    /// Bytes of text in a sheet.
    Sheet,
}

const AS_XLSX: &str = "save it as an Excel workbook (.xlsx) without a password, or save the sheet as CSV (UTF-8)";
const AS_CSV: &str = "export it as CSV (UTF-8)";

impl fmt::Display for BookFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken => write!(
                f,
                "the workbook is damaged or cut off: open it and save it again as .xlsx, or save the sheet as CSV (UTF-8)"
            ),
            Self::BrokenAt(row) => write!(
                f,
                "the workbook is damaged after row {row}: open it and save it again as .xlsx, or save the sheet as CSV (UTF-8)"
            ),
            Self::NoBook => write!(f, "it is an archive (ZIP), but no workbook: unpack it, or {AS_XLSX}"),
            Self::OnlyNamed => write!(f, "it is named .xlsx but is no workbook: {AS_XLSX}"),
            Self::Password => write!(f, "it is protected by a password: open it and {AS_XLSX}"),
            Self::OldExcel => write!(f, "it is an old Excel workbook (.xls): {AS_XLSX}"),
            Self::Binary => write!(f, "it is an Excel binary workbook (.xlsb): {AS_XLSX}"),
            Self::Macros => write!(f, "it is a workbook with macros (.xlsm), which is not read for safety: {AS_XLSX}"),
            Self::OpenDocument => write!(f, "it is an OpenDocument spreadsheet (.ods): {AS_XLSX}"),
            Self::Entities => write!(
                f,
                "it declares a document type or entities, as no spreadsheet program does, and is not read for safety: {AS_XLSX}"
            ),
            Self::SharedPart => write!(
                f,
                "two of its sheets are one and the same part, as no spreadsheet program writes them: {AS_XLSX}"
            ),
            Self::Cdata => write!(
                f,
                "a text that its cells share cannot be known (it is written as CDATA): open it in Excel and save it"
            ),
            Self::UnknownAfter(row) => write!(
                f,
                "the value of a cell after row {row} cannot be known (an error): open it in Excel and save it"
            ),
            Self::TooMuch(excess) => write!(f, "{excess}: {AS_CSV}"),
            Self::Disorder(row) => write!(
                f,
                "the cells of the workbook are not in order at row {row}: open it and save it again as .xlsx, or save the sheet as CSV (UTF-8)"
            ),
            Self::TooWide(row) => write!(
                f,
                "row {row} has a cell beyond column {MOST_COLUMNS}, where no extract has any: delete what is there, or save the sheet as CSV (UTF-8)"
            ),
            Self::TooLong(row) => write!(
                f,
                "row {row} has a cell longer than {LONGEST_CELL} bytes, or is longer than 1 MiB: this is no table of extracts"
            ),
        }
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => write!(f, "the workbook is larger than {} MiB", LARGEST_WORKBOOK >> 20),
            Self::Parts => write!(f, "the workbook has more than {MOST_PARTS} parts"),
            Self::Unpacked => write!(f, "the workbook unpacks to more than {} GiB", LARGEST_UNPACKED >> 30),
            Self::Ratio => write!(
                f,
                "the workbook unpacks to more than {LARGEST_RATIO} times its size, or to more than it says, as no real one does"
            ),
            Self::Markup => f.write_str("the workbook holds a cell of more than 16 MiB"),
            Self::Depth => f.write_str("the workbook is nested too deeply"),
            Self::Strings => write!(f, "the workbook has more than {MOST_STRINGS} different texts"),
            Self::Sheets => write!(f, "the workbook has more than {MOST_SHEETS} sheets"),
            Self::Kept => f.write_str("the workbook has too many formats, names or relations"),
            Self::Other => {
                f.write_str("the workbook holds a picture, or something else that is no table, of more than 64 MiB")
            }
            Self::Sheet => write!(f, "the cells of its sheets hold more than {} GiB of text", LARGEST_SHEET >> 30),
            Self::Rows => write!(f, "the sheet has more than {MOST_ROWS} rows"),
        }
    }
}

impl std::error::Error for BookFault {}
