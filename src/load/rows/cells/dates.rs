//! Dates as they are written in extracts.
//!
//! Day-first is never guessed: a column whose values prove that it is written
//! month-first refuses its file ([`DateEvidence`]).

use std::ops::AddAssign;

use chrono::NaiveDate;

/// A cell read as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateCell {
    /// The cell is empty.
    Blank,
    /// A date.
    Date(NaiveDate),
    /// Not a date.
    Bad(DateFault),
}

impl DateCell {
    /// The date, if it is one.
    #[must_use]
    pub fn date(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::Blank | Self::Bad(_) => None,
        }
    }
}

/// Why a cell is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateFault {
    /// Valid only as month, day, year.
    MonthFirst,
    /// The year has two digits.
    TwoDigitYear,
    /// In a known form, but there is no such day.
    NoSuchDay,
    /// In no form that is read.
    Form,
}

impl DateFault {
    /// The reason in words; never the value.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::MonthFirst => "the date is valid only as month first (US order)",
            Self::TwoDigitYear => "the year has two digits",
            Self::NoSuchDay => "there is no such day",
            Self::Form => "not a date in a form that is read (DD/MM/YYYY, YYYY-MM-DD, YYYYMMDD, DD-Mon-YYYY)",
        }
    }
}

/// What the values of one column prove about the order of day and month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DateEvidence {
    /// Values valid only day-first.
    pub day_first: u64,
    /// Values valid only month-first.
    pub month_first: u64,
}

impl AddAssign for DateEvidence {
    fn add_assign(&mut self, more: Self) {
        self.day_first += more.day_first;
        self.month_first += more.month_first;
    }
}

impl DateEvidence {
    /// Whether the column is written month-first as far as anybody can tell.
    #[must_use]
    pub const fn refuses(self) -> bool {
        self.month_first > 0 && self.day_first == 0
    }
}

/// Reads a cell as a date and notes what it proves.
pub fn read_date(cell: &[u8], evidence: &mut DateEvidence) -> DateCell {
    if let Some(written) = Written::plain(cell) {
        return written.read_as(evidence);
    }
    let Ok(text) = std::str::from_utf8(cell) else { return DateCell::Bad(DateFault::Form) };
    let text = text.trim();
    if text.is_empty() {
        return DateCell::Blank;
    }
    match Written::read(text) {
        Err(fault) => DateCell::Bad(fault),
        Ok(written) => written.read_as(evidence),
    }
}

/// A date as written.
enum Written {
    /// Year first or with a month name: the order is not in question.
    Certain(Option<NaiveDate>),
    /// Two numbers and a year.
    DayFirst { day: u32, month: u32, year: i32 },
}

impl Written {
    /// The forms that nearly every cell has, read at once: `YYYYMMDD` with or
    /// without a time in digits, `YYYY-MM-DD`, `DD/MM/YYYY`. What is none of
    /// them goes the long way, and may be a date all the same.
    fn plain(cell: &[u8]) -> Option<Self> {
        let number = |from: usize, to: usize| {
            let digit = |number: u32, digit: &u8| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'));
            cell.get(from..to)?.iter().try_fold(0, digit)
        };
        let is = |place: usize, mark: u8| cell.get(place) == Some(&mark);
        let places = match cell.len() {
            8 => [4, 6],
            10 if is(4, b'-') && is(7, b'-') || is(4, b'/') && is(7, b'/') => [5, 8],
            10 if is(2, b'/') && is(5, b'/') => {
                let year = i32::try_from(number(6, 10)?).ok()?;
                return Some(Self::DayFirst { day: number(0, 2)?, month: number(3, 5)?, year });
            }
            length @ 10..=17 if is(8, b'T') && number(9, length).is_some() => [4, 6],
            14 if cell.iter().all(u8::is_ascii_digit)
                && number(8, 10)? < 24
                && number(10, 12)? < 60
                && number(12, 14)? < 60 =>
            {
                [4, 6]
            }
            _ => return None,
        };
        let [month, day] = places;
        let year = i32::try_from(number(0, 4)?).ok()?;
        Some(Self::Certain(NaiveDate::from_ymd_opt(year, number(month, month + 2)?, number(day, day + 2)?)))
    }

