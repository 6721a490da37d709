//! The front page of `vaxdash --help`: commands by what they are for.

use std::fmt::Write;

use clap::Command;

/// The commands by task, each in a few words. The width leaves the page whole
/// on a terminal of 80 columns.
const TASKS: [(&str, &[(&str, &str)]); 5] = [
    (
        "See",
        &[
            ("uptake", "who has had what, by practice or any other group"),
            ("cohorts", "the JCVI priority groups, and what each is due"),
            ("first-dose", "no dose yet: not open, due, declined and so on"),
            ("second-dose", "first doses only: not yet due, due, overdue"),
            ("boosters", "the way to a first booster, time since the course"),
            ("campaign", "a seasonal campaign by practice and group"),
            ("immunosuppressed", "third primary doses, and what else is due"),
            ("trend", "doses by day, week or month; how uptake grew"),
            ("activity", "doses this week, month, campaign; beside the last"),
            ("quality", "records to mend: what is wrong, and what to do"),
            ("dashboard", "one workbook with a sheet and charts for each"),
            ("compare", "what changed between two extracts, and why"),
        ],
    ),
    (
        "List",
        &[
            ("patients", "registered patients; --list names them"),
            ("history", "every event of one person, and what is due, why"),
        ],
    ),
    (
        "Invite",
        &[
            ("invites", "import files of booking, messaging and GP systems"),
            ("outcomes", "what became of those invited; --list: still due"),
        ],
    ),
    (
        "Check",
        &[
            ("check", "what each file is, who is in scope, what to fix"),
            ("sources", "where the data come from, and how old they are"),
            ("audit", "verify an audit log"),
            ("rules", "the rules in force, with sources; change them"),
        ],
    ),
    (
        "Set up",
        &[
            ("run", "a preset of vaxdash.toml: several at one go"),
            ("guide", "a page for each task, with commands to try"),
            ("sample", "invented data, to try things out"),
            ("completions", "completions for your shell"),
            ("man", "the manual pages"),
        ],
    ),
];

/// What vaxdash is.
const ABOUT: &str = "COVID-19 vaccination uptake, recall lists and booking files from extract files,\n\
                     for your own practices only";

/// The exit codes, in short.
const EXITS: &str = "Exit codes: 0 done · 2 usage · 3 done, but problems found · 4 refused for safety\n\
                     5 input not read or output not written · 70 a fault of vaxdash";

/// What is said below the commands.
const MORE: &str = "cohorts, first-dose, second-dose, boosters, campaign, immunosuppressed, quality\n\
                    and compare name their people with --list, too. -q, --data, --practices and\n\
                    --as-at may stand before the command. `vaxdash COMMAND --help` explains it.\n\n\
                    Start with: vaxdash check --data FOLDER --practices LIST.csv, or vaxdash guide";

/// The command line with this front page.
pub fn with_front_page(command: Command) -> Command {
    let mut page = format!("{ABOUT}\n\n{{usage-heading}} {{usage}}\n\n");
    for (task, commands) in TASKS {
        for (place, (name, words)) in commands.iter().enumerate() {
            let task = if place == 0 { task } else { "" };
            // A string takes every write.
            let _ = writeln!(page, "{task:<8}{name:<18}{words}");
        }
    }
    page.push('\n');
    page.push_str(MORE);
    let _ = write!(page, "\n\n{EXITS}");
    command.help_template(page)
}
