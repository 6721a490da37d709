//! Cells as people read them, on the screen and in charts.

use crate::domain::{UkDate, printable};
use crate::report::{Cell, Column};

/// A cell as people read it.
pub fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => one_line(text),
        Cell::Count(count) => thousands(*count),
        Cell::Whole(number) => number.to_string(),
        Cell::Percent(percent) => {
            percent.tenths().map_or_else(|| "–".to_owned(), |tenths| format!("{}.{}", tenths / 10, tenths % 10))
        }
        Cell::Limit(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
        Cell::Points(tenths) => {
            let sign = match tenths.signum() {
                1 => "+",
                -1 => "−",
                _ => "",
            };
            format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
        }
        Cell::HalfDays(halves) => half_days(*halves),
        Cell::Date(date) => UkDate(*date).to_string(),
        Cell::Suppressed => Cell::SUPPRESSED.to_owned(),
        Cell::Null => String::new(),
    }
}

/// Days in halves: `12`, or `12.5`.
pub fn half_days(halves: u64) -> String {
    format!("{}{}", halves / 2, if halves.is_multiple_of(2) { "" } else { ".5" })
}

/// A cell of a row as people read it: where it has nothing, what its column
/// says of that.
pub fn row_text(column: &Column, cell: &Cell) -> String {
    match (cell, column.blank) {
        (Cell::Null, Some(words)) => words.to_owned(),
        (Cell::Text(key), _) if column.holds_keys => key_words(key),
        _ => cell_text(cell),
    }
}

/// What people read of a key: `other_practices` as "other practices".
fn key_words(key: &str) -> String {
    match key {
        "patients" => "counted".to_owned(),
        "not_covid" => "not COVID-19".to_owned(),
        key => one_line(&key.replace('_', " ")),
    }
}

/// Text on one line: a cell of a file must not steer the terminal, nor turn
/// its text round.
pub fn one_line(text: &str) -> String {
    printable(text)
}

/// `1234567` as `1,234,567`.
pub fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Kind;

    #[test]
    fn half_days_are_shown_where_there_are_any() {
        assert_eq!([0, 1, 24, 25].map(half_days), ["0", "0.5", "12", "12.5"]);
    }

    #[test]
    fn people_read_words_of_keys_where_the_column_holds_them() {
        let (plain, keys) = (Column::new("end", "End", Kind::Text), Column::new("end", "End", Kind::Text).of_keys());
        for (key, words) in [("rows_read", "rows read"), ("patients", "counted"), ("not_covid", "not COVID-19")] {
            assert_eq!(row_text(&keys, &Cell::text(key)), words);
            assert_eq!(row_text(&plain, &Cell::text(key)), key);
        }
    }

    #[test]
    fn thousands_have_commas() {
        for (count, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(count), text);
        }
    }
}
