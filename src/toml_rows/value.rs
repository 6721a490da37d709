//! Typed values of a row; each problem is reported with its line.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use toml::de::DeValue;

use super::diagnostics::{Location, Reported};
use super::fault::Fault;
use super::row::{TomlRow, TomlValue};
use crate::domain::{Named, shown};

/// Dates outside these years are slips of the finger.
const YEARS: RangeInclusive<i32> = 2020..=2099;

impl TomlValue<'_> {
    /// What the value is, for a message.
    pub fn kind(&self) -> &'static str {
        match self.value {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a decimal number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        }
    }
}

impl<'d> TomlRow<'d> {
    fn wrong(&self, cell: &TomlValue<'_>, key: &str, wanted: &str) -> Reported {
        self.fault(&cell.location, key, &Fault::Kind { wanted, found: cell.kind() })
    }

    /// A value that every such row has.
    pub fn required<T>(&self, key: &str, value: Result<Option<T>, Reported>) -> Result<T, Reported> {
        value?.ok_or_else(|| self.missing(key))
    }

    /// A text without the blanks around it.
    pub fn text(&self, key: &'static str) -> Result<String, Reported> {
        self.required(key, self.optional_text(key))
    }

    /// The same, or nothing.
    pub fn optional_text(&self, key: &'static str) -> Result<Option<String>, Reported> {
        self.cell(key).map(|cell| self.trimmed(&cell, key)).transpose()
    }

    /// A text to the letter, or nothing.
    pub fn exact_text(&self, key: &'static str) -> Result<Option<(String, Location)>, Reported> {
        let Some(cell) = self.cell(key) else { return Ok(None) };
        Ok(Some((self.text_of(&cell, key)?.to_owned(), cell.location)))
    }

    fn trimmed(&self, cell: &TomlValue<'d>, key: &str) -> Result<String, Reported> {
        self.text_of(cell, key).map(|text| text.trim().to_owned())
    }

