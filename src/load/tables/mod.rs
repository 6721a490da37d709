//! What each kind of file holds, row by row.

pub mod contacts;
pub mod event_rows;
pub mod immunosuppressed;
pub mod invited;
pub mod ods_lists;
pub mod patients;
pub mod people;
pub mod person_index;
pub mod practices;
pub mod site_codes;
pub mod sources;
pub mod trace;
pub mod vaccinations;
