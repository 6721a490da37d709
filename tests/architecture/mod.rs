//! The rules of the house (design, section 3), held against every source file.
//!
//! `planted` shows that each of them can fail.

mod circles;
mod decisions;
mod documents;
mod layout;
mod names;
mod paths;
mod planted;
mod planted_decisions;
mod source;

use std::collections::BTreeSet;

use self::paths::{module_of, paths};
use self::source::{Token, tokens, without_tests};
use crate::repository;

/// How much of another room may be named.
enum May {
    All,
    Only(&'static [&'static str]),
}

/// Who may name whom. `cli` may name all, and so may `lib.rs`, which draws the
/// data path. A room that is not here has no place in the house yet.
const ROOMS: [(&str, &[(&str, May)]); 13] = [
    ("domain", &[]),
    ("exit", &[]),
    ("toml_rows", &[("domain", May::Only(&["Named", "did_you_mean", "shown", "Foreign"]))]),
    // What it says of paths.
    ("audit", &[("domain", May::Only(&["Foreign"]))]),
    ("rules", &[("domain", May::All), ("toml_rows", May::All)]),
    ("load", &[("domain", May::All), ("rules", May::All)]),
    ("classify", &[("domain", May::All), ("rules", May::All)]),
    // Survey to population: whoever loads and classifies comes here, without a command line.
    ("run", &[("domain", May::All), ("rules", May::All), ("load", May::All), ("classify", May::All)]),
    ("report", &[("domain", May::All), ("classify", May::All), ("rules", May::All)]),
    // Dates, the receipt and its doubts: render cannot name a vaccine.
    (
        "render",
        &[
            (
                "domain",
                May::Only(&[
                    "UkDate",
                    "UkDateTime",
                    "IsoDate",
                    "Input",
                    "Doubt",
                    "Named",
                    "named_values",
                    "Foreign",
                    "printable",
                ]),
            ),
            ("report", May::All),
        ],
    ),
    // Of render only what writes bytes to files.
    (
        "invites",
        &[
            ("domain", May::All),
            // A booking target is read as rules are.
            ("rules", May::All),
            ("toml_rows", May::All),
            ("report", May::All),
            ("render", May::Only(&["OutputFile", "Staging", "OutputFault", "stage_files"])),
        ],
    ),
    ("sample", &[("domain", May::All), ("rules", May::All)]),
    (
        "main",
        &[
            ("render", May::Only(&["temp_registry"])),
            ("Terminal", May::All),
            ("clear_progress", May::All),
            ("command", May::All),
            ("run", May::All),
            ("exit", May::All),
        ],
    ),
];

/// What of the outside world each room may touch. `cli` may touch all of it.
const WORLD: [&str; 5] = ["fs", "io", "env", "process", "net"];
const TOUCH: [(&str, &[&str]); 13] = [
    ("domain", &[]),
    ("exit", &[]),
    ("audit", &["fs", "io"]),
    ("toml_rows", &[]),
    ("rules", &["fs", "io"]),
    ("load", &["fs", "io"]),
    ("classify", &[]),
    ("run", &[]),
    ("report", &[]),
    ("render", &["fs", "io"]),
    ("invites", &["io"]),
    ("sample", &["io"]),
    ("main", &["env", "fs", "io", "process"]),
];

/// Macros that nothing but a test may use.
const FORBIDDEN_MACROS: [&str; 9] =
    ["println", "eprintln", "print", "eprint", "dbg", "panic", "todo", "unimplemented", "unreachable"];
/// Methods that panic.
const FORBIDDEN_METHODS: [&str; 4] = ["unwrap", "expect", "unwrap_err", "expect_err"];
/// What reads a clock, whatever it is called through.
const CLOCKS: [&str; 3] = ["SystemTime", "Instant", "Local"];

/// What is wrong with a source file, tests apart.
fn faults(file: &str, text: &str) -> Vec<String> {
    let (tokens, _) = without_tests(&tokens(text));
    let mut faults = Vec::new();
    faults.extend(rooms(file, &tokens));
    faults.extend(outside(file, &tokens));
    faults.extend(clock(file, &tokens));
    faults.extend(panics_and_prints(file, &tokens));
    faults.extend(endings(file, &tokens));
    faults
}

/// The room that a file belongs to; empty for `lib.rs`.
fn room_of(file: &str) -> String {
    module_of(file).into_iter().next().unwrap_or_default()
}

/// Names of rooms that this one may not name.
fn rooms(file: &str, tokens: &[Token]) -> Vec<String> {
    let own = room_of(file);
    if own == "cli" || own.is_empty() {
        return Vec::new();
    }
    let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| *room == own) else {
        return vec![format!("{file}: the room {own} is not in the table of who may import whom")];
    };
    let mut faults = Vec::new();
    for named in paths(tokens, &module_of(file)) {
        if named.path.first().is_none_or(|root| root != "crate") {
            continue;
        }
        let fault = |what: &str| format!("{file}:{}: {own} may not name {what}", named.line);
        let (room, item) = (named.path.get(1), named.path.get(2));
        match room {
            None => faults.push(fault("the whole crate")),
            Some(room) if *room == own => {}
            Some(room) => match allowed.iter().find(|(other, _)| other == room) {
                None => faults.push(fault(room)),
                Some((_, May::All)) => {}
                Some((_, May::Only(items))) if item.is_some_and(|item| items.contains(&item.as_str())) => {}
                Some(_) => faults.push(fault(&format!("{room}::{}", item.map_or("*", String::as_str)))),
            },
        }
    }
    faults
}

