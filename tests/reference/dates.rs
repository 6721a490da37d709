//! Dates and ages, read and reckoned the long way round.

use chrono::{Datelike, Months, NaiveDate};

/// A calendar day written in British order, as the specification writes it.
pub const fn day(day: u32, month: u32, year: i32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("a day that does not exist was typed into the reference"),
    }
}

/// The first day of the national programme: nothing can have been given before it (spec 2.4).
pub const PROGRAMME_START: NaiveDate = day(8, 12, 2020);

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads the date forms of spec 1.3, each with an optional time; two-digit years are refused.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    for length in [8, 10, 11] {
        let (Some(head), Some(tail)) = (text.get(..length), text.get(length..)) else {
            continue;
        };
        if let Some(date) = read_day(head).filter(|_| is_time(tail)) {
            return Some(date);
        }
    }
    None
}

/// Nothing, or a `T` or a space with a clock time after it.
fn is_time(tail: &str) -> bool {
    let Some(first) = tail.chars().next() else {
        return true;
    };
    (first == 'T' || first == ' ') && tail[1..].trim().starts_with(|c: char| c.is_ascii_digit())
}

/// One date without its time.
fn read_day(text: &str) -> Option<NaiveDate> {
    if text.len() == 8 {
        return ymd(&text[..4], &text[4..6], &text[6..]);
    }
    let separator = text.chars().find(|c| "/- ".contains(*c))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    match separator {
        '-' if first.len() == 4 => ymd(first, second, third),
        '/' => ymd(third, second, first),
        '-' if second.len() == 2 => ymd(third, second, first),
        _ => {
            let name = second.to_ascii_lowercase();
            let month = MONTHS.iter().position(|word| *word == name)? + 1;
            ymd(third, &format!("{month:02}"), first)
        }
    }
}

fn ymd(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let digits = |text: &str, length: usize| {
        (text.len() == length && text.chars().all(|c| c.is_ascii_digit())).then(|| text.parse::<u32>().ok()).flatten()
    };
    let year = i32::try_from(digits(year, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?)
}

/// A date of death may be partial (`YYYY`, `YYYYMM`, `YYYY-MM`): its first day counts (spec 2.2).
pub fn read_date_of_death(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
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
    date + chrono::TimeDelta::days(days)
}
