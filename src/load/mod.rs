//! From files to the people and events of the caller's own practices.
//!
//! ```text
//! files     which files there are ─► what each is, by its header
//! rows        └ the rows of a file, of delimited text or a workbook, in parts
//! tables        └ what a kind of file holds, row by row
//! found     Survey:  the files recognised, and when the data were refreshed
//! decided   Decided: which practice lists count, narrowed to the networks asked for
//! extract   Extract: patients ─► immunosuppressed list ─► vaccinations, file by file
//! contact_details    names and addresses, later, only for people who are listed
//! ```
//!
//! Everything outside the caller's practices is dropped as soon as its
//! practice code, or its NHS number, has been read.

mod contact_details;
mod data_sources;
mod decided;
mod extract;
mod files;
mod found;
mod inputs;
mod issues;
mod networks;
mod rows;
mod scope_fault;
mod tables;

pub use decided::Decided;
pub use extract::{Accounts, Extract, LoadPlan};
pub use files::file_name::{supplier_code, time_stamp};
pub use files::headings::heading;
pub use files::survey::Unreadable;
pub use found::Survey;
pub use rows::cells::dates::{DateCell, DateEvidence, read_date, read_date_of_death};
pub use rows::file_fault::FileFault;
pub use rows::meter::{Meter, Pass};
pub use rows::reading::Reading;
pub use scope_fault::ScopeFault;
pub use tables::invited::{Invited, read_invited};
pub use tables::rejects::Reject;
pub use tables::trace::TraceRow;
