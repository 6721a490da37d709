//! Patient rows, clean and messy.

use super::dates::plus;
use super::model::PatientRow;
use super::people::{Belongs, Draft};
use super::rng::Rng;
use super::styles::{DateStyle, bad_number, flag, no, spelled_number, yes};
use chrono::NaiveDate;

/// Codes of the caller's practices; the last of them lacks B0360 where activity codes are listed.
pub const OWN: [&str; 5] = ["A81001", "A81002", "Y02345", "GUE001", "B82003"];
const FORENAMES: [&str; 8] = ["Quillon", "Marvelle", "Zephrine", "Tamsin-Jo", "Orlo", "Béatrix", "Wren", "Ysolde"];
const SURNAMES: [&str; 8] =
    ["O\\'Testley", "Sample-Smith", "Fictionby", "Van der Mock", "Placeholder", "Dummer, \"Jr\"", "Löwe", "Nonesuch"];

/// A clean patient row; the messes come after.
pub fn patient_row(rng: &mut Rng, draft: &Draft, dates: DateStyle) -> PatientRow {
    let phone = |rng: &mut Rng| format!("07700 900{:03}", rng.below(1000));
    let practice = match draft.belongs {
        Belongs::Scope => rng.pick(&OWN[..4]).to_owned(),
        _ => rng.pick(&["C83099", "B82003", "Y99999", "", "A8100", "81001A", "unknown", "ABCD12"]).to_owned(),
    };
    let practice = match rng.below(20) {
        0 => practice.to_lowercase(),
        1 => format!(" {practice} "),
        _ => practice,
    };
    // Nearly half have no flag at all, or the later cohorts would stay empty.
    let often = if rng.percent(45) { 0 } else { 16 };
    let mut row = PatientRow {
        nhs_number: spelled_number(rng, &draft.number),
        title: rng.pick(&["Mx", "Dr", "Mrs", "Mr", ""]).to_owned(),
        forename: rng.pick(&FORENAMES).to_owned(),
        surname: rng.pick(&SURNAMES).to_owned(),
        date_of_birth: dates.write(draft.date_of_birth),
        gender: rng.pick(&["1", "2", "9", "0", "male", "Female", "MALE", "indeterminate", "not known", ""]).to_owned(),
        postcode: rng.pick(&["ZZ99 3WZ", "ZZ99 3VZ", "zz993cz", ""]).to_owned(),
        practice_code: practice,
        address: [
            rng.pick(&["1 Mock Row", "Flat 2, Sample House", "The \"Nook\"", "Upper\nfloor", ""]).to_owned(),
            rng.pick(&["Testington", ""]).to_owned(),
            rng.pick(&["Fictionshire", ""]).to_owned(),
            String::new(),
            String::new(),
        ],
        mobile: if rng.percent(70) { phone(rng) } else { String::new() },
        telephone: if rng.percent(30) { phone(rng) } else { String::new() },
        email: rng.pick(&["someone@example.org", ""]).to_owned(),
        ethnic_category: ethnic_category(rng),
        care_home_resident: set(rng, often),
        care_home_staff: set(rng, often),
        health_care_worker: set(rng, often),
        clinically_extremely_vulnerable: set(rng, often),
        at_risk: set(rng, often),
        carer: set(rng, often),
        household_contact: set(rng, often),
        immunosuppressed: set(rng, 2 * often),
        housebound: set(rng, 5),
        sms_consent: rng.pick(&["", "", "Y", "N", "declined"]).to_owned(),
        ..PatientRow::default()
    };
    imd(rng, &mut row);
    row
}

fn set(rng: &mut Rng, percent: usize) -> String {
    let is_set = rng.percent(percent);
    flag(rng, is_set)
}

fn ethnic_category(rng: &mut Rng) -> String {
    let letter = char::from(b'A' + u8::try_from(rng.below(19)).expect("a letter")).to_string();
    match rng.below(10) {
        0 => rng.pick(&["", "Z", "z", "99", "T", "White", "ABC"]).to_owned(),
        1 => letter.to_lowercase(),
        2 => format!("{letter}{}", rng.below(9)),
        _ => letter,
    }
}

