//! What the tests stand on: runs of the binary, folders of data, workbooks, and
//! the repository's own files. No test is here.

pub mod answer;
pub mod books;
pub mod data;
pub mod harness;
pub mod repository;
pub mod schema;
