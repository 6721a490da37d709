//! Days, weeks and months as the reports count them.

use chrono::{Datelike, Days, NaiveDate};

/// Days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl DaySpan {
    /// Whether a day is one of them.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// So many days later.
#[must_use]
pub fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// So many days before.
#[must_use]
pub fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(day: NaiveDate) -> NaiveDate {
    days_before(day, u64::from(day.weekday().num_days_from_monday()))
}

/// The first day of a day's month.
#[must_use]
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The last day of a day's month.
#[must_use]
pub fn last_of_month(day: NaiveDate) -> NaiveDate {
    // Four days after the 28th are in the next month, whatever month it is.
    let next = day.with_day(28).map_or(day, |day| first_of_month(days_after(day, 4)));
    days_before(next, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn weeks_begin_on_monday() {
        for (date, first) in [(8, 7), (7, 7), (13, 7), (14, 14)] {
            assert_eq!(monday(day(2020, 12, date)), day(2020, 12, first));
        }
        assert_eq!(monday(day(2021, 1, 3)), day(2020, 12, 28));
    }

    #[test]
    fn months_have_as_many_days_as_they_have() {
        for (date, last) in [
            (day(2021, 2, 1), day(2021, 2, 28)),
            (day(2024, 2, 29), day(2024, 2, 29)),
            (day(2021, 12, 31), day(2021, 12, 31)),
            (day(2021, 4, 30), day(2021, 4, 30)),
        ] {
            assert_eq!(last_of_month(date), last);
            assert_eq!(first_of_month(date).day(), 1);
        }
    }

    #[test]
    fn spans_hold_both_ends() {
        let span = DaySpan { from: day(2021, 1, 4), to: day(2021, 1, 10) };
        assert!(span.holds(span.from) && span.holds(span.to));
        assert!(!span.holds(day(2021, 1, 3)) && !span.holds(day(2021, 1, 11)));
    }
}
