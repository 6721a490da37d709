//! Dates of birth.

use chrono::NaiveDateTime;

use super::dates::{DateCell, DateEvidence, read_date};
use crate::domain::london_date;

/// Reads a date of birth. One that is written as an instant in UTC
/// (`1950-06-30T23:00:00.000Z`) is the date in London: a program made a date
/// into an instant, and back it must go.
pub fn read_birth(cell: &[u8], evidence: &mut DateEvidence) -> DateCell {
    match cell {
        [.., b'Z' | b'z'] => match instant(cell) {
            Some(instant) => DateCell::Date(london_date(instant.and_utc())),
            None => read_date(cell, evidence),
        },
        _ => read_date(cell, evidence),
    }
}

fn instant(cell: &[u8]) -> Option<NaiveDateTime> {
    let text = std::str::from_utf8(cell).ok()?.to_ascii_uppercase();
    let text = text.strip_suffix('Z')?.trim_end();
    let forms = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y%m%dT%H%M%S%.f"];
    forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_in_utc_is_the_date_in_london() {
        for (cell, date) in [
            ("1950-06-30T23:00:00.000Z", "1950-07-01"),
            ("1978-04-08T23:00:00Z", "1978-04-09"),
            ("1978-04-08t23:00:00z", "1978-04-09"),
            ("1978-01-08T23:00:00.000Z", "1978-01-08"),
            ("1978-04-08T22:59:59Z", "1978-04-08"),
            ("1978-04-08T23:00Z", "1978-04-09"),
            ("1978-04-08T23:00:00", "1978-04-08"),
            ("1978-04-08", "1978-04-08"),
            ("08/04/1978", "1978-04-08"),
        ] {
            let read = read_birth(cell.as_bytes(), &mut DateEvidence::default());
            assert_eq!(read.date().map(|date| date.to_string()).as_deref(), Some(date), "{cell}");
        }
        assert_eq!(read_birth(b"Z", &mut DateEvidence::default()).date(), None);
    }
}
