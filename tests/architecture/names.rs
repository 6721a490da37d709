//! Plain names, and one name for one thing.

use std::collections::BTreeMap;

use super::source::Token;
use super::{module_of, room_of};

/// A name that says less than the field's own word: what bears it, the name,
/// the rooms where it says nothing (all if none is given), and the word.
type Quaint = (&'static str, &'static str, &'static [&'static str], &'static str);

const ALL: &[&str] = &[];

const QUAINT: &[Quaint] = &[
    ("type", "Done", ALL, "CommandOutput"),
    ("type", "Made", ALL, "ReportParts"),
    ("type", "Told", ALL, "SheetTable"),
    ("type", "Ledger", ALL, "Diagnostics"),
    ("type", "Noted", ALL, "Reported"),
    ("type", "Spot", ALL, "Location"),
    ("type", "Rung", ALL, "StatusColumn"),
    ("type", "Rungs", ALL, "StatusColumn"),
    ("type", "Tie", ALL, "Constraint"),
    ("type", "MadeOf", ALL, "DerivedFrom"),
    ("type", "Night", ALL, "Snapshot"),
    ("type", "Standing", ALL, "RegistrationStatus or ListPosition"),
    ("type", "Desk", ALL, "BlockReader"),
    ("type", "Crew", ALL, "Workers"),
    ("type", "Turns", ALL, "OrderedMerge"),
    ("type", "Cut", ALL, "Delimited or Sheet"),
    ("type", "Below", ALL, "BodyRules"),
    ("type", "Top", ALL, "Preamble"),
    ("type", "Above", ALL, "Preamble"),
    ("type", "Written", &["invites"], "InviteRow"),
    ("type", "Listed", &["invites"], "NotInvited"),
    ("type", "Target", ALL, "UptakeTarget, BookingTarget or OutputFile"),
    ("type", "EventFate", ALL, "RowOutcome"),
    ("type", "Identity", ALL, "RecordId"),
    ("type", "Late", ALL, "DaysOverdue"),
    ("type", "Opening", ALL, "FirstDoseEvidence"),
    ("type", "Verdict", &["audit"], "LogCheck"),
    ("type", "Beside", ALL, "ProgressStderr"),
    ("type", "Manner", ALL, "ProgressStyle"),
    ("type", "PatientMess", ALL, "an anomaly"),
    ("type", "EventMess", ALL, "an anomaly"),
    ("fn", "moved", &["report"], "rebase_constraint"),
    ("fn", "protect", &["report"], "secondary_suppression"),
    ("fn", "system", &["report"], "constraints"),
    ("fn", "search", &["report"], "feasibility"),
    ("fn", "alike", &["report"], "feasible_range"),
    ("fn", "mend", ALL, "repair"),
    ("fn", "apart", &["report"], "special groups"),
    ("fn", "sift", ALL, "apply_exclusions"),
    ("fn", "except", ALL, "add_exception"),
    ("fn", "ends", &["domain"], "dispositions"),
    ("fn", "seal", ALL, "encrypt_output"),
    ("fn", "tell", &["sample"], "apply_story"),
    ("fn", "unfold", &["sample"], "simulate"),
    ("fn", "mess", ALL, "anomaly"),
    ("fn", "dress", ALL, "style_chart"),
    ("fn", "lies", ALL, "horizontal"),
    ("fn", "stands", &["render"], "vertical"),
    ("fn", "noted", &["render"], "register"),
    ("fn", "placing", ALL, "hold_commits"),
    ("fn", "abandon", ALL, "remove_all"),
    ("const", "MUCH", ALL, "SEARCH_STEPS"),
    ("const", "NIGHT", ALL, "SNAPSHOT"),
    ("file", "near", ALL, "suggest"),
    ("file", "head", ALL, "row_header"),
    ("file", "ledger", ALL, "diagnostics"),
    ("file", "rung", ALL, "status_columns"),
    ("file", "rungs", ALL, "status_columns"),
    ("file", "ties", ALL, "constraints"),
    ("file", "dashboard_ties", ALL, "constraints"),
    ("file", "protect", ALL, "secondary_suppression"),
    ("file", "system", ALL, "constraints"),
    ("file", "night", ALL, "snapshot"),
    ("file", "apart", ALL, "special_groups"),
    ("file", "desk", ALL, "block_reader"),
    ("file", "crew", ALL, "workers"),
    ("file", "turns", ALL, "ordered_merge"),
    ("file", "listed", &["load"], "immunosuppressed"),
    ("file", "ods", &["load"], "ods_publication"),
    ("file", "published", &["load"], "ods_lists"),
    ("file", "shown", &["load"], "redact"),
    ("file", "remarks", &["load"], "issues"),
    ("file", "unchanged", &["load"], "fingerprint"),
    ("file", "forms", ALL, "value_formats"),
    ("file", "suggested", ALL, "value_hints"),
    ("file", "layers", ALL, "config_defaults"),
    ("file", "beside", ALL, "progress_stderr"),
    ("file", "mess", ALL, "anomaly"),
    ("file", "patient_mess", ALL, "an anomaly"),
    ("file", "event_mess", ALL, "an anomaly"),
    ("file", "pending", &["render"], "temp_registry"),
    ("file", "made", &["cli"], "report_parts"),
];

/// What declares a thing, as the table calls it.
fn kind_of(keyword: &str) -> Option<&'static str> {
    Some(match keyword {
        "struct" | "enum" | "union" | "trait" | "type" => "type",
        "fn" => "fn",
        "const" | "static" => "const",
        "mod" => "file",
        _ => return None,
    })
}

/// Every name that a file declares, with what bears it.
fn declared(tokens: &[Token]) -> impl Iterator<Item = (&'static str, &Token)> {
    tokens.windows(2).filter_map(|two| Some((kind_of(&two[0].text)?, &two[1]))).filter(|(_, name)| name.is_word())
}

/// Names of the table.
pub fn quaint(file: &str, tokens: &[Token]) -> Vec<String> {
    let room = room_of(file);
    let plain = |kind: &str, name: &str| {
        let found = QUAINT.iter().find(|(bearer, quaint, rooms, _)| {
            *bearer == kind && *quaint == name && (rooms.is_empty() || rooms.contains(&room.as_str()))
        });
        found.map(|(.., plain)| plain)
    };
    let stem = module_of(file).pop().unwrap_or_default();
    let own = plain("file", &stem).map(|plain| format!("{file}: a quaint name; the field's is {plain}"));
    let inner = declared(tokens).filter(|(kind, _)| *kind != "file").filter_map(|(kind, name)| {
        let plain = plain(kind, &name.text)?;
        Some(format!("{file}:{}: {kind} {}: a quaint name; the field's is {plain}", name.line, name.text))
    });
    own.into_iter().chain(inner).collect()
}

/// Types that share their name with another, with their places.
pub fn shared(files: &[(&str, Vec<Token>)]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (file, tokens) in files {
        for (place, two) in tokens.windows(2).enumerate() {
            // Not the types that an `impl` must name, nor what a macro is yet to name.
            let is_type = ["struct", "enum", "union", "trait"].contains(&two[0].text.as_str());
            let is_token = place > 0 && tokens[place - 1].is(".");
            if is_type && two[1].is_word() && !is_token {
                places.entry(&two[1].text).or_default().push(format!("{file}:{}", two[1].line));
            }
        }
    }
    let shared = places.iter().filter(|(_, places)| places.len() > 1);
    shared
        .map(|(name, places)| format!("{name} is the name of {} types: {}", places.len(), places.join(", ")))
        .collect()
}
