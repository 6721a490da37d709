//! Nothing is believed in silence (specification 7.0): whatever is wrong with
//! an extract, the answers of `uptake` and `invites` are those of the plain
//! extract, or there is none, or a doubt that was not there before names it.
//!
//! The faults are made one by one and have names; a run takes some of them,
//! always the same. `VAXDASH_CASES=N` takes N (`all`: every one), and
//! `VAXDASH_MUTATION=TEXT` those whose names hold a text.

mod columns;
mod extract;
mod kinds;
mod meant;
mod whole_files;

use std::collections::BTreeMap;
use std::io::Write;

use tempfile::TempDir;
use vaxdash::rules::RuleSet;

use crate::answer::{Answer, Given, answer};
use extract::{as_at, good, write_all};
use kinds::{Mutation, all};
use meant::is_meant;

/// How many are tried where nobody asks for more.
const USUAL: usize = 60;

/// A step prime to any number of mutations: those taken lie all over the list.
const STEP: usize = 7_919;

/// How a mutation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Plain,
    Refused,
    Doubted,
    /// A row is rejected or of nobody, which every run counts (2.5).
    Counted,
    Meant,
    Silent,
}

/// The mutations of this run.
fn chosen(all: Vec<Mutation>) -> Vec<Mutation> {
    if let Ok(text) = std::env::var("VAXDASH_MUTATION") {
        return all.into_iter().filter(|mutation| mutation.name.contains(&text)).collect();
    }
    let asked = std::env::var("VAXDASH_CASES").unwrap_or_default();
    let count = if asked == "all" { all.len() } else { asked.parse().unwrap_or(USUAL).min(all.len()) };
    let mut places: Vec<usize> = (0..count).map(|case| case * STEP % all.len()).collect();
    places.sort_unstable();
    places.dedup();
    let mut all: Vec<Option<Mutation>> = all.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| all[place].take()).collect()
}

#[test]
fn a_fault_of_an_extract_is_seen_or_does_no_harm() {
    let rules = RuleSet::built_in().unwrap();
    let files = good(&rules);
    let folder = TempDir::new().unwrap();
    let read = |files: &[extract::ExtractFile]| {
        write_all(files, folder.path());
        answer(folder.path(), &rules, as_at())
    };
    let Answer::Given(plain) = read(&files) else { panic!("the good extract is refused") };
    assert!(plain.doubts.iter().all(|doubt| !doubt.forbids_invitations(true)), "{:?}", plain.doubts);
    assert!(plain.invited.len() > 50, "{}", plain.invited.len());
    let (mut ends, mut silent, mut noted) = (BTreeMap::new(), Vec::new(), Vec::new());
    for mutation in chosen(all(&files)) {
        let (end, said) = end_of(&mutation, &read(&mutation.apply(&files)), &plain);
        *ends.entry(end).or_insert(0_u64) += 1;
        match end {
            End::Silent => silent.push(format!("{}: {said}", mutation.name)),
            End::Doubted if !said.is_empty() => noted.push(format!("{}: {said}", mutation.name)),
            End::Plain | End::Refused | End::Doubted | End::Counted | End::Meant => {}
        }
    }
    let told = format!("{ends:?}\n{} newly invited over nothing but notes:\n{}", noted.len(), noted.join("\n"));
    if std::env::var_os("VAXDASH_CASES").is_some() {
        writeln!(std::io::stderr(), "{told}").unwrap();
    }
    assert!(silent.is_empty(), "{} other answers in silence:\n{}\n{told}", silent.len(), silent.join("\n"));
}

/// Whether a mutation is of one row.
fn is_of_a_row(mutation: &Mutation) -> bool {
    mutation.fault.contains(" in row ")
}

/// How a mutation ended, and what is worth saying of it.
fn end_of(mutation: &Mutation, answer: &Answer, plain: &Given) -> (End, String) {
    let given = match answer {
        Answer::Refused(why) if why.contains("Unreconciled") => return (End::Silent, why.clone()),
        Answer::Refused(_) => return (End::Refused, String::new()),
        Answer::Given(given) => given,
    };
    let Some(differs) = given.differs(plain) else { return (End::Plain, String::new()) };
    let doubts = given.doubts_beyond(plain);
    if doubts.is_empty() {
        return match is_meant(mutation) {
            Some(_) => (End::Meant, String::new()),
            None if is_of_a_row(mutation) && given.lost > plain.lost => (End::Counted, String::new()),
            None => (End::Silent, differs),
        };
    }
    let newly = given.newly_invited(plain);
    let is_held = given.doubts.iter().any(|doubt| doubt.forbids_invitations(true));
    (End::Doubted, if newly > 0 && !is_held { format!("{newly} people, {doubts:?}") } else { String::new() })
}
