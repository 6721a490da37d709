//! Import files of anybody, by any target: everybody eligible is in exactly
//! one place, and nobody is in a file who must not be.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use vaxdash::classify::SecondDoseStatus;
use vaxdash::domain::{
    Contact, Ethnicity, Flags, Gender, NhsNumber, OdsCode, Person, Practice, RegistrationStatus, Scope,
};
use vaxdash::invites::{
    BookingTarget, Choices, FileNames, InvitePlan, apply_exclusions, invite_files, targets, uk_mobile, uk_phone,
};
use vaxdash::render::OutputFile;
use vaxdash::report::{DoseKind, DueLine};

use super::law;

/// Cells as registers hold them, harmless and not.
const NAMES: [&str; 9] = ["", "Ada", "Zoë", "Fell, \"née\" Bell", "=1+1", "-Ada", "@x", "A\nB", "\tAda"];
const PHONES: [&str; 7] =
    ["", "07700 900123", "+44 (0)7700 900124", "01632 960123", "07700900125 (wife)", "0770090012", "=07700900126"];
const EMAILS: [&str; 5] = ["", "ada@example.org", "none", "+a@example.org", "a@example.org b@example.org"];
const LINES: [&str; 7] = ["", "1 High Street", "Elderton", "NFA", "(Flat 2)", "=1", "Mill\r\nHouse"];
const POSTCODES: [&str; 5] = ["", "QQ1 1AA", "ZZ99 3VZ", "ZZZ", "nowhere"];

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 5, 11).unwrap()
}

fn scope() -> Scope {
    let practice = |code: &str| Practice {
        code: OdsCode::read(code.as_bytes()).unwrap(),
        name: String::new(),
        pcn_code: String::new(),
        pcn_name: String::new(),
    };
    Scope::new(["A81001", "A81002"].map(practice).to_vec())
}

/// Somebody due a dose, and how to reach that person.
type Somebody = (DueLine, Contact);

fn somebody() -> impl Strategy<Value = Somebody> {
    let flags = select(vec![Flags::none(), Flags::none(), Flags::none(), Flags::HOUSEBOUND, Flags::CARE_HOME_RESIDENT]);
    let rarely = || prop::bool::weighted(0.1);
    let person = (0_u16..2, flags, rarely(), rarely(), rarely(), rarely());
    let names = (select(&NAMES[..]), select(&NAMES[..]), select(&NAMES[..]));
    let reach = (
        vec(select(&PHONES[..]), 0..3),
        vec(select(&PHONES[..]), 0..3),
        select(&EMAILS[..]),
        vec(select(&LINES[..]), 0..6),
        select(&POSTCODES[..]),
    );
    (person, names, reach).prop_map(|(person, names, reach)| {
        let (practice, flags, known_death, restricted, sms_declined, declined) = person;
        let texts = |cells: Vec<&str>| cells.into_iter().filter(|cell| !cell.is_empty()).map(str::to_owned).collect();
        let line = DueLine {
            person: Person {
                nhs_number: NhsNumber::read(b"9990000018").unwrap(),
                birth: NaiveDate::from_ymd_opt(1970, 6, 1).unwrap(),
                row: 0,
                practice,
                flags,
                gender: Gender::Female,
                ethnicity: Ethnicity::NotKnown,
                imd_quintile: None,
                registration: RegistrationStatus::Patient,
                known_death,
                death_unknown: false,
                in_doubt: false,
                restricted,
                sms_declined,
            },
            kind: DoseKind::Second,
            vaccine: "COVID-19 second dose".to_owned(),
            status: SecondDoseStatus::Due.into(),
            due: date(),
            days_overdue: None,
            declined,
        };
        let contact = Contact {
            title: names.0.to_owned(),
            forename: names.1.to_owned(),
            surname: names.2.to_owned(),
            mobiles: texts(reach.0),
            telephones: texts(reach.1),
            email: reach.2.to_owned(),
            address: texts(reach.3),
            postcode: reach.4.to_owned(),
        };
        (line, contact)
    })
}

/// Each with a number of their own, in the order of a list.
fn numbered(people: Vec<Somebody>) -> Vec<Somebody> {
    let mut numbers = (0..).filter_map(|n| NhsNumber::from_prefix(999_000_000 + n));
    let mut people: Vec<Somebody> = people
        .into_iter()
        .map(|(mut line, contact)| {
            line.person.nhs_number = numbers.next().unwrap();
            (line, contact)
        })
        .collect();
    people.sort_by_key(|(line, _)| line.person.practice);
    people
}

