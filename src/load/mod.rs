//! From files to the people and events of the caller's own practices.
//!
//! ```text
//! survey      which files there are
//!   └ recognise   what each is, by its header
//! rows        the rows of a file, of delimited text or a workbook
//!   └ scan, blocks    the same in parts, of large files by several threads
//!   └ practices, sources      who may be seen; when the data were refreshed
//! data        what there is: the files, the practices that may be seen, the dates
//!   └ extract     patients → immunosuppressed list → vaccinations, file by file
//! contacts    names and addresses, later, only for people who are listed
//! ```
//!
//! Everything outside the caller's practices is dropped as soon as its
//! practice code, or its NHS number, has been read.

mod data;
mod data_sources;
mod extract;
mod files;
mod inputs;
mod issues;
mod networks;
mod rows;
mod scope_fault;
mod tables;

pub use data::Data;
pub use extract::{Extract, LoadPlan};
pub use files::file_name::{supplier_code, time_stamp};
pub use files::headings::heading;
pub use files::survey::Unreadable;
pub use rows::cells::dates::{DateCell, DateEvidence, read_date, read_date_of_death};
pub use rows::file_fault::FileFault;
pub use rows::meter::{Meter, Pass};
pub use rows::reading::Reading;
pub use scope_fault::ScopeFault;
pub use tables::invited::{Invited, read_invited};
pub use tables::rejects::Reject;
pub use tables::trace::TraceRow;
