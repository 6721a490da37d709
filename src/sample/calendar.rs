//! Days as numbers, and the days of the programme.

use chrono::{Datelike, NaiveDate};

/// A day: the number of days since 01/01/1970.
pub type Day = i32;

/// The day the programme began.
pub const PROGRAMME_START: Day = day(2020, 12, 8);

/// The last day of the general first- and second-dose offer.
pub const OFFER_END: Day = day(2023, 6, 30);

/// The last as-at date a sample is made for.
pub const LAST_AS_AT: Day = day(2035, 12, 31);

/// The day with this date. 29 February of a common year is 1 March, as
/// birthdays have it.
#[must_use]
pub const fn day(year: i32, month: i32, date: i32) -> Day {
    // Years run from March, so that the leap day is the last of its year.
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    let of_era = year.rem_euclid(400);
    let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    year.div_euclid(400) * 146_097 + of_era - 719_468
}

/// Year, month and date of a day.
#[must_use]
pub const fn civil(day: Day) -> (i32, i32, i32) {
    let day = day + 719_468;
    let of_era = day.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year + day.div_euclid(146_097) * 400;
    (if month <= 2 { year + 1 } else { year }, month, of_year - (153 * from_march + 2) / 5 + 1)
}

/// The day of a date.
#[must_use]
pub fn day_of(date: NaiveDate) -> Day {
    let small = |part: u32| i32::try_from(part).unwrap_or(1);
    day(date.year(), small(date.month()), small(date.day()))
}

/// Whether British Summer Time is in force during the daylight of a day: from
/// the last Sunday of March until the Saturday before that of October.
#[must_use]
pub const fn is_summer_time(on: Day) -> bool {
    let (year, _, _) = civil(on);
    last_sunday(day(year, 3, 31)) <= on && on < last_sunday(day(year, 10, 31))
}

/// The Sunday on or before a day (01/01/1970 was a Thursday).
const fn last_sunday(on: Day) -> Day {
    on - (on + 4).rem_euclid(7)
}

/// One autumn or spring campaign.
#[derive(Debug)]
pub struct Campaign {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
    /// The day on which ages are taken.
    pub age_by: Day,
    /// The youngest age invited for age alone.
    pub age: i32,
    /// Whether clinical risk, carers and staff are invited too.
    pub wide: bool,
    /// How many in a thousand of those aged 75 and over come.
    pub turnout: u32,
}

/// The campaigns (NHS England announcements; specification 3.5).
pub const CAMPAIGNS: [Campaign; 10] = [
    campaign((2022, 3, 21), (2022, 6, 30), (2022, 6, 30), 75, false, 820),
    campaign((2022, 9, 5), (2023, 2, 12), (2023, 3, 31), 50, true, 830),
    campaign((2023, 4, 3), (2023, 6, 30), (2023, 6, 30), 75, false, 720),
    campaign((2023, 9, 11), (2024, 1, 31), (2024, 3, 31), 65, true, 740),
    campaign((2024, 4, 15), (2024, 6, 30), (2024, 6, 30), 75, false, 620),
    campaign((2024, 10, 3), (2025, 1, 31), (2025, 3, 31), 65, true, 610),
    campaign((2025, 4, 1), (2025, 6, 17), (2025, 6, 17), 75, false, 580),
    campaign((2025, 10, 1), (2026, 1, 31), (2026, 1, 31), 75, false, 560),
    campaign((2026, 4, 13), (2026, 6, 30), (2026, 6, 30), 75, false, 540),
    campaign((2026, 10, 1), (2027, 1, 31), (2027, 1, 31), 75, false, 540),
];

/// A row of [`CAMPAIGNS`].
const fn campaign(
    start: (i32, i32, i32),
    end: (i32, i32, i32),
    age_by: (i32, i32, i32),
    age: i32,
    wide: bool,
    turnout: u32,
) -> Campaign {
    Campaign {
        start: day(start.0, start.1, start.2),
        end: day(end.0, end.1, end.2),
        age_by: day(age_by.0, age_by.1, age_by.2),
        age,
        wide,
        turnout,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_agree_with_chrono() {
        for number in (day(1890, 1, 1)..day(2036, 1, 1)).step_by(13) {
            let (year, month, date) = civil(number);
            assert_eq!(day(year, month, date), number);
            let month = u32::try_from(month).unwrap();
            let date = NaiveDate::from_ymd_opt(year, month, u32::try_from(date).unwrap()).unwrap();
            assert_eq!(day_of(date), number);
            assert_eq!(date.num_days_from_ce() - 719_163, number);
        }
        assert_eq!(day(2021, 2, 29), day(2021, 3, 1));
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
