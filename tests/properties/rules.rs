//! Rules folders that have been edited badly.

use std::fs;

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use vaxdash::classify::{OtherRecords, classify};
use vaxdash::domain::{Cohort, Ethnicity, Flags, Gender, NhsNumber, Person, RecordGaps, RegistrationStatus};
use vaxdash::rules::{Problems, RuleSet};

use super::law;

/// One slip of the hand.
#[derive(Debug, Clone)]
enum Slip {
    /// A digit becomes another.
    Digit(Index, u8),
    /// A line goes, is there twice, or changes place with another.
    Cut(Index),
    Twice(Index),
    Swap(Index, Index),
    /// Some characters go.
    Gap(Index, usize),
    /// Something is typed in.
    Typed(Index, &'static str),
    /// The file ends here.
    End(Index),
}

const TYPED: [&str; 16] = [
    "\"",
    "[",
    "]",
    "=",
    ",",
    "#",
    "\n",
    "0",
    "-1",
    "99999999999999999999",
    "\0",
    "é",
    "'''",
    "[[cohort]]\n",
    "true",
    "2021-02-30",
];

fn slip() -> impl Strategy<Value = Slip> {
    let index = any::<Index>;
    prop_oneof![
        4 => (index(), 0_u8..10).prop_map(|(at, digit)| Slip::Digit(at, digit)),
        2 => index().prop_map(Slip::Cut),
        1 => index().prop_map(Slip::Twice),
        2 => (index(), index()).prop_map(|(one, other)| Slip::Swap(one, other)),
        1 => (index(), 1_usize..40).prop_map(|(at, length)| Slip::Gap(at, length)),
        2 => (index(), select(&TYPED[..])).prop_map(|(at, text)| Slip::Typed(at, text)),
        1 => index().prop_map(Slip::End),
    ]
}

fn slipped(text: &str, slip: &Slip) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if chars.is_empty() || lines.is_empty() {
        return text.to_owned();
    }
    match slip {
        Slip::Digit(at, digit) => {
            let places: Vec<usize> = (0..chars.len()).filter(|place| chars[*place].is_ascii_digit()).collect();
            if !places.is_empty() {
                chars[*at.get(&places)] = char::from(b'0' + digit);
            }
        }
        Slip::Gap(at, length) => {
            let start = at.index(chars.len());
            chars.drain(start..(start + length).min(chars.len()));
        }
        Slip::Typed(at, typed) => {
            let start = at.index(chars.len());
            chars.splice(start..start, typed.chars());
        }
        Slip::End(at) => chars.truncate(at.index(chars.len())),
        Slip::Cut(at) => drop(lines.remove(at.index(lines.len()))),
        Slip::Twice(at) => lines.insert(at.index(lines.len()), lines[at.index(lines.len())]),
        Slip::Swap(one, other) => {
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            lines.swap(one, other);
        }
    }
    match slip {
        Slip::Cut(_) | Slip::Twice(_) | Slip::Swap(..) => lines.concat(),
        _ => chars.into_iter().collect(),
    }
}

/// A folder with one built-in file after some slips, and what reading it gives.
fn read(file: &str, bytes: &[u8]) -> Result<RuleSet, Problems> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(file), bytes).unwrap();
    RuleSet::from_folder(folder.path())
}

/// Dates on either side of everything.
fn dates() -> impl Iterator<Item = NaiveDate> {
    let start = NaiveDate::from_ymd_opt(2020, 12, 8).unwrap();
    (0..60).map(move |step| start.checked_add_days(Days::new(step * 41)).unwrap())
}

/// A person of some age and flags.
fn person(years: u64, flags: Flags) -> Person {
    Person {
        nhs_number: NhsNumber::from_value(9_990_000_018).unwrap(),
        birth: NaiveDate::from_ymd_opt(2022, 2, 28).unwrap().checked_sub_days(Days::new(years * 365)).unwrap(),
        row: 0,
        practice: 0,
        flags,
        gender: Gender::NotKnown,
        ethnicity: Ethnicity::NotKnown,
        imd_quintile: None,
        registration: RegistrationStatus::Patient,
        known_death: false,
        death_unknown: false,
        in_doubt: false,
        restricted: false,
        sms_declined: false,
        gaps: RecordGaps::none(),
    }
}

