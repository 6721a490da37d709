//! The conformance table: a line for every boundary of the rules, and for every bug that once shipped.
//!
//! The lines are data (`*.csv` beside this file), worked out by hand from the specification; the
//! answers are those of the real binary. `README.md` beside this file says what the columns mean.

mod ask;
mod case;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use vaxdash::rules::RuleSet;

use case::{Case, all_cases, waiting_cases};
use world::{Inhabitant, World};

/// What a line says and what the binary said, for every line where they differ.
fn disagreements(cases: Vec<Case>) -> Vec<(String, String)> {
    let mut by_date: BTreeMap<String, Vec<Case>> = BTreeMap::new();
    for case in cases {
        by_date.entry(case.as_at.clone()).or_default().push(case);
    }
    let worlds: Vec<World> = by_date.into_values().map(World::new).collect();
    let people: Vec<(&World, &Inhabitant)> =
        worlds.iter().flat_map(|world| world.people.iter().map(move |person| (world, person))).collect();
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let threads = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((world, person)) = people.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let differing = ask::differences(world, person);
                    found.lock().unwrap().extend(differing);
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.sort();
    found
}

#[test]
fn every_line_of_the_table_holds() {
    let found = disagreements(all_cases());
    let shown: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert!(found.is_empty(), "{} lines of the table do not hold:\n{}", found.len(), shown.join("\n"));
}

/// A line that waits for a command or target that is not there yet must move to the table once it holds.
#[test]
fn lines_that_wait_do_not_hold_yet() {
    let waiting = waiting_cases();
    let ids: BTreeSet<String> = waiting.iter().map(|case| case.id.clone()).collect();
    let failing: BTreeSet<String> = disagreements(waiting).into_iter().map(|(id, _)| id).collect();
    let holding: Vec<&String> = ids.difference(&failing).collect();
    assert!(holding.is_empty(), "these lines of waiting.csv hold now: move them to their table: {holding:?}");
}

#[test]
fn ids_are_unique_and_every_regression_is_named() {
    let mut seen = BTreeSet::new();
    for case in all_cases().into_iter().chain(waiting_cases()) {
        assert!(seen.insert(case.id.clone()), "{} is there twice", case.id);
    }
    for number in 1..=9 {
        let prefix = format!("regression-{number}-");
        let named = all_cases().iter().any(|case| case.id.starts_with(&prefix));
        assert!(named, "no line for {prefix}");
    }
}

/// A new row of the rules needs a line that names it.
#[test]
fn every_rule_of_a_verdict_is_named_by_a_line() {
    let rules = RuleSet::built_in().unwrap();
    let named: BTreeSet<String> = all_cases().into_iter().map(|case| case.rule).collect();
    let deciding = (rules.cohorts.iter().map(|row| row.rule))
        .chain([rules.offer.rule, rules.third_primary.rule, rules.booster_offer.rule])
        .chain(rules.second_dose.iter().map(|row| row.rule))
        .chain(rules.booster_openings.iter().map(|row| row.rule))
        .chain(rules.booster_intervals.iter().map(|row| row.rule))
        .chain(rules.campaigns.iter().map(|row| row.rule));
    let missing: Vec<&str> =
        deciding.map(|rule| rules.provenance(rule).id.as_str()).filter(|id| !named.contains(*id)).collect();
    assert!(missing.is_empty(), "no line of the table names these rules: {missing:?}");
}
