//! A typed cell as the text that the same cell has in a CSV file.

use calamine::{CellErrorType, DataRef, ExcelDateTime};
use chrono::{Days, NaiveDate};

/// A spreadsheet keeps fifteen digits of a number: from here on the last ones
/// may have been rounded away.
const UNSURE: f64 = 1e15;
/// The last day that Excel knows, 31/12/9999, in the 1900 system.
const LAST_DAY: u64 = 2_958_465;

/// Writes the text of a cell.
///
/// Whole numbers have no decimal point; of more than fifteen digits they are
/// written as `1.32E+15` is, for whoever reads them to know the damage. Dates
/// are `YYYY-MM-DD`, with the time where there is one.
pub fn write(value: &DataRef<'_>, is_1904: bool, text: &mut String) {
    text.clear();
    match value {
        DataRef::Empty => {}
        DataRef::String(string) | DataRef::DateTimeIso(string) | DataRef::DurationIso(string) => text.push_str(string),
        DataRef::SharedString(string) => text.push_str(string),
        DataRef::Bool(true) => text.push_str("TRUE"),
        DataRef::Bool(false) => text.push_str("FALSE"),
        DataRef::Float(number) => text.push_str(&number_text(*number)),
        // As a float, the number is beyond sure digits exactly where it was before.
        #[allow(clippy::cast_precision_loss)]
        DataRef::Int(number) => text.push_str(&number_text(*number as f64)),
        DataRef::DateTime(instant) => {
            let date = if instant.is_datetime() { date_text(instant, is_1904) } else { None };
            text.push_str(&date.unwrap_or_else(|| number_text(instant.as_f64())));
        }
        DataRef::Error(error) => text.push_str(error_text(error)),
    }
}

fn number_text(number: f64) -> String {
    if number.abs() >= UNSURE { format!("{number:E}").replacen('E', "E+", 1) } else { number.to_string() }
}

/// An error as Excel shows it: no value of any column.
const fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

/// The date of a serial number, and its time of day unless it is midnight;
/// `None` where the number is no date.
fn date_text(instant: &ExcelDateTime, is_1904: bool) -> Option<String> {
    const DAY: u64 = 86_400_000;
    let serial = instant.as_f64();
    if !serial.is_finite() || serial < 0.0 {
        return None;
    }
    // Both are small and not negative: nothing is lost but the fraction.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (mut days, mut time) = (serial.floor() as u64, (serial.fract() * 86_400_000.0).round() as u64);
    if time >= DAY {
        // Less than half a millisecond before midnight is midnight, badly added up.
        (days, time) = (days.saturating_add(1), 0);
    }
    let date = match days {
        _ if days > LAST_DAY => return None,
        _ if is_1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?.checked_add_days(Days::new(days))?.to_string(),
        // A time of day alone.
        0 => String::new(),
        // Excel takes 1900 for a leap year: a day that never was, and every date before it a day late.
        60 => "1900-02-29".to_owned(),
        1..60 => NaiveDate::from_ymd_opt(1899, 12, 31)?.checked_add_days(Days::new(days))?.to_string(),
        _ => NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?.to_string(),
    };
    let seconds = time / 1000;
    let clock = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some(match (date.is_empty(), time) {
        (true, _) => clock,
        (false, 0) => date,
        (false, _) => format!("{date}T{clock}"),
    })
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn text(value: &DataRef<'_>) -> String {
        let mut text = "before".to_owned();
        write(value, false, &mut text);
        text
    }

    fn date(serial: f64, is_1904: bool) -> String {
        let mut text = String::new();
        let instant = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904);
        write(&DataRef::DateTime(instant), is_1904, &mut text);
        text
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        for (number, shown) in [
            (9_990_000_018.0, "9990000018"),
            (9_990_000_018.5, "9990000018.5"),
            (1.0, "1"),
            (-0.25, "-0.25"),
            (999_999_999_999_999.0, "999999999999999"),
            (1_324_681_000_000_101.0, "1.324681000000101E+15"),
            (39_115_611_000_001_103.0, "3.91156110000011E+16"),
            (1e300, "1E+300"),
        ] {
            assert_eq!(text(&DataRef::Float(number)), shown);
        }
        assert_eq!(text(&DataRef::Int(9_990_000_018)), "9990000018");
    }

    #[test]
    fn other_cells() {
        assert_eq!(text(&DataRef::Empty), "");
        assert_eq!(text(&DataRef::Bool(true)), "TRUE");
        assert_eq!(text(&DataRef::Error(CellErrorType::NA)), "#N/A");
        assert_eq!(text(&DataRef::SharedString(" 0123 ")), " 0123 ");
    }

    #[test]
    fn dates_of_the_1900_system() {
        for (serial, shown) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (60.0, "1900-02-29"),
            (61.0, "1900-03-01"),
            (44_538.0, "2021-12-08"),
            (44_538.395_833_333_336, "2021-12-08T09:30:00"),
            (44_537.999_999_999_99, "2021-12-08"),
            (44_537.999_99, "2021-12-07T23:59:59"),
            (0.5, "12:00:00"),
            (2_958_465.0, "9999-12-31"),
            (2_958_466.0, "2958466"),
            (9_990_000_018.0, "9990000018"),
            (-1.0, "-1"),
        ] {
            assert_eq!(date(serial, false), shown);
        }
    }

    #[test]
    fn dates_of_the_1904_system() {
        for (serial, shown) in
            [(0.0, "1904-01-01"), (1.0, "1904-01-02"), (43_076.0, "2021-12-08"), (60.0, "1904-03-01")]
        {
            assert_eq!(date(serial, true), shown);
        }
    }

    #[test]
    fn durations_are_numbers() {
        let instant = ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(text(&DataRef::DateTime(instant)), "1.5");
    }
}
