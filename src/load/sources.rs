//! When each data source was last refreshed.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::data_rows::RowCount;
use super::dates::{DateCell, DateEvidence, read_date};
use super::faults::{FileFault, check_order};
use super::headers::Field;
use super::survey::{InputFile, Layout};

/// The rows of the `sources` files.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Each source with its instant; `None` where it could not be read.
    pub refreshed: Vec<(String, Option<DateTime<Utc>>)>,
    /// The file that names each of them.
    pub files: Vec<String>,
}

impl Sources {
    /// Adds the rows of a file.
    pub fn read(&mut self, file: &InputFile, layout: &Layout) -> Result<RowCount, FileFault> {
        let name = layout.columns.first(Field::SourceName);
        let refreshed = layout.columns.first(Field::LastRefreshed);
        let mut evidence = DateEvidence::default();
        let mut rows = file.rows(layout)?;
        while rows.advance()? {
            let row = rows.row();
            let instant = read_instant(&row.text(refreshed), &mut evidence);
            self.refreshed.push((row.text(name).into_owned(), instant));
            self.files.push(file.name.clone());
        }
        check_order(evidence, refreshed, &layout.columns)?;
        Ok(rows.count())
    }
}

/// Reads `11/05/2022 06:00 GMT`, `2022-05-11T07:00:00+01:00` and the like. A
/// time without a zone is GMT, as in file names; a date alone is its midnight.
fn read_instant(text: &str, evidence: &mut DateEvidence) -> Option<DateTime<Utc>> {
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
}
