//! Every check fails on what is planted for it, and on nothing beside it.

use super::layout::{empty_names, strangers, too_long};
use super::source::{tokens, without_tests};
use super::{faults, paths};

/// What the checks say of a snippet in a file, without the file's name.
fn said(file: &str, text: &str) -> Vec<String> {
    let said = faults(file, text);
    said.iter().map(|fault| fault.strip_prefix(file).unwrap_or(fault).trim_start_matches(':').to_owned()).collect()
}

#[test]
fn planted_imports_are_seen_however_they_are_written() {
    for (file, text, expected) in [
        ("src/domain/x.rs", "use crate::rules::RuleSet;", "1: domain may not name rules"),
        ("src/rules/x.rs", "use crate::{\n    domain::Cohort,\n    load::Data,\n};", "1: rules may not name load"),
        ("src/rules/read/x.rs", "use super::super::super::cli::run;", "1: rules may not name cli"),
        ("src/rules/mod.rs", "use super::{domain::Cohort, report};", "1: rules may not name report"),
        ("src/load/x.rs", "\n/* a */ fn f() { crate /* b */ ::classify::classify() }", "2: load may not name classify"),
        ("src/classify/x.rs", "fn f(x: &crate::load::Data<'_>) {}", "1: classify may not name load"),
        ("src/report/x.rs", "pub(crate) use crate::render::*;", "1: report may not name render"),
        ("src/render/x.rs", "use crate::domain::Brand;", "1: render may not name domain::Brand"),
        ("src/render/x.rs", "use crate::domain::*;", "1: render may not name domain::*"),
        ("src/render/x.rs", "use crate::domain::{self, UkDate};", "1: render may not name domain::*"),
        ("src/invites/x.rs", "use crate::render::write_report;", "1: invites may not name render::write_report"),
        ("src/invites/x.rs", "use crate::load::Extract;", "1: invites may not name load"),
        ("src/sample/x.rs", "use crate::load::Extract as R;", "1: sample may not name load"),
        ("src/toml_rows/x.rs", "use crate::rules::RuleSet;", "1: toml_rows may not name rules"),
        ("src/run/x.rs", "use crate::report::Report;", "1: run may not name report"),
        ("src/run/x.rs", "use crate::cli::Terminal;", "1: run may not name cli"),
        ("src/load/x.rs", "use crate::run::Population;", "1: load may not name run"),
        ("src/load/x.rs", "use crate::exit::Failure;", "1: load may not name exit"),
        ("src/load/x.rs", "use crate as all;", "1: load may not name the whole crate"),
        ("src/load/x.rs", "extern crate self as all;", "1: load may not name the whole crate"),
        ("src/load/x.rs", "mod inner { use super::super::super::report::Report; }", "1: load may not name report"),
        ("src/main.rs", "use vaxdash::load::Data;", "1: main may not name load"),
        ("src/attic/x.rs", "", " the room attic is not in the table of who may import whom"),
        // Nothing is wrong with these.
        ("src/load/x.rs", "use crate::{domain::{self, Brand}, rules};\nuse super::super::load::Data;", ""),
        ("src/render/x.rs", "use crate::{domain::{UkDate, Input as I}, report::Report};", ""),
        ("src/invites/x.rs", "use crate::render::{OutputFile, stage_files};", ""),
        ("src/cli/x.rs", "use crate::{load, report, exit};", ""),
        ("src/run/x.rs", "use crate::{load::Survey, classify, rules::RuleSet};", ""),
        ("src/sample/x.rs", "use crate::rules::RuleSet as R;", ""),
        ("src/lib.rs", "pub use cli::run; use crate::cli::command;", ""),
        ("src/main.rs", "use vaxdash::{Terminal, run};", ""),
        ("src/domain/x.rs", "// use crate::rules::X;\n//! crate::cli\nconst A: &str = r#\"crate::cli\"#;", ""),
        ("src/domain/x.rs", "pub(in crate::domain) fn f<'a>(x: &'a str) -> char { '\"' } // crate::cli", ""),
    ] {
        assert_eq!(said(file, text).join("; "), expected, "{file}: {text}");
    }
}

