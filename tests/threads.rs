//! However many threads read, in blocks of whatever size: the same bytes. And
//! what is found out about a file only while it is read is said as if it had
//! been known from the start.

use std::fs;
use std::path::Path;

use vaxdash::load::{Meter, Reading};
use vaxdash::rules::RuleSet;
use vaxdash::run::{Dates, Loaded, Paths, scope, survey};

use crate::harness::{Folder, vaxdash};

/// A messy sample, large enough for several blocks.
fn sample() -> Folder {
    let folder = Folder::new();
    vaxdash(&["sample", "-o", folder.arg(), "--patients", "2500", "--practices", "6"]).ended(0);
    folder
}

/// The judge: every row cut by the csv crate, every byte examined first.
fn judge() -> Reading {
    Reading { threads: 1, block: 0, digests: true, examines_first: true, ..Reading::default() }
}

/// Everything that loading a folder gives.
fn loaded(folder: &Path, reading: Reading) -> String {
    let paths = [folder.to_owned()];
    let rules = RuleSet::built_in().unwrap();
    let found = survey(Paths { data: &paths, ..Paths::default() }, reading).unwrap();
    let as_at = chrono::NaiveDate::from_ymd_opt(2022, 5, 11).unwrap();
    let watch = vaxdash::domain::NhsNumber::from_value(9_990_000_018);
    let scoped = scope(found, &rules, &[], Dates { as_at, today: as_at }).map_err(|none| none.fault).unwrap();
    let Loaded { mut extract, .. } = scoped.load(watch);
    // At the meter of all, other tests count, too.
    if !std::ptr::eq(reading.meter, Meter::unseen()) {
        let pass = reading.meter.look();
        assert!(pass.read == pass.total && pass.total > 0, "every byte is counted: {pass:?}");
    }
    // They come in no particular order.
    extract.events.sort_by_key(|event| event.order);
    let accounts = &extract.accounts;
    let contacts: Vec<String> = accounts
        .contacts(&extract.people, &rules.words)
        .unwrap()
        .iter()
        .map(|one| format!("{}/{:?}/{}/{:?}/{:?}", one.surname, one.emails, one.postcode, one.address, one.mobiles))
        .collect();
    format!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{contacts:?}",
        accounts.files.inputs(),
        extract.people,
        extract.events,
        accounts.sites,
        accounts.patients,
        accounts.vaccinations,
        accounts.rejects,
        accounts.issues,
        accounts.trace,
        accounts.unusable
    )
}

#[test]
fn blocks_of_any_size_load_what_the_csv_crate_loads() {
    let folder = sample();
    let wanted = loaded(folder.path(), judge());
    assert!(wanted.len() > 1_000_000, "there is something to compare");
    for (threads, block) in [(1, 4 << 10), (2, 5_000), (3, 37 << 10), (8, 256 << 10), (2, 1 << 20)] {
        let meter: &'static Meter = Box::leak(Box::default());
        let found = loaded(folder.path(), Reading { threads, block, meter, ..Reading::default() });
        assert!(found == wanted, "{threads} threads, blocks of {block}");
    }
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let (folder, number) = (sample(), "9990000018");
    let commands: [&[&str]; 16] = [
        &["uptake", "--by", "cohort,age"],
        &["uptake", "--format", "json"],
        &["check", "--format", "json"],
        &["history", number],
        &["patients", "--list", "--format", "csv"],
        &["second-dose", "--list"],
        &["uptake", "--strict"],
        &["cohorts"],
        &["boosters", "--list", "--format", "json"],
        &["campaign", "--format", "xlsx"],
        &["immunosuppressed", "--list"],
        &["trend"],
        &["trend", "--every", "month", "--by", "supplier"],
        &["activity", "--by", "site"],
        &["sources"],
        &["uptake", "--by", "practice,age,imd", "--disclosure", "nhs"],
    ];
    for command in commands {
        let run = |threads: &str| {
            let data = ["--data", folder.arg(), "--as-at", "2022-05-11", "--threads", threads];
            let run = vaxdash(&[command, &data].concat());
            (run.code, run.out, run.err)
        };
        let one = run("1");
        for threads in ["2", "3", "4", "5", "6", "7", "8"] {
            assert_eq!(run(threads), one, "{command:?} with {threads} threads");
        }
    }
}

