//! Dates in text, and time stamps in file names.

use chrono::{Datelike, NaiveDate, TimeDelta};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use vaxdash::domain::UkDate;
use vaxdash::load::{DateCell, DateEvidence, read_date, read_date_of_death, time_stamp};

use super::law;

/// The forms of the specification that leave no doubt, and the two day-first ones.
const CERTAIN: [&str; 6] = ["%Y%m%d", "%Y-%m-%d", "%d-%b-%Y", "%d %b %Y", "%d-%B-%Y", "%d %B %Y"];
const DAY_FIRST: [&str; 2] = ["%d/%m/%Y", "%d-%m-%Y"];
const MONTH_FIRST: [&str; 2] = ["%m/%d/%Y", "%m-%d-%Y"];
const TIMES: [&str; 12] = [
    "",
    "T093000",
    "T09300000",
    "T09300001",
    "t235959",
    "T09:30:00+01:00",
    "T09:30:00.000Z",
    " 09:30",
    " 09:30:00",
    " 00:00",
    " 9:30 AM",
    "  23:59:59 GMT",
];

fn read(text: &str) -> (DateCell, DateEvidence) {
    let mut evidence = DateEvidence::default();
    (read_date(text.as_bytes(), &mut evidence), evidence)
}

/// Every day of a century and a half.
fn days() -> impl Iterator<Item = NaiveDate> {
    NaiveDate::from_ymd_opt(1890, 1, 1).unwrap().iter_days().take_while(|day| day.year() < 2041)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_i32..55_000).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(690_000 + days).unwrap())
}

/// The month's name is written with three letters.
fn write(day: NaiveDate, form: &str) -> String {
    day.format(&form.replace("%B", "%b")).to_string()
}

#[test]
fn every_day_is_read_in_every_form() {
    for (count, day) in days().enumerate() {
        let time = TIMES[count % TIMES.len()];
        for form in CERTAIN {
            let text = format!("{}{time}", write(day, form));
            // Month names in capitals too.
            let text = if form.contains("%B") { text.to_uppercase() } else { text };
            assert_eq!(read(&text), (DateCell::Date(day), DateEvidence::default()), "{text}");
        }
        for form in DAY_FIRST {
            let text = format!("{}{time}", write(day, form));
            // Only a day that is no month is evidence.
            let evidence = DateEvidence { day_first: u64::from(day.day() > 12), month_first: 0 };
            assert_eq!(read(&text), (DateCell::Date(day), evidence), "{text}");
        }
    }
}

#[test]
fn month_first_is_never_taken_for_day_first() {
    for day in days() {
        for form in MONTH_FIRST {
            let text = write(day, form);
            let (cell, evidence) = read(&text);
            if day.day() > 12 {
                assert_eq!(cell.date(), None, "{text}");
                assert_eq!(evidence, DateEvidence { day_first: 0, month_first: 1 }, "{text}");
                assert!(evidence.refuses());
            } else {
                // It reads as the other day, and proves nothing.
                assert_eq!(cell.date(), day.with_day(1).unwrap().with_month(day.day()).unwrap().with_day(day.month()));
                assert_eq!(evidence, DateEvidence::default(), "{text}");
            }
        }
    }
}

law! {
    every_form_takes_every_time(
        "dates", 1,
        day in any_day(),
        form in select([CERTAIN.as_slice(), DAY_FIRST.as_slice()].concat()),
        time in select(&TIMES[..]),
        around in vec(select(&["", " ", "\u{a0}", "\t"][..]), 2),
    ) {
        let text = format!("{}{}{time}{}", around[0], write(day, form), around[1]);
        prop_assert_eq!(read(&text).0, DateCell::Date(day), "{:?}", text);
        let death = read_date_of_death(text.as_bytes(), &mut DateEvidence::default());
        prop_assert_eq!(death, DateCell::Date(day));
        // Two-digit years and anything after the date that is no time are refused.
        let short = day.format("%d/%m/%y").to_string();
        prop_assert_eq!(read(&short).0.date(), None);
        prop_assert_eq!(read(&format!("{} (approx)", write(day, form))).0.date(), None);
    }
}

