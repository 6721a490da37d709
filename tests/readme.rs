//! Every command that the README shows is run, and gives what the README shows.
//!
//! `VAXDASH_BLESS=1 cargo test readme` writes what the commands give into the README.

use std::fs;

use tempfile::TempDir;

use crate::harness::vaxdash_in;
use crate::repository;

const START: &str = "```console\n";

/// A folder with the sample data where the README expects it.
fn with_samples() -> TempDir {
    let folder = TempDir::new().unwrap();
    let (from, to) = (repository::root().join("samples/pcn"), folder.path().join("samples/pcn"));
    fs::create_dir_all(&to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
    folder
}

#[test]
fn the_readme_shows_what_the_commands_give() {
    let readme = fs::read_to_string(repository::root().join("README.md")).unwrap();
    let folder = with_samples();
    let mut made = String::new();
    let mut rest = readme.as_str();
    let mut commands = 0;
    while let Some((before, block)) = rest.split_once(START) {
        let (shown, after) = block.split_once("```").unwrap();
        let command = shown.lines().next().unwrap();
        let args: Vec<&str> = command.strip_prefix("$ vaxdash ").unwrap().split(' ').collect();
        let run = vaxdash_in(folder.path(), &args, "").ended(0);
        // A command that writes files answers on standard error.
        let answer = if args.contains(&"-o") { run.err } else { run.out };
        made += &[before, START, command, "\n", &answer, "```"].concat();
        commands += 1;
        rest = after;
    }
    made.push_str(rest);
    assert!(commands >= 6, "the README shows commands");
    assert!(folder.path().join("out/accubook_Q10001_second_2022-05-11.csv").is_file());
    if std::env::var_os("VAXDASH_BLESS").is_some() {
        fs::write(repository::root().join("README.md"), &made).unwrap();
    } else {
        assert_eq!(made, readme, "VAXDASH_BLESS=1 cargo test readme writes the new output");
    }
}

#[test]
fn the_readme_names_every_exit_code_and_dependency() {
    let readme = fs::read_to_string(repository::root().join("README.md")).unwrap();
    for code in ["| 0 |", "| 2 |", "| 3 |", "| 4 |", "| 5 |", "| 70 |"] {
        assert!(readme.contains(code), "{code}");
    }
    let manifest: toml::Table = fs::read_to_string(repository::root().join("Cargo.toml")).unwrap().parse().unwrap();
    for section in ["dependencies", "dev-dependencies"] {
        for name in manifest[section].as_table().unwrap().keys() {
            let named = readme.lines().any(|line| line.starts_with("| ") && line.contains(name.as_str()));
            assert!(named, "the README does not say why {name} is used");
        }
    }
}
