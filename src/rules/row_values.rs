//! Values that only rules have: flags and cohorts.

use toml::de::DeValue;

use crate::domain::{Cohort, Flag, Flags, Named, did_you_mean, shown};
use crate::toml_rows::{Conventions, Fault, Reported, Row};

/// What is usual in the files of the rules: more rows than they have use for, and longer
/// texts and lists than they have.
pub(super) const CONVENTIONS: Conventions = Conventions {
    id_key: Some("id"),
    most_rows: 1000,
    longest_text: 300,
    longest_list: 100,
    words: |key, fault: &Fault<'_>| fault.sentence(key),
};

impl Row<'_> {
    /// A list of flags, any one of which will do; none where the key is absent.
    pub fn flags(&self, key: &'static str) -> Result<Flags, Reported> {
        if self.cell(key).is_none() {
            return Ok(Flags::none());
        }
        let mut flags = Ok(Flags::none());
        for (name, location) in self.placed_texts(key)? {
            if let Some(flag) = Flag::named(&name) {
                flags = flags.map(|others| others | Flags::of(flag));
            } else {
                let hint = did_you_mean(&name, &Flag::names());
                flags = Err(self.diagnostics().report(&location, format!("unknown flag {}{hint}", shown(&name))));
            }
        }
        flags
    }

    /// A list of cohorts, each once: numbers 1 to 17, or "none".
    pub fn cohorts(&self, key: &'static str) -> Result<Vec<Cohort>, Reported> {
        let cell = self.needed(key)?;
        let mut cohorts = Vec::new();
        let mut fault = None;
        for item in self.items(&cell, key, "a list of cohorts such as [1, 2, \"none\"]")? {
            let written = match item.value {
                DeValue::Integer(number) => number.to_string(),
                DeValue::String(text) => text.to_string(),
                _ => item.kind().to_owned(),
            };
            let wrong = match Cohort::read(&written) {
                None => format!("unknown cohort {}; cohorts are 1 to 17 and \"none\"", shown(&written)),
                Some(cohort) if cohorts.contains(&cohort) => format!("\"{key}\" names cohort {cohort} twice"),
                Some(cohort) => {
                    cohorts.push(cohort);
                    continue;
                }
            };
            fault = Some(self.diagnostics().report(&item.location, wrong));
        }
        fault.map_or(Ok(cohorts), Err)
    }
}
