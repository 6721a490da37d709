//! `vaxdash man`.

use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man;

use crate::cli::command_output::CommandOutput;
use crate::cli::output_paths::PathWords;
use crate::exit::Failure;
use crate::render::OutputFile;

/// Show the manual page, or write every page to a folder.
///
/// The pages are also in the folder man/ of the source.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vaxdash man | man -l -\n  vaxdash man -o /usr/local/share/man/man1")]
pub struct ManArgs {
    /// Write vaxdash.1 and one page a command to this folder.
    #[arg(short, long, value_name = "DIR", help_heading = "Output")]
    output: Option<PathBuf>,
    /// Replace files that exist.
    #[arg(short, long, help_heading = "Output")]
    force: bool,
}

impl ManArgs {
    pub fn run(&self, command: clap::Command) -> Result<CommandOutput, Failure> {
        let mut command = command.disable_help_subcommand(true);
        command.build();
        let Some(folder) = PathWords::default().fill_any(self.output.as_deref())? else {
            return Ok(CommandOutput::with(page(command)?));
        };
        let mut files = Vec::new();
        for task in command.get_subcommands() {
            let name = format!("vaxdash-{}", task.get_name());
            let bytes = page(task.clone().display_name(name.clone()).bin_name(name.replacen('-', " ", 1)))?;
            files.push(OutputFile { path: folder.join(format!("{name}.1")), bytes });
        }
        files.push(OutputFile { path: folder.join("vaxdash.1"), bytes: page(command)? });
        Ok(CommandOutput { files, force: self.force, ..CommandOutput::default() })
    }
}

fn page(command: clap::Command) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // A fixed date: the same source gives the same page.
    let man = Man::new(command).title("VAXDASH").manual("vaxdash manual").date("");
    man.render(&mut bytes).map_err(|error| Failure::fault(error.to_string()))?;
    Ok(bytes)
}
