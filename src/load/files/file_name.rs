//! What a file's name tells: its time stamp and its supplier. Never its kind.

use std::ffi::OsStr;
use std::path::Path;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// The name of a file without its folders; empty for a path without one.
#[must_use]
pub fn file_name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The ending of a file's name, lower-cased.
#[must_use]
pub fn ending(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase()
}

/// The instant in a name such as
/// `COVID_Vaccinations_v5_YGM41_20211207T18300000.csv`.
///
/// `YYYYMMDDThhmmss` may be followed by two digits of offset: 00 for UTC, 01
/// for British Summer Time; other digits are no offset. Any case.
#[must_use]
pub fn time_stamp(name: &str) -> Option<DateTime<Utc>> {
    let bytes = name.as_bytes();
    (0..bytes.len()).find_map(|start| stamp_at(bytes.get(start..)?))
}

fn stamp_at(bytes: &[u8]) -> Option<DateTime<Utc>> {
    let number = |from: usize, to: usize| -> Option<u32> {
        let digits = bytes.get(from..to)?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        std::str::from_utf8(digits).ok()?.parse().ok()
    };
    if !bytes.get(8).is_some_and(|t| t.eq_ignore_ascii_case(&b'T')) {
        return None;
    }
    let year = i32::try_from(number(0, 4)?).ok()?;
    let local = NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?)?.and_hms_opt(
        number(9, 11)?,
        number(11, 13)?,
        number(13, 15)?,
    )?;
    let offset = if bytes.get(15..17) == Some(b"01") { TimeDelta::hours(1) } else { TimeDelta::zero() };
    Some((local - offset).and_utc())
}

/// The ODS code of the supplier in a name of the form
/// `COVID_Vaccinations_v5_<ODS>_<time stamp>.csv`, upper-cased.
#[must_use]
pub fn supplier_code(name: &str) -> Option<String> {
    const PREFIX: &str = "covid_vaccinations_v5_";
    let lower = name.to_ascii_lowercase();
    let rest = lower.strip_prefix(PREFIX)?;
    let (code, _) = rest.split_once('_')?;
    Some(code.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_stamps_are_instants() {
        for (name, instant) in [
            ("COVID_Vaccinations_v5_YGM41_20211207T18300000.csv", Some("2021-12-07T18:30:00Z")),
            ("covid_vaccinations_V5_YGA_20220511t07000001.DAT", Some("2022-05-11T06:00:00Z")),
            ("extract-20220511T070000.csv", Some("2022-05-11T07:00:00Z")),
            ("20221311T070000.csv", None),
            ("extract_20220511.csv", None),
            ("x_20220511T07000099.csv", Some("2022-05-11T07:00:00Z")),
            ("naïve_20220511T070000é.csv", Some("2022-05-11T07:00:00Z")),
        ] {
            let found = time_stamp(name).map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
            assert_eq!(found.as_deref(), instant, "{name}");
        }
    }

    #[test]
    fn the_supplier_is_in_v5_names_only() {
        assert_eq!(supplier_code("covid_vaccinations_v5_ygm41_20211207T18300000.csv").as_deref(), Some("YGM41"));
        assert_eq!(supplier_code("vaccinations_YGM41.csv"), None);
    }
}
