//! The generator's promises: it reaches everything, repeats itself, and stays within the test ranges.

use super::super::cells::{is_blank, nhs_number, practice_code, undecorated};
use super::super::coverage::{AS_AT_DATES, PEOPLE, SEEDS, reached};
use super::super::dates::read_date;
use super::super::engine::run;
use super::super::generator::generate;
use super::super::labels::expected;
use super::super::model::World;
use super::super::patients::scope;
use super::super::uptake::Filter;
use super::super::{cell_coverage, report_coverage, report_labels};
use super::on;
use std::collections::BTreeSet;

#[test]
fn every_bucket_status_boundary_and_column_is_reached() {
    let mut all = BTreeSet::new();
    for seed in SEEDS {
        for as_at in AS_AT_DATES {
            let world = generate(seed, PEOPLE, as_at);
            let results = run(&world, as_at, None);
            all.extend(reached(&results));
            all.extend(report_coverage::reached(&world, &results));
            all.extend(cell_coverage::reached(&world, &results));
        }
    }
    let mut expected = &expected() | &report_labels::expected();
    expected.extend(cell_coverage::EXPECTED.iter().map(|label| (*label).to_owned()));
    let missing: Vec<_> = expected.difference(&all).cloned().collect();
    assert!(missing.is_empty(), "{} not reached: {missing:#?}", missing.len());
}

#[test]
fn the_same_seed_makes_the_same_world() {
    let as_at = on((11, 5, 2022));
    let world = |seed| format!("{:?}", generate(seed, 40, as_at));
    assert_eq!(world(7), world(7));
    assert_ne!(world(7), world(8));
}

#[test]
fn groups_add_up_to_the_people_whatever_the_keys() {
    let as_at = on((11, 5, 2022));
    let results = run(&generate(3, 120, as_at), as_at, None);
    for by in [&["practice"][..], &["pcn"], &["cohort", "gender"], &["age", "imd"], &["ethnicity", "practice", "imd"]] {
        for filter in [Filter::default(), Filter { immunosuppressed: true, ..Filter::default() }] {
            let uptake = results.uptake(by, &filter);
            let sum: usize = uptake.rows.iter().map(|row| row.patients).sum();
            assert_eq!(sum, uptake.totals.patients, "{by:?}");
        }
    }
}

fn worlds() -> Vec<World> {
    AS_AT_DATES.iter().map(|as_at| generate(1, PEOPLE, *as_at)).collect()
}

#[test]
fn nhs_numbers_and_phones_stay_in_the_test_ranges() {
    for world in worlds() {
        let patients = world.patient_files.iter().flat_map(|file| &file.rows);
        let events = world.vaccination_files.iter().flat_map(|file| &file.rows);
        let listed = world.immunosuppressed.iter().map(|row| &row.nhs_number);
        let numbers =
            patients.clone().map(|row| &row.nhs_number).chain(events.map(|row| &row.nhs_number)).chain(listed);
        for number in numbers.filter_map(|text| nhs_number(text)) {
            assert!(number.starts_with("999"), "{number}");
        }
        let phones = patients.flat_map(|row| [&row.mobile, &row.other_mobile, &row.telephone, &row.other_telephone]);
        for phone in phones.filter(|phone| !is_blank(phone)) {
            let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
            assert!(digits.starts_with("07700900") && digits.len() == 11, "{phone}");
        }
    }
}

/// A day-first column with a value that is valid month-first only, and none that is valid day-first
/// only, would refuse its file (spec 1.3); only rows of one's own practices or people are evidence.
#[test]
fn no_file_has_evidence_against_itself() {
    for world in worlds() {
        let practices = scope(&world);
        let own = |code: &str| practice_code(code).is_some_and(|code| practices.contains_key(&code));
        let mut people = BTreeSet::new();
        for file in &world.patient_files {
            let rows: Vec<_> = file.rows.iter().filter(|row| own(&row.practice_code)).collect();
            people.extend(rows.iter().filter_map(|row| nhs_number(&row.nhs_number)));
            assert_sound(rows.iter().map(|row| row.date_of_birth.as_str()));
            assert_sound(rows.iter().map(|row| row.date_of_death.as_str()));
        }
        for file in &world.vaccination_files {
            let known = |text: &str| nhs_number(text).is_some_and(|number| people.contains(&number));
            let rows: Vec<_> = file.rows.iter().filter(|row| known(&row.nhs_number)).collect();
            assert_sound(rows.iter().map(|row| row.date_and_time.as_str()));
            assert_sound(rows.iter().map(|row| row.recorded_date.as_str()));
        }
    }
}

fn assert_sound<'cell>(column: impl Iterator<Item = &'cell str>) {
    let column: Vec<String> = column.map(undecorated).collect();
    let column: Vec<&str> = column.iter().map(String::as_str).collect();
    let swapped = |text: &str| {
        let day_first = text.get(..10).filter(|head| head.contains('/') || head.get(2..3) == Some("-"))?;
        Some(format!("{}/{}/{}", &day_first[3..5], &day_first[..2], &day_first[6..]))
    };
    let month_first =
        |text: &&&str| read_date(text).is_none() && swapped(text).is_some_and(|text| read_date(&text).is_some());
    let day_first =
        |text: &&&str| read_date(text).is_some() && swapped(text).is_some_and(|text| read_date(&text).is_none());
    let against = column.iter().filter(month_first).count();
    assert!(against == 0 || column.iter().filter(day_first).count() > 3, "{against} values valid month-first only");
}

#[test]
fn a_world_is_written_as_its_files() {
    let world = generate(5, 30, on((11, 5, 2022)));
    let folder = std::env::temp_dir().join(format!("vaxdash-reference-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    world.write_to(&folder);
    let written: BTreeSet<String> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let list = std::fs::read_to_string(folder.join("my_practices.csv")).unwrap();
    let supplier = std::fs::read_to_string(folder.join(&world.vaccination_files[0].name)).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let names = world.patient_files.iter().map(|file| &file.name);
    for name in names.chain(world.vaccination_files.iter().map(|file| &file.name)) {
        assert!(written.contains(name), "{name}");
    }
    assert!(list.starts_with("Organisation Code,Organisation Name,PCN Code,PCN Name"));
    assert!(list.contains("\n\"A81002\"") || list.contains("\nA81002,\"Birch, Beech & Partners\""), "{list}");
    assert!(supplier.trim_start_matches('\u{feff}').starts_with("NHS_NUMBER|PERSON_FORENAME|"), "{supplier}");
}
