//! The messes of 8.1 in the cells of event files: null words, decorations, damaged codes, words, dates
//! of every form and dates after the refresh. With a chance of its own, like `patient_cells`.

use super::cells::{nhs_number, undecorated};
use super::codes::{PROCEDURES, codes_of};
use super::dates::{TRIAL_START, london_date, next_year, plus, read_date};
use super::events::timestamp;
use super::model::{EventColumns, VaccinationRow, World};
use super::patient_cells::{NULLS, date_form, decorated};
use super::rng::Rng;
use chrono::NaiveDate;

/// Gives the event files of a world their messes.
pub fn vary(world: &mut World, seed: u64) {
    let mut rng = Rng::new(seed ^ 0x0008_0001_E7E7);
    let today = world.today;
    for file in &mut world.vaccination_files {
        let refreshed = timestamp(&file.name).map_or(today, london_date);
        let wide = file.columns == EventColumns::Wide;
        for row in file.rows.iter_mut().filter(|row| **row != VaccinationRow::default()) {
            // A DELETE may fill only its identity and the flag.
            let only_ids = row.nhs_number.is_empty() && row.date_and_time.is_empty();
            if !only_ids {
                dates(&mut rng, row, refreshed);
                if wide {
                    not_given(&mut rng, row);
                }
                codes(&mut rng, row);
            }
            flags(&mut rng, row);
            nulls(&mut rng, row, wide);
        }
    }
}

fn pick(rng: &mut Rng, words: &[&str]) -> String {
    rng.pick(words).to_owned()
}

/// Other forms, the trial, and dates after the last refresh of the file.
fn dates(rng: &mut Rng, row: &mut VaccinationRow, refreshed: NaiveDate) {
    if let Some(date) = read_date(&row.date_and_time) {
        match rng.below(40) {
            0 | 1 => row.date_and_time = date_form(rng, date),
            2 => row.date_and_time = decorated(rng, &date.to_string()),
            _ => {}
        }
    }
    let date = match rng.below(160) {
        0 | 1 => plus(refreshed, rng.pick(&[0, 1, 2, 30, 300])),
        // The same day of the next year, and the day after: a typing error.
        2 => plus(next_year(refreshed), rng.pick(&[-1, 0, 1, 2])),
        3 => plus(refreshed, rng.pick(&[400, 3650])),
        4 => plus(TRIAL_START, rng.pick(&[-1, 0, 1, 100, 228])),
        _ => return,
    };
    // Silent: the next year's day of 29 February.
    if (date - refreshed).num_days().abs() > 360 && refreshed.format("%m%d").to_string() == "0229" {
        return;
    }
    row.date_and_time = date.format("%Y-%m-%d").to_string();
    row.recorded_date = match rng.below(4) {
        0 => String::new(),
        1 => plus(refreshed, rng.pick(&[0, 1])).to_string(),
        _ => plus(refreshed, -rng.between(0, 400)).to_string(),
    };
}

/// Words for not given, and codes in the columns that say why.
fn not_given(rng: &mut Rng, row: &mut VaccinationRow) {
    match rng.below(60) {
        0 => row.not_given = pick(rng, &["given", "Completed", "false", "0"]),
        1 => row.not_given = pick(rng, &["not given", "Not done", "yes", "true"]),
        2 => row.not_given = pick(rng, &["refused", "?", "-", ".", "held"]),
        3 => {
            let class = rng.pick(&["declined", "contraindicated", "contraindicated", "not-indicated"]);
            let code = pick(rng, codes_of(PROCEDURES, class));
            match rng.below(3) {
                0 => row.reason_not_given_code = code,
                1 => row.situation_code = code,
                // The reason alone makes it COVID-19.
                _ => {
                    row.reason_not_given_code = code;
                    (row.procedure_code, row.product_code) = (String::new(), String::new());
                }
            }
        }
        4 => row.reason_not_given_code = pick(rng, &["0", "0", "1.23457E+15"]),
        5 => row.situation_code = pick(rng, &["0", "0.0"]),
        _ => {}
    }
}

/// Codes as a spreadsheet leaves them.
fn codes(rng: &mut Rng, row: &mut VaccinationRow) {
    if rng.percent(2) {
        row.procedure_code = pick(rng, codes_of(PROCEDURES, "contraindicated"));
    }
    for cell in [&mut row.procedure_code, &mut row.product_code, &mut row.situation_code] {
        let plain = undecorated(cell);
        if plain.is_empty() {
            continue;
        }
        match rng.below(60) {
            0 | 1 => *cell = decorated(rng, &plain),
            // Rounded to fifteen digits, or written as a power of ten.
            2 if plain.len() > 15 => {
                let zeros = "0".repeat(plain.len() - 15);
                *cell = format!("{}{zeros}", &plain[..15]);
            }
            3 if plain.len() > 8 => *cell = format!("{}.{}E+{}", &plain[..1], &plain[1..6], plain.len() - 1),
            _ => {}
        }
    }
    if rng.percent(2) && nhs_number(&row.nhs_number).is_some() {
        let plain = undecorated(&row.nhs_number);
        row.nhs_number = decorated(rng, &plain);
    }
}

/// Other words for what a row does, and words for nothing that anybody knows.
fn flags(rng: &mut Rng, row: &mut VaccinationRow) {
    row.action_flag = match (row.action_flag.trim().to_uppercase().as_str(), rng.below(20)) {
        ("NEW" | "", 0) => pick(rng, &["N", "n", "add", "Add"]),
        ("UPDATE", 0..=4) => pick(rng, &["U", "u", "amend", "Amend"]),
        ("DELETE", 0..=4) => pick(rng, &["D", "d", "remove", "Remove"]),
        ("NEW" | "" | "UPDATE", 5) if rng.percent(40) => pick(rng, &["VOID", "error", "?", "-", "superseded"]),
        _ => return,
    };
}

fn nulls(rng: &mut Rng, row: &mut VaccinationRow, wide: bool) {
    let blank_code = |rng: &mut Rng| if rng.percent(30) { "0".to_owned() } else { pick(rng, &NULLS) };
    let mut cells: Vec<(bool, &mut String)> = vec![
        (true, &mut row.nhs_number),
        (true, &mut row.procedure_code),
        (true, &mut row.product_code),
        (false, &mut row.action_flag),
        (false, &mut row.recorded_date),
        (false, &mut row.date_and_time),
        (false, &mut row.unique_id),
        (false, &mut row.unique_id_uri),
        (false, &mut row.site_code),
    ];
    if wide {
        cells.push((false, &mut row.not_given));
        cells.push((true, &mut row.reason_not_given_code));
        cells.push((true, &mut row.situation_code));
    }
    for (is_code, cell) in cells {
        if cell.trim().is_empty() && rng.percent(8) {
            *cell = if is_code { blank_code(rng) } else { pick(rng, &NULLS) };
        }
    }
    // Identities that name nothing.
    if rng.percent(1) {
        row.unique_id = pick(rng, &["NULL", "N/A", "-"]);
    }
}
