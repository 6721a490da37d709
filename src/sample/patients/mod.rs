//! Rows of the patients file and of the list of immunosuppressed people.

mod contacts;
mod rows;

pub use rows::{LIST_HEADER, header};
