//! How dates are shown, and the civil time of England.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use super::summer_time::hours_before_greenwich;

/// A date for people: `DD/MM/YYYY`.
pub struct UkDate(pub NaiveDate);

impl fmt::Display for UkDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{:02}/{:04}", self.0.day(), self.0.month(), self.0.year())
    }
}

/// A date for programs: `YYYY-MM-DD`.
pub struct IsoDate(pub NaiveDate);

impl fmt::Display for IsoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// An instant for people: `DD/MM/YYYY HH:MM GMT`.
pub struct UkDateTime(pub DateTime<Utc>);

impl fmt::Display for UkDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} GMT", UkDate(self.0.date_naive()), self.0.format("%H:%M"))
    }
}

/// The date in Europe/London at an instant.
#[must_use]
pub fn london_date(instant: DateTime<Utc>) -> NaiveDate {
    (instant + TimeDelta::hours(hours_before_greenwich(instant.naive_utc()))).date_naive()
}

/// The instant at which clocks in Europe/London show this; of the hour that
/// comes twice, its first.
#[must_use]
pub fn london_to_utc(clock: NaiveDateTime) -> DateTime<Utc> {
    let early = clock - TimeDelta::hours(1);
    if is_summer_time(early) { early.and_utc() } else { clock.and_utc() }
}

/// Whether clocks in Europe/London are before Greenwich: British Summer Time.
#[must_use]
pub fn is_summer_time(utc: NaiveDateTime) -> bool {
    hours_before_greenwich(utc) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time_moves_the_date() {
        for (instant, date) in [
            ("2022-05-10T23:30:00Z", "11/05/2022"),
            ("2022-05-10T22:59:59Z", "10/05/2022"),
            ("2021-12-07T23:30:00Z", "07/12/2021"),
            ("2022-03-26T23:30:00Z", "26/03/2022"),
            ("2022-03-27T23:30:00Z", "28/03/2022"),
            ("2022-10-29T23:30:00Z", "30/10/2022"),
            ("2022-10-30T23:30:00Z", "30/10/2022"),
        ] {
            let parsed: DateTime<Utc> = instant.parse().unwrap();
            assert_eq!(UkDate(london_date(parsed)).to_string(), date, "{instant}");
        }
    }
}
