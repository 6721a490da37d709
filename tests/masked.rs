//! Section 7.6: whatever is printed of a value for a programmer's eyes holds no
//! name and no number.

use std::collections::BTreeSet;
use std::path::PathBuf;

use vaxdash::domain::{Contact, NhsNumber};
use vaxdash::render::{Addition, OutputFile};
use vaxdash::report::{Cell, Column, Kind, Report, Table};

use crate::data::nhs;
use crate::repository;

/// The types that print text as it is, because none of it is a patient's: words
/// of the program, of rules, of options as typed (which are not numbers), names
/// of files and practices, digests, codes of vaccines.
const PLAIN: [(&str, &[&str]); 11] = [
    // Of lines that were read: hashes.
    ("audit", &["AuditLog", "Entry", "LineKind", "LogCheck", "LogContext", "LogFault", "LoggedOutput", "ReadLine"]),
    ("classify", &["Answer"]),
    (
        "cli",
        &[
            "AcceptArgs",
            "AlreadyArgs",
            "AuditArgs",
            "AuditCommand",
            "CampaignArgs",
            "CompareArgs",
            "Config",
            "DashboardArgs",
            "DataArgs",
            "FilterArgs",
            "GuideArgs",
            "HeadingArgs",
            "HistoryArgs",
            "InputPaths",
            "InvitedArgs",
            "InvitesArgs",
            "ManArgs",
            "MessageArgs",
            // Characters and costs, no message.
            "MessageCounts",
            "OutcomesArgs",
            "OutputArgs",
            "PathWords",
            "Preset",
            "PresetInputs",
            "RejectArgs",
            "RulesArgs",
            "RunArgs",
            "SampleArgs",
            "Setting",
            "TypedChannel",
            "TypedStatus",
            "UptakeArgs",
        ],
    ),
    // What a doubt says has been through the gate for foreign text; the headings are of files that are recognised.
    (
        "domain",
        &["DataSource", "Doubt", "FileHeadings", "Finding", "HeadingUse", "Input", "Issue", "Practice", "Unreconciled"],
    ),
    ("exit", &["Failure"]),
    // Rejected rows and left-out people have reasons, never values.
    (
        "invites",
        &[
            "BookingTarget",
            // A manifest names files and counts.
            "ChannelCount",
            "EarlierContact",
            "Manifest",
            "ManifestStep",
            "NotInvited",
            "Part",
            "Rounds",
            "TargetColumn",
            "TargetsFault",
            "Unreached",
            "WrittenFile",
        ],
    ),
    (
        "load",
        &[
            "Bytes",
            "Columns",
            "Excess",
            "FileCounts",
            "FileFault",
            "FileState",
            "InputFile",
            "Invited",
            "ListedPractice",
            "Markup",
            "OwnHeaders",
            "Published",
            "Reject",
            "RowFault",
            "ScopeFault",
            "SheetSource",
            "Sources",
            "State",
            "TraceRow",
            "Unreadable",
            "UserHeadings",
            "Wanted",
            "Warnings",
        ],
    ),
    ("render", &["Finished", "JournalDocument", "JournalEntry", "RenderFault", "OutputFault"]),
    ("run", &["Accepted", "RunFault"]),
    // Of files that hold rules, targets and settings.
    ("toml_rows", &["Location", "Problem"]),
    (
        "report",
        &[
            "Chart",
            // Sites and suppliers, of doses and of records to mend.
            "DoseSources",
            "DueLine",
            "Fitness",
            "HistoryFacts",
            "LoggedContact",
            "Quality",
            "Receipt",
            "RecordGroup",
            "Sheet",
            "Stamp",
            "Table",
        ],
    ),
];
/// Rooms in which nothing is anybody's.
const NOBODYS: [&str; 2] = ["rules", "sample"];

/// What may hold text that came from a file.
const TEXT: [&str; 6] = ["String", "Vec<u8>", "[u8]", "PathBuf", "OsString", "'a str"];

