//! What is known of a file once its rows have been read.

use super::input_file::InputFile;
use super::layout::FileState;
use crate::load::rows::body_rules::RowCount;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::scan::ReadFile;

impl InputFile {
    /// The file with its rows counted; refused where they could not be read to
    /// the end.
    pub(in crate::load) fn counted<F: Into<FileFault>>(self, read: Result<RowCount, F>) -> Self {
        match read {
            Ok(count) => Self { count: Some(count), ..self },
            Err(fault) => self.refused(&fault.into()),
        }
    }

    /// The same with what was learnt of its bytes meanwhile, where they had not
    /// been examined before.
    pub(in crate::load) fn ended(self, read: Result<ReadFile, FileFault>) -> Self {
        let (count, bytes) = match read {
            Ok(read) => (Ok(read.count), read.bytes),
            Err(fault) => (Err(fault), None),
        };
        let file = self.counted(count);
        match bytes.filter(|_| !file.is_examined) {
            Some(bytes) => Self { encoding: Some(bytes.encoding), sha256: bytes.sha256, is_examined: true, ..file },
            None => file,
        }
    }

    /// The file, refused.
    pub(in crate::load) fn refused(self, fault: &FileFault) -> Self {
        Self { state: FileState::Refused(fault.to_string()), ..self }
    }
}
