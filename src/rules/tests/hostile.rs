//! Nothing makes the reader panic, hang or give up at the first problem.

use super::{text, with};
use crate::rules::verhoeff;
use crate::rules::{Problem, Problems, RuleSet};

#[test]
fn all_problems_are_reported_at_once_and_in_order() {
    let mut texts = super::Texts::built_in();
    texts.replace("suppliers.toml", text("suppliers.toml").replace("EMIS", ""));
    texts.replace("general.toml", text("general.toml").replace("32844", "0").replace("= 14", "= 0"));
    texts.replace("booster.toml", "[".to_owned());
    let problems = RuleSet::of_texts(&texts, super::RowRegister::default()).unwrap_err();
    assert_eq!(problems.to_string().lines().count(), 4, "a line each");
    let Problems(found) = problems;
    let places: Vec<(&str, Option<usize>)> =
        found.iter().map(|Problem { file, line, .. }| (file.as_str(), *line)).collect();
    assert_eq!(
        places,
        [
            ("booster.toml", Some(1)),
            ("general.toml", Some(17)),
            ("general.toml", Some(27)),
            ("suppliers.toml", Some(8))
        ]
    );
}

#[test]
fn broken_texts_never_panic() {
    for (file, text) in RuleSet::files() {
        let places = || text.char_indices().map(|(at, _)| at).step_by(37);
        for at in places() {
            // A file cut short, and one with a piece missing.
            let _ = with(file, &text[..at]);
            let _ = with(file, &format!("{}{}", &text[..at], text.get(at + 5..).unwrap_or_default()));
        }
        for at in places().step_by(5) {
            for odd in
                ["\0", "\"", "[", "{", "=", "9999999999999999999999", "\u{feff}", "é", "\n\n", "0000-00-00", "'''"]
            {
                let _ = with(file, &format!("{}{odd}{}", &text[..at], &text[at..]));
            }
        }
        assert!(with(file, "").is_err(), "{file}");
    }
}

/// The seconds that this thread has worked: those that a busy machine works for
/// others do not count. Where the system does not say, none.
fn seconds_worked() -> u64 {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds: u64 = said.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or_default();
    nanoseconds / 1_000_000_000
}

#[test]
fn hostile_files_end_soon() {
    let many = 100_000;
    for (file, text) in [
        ("cohorts.toml", "[[cohort]]\n".repeat(many)),
        ("cohorts.toml", format!("cohort = {}", "[".repeat(many))),
        ("cohorts.toml", format!("{}a = 1", "a.".repeat(many))),
        ("second_dose.toml", format!("[[interval]]\ncohorts = [{}]", "1,".repeat(many))),
        ("suppliers.toml", format!("[[supplier]]\nods = [{}]", "\"AAA\",".repeat(many))),
        ("offers.toml", (0..many).map(|key| format!("k{key} = 1")).collect::<Vec<_>>().join("\n")),
        ("offers.toml", format!("{} = 1", "k".repeat(1 << 20))),
        ("procedures.csv", "code,class,label\n".repeat(50_000)),
        ("products.csv", format!("code,brand,dmd_level\n\"{}", "x\n".repeat(many))),
    ] {
        let before = seconds_worked();
        let problems = with(file, &text).unwrap_err();
        assert!(problems.0.iter().all(|problem| problem.to_string().len() < 1000), "{file}");
        let took = seconds_worked() - before;
        assert!(took < 20, "{file}: {took} s");
    }
}

/// What is said of a file with this text.
fn said(file: &str, text: &str) -> String {
    with(file, text).err().map(|problems| problems.to_string()).unwrap_or_default()
}

#[test]
fn a_thousand_rows_are_read_and_no_more() {
    let rows = |count: usize| said("cohorts.toml", &"[[cohort]]\n".repeat(count));
    assert!(!rows(1000).contains("more than 1000 rows"));
    assert!(rows(1001).contains("more than 1000 rows of \"cohort\""));
}

#[test]
fn two_hundred_and_fifty_four_brands_have_numbers_and_no_more() {
    let built_in = text("products.csv");
    let known: std::collections::BTreeSet<&str> = built_in
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').nth(1))
        .filter(|brand| *brand != "Unknown")
        .collect();
    let with_check_digit = |number: usize| {
        let digits = |check: usize| format!("9{number:05}{check}");
        (0..10).map(digits).find(|code| verhoeff::passes(code.as_bytes())).unwrap()
    };
    let brands = |count: usize| {
        let more = (known.len()..count).map(|number| format!("{},Brand{number},VMPP\n", with_check_digit(number)));
        said("products.csv", &format!("{}\n{}", built_in.trim_end(), more.collect::<String>()))
    };
    assert_eq!(brands(254), "");
    assert!(brands(255).contains("more than 254 brands"), "{}", brands(255));
}

#[test]
fn a_syntax_error_at_the_end_of_a_line_is_in_that_line() {
    let Problems(found) = with("booster.toml", "a =\nb = 1\n").unwrap_err();
    assert_eq!(found[0].line, Some(1), "{}", found[0]);
}
