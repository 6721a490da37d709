//! A run that is killed at any moment between two changes of files: a process
//! of its own, ended there without any clearing up, is brought to its end by
//! the next.

use std::env;
use std::path::PathBuf;
use std::process::{self, Command};
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

/// At which moment the process ends.
const MOMENT: &str = "VAXDASH_TEST_MOMENT";
/// Where it works.
const PLACE: &str = "VAXDASH_TEST_PLACE";
static PASSED: AtomicU32 = AtomicU32::new(0);

/// Called between two changes.
pub fn moment() {
    let Some(last) = env::var(MOMENT).ok().and_then(|moment| moment.parse::<u32>().ok()) else { return };
    if PASSED.fetch_add(1, Ordering::Relaxed) == last {
        process::abort();
    }
}

fn child(test: &str, place: &Path, moment: u32) -> bool {
    let name = format!("render::output_file::tests::killed::{test}");
    let mut run = Command::new(env::current_exe().unwrap());
    run.args([&name, "--exact", "--ignored", "--test-threads=1"]).env(MOMENT, moment.to_string()).env(PLACE, place);
    run.output().unwrap().status.success()
}

fn place() -> PathBuf {
    PathBuf::from(env::var_os(PLACE).unwrap())
}

/// What a run does: new files, replaced files, a log in another folder, and a file that goes.
fn run(place: &Path) -> Result<(), OutputFault> {
    let (out, logs) = (place.join("out"), place.join("logs"));
    let addition = Addition {
        path: logs.join("log"),
        before: b"one,".to_vec(),
        kept: b"one,".to_vec(),
        joint: Vec::new(),
        bytes: b"two,".to_vec(),
    };
    let files = [file(&out, "a"), file(&out, "b"), file(&out, "c")];
    stage_files(&files, &[addition], &[out.join("gone")], true)?.commit()
}

#[test]
#[ignore = "ends its process: run by the tests below"]
fn a_run() {
    run(&place()).unwrap();
}

#[test]
#[ignore = "ends its process: run by the tests below"]
fn a_run_whose_last_file_is_in_the_way() {
    let place = place();
    let mut staging =
        stage_files(&[file(&place.join("out"), "a"), file(&place.join("out"), "b")], &[], &[], true).unwrap();
    staging.create(&place.join("logs").join("in-the-way")).unwrap();
    fs::create_dir(place.join("logs").join("in-the-way")).unwrap();
    staging.commit().unwrap_err();
    fs::remove_dir(place.join("logs").join("in-the-way")).unwrap();
}

#[test]
#[ignore = "ends its process: run by the tests below"]
fn the_next_run() {
    for folder in ["out", "logs"] {
        finish_interrupted(&place().join(folder)).unwrap();
    }
}

/// Everything in both folders but orphaned temporary files.
fn seen(place: &Path) -> BTreeMap<String, Option<String>> {
    let mut all = BTreeMap::new();
    for folder in ["out", "logs"] {
        let own = contents(&place.join(folder));
        all.extend(own.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text)));
    }
    all.retain(|name, _| !name.ends_with(PART));
    all
}

fn prepared() -> (TempDir, BTreeMap<String, Option<String>>) {
    let place = TempDir::new().unwrap();
    for (name, text) in [("out/b", "old b"), ("out/gone", "old"), ("logs/log", "one,")] {
        fs::create_dir_all(place.path().join(name).parent().unwrap()).unwrap();
        fs::write(place.path().join(name), text).unwrap();
    }
    let before = seen(place.path());
    (place, before)
}

#[test]
fn at_every_moment_it_is_all_done_or_as_if_it_had_never_been() {
    let after = {
        let (place, _) = prepared();
        run(place.path()).unwrap();
        seen(place.path())
    };
    let (mut untouched, mut ended) = (0, 0);
    for moment in 0.. {
        let (place, before) = prepared();
        if child("a_run", place.path(), moment) {
            break;
        }
        // Whichever folder the next run comes to first.
        for folder in [["out", "logs"], ["logs", "out"]][usize::try_from(moment % 2).unwrap()] {
            finish_interrupted(&place.path().join(folder)).unwrap();
        }
        let found = seen(place.path());
        assert!(found == before || found == after, "{moment}: {found:?}");
        untouched += u32::from(found == before);
        ended += u32::from(found == after);
        // And then a run like it can go on.
        for folder in ["out", "logs"] {
            assert_eq!(finish_interrupted(&place.path().join(folder)).unwrap(), None);
        }
    }
    assert!(untouched >= 2 && ended >= 8, "{untouched} {ended}");
}