/// The types of a source file that derive `Debug` and hold text.
fn printing(source: &str) -> Vec<String> {
    let source: String = source
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap()
        .lines()
        .map(|line| line.split("//").next().unwrap().to_owned() + "\n")
        .collect();
    let mut found = Vec::new();
    for (_, after) in source.match_indices("#[derive(").map(|(at, mark)| source.split_at(at + mark.len())) {
        let (derived, rest) = after.split_once(")]").unwrap();
        let starts = ["struct ", "enum "].iter().filter_map(|word| rest.find(word).map(|at| at + word.len()));
        let Some(start) = starts.min() else { continue };
        let name: String = rest[start..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        // To the end of the item: a line that begins with its last bracket, or a semicolon.
        let body = &rest[start..];
        let end = body.find("\n}").unwrap_or(body.len()).min(body.find(";\n").unwrap_or(body.len()));
        let is_text = TEXT.iter().any(|text| body[..end].contains(text));
        if derived.split(", ").any(|word| word == "Debug") && is_text {
            found.push(name);
        }
    }
    found
}

#[test]
fn no_type_that_may_hold_a_name_or_number_prints_its_text() {
    let mut found: BTreeSet<(String, String)> = BTreeSet::new();
    for file in repository::files().into_iter().filter(|file| file.starts_with("src/")) {
        let is_test = file.contains("/tests/") || file.ends_with("/tests.rs");
        if is_test || PathBuf::from(&file).extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let room = file[4..].split(['/', '.']).next().unwrap().to_owned();
        if !NOBODYS.contains(&room.as_str()) {
            found.extend(printing(&repository::text(&file)).into_iter().map(|name| (room.clone(), name)));
        }
    }
    let allowed: BTreeSet<(String, String)> = PLAIN
        .iter()
        .flat_map(|(room, names)| names.iter().map(|name| ((*room).to_owned(), (*name).to_owned())))
        .collect();
    let new: Vec<_> = found.difference(&allowed).collect();
    assert!(new.is_empty(), "they derive Debug and hold text: write a masked one, or say why not: {new:?}");
    let gone: Vec<_> = allowed.difference(&found).collect();
    assert!(gone.is_empty(), "they no longer do: {gone:?}");
    // The search finds what it is to find.
    assert_eq!(printing("#[derive(Clone, Debug)]\npub struct A {\n    name: String,\n}\n"), ["A"]);
    assert!(printing("#[derive(Clone)]\npub struct A {\n    name: String,\n}\n").is_empty());
}

#[test]
fn what_is_printed_of_people_is_masked() {
    let (number, name, phone, born) = (nhs(1), "Zebedee", "07700900123", "1987-12-13");
    let contact = Contact {
        forename: name.to_owned(),
        surname: name.to_owned(),
        mobiles: vec![phone.to_owned()],
        address: vec![name.to_owned()],
        ..Contact::default()
    };
    let columns = ["a", "b", "c"].map(|key| Column::new(key, key, Kind::Text)).to_vec();
    let row = vec![Cell::text(&number), Cell::text(name), Cell::date(born.parse().ok())];
    let report = Report {
        name: "history",
        title: format!("NHS number {number}"),
        tables: vec![Table::new("list", "List", columns, vec![row.clone()]).with_totals(row)],
        notes: Vec::new(),
        stamp: None,
        receipt: None,
    };
    let bytes = format!("{number},{name},{phone}").into_bytes();
    let path = PathBuf::from(format!("{number}.csv"));
    let addition = Addition {
        path: path.clone(),
        before: bytes.clone(),
        kept: bytes.clone(),
        joint: bytes.clone(),
        bytes: bytes.clone(),
    };
    let raw = format!("{bytes:?}");
    let printed = [
        format!("{:?}", NhsNumber::read(number.as_bytes()).unwrap()),
        format!("{contact:#?}"),
        format!("{report:?} {report:#?}"),
        format!("{:?}", OutputFile { path, bytes }),
        format!("{addition:?}"),
    ];
    for text in printed {
        assert!(!text.is_empty());
        for mark in [number.as_str(), name, phone, born, "13/12/1987", raw.trim_matches(['[', ']'])] {
            assert!(!text.contains(mark), "{mark}: {text}");
        }
    }
}
