//! A file looked at: its top, or all of its bytes.

use std::path::PathBuf;

use super::file_name::{file_name_of, time_stamp};
use super::fingerprint::Fingerprint;
use super::input_file::InputFile;
use super::layout::FileState;
use super::recognise::{Recognised, recognise, recognise_top};
use crate::load::rows::blocks::seems_utf8;
use crate::load::rows::encoding::{self, Encoding};
use crate::load::rows::reading::Reading;

impl InputFile {
    /// The file at a path: recognised, unless it is passed over. Of a workbook,
    /// the sheet of this name.
    pub(super) fn new(path: PathBuf, passed_over: Option<FileState>, sheet: Option<&str>, reading: &Reading) -> Self {
        if let Some(state) = passed_over {
            // It is not opened: a pipe would wait for ever.
            return Self::known(path, state.into(), None);
        }
        let fingerprint = Fingerprint::of(&path);
        Self { fingerprint, ..Self::looked_at(path, sheet, reading) }
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
        let time_stamp = time_stamp(&name);
        let (encoding, sha256) = bytes.map(|bytes| (bytes.encoding, bytes.sha256)).unzip();
        let sha256 = sha256.unwrap_or_default();
        Self { path, name, time_stamp, state, encoding, sha256, is_examined: true, remarks, fingerprint: None }
    }

    /// Looks at all of its bytes, if that has not been done.
    pub fn examine(&mut self, reading: &Reading) {
        if !self.is_examined {
            let fingerprint = Fingerprint::of(&self.path);
            *self = Self { fingerprint, ..Self::examined(std::mem::take(&mut self.path), None, reading) };
        }
    }
}
