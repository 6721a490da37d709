//! Which files there are, and what each one is.

pub mod endings;
pub mod examine;
pub mod field;
pub mod file_end;
pub mod file_name;
pub mod find_header;
pub mod fingerprint;
pub mod heading_table;
pub mod headings;
pub mod headless;
pub mod input_file;
pub mod kind;
pub mod known;
pub mod layout;
pub mod ods_publication;
pub mod own_headers;
pub mod own_text;
pub mod recognise;
pub mod recognised;
pub mod redact;
pub mod sheets;
pub mod survey;
