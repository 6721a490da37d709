//! What each kind of file holds, row by row.

pub mod column_checks;
pub mod contacts;
pub mod event_rows;
pub mod immunosuppressed;
pub mod invited;
pub mod ods_lists;
pub mod patients;
pub mod people;
pub mod person_index;
pub mod practices;
pub mod rejects;
pub mod site_codes;
pub mod sources;
pub mod trace;
pub mod vaccinations;
pub mod warnings;
