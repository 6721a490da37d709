//! The rules of the programme: numbers are data, judgement is code.
//!
//! The data are the files of `data/`, built in; a rules folder can replace
//! any of them. [`RuleSet`] reads and checks them all, and its selectors give
//! the row in force on a date. Each row has its [`Provenance`], so that every
//! verdict can name the rule that gave it.

mod code_list;
mod codes;
mod coverage;
mod describe;
mod doubt_rules;
mod files;
mod listing;
mod model;
mod null_words;
mod provenance;
mod quality_rules;
mod read;
mod row_header;
mod row_register;
mod row_values;
mod rule_set;
mod select;
mod verhoeff;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use codes::Codes;
pub use doubt_rules::{Beyond, DoubtRule, DoubtRules, Share};
pub use model::{
    AgeOn, BoosterInterval, BoosterOpening, Campaign, CampaignGroup, CohortRule, General, MinAge, OfferRule,
    SecondDoseRule, Supplier, ThirdPrimaryRule, Who,
};
pub use provenance::{Provenance, RuleId};
pub use quality_rules::{FaultRule, QualityRules};
pub use rule_set::RuleSet;
pub use vocabulary::Vocabulary;

pub use crate::toml_rows::{Problem, Problems};
