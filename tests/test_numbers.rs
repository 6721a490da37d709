//! Nobody real: every tracked file holds only test NHS numbers (999 000 0000
//! to 999 999 9999) and Ofcom's drama telephone numbers.

use crate::repository;

/// Files whose long numbers are no NHS numbers, each with the reason.
const CODE_FILES: [(&str, &str); 2] = [
    ("src/rules/data/procedures.csv", "SNOMED CT procedure codes"),
    ("src/rules/data/products.csv", "SNOMED CT product codes"),
];

/// Numbers that pass the check digit of an NHS number by chance, with the file
/// that may hold them and the reason.
const CODES: [(&str, &str, &str); 3] = [
    ("tests/conformance/course.csv", concat!("115710", "8008"), "SNOMED CT procedure code"),
    ("tests/reference/codes.rs", concat!("115710", "8008"), "SNOMED CT procedure code"),
    ("tests/reference/codes.rs", concat!("116264", "5008"), "SNOMED CT procedure code"),
];

/// Telephone numbers outside the drama ranges, with the file that may hold
/// them and the reason. Written in two, so that this file holds none.
const PHONES: [(&str, &str, &str); 3] = [
    ("src/invites/phone.rs", concat!("076249", "00123"), "the Isle of Man is the exception to 076"),
    ("src/invites/phone.rs", concat!("070123", "45678"), "070 is a personal number, not a mobile: must be refused"),
    ("src/invites/phone.rs", concat!("076123", "45678"), "076 is a pager, not a mobile: must be refused"),
];

/// Modulus 11 as the NHS Data Dictionary words it, worked out on its own.
fn is_nhs_number(digits: &str) -> bool {
    let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let is_placeholder = digits.iter().all(|digit| *digit == digits[0]) || digits.iter().copied().eq(0..10);
    // The remainder of the whole, check digit weighing 1, is 0.
    let sum: u32 = (1..=10).rev().zip(&digits).map(|(weight, digit)| weight * digit).sum();
    digits.len() == 10 && !is_placeholder && sum.is_multiple_of(11)
}

fn is_test_number(digits: &str) -> bool {
    digits.starts_with("999")
}

fn is_drama_number(digits: &str) -> bool {
    let (area, rest) = digits.split_at(8);
    ["07700900", "01632960"].contains(&area) && rest.len() == 3
}

