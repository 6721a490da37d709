//! Faults against circles, decisions and names, planted where the checks must see them.

use super::circles::circles;
use super::decisions::{DECIDED, WORDS, wildcards, words};
use super::names::{quaint, shared};
use super::source::tokens;

/// These files in a crate with the rooms `load` and `report`.
fn sources(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let rooms = ["src/lib.rs", "src/load/mod.rs", "src/report/mod.rs"].map(|file| (file, ""));
    let rooms = rooms.iter().filter(|(room, _)| files.iter().all(|(file, _)| file != room));
    files.iter().chain(rooms).map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn planted_circles_are_seen_however_they_are_written() {
    for (files, expected) in [
        // Two files, and three.
        (
            &[("src/load/a.rs", "use super::b::B;\nstruct A;"), ("src/load/b.rs", "use crate::load::a::A;\nstruct B;")]
                [..],
            2,
        ),
        (
            &[
                ("src/load/a.rs", "use super::b::B;\nstruct A;"),
                ("src/load/b.rs", "fn f(c: crate::report::c::C) {}\nstruct B;"),
                ("src/report/c.rs", "use crate::{domain, load::{a::{A as Other}}};\nstruct C;"),
            ],
            3,
        ),
        // Through what a room hands on, also with all else.
        (
            &[
                ("src/load/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use self::b::*;"),
                ("src/load/a.rs", "use super::B;\npub struct A;"),
                ("src/load/b.rs", "use crate::load::A;\npub struct B;"),
            ],
            2,
        ),
        // A room and a file of its own, by the name of its module alone.
        (
            &[
                ("src/load/mod.rs", "mod a;\npub struct Data;\nfn f() { a::read() }"),
                ("src/load/a.rs", "pub fn read() -> super::Data {}"),
            ],
            2,
        ),
        // By a module that was brought in.
        (
            &[
                ("src/load/a.rs", "use super::b;\nfn f() { b::g() }"),
                ("src/load/b.rs", "use super::a as other;\npub fn g() { other::f() }"),
            ],
            2,
        ),
        // Nothing is wrong with a room that hands on, with tests, with words in comments.
        (
            &[
                ("src/load/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use b::B;"),
                ("src/load/a.rs", "use super::B;\npub struct A; // crate::load::b\n"),
                ("src/load/b.rs", "pub struct B;\n#[cfg(test)]\nmod tests { use super::super::A; }"),
            ],
            0,
        ),
        (
            &[
                ("src/load/a.rs", "use super::b::B;"),
                ("src/load/b.rs", "use std::a::A; use self::B as C; pub struct B;"),
            ],
            0,
        ),
    ] {
        let found = circles(&sources(files));
        assert_eq!(found.first().map_or(0, Vec::len), expected, "{files:?}: {found:?}");
        assert!(found.len() <= 1, "{found:?}");
    }
}

#[test]
fn planted_words_of_statuses_are_seen() {
    let seen = |file: &str, text: &str| words(file, &tokens(text)).len();
    for text in [
        "fn f() { if line.status == \"overdue\" {} }",
        "fn f() { if \"too-soon\" != word {} }",
        "fn f() { if word == *\"due\" {} }",
        "fn f() { match word { \"due\" => 1, _ => 0 } }",
        "fn f() { match word { \"vaccinated\" | \"missed\" => 1, _ => 0 } }",
        "struct Line { status: &'static str }",
        "struct Line { pub statuses: Vec<String> }",
        "fn add(&mut self, status: &str) {}",
        "fn f() { rung == line.status.word() }",
        "fn f() { line.status.word() == rung }",
    ] {
        let expected = if text.contains('|') { 2 } else { 1 };
        for room in ["report", "invites", "cli", "run"] {
            assert_eq!(seen(&format!("src/{room}/x.rs"), text), expected, "{room}: {text}");
        }
    }
    for text in [
        "fn word(self) -> &'static str { match self { Self::Due => \"due\" } }",
        "struct Line { status: SecondDoseStatus, word: &'static str }",
        "fn f() { if line.status == SecondDoseStatus::Overdue {} } // == \"overdue\"",
        "fn f() { write(line.status.word()); if key == \"practice\" {} }",
        "struct Args { #[arg(long, value_name = \"LIST\")] pub status: Vec<String>, #[arg(long)] statuses: String }",
        "#[cfg(test)]\nmod tests { fn f() { assert!(word == \"overdue\") } }",
    ] {
        let (tokens, _) = super::without_tests(&tokens(text));
        assert_eq!(words("src/report/x.rs", &tokens), Vec::<String>::new(), "{text}");
    }
    // A file of data may hold whatever words it likes.
    assert_eq!(seen("src/load/x.rs", "fn f() { match word { \"given\" => 1, \"declined\" => 0 } }"), 0);
}

#[test]
fn planted_wildcards_are_seen() {
    let seen = |text: &str| wildcards("src/report/x.rs", &tokens(text)).len();
    for text in [
        "fn f() { match profile { Profile::None => 1, _ => 2 } }",
        "fn f() { match (profile) { Profile::None => 1, other => of(other) } }",
        "fn f() { match profile { Profile::None if exact => { 1 } Profile::Nhs | Profile::None => [2], _ => 3 } }",
        "fn f() { match verdict { Some(BoosterStatus::Pending) => 1, Some(_) => 2, None => 3 } }",
        "fn f() { match verdict { Some(super::BoosterStatus::Pending | BoosterStatus::Closed) => 1, _ => 2 } }",
        "fn f() { match (status, due) { (CampaignStatus::Missed, true) => 1, (_, _) => 2 } }",
        "fn f() { match (status, due) { (CampaignStatus::Missed, true) => 1, (..) => 2, } }",
        "fn f() { match x { Verdict { status: CampaignStatus::Missed, .. } => 1, _ => 2 } }",
        "fn f() { match status { ListStatus::Course(course) => 1, _ => 2 } }",
        "impl Word for Profile { fn f(self) { match self { Self::None => 1, _ => 2 } } }",
        "impl Profile { fn f(&self) { match *self { Self::None => match x { _ => 1 }, Self::Nhs => 2, ref all => 3 } } }",
    ] {
        assert!(seen(text) >= 1, "{text}");
    }
    for text in [
        "fn f() { match profile { Profile::None => 1, Profile::Nhs | Profile::Midpoint6 => 2 } }",
        "fn f() { match profile { Profile::None => 1, _ if x => 2, Profile::Nhs => 3 } }",
        "fn f() { match verdict { Some(BoosterStatus::Pending) => 1, Some(BoosterStatus::Closed) => 2, None => 3 } }",
        "fn f() { match read { Ok(Profile::None) => 1, Ok(Profile::Nhs) => 2, Err(_) => 3 } }",
        "fn f() { match text { \"csv\" => Format::Csv, _ => Format::Table } }",
        "fn f() { match count { 0 => match profile { Profile::None => 1, Profile::Nhs => 2 }, _ => 3 } }",
        "impl Other { fn f(self) { match self { Self::None => 1, _ => 2 } } }",
    ] {
        assert_eq!(seen(text), 0, "{text}");
    }
}

#[test]
fn planted_quaint_names_are_seen() {
    for (file, text, expected) in [
        (
            "src/report/x.rs",
            "pub struct Night;",
            "src/report/x.rs:1: type Night: a quaint name; the field's is Snapshot",
        ),
        ("src/rules/near.rs", "", "src/rules/near.rs: a quaint name; the field's is suggest"),
        (
            "src/report/x.rs",
            "\nfn apart() {}",
            "src/report/x.rs:2: fn apart: a quaint name; the field's is special groups",
        ),
        (
            "src/report/x.rs",
            "const MUCH: u32 = 1;",
            "src/report/x.rs:1: const MUCH: a quaint name; the field's is SEARCH_STEPS",
        ),
        (
            "src/cli/x.rs",
            "pub(super) enum Manner {}",
            "src/cli/x.rs:1: type Manner: a quaint name; the field's is ProgressStyle",
        ),
        // Where it is a word of the field, or none of our own.
        ("src/load/x.rs", "fn search() { x.apart() }", ""),
        ("src/classify/x.rs", "pub struct Verdict; // struct Night", ""),
        ("src/report/x.rs", "fn snapshot(night: Snapshot) {}", ""),
    ] {
        assert_eq!(quaint(file, &tokens(text)).join("; "), expected, "{file}: {text}");
    }
}

#[test]
fn planted_types_of_one_name_are_seen() {
    let files = |texts: [&str; 2]| {
        let named = ["src/load/a.rs", "src/report/b.rs"].into_iter().zip(texts);
        shared(&named.map(|(file, text)| (file, tokens(text))).collect::<Vec<_>>())
    };
    assert_eq!(
        files(["pub struct Row;", "\nenum Row {}"]),
        ["Row is the name of 2 types: src/load/a.rs:1, src/report/b.rs:2"]
    );
    assert_eq!(files(["struct Row;", "impl Iterator for Rows { type Row = u8; }\nuse x::Row;"]), Vec::<String>::new());
}

/// The lists of the checks are of what there is.
#[test]
fn the_types_and_words_that_are_watched_are_there() {
    let sources = super::sources();
    let is_declared = |name: &str| {
        sources.iter().any(|(_, text)| tokens(text).windows(2).any(|two| two[0].is("enum") && two[1].is(name)))
    };
    for name in DECIDED {
        assert!(is_declared(name), "there is no enum {name}: take it from the list, or write its new name");
    }
    let mut words: Vec<String> = Vec::new();
    for (_, text) in sources.iter().filter(|(file, _)| file.starts_with("src/classify/")) {
        // `status_words!(Type { Variant => "word", … })`, of every ladder.
        let tokens = tokens(text);
        for start in (0..tokens.len()).filter(|place| tokens[*place].is("status_words")) {
            if tokens.get(start + 1).is_some_and(|next| next.is("!")) {
                let list = &tokens[start + 2..super::source::closed(&tokens, start + 2)];
                words.extend(list.iter().map(|token| token.literal.clone()).filter(|word| !word.is_empty()));
            }
        }
    }
    words.sort();
    words.dedup();
    assert_eq!(words, WORDS);
}