    /// The date, and what it proves.
    fn read_as(self, evidence: &mut DateEvidence) -> DateCell {
        let (day, month, year) = match self {
            Self::Certain(date) => return date.map_or(DateCell::Bad(DateFault::NoSuchDay), DateCell::Date),
            Self::DayFirst { day, month, year } => (day, month, year),
        };
        match (NaiveDate::from_ymd_opt(year, month, day), NaiveDate::from_ymd_opt(year, day, month)) {
            (Some(date), None) => {
                evidence.day_first += 1;
                DateCell::Date(date)
            }
            (Some(date), Some(_)) => DateCell::Date(date),
            (None, Some(_)) => {
                evidence.month_first += 1;
                DateCell::Bad(DateFault::MonthFirst)
            }
            (None, None) => DateCell::Bad(DateFault::NoSuchDay),
        }
    }

    fn read(text: &str) -> Result<Self, DateFault> {
        if let Some(written) = Self::named_month(text) {
            return written;
        }
        let (date, time) = split_time(text);
        if !time.is_none_or(is_time) {
            return Err(DateFault::Form);
        }
        if date.len() == 8 && is_number(date) {
            return Ok(Self::certain(&date[0..4], &date[4..6], &date[6..8]));
        }
        if date.len() == 14 && is_number(date) && time.is_none() {
            let part = |from: usize| number(&date[from..from + 2]);
            let is_clock = part(8) < 24 && part(10) < 60 && part(12) < 60;
            return if is_clock {
                Ok(Self::certain(&date[..4], &date[4..6], &date[6..8]))
            } else {
                Err(DateFault::Form)
            };
        }
        let mut parts = date.split(['/', '-', ' ']);
        let (Some(first), Some(second), Some(third), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateFault::Form);
        };
        let separators: Vec<char> = date.chars().filter(|c| matches!(c, '/' | '-' | ' ')).collect();
        let [separator, same] = separators[..] else { return Err(DateFault::Form) };
        if separator != same {
            return Err(DateFault::Form);
        }
        if separator != ' ' && first.len() == 4 && is_number(first) && is_two_digits(second) && is_two_digits(third) {
            return Ok(Self::certain(first, second, third));
        }
        let month_name = month_named(second);
        let year_digits = is_number(third);
        if !is_day_number(first)
            || !(is_day_number(second) && separator != ' ' || month_name.is_some() && separator != '/')
        {
            return Err(DateFault::Form);
        }
        if year_digits && third.len() == 2 {
            return Err(DateFault::TwoDigitYear);
        }
        if !year_digits || third.len() != 4 {
            return Err(DateFault::Form);
        }
        let (day, year) = (number(first), i32::try_from(number(third)).unwrap_or(0));
        Ok(month_name.map_or_else(
            || Self::DayFirst { day, month: number(second), year },
            |month| Self::Certain(NaiveDate::from_ymd_opt(year, month, day)),
        ))
    }

    /// `DDMonYYYY` and `Mon DD YYYY`, each with an optional time; `None` where the text is neither.
    fn named_month(text: &str) -> Option<Result<Self, DateFault>> {
        let run = |text: &str, is_in: fn(&u8) -> bool| text.bytes().take_while(is_in).count();
        let is_day_first = text.starts_with(|c: char| c.is_ascii_digit());
        let (day, month, rest) = if is_day_first {
            let (day, rest) = text.split_at(run(text, u8::is_ascii_digit));
            let (month, rest) = rest.split_at(run(rest, u8::is_ascii_alphabetic));
            (day, month, rest)
        } else {
            let (month, rest) = text.split_at(run(text, u8::is_ascii_alphabetic));
            let rest = rest.strip_prefix(' ')?.trim_start();
            let (day, rest) = rest.split_at(run(rest, u8::is_ascii_digit));
            let rest = rest.strip_prefix(',').unwrap_or(rest);
            (day, month, rest.strip_prefix(' ')?.trim_start())
        };
        let month = month_named(month)?;
        let (year, time) = rest.split_at(run(rest, u8::is_ascii_digit));
        let time = time.trim_start_matches([' ', ',', 'T', ':']);
        if !is_day_number(day) || !(time.is_empty() || is_time(time)) {
            return Some(Err(DateFault::Form));
        }
        Some(match year.len() {
            4 => {
                Ok(Self::Certain(NaiveDate::from_ymd_opt(i32::try_from(number(year)).unwrap_or(0), month, number(day))))
            }
            2 => Err(DateFault::TwoDigitYear),
            _ => Err(DateFault::Form),
        })
    }

    fn certain(year: &str, month: &str, day: &str) -> Self {
        let year = i32::try_from(number(year)).unwrap_or(0);
        Self::Certain(NaiveDate::from_ymd_opt(year, number(month), number(day)))
    }
}

