//! What became of contacts around every date that decides.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::NaiveDate;
use serde_json::{Value, json};
use vaxdash::domain::NhsNumber;

use super::{Ground, grounds, object};
use crate::harness::{Folder, table};
use crate::reference::dates::plus;
use crate::reference::reports::Row;
use crate::reference::reports::outcomes::{Contact, PARTS};
use crate::reference::rng::Rng;

/// The columns of a list that show a person's contacts.
pub const OF_CONTACTS: [&str; 4] = ["invited", "last_invited", "target", "round"];

/// One to three contacts of everybody on a patients file: about the days of doses and refusals, and any other.
fn contacts(ground: &Ground, rng: &mut Rng) -> Vec<Contact> {
    let rows = ground.world.patient_files.iter().flat_map(|file| &file.rows);
    let number = |cell: &str| NhsNumber::read(cell.as_bytes()).ok().map(NhsNumber::digits);
    let numbers: BTreeSet<String> = rows.filter_map(|row| number(&row.nhs_number)).collect();
    let mut contacts = Vec::new();
    for number in numbers {
        let mut days: Vec<NaiveDate> = vec![plus(ground.as_at, rng.between(-400, 3))];
        if let Some(person) = ground.reference.people.get(&number) {
            days.extend(person.course.doses.iter().map(|dose| dose.date));
            days.extend(person.declined.iter().chain(&person.contraindicated));
        }
        let mut of_person: Vec<NaiveDate> =
            (0..=rng.below(3)).map(|_| plus(rng.pick(&days), rng.between(-1, 1))).collect();
        of_person.sort_unstable();
        let placed = (1..).zip(of_person);
        contacts.extend(placed.map(|(round, as_at)| Contact { number: number.clone(), as_at, round }));
    }
    contacts
}

fn log_of(contacts: &[Contact]) -> Folder {
    let mut text = "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n".to_owned();
    for Contact { number, as_at, round } in contacts {
        // Every other round is left to its place among the contacts.
        let round = if round % 2 == 0 { String::new() } else { round.to_string() };
        let _ = write!(text, "{number},accubook,second,{as_at},sms,{round},\r\n");
    }
    Folder::new().with("log.csv", text)
}

/// The columns of a row that the reference counts.
fn counts(row: &Value, wanted: &Row) -> Value {
    object(wanted).keys().map(|key| (key.clone(), row[key].clone())).collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn every_contact_and_every_person() {
    let mut seen = BTreeMap::new();
    for ground in grounds() {
        let mut rng = Rng::new(u64::try_from(ground.place).unwrap() + 7);
        let contacts = contacts(&ground, &mut rng);
        let log = log_of(&contacts);
        let path = log.file("log.csv").to_str().unwrap().to_owned();
        let shown = ground.program(&["outcomes"], &["--invite-log", &path]);
        let reference = &ground.reference;
        let same = |row: &Value, wanted: Row, what: &str| {
            assert_eq!(counts(row, &wanted), Value::Object(object(&wanted)), "{what} as at {}", ground.as_at);
        };
        same(&table(&shown, "contacts")["totals"], reference.outcomes(contacts.iter()), "contacts");
        for row in table(&shown, "rounds")["rows"].as_array().unwrap() {
            let of_round = contacts.iter().filter(|contact| row["round"] == contact.round);
            same(row, reference.outcomes(of_round), "a round");
        }
        let in_time = || contacts.iter().filter(|contact| contact.as_at <= ground.as_at);
        let latest: BTreeMap<&str, &Contact> = in_time().map(|contact| (contact.number.as_str(), contact)).collect();
        same(&table(&shown, "people")["totals"], reference.outcomes(latest.values().copied()), "people");
        for row in
            table(&shown, "people")["rows"].as_array().unwrap().iter().filter(|row| !row["practice_code"].is_null())
        {
            let practice = row["practice_code"].as_str().unwrap();
            let is_of = |contact: &&&Contact| {
                reference.people.get(&contact.number).is_some_and(|person| person.facts.practice_code == practice)
            };
            let mut wanted = reference.outcomes(latest.values().filter(is_of).copied());
            // The reference does not keep whose patients the dead and the removed were.
            wanted.retain(|(key, _)| !["invited", "left_or_died"].contains(key));
            same(row, wanted, practice);
        }
        assert_list(&ground, &path, &contacts);
        for part in PARTS {
            *seen.entry(part).or_insert(0) += table(&shown, "contacts")["totals"][part].as_u64().unwrap();
        }
    }
    assert!(PARTS.iter().all(|part| seen[part] > 10), "{seen:?}");
}

/// Everybody's contacts up to the as-at date, on the list of all patients.
fn assert_list(ground: &Ground, log: &str, contacts: &[Contact]) {
    let columns = format!("nhs_number,{}", OF_CONTACTS.join(","));
    let shown = ground.program(&["patients"], &["--list", "--columns", &columns, "--invite-log", log]);
    let rows = table(&shown, "list")["rows"].as_array().unwrap();
    assert!(!rows.is_empty(), "nobody as at {}", ground.as_at);
    for row in rows {
        let of_person = |contact: &&Contact| row["nhs_number"] == contact.number && contact.as_at <= ground.as_at;
        let of_person: Vec<&Contact> = contacts.iter().filter(of_person).collect();
        let expected = match of_person.last() {
            None => json!([0, null, null, null]),
            Some(latest) => json!([of_person.len(), latest.as_at.to_string(), "accubook", latest.round]),
        };
        assert_eq!(json!(OF_CONTACTS.map(|column| &row[column])), expected, "{row} as at {}", ground.as_at);
    }
}
