//! NHS numbers, practice codes, ages, cohorts, headings and file names.

use chrono::{Datelike, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use vaxdash::domain::{AgeBand, AgeRange, Cohort, NhsNumber, OdsCode, completed_years};
use vaxdash::load::{heading, supplier_code};

use super::law;
use crate::reference::cells::shape;

/// Text made of these pieces.
fn of(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    vec(select(pieces), 0..most).prop_map(|pieces| pieces.concat())
}

/// Modulus 11 as the NHS Data Dictionary words it, worked out on its own.
fn is_valid(digits: &str) -> bool {
    let digits: Vec<u32> = digits.chars().map(|c| c.to_digit(10).unwrap()).collect();
    let sum: u32 = digits[..9].iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        check => check,
    };
    let is_placeholder = digits.iter().all(|digit| *digit == digits[0]) || digits == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    check == digits[9] && !is_placeholder
}

/// Ten digits, about half of them valid.
fn ten_digits() -> impl Strategy<Value = String> {
    (0_u64..10_000_000_000, any::<bool>()).prop_map(|(value, valid)| {
        let number = if valid { NhsNumber::from_prefix(value / 10) } else { None };
        number.map_or_else(|| format!("{value:010}"), NhsNumber::digits)
    })
}

law! {
    ten_digits_are_accepted_if_and_only_if_modulus_11_says_so("words", 1, digits in ten_digits()) {
        let read = NhsNumber::read(digits.as_bytes());
        prop_assert_eq!(read.is_ok(), is_valid(&digits));
        if let Ok(number) = read {
            prop_assert_eq!(number.digits(), digits.clone());
            prop_assert_eq!(NhsNumber::from_value(digits.parse().unwrap()), Some(number));
            prop_assert_eq!(NhsNumber::from_prefix(digits[..9].parse().unwrap()), Some(number));
            let masked = number.masked();
            prop_assert!(masked.starts_with(&digits[..3]) && masked.ends_with(&digits[7..]) && masked.contains("****"));
            prop_assert_eq!(format!("{:?}", number), masked);
        }
    }
}

law! {
    marks_that_are_forgiven_change_nothing(
        "words", 1,
        digits in ten_digits(),
        gaps in vec(select(&["", "", "", " ", "-", "\u{a0}", "  ", " -", "\u{2011}", "\u{202f}", "\t"][..]), 11),
        apostrophe in any::<bool>(),
        decimal in any::<bool>(),
    ) {
        let mut cell = gaps[0].to_owned();
        cell.push_str(if apostrophe { "'" } else { "" });
        for (digit, gap) in digits.chars().zip(&gaps[1..]) {
            cell.push(digit);
            // Not between the last digit and `.0`.
            if !(decimal && cell.chars().filter(char::is_ascii_digit).count() == 10) {
                cell.push_str(gap);
            }
        }
        cell.push_str(if decimal { ".0" } else { "" });
        prop_assert_eq!(NhsNumber::read(cell.as_bytes()), NhsNumber::read(digits.as_bytes()), "{:?}", cell);
    }
}

law! {
    an_nhs_number_is_never_made_up("words", 1, cell in prop_oneof![
        vec(any::<u8>(), 0..24),
        of(&["9", "0", "1", "99", "000", "18", " ", "-", "'", ".0", ".", "E", "e", "+", "é", "\u{a0}", "٩"], 16).prop_map(String::into_bytes),
    ]) {
        let written: String = String::from_utf8_lossy(&cell).chars().filter(char::is_ascii_digit).collect();
        match NhsNumber::read(&cell) {
            // What is written, less the 0 of `.0`.
            Ok(number) => prop_assert!([number.digits(), number.digits() + "0"].contains(&written)),
            // The reason never repeats the cell.
            Err(fault) => prop_assert!(written.len() < 3 || !fault.reason().contains(&written)),
        }
    }
}

/// The form of a practice code, worked out on its own.
fn ods_by_hand(text: &str) -> Option<String> {
    let code = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    ["A99999", "AAA999"].contains(&shape(code).as_str()).then(|| code.to_ascii_uppercase())
}

law! {
    practice_codes_have_one_of_two_forms("words", 1, text in prop_oneof![
        "[ \u{a0}\u{feff}]{0,2}[a-zA-Z]{1,3}[0-9]{3,5}[ \u{a0}\t]{0,2}",
        of(&["A", "b", "12", "345", "0", " ", "\u{a0}", "K", "é", "\u{212a}", "-"], 8),
        any::<String>(),
    ]) {
        let read = OdsCode::read(text.as_bytes());
        prop_assert_eq!(read.map(|code| code.to_string()), ods_by_hand(&text), "{:?}", text);
        if let Some(code) = read {
            prop_assert_eq!(OdsCode::read(code.as_str().as_bytes()), Some(code));
        }
    }
}

law! {
    practice_codes_of_any_bytes("words", 1, cell in vec(any::<u8>(), 0..10)) {
        if let Some(code) = OdsCode::read(&cell) {
            prop_assert_eq!(code.as_str().len(), 6);
        }
    }
}

