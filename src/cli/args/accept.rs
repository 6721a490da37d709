//! Doubts that somebody accepts by name, as options of whatever reads data.

use clap::Args;

use crate::cli::args::named_value::named_value;
use crate::cli::args::value_hints::with_hints;
use crate::domain::{DoubtId, ImdVersion, Named, did_you_mean};
use crate::run::Accepted;

/// What the user says of the data besides where they are.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Data")]
pub struct AcceptArgs {
    /// Accept a doubt about the data by its name (repeatable), after looking; with =FILE, of that file alone.
    ///
    /// `vaxdash check` names the doubts that stand, `vaxdash rules --doubts` all. What is accepted
    /// stays in every output, marked so, and goes into the audit log.
    #[arg(long, value_name = "ID[=FILE]", value_parser = with_hints(read_accept, names), hide_possible_values = true)]
    pub accept: Vec<(DoubtId, Option<String>)>,
    /// The year of the deprivation ranks (IMD), where the ranks do not show it.
    ///
    /// In vaxdash.toml: imd = 2025.
    #[arg(long, value_name = "YEAR", value_parser = named_value::<ImdVersion>(), hide_possible_values = true)]
    pub imd_year: Option<ImdVersion>,
}

impl AcceptArgs {
    /// The doubts accepted.
    pub fn accepted(&self) -> Accepted {
        Accepted::new(self.accept.clone())
    }
}

/// Reads `ID` or `ID=FILE`.
fn read_accept(text: &str) -> Result<(DoubtId, Option<String>), String> {
    let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file.trim())));
    let name = name.trim();
    let id = DoubtId::named(name)
        .ok_or_else(|| format!("no doubt is called {name}{}", did_you_mean(name, &DoubtId::names())))?;
    match file {
        Some("") => Err(format!("name the file after the =, or leave the = out: {id}=patients.csv")),
        file => Ok((id, file.map(str::to_owned))),
    }
}

/// Every doubt.
fn names() -> Vec<String> {
    DoubtId::names().into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubts_are_accepted_by_name_with_or_without_a_file() {
        assert_eq!(read_accept("rows-short"), Ok((DoubtId::RowsShort, None)));
        assert_eq!(read_accept("rows-short=a=b.csv"), Ok((DoubtId::RowsShort, Some("a=b.csv".to_owned()))));
        assert!(read_accept("row-short").unwrap_err().contains("did you mean \"rows-short\"?"));
        for wrong in ["", "all", "*", "=a.csv", "rows-short="] {
            assert!(read_accept(wrong).is_err(), "{wrong}");
        }
    }
}
