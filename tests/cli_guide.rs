//! `vaxdash guide`: the pages of the guide, in the program.

use std::collections::BTreeSet;

use crate::harness::vaxdash;
use crate::repository;

/// The topics as the program lists them.
fn topics() -> BTreeSet<String> {
    let out = vaxdash(&["guide"]).ended(0).out;
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    let (listed, _) = out.split_once("Your own data").unwrap();
    let lines = listed.lines().filter_map(|line| line.strip_prefix("  "));
    lines.map(|line| line.split(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn every_page_of_the_guide_is_a_topic_and_shown_as_it_is() {
    let files = repository::files();
    let pages = files.iter().filter_map(|file| file.strip_prefix("docs/guide/")?.strip_suffix(".md"));
    let pages: BTreeSet<String> = pages.filter(|name| *name != "README").map(str::to_owned).collect();
    assert_eq!(topics(), pages);
    for topic in pages {
        let shown = vaxdash(&["guide", &topic]).ended(0).out;
        assert_eq!(shown, repository::text(&format!("docs/guide/{topic}.md")));
    }
}

/// What people read on a terminal has room there; tables and what commands answer are as wide as they are.
#[test]
fn prose_of_the_guide_fits_a_terminal_of_eighty_columns() {
    for topic in topics() {
        let mut inside = false;
        for line in repository::text(&format!("docs/guide/{topic}.md")).lines() {
            inside ^= line.starts_with("```");
            assert!(inside || line.starts_with('|') || line.chars().count() <= 80, "{topic}: {line}");
        }
    }
}

#[test]
fn a_topic_that_is_none_is_2_with_the_nearest_one() {
    let err = vaxdash(&["guide", "mondey"]).ended(2).err;
    assert!(err.contains("the guide has no topic \"mondey\"; did you mean \"monday\"?"), "{err}");
    let err = vaxdash(&["guide", "everything"]).ended(2).err;
    assert!(err.contains("known here: new-extract, doubts"), "{err}");
}

#[test]
fn completions_offer_the_topics() {
    let script = vaxdash(&["completions", "bash"]).ended(0).out;
    for topic in topics() {
        assert!(script.contains(&topic), "{topic}");
    }
}
