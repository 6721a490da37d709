//! Running the binary in a sealed environment, on folders made for the test.
//!
//! This is the only place that knows where the binary is (a test holds it so):
//! whatever runs it goes through [`Invocation`], and nothing of the environment
//! or of the settings of whoever runs the tests comes with it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::schema::check_report;

/// What of the test's environment a run is given: what a system needs to start
/// a program and to make temporary files, and who the user is. No `VAXDASH_*`,
/// no home, no `XDG_*` and no `APPDATA`, where settings would be found; no
/// locale, time zone, terminal or colour.
const KEPT: [&str; 9] =
    ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USER", "LOGNAME", "USERNAME", "LLVM_PROFILE_FILE"];

/// A run that has not ended by then hangs. It is long, for a machine may have
/// much else to do; where a run must be quick, [`Invocation::bounded`] counts
/// the time of its own work.
const HANGS: Duration = Duration::from_secs(900);

/// A run of the binary before it begins.
pub struct Invocation {
    command: Command,
    stdin: String,
}

impl Invocation {
    /// The binary without arguments, in the folder of the tests.
    pub fn new() -> Self {
        Self::of(Command::new(binary()))
    }

    /// The same after some words of a shell, such as a `trap` or a `ulimit`.
    pub fn after(words: &str) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{words}; exec \"$0\" \"$@\"")]).arg(binary());
        Self::of(shell)
    }

    /// The same with no more memory than this, in KiB (the program and its
    /// threads), nor more seconds of work. These are seconds of the processor,
    /// which pass for nobody else.
    pub fn bounded(kibibytes: u32, seconds: u32) -> Self {
        Self::after(&format!("ulimit -v {kibibytes}; ulimit -t {seconds}"))
    }

    fn of(mut command: Command) -> Self {
        seal(&mut command);
        Self { command, stdin: String::new() }
    }

    /// With this folder of data.
    pub fn data(self, folder: &Folder) -> Self {
        self.args(["--data", folder.arg()])
    }

    /// With these arguments, after those before.
    pub fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    /// With this variable in the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// With these variables in the environment.
    pub fn envs(mut self, variables: &[(&str, &str)]) -> Self {
        self.command.envs(variables.iter().copied());
        self
    }

    /// With no variable at all in the environment.
    pub fn env_clear(mut self) -> Self {
        self.command.env_clear();
        self
    }

    /// In this working folder.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With this on standard input.
    pub fn stdin(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stdin);
        self
    }

    /// Runs it to its end.
    pub fn run(self) -> Run {
        let output = self.output();
        Run {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The same, with what it wrote as bytes.
    pub fn output(self) -> Output {
        // A run that hangs is a fault, not a wait.
        assert_cmd::Command::from_std(self.command).timeout(HANGS).write_stdin(self.stdin).output().unwrap()
    }

    /// For a test that has the process in hand: what it reads and writes is the test's to say.
    pub fn command(self) -> Command {
        self.command
    }
}

/// The binary under test.
pub fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_vaxdash"))
}

/// Takes from a command's environment what could change what the program does.
pub fn seal(command: &mut Command) {
    command.env_clear();
    command.envs(sealed());
}

/// What is left of the environment of the test.
pub fn sealed() -> impl Iterator<Item = (&'static str, std::ffi::OsString)> {
    KEPT.iter().filter_map(|name| Some((*name, std::env::var_os(name)?)))
}

/// A test of this binary that is ignored unless it is named, in a process of its
/// own: for what runs the program as a library, whose environment is the process's.
pub fn sealed_child(test: &str) -> Command {
    let mut child = Command::new(std::env::current_exe().unwrap());
    seal(&mut child);
    child.args([test, "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
    child
}

/// Runs such a test, which must succeed.
#[track_caller]
pub fn sealed_test(test: &str) {
    let run = sealed_child(test).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success() && said.contains("1 passed"), "{said}");
}

/// What a run of the binary left.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        let value = serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("not JSON ({error}): {}\n{}", self.out, self.err));
        check_report(&value);
        value
    }

    /// Standard error without the lines about doubts of the data.
    pub fn err_beside_doubts(&self) -> String {
        let lines = self.err.split_inclusive('\n').filter(|line| !line.starts_with("vaxdash: doubt "));
        lines.collect()
    }

    /// The run, if it ended with this code.
    #[track_caller]
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
        self
    }
}

/// Runs the binary with these arguments.
pub fn vaxdash(args: &[&str]) -> Run {
    Invocation::new().args(args).run()
}

/// The same in a folder, with standard input.
pub fn vaxdash_in(folder: &Path, args: &[&str], stdin: &str) -> Run {
    Invocation::new().args(args).within(folder).stdin(stdin).run()
}
/// A folder of data for one test, gone when it ends.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// Writes a file; gives the folder back, to go on.
    pub fn with(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.0.path().join(name), text).unwrap();
        self
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The path as an argument.
    pub fn arg(&self) -> &str {
        self.0.path().to_str().unwrap()
    }
}

/// The table of this name in a JSON report.
#[track_caller]
pub fn table<'a>(report: &'a Value, name: &str) -> &'a Value {
    let tables = report["tables"].as_array().unwrap();
    tables.iter().find(|table| table["name"] == name).unwrap_or_else(|| panic!("no table {name}: {report}"))
}
