//! The page: head, what it is and of when, contents, parts, and what may be
//! done with it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::chart;
use super::cover::{cover, ended};
use super::identifiers::Identifiers;
use super::policy::policy;
use super::section::Section;
use crate::domain::Doubt;
use crate::render::cell_text::one_line;
use crate::render::receipt_lines::receipt_lines;
use crate::report::{Profile, Report, Workbook};

/// How the page looks.
const STYLE: &str = include_str!("page.css");
/// What it can do besides being read.
const SCRIPT: &str = include_str!("page.js");
/// What it can do where a reader chooses whom it counts.
const CHOICE: &str = include_str!("choice.js");
/// Names that the page has of its own.
const OWN: [&str; 2] = ["contents", "doubts"];

/// The bytes of the page of a report with these parts; `workbook` is the one whose cover comes first.
pub fn page(report: &Report, sections: Vec<Section<'_>>, workbook: Option<&Workbook>) -> Vec<u8> {
    let mut identifiers = Identifiers::default();
    for name in OWN {
        identifiers.of(name);
    }
    let named: Vec<(String, Section<'_>)> =
        sections.into_iter().map(|section| (identifiers.of(&section.name), section)).collect();
    let marking = report.receipt.as_ref().map(|receipt| receipt.disclosure).unwrap_or_default().marking();
    let style = format!("{STYLE}@page{{@top-left{{content:\"{marking}\"}}}}\n");
    let choice = if named.iter().any(|(_, section)| section.has_choice()) { CHOICE } else { "" };
    let script = format!("{SCRIPT}{choice}");
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style, &script));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                // Never the title of the report: that of a history holds a number.
                title { "vaxdash " (report.name) }
                style { (PreEscaped(&style)) }
            }
            body {
                (chart::patterns())
                header { (heading(report, marking)) }
                main {
                    @if let Some(workbook) = workbook { (cover(workbook, &named)) }
                    (doubts(report))
                    (contents(&named))
                    @if let Some(workbook) = workbook { (ended(workbook)) }
                    @for (id, section) in &named { (section.markup(id)) }
                }
                footer { (footing(report, marking)) }
                script { (PreEscaped(&script)) }
            }
        }
    };
    let mut bytes = page.into_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

fn heading(report: &Report, marking: &str) -> Markup {
    let receipt = report.receipt.as_ref();
    html! {
        p.marking { (marking) }
        h1 { (one_line(&report.title)) }
        @if let Some(receipt) = receipt { p.whose { (one_line(&receipt.organisation)) } }
        @for line in receipt_lines(report) { p.receipt { (one_line(&line)) } }
    }
}

/// What is implausible of the data, folded away: it is in the last part, too.
fn doubts(report: &Report) -> Markup {
    let doubts: Vec<String> = report.doubts().iter().filter(|doubt| !doubt.accepted).map(Doubt::line).collect();
    let said = match doubts.len() {
        1 => "1 doubt about the data".to_owned(),
        count => format!("{count} doubts about the data"),
    };
    html! {
        @if !doubts.is_empty() {
            details id="doubts" {
                summary { (said) }
                ul { @for doubt in &doubts { li { (one_line(doubt)) } } }
            }
        }
    }
}

fn contents(named: &[(String, Section<'_>)]) -> Markup {
    html! {
        nav id="contents" aria-label="Contents" {
            ul { @for (id, section) in named { li { a href=(format!("#{id}")) { (section.name) } } } }
        }
    }
}

fn footing(report: &Report, marking: &str) -> Markup {
    let who = match report.receipt.as_ref().map(|receipt| receipt.disclosure) {
        Some(Profile::None) => "Exact figures, for those who look after these patients.",
        Some(Profile::Nhs | Profile::OpenSafely | Profile::Midpoint6) | None => "",
    };
    html! {
        p { (marking) @if !who.is_empty() { ": " (who) } }
        @if let Some(stamp) = &report.stamp { p { "Made by vaxdash " (stamp.version) ", rules " (stamp.rules_version) "." } }
        p { "This page is one file. It asks nothing of any other computer, and can be printed." }
    }
}
