//! The code lists as files, and the sample generator's codes against them.

use std::collections::BTreeMap;

use vaxdash::domain::{Named, ProcedureClass};
use vaxdash::rules::RuleSet;
use vaxdash::sample::{covid_procedures, covid_products};

const LISTS: [&str; 2] = ["procedures.csv", "products.csv"];

/// Every row of a list as (line, code, meaning), cut in the plainest way.
fn rows(list: &str) -> Vec<(usize, &'static str, &'static str)> {
    let (_, text) = RuleSet::files().iter().find(|(name, _)| *name == list).unwrap();
    let rows = (1..).zip(text.lines()).skip(1);
    rows.map(|(line, row)| {
        let cells: Vec<&str> = row.splitn(3, ',').collect();
        (line, cells[0], cells[1])
    })
    .collect()
}

/// Lines that hold a code of an earlier line once more.
fn repeated<'a>(rows: impl Iterator<Item = (String, &'a str)>) -> Vec<String> {
    let mut first: BTreeMap<&str, String> = BTreeMap::new();
    let mut repeated = Vec::new();
    for (place, code) in rows {
        match first.get(code) {
            Some(earlier) => repeated.push(format!("{place} repeats {earlier}")),
            None => drop(first.insert(code, place)),
        }
    }
    repeated
}

#[test]
fn every_code_is_listed_once_and_loaded() {
    let all: Vec<(String, &str)> = LISTS
        .iter()
        .flat_map(|list| rows(list).into_iter().map(move |(line, code, _)| (format!("{list} line {line}"), code)))
        .collect();
    assert_eq!(repeated(all.iter().map(|(place, code)| (place.clone(), *code))), Vec::<String>::new());
    for (place, code) in &all {
        assert!((6..=18).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit()), "{place}: {code}");
    }
    let codes = RuleSet::built_in().unwrap().codes;
    let [procedures, products] = LISTS.map(rows);
    assert!(procedures.len() > 30 && products.len() > 100);
    assert_eq!(codes.procedures().count(), procedures.len());
    assert_eq!(codes.products().count(), products.len());
    for (line, code, class) in procedures {
        assert_eq!(codes.procedure(code.as_bytes()), ProcedureClass::named(class), "procedures.csv line {line}");
        assert!(ProcedureClass::named(class).is_some(), "procedures.csv line {line}");
    }
    for (line, code, brand) in products {
        let loaded = codes.product(code.as_bytes()).map(|brand| codes.brand_name(brand));
        assert_eq!(loaded, Some(brand), "products.csv line {line}");
    }
}

#[test]
fn a_planted_repetition_is_seen() {
    let rows = [("a line 2", "840534001"), ("a line 3", "1144997007"), ("b line 2", "840534001")];
    let found = repeated(rows.iter().map(|(place, code)| ((*place).to_owned(), *code)));
    assert_eq!(found, ["b line 2 repeats a line 2"]);
}

#[test]
fn the_codes_of_a_sample_mean_what_the_lists_say() {
    let codes = RuleSet::built_in().unwrap().codes;
    for (code, class) in covid_procedures() {
        assert_eq!(codes.procedure(code.as_bytes()), ProcedureClass::named(class), "{code}");
        assert!(codes.product(code.as_bytes()).is_none(), "{code} is a procedure");
    }
    for (code, brand) in covid_products() {
        let listed = codes.product(code.as_bytes()).map(|brand| codes.brand_name(brand));
        assert_eq!(listed, Some(brand), "{code}");
        assert!(codes.procedure(code.as_bytes()).is_none(), "{code} is a product");
    }
    // Every class that a report tells apart, and one brand of each kind, is in a sample.
    let classes: Vec<&str> = covid_procedures().map(|(_, class)| class).collect();
    for class in ["dose1", "dose2", "dose3", "booster", "given", "declined", "not-given", "did-not-attend"] {
        assert!(classes.contains(&class), "{class}");
    }
    let brands: Vec<&str> = covid_products().map(|(_, brand)| brand).collect();
    assert!(["Janssen", "Unknown"].iter().all(|brand| brands.contains(brand)));
}
