//! `vaxdash completions`.

use clap::{Args, ValueEnum};
use clap_complete::{Generator, Shell};

use crate::cli::command_output::CommandOutput;
use crate::exit::Failure;

/// Write the completion script of a shell to standard output.
///
/// The scripts are also in the folder completions/ of the source.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash completions bash > /etc/bash_completion.d/vaxdash\n  vaxdash completions powershell >> $PROFILE"
)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    shell: ShellArg,
}

/// A shell of `completions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ShellArg {
    /// Bourne Again Shell.
    Bash,
    /// Z shell.
    Zsh,
    /// Friendly interactive shell.
    Fish,
    /// PowerShell.
    #[value(name = "powershell")]
    PowerShell,
    /// Elvish.
    Elvish,
}

impl CompletionsArgs {
    pub fn run(&self, mut command: clap::Command) -> Result<CommandOutput, Failure> {
        let shell = match self.shell {
            ShellArg::Bash => Shell::Bash,
            ShellArg::Zsh => Shell::Zsh,
            ShellArg::Fish => Shell::Fish,
            ShellArg::PowerShell => Shell::PowerShell,
            ShellArg::Elvish => Shell::Elvish,
        };
        command.set_bin_name("vaxdash");
        command.build();
        let mut script = Vec::new();
        shell.try_generate(&command, &mut script).map_err(|error| Failure::fault(error.to_string()))?;
        Ok(CommandOutput::with(script))
    }
}
