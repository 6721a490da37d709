//! Nothing of the environment or the settings of whoever runs the tests changes
//! what they find: tests are run again beside settings that would change every
//! report.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::{Folder, Invocation, vaxdash};
use crate::{data, repository};

/// Settings that nobody would want in a test.
const STRAY: &str =
    "as_at = \"01/01/2021\"\ndisclosure = \"nhs\"\nformat = \"json\"\nquiet = true\n[uptake]\nby = \"pcn\"\n";

/// The same and more, where the environment says it.
const VARIABLES: [(&str, &str); 8] = [
    ("VAXDASH_AS_AT", "01/01/2021"),
    ("VAXDASH_FORMAT", "json"),
    ("VAXDASH_DISCLOSURE", "nhs"),
    ("VAXDASH_DATA", "/no/such/place"),
    ("VAXDASH_RULES", "/no/such/rules"),
    ("LC_ALL", "tr_TR.UTF-8"),
    ("COLUMNS", "41"),
    ("RUST_BACKTRACE", "full"),
];

/// Tests that would see it: each way in which a test runs the program.
const TESTS: [&str; 9] = [
    "cli_config::flags_before_environment_before_project_before_user",
    "cli_config::a_flag_that_is_set_is_on",
    "cli_errors::streams::all_well_says_nothing_but_doubts_on_standard_error",
    "cli_errors::streams::nothing_of_the_environment_is_needed",
    "drift::golden_outputs",
    "faults::a_folder_that_may_not_be_written_to_is_5",
    "inputs::every_file::invalid_utf_8_in_any_column_of_the_data_is_read_or_refused_in_words",
    "panics::a_panic_prints_none_of_its_message_and_ends_in_70",
    "sealed::a_run_is_told_of_nothing",
];

/// A user's folders with settings in all the places where they are looked for.
fn home() -> Folder {
    let home = Folder::new();
    for place in [".config/vaxdash", "xdg/vaxdash", "roaming/vaxdash"] {
        fs::create_dir_all(home.file(place)).unwrap();
        fs::write(home.file(place).join("vaxdash.toml"), STRAY).unwrap();
    }
    home
}

/// Gives a command all that is stray.
fn astray<'c>(command: &'c mut Command, home: &Folder) -> &'c mut Command {
    command.env("HOME", home.path()).env("XDG_CONFIG_HOME", home.file("xdg")).env("APPDATA", home.file("roaming"));
    command.envs(VARIABLES)
}

#[test]
fn a_run_is_told_of_nothing() {
    let folder = data::extract(&[data::patient(1)], &data::doses(1, &["20210301"]));
    let plain = data::on(&folder, "uptake", &[]).ended(0);
    assert!(plain.out.contains("As at 11/05/2022") && plain.out.contains("OFFICIAL-SENSITIVE"), "{}", plain.out);
    // By the date of the newest file, which nothing says: today.
    let undated = vaxdash(&["uptake", "--data", folder.arg()]).ended(0);
    assert!(undated.out.contains(&data::today().format("As at %d/%m/%Y").to_string()), "{}", undated.out);
    vaxdash(&["uptake"]).ended(2);
}

#[test]
fn a_stray_file_of_settings_and_stray_variables_change_no_test() {
    let home = home();
    let mut tests = Command::new(std::env::current_exe().unwrap());
    let run = astray(&mut tests, &home).args(TESTS).args(["--exact", "--test-threads=2"]).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    assert!(said.contains(&format!("{} passed", TESTS.len())), "a test has another name: {said}");
}

#[test]
fn the_same_settings_would_be_found_without_the_seal() {
    let folder = data::extract(&[data::patient(1)], &data::doses(1, &["20210301"]));
    let args = ["uptake", "--data", folder.arg()];
    let plain = vaxdash(&args).ended(0);
    let home = home();
    for (variable, place) in [("HOME", "."), ("XDG_CONFIG_HOME", "xdg")] {
        let found = Invocation::new().env(variable, home.file(place)).args(args).run();
        assert_ne!((found.code, found.out), (plain.code, plain.out.clone()), "{variable}");
    }
    for (variable, value) in VARIABLES.iter().filter(|(variable, _)| variable.starts_with("VAXDASH_")) {
        // Data that are named are those that are read.
        let args = if *variable == "VAXDASH_DATA" { &args[..1] } else { &args[..] };
        let bare = Invocation::new().args(args).run();
        let found = Invocation::new().env(variable, value).args(args).run();
        assert_ne!((found.code, found.out, found.err), (bare.code, bare.out, bare.err), "{variable}");
    }
}

/// Only the harness knows where the binary is, so that no run is not sealed.
#[test]
fn every_run_of_the_binary_is_the_harness_s() {
    let words = [["CARGO", "_BIN_EXE"].concat(), ["cargo", "_bin"].concat(), ["current", "_exe"].concat()];
    let own = ["tests/support/harness.rs", "tests/sealed.rs"];
    let tests = repository::files()
        .into_iter()
        .filter(|file| file.starts_with("tests/") && Path::new(file).extension().is_some_and(|end| end == "rs"));
    for file in tests.filter(|file| !own.contains(&file.as_str())) {
        let text = repository::text(&file);
        for word in &words {
            assert!(!text.contains(word), "{file}: {word}: run the binary with harness::Invocation");
        }
    }
}
