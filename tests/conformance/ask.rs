//! Putting a line's question to the binary.

use std::fs;

use serde_json::Value;

use crate::conformance::case::Case;
use crate::conformance::world::{Inhabitant, World};
use crate::harness::{Folder, Invocation, Run, table, vaxdash};

/// A folder of all lines of a date may hold more of the dead than is plausible.
const ACCEPT: &str = "--accept";
const DEAD: &str = "status-implausible";

/// What the binary says, `-` for nothing.
struct Said {
    answer: String,
    due: String,
    rule: String,
}

impl Said {
    /// An answer that has neither a due date nor a rule.
    fn only(answer: String) -> Self {
        Self { answer, due: "-".to_owned(), rule: "-".to_owned() }
    }
}

/// The lines about a person that do not hold: id, and what differs.
pub fn differences(world: &World, person: &Inhabitant) -> Vec<(String, String)> {
    person.cases.iter().filter_map(|case| Some((case.id.clone(), difference(world, person, case)?))).collect()
}

fn difference(world: &World, person: &Inhabitant, case: &Case) -> Option<String> {
    let Case { id, source, as_at, question, .. } = case;
    let said = Asked { world, person, question }.answer();
    let mut differing = Vec::new();
    for (name, expected, found) in [
        ("answer", case.answer.replace("{nhs}", &person.number), said.answer),
        ("due date", case.due_date.clone(), said.due),
        ("rule", case.rule.clone(), said.rule),
    ] {
        // Only the answer is always looked at.
        if (name == "answer" || !expected.is_empty()) && expected != found {
            differing.push(format!("{name} is {found:?}, not {expected:?}"));
        }
    }
    (!differing.is_empty()).then(|| format!("{id} ({source}), as at {as_at}, {question}: {}", differing.join("; ")))
}

/// A question about a person.
struct Asked<'a> {
    world: &'a World,
    person: &'a Inhabitant,
    question: &'a str,
}

