//! No flag without a test: the flags of each command are those that the tests
//! of this folder and the others are about. A new one fails here first.

use std::collections::BTreeSet;

/// Flags of every command that reads data: inputs, workbooks and networks; same_answer; cli_doubts.
const DATA: &str = "data practices pcn sheet heading as-at rules threads no-hash accept imd-year";
/// Flags of every report: cli_errors::output and ::streams.
const OUTPUT: &str = "format output width no-bom password-file force quiet";
/// What is done to counts, or that nothing may be: disclosure::commands.
const COUNTS: &str = "disclosure";
/// The audit log of whatever names people: cli_audit.
const AUDIT: &str = "audit reason";
/// Filters: cli_uptake::filters and cli_invites::choosing.
const PEOPLE: &str = "practice cohort age gender ethnicity imd immunosuppressed housebound brand in-campaign";

/// Lists: reports_against_reference, cli_lists.
const LIST: &str = "list status columns invite-log";

#[test]
fn every_flag_of_every_command_is_tested() {
    let tested = [
        // cli_uptake, cli_errors, inputs::lists, cli_rules
        (
            "uptake",
            format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} rejects strict by detail campaign chart target interval"),
        ),
        // reports_against_reference, cli_lists, cli_charts
        (
            "cohorts",
            format!(
                "{DATA} {OUTPUT} {COUNTS} {PEOPLE} {LIST} {AUDIT} rejects strict chart target interval overdue-after"
            ),
        ),
        // cli_first_dose
        ("first-dose", format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} {LIST} {AUDIT} rejects strict by chart")),
        (
            "second-dose",
            format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} {LIST} {AUDIT} rejects strict by chart overdue-after"),
        ),
        ("boosters", format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} {LIST} {AUDIT} rejects strict by chart")),
        (
            "campaign",
            format!(
                "{DATA} {OUTPUT} {COUNTS} {PEOPLE} {LIST} {AUDIT} rejects strict campaign by chart target interval"
            ),
        ),
        ("immunosuppressed", format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} {LIST} {AUDIT} rejects strict chart")),
        ("trend", format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} rejects strict chart by every from to")),
        ("activity", format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} rejects strict chart by")),
        // cli_quality
        ("quality", format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} {LIST} {AUDIT} rejects strict by chart")),
        ("patients", format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} {LIST} {AUDIT} rejects strict by")),
        // cli_compare
        ("sources", format!("{DATA} {OUTPUT} {COUNTS} rejects strict")),
        // written_workbooks
        (
            "dashboard",
            format!(
                "{DATA} {COUNTS} {AUDIT} {PEOPLE} rejects strict campaign overdue-after all-sheets with-patients invite-log organisation output password-file force quiet"
            ),
        ),
        (
            "compare",
            format!(
                "practices pcn sheet heading as-at old-as-at rules threads no-hash accept imd-year {OUTPUT} {COUNTS} {AUDIT} {PEOPLE} rejects strict list overdue-after"
            ),
        ),
        // cli_config
        ("run", format!("{DATA} {AUDIT} rejects strict overdue-after force quiet")),
        // cli_invites
        (
            "invites",
            format!(
                "{DATA} {COUNTS} {AUDIT} {PEOPLE} rejects strict campaign dose status due-within target limit include-visits exclude \
                 reinvite-after reviewed max-contacts round escalate wait message price allow-old-data channels header invite-log list-targets export-targets targets overdue-after output format width dry-run \
                 force quiet"
            ),
        ),
        // cli_outcomes
        (
            "outcomes",
            format!("{DATA} {OUTPUT} {COUNTS} {PEOPLE} {AUDIT} rejects strict list status columns invite-log chart"),
        ),
        // cli_history
        ("history", format!("{DATA} {OUTPUT} {COUNTS} {AUDIT} nhs-number-file no-names overdue-after")),
        // cli_check
        ("check", format!("{DATA} {OUTPUT} {COUNTS} rejects strict")),
        // cli_rules
        ("rules", format!("{OUTPUT} as-at rules validate export doubts outputs")),
        // cli_sample, sample_faults
        ("sample", "output patients practices seed as-at faults threads force quiet".to_owned()),
        // cli_audit
        ("audit", String::new()),
        // cli_guide
        ("guide", String::new()),
        // drift
        ("completions", String::new()),
        ("man", "output force".to_owned()),
    ];
    let command = vaxdash::command();
    let known: BTreeSet<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    assert_eq!(known, tested.iter().map(|(name, _)| *name).collect());
    for (name, flags) in &tested {
        let found = command.find_subcommand(name).unwrap();
        let long: BTreeSet<&str> = found.get_arguments().filter_map(clap::Arg::get_long).collect();
        let listed: BTreeSet<&str> = flags.split_whitespace().collect();
        assert_eq!(long, listed, "flags of {name}");
    }
}

#[test]
fn every_short_flag_is_the_long_one() {
    let command = vaxdash::command();
    for task in command.get_subcommands() {
        for arg in task.get_arguments().filter(|arg| arg.get_short().is_some()) {
            let long = arg.get_long().unwrap();
            let short = arg.get_short().unwrap();
            let known = [('o', "output"), ('f', "force"), ('q', "quiet"), ('n', "dry-run")];
            assert!(known.contains(&(short, long)), "{}: -{short} is --{long}", task.get_name());
        }
    }
}

#[test]
fn every_flag_of_the_help_has_words() {
    for task in vaxdash::command().get_subcommands() {
        assert!(task.get_about().is_some(), "{}", task.get_name());
        for arg in task.get_arguments() {
            assert!(arg.get_help().is_some(), "{} {}", task.get_name(), arg.get_id());
        }
    }
}
