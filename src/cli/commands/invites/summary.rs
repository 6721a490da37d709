//! The waterfall and the targets as reports.

use crate::domain::Doubt;
use crate::invites::{BookingTarget, Channel, Confidence, ContactNeed, InvitePlan, WaterfallStep};
use crate::report::{Cell, Column, DoseKind, DueQuery, Kind, Receipt, Report, Table};
use crate::run::Reconciled;

/// The waterfall, and with several channels who is reached by which.
pub fn summary(
    run: &Reconciled<'_>,
    query: &DueQuery<'_>,
    targets: &[BookingTarget],
    plan: &InvitePlan,
    files: usize,
    reason: Option<&str>,
    doubts: &[Doubt],
) -> Report {
    let mut tables = vec![waterfall(plan)];
    if targets.len() > 1 {
        tables.push(by_channel(targets, plan));
    }
    let mut notes = run.notes();
    for target in targets.iter().filter(|target| target.confidence == Confidence::Unconfirmed) {
        notes.push(format!("The form of {} files is unconfirmed: try the first one on a few people.", target.name));
    }
    if plan.let_go > 0 {
        let people = if plan.let_go == 1 { "person was" } else { "people were" };
        notes.push(format!("{} {people} let go by --reviewed: a clinician has looked.", plan.let_go));
    }
    notes.extend(reason.map(|reason| format!("Nobody is invited: {reason}.")));
    notes.push(match files {
        0 => "Nothing was written.".to_owned(),
        1 => "1 file was written.".to_owned(),
        files => format!("{files} files were written."),
    });
    let ways = match targets {
        [target] => format!("for {}", target.system),
        several => format!("by {}", several.iter().map(channel_word).collect::<Vec<_>>().join(", ")),
    };
    let dose = query.dose.map_or("what each person is due next", DoseKind::name);
    Report {
        name: "invites",
        title: format!("Invitations {ways}: {dose}"),
        tables,
        notes,
        stamp: Some(run.stamp()),
        receipt: Some(Receipt { doubts: doubts.to_vec(), ..run.receipt(&query.filter) }),
    }
}

/// Every step, in order. Nobody can have used up contacts that are not counted.
fn waterfall(plan: &InvitePlan) -> Table {
    let steps = plan.waterfall.steps().into_iter();
    let rows = steps.filter(|(step, people)| *step != WaterfallStep::ContactsUsedUp || *people > Some(0)).map(
        |(step, people)| {
            // No zero: nobody knows.
            let people = people.map_or_else(|| Cell::text("not known (no such column)"), Cell::Count);
            vec![Cell::text(step.label()), people]
        },
    );
    let columns = vec![Column::new("step", "Step", Kind::Text), Column::new("people", "People", Kind::Count)];
    Table::new("waterfall", "Who is invited", columns, rows.collect())
}

/// How many people each channel reaches.
fn by_channel(targets: &[BookingTarget], plan: &InvitePlan) -> Table {
    let mut counts = vec![0_u64; targets.len()];
    for row in &plan.rows {
        counts[row.target] += 1;
    }
    let rows = targets.iter().zip(&counts).map(|(target, count)| {
        vec![Cell::text(channel_word(target)), Cell::text(target.name.as_str()), Cell::Count(*count)]
    });
    let columns = vec![
        Column::new("channel", "Channel", Kind::Text),
        Column::new("target", "Target", Kind::Code),
        Column::new("people", "People", Kind::Count),
    ];
    Table::new("channels", "How they are reached", columns, rows.collect()).with_totals(vec![
        Cell::text("Total"),
        Cell::Null,
        Cell::Count(counts.iter().sum()),
    ])
}

pub fn channel_word(target: &BookingTarget) -> &'static str {
    target.channel.map_or("", Channel::name)
}

/// The table of targets.
pub fn list_of_targets(targets: &[BookingTarget]) -> Report {
    let rows = targets.iter().map(|target| {
        let confidence = match target.confidence {
            Confidence::Confirmed => "confirmed",
            Confidence::Unconfirmed => "unconfirmed",
        };
        vec![
            Cell::text(target.name.as_str()),
            Cell::text(format!("{}: {}", target.system, target.purpose)),
            Cell::text(confidence),
            Cell::text(files(target)),
            Cell::text(people(target)),
            Cell::text(columns(target)),
        ]
    });
    let table = Table::new(
        "targets",
        "Targets",
        vec![
            Column::new("target", "Target", Kind::Code),
            Column::new("system", "System", Kind::Text).of_sentences(),
            Column::new("confidence", "Confidence", Kind::Text),
            Column::new("files", "Files", Kind::Text).of_sentences(),
            Column::new("people", "People", Kind::Text).of_sentences(),
            Column::new("columns", "Columns", Kind::Text).of_sentences(),
        ],
        rows.collect(),
    );
    Report {
        name: "targets",
        title: "Systems that vaxdash writes import files for".to_owned(),
        tables: vec![table],
        notes: Vec::new(),
        stamp: None,
        receipt: None,
    }
}

fn files(target: &BookingTarget) -> String {
    let ending = target.file_type.name();
    let mut files =
        vec![format!(".{ending}"), if target.per_practice { "one a practice" } else { "one for all" }.to_owned()];
    files.extend(target.rows_per_file.map(|rows| format!("at most {rows} rows")));
    if !target.header {
        files.push("no header".to_owned());
    }
    files.join(", ")
}

fn people(target: &BookingTarget) -> String {
    let need = match target.contact {
        ContactNeed::None => "all",
        ContactNeed::Mobile => "with a mobile",
        ContactNeed::Email => "with an e-mail address",
        ContactNeed::MobileOrEmail => "with a mobile or e-mail address",
        ContactNeed::Address => "with an address",
        ContactNeed::Phone => "with a telephone",
    };
    let texts = if target.by_text { ", texts not declined" } else { "" };
    let channel = if target.channel.is_some() { format!(" (channel {})", channel_word(target)) } else { String::new() };
    format!("{need}{texts}{channel}")
}

fn columns(target: &BookingTarget) -> String {
    let headers: Vec<&str> = target.columns.iter().map(|column| column.header.as_str()).collect();
    headers.join(", ")
}
