//! UK mobile numbers.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use vaxdash::invites::{uk_mobile, uk_phone};

use super::law;

/// What stands before the ten digits of a mobile number.
const PREFIXES: [&str; 9] = ["0", "", "+44", "0044", "44", "+44 (0)", "+440", "0044 (0)", "(0)"];

law! {
    every_spelling_of_a_drama_number_is_read(
        "phones", 1,
        last in 0_u16..1000,
        prefix in select(&PREFIXES[..]),
        gaps in vec(select(&["", "", "", " ", "-", "  ", ".", "\u{a0}", "\u{2011}", "(", ")"][..]), 11),
    ) {
        let mut cell = format!("{}{prefix}", gaps[10].trim_start_matches(['(', ')']));
        for (digit, gap) in format!("7700900{last:03}").chars().zip(&gaps) {
            cell.push(digit);
            cell.push_str(gap);
        }
        let expected = format!("07700900{last:03}");
        prop_assert_eq!(uk_mobile(&cell), Some(expected.clone()), "{:?}", cell);
        prop_assert_eq!(uk_mobile(&expected), Some(expected.clone()));
        // Free text beside it makes it unusable.
        prop_assert_eq!(uk_mobile(&format!("{cell} (wife)")), None);
        prop_assert_eq!(uk_mobile(&format!("{cell}/{expected}")), None);
    }
}

/// What may stand at the start of a cell, some of it wrongly.
const STARTS: [&str; 11] = ["+", "44", "0044", "0", "00", "(0)", "+44", "7", " ", "-", "x"];

law! {
    a_mobile_is_never_made_up("phones", 1, cell in prop_oneof![
        any::<String>(),
        (vec(select(&STARTS[..]), 0..4), "7?[0-9 ]{0,9}").prop_map(|(start, end)| format!("{}{end}", start.concat())),
        (vec(select(&STARTS[..]), 0..4), "7[0-9]{9}").prop_map(|(start, end)| format!("{}{end}", start.concat())),
    ]) {
        if let Some(mobile) = uk_mobile(&cell) {
            prop_assert!(mobile.len() == 11 && mobile.starts_with("07") && mobile.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert!(!mobile.starts_with("070") && (!mobile.starts_with("076") || mobile.starts_with("07624")));
            prop_assert_eq!(uk_mobile(&mobile), Some(mobile.clone()));
            // Nothing but zeros and the country's code stands before the ten digits of the number.
            let written: String = cell.chars().filter(char::is_ascii_digit).collect();
            let before = written.strip_suffix(&mobile[1..]).map(|before| before.trim_matches('0'));
            prop_assert!(before.is_some_and(|before| ["", "44"].contains(&before)), "{:?}", cell);
        }
    }
}

law! {
    every_spelling_of_a_landline_is_read(
        "phones", 1,
        last in 0_u16..1000,
        prefix in select(&PREFIXES[..]),
        gaps in vec(select(&["", "", "", " ", "-", "  ", ".", "\u{a0}", "\u{2011}", "(", ")"][..]), 10),
    ) {
        let mut cell = prefix.to_owned();
        for (digit, gap) in format!("1632960{last:03}").chars().zip(&gaps) {
            cell.push(digit);
            cell.push_str(gap);
        }
        let expected = format!("01632960{last:03}");
        prop_assert_eq!(uk_phone(&cell), Some(expected.clone()), "{:?}", cell);
        prop_assert_eq!(uk_phone(&expected), Some(expected.clone()));
        prop_assert_eq!(uk_mobile(&cell), None);
        prop_assert_eq!(uk_phone(&format!("{cell} (daughter)")), None);
    }
}

law! {
    a_number_to_ring_is_never_made_up("phones", 1, cell in prop_oneof![
        any::<String>(),
        (vec(select(&STARTS[..]), 0..4), "[1-9]?[0-9 ]{0,10}").prop_map(|(start, end)| format!("{}{end}", start.concat())),
    ]) {
        if let Some(number) = uk_phone(&cell) {
            prop_assert!((10..=11).contains(&number.len()) && number.starts_with('0') && !number.starts_with("00"));
            prop_assert!(number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with("09"));
            prop_assert_eq!(uk_phone(&number), Some(number.clone()));
            let written: String = cell.chars().filter(char::is_ascii_digit).collect();
            let before = written.strip_suffix(&number[1..]).map(|before| before.trim_matches('0'));
            prop_assert!(before.is_some_and(|before| ["", "44"].contains(&before)), "{:?}", cell);
        }
        // Whatever is a mobile can be rung up, on the same number.
        if let Some(mobile) = uk_mobile(&cell) {
            prop_assert_eq!(uk_phone(&cell), Some(mobile));
        }
    }
}
