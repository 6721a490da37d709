//! Dates of birth.

use chrono::{NaiveDateTime, TimeDelta};

use super::dates::{DateCell, DateEvidence, read_date};
use crate::domain::london_date;

/// Before the first second of a day it is another day.
const SECOND: TimeDelta = TimeDelta::seconds(1);

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

/// Whether a birth is written as an instant in UTC at which no day begins in
/// London: whatever made it had other clocks, and the date may be the day after.
pub fn is_no_midnight(cell: &[u8]) -> bool {
    let is_instant = matches!(cell, [.., b'Z' | b'z']);
    is_instant && instant(cell).is_some_and(|utc| london_date(utc.and_utc()) == london_date((utc - SECOND).and_utc()))
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
            ("1968-11-29T23:00:00.000Z", "1968-11-30"),
            ("1970-01-14T23:00:00.000Z", "1970-01-15"),
            ("1971-12-01T00:00:00.000Z", "1971-12-01"),
            ("1940-10-28T23:00:00.000Z", "1940-10-29"),
            ("1943-06-30T22:00:00.000Z", "1943-07-01"),
            ("1978-04-08T23:00:00", "1978-04-08"),
            ("1978-04-08", "1978-04-08"),
            ("08/04/1978", "1978-04-08"),
        ] {
            let read = read_birth(cell.as_bytes(), &mut DateEvidence::default());
            assert_eq!(read.date().map(|date| date.to_string()).as_deref(), Some(date), "{cell}");
        }
        for (cell, strange) in [
            ("1950-06-30T23:00:00.000Z", false),
            ("1950-01-01T00:00:00.000Z", false),
            ("1970-01-14T23:00:00Z", false),
            ("2009-10-28T23:00:00.000Z", true),
            ("1978-04-08T12:30:00Z", true),
            ("2009-10-28T23:00:00", false),
            ("Z", false),
        ] {
            assert_eq!(is_no_midnight(cell.as_bytes()), strange, "{cell}");
        }
        assert_eq!(read_birth(b"Z", &mut DateEvidence::default()).date(), None);
    }
}