#[test]
fn planted_clocks_files_prints_and_panics_are_seen() {
    for (file, text, expected) in [
        ("src/load/x.rs", "fn f() { chrono::Utc::now(); }", "1: the clock is read in cli only (now)"),
        ("src/load/x.rs", "use std::time::SystemTime;", "1: the clock is read in cli only (SystemTime)"),
        ("src/report/x.rs", "use std::time::{Duration,\n Instant};", "2: the clock is read in cli only (Instant)"),
        ("src/rules/x.rs", "use chrono::Local;", "1: the clock is read in cli only (Local)"),
        ("src/cli/clock.rs", "fn f() { Utc::now(); }", ""),
        (
            "src/load/x.rs",
            "fn f() { std::process::exit(1) }",
            "1: load may not touch std::process; 1: the process is ended",
        ),
        ("src/cli/x.rs", "use std::process::{ExitCode, exit};", "1: the process is ended"),
        ("src/cli/x.rs", "use std::process;\nfn f() { process::abort() }", "2: the process is ended"),
        ("src/classify/x.rs", "use std::{collections::HashMap, fs::File};", "1: classify may not touch std::fs"),
        ("src/run/x.rs", "use std::fs;", "1: run may not touch std::fs"),
        ("src/sample/x.rs", "use std::env;", "1: sample may not touch std::env"),
        ("src/render/x.rs", "use std::net::TcpStream;", "1: render may not touch std::net"),
        ("src/cli/x.rs", "fn f() { println!(\"a\") }", "1: println! outside tests"),
        (
            "src/cli/x.rs",
            "fn f() { std::eprintln ! (); print!(); eprint!() }",
            "1: eprintln! outside tests; 1: print! outside tests; 1: eprint! outside tests",
        ),
        ("src/load/x.rs", "fn f() { dbg!(1); }", "1: dbg! outside tests"),
        ("src/load/x.rs", "fn f() { x\n  .unwrap(); }", "2: unwrap outside tests"),
        (
            "src/load/x.rs",
            "fn f() { x.expect(\"a\"); y.map(Option::unwrap); }",
            "1: expect outside tests; 1: unwrap outside tests",
        ),
        ("src/load/x.rs", "fn f() { panic!() }", "1: panic! outside tests"),
        ("src/load/x.rs", "fn f() { todo!() }", "1: todo! outside tests"),
        ("src/load/x.rs", "fn f() { unimplemented!() }", "1: unimplemented! outside tests"),
        // Nothing is wrong with these.
        ("src/load/x.rs", "fn f() { x.unwrap_or(1); write!(f, \"println!()\"); std::panic::catch_unwind(g); }", ""),
        ("src/load/x.rs", "fn f() {}\n#[cfg(test)]\nmod tests { fn g() { x.unwrap(); panic!() } }", ""),
        ("src/load/x.rs", "#[cfg(test)]\n#[allow(dead_code)]\nfn f(x: [u8; 3]) { dbg!(x); }\nfn g() {}", ""),
        // … but a part that is not only a test's is no test.
        ("src/load/x.rs", "#[cfg(not(test))]\nfn f() { panic!() }", "2: panic! outside tests"),
        ("src/load/x.rs", "#[cfg(test)]\nfn f() {}\nfn g() { panic!() }", "3: panic! outside tests"),
        ("src/load/x.rs", "#[cfg(test)]\nuse a::{b, c};\nfn g() { panic!() }", "3: panic! outside tests"),
    ] {
        assert_eq!(said(file, text).join("; "), expected, "{file}: {text}");
    }
}

#[test]
fn planted_names_and_lengths_are_seen() {
    let top = ["src/a.rs", "notes.txt", ".ci/run", "target/debug/a", "README.md"];
    assert_eq!(
        strangers(&top),
        ["notes.txt has no place at the top of the repository", "target has no place at the top of the repository"]
    );
    let names =
        ["src/util.rs", "src/common/a.rs", "tests/helpers.rs", "src/date_utils.rs", "samples/Misc.csv", "a/manager.rs"];
    assert_eq!(empty_names(&names).len(), names.len());
    assert_eq!(
        empty_names(&["src/commonest.rs", "src/load/utility_bill.rs", "tests/support/harness.rs"]),
        Vec::<String>::new()
    );
    assert_eq!(too_long("a.rs", &"\n".repeat(400)), None);
    assert_eq!(too_long("a.rs", &"\n".repeat(401)).as_deref(), Some("a.rs has 401 lines: split it"));
}

#[test]
fn test_modules_with_files_of_their_own_are_known() {
    let (_, modules) = without_tests(&tokens("mod a;\n#[cfg(test)]\nmod tests;\nmod b;"));
    assert_eq!(modules, ["tests"]);
    assert_eq!(paths::module_of("src/rules/tests/hostile.rs"), ["rules", "tests", "hostile"]);
}