    fn text_of(&self, cell: &TomlValue<'d>, key: &str) -> Result<&'d str, Reported> {
        let text = cell.value.as_str().ok_or_else(|| self.wrong(cell, key, "a text in quotation marks"))?;
        let (_, longest, _) = self.limits();
        let fault = if text.trim().is_empty() {
            "is blank".to_owned()
        } else if text.chars().any(char::is_control) {
            "has a line break or another control character".to_owned()
        } else if text.chars().count() > longest {
            format!("is longer than {longest} characters")
        } else {
            return Ok(text);
        };
        Err(self.diagnostics().report(&cell.location, format!("\"{key}\" {fault}")))
    }

    /// One of the named values of a type, to the letter.
    pub fn word<T: Named>(&self, key: &'static str) -> Result<T, Reported> {
        self.required(key, self.optional_word(key))
    }

    /// The same, or nothing.
    pub fn optional_word<T: Named>(&self, key: &'static str) -> Result<Option<T>, Reported> {
        let Some(cell) = self.cell(key) else { return Ok(None) };
        let found = cell.value.as_str().and_then(T::named);
        let wrong = || format!("\"{key}\" must be one of: {}", T::names().join(", "));
        found.map(Some).ok_or_else(|| self.diagnostics().report(&cell.location, wrong()))
    }

    /// A date.
    pub fn date(&self, key: &'static str) -> Result<NaiveDate, Reported> {
        self.required(key, self.optional_date(key))
    }

    /// A date, or nothing.
    pub fn optional_date(&self, key: &'static str) -> Result<Option<NaiveDate>, Reported> {
        self.cell(key).map(|cell| self.date_of(&cell, key)).transpose()
    }

    /// The date in a value.
    pub fn date_of(&self, cell: &TomlValue<'_>, key: &str) -> Result<NaiveDate, Reported> {
        let wanted = "a date without quotation marks, such as 2021-12-08";
        let report = |message: String| self.diagnostics().report(&cell.location, message);
        let written = cell.value.as_datetime().ok_or_else(|| self.wrong(cell, key, wanted))?;
        let (Some(date), None, None) = (written.date, written.time, written.offset) else {
            return Err(report(format!("\"{key}\" must be {wanted}, not {written}")));
        };
        let date = NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            .ok_or_else(|| report(format!("\"{key}\": there is no such date as {written}")))?;
        if YEARS.contains(&date.year()) {
            Ok(date)
        } else {
            Err(report(format!("\"{key}\" is {written}; it must be in the years 2020 to 2099")))
        }
    }

    /// A whole number within limits.
    pub fn number<T: TryFrom<i64>>(&self, key: &'static str, limits: RangeInclusive<i64>) -> Result<T, Reported> {
        self.required(key, self.optional_number(key, limits))
    }

    /// A whole number within limits, or nothing.
    pub fn optional_number<T: TryFrom<i64>>(
        &self,
        key: &'static str,
        limits: RangeInclusive<i64>,
    ) -> Result<Option<T>, Reported> {
        self.cell(key).map(|cell| self.number_of(&cell, key, &limits)).transpose()
    }

    fn number_of<T: TryFrom<i64>>(
        &self,
        cell: &TomlValue<'_>,
        key: &str,
        limits: &RangeInclusive<i64>,
    ) -> Result<T, Reported> {
        let DeValue::Integer(written) = cell.value else {
            return Err(self.fault(&cell.location, key, &Fault::NotWhole { limits, found: cell.kind() }));
        };
        let number = i64::from_str_radix(written.as_str(), written.radix()).ok();
        let found = number.filter(|number| limits.contains(number)).and_then(|number| T::try_from(number).ok());
        let written = written.as_str();
        found.ok_or_else(|| self.fault(&cell.location, key, &Fault::OutOfRange { limits, written }))
    }

    /// `true` or `false`.
    pub fn yes_no(&self, key: &'static str) -> Result<bool, Reported> {
        self.required(key, self.optional_yes_no(key))
    }

    /// The same, or nothing.
    pub fn optional_yes_no(&self, key: &'static str) -> Result<Option<bool>, Reported> {
        let Some(cell) = self.cell(key) else { return Ok(None) };
        cell.value.as_bool().map(Some).ok_or_else(|| self.wrong(&cell, key, "true or false"))
    }

    /// A list of texts, each once.
    pub fn texts(&self, key: &'static str) -> Result<Vec<String>, Reported> {
        Ok(self.placed_texts(key)?.into_iter().map(|(text, _)| text).collect())
    }

    /// The same, each with its place.
    pub fn placed_texts(&self, key: &'static str) -> Result<Vec<(String, Location)>, Reported> {
        let cell = self.needed(key)?;
        let mut texts: Vec<(String, Location)> = Vec::new();
        let mut fault = None;
        for item in self.items(&cell, key, "a list of texts")? {
            match self.trimmed(&item, key) {
                Ok(text) if texts.iter().any(|(other, _)| *other == text) => {
                    let twice = format!("\"{key}\" names {} twice", shown(&text));
                    fault = Some(self.diagnostics().report(&item.location, twice));
                }
                Ok(text) => texts.push((text, item.location)),
                Err(reported) => fault = Some(reported),
            }
        }
        fault.map_or(Ok(texts), Err)
    }

    /// The items of a list that is neither empty nor without end.
    pub fn items(&self, cell: &TomlValue<'d>, key: &str, wanted: &str) -> Result<Vec<TomlValue<'d>>, Reported> {
        let list = self.list(cell).ok_or_else(|| self.wrong(cell, key, wanted))?;
        let (.., most) = self.limits();
        let fault = match list.len() {
            0 => format!("\"{key}\" is an empty list"),
            count if count <= most => return Ok(list),
            _ => format!("\"{key}\" has more than {most} items"),
        };
        Err(self.diagnostics().report(&cell.location, fault))
    }
}
