//! The many ways in which suppliers write the same thing.

use super::model::{Layout, Quoting};
use super::rng::Rng;
use chrono::NaiveDate;

/// A way of writing dates; a file keeps to one for a column, with a stray ISO date now and then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `31/03/2021`
    Slash,
    /// `31-03-2021`
    Dash,
    /// `31-Mar-2021`
    MonthName,
    /// `31 Mar 2021`
    MonthNameSpaced,
    /// `2021-03-31`
    Iso,
    /// `20210331`
    Compact,
}

impl DateStyle {
    /// A date in this style.
    pub fn write(self, date: NaiveDate) -> String {
        let format = match self {
            Self::Slash => "%d/%m/%Y",
            Self::Dash => "%d-%m-%Y",
            Self::MonthName => "%d-%b-%Y",
            Self::MonthNameSpaced => "%d %b %Y",
            Self::Iso => "%Y-%m-%d",
            Self::Compact => "%Y%m%d",
        };
        date.format(format).to_string()
    }

    /// A date in this style with a time, as event files have it.
    pub fn write_with_time(self, date: NaiveDate, rng: &mut Rng) -> String {
        let (hour, minute) = (rng.between(0, 23), rng.between(0, 59));
        match self {
            // The last two digits are the offset: 00 is UTC, 01 is BST.
            Self::Compact => {
                format!("{}T{hour:02}{minute:02}30{}", self.write(date), rng.pick(&["", "00", "01"]))
            }
            Self::Iso => format!("{}T{hour:02}:{minute:02}:30{}", self.write(date), rng.pick(&["", "+00", "+01"])),
            _ => format!("{} {hour:02}:{minute:02}", self.write(date)),
        }
    }
}

/// A yes of the vocabulary.
pub fn yes(rng: &mut Rng) -> String {
    rng.pick(&["Y", "y", "yes", "Yes", "TRUE", "true", "1"]).to_owned()
}

/// A no of the vocabulary; now and then a word outside it, which counts as no.
pub fn no(rng: &mut Rng) -> String {
    rng.pick(&["", "", "", "", "N", "n", "no", "FALSE", "0", "perhaps"]).to_owned()
}

/// A flag of the vocabulary.
pub fn flag(rng: &mut Rng, is_set: bool) -> String {
    if is_set { yes(rng) } else { no(rng) }
}

/// A good NHS number with what the reading rule strips from it.
pub fn spelled_number(rng: &mut Rng, number: &str) -> String {
    let (first, middle, last) = (&number[..3], &number[3..6], &number[6..]);
    match rng.below(14) {
        0 => format!("{first} {middle} {last}"),
        1 => format!("{first}-{middle}-{last}"),
        2 => format!("{first}\u{a0}{middle}\u{a0}{last}"),
        3 => format!("'{number}"),
        4 => format!("{number}.0"),
        5 => format!(" {number} "),
        _ => number.to_owned(),
    }
}

/// Text in the NHS number column that is no valid number, for one reason each.
pub fn bad_number(rng: &mut Rng, number: &str) -> String {
    let last = number[9..].parse::<u32>().expect("a digit");
    match rng.below(9) {
        0 => String::new(),
        1 => "0".to_owned(),
        2 => "9.99E+09".to_owned(),
        3 => number[..9].to_owned(),
        4 => "9999999999".to_owned(),
        5 => "0123456789".to_owned(),
        6 => format!("{number}1"),
        7 => format!("{}X", &number[..9]),
        _ => format!("{}{}", &number[..9], (last + 1) % 10),
    }
}

/// A layout for a file; nothing in it may change a result.
pub fn layout(rng: &mut Rng, delimiter: char) -> Layout {
    Layout {
        delimiter,
        quoting: rng.pick(&[Quoting::Always, Quoting::Needed]),
        crlf: rng.percent(50),
        bom: rng.percent(30),
        final_newline: rng.percent(70),
        short_rows: rng.percent(30),
    }
}

/// Valid NHS numbers between 999 000 0000 and 999 999 9999, in order.
pub struct Numbers(u64);

impl Numbers {
    /// Begins somewhere in the first nine tenths of the range.
    pub fn new(rng: &mut Rng) -> Self {
        Self(rng.bits() % 900_000)
    }

    /// The next valid number.
    pub fn next(&mut self) -> String {
        loop {
            let head = format!("999{:06}", self.0);
            self.0 += 1;
            let valid = (0..10).map(|check| format!("{head}{check}")).find(|number| {
                let digits =
                    number.bytes().zip((1..=10u32).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight);
                digits.sum::<u32>().is_multiple_of(11)
            });
            if let Some(number) = valid {
                return number;
            }
        }
    }
}
