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
    Contact, DoubtId, Ethnicity, Flags, Gender, NhsNumber, OdsCode, Person, Practice, RecordGaps, RegistrationStatus,
    Scope,
};
use vaxdash::invites::{
    BookingTarget, Choices, FileNames, InvitePlan, LISTS, Reviewed, WaterfallStep, apply_exclusions, invite_files,
    targets, uk_mobile, uk_phone,
};
use vaxdash::render::OutputFile;
use vaxdash::report::{DoseKind, DueLine, ReviewEvent, ReviewReason};

use super::law;

/// Cells as registers hold them, harmless and not.
const NAMES: [&str; 9] = ["", "Ada", "Zoë", "Fell, \"née\" Bell", "=1+1", "-Ada", "@x", "A\nB", "\tAda"];
const PHONES: [&str; 7] =
    ["", "07700 900123", "+44 (0)7700 900124", "01632 960123", "07700900125 (wife)", "0770090012", "=07700900126"];
const EMAILS: [&str; 5] = ["", "ada@example.org", "none", "+a@example.org", "a@example.org b@example.org"];
const LINES: [&str; 7] = ["", "1 High Street", "Elderton", "NFA", "(Flat 2)", "=1", "Mill\r\nHouse"];
const POSTCODES: [&str; 5] = ["", "LS71 1AA", "ZZ99 3VZ", "ZZZ", "nowhere"];

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

fn contraindication() -> ReviewEvent {
    ReviewEvent { why: ReviewReason::Contraindicated, code: Some(1), date: None }
}

fn doubt() -> ReviewEvent {
    ReviewEvent { why: ReviewReason::Doubt(DoubtId::CodesDamaged), code: None, date: Some(date()) }
}

/// Somebody due a dose, and how to reach that person.
type Somebody = (DueLine, Contact);

