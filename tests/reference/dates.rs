//! Dates and ages, read and reckoned the long way round.

use super::cells::undecorated;
use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// A calendar day written in British order, as the specification writes it.
pub const fn day(day: u32, month: u32, year: i32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("a day that does not exist was typed into the reference"),
    }
}

/// The first day of the national programme: nothing can have been given before it (spec 2.4).
pub const PROGRAMME_START: NaiveDate = day(8, 12, 2020);

/// The first trial dose in the United Kingdom: nothing before it is a dose (spec 2.4).
pub const TRIAL_START: NaiveDate = day(23, 4, 2020);

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads the date forms of spec 1.3 and 8.1, each with an optional time; two-digit years are refused.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let text = undecorated(text);
    if text.len() == 14 && text.chars().all(|c| c.is_ascii_digit()) {
        return ymd(&text[..4], &text[4..6], &text[6..8]); // YYYYMMDDhhmmss
    }
    (8..=text.len()).find_map(|length| {
        let (head, tail) = (text.get(..length)?, text.get(length..)?);
        read_day(head).filter(|_| is_time(tail))
    })
}

/// Nothing, or a `T`, a space or a comma with a clock time after it.
fn is_time(tail: &str) -> bool {
    let Some(first) = tail.chars().next() else {
        return true;
    };
    "T ,".contains(first) && tail[1..].trim().starts_with(|c: char| c.is_ascii_digit())
}

/// One date without its time.
fn read_day(text: &str) -> Option<NaiveDate> {
    let Some(separator) = text.chars().find(|c| "/- ".contains(*c)) else {
        return without_separators(text);
    };
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    match separator {
        '-' | '/' if first.len() == 4 => ymd(first, second, third),
        '-' | '/' if second.starts_with(|c: char| c.is_ascii_digit()) => ymd(third, &two(second), &two(first)),
        '/' => None,
        ' ' if first.starts_with(|c: char| c.is_ascii_alphabetic()) => ymd(third, &month(first)?, second),
        _ => ymd(third, &month(second)?, first),
    }
}

/// `YYYYMMDD` and `DDMonYYYY`.
fn without_separators(text: &str) -> Option<NaiveDate> {
    if !text.is_ascii() {
        return None;
    }
    if text.len() == 8 {
        return ymd(&text[..4], &text[4..6], &text[6..]);
    }
    let (first, rest) = text.split_at_checked(2)?;
    let (name, year) = rest.split_at_checked(rest.len().checked_sub(4)?)?;
    ymd(year, &month(name)?, first)
}

/// One digit of `D/M/YYYY` with its zero.
fn two(text: &str) -> String {
    format!("{text:0>2}")
}

/// A month by its name, of any length from three letters.
fn month(name: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    let place = MONTHS.iter().position(|word| name.len() >= 3 && word.starts_with(&name))?;
    Some(format!("{:02}", place + 1))
}

fn ymd(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let digits = |text: &str, length: usize| {
        (text.len() == length && text.chars().all(|c| c.is_ascii_digit())).then(|| text.parse::<u32>().ok()).flatten()
    };
    let year = i32::try_from(digits(year, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?)
}

/// A date of birth: an instant in UTC is the date in London (spec 8.1).
///
/// Summer time is known here only where it has held in every year since 1917: June to August.
pub fn read_date_of_birth(text: &str) -> Option<NaiveDate> {
    let date = read_date(text)?;
    let late = text.contains("T23:") && undecorated(text).ends_with('Z');
    let summer = date.year() >= 1917 && (6..=8).contains(&date.month());
    Some(if late && summer { plus(date, 1) } else { date })
}

/// The date in London of an instant in UTC, by the rule of our years: summer time from the last Sunday
/// of March to the last Sunday of October, each at 01:00 UTC.
pub fn london_date(utc: NaiveDateTime) -> NaiveDate {
    let change = |month: u32| {
        let last_day = day(31, month, utc.year());
        let sunday = plus(last_day, -i64::from(last_day.weekday().num_days_from_sunday()));
        sunday.and_hms_opt(1, 0, 0).expect("one o'clock")
    };
    let summer = utc >= change(3) && utc < change(10);
    (utc + TimeDelta::hours(i64::from(summer))).date()
}

/// The clock, by which the program goes where a test runs it as a user does.
pub fn clock() -> NaiveDate {
    london_date(Utc::now().naive_utc())
}

/// The same day of the next year. Silent: of 29 February; the day before 1 March.
pub fn next_year(date: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(date.year() + 1, date.month(), date.day()).unwrap_or_else(|| day(28, 2, date.year() + 1))
}

/// A date of death may be partial (`YYYY`, `YYYYMM`, `YYYY-MM`): its first day counts (spec 2.2).
pub fn read_date_of_death(text: &str) -> Option<NaiveDate> {
    let text = undecorated(text);
    let text = text.as_str();
    read_date(text).or_else(|| match text.len() {
        4 => ymd(text, "01", "01"),
        6 => ymd(text.get(..4)?, text.get(4..)?, "01"),
        7 if text.get(4..5)? == "-" => ymd(text.get(..4)?, text.get(5..)?, "01"),
        _ => None,
    })
}

/// The birthday in a year; 29 February falls on 1 March in common years.
pub fn birthday_in(date_of_birth: NaiveDate, year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, date_of_birth.month(), date_of_birth.day()).unwrap_or_else(|| day(1, 3, year))
}

/// Completed years on a date; negative before birth, so that nobody unborn reaches an age.
pub fn age_on(date_of_birth: NaiveDate, on: NaiveDate) -> i32 {
    let years = on.year() - date_of_birth.year();
    if on < birthday_in(date_of_birth, on.year()) { years - 1 } else { years }
}

/// Date of birth plus six calendar months, clamped to the last day of a shorter month (spec 3.5).
pub fn six_months_after(date_of_birth: NaiveDate) -> NaiveDate {
    date_of_birth.checked_add_months(Months::new(6)).expect("a date within the calendar")
}

/// A date so many days later (or earlier).
pub fn plus(date: NaiveDate, days: i64) -> NaiveDate {
    date + TimeDelta::days(days)
}
