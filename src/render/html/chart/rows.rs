//! Where the rows of a chart stand, and their names: short ones beside the
//! marks, long ones above them.

use maud::{Markup, html};

use super::plot::Plot;

/// Names of at most so many characters stand beside the marks.
const SHORT: usize = 9;
/// The room for them, in tenths of a per cent of the width.
const GUTTER: u64 = 200;
/// The pixels that a line of words takes.
const LINE: usize = 18;

/// Where a row stands.
pub struct PlotPlace {
    /// The top of its marks.
    pub top: usize,
    /// The words, and the line on which they stand.
    words: Vec<(String, usize, Option<&'static str>)>,
}

impl PlotPlace {
    /// The name of the row, and of its group where it is the first.
    pub fn names(&self) -> Markup {
        html! { @for (words, line, class) in &self.words { text class=[*class] y=(line) { (words) } } }
    }
}

/// The places of all rows, whose marks are so high; the gutter; and the height of all.
pub fn places(plot: &Plot<'_>, marks: usize) -> (Vec<PlotPlace>, u64, usize) {
    let is_short = plot.longest_label() <= SHORT;
    let mut y = 0;
    let mut places = Vec::with_capacity(plot.rows.len());
    for row in &plot.rows {
        let mut words = Vec::new();
        if let Some(group) = &row.group {
            words.push((group.clone(), y + LINE, Some("group")));
            y += LINE + 6;
        }
        if is_short {
            words.push((row.label.clone(), y + marks / 2 + 4, None));
        } else {
            words.push((row.label.clone(), y + LINE - 3, None));
            y += LINE;
        }
        places.push(PlotPlace { top: y, words });
        y += marks + 4;
    }
    (places, if is_short { GUTTER } else { 0 }, y)
}
