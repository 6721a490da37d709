//! Ages in completed years, and the age bands of the reports.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// Completed years on `on` of somebody born on `birth`; `None` before birth.
/// A birthday on 29 February falls on 1 March in common years.
#[must_use]
pub fn completed_years(birth: NaiveDate, on: NaiveDate) -> Option<u16> {
    if on < birth {
        return None;
    }
    // Comparing (month, day) puts the 29 February birthday on 1 March of a common year.
    let not_yet = (on.month(), on.day()) < (birth.month(), birth.day());
    u16::try_from(on.year() - birth.year() - i32::from(not_yet)).ok()
}

/// The day on which somebody born on `birth` completes this many years: a
/// birthday on 29 February falls on 1 March in common years.
#[must_use]
pub fn day_of_age(birth: NaiveDate, years: u8) -> Option<NaiveDate> {
    let year = birth.year() + i32::from(years);
    birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

/// A range of ages in completed years, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgeRange {
    /// Youngest age.
    pub from: u16,
    /// Oldest age; `None` for no limit.
    pub to: Option<u16>,
}

impl AgeRange {
    /// Reads `16-17`, `75+` or `42`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let number = |part: &str| {
            let digits = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse().ok() } else { None }
        };
        let range = if let Some(from) = text.strip_suffix('+') {
            Self { from: number(from)?, to: None }
        } else if let Some((from, to)) = text.split_once('-') {
            Self { from: number(from)?, to: Some(number(to)?) }
        } else {
            let age = number(text)?;
            Self { from: age, to: Some(age) }
        };
        range.to.is_none_or(|to| range.from <= to).then_some(range)
    }

    /// The ages that are in both ranges; `None` where there are none.
    #[must_use]
    pub fn and(self, other: Self) -> Option<Self> {
        let from = self.from.max(other.from);
        let to = self.to.into_iter().chain(other.to).min();
        to.is_none_or(|to| from <= to).then_some(Self { from, to })
    }

    /// Whether `age` is in the range.
    #[must_use]
    pub fn holds(self, age: u16) -> bool {
        age >= self.from && self.to.is_none_or(|to| age <= to)
    }
}

impl fmt::Display for AgeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            None => write!(f, "{}+", self.from),
            Some(to) if to == self.from => write!(f, "{to}"),
            Some(to) => write!(f, "{}-{to}", self.from),
        }
    }
}

/// An age band of the reports: 0-4, 5-11, 12-15, 16-17, 18-24, then fives to 80+.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeBand(u8);

/// The first age of each band.
const BAND_STARTS: [u16; 17] = [0, 5, 12, 16, 18, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80];

impl AgeBand {
    /// The band of an age in completed years.
    #[must_use]
    pub fn of(age: u16) -> Self {
        let band = BAND_STARTS.iter().rposition(|start| age >= *start).unwrap_or(0);
        Self(u8::try_from(band).unwrap_or(0))
    }

    /// Every band, youngest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0_u8..).zip(BAND_STARTS).map(|(band, _)| Self(band))
    }

    /// The ages of the band.
    #[must_use]
    pub fn ages(self) -> AgeRange {
        let band = usize::from(self.0);
        AgeRange { from: BAND_STARTS[band], to: BAND_STARTS.get(band + 1).map(|next| next - 1) }
    }

    /// Whether the band holds any age of `range`.
    #[must_use]
    pub fn meets(self, range: AgeRange) -> bool {
        let ages = self.ages();
        range.to.is_none_or(|to| ages.from <= to) && ages.to.is_none_or(|to| range.from <= to)
    }
}

impl fmt::Display for AgeBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ages().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn the_day_of_an_age_is_the_first_on_which_its_years_are_complete() {
        for birth in ["2008-02-29", "2008-02-28", "2008-03-01", "1960-12-25"] {
            let birth: NaiveDate = birth.parse().unwrap();
            for years in [0, 1, 4, 5, 12, 16, 65, 75] {
                let day = day_of_age(birth, years).unwrap();
                assert_eq!(completed_years(birth, day), Some(u16::from(years)), "{birth} {years}");
                let before = day.pred_opt().and_then(|before| completed_years(birth, before));
                assert!(before < Some(u16::from(years)), "{birth} {years}");
            }
        }
    }

    #[test]
    fn leap_day_birthdays_fall_on_1_march() {
        let birth = date(2004, 2, 29);
        assert_eq!(completed_years(birth, date(2022, 2, 28)), Some(17));
        assert_eq!(completed_years(birth, date(2022, 3, 1)), Some(18));
        assert_eq!(completed_years(birth, date(2024, 2, 28)), Some(19));
        assert_eq!(completed_years(birth, date(2024, 2, 29)), Some(20));
        assert_eq!(completed_years(birth, date(2004, 2, 28)), None);
    }

    #[test]
    fn bands_are_those_of_the_dashboard() {
        let labels: Vec<String> = AgeBand::all().map(|band| band.to_string()).collect();
        assert_eq!(
            labels.join(" "),
            "0-4 5-11 12-15 16-17 18-24 25-29 30-34 35-39 40-44 45-49 50-54 55-59 60-64 65-69 70-74 75-79 80+"
        );
        assert_eq!(AgeBand::of(17).to_string(), "16-17");
        assert_eq!(AgeBand::of(111).to_string(), "80+");
    }

    #[test]
    fn ranges_read_and_meet() {
        assert_eq!(AgeRange::read("75+"), Some(AgeRange { from: 75, to: None }));
        assert_eq!(AgeRange::read("17-16"), None);
        assert_eq!(AgeRange::read("-3"), None);
        let met: Vec<String> = AgeBand::all()
            .filter(|band| band.meets(AgeRange { from: 17, to: Some(25) }))
            .map(|band| band.to_string())
            .collect();
        assert_eq!(met, ["16-17", "18-24", "25-29"]);
    }
}
