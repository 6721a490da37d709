//! Days as numbers: a sample adds and compares them by the million.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::domain;

/// A day: the number of days since 01/01/1970.
pub type Day = i32;

/// The day with this date. 29 February of a common year is 1 March, as
/// birthdays have it.
#[must_use]
pub const fn day(year: i32, month: i32, date: i32) -> Day {
    match NaiveDate::from_ymd_opt(year, month.cast_unsigned(), date.cast_unsigned()) {
        Some(day) => day.to_epoch_days(),
        None => match NaiveDate::from_ymd_opt(year, 3, 1) {
            Some(march) => march.to_epoch_days(),
            None => 0,
        },
    }
}

/// Year, month and date of a day.
#[must_use]
pub fn civil(day: Day) -> (i32, i32, i32) {
    let date = NaiveDate::from_epoch_days(day).unwrap_or_default();
    (date.year(), date.month().cast_signed(), date.day().cast_signed())
}

/// Whether British Summer Time is in force during the daylight of a day.
#[must_use]
pub fn is_summer_time(on: Day) -> bool {
    // Clocks change in the night, so that midnight's answer is not the day's.
    NaiveTime::from_hms_opt(12, 0, 0)
        .zip(NaiveDate::from_epoch_days(on))
        .is_some_and(|(noon, date)| domain::is_summer_time(date.and_time(noon)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_day_of_a_common_year_is_the_first_of_march() {
        assert_eq!(day(2021, 2, 29), day(2021, 3, 1));
        assert_eq!(civil(day(2024, 2, 29)), (2024, 2, 29));
    }

    #[test]
    fn summer_time_begins_and_ends_on_sundays() {
        for (date, summer) in [
            ((2022, 3, 26), false),
            ((2022, 3, 27), true),
            ((2022, 10, 29), true),
            ((2022, 10, 30), false),
            ((2021, 12, 8), false),
        ] {
            assert_eq!(is_summer_time(day(date.0, date.1, date.2)), summer, "{date:?}");
        }
    }
}