law! {
    ages_read_back_as_they_are_shown("words", 1, from in 0_u16..1000, more in proptest::option::of(0_u16..1000), age in 0_u16..1000) {
        let to = more.map(|more| (from + more).min(999));
        let range = AgeRange { from, to };
        prop_assert_eq!(AgeRange::read(&range.to_string()), Some(range));
        let other = AgeRange::read(&format!("{from}-{}", to.unwrap_or(999))).unwrap();
        prop_assert_eq!(other.holds(age), from <= age && age <= to.unwrap_or(999));
        // A band meets a range where an age is in both.
        let shared = (0..1000).filter(|age| range.holds(*age)).map(AgeBand::of).collect::<std::collections::BTreeSet<_>>();
        for band in AgeBand::all() {
            prop_assert_eq!(band.meets(range), shared.contains(&band));
        }
    }
}

law! {
    ages_of_any_text("words", 1, text in prop_oneof![of(&["1", "75", "016", "+", "-", " ", "999", "1000"], 6), any::<String>()]) {
        if let Some(range) = AgeRange::read(&text) {
            prop_assert!(range.to.is_none_or(|to| range.from <= to && to <= 999) && range.from <= 999);
            prop_assert_eq!(AgeRange::read(&range.to_string()), Some(range));
        }
    }
}

#[test]
fn every_age_is_in_one_band() {
    for age in 0..=150 {
        let bands: Vec<AgeBand> = AgeBand::all().filter(|band| band.ages().holds(age)).collect();
        assert_eq!(bands, [AgeBand::of(age)], "{age}");
    }
}

/// Birthdays from birth to a day, counted one by one.
fn birthdays(birth: NaiveDate, on: NaiveDate) -> usize {
    let birthday = |year: i32| {
        NaiveDate::from_ymd_opt(year, birth.month(), birth.day()).or(NaiveDate::from_ymd_opt(year, 3, 1)).unwrap()
    };
    (birth.year() + 1..=on.year()).filter(|year| birthday(*year) <= on).count()
}

law! {
    ages_are_birthdays_counted("words", 1, born in 0_i32..60_000, lived in -10_i32..45_000) {
        let birth = NaiveDate::from_num_days_from_ce_opt(680_000 + born).unwrap();
        let on = NaiveDate::from_num_days_from_ce_opt(680_000 + born + lived).unwrap();
        let expected = (lived >= 0).then(|| birthdays(birth, on));
        prop_assert_eq!(completed_years(birth, on).map(usize::from), expected);
    }
}

law! {
    cohorts_have_one_spelling("words", 1, text in prop_oneof![
        of(&["1", "7", "0", "+", " ", "none", "NONE", "-"], 4), any::<String>(), (0_u8..30).prop_map(|number| number.to_string()),
    ]) {
        let known = (1..=17).map(|number| number.to_string()).any(|number| number == text) || text.to_lowercase() == "none";
        let read = Cohort::read(&text);
        prop_assert_eq!(read.is_some(), known, "{:?}", text);
        prop_assert_eq!(read.map(|cohort| cohort.to_string()), known.then(|| text.to_lowercase()));
    }
}

law! {
    only_letters_and_digits_of_a_heading_count(
        "words", 1,
        words in "[a-zA-Z0-9éßÉ]{0,20}",
        noise in vec(select(&["", "", " ", "_", "-", ".", "(", ")", "\u{a0}", "\u{feff}", "\u{200b}", "\r\n", "\"", "/"][..]), 21),
    ) {
        let noisy: String = words.chars().zip(&noise).flat_map(|(c, noise)| [(*noise).to_owned(), c.to_string()]).collect();
        let plain = heading(&words);
        prop_assert_eq!(heading(&format!("{noisy}{}", noise[20])), plain.clone());
        prop_assert_eq!(heading(&words.to_uppercase().to_lowercase()), heading(&words.to_uppercase()));
        prop_assert_eq!(heading(&plain), plain.clone());
        prop_assert_eq!(plain, words.to_lowercase());
    }
}

law! {
    headings_of_any_text("words", 1, text in any::<String>()) {
        let found = heading(&text);
        prop_assert!(!found.chars().any(|c| c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_uppercase()));
    }
}

law! {
    suppliers_are_in_v5_names(
        "words", 1,
        prefix in select(&["COVID_Vaccinations_v5_", "covid_vaccinations_V5_", "Covid_VACCINATIONS_v5_"][..]),
        code in "[A-Za-z0-9]{1,10}",
        rest in "[0-9T]{0,17}\\.(csv|dat|CSV)",
    ) {
        prop_assert_eq!(supplier_code(&format!("{prefix}{code}_{rest}")), Some(code.to_ascii_uppercase()));
        prop_assert_eq!(supplier_code(&format!("x{prefix}{code}_{rest}")), None);
        prop_assert_eq!(supplier_code(&format!("{prefix}{code}")), None);
    }
}

law! {
    suppliers_of_any_name("words", 1, name in any::<String>()) {
        prop_assert!(supplier_code(&name).is_none() || name.to_lowercase().starts_with("covid"));
    }
}
