//! How files are named, how long they are, and what lies at the top.

use std::collections::BTreeSet;

use crate::repository;

/// What may lie at the top of the repository, beside dotfiles.
const TOP: [&str; 17] = [
    "deny.toml",
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "tests",
    "samples",
    "man",
    "completions",
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs",
    "benches",
    "CHANGELOG.md",
    "LICENSE",
    "rustfmt.toml",
    "clippy.toml",
];

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 8] = ["util", "utils", "common", "helper", "helpers", "misc", "manager", "managers"];

/// No source file is longer, in lines.
const LONGEST: usize = 400;

/// Entries of the top that have no place there.
pub fn strangers(files: &[&str]) -> Vec<String> {
    let entries: BTreeSet<&str> = files.iter().filter_map(|file| file.split('/').next()).collect();
    let strangers = entries.iter().filter(|entry| !entry.starts_with('.') && !TOP.contains(entry));
    strangers.map(|entry| format!("{entry} has no place at the top of the repository")).collect()
}

/// Files and folders with a name that says nothing.
pub fn empty_names(files: &[&str]) -> Vec<String> {
    let is_empty = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default().to_lowercase();
        stem.split(['_', '-']).any(|word| EMPTY_NAMES.contains(&word))
    };
    let named = files.iter().filter(|file| file.split('/').any(is_empty));
    named.map(|file| format!("{file}: a name that says nothing of what is inside")).collect()
}

/// A source file that should be split.
pub fn too_long(file: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > LONGEST).then(|| format!("{file} has {lines} lines: split it"))
}

#[test]
fn files_have_their_place_a_telling_name_and_a_bearable_length() {
    let files = repository::files();
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let mut faults = strangers(&names);
    faults.extend(empty_names(&names));
    let ours = |file: &&str| file.starts_with("src/") || file.starts_with("tests/") || file.starts_with("benches/");
    let sources = names.iter().copied().filter(ours).filter(|file| file.rsplit('.').next() == Some("rs"));
    faults.extend(sources.filter_map(|file| too_long(file, &repository::text(file))));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The lines of a file that name a report: its module, or what is in it.
fn lines_about<'t>(text: &'t str, module: &str) -> Vec<&'t str> {
    let camel: String = module.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
    let names = [format!("mod {module};"), format!("{module}::"), format!("Self::{camel}(args)")];
    text.lines()
        .filter(|line| {
            names.iter().any(|name| {
                line.trim().starts_with(name)
                    || line.contains(&format!("({name}"))
                    || line.contains(&format!("use {name}"))
            })
        })
        .collect()
}

/// What `lib.rs` says of adding a report is so for those that are there.
#[test]
fn a_report_has_two_lines_among_the_reports_and_three_among_the_commands() {
    let (reports, commands) = (repository::text("src/report/mod.rs"), repository::text("src/cli/commands/mod.rs"));
    for module in [
        "uptake",
        "cohorts",
        "second_dose",
        "boosters",
        "campaign",
        "immunosuppressed",
        "trend",
        "activity",
        "patients",
    ] {
        assert_eq!(lines_about(&reports, module).len(), 2, "{module}: {:?}", lines_about(&reports, module));
        assert_eq!(lines_about(&commands, module).len(), 3, "{module}: {:?}", lines_about(&commands, module));
    }
}
