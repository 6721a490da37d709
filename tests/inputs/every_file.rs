//! Section 7.5 for whatever else is read than the data: settings, rules, lists
//! given by name, passwords, numbers, logs. None of them blocks, fills the
//! memory or ends in a fault, whatever is at its path.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::data::{csv, doses, extract, patient};
use crate::harness::{Folder, Invocation, Run, sealed_test};

/// The memory that a run may ask for, in KiB: the program and its threads.
const MEMORY: u32 = 400_000;
/// The time that it may work, in seconds, in the slow build that tests use.
const TIME: u32 = 20;

/// What is read besides the data: a word for it, and the command that reads it
/// where `@` is its path. Settings are read where they are found.
const READ: [(&str, &str); 14] = [
    ("practices", "uptake --practices @"),
    ("targets", "invites --target accubook --allow-old-data --dry-run --targets @"),
    ("list-targets", "invites --list-targets --targets @"),
    ("exclude", "invites --target accubook --allow-old-data --dry-run --exclude @"),
    ("invite-log", "invites --target accubook --allow-old-data --invite-log @ -o out"),
    ("message", "invites --target accubook --allow-old-data --dry-run --message @"),
    ("audit", "patients --list --audit @"),
    ("verify", "audit verify @"),
    ("nhs-number-file", "history --nhs-number-file @"),
    ("password-file", "uptake -o out.xlsx --password-file @"),
    ("rules", "uptake --rules rules"),
    ("validate", "rules --validate rules"),
    ("settings", "uptake"),
    ("presets", "run weekly"),
];

/// Puts something where a command reads it; gives the command's words.
fn place(folder: &Folder, word: &str, command: &str, put: &dyn Fn(&Path)) -> Vec<String> {
    let at = match word {
        "rules" | "validate" => {
            fs::create_dir(folder.file("rules")).unwrap();
            folder.file("rules").join("cohorts.toml")
        }
        "settings" | "presets" => folder.file("vaxdash.toml"),
        _ => folder.file("it"),
    };
    put(&at);
    command.split(' ').map(|word| if word == "@" { at.to_str().unwrap().to_owned() } else { word.to_owned() }).collect()
}

/// Runs the binary in a folder with a limit on the memory and the work of its process.
fn bounded(folder: &Path, args: &[String]) -> Run {
    Invocation::bounded(MEMORY, TIME).args(args).within(folder).run()
}

/// Whatever is read is refused in words; `fits` says what may be taken all the same.
#[track_caller]
fn is_refused(what: &str, put: impl Fn(&Path), fits: &[&str]) {
    let data = extract(&[patient(1)], &doses(1, &["20210301"]));
    for (word, command) in READ {
        let folder = Folder::new();
        let mut args = place(&folder, word, command, &put);
        if !["verify", "validate", "list-targets", "presets"].contains(&word) {
            args.extend(["--data", data.arg(), "--as-at", "2022-05-11"].map(str::to_owned));
        }
        let run = bounded(folder.path(), &args);
        let codes: &[i32] = if fits.contains(&word) { &[0, 2, 3, 4, 5] } else { &[2, 3, 4, 5] };
        assert!(codes.contains(&run.code), "{what} as {word} ended in {}: {}", run.code, run.err);
        assert!(!run.err.contains("fault of vaxdash"), "{what} as {word}: {}", run.err);
        assert!(!run.err.is_empty() || !run.out.is_empty(), "{what} as {word}");
        assert!(run.err.len() < 5_000, "{what} as {word}: {} bytes of words", run.err.len());
        for made in ["out", "out.xlsx"] {
            assert!(run.code == 0 || !folder.file(made).exists(), "{what} as {word} left {made}");
        }
    }
}

#[test]
fn a_pipe_blocks_nothing() {
    is_refused("a pipe", |at| assert!(Command::new("mkfifo").arg(at).status().unwrap().success()), &[]);
}

#[test]
fn a_device_without_end_fills_nothing() {
    is_refused("/dev/zero", |at| symlink("/dev/zero", at).unwrap(), &[]);
    is_refused("/dev/full", |at| symlink("/dev/full", at).unwrap(), &[]);
}

#[test]
fn a_folder_is_no_file() {
    is_refused("a folder", |at| fs::create_dir(at).unwrap(), &[]);
}

#[test]
fn a_file_that_cannot_be_read_is_no_fault() {
    // The memory of the process itself is a file that may be opened and not read, also by the superuser.
    is_refused("/proc/self/mem", |at| symlink("/proc/self/mem", at).unwrap(), &[]);
    // A log that is not there yet is made, and settings that are not there are none.
    is_refused("a link to nowhere", |at| symlink("no/such/file", at).unwrap(), &["audit", "invite-log", "settings"]);
}

#[test]
fn a_gigabyte_of_nothing_and_many_megabytes_without_a_line_break() {
    let sparse = |at: &Path| fs::File::create(at).unwrap().set_len(1 << 30).unwrap();
    is_refused("a gigabyte of nothing", sparse, &[]);
    let long = |at: &Path| {
        let mut file = fs::File::create(at).unwrap();
        let block = vec![b'x'; 1 << 20];
        (0..300).for_each(|_| file.write_all(&block).unwrap());
    };
    is_refused("300 MB of one line", long, &[]);
}

#[test]
fn invalid_utf_8_and_nul_bytes_anywhere() {
    for bytes in [&b"\xff\xfe\x00"[..], b"\xc3", b"a\0b\n", b"\xf0\x28\x8c\x28 = 1\n", b"\xed\xa0\x80,\n"] {
        is_refused("bytes that are no text", |at| fs::write(at, bytes).unwrap(), &[]);
    }
}

#[test]
fn invalid_utf_8_in_any_column_of_the_data_is_read_or_refused_in_words() {
    sealed_test("inputs::every_file::in_any_column");
}

/// In this process, for the many cases; the environment is that of the process.
#[test]
#[ignore = "run by the test above, in a process of its own"]
fn in_any_column() {
    let good = csv(&[patient(1).with("Practice name", "Abbey").with("Postcode", "ZZ1 1ZZ")]);
    for (place, _) in good.char_indices().step_by(3) {
        for bad in [&b"\xff"[..], b"\xc3", b"\xe2\x82", b"\0"] {
            let mut bytes = good.clone().into_bytes();
            bytes.splice(place..place, bad.iter().copied());
            let folder = extract(&[patient(2)], &doses(2, &["20210301"])).with("more.csv", bytes);
            let mut out = Vec::new();
            let mut err = Vec::new();
            let args = ["vaxdash", "check", "--data", folder.arg(), "--as-at", "2022-05-11"];
            let code = vaxdash::run(args.map(Into::into), vaxdash::Terminal::default(), &mut out, &mut err);
            // Where the heading of the numbers is broken, it is no known kind: 3; with a NUL it is refused: 5.
            assert!([0, 3, 5].contains(&code), "{code}: {}", String::from_utf8_lossy(&err));
            let said = [out, err].concat();
            assert!(!String::from_utf8_lossy(&said).contains("fault of vaxdash"), "{place}");
        }
    }
}
