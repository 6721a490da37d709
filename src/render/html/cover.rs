//! What comes first on the dashboard: the figures, what to do now, and offers that are over.

use maud::{Markup, html};

use super::section::Section;
use crate::render::cell_text::{cell_text, one_line};
use crate::render::cover::{CoverBlock, CoverLine, cover_blocks};
use crate::report::Workbook;

/// The blocks of the cover; `named` are the parts of the page in the order of the sheets.
pub fn cover(workbook: &Workbook, named: &[(String, Section<'_>)]) -> Markup {
    html! { @for (place, block) in cover_blocks(workbook).iter().enumerate() { (figures(block, place, named)) } }
}

fn figures(block: &CoverBlock, place: usize, named: &[(String, Section<'_>)]) -> Markup {
    let id = format!("cover-{place}");
    html! {
        section.cover aria-labelledby=(id) {
            h2 id=(id) { (one_line(&block.title)) }
            dl {
                @for line in &block.lines {
                    div {
                        dt { (label(line, named)) }
                        dd { strong { (cell_text(&line.figure)) } @if !line.words.is_empty() { " " span { (one_line(&line.words)) } } }
                    }
                }
            }
        }
    }
}

/// What is counted, with a link to the part that shows more.
fn label(line: &CoverLine, named: &[(String, Section<'_>)]) -> Markup {
    let part = line.sheet.and_then(|place| named.get(place));
    html! {
        @if let Some((id, _)) = part { a href=(format!("#{id}")) { (one_line(&line.label)) } }
        @else { (one_line(&line.label)) }
    }
}

/// The offers that are over.
pub fn ended(workbook: &Workbook) -> Markup {
    html! { @for line in &workbook.ended { p.ended { (one_line(line)) } } }
}
