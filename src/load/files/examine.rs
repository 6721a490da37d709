//! A file looked at: its top, or all of its bytes.

use std::path::Path;

use super::file_name::{file_name_of, time_stamp};
use super::fingerprint::Fingerprint;
use super::input_file::InputFile;
use super::known::KnownHeaders;
use super::layout::FileState;
use super::recognise::{recognise, recognise_top};
use super::recognised::Recognised;
use super::sheets::Wanted;
use crate::domain::Foreign;
use crate::load::rows::blocks::seems_utf8;
use crate::load::rows::encoding::{self, Encoding};
use crate::load::rows::reading::Reading;

impl InputFile {
    /// The file at a path: recognised, unless it is passed over. A workbook is
    /// as many files as sheets of it are read.
    pub(super) fn at(
        path: &Path,
        passed_over: Option<FileState>,
        wanted: Wanted<'_>,
        headers: &KnownHeaders,
        reading: &Reading,
    ) -> Vec<Self> {
        if let Some(state) = passed_over {
            // It is not opened: a pipe would wait for ever.
            return vec![Self::known(path, state.into(), None)];
        }
        let fingerprint = Fingerprint::of(path);
        let files = Self::looked_at(path, wanted, headers, reading);
        files.into_iter().map(|file| Self { fingerprint, ..file }).collect()
    }

    fn looked_at(path: &Path, wanted: Wanted<'_>, headers: &KnownHeaders, reading: &Reading) -> Vec<Self> {
        let top = if reading.examines_first || reading.block == 0 { None } else { recognise_top(path, headers) };
        match top {
            Some((layout, delimiter)) if seems_utf8(path, delimiter, layout.header_row).unwrap_or(false) => {
                let state = FileState::Recognised(layout).into();
                vec![Self { encoding: Some(Encoding::Utf8), is_examined: false, ..Self::known(path, state, None) }]
            }
            _ => Self::examined(path, wanted, headers, reading),
        }
    }

    /// The file at a path, recognised after a look at all of its bytes.
    fn examined(path: &Path, wanted: Wanted<'_>, headers: &KnownHeaders, reading: &Reading) -> Vec<Self> {
        match encoding::examine(path, reading.digests, reading.meter) {
            Err(error) => {
                vec![Self::known(path, FileState::Refused(format!("it cannot be read: {error}")).into(), None)]
            }
            Ok(bytes) => {
                let found = recognise(path, &bytes, wanted, headers);
                found.into_iter().map(|found| Self::known(path, found, Some(&bytes))).collect()
            }
        }
    }

    fn known(path: &Path, found: Recognised, bytes: Option<&encoding::Bytes>) -> Self {
        let file_name = file_name_of(path);
        let time_stamp = time_stamp(&file_name);
        let file_name = Foreign::new(&file_name).into_shown();
        let name = match &found.sheet {
            Some(sheet) => format!("{file_name}, sheet {sheet}"),
            None => file_name,
        };
        Self {
            path: path.to_owned(),
            name,
            time_stamp,
            state: found.state,
            encoding: bytes.map(|bytes| bytes.encoding),
            sha256: bytes.map(|bytes| bytes.sha256.clone()).unwrap_or_default(),
            is_examined: true,
            remarks: found.remarks,
            hidden_sheets: found.hidden_sheets,
            count: None,
            fingerprint: None,
        }
    }

    /// The same file after a look at all of its bytes, if that had not been done.
    #[must_use]
    pub fn examine(self, headers: &KnownHeaders, reading: &Reading) -> Self {
        if self.is_examined {
            return self;
        }
        // It is still the file whose top was looked at, or it has changed.
        let fingerprint = self.fingerprint;
        // Only text is read before all of its bytes have been seen: it is one file.
        let examined = Self::examined(&self.path, Wanted::default(), headers, reading).into_iter().next();
        examined.map_or(self, |file| Self { fingerprint, ..file })
    }
}
