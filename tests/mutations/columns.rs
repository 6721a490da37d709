//! Faults of one column: its heading, its place, its cells.

use super::extract::{ExtractFile, Form};
use super::kinds::Change;

/// Every fault of a column, by name.
pub fn of_column(file: &ExtractFile, column: usize) -> Vec<(String, Change)> {
    let heading = &file.rows[0][column];
    let mut made: Vec<(String, Change)> = Vec::new();
    let mut add = |name: &str, change: Change| made.push((format!("{name} of {heading}"), change));
    add("drop", Box::new(move |file| file.rows.iter_mut().for_each(|row| drop(row.remove(column)))));
    for new in ["Field 17", "", "x"] {
        add(&format!("rename to {new:?}"), heading_of(column, move |_| new.to_owned()));
    }
    add("rename to an old one", heading_of(column, |old| format!("{old} (old)")));
    add("move to the end", Box::new(move |file| file.rows.iter_mut().for_each(|row| row[column..].rotate_left(1))));
    add("move to the front", Box::new(move |file| file.rows.iter_mut().for_each(|row| row[..=column].rotate_right(1))));
    add("double", doubled(column, false, str::to_owned));
    add("double with blanks behind", doubled(column, false, |_| String::new()));
    add("double with blanks before", doubled(column, true, |_| String::new()));
    add(
        "swap headings with the next",
        Box::new(move |file| {
            let next = (column + 1) % file.rows[0].len();
            file.rows[0].swap(column, next);
        }),
    );
    for word in ["NULL", "NA", "#N/A", "-", " ", "None", "\\N"] {
        add(&format!("blanks {word:?}"), cells(column, 1, move |cell| or(cell, word)));
    }
    for (name, change) in DECORATIONS {
        add(name, cells(column, 1, change));
    }
    for (name, change) in ROUNDINGS {
        add(name, cells(column, 1, change));
    }
    add("numbers in a workbook", Box::new(move |file| (file.form, file.numbers) = (Form::Book, Some(column))));
    for (word, every) in [("see notes", 1), ("see notes", 3), ("?", 1), ("0", 4), ("31/02/2021", 3)] {
        add(&format!("{word:?} in one of {every}"), cells(column, every, move |_| word.to_owned()));
    }
    made
}

/// What is done to a cell.
type Spoil = fn(&str) -> String;

/// Marks around a value, which mean nothing.
const DECORATIONS: [(&str, Spoil); 6] = [
    ("apostrophes", |cell| if cell.is_empty() { String::new() } else { format!("'{cell}") }),
    ("formulas", |cell| if cell.is_empty() { String::new() } else { format!("=\"{cell}\"") }),
    ("hard spaces", |cell| format!("\u{a0}{cell}\u{200b}")),
    ("quotation marks", |cell| if cell.is_empty() { String::new() } else { format!("\"{cell}\"") }),
    ("spaces", |cell| format!(" {cell}  ")),
    (".0 at the end", |cell| if is_digits(cell) { format!("{cell}.0") } else { cell.to_owned() }),
];

/// What spreadsheets make of numbers and dates.
const ROUNDINGS: [(&str, Spoil); 4] = [
    ("15 digits", |cell| {
        if is_digits(cell) && cell.len() > 15 {
            format!("{}{}", &cell[..15], "0".repeat(cell.len() - 15))
        } else {
            cell.to_owned()
        }
    }),
    ("exponents", |cell| {
        if is_digits(cell) && cell.len() > 9 {
            format!("{:.2E}", cell.parse::<f64>().unwrap()).replace('E', "E+")
        } else {
            cell.to_owned()
        }
    }),
    (
        "leading noughts lost",
        |cell| if is_digits(cell) { cell.trim_start_matches('0').to_owned() } else { cell.to_owned() },
    ),
    ("serial numbers", serial),
];

fn is_digits(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// A date as the number that a spreadsheet keeps.
fn serial(cell: &str) -> String {
    // A number of ten digits or a code is no date.
    if cell.len() > 8 && is_digits(cell) {
        return cell.to_owned();
    }
    let forms = [("%d/%m/%Y", 10), ("%Y%m%d", 8), ("%Y-%m-%d", 10)];
    let read = |(form, length): &(&str, usize)| chrono::NaiveDate::parse_from_str(cell.get(..*length)?, form).ok();
    let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    forms.iter().find_map(read).map_or_else(|| cell.to_owned(), |date| (date - first).num_days().to_string())
}

fn or(cell: &str, word: &str) -> String {
    if cell.is_empty() { word } else { cell }.to_owned()
}

fn heading_of(column: usize, new: impl Fn(&str) -> String + 'static) -> Change {
    Box::new(move |file| file.rows[0][column] = new(&file.rows[0][column]))
}

fn cells(column: usize, every: usize, new: impl Fn(&str) -> String + 'static) -> Change {
    Box::new(move |file| {
        for row in file.rows.iter_mut().skip(1).step_by(every) {
            if let Some(cell) = row.get_mut(column) {
                *cell = new(cell);
            }
        }
    })
}

/// The column once more, with other cells: behind all, or before.
fn doubled(column: usize, before: bool, new: impl Fn(&str) -> String + 'static) -> Change {
    Box::new(move |file| {
        for (place, row) in file.rows.iter_mut().enumerate() {
            let cell = if place == 0 { row[column].clone() } else { new(&row[column]) };
            row.insert(if before { 0 } else { row.len() }, cell);
        }
    })
}