/// A target, or the targets of several channels; files of few rows, so that they are split.
fn ways() -> impl Strategy<Value = Vec<BookingTarget>> {
    let all = targets().unwrap();
    let serving: Vec<BookingTarget> = all.iter().filter(|target| target.channel.is_some()).cloned().collect();
    let alone = select(all).prop_map(|target| vec![target]);
    let several = (Just(serving).prop_shuffle(), 2_usize..=4).prop_map(|(mut targets, count)| {
        targets.truncate(count);
        targets
    });
    (prop_oneof![2 => alone, 1 => several], option::of(1_u32..5)).prop_map(|(mut targets, rows)| {
        for target in &mut targets {
            target.rows_per_file = rows.or(target.rows_per_file);
        }
        targets
    })
}

fn planned(people: &[Somebody], targets: &[BookingTarget], choices: &Choices) -> (InvitePlan, Vec<OutputFile>) {
    let mut plan = InvitePlan::default();
    let left = apply_exclusions(people.iter().map(|(line, _)| line.clone()).collect(), targets, choices, &mut plan);
    let contact = |line: &DueLine| {
        people.iter().find(|(known, _)| known.person.nhs_number == line.person.nhs_number).unwrap().1.clone()
    };
    let contacts: Vec<Contact> = left.iter().map(contact).collect();
    plan.fill(left, &contacts, targets, choices, &scope()).unwrap();
    let names = FileNames { folder: Path::new("out"), dose: "second", as_at: date() };
    let files = invite_files(&plan, targets, &scope(), false, &names).unwrap();
    (plan, files)
}

/// The records of a file.
fn records(file: &OutputFile, headed: bool) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(headed).from_reader(&file.bytes[..]);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

law! {
    everybody_eligible_is_in_exactly_one_place(
        "invites", 1,
        people in vec(somebody(), 0..30),
        targets in ways(),
        include_visits in any::<bool>(),
        limit in option::of(0_u64..6),
        invited in vec(0_usize..30, 0..4),
    ) {
        let people = numbered(people);
        let already_invited: HashSet<NhsNumber> =
            invited.iter().filter_map(|place| people.get(*place)).map(|(line, _)| line.person.nhs_number).collect();
        let choices = Choices { include_visits, already_invited: already_invited.clone(), limit };
        let (plan, files) = planned(&people, &targets, &choices);
        let waterfall = plan.waterfall;
        prop_assert!(waterfall.adds_up());
        prop_assert_eq!(waterfall.eligible, people.len() as u64);

        // Each step holds those whom the words of section 5 put there, counted here in another way.
        let of = |test: &dyn Fn(&DueLine) -> bool| people.iter().filter(|(line, _)| test(line)).count() as u64;
        let visited = |line: &DueLine| !include_visits && !line.person.flags.is_empty();
        let dead = |line: &DueLine| line.person.known_death;
        let hidden = |line: &DueLine| !dead(line) && line.person.restricted;
        prop_assert_eq!(waterfall.known_death, of(&dead));
        prop_assert_eq!(waterfall.restricted, of(&hidden));
        let visit = |line: &DueLine| !dead(line) && !hidden(line) && visited(line);
        prop_assert_eq!(waterfall.visits, of(&visit));
        let refuser = |line: &DueLine| !dead(line) && !hidden(line) && !visit(line) && line.declined;
        prop_assert_eq!(waterfall.declined, of(&refuser));

        // In the files: nobody twice, nobody of another step, everybody who is written or listed.
        let written: BTreeSet<NhsNumber> = plan.rows.iter().map(|row| row.line.person.nhs_number).collect();
        prop_assert_eq!(written.len() as u64, waterfall.written);
        let excluded = |line: &DueLine| {
            dead(line) || hidden(line) || visit(line) || refuser(line) || already_invited.contains(&line.person.nhs_number)
        };
        for (line, _) in &people {
            let number = line.person.nhs_number;
            prop_assert!(!(excluded(line) && written.contains(&number)));
            let digits = number.digits();
            let holding = files.iter().filter(|file| String::from_utf8_lossy(&file.bytes).contains(&digits)).count();
            prop_assert!(holding <= 1, "{} files hold one person", holding);
            prop_assert!(!(dead(line) || hidden(line)) || holding == 0);
        }
        let listed = |name: &str| {
            files.iter().filter(|file| file.path.ends_with(name)).map(|file| records(file, true).len() as u64).sum::<u64>()
        };
        prop_assert_eq!(listed("visits.csv"), waterfall.visits);
        prop_assert_eq!(listed("exceptions.csv"), waterfall.no_contact + waterfall.bad_cell);
        if let Some(limit) = limit {
            let mut rows: BTreeMap<u16, u64> = BTreeMap::new();
            plan.rows.iter().for_each(|row| *rows.entry(row.line.person.practice).or_default() += 1);
            prop_assert!(rows.values().all(|rows| *rows <= limit));
        }
    }
}

