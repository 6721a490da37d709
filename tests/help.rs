//! Help: a front page that fits a screen, and examples that work.

use std::fs;

use crate::harness::{Folder, vaxdash, vaxdash_in};

#[test]
fn the_front_page_names_every_command_once_and_fits() {
    let page = vaxdash(&["--help"]).ended(0).out;
    for line in page.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let command = vaxdash::command();
    // A line a command, and little besides.
    let most = command.get_subcommands().count() + 14;
    assert!(page.lines().count() <= most, "{} lines", page.lines().count());
    for name in command.get_subcommands().map(clap::Command::get_name) {
        let lines = page.lines().filter(|line| line.get(8..).is_some_and(|rest| rest.starts_with(&format!("{name} "))));
        assert_eq!(lines.count(), 1, "{name}\n{page}");
    }
    for task in ["See", "List", "Invite", "Check", "Set up"] {
        assert!(page.lines().any(|line| line.starts_with(&format!("{task} "))), "{task}");
    }
    assert_eq!(vaxdash(&[]).ended(2).err, page);
}

/// The examples of a command, as typed.
fn examples(command: &clap::Command) -> Vec<String> {
    let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let (_, examples) = text.split_once("Examples:\n").unwrap_or_else(|| panic!("{}", command.get_name()));
    examples.lines().take_while(|line| line.starts_with("  vaxdash ")).map(|line| line.trim().to_owned()).collect()
}

/// A folder where the examples find what they name.
fn desk() -> Folder {
    let folder = Folder::new();
    let sample = |name: &str, seed: &str| {
        let to = folder.file(name);
        let args = ["sample", "-o", to.to_str().unwrap(), "--patients", "300", "--practices", "2"];
        vaxdash(&[&args[..], &["--as-at", "today", "--seed", seed]].concat()).ended(0);
    };
    for (name, seed) in [("extracts", "1"), ("monday", "1"), ("tuesday", "2")] {
        sample(name, seed);
    }
    let rules = folder.file("my-rules");
    vaxdash(&["rules", "--export", rules.to_str().unwrap()]).ended(0);
    let patients = fs::read_to_string(folder.file("extracts/patients.csv")).unwrap();
    let own = patients.lines().filter(|line| line.contains("Q10001"));
    let mut numbers = own.filter_map(|line| line.split(',').find(|cell| cell.len() == 10 && cell.starts_with("999")));
    let data = folder.file("extracts");
    let is_own = |number: &&str| vaxdash(&["history", number, "--data", data.to_str().unwrap()]).code == 0;
    let number = numbers.find(is_own).unwrap().to_owned();
    let preset = "[preset.weekly]\ndata = \"extracts\"\n[[preset.weekly.step]]\ncommand = \"uptake\"\n";
    let reviewed = format!("NHS Number,Date reviewed\n{number},01/05/2022\n");
    let invited = format!("NHS Number,Target,Dose,As at\n{number},accubook,second,2022-05-01\n");
    folder
        .with("invited.csv", invited)
        .with("number.txt", number)
        .with("reviewed.csv", reviewed)
        .with("password.txt", "secret\n")
        .with("vaxdash.toml", preset)
}

#[test]
fn every_command_has_two_examples_that_work() {
    let desk = desk();
    let number = fs::read_to_string(desk.file("number.txt")).unwrap();
    for command in vaxdash::command().get_subcommands() {
        let examples = examples(command);
        assert!(examples.len() >= 2, "{}", command.get_name());
        for example in examples {
            // What the shell does with the output is the shell's business, and
            // the number of the example is nobody's.
            let line = example
                .split([" | ", " > ", " >> "].iter().find(|mark| example.contains(**mark)).unwrap_or(&" | "))
                .next()
                .unwrap();
            let line = line.replace("9990000018", &number).replace("/usr/local/share/man/man1", "pages");
            // A million people take their time.
            let line = line.replace("1000000", "1000");
            let args: Vec<&str> = line.split(' ').skip(1).collect();
            if let Some(place) = args.iter().position(|arg| *arg == "-o") {
                let target = desk.file(args[place + 1]);
                drop(fs::remove_file(&target).or_else(|_| fs::remove_dir_all(&target)));
            }
            let run = vaxdash_in(desk.path(), &args, "");
            let is_check = command.get_name() == "check";
            assert!(run.code == 0 || (is_check && run.code == 3), "{example}: {} {}", run.code, run.err);
        }
    }
}

#[test]
fn every_option_of_a_command_stands_under_a_heading() {
    for command in vaxdash::command().get_subcommands() {
        for arg in command.get_arguments().filter(|arg| arg.get_long().is_some() && arg.get_id() != "help") {
            assert!(arg.get_help_heading().is_some(), "{}: {}", command.get_name(), arg.get_id());
        }
    }
}

#[test]
fn every_command_has_a_first_line_and_a_paragraph() {
    for command in vaxdash::command().get_subcommands() {
        let first = command.get_about().unwrap().to_string();
        assert!(first.lines().count() == 1 && !first.ends_with('.'), "{}: {first}", command.get_name());
        let whole = command.get_long_about().unwrap_or_else(|| panic!("{}", command.get_name())).to_string();
        let paragraph = whole.strip_prefix(&first).unwrap().trim_start_matches('.').trim();
        assert!(paragraph.ends_with('.'), "{}: {whole}", command.get_name());
    }
}

#[test]
fn wrong_words_are_put_right() {
    for (args, hint) in [
        (&["uptak"][..], "uptake"),
        (&["uptake", "--dat", "x"], "--data"),
        (&["uptake", "--data", "x", "--format", "jsn"], "json"),
        (&["second-doses"], "second-dose"),
        (&["rules", "--rule", "x"], "--rules"),
    ] {
        let run = vaxdash(args).ended(2);
        assert!(run.err.contains(hint), "{args:?}: {}", run.err);
    }
}