/// Deprivation in one of the three columns, or several, or out of range.
fn imd(rng: &mut Rng, row: &mut PatientRow) {
    let rank = rng.pick(&[1, 6568, 6569, 6570, 13137, 13138, 19706, 19707, 26275, 26276, 32843, 32844]);
    let (quintile, decile) = ((rank * 5 + 32843) / 32844, (rank * 10 + 32843) / 32844);
    match rng.below(8) {
        0 => row.imd_quintile = rng.pick(&["0", "6", "high"]).to_owned(),
        1 => row.imd_decile = rng.pick(&["0", "11"]).to_owned(),
        // Ranks above 32,844 mean another index (8.4): `patient_cells` writes them.
        2 => row.imd_rank = rng.pick(&["0", ""]).to_owned(),
        3 | 4 => row.imd_quintile = quintile.to_string(),
        5 => row.imd_decile = decile.to_string(),
        6 => row.imd_rank = rank.to_string(),
        _ => {
            row.imd_quintile = quintile.to_string();
            row.imd_rank = "32844".to_owned();
        }
    }
}

/// A row that ends in `rejected`, for one reason or another.
pub fn spoil(rng: &mut Rng, row: &mut PatientRow, draft: &Draft, dates: DateStyle, as_at: NaiveDate) {
    match rng.below(4) {
        0 => row.nhs_number = bad_number(rng, &draft.number),
        1 => row.date_of_birth = dates.write(plus(as_at, -rng.between(44_560, 45_000))),
        _ => {
            row.date_of_birth = rng.pick(&["", "unknown", "31/02/1980", "01/02/85", "19801345", "0"]).to_owned();
        }
    }
}

/// A death, a removal or a restriction; some of them are none.
pub fn fate(rng: &mut Rng, row: &mut PatientRow, dates: DateStyle, as_at: NaiveDate) {
    let near = plus(as_at, rng.between(-2, 2));
    let later = plus(as_at, rng.between(1, 400));
    let next_month = plus(as_at, rng.pick(&[0, 31]));
    let status = |rng: &mut Rng| rng.pick(&["1", "2", "Y", "yes", "TRUE"]).to_owned();
    match rng.below(18) {
        0 | 1 => row.date_of_death = dates.write(near),
        2 => row.date_of_death = next_month.format("%Y").to_string(),
        3 => row.date_of_death = next_month.format("%Y%m").to_string(),
        4 => row.date_of_death = next_month.format("%Y-%m").to_string(),
        5 => {
            row.date_of_death = rng.pick(&["unknown", "31/02/2021", "202113", "25/12/21"]).to_owned();
        }
        6 => row.death_status = status(rng),
        7 => {
            row.death_status = rng.pick(&["U", "u"]).to_owned();
            row.date_of_death = rng.pick(&[dates.write(near), "unknown".to_owned(), String::new()].each_ref()).clone();
        }
        8 => {
            row.death_status = "U".to_owned();
            row.reason_for_removal = rng.pick(&["DEA", "CGA"]).to_owned();
        }
        9 => row.reason_for_removal = rng.pick(&["DEA", "dea", " DEA "]).to_owned(),
        10 => {
            row.date_of_death = dates.write(later);
            row.death_status = status(rng);
        }
        11 => {
            row.date_of_death = dates.write(later);
            row.reason_for_removal = rng.pick(&["DEA", "CGA", ""]).to_owned();
        }
        12 => row.death_status = rng.pick(&["N", "no", "0", "FALSE"]).to_owned(),
        13 => row.date_of_death = dates.write(later),
        14 => row.reason_for_removal = rng.pick(&["CGA", "LDN", "ORR"]).to_owned(),
        15 => row.sensitive_flag = no_or_not(rng),
        _ => {
            row.sensitive_flag = rng.pick(&["Y", "S", "R", "1", "TRUE", "restricted"]).to_owned();
        }
    }
}

/// Whether restricted hangs on the exact word.
fn no_or_not(rng: &mut Rng) -> String {
    rng.pick(&["N", "n", "NO", "No", "false", "0", "nope", "-"]).to_owned()
}

/// Rubbish that must not matter, for a row of another practice: it is dropped before it is parsed.
pub fn rubbish(rng: &mut Rng, row: &mut PatientRow) {
    // Valid month-first only: no evidence against a file, for it is another practice's.
    row.date_of_birth = rng.pick(&["12/25/1980", "rubbish", ""]).to_owned();
    row.immunosuppressed = yes(rng);
    row.housebound = no(rng);
}
