//! Which files there are, and what each one is.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::file_name;
use super::fingerprint::Mark;
use super::headings::Columns;
use super::kind::Kind;
use super::ods_publication::Publication;
use super::recognise::{Recognised, recognise, recognise_top};
use crate::domain::Severity;
use crate::load::rows::blocks::seems_utf8;
use crate::load::rows::data_rows::{Below, DataRows, RowCount};
use crate::load::rows::encoding::{self, Encoding};
use crate::load::rows::meter::Meter;
use crate::load::rows::row::{Cut, RowFault, Rows};
use crate::load::rows::scan::Reading;
use crate::load::rows::workbook::what_to_do;

/// The file name endings that are looked at in a folder.
const ENDINGS: [&str; 5] = ["csv", "txt", "dat", "tsv", "xlsx"];
/// The header must be within this many rows of the top.
pub(in crate::load) const HEADER_WITHIN: u32 = 30;

/// How to read the rows of a recognised file.
#[derive(Debug, Clone)]
pub struct Layout {
    /// What the file is.
    pub kind: Kind,
    /// How its rows are cut.
    pub cut: Cut,
    /// The row number of its header; 0 for a file without one.
    pub header_row: u32,
    /// Which column holds which field.
    pub columns: Columns,
    /// When the report in it was run, where lines above its header say so.
    pub last_run: Option<DateTime<Utc>>,
}

impl Layout {
    /// What of the header decides which rows are rows read.
    #[must_use]
    pub fn below(&self) -> Below {
        Below { header_row: self.header_row, width: self.columns.width() }
    }
}

/// What became of a file.
#[derive(Debug, Clone)]
pub enum FileState {
    /// Of a known kind.
    Recognised(Layout),
    /// Readable, of no known kind; with its header, unless that looks like data.
    Unrecognised(String),
    /// Of one of our kinds but unusable, or not readable at all; with the reason.
    Refused(String),
    /// Not looked at; with the reason.
    Skipped(String),
    /// A pipe, socket or device in a folder: not opened, for it might never end.
    NoFile,
}

/// A file of the data.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name without folder.
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
    /// How many rows it has, where they have been read.
    pub count: Option<RowCount>,
    /// Its state before anything of it was looked at.
    pub(in crate::load) mark: Option<Mark>,
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
    pub fn kind(&self) -> Option<Kind> {
        self.layout().map(|layout| layout.kind)
    }

    /// Opens the rows below the header.
    pub fn rows(&self, layout: &Layout, meter: &'static Meter) -> Result<DataRows, RowFault> {
        let encoding = self.encoding.unwrap_or(Encoding::Utf8);
        let mut rows = Rows::open_metered(&self.path, encoding, &layout.cut, meter)?;
        while layout.header_row > rows.row().number && rows.advance()? {}
        Ok(DataRows { rows, below: layout.below(), counted: RowCount::default() })
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

    /// The file at a path: recognised, unless it is passed over. Of a workbook,
    /// the sheet of this name.
    fn new(path: PathBuf, passed_over: Option<FileState>, sheet: Option<&str>, reading: &Reading) -> Self {
        if let Some(state) = passed_over {
            // It is not opened: a pipe would wait for ever.
            return Self::known(path, state.into(), None);
        }
        let mark = Mark::of(&path);
        Self { mark, ..Self::looked_at(path, sheet, reading) }
    }

    /// Whether it has been written to since it was looked at.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.mark.is_some() && Mark::of(&self.path) != self.mark
    }

    fn looked_at(path: PathBuf, sheet: Option<&str>, reading: &Reading) -> Self {
        let top = if reading.examines_first || reading.block == 0 { None } else { recognise_top(&path) };
        match top {
            Some((layout, delimiter)) if seems_utf8(&path, delimiter, layout.header_row).unwrap_or(false) => {
                let state = FileState::Recognised(layout).into();
                Self { encoding: Some(Encoding::Utf8), is_examined: false, ..Self::known(path, state, None) }
            }
            _ => Self::examined(path, sheet, reading),
        }
    }

    /// The file at a path, recognised after a look at all of its bytes.
    fn examined(path: PathBuf, sheet: Option<&str>, reading: &Reading) -> Self {
        match encoding::examine(&path, reading.digests, reading.meter) {
            Err(error) => Self::known(path, FileState::Refused(format!("it cannot be read: {error}")).into(), None),
            Ok(bytes) => {
                let found = recognise(&path, &bytes, sheet);
                Self::known(path, found, Some(bytes))
            }
        }
    }

    fn known(path: PathBuf, Recognised { state, remarks }: Recognised, bytes: Option<encoding::Bytes>) -> Self {
        let name = file_name_of(&path);
        let time_stamp = file_name::time_stamp(&name);
        let (encoding, sha256) = bytes.map(|bytes| (bytes.encoding, bytes.sha256)).unzip();
        let sha256 = sha256.unwrap_or_default();
        Self { path, name, time_stamp, state, encoding, sha256, is_examined: true, remarks, count: None, mark: None }
    }

    /// The same file after a look at all of its bytes, if that had not been done.
    #[must_use]
    pub fn examine(self, reading: &Reading) -> Self {
        if self.is_examined {
            return self;
        }
        let mark = Mark::of(&self.path);
        Self { mark, ..Self::examined(self.path, None, reading) }
    }
}

