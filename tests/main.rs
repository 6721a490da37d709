//! One integration binary: a module a subject.
#![allow(missing_docs, clippy::missing_panics_doc)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod against_reference;
mod architecture;
mod cases;
mod cli_audit;
mod cli_campaign;
mod cli_charts;
mod cli_check;
mod cli_compare;
mod cli_config;
mod cli_doubts;
mod cli_errors;
mod cli_every_count;
mod cli_first_dose;
mod cli_history;
mod cli_invites;
mod cli_lists;
mod cli_newcomer;
mod cli_rules;
mod cli_sample;
mod cli_shares;
mod cli_uptake;
mod conformance;
mod disclosure;
mod drift;
mod events;
mod faults;
mod help;
mod inputs;
mod interrupted;
mod masked;
mod mutations;
mod panics;
mod patient_doubts;
mod people;
mod people_merged;
mod progress;
mod properties;
mod readme;
mod reference;
mod reports_against_reference;
mod rules_data;
mod same_answer;
mod sample_faults;
mod sample_reaches;
mod scope;
mod sealed;
mod support;
mod test_numbers;
mod threads;
mod uptake_against_reference;
mod workbooks;
mod written_workbooks;

use support::{answer, books, data, harness, repository};
