//! What is drawn of a plot.

use maud::Markup;

/// A picture.
pub struct Picture {
    /// Its height in pixels.
    pub height: usize,
    /// What is in it.
    pub marks: Markup,
    /// The room at the left of shares, in tenths of a per cent of the width.
    pub gutter: Option<u64>,
    /// What it shows, in words.
    pub words: &'static str,
}
