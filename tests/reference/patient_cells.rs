//! The messes of 8.1 and 8.3 in the cells of patients files: null words, decorations, words, dates of
//! every form, second columns, rows that are cut short and columns that are not there.
//!
//! Like `contacts` it has a chance of its own, so that people and histories stay what their seed made them.

use super::cells::{ETHNIC_WORDS, undecorated};
use super::dates::{plus, read_date};
use super::model::{PatientFile, PatientRow, World};
use super::patient_columns::PATIENT_COLUMNS;
use super::rng::Rng;
use chrono::{Datelike, NaiveDate};

/// Null words that are blank in every column but the names.
pub const NULLS: [&str; 12] = ["NULL", "null", "(null)", "nil", "None", "NaN", "NA", "N/A", "n/a", "#N/A", "\\N", "--"];
/// Blank in most columns, unknown in those that keep people safe.
const MARKS: [&str; 3] = ["-", ".", "?"];
const SAFETY: [&str; 10] = [
    "date_of_death",
    "other_date_of_death",
    "death_status",
    "other_death_status",
    "sensitive_flag",
    "other_sensitive_flag",
    "reason_for_removal",
    "other_reason_for_removal",
    "sms_consent",
    "other_sms_consent",
];
const FLAGS: [&str; 9] = [
    "care_home_resident",
    "care_home_staff",
    "health_care_worker",
    "clinically_extremely_vulnerable",
    "at_risk",
    "carer",
    "household_contact",
    "immunosuppressed",
    "housebound",
];

/// Gives the patients files of a world their messes.
pub fn vary(world: &mut World, seed: u64, as_at: NaiveDate) {
    let mut rng = Rng::new(seed ^ 0x0008_0001_CE11);
    for file in &mut world.patient_files {
        for row in file.rows.iter_mut().filter(|row| **row != PatientRow::default()) {
            words(&mut rng, row, as_at);
            second_columns(&mut rng, row, as_at);
            dates(&mut rng, row);
            nulls(&mut rng, row);
            decorations(&mut rng, row);
        }
        leave_out_columns(&mut rng, file);
        cut_rows(&mut rng, file);
    }
    ranks_of_2025(world, seed);
}

/// Files with ranks of the index of 2025, among which those of 2019 lie as well.
fn ranks_of_2025(world: &mut World, seed: u64) {
    let mut rng = Rng::new(seed ^ 0x0008_0004_2025);
    for file in &mut world.patient_files {
        if !file.has("imd") || rng.percent(60) {
            continue;
        }
        for row in file.rows.iter_mut().filter(|row| !row.imd_rank.is_empty()) {
            if rng.percent(30) {
                let rank = rng.pick(&[6751, 6752, 13502, 13503, 27004, 27005, 32844, 32845, 33000, 33755, 33756]);
                row.imd_rank = rank.to_string();
            }
        }
    }
}

fn pick(rng: &mut Rng, words: &[&str]) -> String {
    rng.pick(words).to_owned()
}

