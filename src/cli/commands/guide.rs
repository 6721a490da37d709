//! `vaxdash guide`: the pages of `docs/guide/`, for whoever has only the program.

use std::fmt::Write;

use clap::Args;

use crate::cli::args::value_hints::{WithHints, any, with_hints};
use crate::cli::command_output::CommandOutput;
use crate::domain::{Foreign, did_you_mean};
use crate::exit::Failure;

/// A page: its name on the command line, and its text.
struct Topic {
    name: &'static str,
    text: &'static str,
}

/// A page of `docs/guide/` by its name.
macro_rules! topic {
    ($name:literal) => {
        Topic { name: $name, text: include_str!(concat!("../../../docs/guide/", $name, ".md")) }
    };
}

/// The pages, in the order in which a new user needs them.
const TOPICS: [Topic; 13] = [
    topic!("new-extract"),
    topic!("doubts"),
    topic!("practice-lists"),
    topic!("monday"),
    topic!("second-dose"),
    topic!("letters"),
    topic!("campaigns"),
    topic!("immunosuppressed"),
    topic!("two-nights"),
    topic!("nightly"),
    topic!("publishing"),
    topic!("new-campaign"),
    topic!("own-target"),
];

impl Topic {
    /// What the page is about: its heading.
    fn title(&self) -> &'static str {
        self.text.lines().next().unwrap_or_default().trim_start_matches("# ")
    }
}

/// The names of the pages.
fn names() -> Vec<String> {
    TOPICS.iter().map(|topic| topic.name.to_owned()).collect()
}

/// Reads a topic: any word, to which the command answers.
fn topic() -> WithHints<String> {
    with_hints(any, names)
}

/// Show the page of a task, with commands that can be tried: the dashboard every Monday, recalls, letters, campaigns …
///
/// Without a topic, the topics are listed. The pages are those of the folder docs/guide/ of the
/// source. They are for the data of samples/pcn: yours have another --data and no --as-at.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vaxdash guide\n  vaxdash guide monday\n  vaxdash guide second-dose | less")]
pub struct GuideArgs {
    /// The topic; without one, all of them are listed.
    #[arg(value_name = "TOPIC", value_parser = topic(), hide_possible_values = true)]
    topic: Option<String>,
}

impl GuideArgs {
    pub fn run(&self) -> Result<CommandOutput, Failure> {
        let Some(typed) = &self.topic else { return Ok(CommandOutput::with(contents().into_bytes())) };
        if let Some(topic) = TOPICS.iter().find(|topic| topic.name == typed) {
            return Ok(CommandOutput::with(topic.text.as_bytes().to_vec()));
        }
        let known: Vec<&str> = TOPICS.iter().map(|topic| topic.name).collect();
        let hint = did_you_mean(typed, &known);
        Err(Failure::usage(format!("the guide has no topic \"{}\"{hint}", Foreign::new(typed))))
    }
}

/// The list of topics.
fn contents() -> String {
    let mut page = "What do you want to do? `vaxdash guide TOPIC` shows the page.\n\n".to_owned();
    for topic in &TOPICS {
        // A string takes every write.
        let _ = writeln!(page, "  {:<18}{}", topic.name, topic.title());
    }
    page += "\nYour own data in four commands:\n\n  \
             vaxdash check --data extracts/\n  \
             vaxdash check --data extracts/ --rejects rejected.csv\n  \
             vaxdash dashboard --data extracts/ -o dashboard.html\n  \
             vaxdash invites --data extracts/ --target accubook --dry-run\n";
    page
}
