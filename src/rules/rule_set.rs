//! The rules, read and checked as a whole.

use std::path::Path;

use super::codes::{Codes, PROCEDURES, PRODUCTS};
use super::doubt_rules::DoubtRules;
use super::files::{BUILT_IN, Texts};
use super::ledger::Ledger;
use super::model::{
    BoosterInterval, BoosterOpening, Campaign, CohortRule, General, OfferRule, SecondDoseRule, Supplier,
    ThirdPrimaryRule,
};
use super::problem::Problems;
use super::provenance::Provenance;
use super::read::{
    booster, campaigns, cohorts, doubts, ethnicity, general, offers, second_dose, suppliers, third_primary, words,
};
use super::vocabulary::Vocabulary;

/// Every rule, each with its provenance.
#[derive(Debug, Clone)]
pub struct RuleSet {
    /// The version of the rules, and which files of a rules folder replaced built-in ones.
    pub version: String,
    /// Values of the programme as a whole.
    pub general: General,
    /// The cohorts in the order in which they are tried.
    pub cohorts: Vec<CohortRule>,
    /// The general offer of first and second doses.
    pub offer: OfferRule,
    /// Days from the first dose to the second.
    pub second_dose: Vec<SecondDoseRule>,
    /// The third primary dose.
    pub third_primary: ThirdPrimaryRule,
    /// When the first booster opened.
    pub booster_openings: Vec<BoosterOpening>,
    /// Days from the primary course to the first booster.
    pub booster_intervals: Vec<BoosterInterval>,
    /// The offer of first boosters.
    pub booster_offer: OfferRule,
    /// The campaigns by date.
    pub campaigns: Vec<Campaign>,
    /// What codes mean.
    pub codes: Codes,
    /// Who sends vaccination files.
    pub suppliers: Vec<Supplier>,
    /// What words in the cells of an extract mean.
    pub words: Vocabulary,
    /// What makes a doubt, and what follows.
    pub doubts: DoubtRules,
    pub(super) provenances: Vec<Provenance>,
}

impl RuleSet {
    /// The built-in rules.
    pub fn built_in() -> Result<Self, Problems> {
        Self::of_texts(&Texts::built_in(), Ledger::default())
    }

    /// The rules of a folder; a file that is not there is the built-in one.
    pub fn from_folder(folder: &Path) -> Result<Self, Problems> {
        let ledger = Ledger::default();
        let texts = Texts::of_folder(folder, &ledger);
        Self::of_texts(&texts, ledger)
    }

    /// Name and text of every built-in file, to begin a rules folder with.
    #[must_use]
    pub fn files() -> &'static [(&'static str, &'static str)] {
        &BUILT_IN
    }

    /// Reads every file before giving up, so that all problems show at once.
    pub(super) fn of_texts(texts: &Texts, ledger: Ledger) -> Result<Self, Problems> {
        let general = general::read(texts.get(general::FILE), &ledger);
        let start = general.as_ref().ok().map(|file| file.general.programme_start);
        let cohorts = cohorts::read(texts.get(cohorts::FILE), &ledger);
        let offer = offers::read(texts.get(offers::FILE), &ledger);
        let second_dose = second_dose::read(texts.get(second_dose::FILE), &ledger, start);
        let third_primary = third_primary::read(texts.get(third_primary::FILE), &ledger);
        let booster = booster::read(texts.get(booster::FILE), &ledger);
        let campaigns = campaigns::read(texts.get(campaigns::FILE), &ledger);
        let suppliers = suppliers::read(texts.get(suppliers::FILE), &ledger);
        let words = words::read(texts.get(words::FILE), &ledger);
        let (phrases, ethnicity_rules) = ethnicity::read(texts.get(ethnicity::FILE), &ledger);
        let doubts = doubts::read(texts.get(doubts::FILE), &ledger);
        let one_dose = general.as_ref().ok().map(|file| (file.one_dose_courses.as_slice(), &file.courses_at));
        let codes = Codes::read(texts.get(PROCEDURES), texts.get(PRODUCTS), one_dose, &ledger);
        let (Ok(general), Ok(offer), Ok(third_primary), Ok(booster)) = (general, offer, third_primary, booster) else {
            return Err(ledger.problems());
        };
        let (Ok(mut words), Ok(doubts)) = (words, doubts) else {
            return Err(ledger.problems());
        };
        words.ethnicity = phrases;
        words.rules.extend(ethnicity_rules);
        let provenances = ledger.close()?;
        let version = match texts.replaced() {
            replaced if replaced.is_empty() => general.version,
            replaced => format!("{} ({replaced})", general.version),
        };
        Ok(Self {
            version,
            general: general.general,
            cohorts,
            offer,
            second_dose,
            third_primary,
            booster_openings: booster.openings,
            booster_intervals: booster.intervals,
            booster_offer: booster.offer,
            campaigns,
            codes,
            suppliers,
            words,
            doubts,
            provenances,
        })
    }
}
