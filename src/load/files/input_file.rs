//! A file of the data, with what is known of it.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::fingerprint::Fingerprint;
use super::kind::FileKind;
use super::layout::{FileState, Layout};
use super::ods_publication::Publication;
use crate::domain::Severity;
use crate::load::rows::blocks;
use crate::load::rows::body_rules::RowCount;
use crate::load::rows::data_rows::DataRows;
use crate::load::rows::encoding::Encoding;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::file_rows::RowFormat;
use crate::load::rows::meter::Meter;
use crate::load::rows::reading::Reading;
use crate::load::rows::row_fault::RowFault;
use crate::load::rows::scan::{Merge, ReadFile, Scan};

/// A file of the data.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name without folder, and the sheet of a workbook of which several are read.
    pub name: String,
    /// The time stamp in its name.
    pub time_stamp: Option<DateTime<Utc>>,
    /// What became of it.
    pub state: FileState,
    /// Its text encoding, where it could be read.
    pub encoding: Option<Encoding>,
    /// SHA-256 in hexadecimal, or empty where it could not be read or is not wanted.
    pub sha256: String,
    /// Whether every byte was looked at. Otherwise it is taken for UTF-8, and
    /// found out while its rows are read.
    pub is_examined: bool,
    /// What there is to know of it besides.
    pub remarks: Vec<(Severity, String)>,
    /// The hidden sheets of the workbook that are left, as they are shown.
    pub hidden_sheets: Vec<String>,
    /// How many rows it has, where they have been read.
    pub count: Option<RowCount>,
    /// Its state before anything of it was looked at.
    pub(in crate::load) fingerprint: Option<Fingerprint>,
}

impl InputFile {
    /// The layout, if the file was recognised.
    #[must_use]
    pub fn layout(&self) -> Option<&Layout> {
        match &self.state {
            FileState::Recognised(layout) => Some(layout),
            _ => None,
        }
    }

    /// The kind, if the file was recognised.
    #[must_use]
    pub fn kind(&self) -> Option<FileKind> {
        self.layout().map(|layout| layout.kind)
    }

    /// Opens the rows below the header.
    pub fn rows(&self, layout: &Layout, meter: &'static Meter) -> Result<DataRows, RowFault> {
        let encoding = self.encoding.unwrap_or(Encoding::Utf8);
        DataRows::open(&self.path, encoding, &layout.format, layout.body_rules(), layout.used_columns(), meter)
    }

    /// Gives every row below the header that is a row read to `scan`, and what
    /// it makes of them to `merge`, part by part.
    ///
    /// # Errors
    /// What refuses the file. What the rows before it left has gone to `merge`.
    pub fn scan<S: Scan>(
        &self,
        layout: &Layout,
        reading: &Reading,
        scan: &S,
        merge: &mut Merge<'_, S::Part>,
    ) -> Result<ReadFile, FileFault> {
        match (&layout.format, self.encoding) {
            (RowFormat::Delimited(delimiter), Some(Encoding::Utf8 | Encoding::DamagedUtf8(_))) if reading.block > 0 => {
                blocks::read(&self.path, *delimiter, layout.body_rules(), reading, scan, merge)
            }
            _ => self.rows(layout, reading.meter)?.scan(scan, merge),
        }
    }

    /// The publication of ODS that the file is, if it is one.
    #[must_use]
    pub fn publication(&self) -> Option<Publication> {
        self.layout().and_then(Publication::of)
    }

    /// When the data in it were refreshed: by the time stamp in its name, or by
    /// the lines above its header.
    #[must_use]
    pub fn refreshed(&self) -> Option<DateTime<Utc>> {
        self.time_stamp.or_else(|| self.layout()?.last_run)
    }

    /// Whether it has been written to since it was looked at.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.fingerprint.is_some() && Fingerprint::of(&self.path) != self.fingerprint
    }
}
