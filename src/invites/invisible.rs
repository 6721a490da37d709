//! Marks that stand in cells and show nothing.

/// Whether a character shows nothing and takes no room.
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether nothing of a cell is seen.
pub fn is_blank(cell: &str) -> bool {
    cell.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// A cell as it is seen.
pub fn as_seen(cell: &str) -> String {
    cell.chars().filter(|c| !is_invisible(*c)).collect()
}
