//! The rules, read and checked as a whole.

use std::path::Path;

use super::codes::{Codes, PROCEDURES, PRODUCTS};
use super::doubt_rules::DoubtRules;
use super::files::{BUILT_IN, Texts};
use super::model::{
    BoosterInterval, BoosterOpening, Campaign, CohortRule, General, OfferRule, SecondDoseRule, Supplier,
    ThirdPrimaryRule,
};
use super::provenance::Provenance;
use super::quality_rules::QualityRules;
use super::read::{
    booster, campaigns, cohorts, doubts, ethnicity, general, offers, quality, second_dose, suppliers, third_primary,
    vocabulary,
};
use super::row_register::RowRegister;
use super::vocabulary::Vocabulary;
use crate::toml_rows::Problems;

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
    /// What makes a record one to mend.
    pub quality: QualityRules,
    pub(super) provenances: Vec<Provenance>,
}

impl RuleSet {
    /// The built-in rules.
    pub fn built_in() -> Result<Self, Problems> {
        Self::of_texts(&Texts::built_in(), RowRegister::default())
    }

    /// The rules of a folder; a file that is not there is the built-in one.
    pub fn from_folder(folder: &Path) -> Result<Self, Problems> {
        let register = RowRegister::default();
        let texts = Texts::of_folder(folder, &register.diagnostics);
        Self::of_texts(&texts, register)
    }

    /// What tells how to read and change the files: its name and text.
    pub const README: (&str, &str) = ("README.md", include_str!("data/README.md"));

    /// Name and text of every built-in file, to begin a rules folder with.
    #[must_use]
    pub fn files() -> &'static [(&'static str, &'static str)] {
        &BUILT_IN
    }

    /// Reads every file before giving up, so that all problems show at once.
    pub(super) fn of_texts(texts: &Texts, register: RowRegister) -> Result<Self, Problems> {
        let general = general::read(texts.get(general::FILE), &register);
        let start = general.as_ref().ok().map(|file| file.general.programme_start);
        let cohorts = cohorts::read(texts.get(cohorts::FILE), &register);
        let offer = offers::read(texts.get(offers::FILE), &register);
        let second_dose = second_dose::read(texts.get(second_dose::FILE), &register, start);
        let third_primary = third_primary::read(texts.get(third_primary::FILE), &register);
        let booster = booster::read(texts.get(booster::FILE), &register);
        let campaigns = campaigns::read(texts.get(campaigns::FILE), &register);
        let suppliers = suppliers::read(texts.get(suppliers::FILE), &register);
        let words = vocabulary::read(texts.get(vocabulary::FILE), &register);
        let (phrases, ethnicity_rules) = ethnicity::read(texts.get(ethnicity::FILE), &register);
        let doubts = doubts::read(texts.get(doubts::FILE), &register);
        let one_dose = general.as_ref().ok().map(|file| (file.one_dose_courses.as_slice(), &file.courses_at));
        let codes = Codes::read(texts.get(PROCEDURES), texts.get(PRODUCTS), one_dose, &register.diagnostics);
        let quality = quality::read(texts.get(quality::FILE), &codes, &register);
        let (Ok(general), Ok(offer), Ok(third_primary), Ok(booster)) = (general, offer, third_primary, booster) else {
            // Each of the four has reported why it is not there.
            return Err(register.into_problems());
        };
        let (Ok(mut words), Ok(doubts), Ok(quality)) = (words, doubts, quality) else {
            return Err(register.into_problems());
        };
        words.ethnicity = phrases;
        words.rules.extend(ethnicity_rules);
        let provenances = register.close()?;
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
            quality,
            provenances,
        })
    }
}
