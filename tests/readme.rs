//! Every command that the README and the recipes show is run, and gives what
//! they show.
//!
//! `VAXDASH_BLESS=1 cargo test readme` writes what the commands give into them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::harness::{binary, seal, vaxdash_in};
use crate::repository;

const START: &str = "```console\n";
const SETTINGS: &str = "```toml\n# vaxdash.toml\n";

/// A folder with the sample data where the pages expect it.
fn with_samples() -> TempDir {
    let folder = TempDir::new().unwrap();
    let (from, to) = (repository::root().join("samples/pcn"), folder.path().join("samples/pcn"));
    fs::create_dir_all(&to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
    // What the recipes name as the reader's own.
    fs::write(folder.path().join("password.txt"), "correct horse\n").unwrap();
    fs::write(folder.path().join("mine.txt"), "Q10001\nQ10003\n").unwrap();
    folder
}

/// Runs the commands of a page in its order; compares what they give with
/// what it shows, or writes it there. Gives the number of commands.
#[track_caller]
fn check_page(page: &Path, folder: &Path) -> usize {
    let kept = fs::read_to_string(page).unwrap();
    if let Some((_, block)) = kept.split_once(SETTINGS) {
        fs::write(folder.join("vaxdash.toml"), block.split_once("```").unwrap().0).unwrap();
    }
    let mut made = String::new();
    let mut rest = kept.as_str();
    let mut commands = 0;
    while let Some((before, block)) = rest.split_once(START) {
        let (shown, after) = block.split_once("```").unwrap();
        let command = shown.lines().next().unwrap();
        let args: Vec<&str> = command.strip_prefix("$ vaxdash ").unwrap().split(' ').collect();
        let run = vaxdash_in(folder, &args, "");
        // The samples are fit to report and to invite.
        assert_eq!(run.code, 0, "{}: {command}: {}", page.display(), run.err);
        // A command that writes files answers on standard error.
        let answer = if run.out.is_empty() { run.err } else { run.out };
        made += &[before, START, command, "\n", &answer, "```"].concat();
        commands += 1;
        rest = after;
    }
    made.push_str(rest);
    if std::env::var_os("VAXDASH_BLESS").is_some() {
        fs::write(page, &made).unwrap();
    } else {
        assert_eq!(made, kept, "{}: VAXDASH_BLESS=1 cargo test readme writes the new output", page.display());
    }
    commands
}

#[test]
fn the_readme_shows_what_the_commands_give() {
    let folder = with_samples();
    let commands = check_page(&repository::root().join("README.md"), folder.path());
    assert!(commands >= 6, "the README shows commands");
    assert!(folder.path().join("out/accubook_Q10001_second_2022-05-11.csv").is_file());
}

/// The block of the README in this language, below this heading.
pub fn block(heading: &str, language: &str) -> String {
    let readme = fs::read_to_string(repository::root().join("README.md")).unwrap();
    let (_, below) = readme.split_once(&format!("{heading}\n")).unwrap();
    let (_, block) = below.split_once(&format!("```{language}\n")).unwrap();
    block.split_once("```").unwrap().0.to_owned()
}

/// Extracts of today, so that people may be invited.
fn with_extracts() -> TempDir {
    let folder = TempDir::new().unwrap();
    let args = ["sample", "-o", "extracts", "--patients", "300", "--practices", "2", "--as-at", "today", "-q"];
    assert_eq!(vaxdash_in(folder.path(), &args, "").code, 0);
    folder
}

/// The nightly script in a shell: it does its work, and ends with the code of what failed.
#[cfg(unix)]
#[test]
fn the_nightly_script_ends_with_the_exit_code_of_what_failed() {
    let script = block("### In a nightly script", "sh");
    let path = format!("{}:{}", binary().parent().unwrap().display(), std::env::var("PATH").unwrap());
    let run = |folder: &Path| {
        let mut shell = std::process::Command::new("sh");
        seal(&mut shell);
        let shell = shell.args(["-c", &script]).current_dir(folder).env("PATH", &path);
        shell.output().unwrap().status.code().unwrap()
    };
    let folder = with_extracts();
    assert_eq!(run(folder.path()), 0);
    let made: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "extracts")
        .map(|name| name.split('-').next().unwrap().to_owned())
        .collect();
    for wanted in ["check.txt", "uptake", "invites", "log.csv"] {
        assert!(made.iter().any(|name| name == wanted), "{wanted}: {made:?}");
    }
    // The same night again: nothing is replaced, and nobody is invited twice.
    assert_eq!(run(folder.path()), 4);
    // Nobody may be seen.
    fs::remove_file(folder.path().join("extracts/practices.csv")).unwrap();
    assert_eq!(run(folder.path()), 4);
    fs::remove_dir_all(folder.path().join("extracts")).unwrap();
    assert_eq!(run(folder.path()), 5);
}

/// There is no PowerShell to run it: its commands are those of the other, and work.
#[test]
fn the_script_in_powershell_runs_the_same_commands() {
    let commands = |language: &str, today: &str| -> Vec<String> {
        let script = block("### In a nightly script", language);
        let lines = script.lines().filter(|line| line.starts_with("vaxdash "));
        let bare = lines.map(|line| line.split(" || ").next().unwrap().replace('"', "").replace(today, "TODAY"));
        bare.collect()
    };
    let typed = commands("powershell", "$day");
    assert_eq!(typed, commands("sh", "$(date +%F)"));
    let folder = with_extracts();
    for line in typed {
        let args: Vec<&str> = line.split(' ').skip(1).collect();
        let code = vaxdash_in(folder.path(), &args, "").code;
        assert!(code == 0 || (args[0] == "check" && code == 3), "{line}: {code}");
    }
}

#[test]
fn the_recipes_of_the_readme_show_what_the_commands_give() {
    let recipes = repository::root().join("samples/recipes");
    let contents = fs::read_to_string(recipes.join("README.md")).unwrap();
    let mut pages = 0;
    for entry in fs::read_dir(&recipes).unwrap() {
        let page = entry.unwrap().path();
        let name = page.file_name().unwrap().to_str().unwrap();
        if name == "README.md" {
            continue;
        }
        assert!(contents.contains(&format!("]({name})")), "{name} is not among the contents");
        let folder = with_samples();
        assert!(check_page(&page, folder.path()) >= 2, "{name} shows commands");
        pages += 1;
    }
    assert_eq!(contents.matches("](").count(), pages);
    assert!(pages >= 9);
}

#[test]
fn the_readme_names_every_exit_code_and_dependency() {
    let readme = fs::read_to_string(repository::root().join("README.md")).unwrap();
    for code in ["| 0 |", "| 2 |", "| 3 |", "| 4 |", "| 5 |", "| 70 |"] {
        assert!(readme.contains(code), "{code}");
    }
    let manifest: toml::Table = fs::read_to_string(repository::root().join("Cargo.toml")).unwrap().parse().unwrap();
    let of_systems = manifest["target"].as_table().unwrap().values();
    for part in of_systems.chain([&toml::Value::Table(manifest.clone())]) {
        let sections = ["dependencies", "dev-dependencies"].into_iter().filter_map(|section| part.get(section));
        for name in sections.flat_map(|section| section.as_table().unwrap().keys()) {
            let named = readme.lines().any(|line| line.starts_with("| ") && line.contains(name.as_str()));
            assert!(named, "the README does not say why {name} is used");
        }
    }
}
