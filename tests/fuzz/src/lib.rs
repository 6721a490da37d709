//! One input of vaxdash at a time is whatever bytes the engine thinks of; the
//! others are a small sample. Every command that reads it must end by itself,
//! with an exit code of its own and never with that of a fault.

use std::cell::OnceCell;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use vaxdash::Terminal;

/// The exit code of a fault of the program.
const FAULT: u8 = 70;

/// What the bytes are taken for.
#[derive(Debug, Clone, Copy)]
pub enum Input {
    /// The patients file.
    Patients,
    /// A vaccination file.
    Vaccinations,
    /// The practice list.
    Practices,
    /// The file of when sources were refreshed.
    Sources,
    /// The list of the immunosuppressed.
    Immunosuppressed,
    /// A workbook, of whatever kind.
    Workbook,
    /// A file of the rules.
    Rules,
    /// `vaxdash.toml`.
    Settings,
    /// A table of booking targets.
    Targets,
    /// The log of who was contacted.
    InviteLog,
    /// Whom a clinician has looked at, and whom somebody else has invited.
    Reviewed,
    /// The template of a text message.
    Message,
    /// The audit log.
    AuditLog,
}

/// A folder with a small sample, for as long as the process lives.
struct Bench {
    folder: tempfile::TempDir,
    data: PathBuf,
    rules: PathBuf,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (data, rules) = (folder.path().join("data"), folder.path().join("rules"));
        let sample = ["sample", "--patients", "40", "--practices", "2", "--seed", "1", "-q", "-o"];
        assert_eq!(ended(&[&sample[..], &[text(&data)]].concat()), 0);
        assert_eq!(ended(&["rules", "--export", text(&rules)]), 0);
        Self { folder, data, rules }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

thread_local! {
    static BENCH: OnceCell<Bench> = const { OnceCell::new() };
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

/// The exit code of a command; what it prints goes nowhere.
fn ended(args: &[&str]) -> u8 {
    let args = std::iter::once("vaxdash").chain(args.iter().copied()).map(OsString::from);
    vaxdash::run(args, Terminal::default(), &mut std::io::sink(), &mut std::io::sink())
}

/// Gives the bytes to the commands that read such an input.
///
/// # Panics
/// When one of them ends as a fault: what fuzzing is to find.
pub fn try_input(input: Input, bytes: &[u8]) {
    BENCH.with(|bench| try_on(bench.get_or_init(Bench::new), input, bytes));
}

fn try_on(bench: &Bench, input: Input, bytes: &[u8]) {
    let data = text(&bench.data);
    let given = |name: &str| {
        let path = bench.file(name);
        fs::write(&path, bytes).expect("the temporary folder can be written to");
        path
    };
    let on = |command: &[&str]| {
        let code = ended(&[command, &["--data", data, "--as-at", "2022-05-11"]].concat());
        assert_ne!(code, FAULT, "{input:?}: {command:?}");
    };
    let invites = |more: &[&str]| {
        on(&[&["invites", "--target", "notify-sms", "--allow-old-data", "-n"][..], more].concat());
    };
    match input {
        Input::Patients | Input::Vaccinations | Input::Sources | Input::Immunosuppressed => {
            let own = given(match input {
                Input::Sources => "sources.csv",
                Input::Immunosuppressed => "immunosuppressed.csv",
                Input::Patients => "patients.csv",
                _ => "vaccinations.csv",
            });
            let own = text(&own);
            on(&["check", "--format", "json", "--data", own]);
            on(&["patients", "--list", "--format", "csv", "--data", own]);
            invites(&["--data", own]);
        }
        Input::Practices => {
            let own = given("practices.csv");
            on(&["check", "--practices", text(&own)]);
        }
        Input::Workbook => {
            let own = given("extract.xlsx");
            on(&["check", "--data", text(&own)]);
            invites(&["--exclude", text(&own)]);
        }
        Input::Rules => {
            let mut files: Vec<PathBuf> =
                fs::read_dir(&bench.rules).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
            files.sort();
            // The first byte says which file of the rules the others are.
            let Some((first, rest)) = bytes.split_first() else { return };
            let file = &files[usize::from(*first) % files.len()];
            let before = fs::read(file).expect("the rules can be read");
            fs::write(file, rest).expect("the rules can be written");
            assert_ne!(ended(&["rules", "--validate", text(&bench.rules)]), FAULT);
            on(&["uptake", "--rules", text(&bench.rules)]);
            fs::write(file, before).expect("the rules can be written");
        }
        Input::Settings => {
            given("vaxdash.toml");
            std::env::set_current_dir(bench.folder.path()).expect("the temporary folder is there");
            assert_ne!(ended(&["run"]), FAULT);
            on(&["uptake"]);
        }
        Input::Targets => {
            let own = given("targets.toml");
            assert_ne!(ended(&["invites", "--list-targets", "--targets", text(&own)]), FAULT);
        }
        Input::InviteLog => {
            let own = given("log.csv");
            on(&["outcomes", "--invite-log", text(&own)]);
            invites(&["--invite-log", text(&own), "--max-contacts", "2"]);
        }
        Input::Reviewed => {
            let own = given("list.csv");
            invites(&["--reviewed", text(&own)]);
            invites(&["--exclude", text(&own)]);
        }
        Input::Message => {
            let own = given("message.txt");
            invites(&["--message", text(&own), "--price", "2.5"]);
        }
        Input::AuditLog => {
            let own = given("audit.log");
            assert_ne!(ended(&["audit", "verify", text(&own)]), FAULT);
        }
    }
}
