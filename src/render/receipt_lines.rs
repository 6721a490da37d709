//! The short receipt above the tables of a report.

use super::cell_text::thousands;
use crate::domain::{UkDate, UkDateTime};
use crate::report::{Receipt, Report};

/// The short receipt: as at, newest refresh, practices, rules, choices; none
/// for a report that read no data.
#[must_use]
pub fn receipt_lines(report: &Report) -> Vec<String> {
    let (Some(stamp), Some(receipt)) = (&report.stamp, &report.receipt) else { return Vec::new() };
    let refreshed = receipt
        .last_refreshed
        .map_or_else(|| "refresh time not known".to_owned(), |at| format!("data refreshed {}", UkDateTime(at)));
    let practices = if receipt.practices == 1 { "practice" } else { "practices" };
    let as_at = UkDate(stamp.as_at);
    let (count, rules) = (receipt.practices, &stamp.rules_version);
    let mut lines = vec![
        format!("As at {as_at} · {refreshed} · {count} {practices} in scope · rules {rules}"),
        receipt
            .disclosure
            .sentence()
            .unwrap_or_else(|| format!("{}{}", receipt.disclosure.marking(), left_out(receipt))),
    ];
    if !receipt.filters.is_empty() {
        let chosen: Vec<String> = receipt.filters.iter().map(|(name, values)| choice(name, values)).collect();
        lines.push(format!("Chosen: {}", chosen.join(" · ")));
    }
    lines
}

/// A choice in words: of what was simply asked for, its name.
fn choice(name: &str, values: &[String]) -> String {
    let name = name.replace('_', " ");
    match values {
        [value] if value == "yes" => name,
        values => format!("{name} {}", values.join(", ")),
    }
}

/// How many are counted and who is left out, in words.
fn left_out(receipt: &Receipt) -> String {
    let Some(tally) = &receipt.patients else { return String::new() };
    let parts =
        [(tally.deceased, "deceased"), (tally.removed, "removed from the list"), (tally.not_yet_born, "not yet born")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{} {words}", thousands(count)))
        .collect();
    let patients = thousands(tally.patients);
    if parts.is_empty() {
        format!(" · {patients} patients")
    } else {
        format!(" · {patients} patients · left out: {}", parts.join(", "))
    }
}
