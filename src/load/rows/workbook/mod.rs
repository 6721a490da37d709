//! XLSX workbooks as rows.
//!
//! ```text
//! archive   is it a workbook at all, and are its parts of a bearable size?
//!   └ markup      counts tags and lengths while the parts are unpacked
//! sheet     cells one by one → rows
//!   └ cell        a typed cell as the text that a CSV file would hold
//! look      the first rows of every sheet, to recognise it by
//! stream    the rows of one sheet, from a thread of its own
//! unknown_cells  the cells whose values nobody can know
//! ```
//!
//! calamine reads the cells, one at a time: its reader of whole ranges would
//! give memory to every cell between the first and the last. It trusts what a
//! workbook says of itself, so nothing reaches it before [`archive`] has
//! unpacked every part once and counted.

mod archive;
mod cell;
mod fault;
mod look;
mod markup;
mod other_formats;
mod sheet;
mod stream;
mod unknown_cells;

pub use fault::BookFault;
pub use look::{SheetTop, look};
pub use other_formats::{OLE, ZIP, what_is_ole, what_to_do};
pub use sheet::{SheetRow, SheetSource};
pub use stream::SheetRows;
