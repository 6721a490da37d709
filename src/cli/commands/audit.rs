//! `vaxdash audit`.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::audit::{LogCheck, verify};
use crate::cli::command_output::CommandOutput;
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
        let shown = file.display();
        let unread = |error| Failure::input(format!("{shown} cannot be read: {error}"));
        if !fs::metadata(file).map_err(unread)?.is_file() {
            return Err(Failure::input(format!("{shown} cannot be read: it is no file")));
        }
        let found = File::open(file).and_then(|file| verify(BufReader::new(file))).map_err(unread)?;
        Ok(match found {
            LogCheck::Whole { lines, last } => {
                let words = if lines == 1 { "line is" } else { "lines are" };
                CommandOutput::with(
                    format!("{shown}: {lines} {words} as written. The last hash is {last}\n").into_bytes(),
                )
            }
            LogCheck::Broken { line, why } => {
                let out = format!("{shown}: line {line} is broken: {why}\n").into_bytes();
                CommandOutput { exit: Exit::Problems, ..CommandOutput::with(out) }
            }
        })
    }
}