impl Asked<'_> {
    fn answer(&self) -> Said {
        let (words, options) = match self.question.split_once(" --") {
            Some((words, options)) => (words, format!("--{options}")),
            None => (self.question, String::new()),
        };
        let options: Vec<&str> = options.split(' ').filter(|option| !option.is_empty()).collect();
        let words: Vec<&str> = words.split(' ').collect();
        match &words[..] {
            ["exit"] => Said::only(self.history(&options).code.to_string()),
            ["receipt", key] => Said::only(text(&self.history(&with_json(&options)).json()[key])),
            ["refreshed"] => Said::only(refreshed(&self.history(&options).out)),
            ["list", ..] => Said::only(self.listed()),
            ["row", number, key] => Said::only(self.event(number, key, &options)),
            ["csv", question @ ..] => Said::only(self.csv_due_date(&question.join(" "))),
            ["invites"] => Said::only(self.invited(&options)),
            ["invite-file", target] => Said::only(self.invite_file(target, &options)),
            [
                command @ ("uptake" | "campaign" | "boosters" | "second-dose" | "immunosuppressed" | "cohorts"
                | "activity" | "trend"),
                ..,
            ] => Said::only(self.count(command)),
            ["Campaign", id, "group"] => Said::only(self.fact(&format!("Campaign {id}"), &options, group)),
            [question @ .., "days", "overdue"] => Said::only(self.fact(&question.join(" "), &options, days_overdue)),
            question => self.assessed(&question.join(" "), &options),
        }
    }

    /// A command on the folder, as at its date unless the options say another.
    fn run(&self, command: &[&str], options: &[&str]) -> Run {
        let mut args = command.to_vec();
        args.extend(["--data", self.world.folder.arg()]);
        if !command.iter().chain(options).any(|word| *word == "--as-at") {
            args.extend(["--as-at", &self.world.as_at]);
        }
        args.extend(options);
        vaxdash(&args)
    }

    fn history(&self, options: &[&str]) -> Run {
        self.run(&["history", &self.person.number], options)
    }

    /// The row of the assessment for this question.
    fn assessment(&self, question: &str, options: &[&str]) -> Option<Value> {
        let report = self.history(&with_json(options)).ended(0).json();
        let rows = table(&report, "assessment")["rows"].as_array().unwrap();
        rows.iter().find(|row| row["question"] == question).cloned()
    }

    fn assessed(&self, question: &str, options: &[&str]) -> Said {
        let Some(row) = self.assessment(question, options) else { return Said::only("-".to_owned()) };
        Said { answer: text(&row["answer"]), due: text(&row["due_date"]), rule: text(&row["rule"]) }
    }

    /// A fact from the reasons of an answer.
    fn fact(&self, question: &str, options: &[&str], find: fn(&str) -> Option<&str>) -> String {
        let because = self.assessment(question, options).map(|row| text(&row["because"]));
        // What the rule says stands before the dash, the facts after it.
        let facts = because.as_deref().and_then(|because| because.rsplit(" — ").next()).unwrap_or_default();
        facts.split("; ").find_map(find).unwrap_or("-").to_owned()
    }

    /// A cell of the table of events; the first row is 1.
    fn event(&self, number: &str, key: &str, options: &[&str]) -> String {
        let report = self.history(&with_json(options)).ended(0).json();
        let rows = table(&report, "history")["rows"].as_array().unwrap();
        let place: usize = number.parse().unwrap();
        rows.get(place - 1).map_or_else(|| "no such row".to_owned(), |row| text(&row[key]))
    }

    /// The due date of an answer in CSV, written under an American locale.
    fn csv_due_date(&self, question: &str) -> String {
        let output = Invocation::new()
            .envs(&[("LC_ALL", "en_US.UTF-8"), ("LANG", "en_US.UTF-8")])
            .args(["history", &self.person.number, "--as-at", &self.world.as_at, "--format", "csv"])
            .data(&self.world.folder)
            .output();
        let rows = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(&output.stdout[..]);
        // The person comes first, then the answers.
        let rows = rows.into_records().map(Result::unwrap).collect::<Vec<_>>();
        let due = rows.iter().find_map(|row| row.iter().position(|key| key == "due_date")).unwrap();
        let row = rows.iter().find(|row| &row[0] == question);
        row.map_or_else(|| "-".to_owned(), |row| row[due].to_owned())
    }

    /// How many of the person's practice would be written to the import file, or the exit code.
    fn invited(&self, options: &[&str]) -> String {
        let mut args =
            vec!["--practice", &self.person.practice, "--target", "accubook", "--allow-old-data", ACCEPT, DEAD];
        args.extend(options);
        args.push("--dry-run");
        let run = self.run(&["invites"], &args);
        if run.code != 0 {
            return format!("exit {}", run.code);
        }
        let written = run.out.lines().find(|line| line.to_lowercase().starts_with("written"));
        written.and_then(|line| line.split_whitespace().last()).unwrap_or("no such step").to_owned()
    }

    /// The lines of the import file, which end with CRLF, joined by bars.
    fn invite_file(&self, target: &str, options: &[&str]) -> String {
        let out = Folder::new();
        let mut args = vec!["--practice", &self.person.practice, "--target", target, "--allow-old-data", ACCEPT, DEAD];
        args.extend(options);
        args.extend(["--output", out.arg()]);
        let run = self.run(&["invites"], &args);
        if run.code != 0 {
            return format!("exit {}", run.code);
        }
        let mut files = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().path());
        let file = files.find(|file| file.to_string_lossy().contains(target));
        let text = file.map_or_else(String::new, |file| fs::read_to_string(file).unwrap());
        text.trim_end_matches("\r\n").replace("\r\n", " | ")
    }

    /// A cell of the person's line of a list: `list COMMAND [options] KEY`.
    fn listed(&self) -> String {
        let (asked, key) = self.question.rsplit_once(' ').unwrap();
        let words: Vec<&str> = asked.split(' ').skip(1).collect();
        let columns = format!("nhs_number,{key}");
        let run = self.run(&words, &["--list", "--columns", &columns, "--format", "json"]).ended(0);
        let report = run.json();
        let rows = table(&report, "list")["rows"].as_array().unwrap();
        let own: Vec<&Value> = rows.iter().filter(|row| row["nhs_number"] == self.person.number.as_str()).collect();
        match own[..] {
            [] => "not on the list".to_owned(),
            [row] => text(&row[key]),
            _ => format!("on the list {} times", own.len()),
        }
    }

    /// A count of the person's practice: `command options [table.]key`, summed over the table's rows.
    fn count(&self, command: &str) -> String {
        let (asked, key) = self.question.rsplit_once(' ').unwrap();
        let (name, key) = key.split_once('.').map_or((None, key), |(name, key)| (Some(name), key));
        let words: Vec<&str> = asked.split(' ').skip(1).collect();
        let run = self
            .run(&[&[command][..], &words[..]].concat(), &["--practice", &self.person.practice, "--format", "json"]);
        if run.code != 0 {
            return format!("exit {}", run.code);
        }
        let report = run.json();
        let found = name.map_or(&report["tables"][0], |name| table(&report, name));
        let rows = found["rows"].as_array().unwrap();
        rows.iter().map(|row| row[key].as_u64().unwrap_or_else(|| panic!("no {key}: {row}"))).sum::<u64>().to_string()
    }
}

fn with_json<'a>(options: &[&'a str]) -> Vec<&'a str> {
    options.iter().copied().chain(["--format", "json"]).collect()
}

/// A value as the table writes it.
fn text(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn group(fact: &str) -> Option<&str> {
    fact.strip_prefix("group ")
}

fn days_overdue(fact: &str) -> Option<&str> {
    fact.strip_suffix(" days overdue").or_else(|| fact.strip_suffix(" day overdue"))
}

/// The newest refresh as the screen shows it: everything from the date to the zone.
fn refreshed(screen: &str) -> String {
    let line = screen.lines().find(|line| line.contains("refreshed")).unwrap_or_default();
    let from = line.split("refreshed ").nth(1).unwrap_or_default();
    from.split(" · ").next().unwrap_or_default().trim().to_owned()
}
