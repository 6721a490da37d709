//! Tests of the rules as a whole.

mod broken;
mod folder;
mod hostile;
mod selectors;
mod sequences;
mod values;

use chrono::NaiveDate;

use super::diagnostics::Diagnostics;
use super::files::Texts;
use super::{Problems, RuleSet};

fn rules() -> RuleSet {
    RuleSet::built_in().unwrap_or_else(|problems| panic!("{problems}"))
}

/// The rules with one file replaced.
fn with(file: &str, text: &str) -> Result<RuleSet, Problems> {
    let mut texts = Texts::built_in();
    texts.replace(file, text.to_owned());
    RuleSet::of_texts(&texts, Diagnostics::default())
}

fn text(file: &str) -> &'static str {
    RuleSet::files().iter().find(|(name, _)| *name == file).unwrap().1
}

/// A date written `DD/MM/YYYY`.
fn date(written: &str) -> NaiveDate {
    NaiveDate::parse_from_str(written, "%d/%m/%Y").unwrap()
}

/// The problems after one change to a built-in file.
fn after(file: &str, old: &str, new: &str) -> Vec<String> {
    let text = text(file);
    assert!(text.contains(old), "{file} has no {old:?}");
    let changed = text.replacen(old, new, 1);
    match with(file, &changed) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.0.iter().map(ToString::to_string).collect(),
    }
}

#[track_caller]
fn check(file: &str, cases: &[(&str, &str, &str)]) {
    let found: Vec<Vec<String>> = cases.iter().map(|(old, new, _)| after(file, old, new)).collect();
    let expected: Vec<Vec<String>> = cases.iter().map(|(_, _, message)| vec![format!("{file}{message}")]).collect();
    assert_eq!(found, expected);
}
