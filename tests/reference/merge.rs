//! One person's data from several rows: spec 8.3.

use super::deaths::reasons;
use super::model::{PatientFile, PatientRow};

/// A row with the file it stands in.
#[derive(Clone, Copy)]
pub struct Row<'world> {
    /// Its file and row (indices into the world).
    pub place: (usize, usize),
    /// The file.
    pub file: &'world PatientFile,
    /// The cells.
    pub cells: &'world PatientRow,
    /// The practice, by its code.
    pub practice: &'world str,
    /// Neither rejected nor not yet born.
    pub acceptable: bool,
}

/// A field: the columns any of which makes a file have it, and how it is taken over, whole.
type Field = (&'static [&'static str], fn(&mut PatientRow, &PatientRow));

macro_rules! field {
    ([$($column:literal),+], $($cell:ident),+) => {
        (&[$($column),+] as &[&str], |to: &mut PatientRow, from: &PatientRow| {
            $(to.$cell.clone_from(&from.$cell);)+
        })
    };
}

/// Everything that comes from the registration but its number, its practice and the date of birth, which
/// every patients file has.
const FIELDS: [Field; 18] = [
    field!(["title", "forename", "surname"], title, forename, surname),
    field!(["address", "postcode"], address, postcode),
    field!(["gender"], gender),
    field!(["ethnic_category"], ethnic_category),
    field!(["mobile"], mobile, other_mobile),
    field!(["telephone"], telephone, other_telephone),
    field!(["email"], email, other_email),
    REMOVAL,
    field!(["care_home_resident"], care_home_resident),
    field!(["care_home_staff"], care_home_staff),
    field!(["health_care_worker"], health_care_worker),
    field!(["clinically_extremely_vulnerable"], clinically_extremely_vulnerable),
    field!(["at_risk"], at_risk),
    field!(["carer"], carer),
    field!(["household_contact"], household_contact),
    field!(["immunosuppressed"], immunosuppressed),
    field!(["housebound"], housebound),
    field!(["imd"], imd_quintile, imd_decile, imd_rank),
];

const REMOVAL: Field =
    field!(["reason_for_removal", "other_reason_for_removal"], reason_for_removal, other_reason_for_removal);

/// Takes a field from the first of the rows whose file has it; blank where none has.
fn take(merged: &mut PatientRow, (columns, copy): &Field, donors: &[Row<'_>]) {
    let donor = donors.iter().find(|row| columns.iter().any(|column| row.file.has(column)));
    copy(merged, donor.map_or(&PatientRow::default(), |row| row.cells));
}

/// The rows of a practice that are one with its last acceptable row: that row, then the earlier ones
/// from the last to the first.
fn of_practice<'world>(rows: &[Row<'world>], practice: &str) -> Vec<Row<'world>> {
    let of: Vec<Row<'_>> = rows.iter().copied().filter(|row| row.practice == practice).collect();
    let last = of.iter().rposition(|row| row.acceptable);
    last.map_or_else(Vec::new, |last| of[..=last].iter().rev().copied().collect())
}

/// The registration of a person.
pub struct Registration {
    /// Where its row is (indices into the world).
    pub place: (usize, usize),
    /// What it says, with what other rows lend it.
    pub cells: PatientRow,
    /// The file from which deprivation was taken, which knows of which index its ranks are.
    pub imd_file: Option<usize>,
    /// The files of its rows, in the order in which fields are taken from them.
    pub files: Vec<usize>,
}

/// The registration of a person from all rows in scope, in read order. None where every row is rejected or
/// not yet born.
pub fn registration(rows: &[Row<'_>]) -> Option<Registration> {
    let mut candidates: Vec<Vec<Row<'_>>> = Vec::new();
    for row in rows.iter().rev().filter(|row| row.acceptable) {
        if candidates.iter().all(|rows| rows[0].practice != row.practice) {
            candidates.push(of_practice(rows, row.practice));
        }
    }
    // The last first: the first of them without a reason for removal, else the first of all.
    let stays = |own: &Vec<Row<'_>>| {
        let mut merged = PatientRow::default();
        take(&mut merged, &REMOVAL, own);
        reasons(&merged).is_empty()
    };
    let own = candidates.iter().find(|own| stays(own)).or_else(|| candidates.first())?;
    let others = rows.iter().rev().filter(|row| own.iter().all(|of| of.place != row.place));
    let donors: Vec<Row<'_>> = own.iter().chain(others).copied().collect();
    let mut merged = own[0].cells.clone();
    for field in &FIELDS {
        take(&mut merged, field, &donors);
    }
    // Decided: what a practice says of its own list is no reason to have left the registration's.
    if !own.iter().any(|row| REMOVAL.0.iter().any(|column| row.file.has(column))) {
        let same = donors.iter().filter(|row| row.practice == own[0].practice).copied().collect::<Vec<_>>();
        take(&mut merged, &REMOVAL, &same);
    }
    let imd_file = donors.iter().find(|row| row.file.has("imd")).map(|row| row.place.0);
    let files = donors.iter().map(|row| row.place.0).collect();
    Some(Registration { place: own[0].place, cells: merged, imd_file, files })
}
