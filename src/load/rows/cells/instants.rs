//! Instants as people write them: when a source was refreshed, or a report run.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::dates::{DateCell, DateEvidence, read_date};
use crate::domain::london_to_utc;

/// Reads `11/05/2022 06:00 GMT`, `2022-05-11T07:00:00+01:00` and the like. A
/// time without a zone is GMT, as in file names; a date alone is its midnight.
pub fn read_instant(text: &str, evidence: &mut DateEvidence) -> Option<DateTime<Utc>> {
    let DateCell::Date(date) = read_date(text.as_bytes(), evidence) else { return None };
    let time = text.trim().split_once([' ', 'T', 't']).map_or("", |(_, time)| time);
    // `08 Dec 2021 09:30`: the time is what holds a colon, or what follows a T.
    let clock = time.split(' ').find(|part| part.contains(':')).unwrap_or(time);
    let clock = if clock.starts_with(|c: char| c.is_ascii_digit()) { clock } else { "" };
    let summer = text.to_ascii_uppercase().contains("BST") || clock.contains("+01");
    let digits: String =
        clock.split(['+', 'Z', 'z', '.']).next().unwrap_or("").chars().filter(char::is_ascii_digit).collect();
    let part = |from: usize| digits.get(from..from + 2).and_then(|two| two.parse().ok()).unwrap_or(0);
    let offset = TimeDelta::hours(i64::from(summer || digits.get(6..8) == Some("01")));
    let time = NaiveTime::from_hms_opt(part(0), part(2), part(4))?;
    Some((date.and_time(time) - offset).and_utc())
}

/// The same, where a time without a zone is that of clocks in England.
pub fn read_local_instant(text: &str) -> Option<DateTime<Utc>> {
    let instant = read_instant(text, &mut DateEvidence::default())?;
    let upper = text.to_ascii_uppercase();
    let has_zone = ["GMT", "BST", "UTC", "Z", "+"].iter().any(|zone| upper.contains(zone));
    Some(if has_zone { instant } else { london_to_utc(instant.naive_utc()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_as_people_write_them() {
        for (text, instant) in [
            ("11/05/2022 06:00 GMT", Some("2022-05-11T06:00")),
            ("11/05/2022 07:00 BST", Some("2022-05-11T06:00")),
            ("11/05/2022 06:00", Some("2022-05-11T06:00")),
            ("2022-05-11T07:00:00+01:00", Some("2022-05-11T06:00")),
            ("2022-05-11T06:00:00Z", Some("2022-05-11T06:00")),
            ("20220511T07000001", Some("2022-05-11T06:00")),
            ("11 May 2022 06:00", Some("2022-05-11T06:00")),
            ("11/05/2022", Some("2022-05-11T00:00")),
            ("11-Oct-2022", Some("2022-10-11T00:00")),
            ("11/05/2022 25:00", None),
            ("yesterday", None),
        ] {
            let read = read_instant(text, &mut DateEvidence::default());
            assert_eq!(read.map(|at| at.format("%Y-%m-%dT%H:%M").to_string()).as_deref(), instant, "{text}");
        }
    }

    #[test]
    fn clocks_in_england_are_put_forward_in_summer() {
        for (text, instant) in [
            ("11/05/2022 07:30", "2022-05-11T06:30"),
            ("11-May-2022 07:30", "2022-05-11T06:30"),
            ("08/12/2021 07:30", "2021-12-08T07:30"),
            ("11/05/2022 07:30 GMT", "2022-05-11T07:30"),
            ("11/05/2022 07:30 BST", "2022-05-11T06:30"),
            ("27/03/2022 00:59", "2022-03-27T00:59"),
            ("27/03/2022 02:00", "2022-03-27T01:00"),
        ] {
            let read = read_local_instant(text).map(|at| at.format("%Y-%m-%dT%H:%M").to_string());
            assert_eq!(read.as_deref(), Some(instant), "{text}");
        }
    }
}
