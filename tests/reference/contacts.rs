//! Contact details and site codes, varied after a world is made: several columns for one field, blank
//! ones, long addresses, and a site for every row.
//!
//! It has a chance of its own, so that people and histories stay what their seed made them.

use super::model::{PatientHeader, PatientRow, VaccinationRow, World};
use super::rng::Rng;

/// Gives the rows of a world more to choose from.
pub fn vary(world: &mut World, seed: u64) {
    let mut rng = Rng::new(seed ^ 0x00C0_27AC_7500);
    for file in &mut world.patient_files {
        if file.header == PatientHeader::Plain && rng.percent(50) {
            file.header = PatientHeader::Emis;
        }
        for row in file.rows.iter_mut().filter(|row| **row != PatientRow::default()) {
            vary_contacts(&mut rng, row);
        }
    }
    for file in &mut world.vaccination_files {
        // A row without a site keeps none: it may be a DELETE, or a row that is not read.
        for row in file.rows.iter_mut().filter(|row| !row.site_code.is_empty()) {
            vary_site(&mut rng, row);
        }
    }
}

fn vary_contacts(rng: &mut Rng, row: &mut PatientRow) {
    for (first, second) in [(&mut row.mobile, &mut row.other_mobile), (&mut row.telephone, &mut row.other_telephone)] {
        *second = match rng.below(4) {
            // The same again, as EMIS sends it.
            0 => first.clone(),
            1 | 2 => phone(rng),
            _ => String::new(),
        };
        match rng.below(12) {
            0 => *first = phone(rng),
            1 => *first = format!(" {} ", phone(rng)),
            // Spaces are blank.
            2 => *first = "  ".to_owned(),
            _ => {}
        }
    }
    if row.email == "someone@example.org" {
        row.email = format!("person.{}@example.org", rng.below(100_000));
    }
    row.other_email = match rng.below(5) {
        0 => row.email.clone(),
        1 | 2 => format!(" other.{}@example.org", rng.below(100_000)),
        _ => String::new(),
    };
    row.address[3] = rng.pick(&["", "", "Little Mocking", " Much Feigning "]).to_owned();
    row.address[4] = rng.pick(&["", "", "", "Invented County", " "]).to_owned();
    if rng.percent(4) {
        row.address = Default::default();
    }
    if rng.percent(10) {
        row.postcode = format!(" {} ", row.postcode);
    }
    for name in [&mut row.title, &mut row.forename, &mut row.surname] {
        match rng.below(40) {
            0 => *name = String::new(),
            1 => *name = format!(" {name} "),
            _ => {}
        }
    }
}

/// A number of the drama range, in one of the ways in which people write it.
fn phone(rng: &mut Rng) -> String {
    let last = rng.below(1000);
    match rng.below(4) {
        0 => format!("07700900{last:03}"),
        1 => format!("07700-900-{last:03}"),
        2 => format!("07700 900{last:03} (daughter)"),
        _ => format!("07700 900{last:03}"),
    }
}

fn vary_site(rng: &mut Rng, row: &mut VaccinationRow) {
    row.site_code = match rng.below(10) {
        0 => "  ".to_owned(),
        1 => format!(" MOCK{:02} ", rng.below(100)),
        _ => format!("MOCK{:02}", rng.below(100)),
    };
}