fn somebody() -> impl Strategy<Value = Somebody> {
    let flags = select(vec![Flags::none(), Flags::none(), Flags::none(), Flags::HOUSEBOUND, Flags::CARE_HOME_RESIDENT]);
    let rarely = || prop::bool::weighted(0.1);
    let events = vec(select(vec![contraindication(), doubt()]), 0..3);
    let held = (rarely(), rarely(), rarely(), events);
    let person = (0_u16..2, flags, rarely(), rarely(), rarely(), rarely(), held);
    let names = (select(&NAMES[..]), select(&NAMES[..]), select(&NAMES[..]));
    let reach = (
        vec(select(&PHONES[..]), 0..3),
        vec(select(&PHONES[..]), 0..3),
        select(&EMAILS[..]),
        vec(select(&LINES[..]), 0..6),
        select(&POSTCODES[..]),
    );
    (person, names, reach).prop_map(|(person, names, reach)| {
        let (practice, flags, known_death, restricted, sms_declined, declined, held) = person;
        let (death_unknown, booked, is_held, events) = held;
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
                death_unknown,
                in_doubt: false,
                restricted,
                sms_declined,
                gaps: RecordGaps::none(),
            },
            kind: DoseKind::Second,
            vaccine: "COVID-19 second dose".to_owned(),
            status: SecondDoseStatus::Due.into(),
            due: date(),
            days_overdue: None,
            declined,
            booked,
            to_review: if is_held { events } else { Vec::new() },
            last_dose: None,
        };
        let contact = Contact {
            title: names.0.to_owned(),
            forename: names.1.to_owned(),
            surname: names.2.to_owned(),
            mobiles: texts(reach.0),
            telephones: texts(reach.1),
            emails: texts(vec![reach.2]),
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
    let files = invite_files(&plan, targets, &choices.reviewed, &scope(), false, &names).unwrap();
    (plan, files.into_iter().map(|file| file.output).collect())
}

fn name(file: &OutputFile) -> &str {
    file.path.file_name().unwrap().to_str().unwrap()
}

fn contraindicated(line: &DueLine) -> bool {
    line.to_review.iter().any(|event| event.why == ReviewReason::Contraindicated)
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
        let already = already_invited.clone();
        let choices = Choices { include_visits, already_invited: already, limit, ..Choices::default() };
        let (plan, files) = planned(&people, &targets, &choices);
        let waterfall = plan.waterfall;
        let at = |step| waterfall.people(step);
        prop_assert!(waterfall.adds_up());
        prop_assert_eq!(at(WaterfallStep::Eligible), people.len() as u64);

        // Each step holds those whom the words of section 5 put there, counted here in another way.
        let of = |test: &dyn Fn(&DueLine) -> bool| people.iter().filter(|(line, _)| test(line)).count() as u64;
        let visited = |line: &DueLine| !include_visits && !line.person.flags.is_empty();
        let dead = |line: &DueLine| line.person.known_death;
        let perhaps = |line: &DueLine| !dead(line) && line.person.death_unknown;
        let hidden = |line: &DueLine| !dead(line) && !perhaps(line) && line.person.restricted;
        prop_assert_eq!(at(WaterfallStep::KnownDeath), of(&dead));
        prop_assert_eq!(at(WaterfallStep::DeathUnknown), of(&perhaps));
        prop_assert_eq!(at(WaterfallStep::Restricted), of(&hidden));
        let never = |line: &DueLine| dead(line) || perhaps(line) || hidden(line);
        let clinical = |line: &DueLine| !never(line) && contraindicated(line);
        let doubted = |line: &DueLine| !never(line) && !contraindicated(line) && !line.to_review.is_empty();
        prop_assert_eq!(at(WaterfallStep::Contraindicated), of(&clinical));
        prop_assert_eq!(at(WaterfallStep::InDoubt), of(&doubted));
        let held = |line: &DueLine| never(line) || !line.to_review.is_empty();
        let booked = |line: &DueLine| !held(line) && line.booked;
        prop_assert_eq!(at(WaterfallStep::Booked), of(&booked));
        let visit = |line: &DueLine| !held(line) && !line.booked && visited(line);
        prop_assert_eq!(at(WaterfallStep::VisitList), of(&visit));
        let refuser = |line: &DueLine| !held(line) && !line.booked && !visit(line) && line.declined;
        prop_assert_eq!(at(WaterfallStep::Declined), of(&refuser));

        // In the files: nobody twice, nobody of another step, everybody who is written or listed.
        let written: BTreeSet<NhsNumber> = plan.rows.iter().map(|row| row.line.person.nhs_number).collect();
        prop_assert_eq!(written.len() as u64, at(WaterfallStep::Written));
        let excluded = |line: &DueLine| {
            held(line) || booked(line) || visit(line) || refuser(line) || already_invited.contains(&line.person.nhs_number)
        };
        for (line, _) in &people {
            let number = line.person.nhs_number;
            prop_assert!(!(excluded(line) && written.contains(&number)));
            let digits = number.digits();
            let holding = files.iter().filter(|file| String::from_utf8_lossy(&file.bytes).contains(&digits)).count();
            prop_assert!(holding <= 1, "{} files hold one person", holding);
            prop_assert!(!never(line) || holding == 0);
        }
        let listed = |list: &str| {
            let of_list = files.iter().filter(|file| name(file).starts_with(&format!("{list}_")));
            of_list.map(|file| records(file, true).len() as u64).sum::<u64>()
        };
        prop_assert_eq!(listed("visits"), at(WaterfallStep::VisitList));
        prop_assert_eq!(listed("exceptions"), at(WaterfallStep::NoContact) + at(WaterfallStep::BadCell));
        let events = people.iter().filter(|(line, _)| clinical(line) || doubted(line)).map(|(line, _)| line.to_review.len());
        prop_assert_eq!(listed("review"), events.sum::<usize>() as u64);
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
        let is_list = |file: &OutputFile| LISTS.iter().any(|list| name(file).starts_with(&format!("{list}_")));
        for file in files.iter().filter(|file| !is_list(file)) {
            let name = name(file);
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
    let made = |change: &dyn Fn(&mut DueLine), place: usize| {
        let runner = &mut proptest::test_runner::TestRunner::deterministic();
        let (mut line, _) = somebody().new_tree(runner).unwrap().current();
        line.person = Person { known_death: false, death_unknown: false, restricted: false, ..line.person };
        line.to_review = Vec::new();
        change(&mut line);
        let listed = vaxdash::invites::NotInvited { line: line.clone(), because: String::new(), detail: String::new() };
        let mut plan = InvitePlan::default();
        match place {
            0 => plan.rows.push(vaxdash::invites::InviteRow { line, target: 0, cells: vec!["x".to_owned()], round: 1 }),
            1 => plan.visits.push(listed),
            _ => plan.exceptions.push(listed),
        }
        let names = FileNames { folder: Path::new("out"), dose: "second", as_at: date() };
        invite_files(&plan, &target(), &Reviewed::default(), &scope(), false, &names).map(|files| files.len())
    };
    for place in 0..3 {
        assert_eq!(made(&|_| {}, place), Ok(1));
        let changes: [&dyn Fn(&mut DueLine); 9] = [
            &|line| line.person.known_death = true,
            &|line| line.person.death_unknown = true,
            &|line| line.person.restricted = true,
            &|line| line.person.practice = 2,
            &|line| line.person.registration = RegistrationStatus::Removed,
            &|line| line.person.registration = RegistrationStatus::Deceased,
            &|line| line.person.registration = RegistrationStatus::NotYetBorn,
            &|line| line.person.registration = RegistrationStatus::Rejected,
            &|line| line.to_review = vec![contraindication()],
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
        line.person = Person { known_death: false, death_unknown: false, restricted: false, ..line.person };
        line.person.flags = Flags::none();
        (line.declined, line.booked, line.to_review) = (false, false, Vec::new());
        line.person.nhs_number = (n..).find_map(|n| NhsNumber::from_prefix(999_000_000 + n)).unwrap();
        line
    };
    let emis: Vec<BookingTarget> = targets().unwrap().into_iter().filter(|target| target.name == "emis").collect();
    let filled = |lines: Vec<DueLine>, rows: usize, contacts: usize| {
        let (mut plan, eligible) = (InvitePlan::default(), lines.len());
        let mut left = apply_exclusions(lines, &emis, &Choices::default(), &mut plan);
        assert_eq!(left.len(), eligible);
        left.truncate(rows);
        plan.fill(left, &vec![Contact::default(); contacts], &emis, &Choices::default(), &scope())
    };
    filled(vec![line(1), line(10)], 2, 2).unwrap();
    for (rows, contacts) in [(2, 1), (1, 2)] {
        assert!(filled(vec![line(1), line(10)], rows, contacts).unwrap_err().contains("does not add up"));
    }
    assert!(filled(vec![line(1), line(1)], 2, 2).unwrap_err().contains("twice"));
}
