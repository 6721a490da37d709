//! The attacker against the steps of one preset: all of their reports at once.

use std::fmt::Write;

use serde_json::Value;

use super::attack::{Attack, Unknowns};
use super::populations::{crowd, population};
use crate::harness::{Folder, table, vaxdash_in};

/// The steps, and the table of each that is attacked.
const STEPS: [(&str, &str); 6] = [
    ("command = \"uptake\"", "uptake"),
    ("command = \"uptake\"\ndetail = true", "detail"),
    ("command = \"boosters\"", "boosters"),
    ("command = \"second-dose\"", "second_dose"),
    ("command = \"uptake\"\nby = [\"practice\", \"age\"]", "uptake"),
    ("command = \"uptake\"\nby = [\"age\"]", "uptake"),
];

/// Columns of a practice whose sums are equal: of which step, and which.
type Side = &'static [(usize, &'static str)];
const EQUAL: [(Side, Side); 7] = [
    (&[(0, "patients")], &[(1, "patients")]),
    (&[(0, "patients")], &[(2, "patients")]),
    (&[(0, "booster")], &[(1, "boosted")]),
    (&[(0, "booster")], &[(2, "boosted")]),
    (&[(0, "first_dose")], &[(0, "primary_complete"), (1, "first_dose_only")]),
    (&[(0, "primary_complete"), (2, "primary_incomplete")], &[(0, "patients")]),
    (&[(3, "first_dose_only")], &[(1, "first_dose_only")]),
];
/// The counts of every table of uptake.
const UPTAKE: [&str; 5] = ["patients", "first_dose", "primary_complete", "booster", "doses_last_7_days"];

fn settings(data: &Folder, profile: &str, steps: &[&str]) -> String {
    let mut text = format!("data = {:?}\nas_at = 2022-05-11\ndisclosure = \"{profile}\"\n[preset.all]\n", data.arg());
    for (place, step) in steps.iter().enumerate() {
        let _ = write!(text, "[[preset.all.step]]\n{step}\noutput = \"{place}.json\"\n");
    }
    text
}

/// What the steps publish, and the same exact.
fn published(data: &Folder) -> [Vec<Value>; 2] {
    ["nhs", "none"].map(|profile| {
        let work = Folder::new().with("vaxdash.toml", settings(data, profile, &STEPS.map(|(step, _)| step)));
        vaxdash_in(work.path(), &["run", "all", "-q"], "").ended(0);
        let read = |place: usize| std::fs::read_to_string(work.file(&format!("{place}.json"))).unwrap();
        (0..STEPS.len()).map(|place| serde_json::from_str(&read(place)).unwrap()).collect()
    })
}

/// The attacker with all reports of the steps, and what is known of them together.
fn besieged(data: &Folder) -> Attack {
    let [shown, exact] = published(data);
    let mut attack = Attack::default();
    let of_step: Vec<Unknowns> = STEPS
        .iter()
        .enumerate()
        .map(|(place, (_, name))| attack.add(&shown[place], &exact[place]).remove(*name).unwrap())
        .collect();
    let rows = |step: usize| table(&exact[step], STEPS[step].1)["rows"].as_array().unwrap();
    // The row of every practice, and the totals.
    for (row, (left, right)) in (0..=rows(0).len()).flat_map(|row| EQUAL.map(|equal| (row, equal))) {
        let side = |side: Side| side.iter().filter_map(|(step, key)| of_step[*step][row][*key]).collect::<Vec<_>>();
        attack.puzzle.tie(&side(left), &side(right), true);
    }
    for key in UPTAKE {
        // Every practice is the sum of its ages, and every age that of its practices.
        for (coarse, label) in [(0, "practice_code"), (5, "age_band")] {
            for (place, whole) in rows(coarse).iter().enumerate() {
                let parts = rows(4).iter().zip(&of_step[4]).filter(|(part, _)| part[label] == whole[label]);
                let parts: Vec<usize> = parts.filter_map(|(_, unknowns)| unknowns[key]).collect();
                let is_found = rows(4).iter().any(|part| part[label] == whole[label]);
                assert!(is_found || whole["patients"] == 0, "{label}: {whole}");
                attack.puzzle.tie(&parts, of_step[coarse][place][key].as_slice(), true);
            }
        }
        for step in [4, 5] {
            let [one, other] = [0, step].map(|step| of_step[step].last().unwrap()[key]);
            attack.puzzle.tie(one.as_slice(), other.as_slice(), true);
        }
    }
    attack
}

#[test]
fn nothing_is_worked_out_of_all_steps_of_a_preset() {
    let (mut kept, mut all, mut given_up) = (0, Vec::new(), 0);
    // Of the first, six figures could be worked out while each step kept back for itself alone.
    for (place, folder) in [607, 601, 603].map(population).into_iter().chain([crowd()]).enumerate() {
        let attack = besieged(&folder);
        kept += attack.secrets.len();
        let [found, left] = attack.besieged(3_000);
        given_up += left.len();
        all.extend(found.into_iter().map(|words| format!("preset {place}: {words}")));
    }
    assert!(kept > 300, "{kept}: the test keeps hardly anything back");
    assert!(all.is_empty(), "{} of {kept}: {all:?}", all.len());
    assert!(given_up * 50 < kept, "{given_up} of {kept}");
}

/// All, the men and the women give away who is neither.
#[test]
fn steps_that_count_different_people_are_not_published_together() {
    let data = crowd();
    let uptake = "command = \"uptake\"";
    for profile in ["nhs", "opensafely", "midpoint6"] {
        let men = "command = \"uptake\"\ngender = [\"male\"]";
        let work = Folder::new().with("vaxdash.toml", settings(&data, profile, &[uptake, uptake, men]));
        let refused = vaxdash_in(work.path(), &["run", "all"], "").ended(4);
        let words = "steps 1 and 3 are published together, but they count different people: everybody and gender male.";
        assert!(refused.err.contains(words), "{}", refused.err);
        assert!(!work.file("0.json").exists());
        // The same men in every step, and exact figures of others beside them.
        let exact = "command = \"uptake\"\ndisclosure = \"none\"";
        let work = Folder::new().with("vaxdash.toml", settings(&data, profile, &[men, exact, men]));
        vaxdash_in(work.path(), &["run", "all", "-q"], "").ended(0);
    }
}

#[test]
fn steps_of_different_profiles_are_not_published_together() {
    let steps = ["command = \"uptake\"", "command = \"uptake\"\ndisclosure = \"midpoint6\""];
    let data = crowd();
    let work = Folder::new().with("vaxdash.toml", settings(&data, "nhs", &steps));
    let refused = vaxdash_in(work.path(), &["run", "all"], "").ended(4);
    assert!(refused.err.contains("their disclosure profiles differ: nhs and midpoint6."), "{}", refused.err);
}

/// A step that runs alone keeps back no more than it must.
#[test]
fn one_step_is_shown_as_the_command_shows_it() {
    let data = population(601);
    let work = Folder::new().with("vaxdash.toml", settings(&data, "nhs", &["command = \"boosters\""]));
    vaxdash_in(work.path(), &["run", "all", "-q"], "").ended(0);
    let step: Value = serde_json::from_str(&std::fs::read_to_string(work.file("0.json")).unwrap()).unwrap();
    let alone = crate::data::report(&data, "boosters", &["--disclosure", "nhs"]);
    assert_eq!(step["tables"], alone["tables"]);
}
