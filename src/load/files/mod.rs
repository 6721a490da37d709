//! Which files there are, and what each one is.

pub mod file_name;
pub mod fingerprint;
pub mod headings;
pub mod kind;
pub mod ods_publication;
pub mod recognise;
pub mod redact;
pub mod survey;
