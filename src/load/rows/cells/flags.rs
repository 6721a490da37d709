//! Yes and no as people write them.

/// A yes/no cell: `None` where it is neither (specification 1.1).
#[must_use]
pub fn read_flag(cell: &[u8]) -> Option<bool> {
    let is = |word: &str| cell.eq_ignore_ascii_case(word.as_bytes());
    match cell {
        b"" | b"0" => Some(false),
        b"1" => Some(true),
        _ if is("n") || is("no") || is("false") => Some(false),
        _ if is("y") || is("yes") || is("true") => Some(true),
        _ => None,
    }
}
