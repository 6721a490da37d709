//! From files to the people and events of the caller's own practices.
//!
//! ```text
//! rows/      the rows of one file, of delimited text or a workbook, and their cells
//!   └ blocks     the same in parts, of large files by several threads
//! files/     survey: which files there are
//!   └ recognise  what each is, by its header
//! tables/    practices, ods_lists: who may be seen
//!   ├ sources    when the data were refreshed
//!   ├ patients → immunosuppressed → vaccinations, row by row
//!   └ contacts   names and addresses, later, only for people who are listed
//! found      Survey: the files recognised, and when the data were refreshed
//! decided    Decided: which practice lists count, narrowed to the networks asked for
//! extract    Extract: the tables, file by file, with every row accounted for
//! ```
//!
//! Everything outside the caller's practices is dropped as soon as its
//! practice code, or its NHS number, has been read.

mod columns_absent;
mod contact_details;
mod data_sources;
mod decided;
mod extract;
mod file_findings;
mod files;
mod found;
mod inputs;
mod issues;
mod known_columns;
mod networks;
mod rows;
mod scope_fault;
mod tables;

pub use decided::Decided;
pub use extract::{Accounts, Extract, LoadPlan};
pub use files::endings::{ARCHIVE_ENDINGS, READ_ENDINGS, read_endings};
pub use files::file_name::{supplier_code, time_stamp};
pub use files::headings::{UserHeadings, heading};
pub use files::known::KnownHeaders;
pub use files::own_headers::OwnHeaders;
pub use files::survey::Unreadable;
pub use found::{Survey, is_same_path};
pub use known_columns::KnownColumns;
pub use rows::cells::dates::{DateCell, DateEvidence, read_date, read_date_of_death};
pub use rows::file_fault::FileFault;
pub use rows::meter::{Meter, Pass};
pub use rows::reading::Reading;
pub use scope_fault::ScopeFault;
pub use tables::invited::{DatedBy, Invited, ListedBy, read_invited};
pub use tables::rejects::Reject;
pub use tables::trace::TraceRow;
