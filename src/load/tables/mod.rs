//! What each kind of file holds, row by row.

pub mod column_checks;
pub mod contacts;
pub mod damaged_codes;
pub mod event_codes;
pub mod event_columns;
pub mod event_counts;
pub mod event_date;
pub mod event_notes;
pub mod event_rows;
pub mod event_steps;
pub mod immunosuppressed;
pub mod invited;
pub mod ods_lists;
pub mod patient_columns;
pub mod patient_row;
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