/// What sound rules promise to everything that reads them.
fn check_sound(rules: &RuleSet) -> Result<(), TestCaseError> {
    let start = rules.general.programme_start;
    for date in dates().filter(|date| *date >= start) {
        for cohort in Cohort::all() {
            let interval = rules.second_dose_at(cohort, date);
            prop_assert!(interval.is_some_and(|row| row.due_after <= row.overdue_after), "cohort {} {}", cohort, date);
            prop_assert!(rules.booster_opening(cohort).is_some());
        }
        let open = rules.campaigns.iter().filter(|campaign| campaign.start <= date && date <= campaign.end);
        prop_assert!(open.count() <= 1, "two campaigns on {}", date);
    }
    for campaign in &rules.campaigns {
        prop_assert!(campaign.start <= campaign.end && !campaign.groups.is_empty());
        prop_assert!(std::ptr::eq(rules.campaign(&campaign.id).unwrap(), campaign), "two campaigns of one id");
    }
    for (code, class) in rules.codes.procedures() {
        prop_assert_eq!(rules.codes.procedure(code.to_string().as_bytes()), Some(class));
        prop_assert_eq!(rules.codes.product(code.to_string().as_bytes()), None);
    }
    for (code, brand) in rules.codes.products() {
        prop_assert_eq!(rules.codes.product(code.to_string().as_bytes()), Some(brand));
    }
    // Everybody can be assessed.
    let people: Vec<Person> =
        (0..24).map(|n| person(n * 4, if n % 3 == 0 { Flags::IMMUNOSUPPRESSED } else { Flags::none() })).collect();
    for date in dates().step_by(7) {
        prop_assert_eq!(
            classify(&people, Vec::new(), OtherRecords::default(), None, rules, date).assessments.len(),
            people.len()
        );
    }
    Ok(())
}

/// What every list of problems promises.
fn check_problems(problems: &Problems) -> Result<(), TestCaseError> {
    prop_assert!(!problems.0.is_empty());
    for problem in &problems.0 {
        prop_assert!(!problem.file.is_empty() && !problem.message.is_empty());
        prop_assert!(problem.line != Some(0));
        let shown = problem.to_string();
        prop_assert!(shown.len() < 1000 && !shown.contains('\0'), "{}", shown);
    }
    let mut sorted = problems.0.clone();
    sorted.sort();
    sorted.dedup();
    prop_assert_eq!(&sorted, &problems.0);
    Ok(())
}

fn file_name() -> impl Strategy<Value = &'static str> {
    select(RuleSet::files().iter().map(|(name, _)| *name).collect::<Vec<_>>())
}

law! {
    slips_of_the_hand_give_sound_rules_or_problems_with_a_place(
        "rules", 4, file in file_name(), slips in vec(slip(), 1..4), bad_byte in proptest::option::weighted(0.05, any::<Index>()),
    ) {
        let built_in = RuleSet::files().iter().find(|(name, _)| *name == file).unwrap().1;
        let text = slips.iter().fold(built_in.to_owned(), |text, slip| slipped(&text, slip));
        let mut bytes = text.clone().into_bytes();
        if let Some(at) = bad_byte {
            bytes.insert(at.index(bytes.len() + 1), 0xFF);
        }
        match read(file, &bytes) {
            Ok(rules) => {
                check_sound(&rules)?;
                prop_assert_eq!(rules.version.contains("rules folder"), text != built_in);
            }
            Err(problems) => {
                check_problems(&problems)?;
                prop_assert!(bytes != built_in.as_bytes());
            }
        }
    }
}

law! {
    any_bytes_are_no_rules("rules", 8, file in file_name(), bytes in vec(any::<u8>(), 0..400)) {
        match read(file, &bytes) {
            Ok(rules) => check_sound(&rules)?,
            Err(problems) => check_problems(&problems)?,
        }
    }
}

#[test]
fn the_built_in_rules_are_sound_by_the_same_laws() {
    check_sound(&RuleSet::built_in().unwrap()).unwrap();
}
