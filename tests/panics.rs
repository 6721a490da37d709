//! Section 7.6: a panic prints no data, whatever its message holds, and ends in
//! exit code 70.
//!
//! The program has no panic to provoke. What it prints with is the test's here:
//! a writer that panics with a name in its message, in a process of its own,
//! because the hook is the process's.

use std::ffi::OsString;
use std::io::{self, Write};

use crate::data::{doses, extract, nhs, patient};
use crate::harness::sealed_child;

/// What the panic's message gives away.
const DATA: &str = "Zebedee Quuxmark, 13/12/1987";

/// A writer that panics at its first bytes, if it is the one that is to.
struct Exploding {
    is_armed: bool,
    written: Vec<u8>,
}

impl Write for Exploding {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let is_armed = std::mem::take(&mut self.is_armed);
        assert!(!is_armed, "{DATA}, {}: {}", nhs(1), String::from_utf8_lossy(bytes));
        self.written.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the child does: the process of `main`, with writers that panic.
#[test]
#[ignore = "run by the tests below, in a process of its own"]
fn child() {
    let Ok(which) = std::env::var("PANICS") else { return };
    if which != "loud" {
        vaxdash::exit::silence_panics();
    }
    // A row without a number, so that there is something to say on standard error.
    let data = extract(&[patient(1), patient(2).with("NHS Number", "")], &doses(1, &["20210301"]));
    let mut out = Exploding { is_armed: which != "err", written: Vec::new() };
    let mut err = Exploding { is_armed: which == "err", written: Vec::new() };
    let format = if which == "json" { "json" } else { "csv" };
    let args = ["vaxdash", "patients", "--list", "--as-at", "2022-05-11", "--format", format, "--data", data.arg()];
    let code = vaxdash::run(args.map(OsString::from), vaxdash::Terminal::default(), &mut out, &mut err);
    // Nothing of the report itself has come out; only what is said of the fault.
    let said = String::from_utf8_lossy(&err.written).into_owned();
    writeln!(io::stdout(), "code {code} said {} out {}", said.trim_end(), out.written.len()).unwrap();
}

fn child_of(which: &str) -> String {
    let run = sealed_child("panics::child").env("PANICS", which).env("RUST_BACKTRACE", "full").output().unwrap();
    format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
}

#[test]
fn a_panic_prints_none_of_its_message_and_ends_in_70() {
    for which in ["out", "json", "err"] {
        let all = child_of(which);
        assert!(all.contains("code 70 said "), "{which}: {all}");
        assert!(all.contains("nothing it printed is to be trusted"), "{which}: {all}");
        for mark in ["Zebedee", "Quuxmark", "13/12/1987", &nhs(1), "Fell1", "panicked at"] {
            assert!(!all.contains(mark), "{which}, {mark}: {all}");
        }
        assert!(which != "json" || all.contains("\"kind\":\"fault\""), "{all}");
    }
}

#[test]
fn the_same_panic_would_be_heard_without_the_hook() {
    let all = child_of("loud");
    assert!(all.contains("code 70") && all.contains(DATA) && all.contains("panicked at"), "{all}");
}
