//! Typed values of a row; each problem is reported with its line.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use toml::de::DeValue;

use super::diagnostics::{Location, Reported};
use super::document::{Cell, Row};
use crate::domain::{Cohort, Flag, Flags, Named};
use crate::domain::{did_you_mean, shown};

/// Dates outside these years are slips of the finger.
const YEARS: RangeInclusive<i32> = 2020..=2099;
/// The longest text of a rules file.
const LONGEST_TEXT: usize = 300;
/// The longest list of a rules file.
const LONGEST_LIST: usize = 100;

impl<'d> Row<'d> {
    fn wrong(&self, cell: &Cell<'_>, key: &str, wanted: &str) -> Reported {
        self.diagnostics.report(&cell.location, format!("\"{key}\" must be {wanted}, not {}", kind(cell.value)))
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Result<String, Reported> {
        let cell = self.needed(key)?;
        self.text_of(&cell, key)
    }

    /// A text, or nothing.
    pub fn optional_text(&self, key: &'static str) -> Result<Option<String>, Reported> {
        self.cell(key).map(|cell| self.text_of(&cell, key)).transpose()
    }

    fn text_of(&self, cell: &Cell<'_>, key: &str) -> Result<String, Reported> {
        let text = cell.value.as_str().ok_or_else(|| self.wrong(cell, key, "a text in quotation marks"))?;
        self.plain(&cell.location, key, text)
    }

    fn plain(&self, location: &Location, key: &str, text: &str) -> Result<String, Reported> {
        let fault = if text.trim().is_empty() {
            "is blank"
        } else if text.chars().any(char::is_control) {
            "has a line break or another control character"
        } else if text.chars().count() > LONGEST_TEXT {
            "is longer than 300 characters"
        } else {
            return Ok(text.trim().to_owned());
        };
        Err(self.diagnostics.report(location, format!("\"{key}\" {fault}")))
    }

    /// A date.
    pub fn date(&self, key: &'static str) -> Result<NaiveDate, Reported> {
        let cell = self.needed(key)?;
        self.date_of(&cell, key)
    }

    /// A date, or nothing.
    pub fn optional_date(&self, key: &'static str) -> Result<Option<NaiveDate>, Reported> {
        self.cell(key).map(|cell| self.date_of(&cell, key)).transpose()
    }

    /// The date in a value.
    pub fn date_of(&self, cell: &Cell<'_>, key: &str) -> Result<NaiveDate, Reported> {
        let wanted = "a date without quotation marks, such as 2021-12-08";
        let written = cell.value.as_datetime().ok_or_else(|| self.wrong(cell, key, wanted))?;
        let (Some(date), None, None) = (written.date, written.time, written.offset) else {
            return Err(self.diagnostics.report(&cell.location, format!("\"{key}\" must be {wanted}, not {written}")));
        };
        let date = NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            .ok_or_else(|| {
                self.diagnostics.report(&cell.location, format!("\"{key}\": there is no such date as {written}"))
            })?;
        if YEARS.contains(&date.year()) {
            Ok(date)
        } else {
            Err(self
                .diagnostics
                .report(&cell.location, format!("\"{key}\" is {written}; it must be in the years 2020 to 2099")))
        }
    }

    /// A whole number within limits.
    pub fn number<T: TryFrom<i64>>(&self, key: &'static str, limits: RangeInclusive<i64>) -> Result<T, Reported> {
        let cell = self.needed(key)?;
        self.number_of(&cell, key, limits)
    }

    /// A whole number within limits, or nothing.
    pub fn optional_number<T: TryFrom<i64>>(
        &self,
        key: &'static str,
        limits: RangeInclusive<i64>,
    ) -> Result<Option<T>, Reported> {
        self.cell(key).map(|cell| self.number_of(&cell, key, limits)).transpose()
    }

    fn number_of<T: TryFrom<i64>>(
        &self,
        cell: &Cell<'_>,
        key: &str,
        limits: RangeInclusive<i64>,
    ) -> Result<T, Reported> {
        let DeValue::Integer(written) = cell.value else {
            return Err(self.wrong(cell, key, "a whole number"));
        };
        let number = i64::from_str_radix(written.as_str(), written.radix()).ok();
        number.filter(|number| limits.contains(number)).and_then(|number| T::try_from(number).ok()).ok_or_else(|| {
            let found: String = written.as_str().chars().take(20).collect();
            self.diagnostics.report(
                &cell.location,
                format!("\"{key}\" is {found}; it must be {} to {}", limits.start(), limits.end()),
            )
        })
    }

    /// `true` or `false`.
    pub fn yes_no(&self, key: &'static str) -> Result<bool, Reported> {
        let cell = self.needed(key)?;
        cell.value.as_bool().ok_or_else(|| self.wrong(&cell, key, "true or false"))
    }

    /// A list of texts, each once.
    pub fn texts(&self, key: &'static str) -> Result<Vec<String>, Reported> {
        Ok(self.listed(key)?.into_iter().map(|(text, _)| text).collect())
    }

    /// A list of flags, any one of which will do; none where the key is absent.
    pub fn flags(&self, key: &'static str) -> Result<Flags, Reported> {
        if self.cell(key).is_none() {
            return Ok(Flags::none());
        }
        let known = Flag::names();
        let mut flags = Ok(Flags::none());
        for (name, location) in self.listed(key)? {
            match Flag::named(&name) {
                Some(flag) => flags = flags.map(|others| others | Flags::of(flag)),
                None => {
                    flags = Err(self
                        .diagnostics
                        .report(&location, format!("unknown flag {}{}", shown(&name), did_you_mean(&name, &known))));
                }
            }
        }
        flags
    }

    fn listed(&self, key: &'static str) -> Result<Vec<(String, Location)>, Reported> {
        let cell = self.needed(key)?;
        let mut texts: Vec<(String, Location)> = Vec::new();
        let mut fault = None;
        for item in self.items(&cell, key, "a list of texts")? {
            match self.text_of(&item, key) {
                Ok(text) if texts.iter().any(|(other, _)| *other == text) => {
                    fault = Some(
                        self.diagnostics.report(&item.location, format!("\"{key}\" names {} twice", shown(&text))),
                    );
                }
                Ok(text) => texts.push((text, item.location)),
                Err(reported) => fault = Some(reported),
            }
        }
        fault.map_or(Ok(texts), Err)
    }

    /// The items of a list that is neither empty nor without end.
    fn items(&self, cell: &Cell<'d>, key: &str, wanted: &str) -> Result<Vec<Cell<'d>>, Reported> {
        let list = cell.value.as_array().ok_or_else(|| self.wrong(cell, key, wanted))?;
        match list.len() {
            1..=LONGEST_LIST => Ok(list.iter().map(|item| self.cell_of(item)).collect()),
            0 => Err(self.diagnostics.report(&cell.location, format!("\"{key}\" is an empty list"))),
            _ => Err(self.diagnostics.report(&cell.location, format!("\"{key}\" has more than {LONGEST_LIST} items"))),
        }
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
                other => kind(other).to_owned(),
            };
            match Cohort::read(&written) {
                None => {
                    fault = Some(self.diagnostics.report(
                        &item.location,
                        format!("unknown cohort {}; cohorts are 1 to 17 and \"none\"", shown(&written)),
                    ));
                }
                Some(cohort) if cohorts.contains(&cohort) => {
                    fault =
                        Some(self.diagnostics.report(&item.location, format!("\"{key}\" names cohort {cohort} twice")));
                }
                Some(cohort) => cohorts.push(cohort),
            }
        }
        fault.map_or(Ok(cohorts), Err)
    }
}

/// What a value is, for a message.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
