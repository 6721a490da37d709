//! What was found: the files of a run, recognised, and when the data in them
//! were refreshed.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::files::known::KnownHeaders;
use super::files::layout::FileState;
use super::files::sheets::Wanted;
use super::files::survey::{Unreadable, survey};
use super::rows::reading::Reading;
use super::tables::sources::Sources;

/// The files of a run, recognised; sources already read.
pub struct Survey {
    pub(super) files: Vec<InputFile>,
    /// How many of the files, the first ones, were named as practice lists;
    /// `None` where none were asked for.
    pub(super) named_lists: Option<usize>,
    pub(super) sources: Sources,
    pub(super) reading: Reading,
    pub(super) headers: KnownHeaders,
}

impl Survey {
    /// Finds and recognises the files, and reads the sources. Of the workbooks
    /// in `data`, the sheet of this name, where one is given.
    ///
    /// # Errors
    /// A path that cannot be read at all.
    pub fn of(
        data: &[PathBuf],
        practices: &[PathBuf],
        sheet: Option<&str>,
        headers: KnownHeaders,
        reading: Reading,
    ) -> Result<Self, Unreadable> {
        let lists = survey(practices, Wanted { sheet: None, first: true }, &headers, &reading)?;
        let data = survey(data, Wanted { sheet, first: false }, &headers, &reading)?.into_iter();
        let data: Vec<InputFile> =
            data.filter(|file| lists.iter().all(|list| !is_same_path(&list.path, &file.path))).collect();
        let named_lists = (!practices.is_empty()).then_some(lists.len());
        let mut sources = Sources::default();
        let read = |file: InputFile| {
            let layout = file.layout().filter(|layout| layout.kind == FileKind::Sources);
            match layout.map(|layout| sources.read(&file, layout)) {
                Some(read) => file.counted(read),
                None => file,
            }
        };
        let files = lists.into_iter().chain(data).map(read).collect();
        Ok(Self { files, named_lists, sources, reading, headers })
    }

    /// The newest instant at which any vaccination source was refreshed: by
    /// the names of vaccination files or the lines above their headers, or by
    /// the `sources` files.
    #[must_use]
    pub fn newest_refresh(&self) -> Option<DateTime<Utc>> {
        let stamps = self.files.iter().filter(|file| file.kind() == Some(FileKind::Vaccinations));
        let stamps = stamps.filter_map(InputFile::refreshed);
        stamps.chain(self.sources.refreshed.iter().filter_map(|(_, at)| *at)).max()
    }

    /// Whether all that was found is what vaxdash itself wrote.
    #[must_use]
    pub fn is_own_output(&self) -> bool {
        !self.files.is_empty() && self.files.iter().all(|file| file.kind() == Some(FileKind::OwnOutput))
    }

    /// The same files, those looked at to their last byte of which only the top
    /// had been seen.
    #[must_use]
    pub(super) fn examined(self) -> Self {
        let waiting = self.files.iter().filter(|file| !file.is_examined);
        self.reading.meter.begin(waiting.map(|file| file.path.as_path()));
        let files = self.files.into_iter().map(|file| file.examine(&self.headers, &self.reading)).collect();
        Self { files, ..self }
    }

    /// The files refused so far, with the reason.
    pub(super) fn refused(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|file| match &file.state {
            FileState::Refused(reason) => Some((file.name.as_str(), reason.as_str())),
            _ => None,
        })
    }
}

/// Whether two paths lead to one file, along whatever links and spellings.
#[must_use]
pub fn is_same_path(a: &Path, b: &Path) -> bool {
    a == b || a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a))
}
