//! Every command that the README, the documentation and the guide show is run, and gives what
//! they show.
//!
//! `VAXDASH_BLESS=1 cargo test readme` writes what the commands give into them.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::harness::{binary, seal, vaxdash_in};
use crate::repository;

/// The page of the nightly script.
pub const NIGHTLY: &str = "docs/guide/nightly.md";

const START: &str = "```console\n";

/// A folder with the sample data where the pages expect it.
fn with_samples() -> TempDir {
    let folder = TempDir::new().unwrap();
    let (from, to) = (repository::root().join("samples/pcn"), folder.path().join("samples/pcn"));
    fs::create_dir_all(&to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
    fs::copy(repository::root().join("samples/invited.csv"), folder.path().join("samples/invited.csv")).unwrap();
    // What the guide names as the reader's own.
    fs::write(folder.path().join("password.txt"), "correct horse\n").unwrap();
    fs::write(folder.path().join("mine.txt"), "Q10001\nQ10003\n").unwrap();
    folder
}

/// A line that stands for lines left out.
const LEFT_OUT: &str = "…";

/// Whether what a page shows is what a command gives, but for the lines left out.
fn fits(shown: &str, answer: &str) -> bool {
    let lines: Vec<&str> = answer.lines().collect();
    let shown: Vec<&str> = shown.lines().collect();
    let parts: Vec<&[&str]> = shown.split(|line| *line == LEFT_OUT).collect();
    let mut from = 0;
    for (place, part) in parts.iter().enumerate() {
        let (first, last) = (place == 0, place + 1 == parts.len());
        if last && !first {
            return lines.len() >= from + part.len() && lines.ends_with(part);
        }
        let Some(room) = lines.len().checked_sub(part.len()) else { return false };
        let mut places = from..=if first { 0 } else { room };
        let Some(at) = places.find(|at| *at <= room && lines[*at..].starts_with(part)) else { return false };
        from = at + part.len();
        if first && last {
            return from == lines.len();
        }
    }
    true
}

/// What a command gives, without doubts: for a page that leaves lines out.
fn without_doubts(answer: &str) -> String {
    let (mut made, mut in_doubt) = (String::new(), false);
    for line in answer.lines() {
        let begins = line.starts_with("Note: doubt") || line.starts_with("vaxdash: doubt");
        let goes_on = in_doubt && !line.is_empty() && !line.starts_with("Note: ") && !line.starts_with("vaxdash: ");
        // What a doubt says on standard error is one line.
        let goes_on = goes_on && !line.starts_with("Invitations ");
        if begins && !in_doubt {
            made += "…\n";
        }
        in_doubt = begins || goes_on;
        if !in_doubt {
            made += line;
            made.push('\n');
        }
    }
    made
}

/// Writes the files that a page shows: blocks of TOML that begin with the name of
/// their file, or with `NAME, at its end`, which are added to it.
fn write_files(text: &str, folder: &Path) {
    for block in text.split("```toml\n# ").skip(1) {
        let block = block.split_once("\n```").unwrap().0;
        let (name, body) = block.split_once('\n').unwrap();
        let is_end = name.strip_suffix(", at its end");
        let path = folder.join(is_end.unwrap_or(name));
        if path.extension().is_none_or(|end| end != "toml") {
            continue;
        }
        let before = if is_end.is_some() { fs::read_to_string(&path).unwrap() } else { String::new() };
        fs::write(path, [&before, body, "\n"].concat()).unwrap();
    }
}

/// Runs the commands of a page in its order; compares what they give with
/// what it shows, or writes it there. Gives the number of commands.
#[track_caller]
fn check_page(page: &Path, folder: &Path) -> usize {
    let kept = fs::read_to_string(page).unwrap();
    let mut made = String::new();
    let mut rest = kept.as_str();
    let mut commands = 0;
    while let Some((before, block)) = rest.split_once(START) {
        write_files(before, folder);
        let (shown, after) = block.split_once("```").unwrap();
        let (command, shown) = shown.split_once('\n').unwrap();
        let args: Vec<&str> = command.strip_prefix("$ vaxdash ").unwrap().split(' ').collect();
        let run = vaxdash_in(folder, &args, "");
        // The samples are fit to report and to invite; extracts with faults are not, as `check` says.
        assert!(run.code == 0 || (run.code == 3 && args[0] == "check"), "{}: {command}: {}", page.display(), run.err);
        // A command that writes files answers on standard error.
        let answer = if run.out.is_empty() { run.err } else { run.out };
        let leaves_out = shown.lines().any(|line| line == LEFT_OUT);
        let answer = match leaves_out {
            true if fits(shown, &answer) => shown.to_owned(),
            true => without_doubts(&answer),
            false => answer,
        };
        made += &[before, START, command, "\n", &answer, "```"].concat();
        commands += 1;
        rest = after;
    }
    made.push_str(rest);
    if std::env::var_os("VAXDASH_BLESS").is_some() {
        fs::write(page, &made).unwrap();
    } else {
        let differs = made.lines().zip(kept.lines()).find(|(now, then)| now != then);
        assert!(
            made == kept,
            "{}: VAXDASH_BLESS=1 cargo test readme writes the new output; (now, kept): {differs:?}",
            page.display()
        );
    }
    commands
}

#[test]
fn lines_left_out_are_lines_and_the_others_are_compared() {
    let answer = "one\ntwo\nthree\nfour\n";
    for shown in [answer, "one\n…\n", "…\nfour\n", "one\n…\nthree\n…\n", "…\ntwo\nthree\n…\nfour\n", "…\n"]
    {
        assert!(fits(shown, answer), "{shown}");
    }
    for shown in ["one\n", "two\n…\n", "one\n…\nthree\n", "one\n…\ntow\n…\n", "one\ntwo\nthree\n…\nthree\nfour\n"]
    {
        assert!(!fits(shown, answer), "{shown}");
    }
    let doubts = "a\nNote: one\nNote: doubt x: y\nz\nNote: doubt x: y\nNote: two\n";
    assert_eq!(without_doubts(doubts), "a\nNote: one\n…\nNote: two\n");
}

#[test]
fn the_readme_is_short_and_shows_what_the_commands_give() {
    let folder = with_samples();
    let page = repository::root().join("README.md");
    assert!(check_page(&page, folder.path()) >= 1, "the README shows commands");
    assert!(fs::read_to_string(page).unwrap().lines().count() <= 200);
}

/// The pages of a folder of the documentation.
fn pages(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(repository::root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    pages.sort();
    pages
}

#[test]
fn the_pages_of_the_documentation_show_what_the_commands_give() {
    let mut commands = 0;
    for page in pages("docs") {
        let folder = with_samples();
        commands += check_page(&page, folder.path());
        assert!(fs::read_to_string(&page).unwrap().lines().count() <= 400, "{}", page.display());
        if page.ends_with("tour-people.md") {
            assert!(folder.path().join("out/accubook_Q10001_second_2022-05-11.csv").is_file());
        }
    }
    assert!(commands >= 16, "{commands}");
}

/// The block of a page in this language, below this heading.
pub fn block(page: &str, heading: &str, language: &str) -> String {
    let page = fs::read_to_string(repository::root().join(page)).unwrap();
    let (_, below) = page.split_once(&format!("{heading}\n")).unwrap();
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
    let script = block(NIGHTLY, "# A night that runs itself", "sh");
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
        let script = block(NIGHTLY, "# A night that runs itself", language);
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

/// What a new user types first works, on data of his own.
#[test]
fn the_four_commands_of_the_readme_work() {
    let typed = block("README.md", "## Your own data in four commands", "sh");
    let folder = with_extracts();
    let mut commands = 0;
    for line in typed.lines() {
        let args: Vec<&str> = line.split(' ').skip(1).collect();
        let run = vaxdash_in(folder.path(), &args, "");
        assert!(run.code == 0 || (args[0] == "check" && run.code == 3), "{line}: {}", run.err);
        commands += 1;
    }
    assert_eq!(commands, 4);
    assert!(folder.path().join("dashboard.html").is_file() && folder.path().join("rejected.csv").is_file());
}

#[test]
fn the_guide_shows_what_the_commands_give() {
    let contents = repository::text("docs/guide/README.md");
    let mut count = 0;
    for page in pages("docs/guide") {
        let name = page.file_name().unwrap().to_str().unwrap();
        if name == "README.md" {
            continue;
        }
        assert!(contents.contains(&format!("]({name})")), "{name} is not among the contents");
        let folder = with_samples();
        let commands = check_page(&page, folder.path());
        assert!(commands >= 2 || name == "nightly.md", "{name} shows commands");
        count += 1;
    }
    assert_eq!(contents.matches("](").count(), count);
    assert!(count >= 10);
}

#[test]
fn the_readme_names_every_exit_code_and_the_architecture_every_dependency() {
    let (readme, in_full) = (repository::text("README.md"), repository::text("docs/commands.md"));
    for code in ["| 0 |", "| 2 |", "| 3 |", "| 4 |", "| 5 |", "| 70 |"] {
        assert!(readme.contains(code) && in_full.contains(code), "{code}");
    }
    let architecture = repository::text("docs/architecture.md");
    let manifest: toml::Table = fs::read_to_string(repository::root().join("Cargo.toml")).unwrap().parse().unwrap();
    let of_systems = manifest["target"].as_table().unwrap().values();
    for part in of_systems.chain([&toml::Value::Table(manifest.clone())]) {
        let sections = ["dependencies", "dev-dependencies"].into_iter().filter_map(|section| part.get(section));
        for name in sections.flat_map(|section| section.as_table().unwrap().keys()) {
            let named = architecture.lines().any(|line| line.starts_with("| ") && line.contains(name.as_str()));
            assert!(named, "docs/architecture.md does not say why {name} is used");
        }
    }
}