/// A path of the command line that cannot be read at all.
#[derive(Debug)]
pub struct Unreadable {
    /// The path as given.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Finds the files that `paths` name, in read order, and recognises each by
/// its header; of workbooks, the sheet of this name.
pub fn survey(paths: &[PathBuf], sheet: Option<&str>, reading: &Reading) -> Result<Vec<InputFile>, Unreadable> {
    let mut all = Vec::new();
    let mut seen = HashSet::new();
    // A file that is named is looked at, also where its folder would pass it over.
    let (folders, named): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(|path| path.is_dir());
    for path in named.into_iter().chain(folders) {
        let unreadable = |error| Unreadable { path: path.clone(), error };
        let found = if fs::metadata(path).map_err(unreadable)?.is_dir() {
            folder(path).map_err(unreadable)?
        } else {
            // What somebody asked for cannot be left out.
            let refused = || FileState::Refused("it is a pipe, socket or device: save it as a file first".to_owned());
            vec![(path.clone(), is_no_file(path).then(refused))]
        };
        all.extend(
            found.into_iter().filter(|(path, _)| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone()))),
        );
    }
    let looked_at = all.iter().filter(|(_, passed_over)| passed_over.is_none());
    reading.meter.begin(looked_at.map(|(path, _)| path.as_path()));
    let mut files: Vec<InputFile> =
        all.into_iter().map(|(path, passed_over)| InputFile::new(path, passed_over, sheet, reading)).collect();
    // Files without a time stamp first, then by time; ties by name, then path.
    files.sort_by(|a, b| {
        (a.time_stamp, a.name.as_bytes(), a.path.as_os_str()).cmp(&(
            b.time_stamp,
            b.name.as_bytes(),
            b.path.as_os_str(),
        ))
    });
    Ok(files)
}

/// The ending of a file's name, lower-cased.
pub(in crate::load) fn ending(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase()
}

fn file_name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The files of a folder, not of the folders in it, each with why it is passed
/// over, if it is.
fn folder(path: &Path) -> io::Result<Vec<(PathBuf, Option<FileState>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let ending = ending(&path);
        let not_read = what_to_do(&ending);
        if path.is_dir() || !(not_read.is_some() || ENDINGS.contains(&ending.as_str())) {
            continue;
        }
        let name = file_name_of(&path);
        let passed_over = if name.starts_with("~$") || name.starts_with('.') {
            Some(FileState::Skipped("a hidden or lock file of another program".to_owned()))
        } else if is_no_file(&path) {
            Some(FileState::NoFile)
        } else {
            not_read.map(|fault| FileState::Skipped(fault.to_string()))
        };
        files.push((path, passed_over));
    }
    Ok(files)
}

/// Whether there is something at a path that is no file. A broken link is
/// refused later, when it cannot be read.
fn is_no_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}
