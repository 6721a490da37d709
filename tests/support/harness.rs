//! Running the binary in a sealed environment, on folders made for the test.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

/// What a run of the binary left.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("not JSON ({error}): {}\n{}", self.out, self.err))
    }

    /// The run, if it ended with this code.
    #[track_caller]
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
        self
    }
}

/// Runs the binary with nothing of this machine's environment that could
/// change what it does.
pub fn vaxdash(args: &[&str]) -> Run {
    vaxdash_in(Path::new("."), args, "")
}

/// The same in a folder, with standard input.
pub fn vaxdash_in(folder: &Path, args: &[&str], stdin: &str) -> Run {
    let output = assert_cmd::cargo::cargo_bin_cmd!("vaxdash")
        // A run that hangs is a fault, not a wait.
        .timeout(Duration::from_secs(60))
        .env_remove("RUST_BACKTRACE")
        .env_remove("COLUMNS")
        .current_dir(folder)
        .args(args)
        .write_stdin(stdin)
        .output()
        .unwrap();
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
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