/// Text that is nearly a date.
fn nearly() -> impl Strategy<Value = String> {
    const PIECES: [&str; 30] = [
        "2021", "1999", "20", "21", "12", "08", "8", "31", "29", "02", "00", "13", "/", "-", " ", "T", "t", ":", "+",
        "Z", "Oct", "dec", "Feb", "Sept", ".", "é", "٣", "09:30", "00000000", "AM",
    ];
    vec(select(&PIECES[..]), 0..9).prop_map(|pieces| pieces.concat())
}

law! {
    a_date_is_never_made_up("dates", 1, cell in prop_oneof![vec(any::<u8>(), 0..24), nearly().prop_map(String::into_bytes)]) {
        let text = String::from_utf8_lossy(&cell).into_owned();
        let mut evidence = DateEvidence::default();
        match read_date(&cell, &mut evidence) {
            DateCell::Blank => prop_assert!(text.trim().is_empty()),
            DateCell::Bad(fault) => {
                prop_assert_eq!(evidence.day_first, 0);
                prop_assert!(!fault.reason().is_empty());
            }
            DateCell::Date(day) => {
                prop_assert_eq!(evidence.month_first, 0);
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                for part in [format!("{:04}", day.year()), day.day().to_string()] {
                    prop_assert!(digits.contains(&part), "{:?}", text);
                }
                prop_assert_eq!(read(&UkDate(day).to_string()).0, DateCell::Date(day));
            }
        }
        // A death of a whole date is that date; other text may only be a year or a month.
        let death = read_date_of_death(&cell, &mut DateEvidence::default());
        if let Some(day) = read(&text).0.date() {
            prop_assert_eq!(death, DateCell::Date(day));
        } else if let Some(day) = death.date() {
            prop_assert_eq!(day.day(), 1);
            prop_assert!([4, 6, 7].contains(&text.trim().len()));
        }
    }
}

#[test]
fn partial_deaths_mean_their_first_day() {
    let death = |text: &str| read_date_of_death(text.as_bytes(), &mut DateEvidence::default()).date();
    for year in 1900..=2040 {
        assert_eq!(death(&format!("{year}")), NaiveDate::from_ymd_opt(year, 1, 1));
        for month in 0..=13 {
            let day = NaiveDate::from_ymd_opt(year, month, 1);
            assert_eq!(death(&format!("{year}{month:02}")), day);
            assert_eq!(death(&format!(" {year}-{month:02} ")), day);
        }
    }
}

law! {
    time_stamps_are_found_in_names(
        "dates", 1,
        before in prop_oneof!["", "[A-Za-z_é]{0,12}_", "COVID_Vaccinations_v5_[A-Z0-9]{3,9}_"],
        day in any_day(),
        second in 0_i64..86_400,
        offset in select(&["", "00", "01"][..]),
        letter in select(&["T", "t"][..]),
        after in "(_[a-z]{0,5})?\\.[a-z]{3}",
    ) {
        let written = day.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::seconds(second);
        let name = format!("{before}{}{letter}{}{offset}{after}", written.format("%Y%m%d"), written.format("%H%M%S"));
        let hours = i64::from(offset == "01");
        prop_assert_eq!(time_stamp(&name), Some((written - TimeDelta::hours(hours)).and_utc()), "{}", name);
    }
}

law! {
    time_stamps_of_any_name("dates", 1, name in prop_oneof![any::<String>(), nearly(), "[0-9T]{0,30}"]) {
        if let Some(at) = time_stamp(&name) {
            prop_assert!(name.to_uppercase().contains('T') && at.naive_utc() > NaiveDate::MIN.and_hms_opt(0, 0, 0).unwrap());
        }
    }
}