/// Words of every vocabulary of 8.1, and words outside it.
fn words(rng: &mut Rng, row: &mut PatientRow, as_at: NaiveDate) {
    if rng.percent(8) {
        let (_, words) = ETHNIC_WORDS[rng.below(ETHNIC_WORDS.len())];
        row.ethnic_category = pick(rng, words);
        if rng.percent(30) {
            row.ethnic_category = row.ethnic_category.to_uppercase();
        }
    }
    if rng.percent(8) {
        row.gender = pick(rng, &["M", "f", "Man", "woman", "1.0", "2.0", "9.0", "0.0", "X"]);
    }
    if rng.percent(3) {
        row.surname = pick(rng, &["Null", "Na", "None"]);
        row.forename = pick(rng, &["Nil", "Na", "Nan"]);
        row.address[0] = pick(rng, &["None", "-", "N/A"]);
    }
    match rng.below(60) {
        0 => row.death_status = pick(rng, &["alive", "Living", "A", "a", "no"]),
        1 => row.death_status = pick(rng, &["dead", "Died", "DECEASED", "D", "d"]),
        2 => row.death_status = pick(rng, &["perhaps", "?", "-", "."]),
        3 => row.death_status = plus(as_at, rng.pick(&[-1, 0, 1])).to_string(),
        4 => row.date_of_death = pick(rng, &["9999-12-31", "29991231", "2099-12-31 00:00:00", "1900-01-01"]),
        5 => row.date_of_death = pick(rng, &["1899-12-30", "1899-12-31", "17530101", "0001-01-01T00:00:00"]),
        6 => row.sensitive_flag = pick(rng, &["U", "unrestricted", "Not sensitive", "false"]),
        7 => row.sensitive_flag = pick(rng, &["confidential", "Sensitive", "?", "S"]),
        8 => row.reason_for_removal = pick(rng, &["0", "SCT", "EMB", "RDI", "moved to the seaside"]),
        9 => row.death_status = pick(rng, &["U", "u"]),
        // Before birth, and long after the clock.
        10 if rng.percent(30) => row.date_of_death = pick(rng, &["1850-01-01", "2201-01-01", "2201"]),
        _ => {}
    }
    if rng.percent(15) {
        row.sms_consent = pick(
            rng,
            &[
                "yes",
                "TRUE",
                "1",
                "Consent",
                "consented",
                "given",
                "Granted",
                "Opt in",
                "opt out",
                "Dissent",
                "Refused",
                "withdrawn",
                "none",
                "nil",
                "no consent",
                "9ndQ",
                "513631000000106",
                "perhaps",
                "?",
                "0",
            ],
        );
    }
}

/// A second column for a safety field: it may agree or not.
fn second_columns(rng: &mut Rng, row: &mut PatientRow, as_at: NaiveDate) {
    match rng.below(60) {
        0 => row.other_date_of_death = plus(as_at, rng.between(-2, 2)).to_string(),
        1 => row.other_death_status = pick(rng, &["2", "U", "N", "no"]),
        2 => {
            row.death_status = pick(rng, &["U", "2"]);
            row.other_death_status = pick(rng, &["U", "2"]);
        }
        3 => row.other_sensitive_flag = pick(rng, &["Y", "N"]),
        4 => row.other_reason_for_removal = pick(rng, &["CGA", "DEA", "0"]),
        5 => row.other_sms_consent = pick(rng, &["N", "Y", "declined"]),
        _ => {}
    }
}

/// A date of birth in one of the forms of 8.1.
fn dates(rng: &mut Rng, row: &mut PatientRow) {
    let Some(born) = read_date(&row.date_of_birth).filter(|_| rng.percent(14)) else {
        return;
    };
    row.date_of_birth = date_form(rng, born);
    // Local midnight as an instant in UTC: the evening before in summer time.
    let eve = plus(born, -1);
    if rng.percent(25) && eve.year() >= 1917 {
        match (born.month(), eve.month()) {
            (6..=8, 6..=8) => row.date_of_birth = format!("{eve}T23:00:00.000Z"),
            (1 | 2 | 12, _) => row.date_of_birth = format!("{born}T00:00:00.000Z"),
            _ => {}
        }
    }
}

/// A date in one of the forms that 8.1 adds.
pub fn date_form(rng: &mut Rng, date: NaiveDate) -> String {
    let form = rng.pick(&[
        "%Y/%m/%d",
        "%-d/%-m/%Y",
        "%-d-%-m-%Y",
        "%d%b%Y",
        "%b %d %Y 12:00AM",
        "%Y%m%d103000",
        "%d/%m/%Y, 10:30",
        "%d-%B-%Y",
        "%d %B %Y",
        "%Y-%m-%d 00:00:00.0",
    ]);
    let text = date.format(form).to_string();
    if date.month() == 9 { text.replace("September", "Sept") } else { text }
}

