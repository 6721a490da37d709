//! How files and values are written: the words of the table of targets for it.

use chrono::NaiveDate;

use crate::domain::{IsoDate, NhsNumber, UkDate, named_values};

/// The ending of a file: both are text with the same quoting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// `.csv`
    Csv,
    /// `.txt`
    Txt,
}

named_values!(FileType {
    Csv => "csv",
    Txt => "txt",
});

/// How dates are written: by code, never by a locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFormat {
    /// `11/05/2022`
    Slashes,
    /// `11-05-2022`
    Dashes,
    /// `2022-05-11`
    YearFirst,
}

impl DateFormat {
    /// A date in this form.
    #[must_use]
    pub fn write(self, date: NaiveDate) -> String {
        match self {
            Self::Slashes => UkDate(date).to_string(),
            Self::Dashes => UkDate(date).to_string().replace('/', "-"),
            Self::YearFirst => IsoDate(date).to_string(),
        }
    }
}

named_values!(DateFormat {
    Slashes => "DD/MM/YYYY",
    Dashes => "DD-MM-YYYY",
    YearFirst => "YYYY-MM-DD",
});

/// How NHS numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NhsNumberFormat {
    /// `9990000018`
    TenDigits,
    /// `999 000 0018`
    Spaced,
}

impl NhsNumberFormat {
    /// A number in this form.
    #[must_use]
    pub fn write(self, number: NhsNumber) -> String {
        let digits = number.digits();
        match self {
            Self::TenDigits => digits,
            Self::Spaced => format!("{} {} {}", &digits[..3], &digits[3..6], &digits[6..]),
        }
    }
}

named_values!(NhsNumberFormat {
    TenDigits => "10 digits",
    Spaced => "3 3 4",
});

/// How telephone numbers are written. Never with a plus: a spreadsheet would
/// take it for a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneFormat {
    /// `07700900123`
    National,
    /// `447700900123`
    International,
}

impl PhoneFormat {
    /// A national number, which begins with 0, in this form.
    #[must_use]
    pub fn write(self, national: &str) -> String {
        match self {
            Self::National => national.to_owned(),
            Self::International => format!("44{}", national.strip_prefix('0').unwrap_or(national)),
        }
    }
}

named_values!(PhoneFormat {
    National => "national",
    International => "international",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Named;

    #[test]
    fn each_form_of_a_value() {
        let date = NaiveDate::from_ymd_opt(2022, 5, 1).unwrap();
        let number = NhsNumber::read(b"9990000018").unwrap();
        let dates = DateFormat::ALL.iter().map(|form| form.write(date));
        assert_eq!(dates.collect::<Vec<_>>(), ["01/05/2022", "01-05-2022", "2022-05-01"]);
        let numbers = NhsNumberFormat::ALL.iter().map(|form| form.write(number));
        assert_eq!(numbers.collect::<Vec<_>>(), ["9990000018", "999 000 0018"]);
        let phones = PhoneFormat::ALL.iter().map(|form| form.write("07700900123"));
        assert_eq!(phones.collect::<Vec<_>>(), ["07700900123", "447700900123"]);
    }
}
