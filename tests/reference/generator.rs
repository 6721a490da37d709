//! Messy worlds, the same for the same seed: people and histories around every threshold, written
//! with every mess the specification names. It never writes evidence that would refuse a file.

use super::contacts;
use super::dates::plus;
use super::event_cells;
use super::messes::{Crowd, EventDraftFile, Scribe};
use super::model::{
    EventColumns, ImmunosuppressedRow, Layout, PatientFile, PatientHeader, PatientRow, PracticeRow, Quoting,
    VaccinationFile, VaccinationRow, World,
};
use super::patient_cells;
use super::patient_rows::{OWN, fate, patient_row, rubbish, spoil};
use super::people::{Belongs, Draft, date_of_birth};
use super::plans::plan;
use super::rng::Rng;
use super::styles::{DateStyle, Numbers, bad_number, layout, spelled_number};
use chrono::{Datelike, NaiveDate};

/// A world of about so many registered people. The same arguments give the same world.
pub fn generate(seed: u64, n_people: usize, as_at: NaiveDate) -> World {
    let day_number = u64::try_from(as_at.num_days_from_ce()).expect("a date of our time");
    let mut rng = Rng::new(seed.wrapping_mul(1_000_003) ^ day_number);
    let drafts = drafts(&mut rng, n_people, as_at);
    let activity_column = rng.percent(80);
    // Mostly data of the day of as-at; now and then a replay, with later events.
    let refreshed = plus(as_at, rng.pick(&[0, 0, 3, 40]));
    let mut world = World {
        practices: practices(),
        activity_column,
        patient_files: patient_files(&mut rng, &drafts, as_at),
        vaccination_files: vaccination_files(&mut rng, &drafts, as_at, refreshed),
        immunosuppressed: immunosuppressed(&mut rng, &drafts),
        today: plus(refreshed, 2),
    };
    contacts::vary(&mut world, seed ^ day_number);
    patient_cells::vary(&mut world, seed ^ day_number, as_at);
    event_cells::vary(&mut world, seed ^ day_number);
    world
}

fn drafts(rng: &mut Rng, n_people: usize, as_at: NaiveDate) -> Vec<Draft> {
    let mut numbers = Numbers::new(rng);
    let places =
        [(Belongs::Scope, n_people), (Belongs::Elsewhere, n_people / 12 + 1), (Belongs::Nowhere, n_people / 25 + 1)];
    let mut drafts = Vec::new();
    for (belongs, count) in places {
        for _ in 0..count {
            drafts.push(Draft { number: numbers.next(), date_of_birth: date_of_birth(rng, as_at), belongs });
        }
    }
    drafts
}

fn practices() -> Vec<PracticeRow> {
    let row = |code: &str, name: &str, activity_codes: &str, pcn: &str| PracticeRow {
        code: code.to_owned(),
        name: name.to_owned(),
        activity_codes: activity_codes.to_owned(),
        pcn_code: pcn.to_owned(),
        pcn_name: if pcn.is_empty() { String::new() } else { format!("Network {pcn}") },
    };
    let [first, second, third, fourth, without] = OWN;
    vec![
        row(first, "Alder Surgery", "B0360", "U10001"),
        // A practice on two rows has the union of its codes.
        row(second, "Birch, Beech & Partners", "B0001", "U10001"),
        row(second, "Birch, Beech & Partners", "B0002; B0360", "U10001"),
        row(&third.to_lowercase(), "Cedar Walk-in", "B0300|B0360|B0400", "U10002"),
        // In no network that the list knows of.
        row(fourth, "Dogwood Island Practice", "B0360,B0001", ""),
        row(without, "Elm Surgery", "B0361 B03600", "U10002"),
    ]
}