/// Blank cells that say so.
fn nulls(rng: &mut Rng, row: &mut PatientRow) {
    for column in PATIENT_COLUMNS {
        let cell = (column.cell_mut)(row);
        let keeps_its_words = ["title", "forename", "surname", "address"].contains(&column.field);
        if !cell.trim().is_empty() || keeps_its_words || !rng.percent(4) {
            continue;
        }
        *cell = if SAFETY.contains(&column.field) {
            // Now and then a mark, which is unknown here.
            if rng.percent(5) { pick(rng, &MARKS) } else { pick(rng, &NULLS) }
        } else if rng.percent(20) {
            pick(rng, &MARKS)
        } else {
            pick(rng, &NULLS)
        };
    }
}

/// What spreadsheets and broken quoting put around a value.
pub fn decorated(rng: &mut Rng, text: &str) -> String {
    match rng.below(6) {
        0 => format!("'{text}"),
        1 => format!("=\"{text}\""),
        2 => format!("\"{text}\""),
        3 => format!("\u{a0}{text}\u{a0}"),
        4 => format!("\u{200b}{text}\u{feff}"),
        _ if !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) => {
            format!("{text}.0{}", rng.pick(&["", "0"]))
        }
        _ => text.to_owned(),
    }
}

fn decorations(rng: &mut Rng, row: &mut PatientRow) {
    for column in PATIENT_COLUMNS {
        let is_flag = FLAGS.contains(&column.field) || ["gender", "imd"].contains(&column.field);
        let is_phone = ["mobile", "telephone"].contains(&column.field);
        let is_date = ["date_of_birth", "date_of_death"].contains(&column.field);
        if !(is_flag || is_phone || is_date || column.field == "nhs_number") || !rng.percent(3) {
            continue;
        }
        let cell = (column.cell_mut)(row);
        if cell.trim().is_empty() || super::cells::is_blank(cell) {
            continue;
        }
        let plain = undecorated(cell);
        let text = decorated(rng, &plain);
        // No phone leaves the range of drama, not even by its digits.
        if !(is_phone && text.ends_with('0') && text.contains('.')) {
            *cell = text;
        }
    }
}

/// Columns that a file lacks: other rows of the same people may have them.
fn leave_out_columns(rng: &mut Rng, file: &mut PatientFile) {
    let mut fields: Vec<&'static str> = Vec::new();
    for (field, percent) in [
        ("title", 15),
        ("postcode", 10),
        ("address", 10),
        ("gender", 8),
        ("ethnic_category", 8),
        ("mobile", 12),
        ("telephone", 12),
        ("email", 12),
        ("imd", 8),
        ("date_of_death", 10),
        ("death_status", 10),
        ("sensitive_flag", 8),
        ("reason_for_removal", 10),
        ("sms_consent", 10),
        ("other_date_of_death", 50),
        ("other_death_status", 50),
        ("other_sensitive_flag", 50),
        ("other_reason_for_removal", 50),
        ("other_sms_consent", 50),
    ] {
        if rng.percent(percent) {
            fields.push(field);
        }
    }
    fields.extend(FLAGS.iter().filter(|_| rng.percent(6)));
    if rng.percent(10) {
        fields.extend(["title", "forename", "surname"]);
        fields.dedup();
    }
    file.leave_out(&fields);
}

/// Rows of a file without empty cells at the end that end early, before a safety column or after.
fn cut_rows(rng: &mut Rng, file: &mut PatientFile) {
    if !file.layout.short_rows {
        return;
    }
    let practice = PATIENT_COLUMNS.iter().position(|column| column.field == "practice_code").expect("a column");
    for row in file.rows.iter_mut().filter(|row| **row != PatientRow::default()) {
        if rng.percent(4) {
            let from = practice + 1 + rng.below(PATIENT_COLUMNS.len() - practice - 1);
            for column in &PATIENT_COLUMNS[from..] {
                (column.cell_mut)(row).clear();
            }
        } else if row.sms_consent.is_empty() && row.other_sms_consent.is_empty() && rng.percent(80) {
            // Most rows reach the last safety column, or missing cells would be blank (8.1).
            row.sms_consent = if file.absent.contains(&"sms_consent") { String::new() } else { "Y".to_owned() };
        }
    }
}