law! {
    every_cell_is_harmless_and_every_phone_is_what_was_written(
        "invites", 1, people in vec(somebody(), 0..30), targets in ways()
    ) {
        let people = numbered(people);
        let (plan, files) = planned(&people, &targets, &Choices::default());
        let mut rows = 0;
        for file in files.iter().filter(|file| !file.path.ends_with("exceptions.csv") && !file.path.ends_with("visits.csv")) {
            let name = file.path.file_name().unwrap().to_str().unwrap();
            let target = targets.iter().find(|target| name.starts_with(&format!("{}_", target.name))).unwrap();
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            prop_assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
            prop_assert!(!text.contains('\t'));
            let records = records(file, target.header);
            prop_assert!(target.rows_per_file.is_none_or(|most| records.len() <= most as usize) && !records.is_empty());
            for record in &records {
                prop_assert_eq!(record.len(), target.columns.len());
                prop_assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
                for (column, cell) in target.columns.iter().zip(record) {
                    if ["Contact Number", "Preferred telephone number", "phone number"].contains(&column.header.as_str()) {
                        prop_assert_eq!(uk_mobile(cell), Some(cell.clone()));
                    }
                    if column.header == "Phone" {
                        prop_assert_eq!(uk_phone(cell), Some(cell.clone()));
                    }
                    if column.header == "address line 1" {
                        let lines = record[..7].iter().filter(|line| !line.is_empty()).count();
                        prop_assert!((3..=7).contains(&lines) && !record[6].is_empty() && !record[1].is_empty());
                        // No gap before the postcode.
                        prop_assert!(record[..6].iter().skip_while(|line| !line.is_empty()).all(String::is_empty));
                    }
                }
            }
            rows += records.len();
        }
        prop_assert_eq!(rows, plan.rows.len());
    }
}

/// The last look before any byte is made is not that of the waterfall: a plan
/// that holds somebody who must not be contacted makes no file.
#[test]
fn nobody_who_must_not_be_contacted_passes_the_last_look() {
    let target = || targets().unwrap().into_iter().filter(|target| target.name == "emis").collect::<Vec<_>>();
    let made = |change: &dyn Fn(&mut Person), place: usize| {
        let runner = &mut proptest::test_runner::TestRunner::deterministic();
        let (mut line, _) = somebody().new_tree(runner).unwrap().current();
        line.person.known_death = false;
        line.person.restricted = false;
        change(&mut line.person);
        let listed = vaxdash::invites::NotInvited { line: line.clone(), because: String::new(), detail: String::new() };
        let mut plan = InvitePlan::default();
        match place {
            0 => plan.rows.push(vaxdash::invites::InviteRow { line, target: 0, cells: vec!["x".to_owned()] }),
            1 => plan.visits.push(listed),
            _ => plan.exceptions.push(listed),
        }
        let names = FileNames { folder: Path::new("out"), dose: "second", as_at: date() };
        invite_files(&plan, &target(), &scope(), false, &names)
    };
    for place in 0..3 {
        assert_eq!(made(&|_| {}, place).unwrap().len(), 1);
        let changes: [&dyn Fn(&mut Person); 7] = [
            &|person| person.known_death = true,
            &|person| person.restricted = true,
            &|person| person.practice = 2,
            &|person| person.registration = RegistrationStatus::Removed,
            &|person| person.registration = RegistrationStatus::Deceased,
            &|person| person.registration = RegistrationStatus::NotYetBorn,
            &|person| person.registration = RegistrationStatus::Rejected,
        ];
        for change in changes {
            assert!(made(change, place).unwrap_err().contains("must not be contacted"));
        }
    }
}

/// A run that does not add up is seen: people without the contact details that
/// were asked for, or one person twice.
#[test]
fn a_plan_that_does_not_add_up_is_a_fault() {
    let line = |n: u64| {
        let runner = &mut proptest::test_runner::TestRunner::deterministic();
        let (mut line, _) = somebody().new_tree(runner).unwrap().current();
        line.person.nhs_number = (n..).find_map(|n| NhsNumber::from_prefix(999_000_000 + n)).unwrap();
        line
    };
    let emis: Vec<BookingTarget> = targets().unwrap().into_iter().filter(|target| target.name == "emis").collect();
    let filled = |lines: Vec<DueLine>, eligible: u64, contacts: usize| {
        let mut plan = InvitePlan::default();
        plan.waterfall.eligible = eligible;
        plan.fill(lines, &vec![Contact::default(); contacts], &emis, &Choices::default(), &scope())
    };
    filled(vec![line(1), line(10)], 2, 2).unwrap();
    for (eligible, contacts) in [(2, 1), (1, 2), (3, 2)] {
        assert!(filled(vec![line(1), line(10)], eligible, contacts).unwrap_err().contains("does not add up"));
    }
    assert!(filled(vec![line(1), line(1)], 2, 2).unwrap_err().contains("twice"));
}
