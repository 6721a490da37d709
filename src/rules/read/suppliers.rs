//! `suppliers.toml`: who sends vaccination files.

use super::{each, note_repeats};
use crate::domain::shown;
use crate::rules::describe::list;
use crate::rules::model::Supplier;
use crate::rules::row_header::To;
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::toml_rows::{Document, Location, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "suppliers.toml";

/// Reads the file.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> Vec<Supplier> {
    let Ok(document) = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics) else {
        return Vec::new();
    };
    let top = document.top();
    let mut codes = Vec::new();
    let suppliers = each(top.rows("supplier"), |row| supplier(register, row, &mut codes));
    top.done();
    note_repeats(&register.diagnostics, &codes, |code, first| {
        format!("the ODS code {} is that of {} already", shown(code), first.place)
    });
    suppliers.good
}

fn supplier(
    register: &RowRegister,
    row: &TomlRow<'_>,
    codes: &mut Vec<(String, Location)>,
) -> Result<Supplier, Reported> {
    let head = register.header(row, To::Never);
    let name = row.text("name");
    let ods = row.texts("ods").and_then(|ods| {
        let mut fault = None;
        for code in ods.iter().filter(|code| !is_ods(code)) {
            fault =
                Some(row.report(format!("the ODS code {} must be 3 to 10 capital letters and digits", shown(code))));
        }
        fault.map_or(Ok(ods), Err)
    });
    row.done();
    let (name, ods) = (name?, ods?);
    codes.extend(ods.iter().map(|code| (code.clone(), row.location.clone())));
    let says = format!("Vaccination files of {} come from {name}.", list(&ods, "and"));
    Ok(Supplier { rule: register.enter(head?, says), name, ods })
}

fn is_ods(code: &str) -> bool {
    (3..=10).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}
