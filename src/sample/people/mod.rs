//! Who the people are, and which of them are test cases.

mod edge_cases;
mod event_anomaly;
mod patient_anomaly;
mod person;
mod stories;

pub use edge_cases::{EdgeCase, edge_case};
pub use event_anomaly::EventAnomaly;
pub use patient_anomaly::PatientAnomaly;
pub use person::{SyntheticPerson, UNLISTED_STEP, place_among_listed};
