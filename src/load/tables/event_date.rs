//! The date of a vaccination row (specification 2.4, step 8, and 8.1).

use std::borrow::Cow;

use chrono::{Months, NaiveDate};

use crate::domain::UkDate;
use crate::load::rows::cells::dates::DateCell;
use crate::rules::General;

/// The days between which the dates of a vaccination file are believed.
#[derive(Debug, Clone, Copy)]
pub struct DateLimits {
    /// The first day of the trials.
    trial_start: NaiveDate,
    /// The first day of the programme: no recorded date before it stands in.
    programme_start: NaiveDate,
    /// The day of the file's last refresh.
    refresh: NaiveDate,
    /// The last day that an appointment made by then can have.
    last_appointment: NaiveDate,
}

impl DateLimits {
    /// Those of a file that was refreshed on a day.
    pub fn new(general: &General, refresh: NaiveDate) -> Self {
        Self {
            trial_start: general.trial_start,
            programme_start: general.programme_start,
            refresh,
            last_appointment: refresh.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX),
        }
    }

    /// Whether a COVID-19 vaccination can have been given on the day, as far as its date tells.
    pub fn is_of_the_pandemic(&self, date: NaiveDate) -> bool {
        date >= self.trial_start
    }
}

/// What a date after the last refresh is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FutureDate {
    /// Within a year: a vaccination that is booked.
    Appointment(NaiveDate),
    /// Later: a typing error.
    Error,
}

/// A row's date, with what it took to get it.
pub struct RowDate {
    /// The date, if there is one that can be used.
    pub date: Option<NaiveDate>,
    /// Whether it is that of RECORDED_DATE.
    pub repaired: bool,
    /// What the event date is, where it lies after the last refresh.
    pub future: Option<FutureDate>,
    /// What the row says of its day, whether it can be used or not: its date,
    /// else its recorded date, each where it can be of a COVID-19 vaccination.
    pub said: Option<NaiveDate>,
    /// What is wrong with the event date; empty where nothing is.
    pub reason: Cow<'static, str>,
}

impl RowDate {
    /// The date of a row: the event date, or RECORDED_DATE where that is
    /// missing, unreadable, before the trials began or long after the last
    /// refresh. A day within a year after it is an appointment.
    pub fn read([event, recorded]: [DateCell; 2], limits: &DateLimits) -> Self {
        if let Some(date) = event.date().filter(|date| (limits.trial_start..=limits.refresh).contains(date)) {
            return Self {
                date: Some(date),
                repaired: false,
                future: None,
                said: Some(date),
                reason: Cow::Borrowed(""),
            };
        }
        let future = event.date().filter(|date| *date > limits.refresh).map(|date| {
            if date <= limits.last_appointment { FutureDate::Appointment(date) } else { FutureDate::Error }
        });
        let reason = match (event, future) {
            (DateCell::Blank, _) => Cow::Borrowed("the date is blank, and no recorded date can stand in for it"),
            (DateCell::Bad(fault), _) => Cow::Borrowed(fault.reason()),
            (DateCell::Date(_), Some(_)) => {
                Cow::Owned(format!("the date is after the last refresh of the file ({})", UkDate(limits.refresh)))
            }
            (DateCell::Date(_), None) => {
                Cow::Owned(format!("the date is before {}, when the trials began", UkDate(limits.trial_start)))
            }
        };
        let stands_in = |date: &NaiveDate| (limits.programme_start..=limits.refresh).contains(date);
        let date = match future {
            Some(FutureDate::Appointment(_)) => None,
            Some(FutureDate::Error) | None => recorded.date().filter(stands_in),
        };
        let said = [event, recorded].into_iter().filter_map(DateCell::date);
        let said = date.or_else(|| said.into_iter().find(|date| limits.is_of_the_pandemic(*date)));
        Self { date, repaired: date.is_some(), future, said, reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::rows::cells::dates::DateFault;
    use crate::rules::RuleSet;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(event: &str, recorded: &str) -> RowDate {
        let cell = |text: &str| match text {
            "" => DateCell::Blank,
            "never" => DateCell::Bad(DateFault::Form),
            _ => DateCell::Date(day(text)),
        };
        let general = RuleSet::built_in().unwrap().general;
        RowDate::read([cell(event), cell(recorded)], &DateLimits::new(&general, day("2022-05-11")))
    }

    #[test]
    fn dates_of_the_trials_and_of_the_programme_are_taken_as_they_are() {
        for date in ["2020-04-23", "2020-12-07", "2020-12-08", "2022-05-11"] {
            let found = read(date, "2021-03-01");
            assert_eq!((found.date, found.repaired, found.future), (Some(day(date)), false, None), "{date}");
        }
    }

    #[test]
    fn a_recorded_date_of_the_programme_stands_in() {
        for event in ["", "never", "2020-04-22", "2023-05-12"] {
            for (recorded, date) in [
                ("2020-12-08", Some("2020-12-08")),
                ("2022-05-11", Some("2022-05-11")),
                ("2020-12-07", None),
                ("2022-05-12", None),
                ("", None),
            ] {
                let found = read(event, recorded);
                assert_eq!((found.date, found.repaired), (date.map(day), date.is_some()), "{event} {recorded}");
            }
        }
    }

    #[test]
    fn a_day_within_a_year_after_the_refresh_is_an_appointment() {
        for date in ["2022-05-12", "2023-05-11"] {
            let found = read(date, "2021-03-01");
            assert_eq!((found.date, found.future), (None, Some(FutureDate::Appointment(day(date)))), "{date}");
        }
        assert_eq!(read("2023-05-12", "").future, Some(FutureDate::Error));
    }

    #[test]
    fn what_a_row_says_of_its_day_is_its_date_else_when_it_was_recorded() {
        for (event, recorded, said) in [
            ("2021-03-01", "2021-04-01", Some("2021-03-01")),
            ("", "2020-06-01", Some("2020-06-01")),
            ("1921-03-01", "", None),
            ("1921-03-01", "2021-04-01", Some("2021-04-01")),
            ("2023-06-01", "", Some("2023-06-01")),
            ("never", "", None),
        ] {
            assert_eq!(read(event, recorded).said, said.map(day), "{event} {recorded}");
        }
    }
}