#[test]
fn dashboards_and_comparisons_are_the_same_by_any_number_of_threads() {
    let folder = sample();
    let made = |threads: &str| {
        let out = Folder::new();
        let book = out.file("all.xlsx");
        let args = ["--as-at", "2022-05-11", "--threads", threads];
        let more = ["dashboard", "--data", folder.arg(), "--with-patients", "-q", "-o", book.to_str().unwrap()];
        vaxdash(&[&more[..], &args].concat()).ended(0);
        let more = ["compare", folder.arg(), folder.arg(), "--list", "--old-as-at", "2022-04-11"];
        let compared = vaxdash(&[&more[..], &args].concat()).ended(0);
        (fs::read(book).unwrap(), compared.out, compared.err)
    };
    let one = made("1");
    for threads in ["2", "3", "8"] {
        assert!(made(threads) == one, "{threads} threads");
    }
}

#[test]
fn booking_files_are_the_same_by_any_number_of_threads() {
    let folder = sample();
    let written = |threads: &str| {
        let out = Folder::new();
        let args = ["--target", "accubook", "--allow-old-data", "--threads", threads, "-o", out.arg(), "--force"];
        vaxdash(&[&["invites", "--data", folder.arg(), "--as-at", "2022-05-11"], &args[..]].concat()).ended(0);
        let mut files: Vec<_> = fs::read_dir(out.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.file_name().unwrap().to_owned(), fs::read(&path).unwrap()))
            .collect();
        files.sort();
        files
    };
    let one = written("1");
    assert!(one.len() > 5, "{}", one.len());
    for threads in ["2", "3", "8"] {
        assert!(written(threads) == one, "{threads} threads");
    }
}

/// The sample with one row of the vaccinations changed far from its start.
fn with_change(find: &str, put: &[u8]) -> Folder {
    let folder = sample();
    let path = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().contains("YGM41"))
        .max_by_key(|path| fs::metadata(path).unwrap().len())
        .unwrap();
    let mut bytes = fs::read(&path).unwrap();
    assert!(bytes.len() > 700_000, "{}", bytes.len());
    // What is put in is all that is not ASCII.
    bytes.iter_mut().filter(|byte| !byte.is_ascii()).for_each(|byte| *byte = b'e');
    // Between two of the samples that are looked at before.
    let middle = bytes.len() / 16 * 7 + bytes.len() / 32;
    let place = bytes[middle..].windows(find.len()).position(|found| found == find.as_bytes()).unwrap() + middle;
    bytes.splice(place..place + find.len(), put.iter().copied());
    fs::write(&path, bytes).unwrap();
    folder
}

#[test]
fn another_encoding_found_late_is_read_as_if_it_had_been_known() {
    for put in [
        &b"\"Ren\xe9e\"|\""[..],
        "\"Zoë\"|\"".as_bytes(),
        b"\"\xc3\xab\xc3\xab \xeb\"|\"",
        b"\"Ann\0\"|\"",
        b"\"open|\"",
    ] {
        // The end of one cell and the beginning of the next.
        let folder = with_change("\"|\"", put);
        let wanted = loaded(folder.path(), judge());
        for (threads, block) in [(1, 256 << 10), (3, 10_000)] {
            let found = loaded(folder.path(), Reading { threads, block, ..Reading::default() });
            assert!(found == wanted, "{} with {threads} threads", String::from_utf8_lossy(put));
        }
    }
}

#[test]
fn digests_are_left_out_where_that_is_asked_and_nothing_else_is() {
    let folder = sample();
    let run = |more: &[&str]| {
        let args = ["uptake", "--data", folder.arg(), "--as-at", "2022-05-11", "--format", "json"];
        vaxdash(&[&args, more].concat()).ended(0).json()
    };
    let (mut with, mut without) = (run(&[]), run(&["--no-hash"]));
    for (one, other) in with["inputs"].as_array_mut().unwrap().iter_mut().zip(without["inputs"].as_array_mut().unwrap())
    {
        let digest = one["sha256"].take();
        assert_eq!(digest.as_str().unwrap().len(), 64);
        assert_eq!(other["sha256"].take(), "");
    }
    assert_eq!(with, without);
}

#[test]
fn threads_are_at_least_one() {
    for threads in ["0", "257", "many"] {
        let run = vaxdash(&["uptake", "--data", "samples", "--threads", threads]).ended(2);
        assert!(run.err.contains("--threads"), "{}", run.err);
    }
}
