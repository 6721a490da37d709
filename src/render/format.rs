//! The formats, and how a report is to look in one.

use crate::domain::{Named, named_values};

/// A format of `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Tables for people.
    Table,
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// A workbook.
    Xlsx,
    /// A page.
    Html,
    /// A JSON object a line.
    Ndjson,
}

named_values!(Format {
    Table => ("table", "Tables for people."),
    Csv => ("csv", "Comma-separated values, for spreadsheets and scripts."),
    Json => ("json", "JSON, for programs."),
    Xlsx => ("xlsx", "A workbook, for Excel."),
    Html => ("html", "A page with charts, in one file, for any browser and for print."),
    Ndjson => ("ndjson", "A JSON object a line, of lists: for pipes."),
});

/// What a format has room for besides the tables.
#[derive(Debug, Clone, Copy)]
pub struct FormatRoom {
    /// Whether a terminal can show it.
    pub screen: bool,
    /// Drawings.
    pub charts: bool,
    /// Whether they are drawn without being asked for.
    pub always_draws: bool,
    /// What the report was made from.
    pub receipt: bool,
    /// The digests of the files.
    pub digests: bool,
    /// A password without which it does not open.
    pub password: bool,
}

impl Format {
    /// The ending of a file in this format.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Ndjson => "ndjson",
        }
    }

    /// The format of a file with this ending.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.ending() == ending)
    }

    /// What it has room for.
    #[must_use]
    pub const fn room(self) -> FormatRoom {
        let text = FormatRoom {
            screen: true,
            charts: false,
            always_draws: false,
            receipt: true,
            digests: false,
            password: false,
        };
        let drawn = FormatRoom { screen: false, charts: true, digests: true, ..text };
        match self {
            Self::Table => FormatRoom { charts: true, ..text },
            Self::Csv | Self::Ndjson => FormatRoom { receipt: false, ..text },
            Self::Json => FormatRoom { digests: true, ..text },
            Self::Xlsx => FormatRoom { password: true, ..drawn },
            Self::Html => FormatRoom { always_draws: true, ..drawn },
        }
    }
}

/// How a report is to look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The format.
    pub format: Format,
    /// Columns of the terminal; `None` for as wide as it needs.
    pub width: Option<u16>,
    /// Whether CSV begins with a byte-order mark.
    pub bom: bool,
}
