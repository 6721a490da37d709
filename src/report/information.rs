//! What a report was made from, as a table: enough to make it again.

use super::model::{Cell, Column, Kind, Receipt, Report, Table};
use crate::domain::{Input, UkDate, UkDateTime, own_columns};

/// The report's receipt: date, choices, exclusions, inputs, versions, notes.
#[must_use]
pub fn information(report: &Report) -> Table {
    let mut rows = Vec::new();
    let mut say = |subject: &str, item: &str, fact: String| {
        rows.push(vec![Cell::text(subject), Cell::text(item), Cell::text(fact)]);
    };
    say("Report", "Title", report.title.clone());
    if let Some(stamp) = &report.stamp {
        say("Report", "As at", UkDate(stamp.as_at).to_string());
    }
    if let Some(receipt) = &report.receipt {
        let refreshed = receipt.last_refreshed.map(|at| UkDateTime(at).to_string());
        say("Report", "Data last refreshed", refreshed.unwrap_or_else(|| "not known".to_owned()));
        say("Report", "Organisation", receipt.organisation.clone());
        say("Report", "Practices in scope", receipt.practices.to_string());
        for (name, values) in &receipt.filters {
            say("Chosen", name, values.join(", "));
        }
        let marking = receipt.disclosure.marking();
        match receipt.disclosure.sentence() {
            None => say("Marking", "Handling", format!("{marking}: direct care, own practices")),
            Some(sentence) => say("Marking", "Handling", format!("{marking}. {sentence}")),
        }
        for (item, fact) in excluded(receipt) {
            say("Left out of every count", item, fact);
        }
    }
    for note in &report.notes {
        say("Note", "", note.clone());
    }
    for doubt in report.doubts() {
        let accepted = if doubt.accepted { ", accepted" } else { "" };
        say("Doubt", &format!("{} ({}{accepted})", doubt.id, doubt.consequence.name()), doubt.sentences());
    }
    for input in report.receipt.iter().flat_map(|receipt| &receipt.inputs) {
        say("Input file", &input.file, described(input));
        if !input.sha256.is_empty() {
            say("Input file, SHA-256", &input.file, input.sha256.clone());
        }
    }
    if let Some(stamp) = &report.stamp {
        say("Made by", "vaxdash", stamp.version.to_owned());
        say("Made by", "Rules", stamp.rules_version.clone());
    }
    say(
        "Reading",
        "Blank cells",
        "Nothing is recorded, or the question does not arise; of a percentage: the denominator is 0.".to_owned(),
    );
    Table::new("information", "Caveats and information", columns(), rows)
}

fn columns() -> Vec<Column> {
    let [subject, item, fact] = own_columns::OF_INFORMATION;
    vec![
        Column::new("subject", subject, Kind::Text),
        Column::new("item", item, Kind::Text),
        Column::new("fact", fact, Kind::Text),
    ]
}

/// Who is left out, and how many unless disclosure control keeps that back.
fn excluded(receipt: &Receipt) -> Vec<(&'static str, String)> {
    let mut excluded = Vec::new();
    if let Some(tally) = &receipt.patients {
        excluded.extend([
            ("Deceased", tally.deceased.to_string()),
            ("Removed from the list", tally.removed.to_string()),
            ("Not yet born", tally.not_yet_born.to_string()),
            ("Rejected patient rows", tally.rejected.to_string()),
        ]);
    }
    if !receipt.left_out.is_empty() {
        excluded.push(("Practices without the activity code", receipt.left_out.join(", ")));
    }
    excluded
}

fn described(input: &Input) -> String {
    let rows = input.rows.map(|rows| format!("{rows} rows"));
    let remark = (!input.remark.is_empty()).then(|| input.remark.clone());
    let parts = [Some(input.kind.to_owned()), rows, remark];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