/// Whether `text` is a UUID: 8-4-4-4-12 hexadecimal digits.
fn is_uuid(text: &[u8]) -> bool {
    text.len() == 36
        && text.iter().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The text without the UUIDs of vaccination records.
fn without_uuids(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(dash) = rest.find('-') {
        // A UUID begins eight digits before its first dash.
        let start = dash.checked_sub(8).filter(|start| rest.as_bytes().get(*start..start + 36).is_some_and(is_uuid));
        let (before, after) = start.map_or((dash + 1, dash + 1), |start| (start, start + 36));
        kept.push_str(&rest[..before]);
        rest = &rest[after..];
    }
    kept + rest
}

#[test]
fn only_uuids_are_taken_out() {
    let uuid = "fed78be5-fed7-8fc9-ef80-0001000047c2";
    assert_eq!(without_uuids(&format!("a-b|{uuid}|c-d")), "a-b||c-d");
    assert_eq!(without_uuids(&uuid[1..]), &uuid[1..]);
}

/// The text of a file without digests and UUIDs: their digits are nobody's.
fn text_of(file: &str) -> String {
    let text = without_uuids(&repository::text(file));
    let is_digest = |word: &str| [40, 64].contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words = text.split_inclusive(|c: char| !c.is_alphanumeric());
    words
        .map(|word| {
            let (body, end) = word.split_at(word.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
            if is_digest(body) { end } else { word }
        })
        .collect()
}

/// Runs of digits with at most one `gap` between two, as (digits, groups, line).
fn runs(text: &str, gaps: &[char]) -> Vec<(String, Vec<usize>, usize)> {
    let mut runs = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        let chars: Vec<char> = text.chars().collect();
        let mut place = 0;
        while place < chars.len() {
            let (mut digits, mut groups) = (String::new(), vec![0]);
            while let Some(c) = chars.get(place) {
                let joins = gaps.contains(c) && chars.get(place + 1).is_some_and(char::is_ascii_digit);
                if c.is_ascii_digit() {
                    digits.push(*c);
                    *groups.last_mut().unwrap() += 1;
                } else if joins && !digits.is_empty() {
                    groups.push(0);
                } else {
                    break;
                }
                place += 1;
            }
            if !digits.is_empty() {
                runs.push((digits, groups, line));
            }
            place += 1;
        }
    }
    runs
}

/// Valid NHS numbers outside the test range, with their lines.
fn nhs_numbers(text: &str) -> Vec<(String, usize)> {
    // As ten digits, as 1_3_3_3 in a Rust literal, or as 3 3 4.
    let whole = runs(text, &[]).into_iter();
    let literal = runs(text, &['_']).into_iter().filter(|(_, groups, _)| *groups == [1, 3, 3, 3]);
    let spaced = runs(text, &[' ', '-', '\u{a0}']).into_iter().filter(|(_, groups, _)| *groups == [3, 3, 4]);
    let mut found: Vec<(String, usize)> = whole
        .chain(literal)
        .chain(spaced)
        .filter(|(digits, ..)| digits.len() == 10 && is_nhs_number(digits) && !is_test_number(digits))
        .map(|(digits, _, line)| (digits, line))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// UK telephone numbers outside the drama ranges, with their lines.
fn phones(text: &str) -> Vec<(String, usize)> {
    // `+44 (0)7700 …` as `07700 …`.
    let national = text.replace("+44 (0)", "0").replace("+44(0)", "0").replace("+44 ", "0").replace("+44", "0");
    let mut found: Vec<(String, usize)> = runs(&national, &[' ', '-', '\u{a0}', '.'])
        .into_iter()
        .chain(runs(&national, &[]))
        .map(|(digits, _, line)| (digits.strip_prefix("0044").map_or(digits.clone(), |rest| format!("0{rest}")), line))
        .filter(|(digits, _)| digits.len() == 11 && ["01", "02", "03", "07"].contains(&&digits[..2]))
        .filter(|(digits, _)| !is_drama_number(digits))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Those that no exemption allows, in words.
fn foreign(found: Vec<(String, usize)>, file: &str, exempt: &[(&str, &str, &str)]) -> Vec<String> {
    let allowed = |number: &str| exempt.iter().any(|(place, known, _)| *place == file && *known == number);
    let foreign = found.into_iter().filter(|(number, _)| !allowed(number));
    // The number itself is not repeated: it may be somebody's.
    foreign.map(|(number, line)| format!("{file}:{line}: {}… ({} digits)", &number[..3], number.len())).collect()
}

#[test]
fn no_file_holds_a_real_nhs_number() {
    let files = repository::files();
    let scanned = files.iter().filter(|file| CODE_FILES.iter().all(|(exempt, _)| file != exempt));
    let found: Vec<String> = scanned.flat_map(|file| foreign(nhs_numbers(&text_of(file)), file, &CODES)).collect();
    assert!(found.is_empty(), "valid NHS numbers outside 999 000 0000 to 999 999 9999:\n{}", found.join("\n"));
    for (file, _) in CODE_FILES {
        assert!(files.iter().any(|known| known == file), "{file} is exempt and not there");
    }
}

#[test]
fn no_file_holds_a_real_telephone_number() {
    let files = repository::files();
    let scanned = files.iter().filter(|file| CODE_FILES.iter().all(|(exempt, _)| file != exempt));
    let found: Vec<String> = scanned.flat_map(|file| foreign(phones(&text_of(file)), file, &PHONES)).collect();
    assert!(found.is_empty(), "UK numbers outside 07700 900000–900999 and 01632 960000–960999:\n{}", found.join("\n"));
}

#[test]
fn exemptions_are_still_needed() {
    for (file, number, reason) in CODES {
        let found = nhs_numbers(&text_of(file));
        assert!(found.iter().any(|(found, _)| found == number), "{file} no longer holds {number} ({reason})");
    }
    for (file, number, reason) in PHONES {
        let found = phones(&text_of(file));
        assert!(found.iter().any(|(found, _)| found == number), "{file} no longer holds {number} ({reason})");
    }
}

#[test]
fn planted_numbers_are_seen() {
    // Made at run time, so that this file holds none: 400 000 0xx with its check digit.
    let real: Vec<String> =
        (0..200).map(|n| format!("4{:09}", n * 7 + 5)).filter(|number| is_nhs_number(number)).take(3).collect();
    let [one, two, three] = &real[..] else { panic!("three valid numbers among two hundred") };
    let spaced = |number: &str, gap: &str| format!("{}{gap}{}{gap}{}", &number[..3], &number[3..6], &number[6..]);
    let literal = format!("{}_{}_{}_{}", &one[..1], &one[1..4], &one[4..7], &one[7..]);
    for text in [
        one.clone(),
        format!("\"{two}\",x"),
        format!("NHS{three}"),
        spaced(one, " "),
        spaced(two, "-"),
        spaced(three, "\u{a0}"),
        literal,
        format!("01/01/2021 {one} 2"),
    ] {
        assert_eq!(nhs_numbers(&text).len(), 1, "{}", text.replace(|c: char| c.is_ascii_digit(), "9"));
    }
    let wrong = format!("{}{}", &one[..9], (one[9..].parse::<u32>().unwrap() + 1) % 10);
    for text in [
        "9990000018".to_owned(),
        "999 000 0018".to_owned(),
        wrong,
        format!("1{two}"),
        "0000000000".to_owned(),
        "0123456789".to_owned(),
    ] {
        assert_eq!(nhs_numbers(&text), [], "{text}");
    }
    let real = ["7911", "123456"].concat();
    for text in [
        format!("0{real}"),
        format!("+44{real}"),
        format!("+44 (0){real}"),
        format!("0044 {real}"),
        format!("0{} {}", &real[..4], &real[4..]),
        format!("0{}-{}-{}", &real[..4], &real[4..7], &real[7..]),
        format!("020 7946 {:04}", 18),
    ] {
        assert_eq!(phones(&text).len(), 1, "{}", text.len());
    }
    for text in ["07700 900123", "07700900123", "+447700900999", "01632 960 000", "07700900", "20210708T09300000"] {
        assert_eq!(phones(text), [], "{text}");
    }
}
