//! A small sample reaches every bucket and every status, and is the same bytes
//! for any number of threads.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use tempfile::TempDir;
use vaxdash::classify::{FirstDoseEvidence, StatusWord, campaign_verdict, group_of};
use vaxdash::domain::london_date;
use vaxdash::load::Reading;
use vaxdash::rules::RuleSet;
use vaxdash::run::{Dates, Paths, Reconciled, assess, scope, survey};

use crate::harness::vaxdash;

/// A sample made by the binary, with what is asked for beside the folder.
fn sample(options: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let output = folder.path().to_str().unwrap();
    let args = ["sample", "-q", "--practices", "5", "--seed", "1", "-o", output];
    vaxdash(&[&args[..], options].concat()).ended(0);
    folder
}

/// The words of every status that a sample reaches, ladder by ladder, and the
/// names of the buckets that no row ended in.
struct Reached {
    as_at: NaiveDate,
    course: BTreeSet<&'static str>,
    first_dose: BTreeSet<&'static str>,
    second_dose: BTreeSet<&'static str>,
    third_primary: BTreeSet<&'static str>,
    booster: BTreeSet<&'static str>,
    campaign: BTreeSet<&'static str>,
    evidence: Vec<FirstDoseEvidence>,
    date_repaired: u64,
    empty_buckets: Vec<&'static str>,
}

impl Reached {
    /// Reads a sample as at its own date; the campaign is the one of this id.
    fn by(folder: &Path, campaign: &str) -> Self {
        let rules = RuleSet::built_in().unwrap();
        let paths = [folder.to_owned()];
        let found = survey(Paths { data: &paths, ..Paths::default() }, Reading::default()).unwrap();
        let as_at = london_date(found.newest_refresh().unwrap());
        let scoped = scope(found, &rules, &[], Dates { as_at, today: as_at }).map_err(|none| none.fault).unwrap();
        let Reconciled { population, accounts, vaccinations, .. } = assess(scoped, None, None).unwrap();
        let ends = accounts.patients.dispositions().into_iter().chain(vaccinations.dispositions());
        let mut reached = Self {
            as_at,
            course: BTreeSet::new(),
            first_dose: BTreeSet::new(),
            second_dose: BTreeSet::new(),
            third_primary: BTreeSet::new(),
            booster: BTreeSet::new(),
            campaign: BTreeSet::new(),
            evidence: Vec::new(),
            date_repaired: vaccinations.date_repaired,
            empty_buckets: ends.filter(|(_, rows)| *rows == 0).map(|(name, _)| name).collect(),
        };
        let campaign = rules.campaign(campaign).unwrap();
        for assessment in &population.assessments {
            reached.course.insert(assessment.course.status.word());
            reached.first_dose.extend(assessment.first_dose.map(|verdict| verdict.status.word()));
            reached.second_dose.extend(assessment.second_dose.map(|verdict| verdict.status.word()));
            reached.third_primary.extend(assessment.third_primary.map(|verdict| verdict.status.word()));
            reached.booster.insert(assessment.booster.status.word());
            reached.evidence.push(assessment.course.first_dose_evidence);
            if group_of(&assessment.person, campaign).is_some() {
                let verdict = campaign_verdict(campaign, assessment, population.doses(assessment), as_at);
                reached.campaign.insert(verdict.status.word());
            }
        }
        reached
    }
}

fn words(list: &[&'static str]) -> BTreeSet<&'static str> {
    list.iter().copied().collect()
}

const COURSE: [&str; 6] =
    ["boosted", "third-primary", "primary-complete", "first-dose-only", "declined", "unvaccinated"];

#[test]
fn a_small_sample_reaches_everything_that_can_be_reached_in_spring_2022() {
    let folder = sample(&["--patients", "1000"]);
    let reached = Reached::by(folder.path(), "spring-2022");
    assert_eq!(reached.as_at, NaiveDate::from_ymd_opt(2022, 5, 11).unwrap());
    // As at the last refresh nothing is later: what says so is an appointment or an error.
    assert_eq!(reached.empty_buckets, ["after_as_at"]);
    assert!(reached.date_repaired > 0);
    assert_eq!(reached.course, words(&COURSE));
    // Every cohort has its turn by then, and the offer is open.
    assert_eq!(reached.first_dose, words(&["not-in-cohort", "declined", "eligible"]));
    assert_eq!(reached.second_dose, words(&["not-yet-due", "due", "overdue"]));
    assert_eq!(
        reached.third_primary,
        words(&[
            "earlier-doses-not-recorded",
            "primary-incomplete",
            "third-primary-given",
            "third-primary-due",
            "third-primary-not-yet-due",
        ])
    );
    assert_eq!(
        reached.booster,
        words(&["boosted", "primary-incomplete", "third-primary-first", "not-open", "pending", "eligible"])
    );
    assert_eq!(reached.campaign, words(&["vaccinated", "primary-first", "too-soon", "pending", "eligible"]));
    for one in [
        FirstDoseEvidence::Usual,
        FirstDoseEvidence::EarlierNotRecorded,
        FirstDoseEvidence::FirstNotRecorded,
        FirstDoseEvidence::OneDose,
    ] {
        assert!(reached.evidence.contains(&one), "{one:?}");
    }
}

#[test]
fn statuses_of_other_dates_are_reached_then() {
    let folder = sample(&["--patients", "1000", "--as-at", "15/07/2023"]);
    let after = Reached::by(folder.path(), "spring-2023");
    assert_eq!(after.course, words(&COURSE));
    assert!(after.first_dose.contains("offer-closed"));
    assert_eq!(after.second_dose, words(&["offer-closed"]));
    assert!(after.third_primary.contains("third-primary-closed"));
    assert!(after.booster.contains("closed"));
    assert_eq!(after.campaign, words(&["vaccinated", "primary-first", "missed"]));
    let folder = sample(&["--patients", "1000", "--as-at", "15/02/2021"]);
    let before = Reached::by(folder.path(), "spring-2022");
    assert!(before.first_dose.contains("not-open"));
    assert!(before.booster.contains("not-open"));
    assert!(before.third_primary.contains("third-primary-not-yet-due"));
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    // More than three parts (engine: 2,048 places a part), so that three threads have work.
    let made = |threads: &str| {
        let folder = sample(&["--patients", "7000", "--threads", threads]);
        let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| {
                let path = entry.unwrap().path();
                (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())
            })
            .collect();
        files.sort();
        files
    };
    let one = made("1");
    assert!(one.len() >= 10 && one.iter().all(|(_, bytes)| !bytes.is_empty()));
    for threads in ["2", "3", "8"] {
        let others = made(threads);
        assert_eq!(one.len(), others.len());
        for ((name, bytes), (other_name, other)) in one.iter().zip(others) {
            assert_eq!(*name, other_name);
            assert!(*bytes == other, "{name} differs with {threads} threads");
        }
    }
}
