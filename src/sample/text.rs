//! Bytes into reused buffers: no formatting machinery in the hot path.

use super::calendar::{Day, civil};

/// Adds digits, with leading zeros up to `width`; higher digits are left out.
pub fn digits(buffer: &mut Vec<u8>, mut value: u32, width: usize) {
    let mut places = [b'0'; 10];
    let start = 10 - width.min(10);
    for place in places[start..].iter_mut().rev() {
        *place = b'0' + u8::try_from(value % 10).unwrap_or(0);
        value /= 10;
    }
    buffer.extend_from_slice(&places[start..]);
}

/// Adds a number without leading zeros.
pub fn number(buffer: &mut Vec<u8>, value: u32) {
    let width = value.checked_ilog10().map_or(1, |log| usize::try_from(log).unwrap_or(9) + 1);
    digits(buffer, value, width);
}

/// Adds `value` as `width` hexadecimal digits.
pub fn hexadecimal(buffer: &mut Vec<u8>, value: u64, width: u32) {
    for place in (0..width).rev() {
        let nibble = usize::try_from((value >> (4 * place)) & 15).unwrap_or(0);
        buffer.push(b"0123456789abcdef"[nibble]);
    }
}

/// Year, month and date as numbers to write.
fn parts(day: Day) -> (u32, u32, u32) {
    let (year, month, date) = civil(day);
    let small = |part: i32| u32::try_from(part).unwrap_or(0);
    (small(year), small(month), small(date))
}

/// Adds `DD/MM/YYYY`.
pub fn slashed_date(buffer: &mut Vec<u8>, day: Day) {
    let (year, month, date) = parts(day);
    digits(buffer, date, 2);
    buffer.push(b'/');
    digits(buffer, month, 2);
    buffer.push(b'/');
    digits(buffer, year, 4);
}

/// Adds `YYYYMMDD`.
pub fn compact_date(buffer: &mut Vec<u8>, day: Day) {
    let (year, month, date) = parts(day);
    digits(buffer, year * 10_000 + month * 100 + date, 8);
}

/// Adds `YYYY-MM-DD`.
pub fn iso_date(buffer: &mut Vec<u8>, day: Day) {
    let (year, month, date) = parts(day);
    digits(buffer, year, 4);
    buffer.push(b'-');
    digits(buffer, month, 2);
    buffer.push(b'-');
    digits(buffer, date, 2);
}

/// Adds text between quotes, its own quotes doubled.
pub fn quoted(buffer: &mut Vec<u8>, text: &[u8]) {
    buffer.push(b'"');
    for byte in text {
        if *byte == b'"' {
            buffer.push(b'"');
        }
        buffer.push(*byte);
    }
    buffer.push(b'"');
}

/// Adds a cell of a comma-separated file, quoted only where it must be.
pub fn csv_cell(buffer: &mut Vec<u8>, text: &[u8]) {
    if text.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        quoted(buffer, text);
    } else {
        buffer.extend_from_slice(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::calendar::day;

    #[test]
    fn what_is_written() {
        let mut buffer = Vec::new();
        slashed_date(&mut buffer, day(2022, 5, 1));
        buffer.push(b' ');
        compact_date(&mut buffer, day(2022, 5, 1));
        buffer.push(b' ');
        iso_date(&mut buffer, day(1899, 12, 31));
        buffer.push(b' ');
        number(&mut buffer, 0);
        number(&mut buffer, 1230);
        hexadecimal(&mut buffer, 0xabc, 4);
        csv_cell(&mut buffer, b"a\"b");
        assert_eq!(buffer, b"01/05/2022 20220501 1899-12-31 012300abc\"a\"\"b\"");
    }
}