/// Splits `2021-12-08T09:30` or `08/12/2021 09:30` into date and time.
fn split_time(text: &str) -> (&str, Option<&str>) {
    // The T between two digits: that of `Oct` is not.
    let between_digits =
        |three: &[u8]| three[1].eq_ignore_ascii_case(&b'T') && three[0].is_ascii_digit() && three[2].is_ascii_digit();
    if let Some(before) = text.as_bytes().windows(3).position(between_digits) {
        return (&text[..=before], Some(&text[before + 2..]));
    }
    // A space may be part of the date (`08 Dec 2021 09:30`): the time is what follows the year.
    let mut spaces = text.match_indices(' ').map(|(at, _)| at);
    let spaced_date = text.get(1..2) == Some(" ") || text.get(2..3) == Some(" ");
    let at = if spaced_date { spaces.nth(2) } else { spaces.next() };
    // A comma may stand before the time.
    let comma = text.find(',').filter(|comma| at.is_none_or(|at| *comma < at));
    match (comma, at) {
        (Some(comma), _) => (&text[..comma], Some(text[comma + 1..].trim_start())),
        (None, Some(at)) => (&text[..at], Some(text[at..].trim_start())),
        (None, None) => (text, None),
    }
}

/// Whether `text` can be a time of day: digits, colons, offset, AM or PM.
/// The time itself is never used.
fn is_time(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let bare = ["AM", "PM", "GMT", "BST", "UTC", "Z"]
        .iter()
        .find_map(|suffix| upper.strip_suffix(suffix))
        .unwrap_or(&upper)
        .trim_end();
    bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | ' '))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// One or two digits.
fn is_day_number(text: &str) -> bool {
    text.len() <= 2 && is_number(text)
}

fn is_two_digits(text: &str) -> bool {
    text.len() == 2 && is_number(text)
}

fn number(digits: &str) -> u32 {
    digits.parse().unwrap_or(0)
}

fn month_named(name: &str) -> Option<u32> {
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
    let name = name.to_ascii_lowercase();
    let begins = |month: &str| name.len() >= 3 && month.starts_with(name.as_str());
    (1..).zip(MONTHS).find(|(_, month)| begins(month)).map(|(number, _)| number)
}

/// The first day that a date of death can mean: a whole date, or `YYYY`,
/// `YYYYMM`, `YYYY-MM` by its first day.
pub fn read_date_of_death(cell: &[u8], evidence: &mut DateEvidence) -> DateCell {
    let text = String::from_utf8_lossy(cell);
    let text = text.trim();
    let partial = match text.len() {
        4 if is_number(text) => Some((text, "01")),
        6 if is_number(text) => Some((&text[..4], &text[4..])),
        7 if text.is_ascii() && &text[4..5] == "-" && is_number(&text[..4]) && is_number(&text[5..]) => {
            Some((&text[..4], &text[5..]))
        }
        _ => None,
    };
    let Some((year, month)) = partial else { return read_date(cell, evidence) };
    match Written::certain(year, month, "01") {
        Written::Certain(Some(date)) => DateCell::Date(date),
        _ => DateCell::Bad(DateFault::NoSuchDay),
    }
}

#[cfg(test)]
mod tests;
