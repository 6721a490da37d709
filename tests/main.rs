//! One integration binary: a module a subject.
#![allow(missing_docs, clippy::missing_panics_doc)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod against_reference;
mod architecture;
mod conformance;
mod drift;
mod harness;
mod properties;
mod readme;
mod reference;
mod repository;
mod rules_data;
mod sample_reaches;
mod test_numbers;
mod uptake_against_reference;
