//! Faults that `vaxdash sample --faults` makes: each is what it says, and
//! without faults there is none.

use std::collections::BTreeSet;
use std::fs;

use tempfile::TempDir;
use vaxdash::domain::{DoubtId, Named, RecordFault};
use vaxdash::rules::RuleSet;
use vaxdash::sample::{FAULTS, FaultOutcome, SampleFault, SamplePlan, write_faulty_sample};

use crate::answer::{Answer, Given, answer};
use crate::harness::{Folder, vaxdash};

fn plan() -> SamplePlan {
    let as_at = chrono::NaiveDate::from_ymd_opt(2022, 5, 11).unwrap();
    SamplePlan { patients: 400, practices: 3, seed: 1, as_at }
}

/// A sample with these faults.
fn made(faults: &[&'static SampleFault], rules: &RuleSet) -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut create = |name: &str| Ok(Box::new(fs::File::create(folder.path().join(name))?) as Box<dyn std::io::Write>);
    write_faulty_sample(&plan(), faults, rules, 1, &mut create).unwrap();
    folder
}

/// What is made of a sample with these faults.
fn read(faults: &[&'static SampleFault], rules: &RuleSet) -> Answer {
    answer(made(faults, rules).path(), rules, plan().as_at)
}

#[track_caller]
fn given(answer: Answer, name: &str) -> Given {
    match answer {
        Answer::Given(given) => *given,
        Answer::Refused(why) => panic!("{name} is refused: {why}"),
    }
}

#[test]
fn each_fault_makes_what_it_says_and_none_is_there_without() {
    let rules = RuleSet::built_in().unwrap();
    let plain = given(read(&[], &rules), "without faults");
    assert!(plain.doubts.iter().all(|doubt| !doubt.forbids_invitations(true)), "{:?}", plain.doubts);
    let mut faults = Vec::new();
    for fault in FAULTS {
        let answer = read(&[fault], &rules);
        let wrong = match (fault.outcome, answer) {
            (FaultOutcome::Refusal, Answer::Refused(_)) => None,
            (_, Answer::Refused(why)) => Some(why),
            (FaultOutcome::Refusal, Answer::Given(given)) => Some(format!("{:?}", given.doubts_beyond(&plain))),
            (FaultOutcome::Doubt(id), Answer::Given(given)) => {
                let doubts = given.doubts_beyond(&plain);
                (!doubts.contains(&id)).then(|| format!("{doubts:?}"))
            }
            (FaultOutcome::ToMend(kind), Answer::Given(given)) => {
                let (before, now) = (plain.to_mend.get(&kind), given.to_mend.get(&kind));
                (now <= before).then(|| format!("{before:?} before, {now:?} now"))
            }
            (FaultOutcome::DoubtOfList(_) | FaultOutcome::Understood, Answer::Given(given)) => given.differs(&plain),
        };
        faults.extend(wrong.map(|wrong| format!("{}: {wrong}", fault.name)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn there_is_a_fault_for_every_doubt() {
    let made: BTreeSet<DoubtId> = FAULTS
        .iter()
        .filter_map(|fault| match fault.outcome {
            FaultOutcome::Doubt(id) | FaultOutcome::DoubtOfList(id) => Some(id),
            FaultOutcome::Refusal | FaultOutcome::Understood | FaultOutcome::ToMend(_) => None,
        })
        .collect();
    let to_mend: BTreeSet<RecordFault> = FAULTS
        .iter()
        .filter_map(|fault| match fault.outcome {
            FaultOutcome::ToMend(kind) => Some(kind),
            FaultOutcome::Doubt(_)
            | FaultOutcome::DoubtOfList(_)
            | FaultOutcome::Refusal
            | FaultOutcome::Understood => None,
        })
        .collect();
    assert_eq!(to_mend, RecordFault::ALL.iter().copied().collect());
    assert_eq!(made, DoubtId::ALL.iter().copied().collect());
    let names: BTreeSet<&str> = SampleFault::names().into_iter().collect();
    assert_eq!(names.len(), FAULTS.len());
}

#[test]
fn the_list_of_people_already_invited_is_doubted_where_it_is_used() {
    let folder = Folder::new();
    let args = ["sample", "-o", folder.arg(), "--patients", "200", "--practices", "2", "--faults", "exclude-unmatched"];
    vaxdash(&args).ended(0);
    let list = folder.file("invited.csv");
    let args = ["--target", "accubook", "--dry-run", "--allow-old-data", "--exclude", list.to_str().unwrap()];
    let run = vaxdash(&[&["invites", "--data", folder.arg()], &args[..]].concat()).ended(4);
    assert!(run.err.contains("exclude-unmatched"), "{}", run.err);
}

#[test]
fn faults_are_chosen_by_name_and_listed() {
    let list = vaxdash(&["sample", "--faults", "list"]).ended(0).out;
    assert_eq!(list.lines().count(), FAULTS.len());
    assert!(
        FAULTS
            .iter()
            .zip(list.lines())
            .all(|(fault, line)| { line.starts_with(fault.name) && line.ends_with(fault.meaning) })
    );
    assert!(list.lines().all(|line| line.chars().count() <= 120), "{list}");
    let folder = Folder::new();
    let wrong = vaxdash(&["sample", "-o", folder.arg(), "--faults", "no-deth-column"]).ended(2);
    assert!(wrong.err.contains("did you mean \"no-death-column\"?"), "{}", wrong.err);
    let wrong = vaxdash(&["sample", "-o", folder.arg(), "--faults", "zebra"]).ended(2);
    assert!(wrong.err.contains("--faults list"), "{}", wrong.err);
    vaxdash(&["sample"]).ended(2);
    let big = ["sample", "-o", folder.arg(), "--patients", "100001", "--faults", "sheets"];
    assert!(vaxdash(&big).ended(2).err.contains("100,000"));
}

#[test]
fn faulty_samples_are_the_same_bytes_every_time_and_say_what_is_wrong() {
    let rules = RuleSet::built_in().unwrap();
    let all = || {
        let faults: Vec<&'static SampleFault> = FAULTS.iter().collect();
        let folder = made(&faults, &rules);
        let files = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap());
        let mut files: Vec<_> = files.map(|entry| (entry.file_name(), fs::read(entry.path()).unwrap())).collect();
        files.sort();
        files
    };
    assert!(all() == all());
    let folder = Folder::new();
    let args = ["sample", "-o", folder.arg(), "--patients", "50", "--faults", "sheets,no-death-column"];
    let said = vaxdash(&args).ended(0).err;
    assert!(said.contains("with the fault no-death-column: ") && said.contains("with the fault sheets: "), "{said}");
}