/// Parts of the outside world that a room may not touch.
fn outside(file: &str, tokens: &[Token]) -> Vec<String> {
    let own = room_of(file);
    let Some((_, allowed)) = TOUCH.iter().find(|(room, _)| *room == own) else { return Vec::new() };
    let named = paths(tokens, &module_of(file)).into_iter().filter(|named| named.path[0] == "std");
    named
        .filter_map(|named| {
            let part = named.path.get(1).filter(|part| WORLD.contains(&part.as_str()))?.clone();
            (!allowed.contains(&part.as_str()))
                .then(|| format!("{file}:{}: {own} may not touch std::{part}", named.line))
        })
        .collect()
}

/// A clock read outside `cli`.
fn clock(file: &str, tokens: &[Token]) -> Vec<String> {
    if room_of(file) == "cli" {
        return Vec::new();
    }
    let read = |place: usize| {
        let token = &tokens[place];
        let now = token.is("now") && place > 0 && tokens[place - 1].is("::");
        (now || CLOCKS.contains(&token.text.as_str()))
            .then(|| format!("{file}:{}: the clock is read in cli only ({})", token.line, token.text))
    };
    (0..tokens.len()).filter_map(read).collect()
}

/// What panics, or prints past the edge.
fn panics_and_prints(file: &str, tokens: &[Token]) -> Vec<String> {
    let is = |place: usize, text: &str| tokens.get(place).is_some_and(|token| token.is(text));
    let mut faults = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let word = token.text.as_str();
        let called = place > 0 && (is(place - 1, ".") || is(place - 1, "::"));
        if FORBIDDEN_MACROS.contains(&word) && is(place + 1, "!") {
            faults.push(format!("{file}:{}: {word}! outside tests", token.line));
        } else if FORBIDDEN_METHODS.contains(&word) && called {
            faults.push(format!("{file}:{}: {word} outside tests", token.line));
        }
    }
    faults
}

/// What ends the process: only `main` may, by what it returns.
fn endings(file: &str, tokens: &[Token]) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    for named in paths(tokens, &module_of(file)) {
        let path: Vec<&str> = named.path.iter().map(String::as_str).collect();
        if matches!(path[..], ["std", "process", "exit" | "abort" | "*"]) {
            faults.push(format!("{file}:{}: the process is ended", named.line));
        }
    }
    // `use std::process;` and then `process::exit`.
    for three in tokens.windows(3) {
        if three[0].is("process") && three[1].is("::") && (three[2].is("exit") || three[2].is("abort")) {
            faults.push(format!("{file}:{}: the process is ended", three[0].line));
        }
    }
    faults.dedup();
    faults
}

/// The source files of the crate, those that are tests apart.
fn sources() -> Vec<(String, String)> {
    let files: Vec<String> = repository::files()
        .into_iter()
        .filter(|file| {
            file.starts_with("src/") && std::path::Path::new(file).extension().is_some_and(|end| end == "rs")
        })
        .collect();
    let mut sources: Vec<(String, String)> = Vec::new();
    let mut tests = BTreeSet::new();
    for file in files {
        let text = repository::text(&file);
        let module = module_of(&file);
        for name in without_tests(&tokens(&text)).1 {
            tests.insert([module.clone(), vec![name]].concat());
        }
        sources.push((file, text));
    }
    sources.retain(|(file, _)| {
        let module = module_of(file);
        !(1..=module.len()).any(|length| tests.contains(&module[..length]))
    });
    sources
}

#[test]
fn every_room_names_only_what_it_may() {
    let sources = sources();
    let found: Vec<String> = sources.iter().flat_map(|(file, text)| faults(file, text)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    // The checks have seen what they are to see.
    assert!(sources.len() > 80, "{} files", sources.len());
    for (room, _) in ROOMS.iter().filter(|(room, _)| *room != "toml_rows") {
        assert!(sources.iter().any(|(file, _)| room_of(file) == *room), "no file is in the room {room}");
    }
    assert!(!sources.iter().any(|(file, _)| file.contains("tests")));
}

/// No fault of a check.
#[track_caller]
fn none_of(check: &str, found: &[String]) {
    assert!(found.is_empty(), "{} {check}:\n{}", found.len(), found.join("\n"));
}

/// The source files of the crate as tokens, those that are tests apart.
fn token_files(sources: &[(String, String)]) -> Vec<(&str, Vec<Token>)> {
    sources.iter().map(|(file, text)| (file.as_str(), without_tests(&tokens(text)).0)).collect()
}

/// What a check finds in each source file.
fn all(check: fn(&str, &[Token]) -> Vec<String>) -> Vec<String> {
    token_files(&sources()).iter().flat_map(|(file, tokens)| check(file, tokens)).collect()
}

#[test]
fn no_status_is_a_word() {
    none_of("statuses as words", &all(decisions::words));
}

#[test]
fn no_wildcard_decides() {
    none_of("wildcards", &all(decisions::wildcards));
}

#[test]
fn names_are_plain() {
    none_of("quaint names", &all(names::quaint));
}

#[test]
fn one_name_is_borne_by_one_type() {
    none_of("names of two types", &names::shared(&token_files(&sources())));
}
