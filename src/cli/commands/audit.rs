//! `vaxdash audit`.

use std::fmt::Write;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::audit::{LogCheck, verify};
use crate::cli::command_output::CommandOutput;
use crate::domain::Foreign;
use crate::exit::{Exit, Failure};

/// Check an audit log: that no line of it was changed, moved or taken out.
///
/// Lists, histories, invitations and dashboards with patients add to the log of --audit FILE.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash patients --list --data extracts/ --audit audit.log --reason recall -o patients.csv\n  vaxdash audit verify audit.log"
)]
pub struct AuditCommandArgs {
    #[command(subcommand)]
    task: AuditCommand,
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Name the first broken line, and exit with code 3; else give the number of lines and the last hash.
    ///
    /// An output is followed by a line with its outcome: written or failed. One without is named, with code 3:
    /// its run was killed, or goes on, and its files may be there or not. Older logs have no outcomes.
    /// Lines taken from the end leave no gap: keep the last hash somewhere else, and compare.
    Verify {
        /// The log.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

impl AuditCommandArgs {
    pub fn run(&self) -> Result<CommandOutput, Failure> {
        let AuditCommand::Verify { file } = &self.task;
        let shown = Foreign::path(file);
        let unread = |error| Failure::input(format!("{shown} cannot be read: {error}"));
        if !fs::metadata(file).map_err(unread)?.is_file() {
            return Err(Failure::input(format!("{shown} cannot be read: it is no file")));
        }
        let found = File::open(file).and_then(|file| verify(BufReader::new(file))).map_err(unread)?;
        Ok(match found {
            LogCheck::Whole { lines, last, failed, open } => {
                let words = if lines == 1 { "line is" } else { "lines are" };
                let mut out = format!("{shown}: {lines} {words} as written. The last hash is {last}\n");
                if failed > 0 {
                    let outputs = if failed == 1 { "output" } else { "outputs" };
                    // A string takes every write.
                    let _ = writeln!(out, "{shown}: {failed} {outputs} failed, and never were where they should be");
                }
                let exit = if open.is_empty() { Exit::Done } else { Exit::Problems };
                out += &without_outcome(&shown, &open);
                CommandOutput { exit, ..CommandOutput::with(out.into_bytes()) }
            }
            LogCheck::Broken { line, why } => {
                let out = format!("{shown}: line {line} is broken: {why}\n").into_bytes();
                CommandOutput { exit: Exit::Problems, ..CommandOutput::with(out) }
            }
        })
    }
}

/// The outputs of which nobody knows what became of them, as a line; nothing where there are none.
fn without_outcome(shown: &Foreign, open: &[u64]) -> String {
    const MOST: usize = 20;
    if open.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = open.iter().take(MOST).map(u64::to_string).collect();
    let (outputs, line) = if open.len() == 1 { ("output has", "line") } else { ("outputs have", "lines") };
    let more = if open.len() > MOST { " …" } else { "" };
    format!(
        "{shown}: {} {outputs} no outcome ({line} {}{more}): the run was killed, or goes on; look whether its files are there\n",
        open.len(),
        lines.join(", ")
    )
}
