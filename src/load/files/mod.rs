//! Which files there are, and what each one is.

pub mod examine;
pub mod file_name;
pub mod fingerprint;
pub mod headings;
pub mod input_file;
pub mod kind;
pub mod layout;
pub mod ods_publication;
pub mod recognise;
pub mod redact;
pub mod survey;
