//! `vaxdash sample`: a realistic, deterministic set of extracts for training,
//! demonstration, tests and benchmarks.
//!
//! Every byte follows from the plan: a row's random numbers are drawn anew from the seed
//! and the row's place, so any thread can make any part, and the parts are
//! written in order. Nothing here opens a file or reads a clock.
//!
//! - NHS numbers are test numbers (999 000 0000 to 999 999 9999), phones are
//!   Ofcom's drama numbers, names, addresses, postcodes and practices are nobody's.
//! - Every awkward thing of the specification occurs in every thousand patients
//!   (`people::edge_cases`), and every status on either side of its due date (`people::stories`).
//! - About 909,000 valid test numbers exist. From row 900,001 of the patients
//!   file on, the people of the first rows are registered once more, each with
//!   another practice; their vaccinations are there again, from another supplier
//!   and under other ids.
//! - For every hundred people of the listed practices one person of another
//!   practice follows. A list of five or more practices ends with one that lacks
//!   the activity code.
//!
//! One room per question: `people` who, `history` which vaccinations, `events`
//! which rows, `patients` and `events::cells` which bytes, `faults` what is wrong
//! with them on purpose.

mod calendar;
mod codes;
mod events;
mod faults;
mod files;
mod history;
mod in_memory;
mod names;
mod numbers;
mod patients;
mod people;
mod plan;
mod practices;
mod programme;
mod random;
mod text;
mod world;
mod write;

#[cfg(test)]
mod tests;

pub use codes::{covid_procedures, covid_products};
pub use faults::{FAULTS, FaultOutcome, SampleFault, write_faulty_sample};
pub use in_memory::sample_in_memory;
pub use plan::{SampleFile, SamplePlan, SampleSummary};
pub use write::{sample_file_names, write_sample};
