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

mod blocks;
mod contacts;
mod data;
mod data_rows;
mod data_sources;
mod dates;
mod encoding;
mod event_rows;
mod extract;
mod faults;
mod file_name;
mod headers;
mod inputs;
mod instants;
mod invited;
mod kind;
mod limits;
mod listed;
mod meter;
mod networks;
mod ods;
mod patients;
mod people;
mod person_index;
mod practices;
mod published;
mod recognise;
mod remarks;
mod rows;
mod scan;
mod scope_fault;
mod shown;
mod site_codes;
mod sources;
mod survey;
mod text_rows;
mod trace;
mod unchanged;
mod vaccinations;
mod workbook;

pub use data::Data;
pub use dates::{DateCell, DateEvidence, read_date, read_date_of_death};
pub use extract::{Extract, LoadPlan};
pub use faults::{FileFault, Reject};
pub use file_name::{supplier_code, time_stamp};
pub use headers::heading;
pub use invited::{Invited, read_invited};
pub use meter::{Meter, Pass};
pub use scan::Reading;
pub use scope_fault::ScopeFault;
pub use survey::Unreadable;
pub use trace::TraceRow;
