//! A code list: a CSV file of codes with their meaning.

use std::collections::BTreeMap;

use super::verhoeff;
use crate::domain::{did_you_mean, shown};
use crate::toml_rows::{Diagnostics, Location, Reported};

/// A code with the meaning its row gives.
pub(super) struct Coded {
    pub code: u64,
    pub meaning: String,
    pub location: Location,
}

/// Reads the codes of a file whose columns are `code`, `meaning` and `note`.
/// `taken` holds the codes of all lists so far.
pub(super) fn read(
    file: &'static str,
    text: &str,
    [meaning, note]: [&'static str; 2],
    taken: &mut BTreeMap<u64, Location>,
    diagnostics: &Diagnostics,
) -> Vec<Coded> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let Ok(columns) = columns(file, &mut reader, ["code", meaning, note], diagnostics) else {
        return Vec::new();
    };
    let mut codes = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => codes.extend(row(file, &record, &columns, meaning, taken, diagnostics)),
            Err(error) => {
                diagnostics.report(&Location::whole(file), format!("not a readable CSV file: {error}"));
                break;
            }
        }
    }
    if codes.is_empty() {
        diagnostics.report(&Location::whole(file), "there is no code in it");
    }
    codes
}

/// Where the columns are: the code, its meaning, and how many there are.
struct CodeColumns {
    code: usize,
    meaning: usize,
    count: usize,
}

fn columns(
    file: &'static str,
    reader: &mut csv::Reader<&[u8]>,
    wanted: [&'static str; 3],
    diagnostics: &Diagnostics,
) -> Result<CodeColumns, Reported> {
    let header = Location { line: Some(1), ..Location::whole(file) };
    let names =
        reader.headers().map_err(|error| diagnostics.report(&header, format!("the header cannot be read: {error}")))?;
    let mut sound = Ok(());
    for (index, name) in names.iter().enumerate() {
        if !wanted.contains(&name) {
            sound =
                Err(diagnostics
                    .report(&header, format!("unknown column {}{}", shown(name), did_you_mean(name, &wanted))));
        } else if names.iter().position(|other| other == name) != Some(index) {
            sound = Err(diagnostics.report(&header, format!("the column {} is there twice", shown(name))));
        }
    }
    for name in wanted {
        if !names.iter().any(|other| other == name) {
            sound = Err(diagnostics.report(&header, format!("the column \"{name}\" is missing")));
        }
    }
    sound?;
    let place = |name: &str| names.iter().position(|other| other == name).ok_or(Reported);
    Ok(CodeColumns { code: place(wanted[0])?, meaning: place(wanted[1])?, count: names.len() })
}

fn row(
    file: &'static str,
    record: &csv::StringRecord,
    columns: &CodeColumns,
    meaning: &str,
    taken: &mut BTreeMap<u64, Location>,
    diagnostics: &Diagnostics,
) -> Option<Coded> {
    let line = record.position().and_then(|position| usize::try_from(position.line()).ok());
    let written = record.get(columns.code).unwrap_or_default();
    let place: String = written.chars().take(20).flat_map(char::escape_debug).collect();
    let location = Location { file: file.into(), line, place };
    if record.len() != columns.count {
        diagnostics.report(&location, format!("the row has {} cells, the header {}", record.len(), columns.count));
        return None;
    }
    let code = match number(written.as_bytes()) {
        Some(code) if verhoeff::passes(written.as_bytes()) => code,
        Some(_) => {
            diagnostics.report(
                &location,
                format!(
                    "the code {} has a wrong check digit (Verhoeff): a digit is wrong, missing or swapped",
                    shown(written)
                ),
            );
            return None;
        }
        None => {
            diagnostics
                .report(&location, format!("the code {} must be 6 to 18 digits without a leading 0", shown(written)));
            return None;
        }
    };
    if let Some(first) = taken.get(&code) {
        diagnostics.report(
            &location,
            format!("the code {written} is in {} line {} already", first.file, first.line.unwrap_or(1)),
        );
        return None;
    }
    taken.insert(code, location.clone());
    let value = record.get(columns.meaning).unwrap_or_default();
    if value.is_empty() || value.len() > 100 || value.chars().any(char::is_control) {
        diagnostics.report(&location, format!("\"{meaning}\" must be 1 to 100 plain characters, not {}", shown(value)));
        return None;
    }
    Some(Coded { code, meaning: value.to_owned(), location })
}

/// A code as a number: 6 to 18 ASCII digits, the first not 0.
pub(super) fn number(code: &[u8]) -> Option<u64> {
    if !(6..=18).contains(&code.len()) || code[0] == b'0' {
        return None;
    }
    let mut number = 0_u64;
    for byte in code {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    Some(number)
}
