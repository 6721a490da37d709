//! What programs put around a value without changing it (specification 8.1).

/// `cell` without the marks around its value: white space, no-break spaces and
/// marks without width, a leading apostrophe, `="…"`, quotation marks that
/// broken quoting has left, and the `.0` of a whole number read as a decimal.
///
/// For NHS numbers, codes, telephone numbers, dates, flags, gender and
/// deprivation; never for names and addresses, which may begin with any mark.
#[inline]
#[must_use]
pub fn undecorated(cell: &[u8]) -> &[u8] {
    match cell {
        [] => cell,
        // Nearly every cell begins and ends with a letter or digit, and is no decimal.
        [first, .., dot, last] if is_plain(*first) && is_plain(*last) && !is_decimal_end(*dot, *last, cell) => cell,
        [one] | [one, _] if is_plain(*one) && cell.last().is_some_and(|last| is_plain(*last)) => cell,
        _ => strip(cell),
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// Whether a cell ends with a point and zeros. Dates and codes may end with zeros alone.
fn is_decimal_end(before: u8, last: u8, cell: &[u8]) -> bool {
    last == b'0' && (before == b'.' || before == b'0' && cell.iter().rev().find(|byte| **byte != b'0') == Some(&b'.'))
}

/// Takes the marks off, one layer after the other, until none is left.
fn strip(cell: &[u8]) -> &[u8] {
    let mut rest = cell;
    loop {
        let bare = layer(trimmed(rest));
        if bare.len() == rest.len() {
            return without_decimal(bare);
        }
        rest = bare;
    }
}

/// The cell without its outermost mark.
fn layer(cell: &[u8]) -> &[u8] {
    match cell {
        [b'=', b'"', inside @ .., b'"'] | [b'"', inside @ .., b'"'] => inside,
        [b'\'' | b'"', rest @ ..] | [rest @ .., b'"'] => rest,
        _ => cell,
    }
}

fn trimmed(cell: &[u8]) -> &[u8] {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    std::str::from_utf8(cell).map_or_else(|_| cell.trim_ascii(), |text| text.trim_matches(is_blank).as_bytes())
}

/// A whole number without the decimal places that are all zero: `12.0`, `12.00`.
fn without_decimal(cell: &[u8]) -> &[u8] {
    let Some(dot) = cell.iter().position(|byte| *byte == b'.') else { return cell };
    let (whole, places) = (&cell[..dot], &cell[dot + 1..]);
    let is_whole = !whole.is_empty() && whole.iter().all(u8::is_ascii_digit);
    if is_whole && !places.is_empty() && places.iter().all(|byte| *byte == b'0') { whole } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_value_are_taken_off() {
        for (cell, value) in [
            ("1324681000000101", "1324681000000101"),
            ("'1324681000000101", "1324681000000101"),
            ("=\"1324681000000101\"", "1324681000000101"),
            ("\"1324681000000101\"", "1324681000000101"),
            ("\"1324681000000101", "1324681000000101"),
            ("1324681000000101\"", "1324681000000101"),
            ("1324681000000101.0", "1324681000000101"),
            ("1324681000000101.00", "1324681000000101"),
            ("\u{a0}\u{200b}1324681000000101\u{feff}", "1324681000000101"),
            ("=\"'1.0\"", "1"),
            ("1.50", "1.50"),
            ("100", "100"),
            ("2000", "2000"),
            (".0", ".0"),
            ("1.", "1."),
            ("0", "0"),
            ("a.0", "a.0"),
            ("23.02.2000", "23.02.2000"),
            ("\"", ""),
            ("'", ""),
            ("", ""),
        ] {
            assert_eq!(String::from_utf8_lossy(undecorated(cell.as_bytes())), value, "{cell}");
        }
    }
}