#[test]
fn one_that_finishes_it_may_be_killed_as_well() {
    for moment in [3, 5, 8, 11] {
        for again in 0..40 {
            let (place, before) = prepared();
            assert!(!child("a_run", place.path(), moment));
            let is_whole = child("the_next_run", place.path(), again);
            for folder in ["out", "logs"] {
                finish_interrupted(&place.path().join(folder)).unwrap();
            }
            let found = seen(place.path());
            let is_after =
                found["out/a"].as_deref() == Some("new a") && found["logs/log"].as_deref() == Some("one,two,");
            assert!(found == before || is_after && found.len() == 4, "{moment} {again}: {found:?}");
            if is_whole {
                break;
            }
        }
    }
}

#[test]
fn where_a_file_was_changed_since_nothing_is_done_but_said() {
    let (place, _) = prepared();
    assert!(!child("a_run", place.path(), 3));
    fs::write(place.path().join("logs/log"), "one,another hand,").unwrap();
    let fault = finish_interrupted(&place.path().join("out")).unwrap_err();
    assert!(matches!(&fault, OutputFault::Conflict(_, changed) if changed[0].ends_with("logs/log")), "{fault}");
    // Moved away, and the rest is done.
    fs::remove_file(place.path().join("logs/log")).unwrap();
    assert!(matches!(finish_interrupted(&place.path().join("logs")), Ok(Some(Finished::Done(_)))));
    assert_eq!(seen(place.path())["logs/log"].as_deref(), Some("one,two,"));
}

#[test]
fn a_run_that_fails_and_is_killed_while_it_says_so_is_taken_back() {
    for moment in 0.. {
        let (place, before) = prepared();
        if child("a_run_whose_last_file_is_in_the_way", place.path(), moment) {
            assert_eq!(seen(place.path()), before);
            break;
        }
        drop(fs::remove_dir(place.path().join("logs/in-the-way")));
        let is_left = ["out", "logs"].iter().any(|folder| place.path().join(folder).join(journal::JOURNAL).exists());
        for folder in ["out", "logs"] {
            finish_interrupted(&place.path().join(folder)).unwrap();
        }
        let found = seen(place.path());
        // With nothing in its way any more, it may be done as well.
        let is_after = found.contains_key("logs/in-the-way") && found["out/b"].as_deref() == Some("new b");
        assert!(!is_left || found == before || is_after, "{moment}: {found:?}");
    }
}

#[test]
fn a_journal_that_names_other_places_is_not_followed() {
    let folder = TempDir::new().unwrap();
    let folder = fs::canonicalize(folder.path()).unwrap();
    fs::create_dir_all(&folder).unwrap();
    let text = |path: &str, temporary: &str| {
        serde_json::json!({
            "schema": "vaxdash.journal/1", "run": "x", "folders": [folder],
            "changes": [{"path": folder.join(path), "temporary": folder.join(temporary),
                         "kept": folder.join(".vaxdash-x.old"), "before": null, "replaces": true}],
        })
        .to_string()
    };
    let name = folder.join(journal::JOURNAL);
    for text in [
        text("a", "../.vaxdash-x.part"),
        text("below/a", ".vaxdash-x.part"),
        text("a", "mine.csv"),
        text("a", ".vaxdash-x.part").replace("journal/1", "journal/2"),
        "{}".to_owned(),
        String::new(),
    ] {
        fs::write(&name, &text).unwrap();
        assert!(matches!(finish_interrupted(&folder), Err(OutputFault::Journal(_))), "{text}");
    }
    fs::write(&name, text("a", ".vaxdash-x.part")).unwrap();
    fs::write(folder.join(".vaxdash-x.part"), "new").unwrap();
    finish_interrupted(&folder).unwrap();
    assert_eq!(contents(&folder), BTreeMap::from([("a".to_owned(), Some("new".to_owned()))]));
}