fn patient_files(rng: &mut Rng, drafts: &[Draft], as_at: NaiveDate) -> Vec<PatientFile> {
    let dated = |name: &str| format!("{name}_{}T08000000.txt", DateStyle::Compact.write(plus(as_at, -1)));
    // In read order the dated file is last; here and by name it is first.
    let names = [dated("aa_list"), "patients_north.csv".to_owned(), "patients_south.csv".to_owned()];
    let all_styles = [
        DateStyle::Slash,
        DateStyle::Dash,
        DateStyle::MonthName,
        DateStyle::MonthNameSpaced,
        DateStyle::Iso,
        DateStyle::Compact,
    ];
    let styles: Vec<DateStyle> = names.iter().map(|_| rng.pick(&all_styles)).collect();
    let mut files: Vec<Vec<(u64, PatientRow)>> = vec![Vec::new(); names.len()];
    let big = drafts.len() >= 100;
    for draft in drafts.iter().filter(|draft| draft.belongs != Belongs::Nowhere) {
        let copies = rng.pick(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3]);
        for copy in 0..copies {
            let file = rng.below(files.len());
            let style = if rng.percent(4) { DateStyle::Iso } else { styles[file] };
            let mut draft = draft.clone();
            if copy > 0 && rng.percent(30) {
                draft.date_of_birth = plus(draft.date_of_birth, rng.pick(&[-400, -1, 1]));
            }
            if rng.percent(if copy > 0 { 10 } else { 1 }) {
                draft.date_of_birth = plus(as_at, rng.between(1, 3));
            }
            if copy > 0 && rng.percent(10) {
                draft.belongs = Belongs::Elsewhere;
            }
            let mut row = patient_row(rng, &draft, style);
            if rng.percent(22) {
                fate(rng, &mut row, style, as_at);
            }
            if rng.percent(if copy > 0 { 15 } else { 4 }) {
                spoil(rng, &mut row, &draft, style, as_at);
            } else if big && styles[file] == DateStyle::Slash && rng.percent(1) {
                // With days above 12 in the column (certain in a big file), this rejects only its row.
                row.date_of_birth = "12/25/1980".to_owned();
            }
            if ["C83099", "Y99999"].contains(&row.practice_code.as_str()) && rng.percent(30) {
                rubbish(rng, &mut row);
            }
            files[file].push((rng.bits(), row));
        }
    }
    let mut built = Vec::new();
    for (name, mut rows) in names.into_iter().zip(files) {
        if rng.percent(30) {
            // Every cell empty: not a row read.
            rows.push((rng.bits(), PatientRow::default()));
        }
        rows.sort_by_key(|(key, _)| *key);
        let delimiter = rng.pick(&[',', ',', '\t', ';', '|']);
        let header = rng.pick(&[PatientHeader::Batch, PatientHeader::Plain]);
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        built.push(PatientFile { name, layout: layout(rng, delimiter), header, absent: Vec::new(), rows });
    }
    built
}

/// The names of the event files in read order, with their columns, dates and delimiter.
///
/// 10:30 with the offset 01 is 09:30 UTC, before 10:00 UTC: neither the written time nor the name
/// gives the order. 23:30 UTC in summer is the next day in London, and so is the refresh.
fn event_files(refreshed: NaiveDate) -> Vec<(String, EventColumns, DateStyle, char)> {
    let today = DateStyle::Compact.write(refreshed);
    let last_week = DateStyle::Compact.write(plus(refreshed, -7));
    let supplier = |ods: &str, stamp: &str| format!("COVID_Vaccinations_v5_{ods}_{stamp}");
    let version_5 = |name: String| (name, EventColumns::Version5, DateStyle::Compact, '|');
    vec![
        ("older_layout.csv".to_owned(), EventColumns::Wide, DateStyle::Slash, ','),
        version_5(supplier("X26", &format!("{last_week}T23300000.dat"))),
        version_5(supplier("YGM41", &format!("{today}T10300001.csv"))),
        version_5(supplier("8J1100001", &format!("{today}T10000000.csv"))),
        (format!("a_wide_export_{today}T120000.txt"), EventColumns::Wide, DateStyle::Iso, ';'),
    ]
}

fn vaccination_files(rng: &mut Rng, drafts: &[Draft], as_at: NaiveDate, refreshed: NaiveDate) -> Vec<VaccinationFile> {
    let described = event_files(refreshed);
    let empty = |columns, dates| EventDraftFile { columns, dates, rows: Vec::new() };
    let mut files = described.iter().map(|(_, columns, dates, _)| empty(*columns, *dates)).collect();
    let numbers = |own: bool| {
        let chosen = drafts.iter().filter(|draft| (draft.belongs == Belongs::Scope) == own);
        chosen.map(|draft| draft.number.clone()).collect()
    };
    let crowd = Crowd { own: numbers(true), others: numbers(false) };
    let mut scribe = Scribe { rng, files: &mut files, crowd: &crowd, as_at, identities: 0 };
    for draft in drafts {
        for planned in plan(scribe.rng, draft, as_at) {
            scribe.write(draft, planned);
        }
    }
    let mut built = Vec::new();
    for ((name, columns, _, delimiter), mut file) in described.into_iter().zip(files) {
        if rng.percent(30) {
            file.rows.push(((1, rng.bits()), VaccinationRow::default()));
        }
        file.rows.sort_by_key(|(key, _)| *key);
        let layout = match columns {
            EventColumns::Version5 => {
                Layout { quoting: Quoting::Supplier, short_rows: false, ..layout(rng, delimiter) }
            }
            EventColumns::Wide => layout(rng, delimiter),
        };
        let rows = file.rows.into_iter().map(|(_, row)| row).collect();
        built.push(VaccinationFile { name, layout, columns, rows });
    }
    // The world lists its files in an order that is neither that of names nor that of reading.
    built.rotate_left(3);
    built
}

fn immunosuppressed(rng: &mut Rng, drafts: &[Draft]) -> Vec<ImmunosuppressedRow> {
    let mut list = Vec::new();
    for draft in drafts {
        if rng.percent(14) {
            let number =
                if rng.percent(5) { bad_number(rng, &draft.number) } else { spelled_number(rng, &draft.number) };
            list.push(ImmunosuppressedRow {
                nhs_number: number,
                list_source: rng.pick(&["HES", "specialist medicines", ""]).to_owned(),
                date_added: rng.pick(&["2021-09-02", "2099-01-01", ""]).to_owned(),
            });
        }
    }
    list
}
