//! Who the people are, and which of them are test cases.

mod edge_cases;
mod event_anomaly;
mod patient_anomaly;
mod person;
mod stories;

pub use edge_cases::{Special, special};
pub use event_anomaly::EventMess;
pub use patient_anomaly::PatientMess;
pub use person::{Person, UNLISTED_STEP, place_among_listed};
