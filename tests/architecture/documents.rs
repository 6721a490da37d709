//! `docs/architecture.md` and `CONTRIBUTING.md` say what is so.

use std::collections::BTreeSet;

use super::{ROOMS, sources};
use crate::harness::vaxdash_in;
use crate::repository;

const DOCUMENTS: [&str; 2] = ["docs/architecture.md", "CONTRIBUTING.md"];

/// What stands between backticks in a document, blocks apart.
fn quoted(document: &str) -> Vec<String> {
    let text = repository::text(document);
    let outside = text.split("```").step_by(2);
    outside.flat_map(|part| part.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn every_path_that_is_named_is_there() {
    let files = repository::files();
    let mut seen = 0;
    for (document, path) in DOCUMENTS.iter().flat_map(|one| quoted(one).into_iter().map(move |path| (one, path))) {
        let top = path.split('/').next().unwrap_or_default();
        let is_path = path.contains('/') && !path.contains([' ', '@']) && !path.contains("NAME");
        if !is_path || !["src", "tests", "docs", "samples", "benches", ".ci", "man"].contains(&top) {
            continue;
        }
        let is_there = files.iter().any(|file| *file == path || path.ends_with('/') && file.starts_with(&path));
        // A room that is not tracked yet.
        assert!(is_there || repository::root().join(&path).exists(), "{document}: there is no {path}");
        seen += 1;
    }
    assert!(seen > 20, "{seen} paths");
}

#[test]
fn the_arrows_are_those_that_are_held() {
    let text = repository::text("docs/architecture.md");
    let (_, below) = text.split_once("## Who may import whom").unwrap();
    let rows: Vec<Vec<&str>> = below
        .lines()
        .skip_while(|line| !line.starts_with("|---"))
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let rooms: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).filter(|room| *room != "main").collect();
    assert_eq!(rows.iter().map(|row| row[0]).collect::<BTreeSet<_>>(), rooms);
    for (room, allowed) in ROOMS.iter().filter(|(room, _)| *room != "main") {
        let row = rows.iter().find(|row| row[0] == *room).unwrap();
        let words: BTreeSet<&str> = row[1].split([' ', ',']).filter(|word| rooms.contains(word)).collect();
        assert_eq!(words, allowed.iter().map(|(other, _)| *other).collect(), "{room}");
    }
    // Every room has its line in the tree.
    for room in rooms.iter().filter(|room| **room != "exit") {
        assert!(text.contains(&format!("| `src/{room}/` |")), "{room}");
    }
}

#[test]
fn every_command_to_contribute_with_is_one() {
    let tests: Vec<String> =
        repository::files().into_iter().filter(|file| file.starts_with("tests/") || file.starts_with("src/")).collect();
    let mut seen = 0;
    for command in quoted("CONTRIBUTING.md") {
        let words: Vec<&str> = command.split(' ').skip_while(|word| word.contains('=')).collect();
        match words[..] {
            ["cargo", "run", "--", ref args @ ..] => {
                let run = vaxdash_in(repository::root(), args, "").ended(0);
                assert!(!run.out.is_empty());
            }
            ["cargo", "test", ref args @ ..] => {
                // Some test is called so: its file, or itself.
                let name = args.iter().rev().find(|word| !word.starts_with('-') && **word != "main");
                let Some(name) = name else { continue };
                let path = name.trim_end_matches("::").replace("::", "/");
                let is_file = |file: &String| file.contains(&format!("/{path}"));
                let is_test = |file: &String| repository::text(file).contains(&format!("fn {path}"));
                assert!(tests.iter().any(is_file) || tests.iter().any(is_test), "{command}: no test is called so");
            }
            ["cargo", "build" | "fmt" | "clippy", ..] => {}
            [script] if script.starts_with(".ci/") || script.starts_with("benches/") => {
                assert!(repository::root().join(script).is_file(), "{script}");
            }
            _ => continue,
        }
        seen += 1;
    }
    assert!(seen >= 11, "{seen} commands");
}

#[test]
fn every_file_of_the_crate_is_in_a_room_that_the_document_names() {
    let text = repository::text("docs/architecture.md");
    for (file, _) in sources() {
        let room = file.strip_prefix("src/").and_then(|rest| rest.split_once('/')).map(|(room, _)| room);
        assert!(room.is_none_or(|room| text.contains(&format!("`src/{room}/`"))), "{file}");
    }
}
