//! The files of a run, found and recognised, and the practices that may be seen.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::files::input_file::InputFile;
use super::files::kind::Kind;
use super::files::layout::FileState;
use super::files::survey::{Unreadable, survey};
use super::rows::body_rules::RowCount;
use super::rows::file_fault::FileFault;
use super::rows::reading::Reading;
use super::scope_fault::ScopeFault;
use super::tables::ods_lists::Published;
use super::tables::practices::PracticeList;
use super::tables::sources::Sources;
use crate::domain::{Practice, Scope};

/// The files of a run, recognised; practices and sources already read.
pub struct Data {
    pub(super) files: Vec<InputFile>,
    pub(super) counts: HashMap<PathBuf, RowCount>,
    /// Paths of the practice lists that decide.
    pub(super) deciding: Vec<PathBuf>,
    pub(super) practices: PracticeList,
    pub(super) published: Published,
    /// That the networks asked for have narrowed the lists, in words.
    pub(super) narrowed: Option<String>,
    pub(super) sources: Sources,
    pub(super) fault: Option<ScopeFault>,
    pub(super) reading: Reading,
}

impl Data {
    /// Finds and recognises the files; reads practice lists and sources. Of the
    /// workbooks in `data`, the sheet of this name, where one is given.
    pub fn survey(
        data: &[PathBuf],
        practices: &[PathBuf],
        sheet: Option<&str>,
        reading: Reading,
    ) -> Result<Self, Unreadable> {
        let lists = survey(practices, None, &reading)?;
        let mut files = survey(data, sheet, &reading)?;
        files.retain(|file| lists.iter().all(|list| !same_file(&list.path, &file.path)));
        // What ODS publishes of all England decides only if it is named.
        let in_data = files.iter().filter(|file| file.kind() == Some(Kind::Practices) && file.publication().is_none());
        let in_data: Vec<(PathBuf, String)> = in_data.map(|file| (file.path.clone(), file.name.clone())).collect();
        let mut found = Self {
            files: Vec::new(),
            counts: HashMap::new(),
            deciding: Vec::new(),
            practices: PracticeList::default(),
            published: Published::default(),
            narrowed: None,
            sources: Sources::default(),
            fault: None,
            reading,
        };
        if practices.is_empty() {
            match &in_data[..] {
                [] => {
                    let publication = files.iter().find(|file| file.publication().is_some());
                    found.fault = Some(
                        publication.map_or(ScopeFault::NoList, |file| ScopeFault::PublicationInData(file.name.clone())),
                    );
                }
                [(path, _)] => found.deciding.push(path.clone()),
                several => {
                    found.fault =
                        Some(ScopeFault::SeveralLists(several.iter().map(|(_, name)| name.clone()).collect()));
                }
            }
        } else {
            let other = lists
                .iter()
                .find(|file| !matches!(file.state, FileState::Refused(_)) && file.kind() != Some(Kind::Practices));
            found.fault = other.map(|file| ScopeFault::NotAList(file.name.clone()));
            found.deciding = lists.iter().map(|file| file.path.clone()).collect();
        }
        found.files = lists;
        found.files.extend(files);
        found.read_small_files();
        Ok(found)
    }

    /// Reads the practice lists that decide, and the sources.
    fn read_small_files(&mut self) {
        for index in 0..self.files.len() {
            let file = &self.files[index];
            let Some(layout) = file.layout().cloned() else { continue };
            let decides = self.deciding.contains(&file.path);
            let read = match (layout.kind, file.publication()) {
                (Kind::Practices, None) if decides => self.practices.read(file, &layout).map_err(FileFault::from),
                (Kind::Practices, Some(publication)) if decides => self.published.read(publication, file, &layout),
                (Kind::Sources, _) => self.sources.read(file, &layout),
                _ => continue,
            };
            self.note_end(index, read);
        }
    }

    /// Why a practice list of the data is ignored, if it is.
    pub(super) fn ignored_list(&self, file: &InputFile) -> Option<&'static str> {
        let is_list = file.kind() == Some(Kind::Practices);
        if !is_list || self.deciding.contains(&file.path) {
            None
        } else if file.publication().is_some() {
            Some("ignored: a list of all England decides only where --practices names it, with --pcn")
        } else {
            (!self.deciding.is_empty()).then_some("ignored, because --practices decides")
        }
    }

    /// Notes how the reading of a file ended.
    pub(super) fn note_end(&mut self, index: usize, read: Result<RowCount, FileFault>) {
        let Some(file) = self.files.get_mut(index) else { return };
        match read {
            Ok(count) => {
                self.counts.insert(file.path.clone(), count);
            }
            Err(fault) => file.state = FileState::Refused(fault.to_string()),
        }
    }

    /// Looks at every byte of the files of which only the top has been seen.
    pub fn examine(&mut self) {
        let waiting = self.files.iter().filter(|file| !file.is_examined);
        self.reading.meter.begin(waiting.map(|file| file.path.as_path()));
        for file in &mut self.files {
            file.examine(&self.reading);
        }
    }

    /// The practices that may be seen.
    pub fn scope(&self, activity_code: &str) -> Result<Scope, ScopeFault> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone());
        }
        if self.practices.is_empty() {
            return Err(ScopeFault::Empty);
        }
        let scope = self.practices.scope(activity_code);
        match scope.practices().len() {
            0 => {
                let listed = self.practices.without_code(activity_code).len();
                Err(ScopeFault::NoneWithCode { code: activity_code.to_owned(), listed })
            }
            count if u16::try_from(count).is_err() => Err(ScopeFault::TooMany),
            _ => Ok(scope),
        }
    }

    /// The listed practices that are out of scope for want of the activity code.
    #[must_use]
    pub fn practices_without_code(&self, activity_code: &str) -> Vec<Practice> {
        self.practices.without_code(activity_code)
    }

    /// Whether activity codes decided the scope.
    #[must_use]
    pub fn checks_activity_codes(&self) -> bool {
        self.practices.has_activity_codes
    }

    /// The newest instant at which any vaccination source was refreshed: by
    /// the names of vaccination files or the lines above their headers, or by
    /// the `sources` files.
    #[must_use]
    pub fn newest_refresh(&self) -> Option<DateTime<Utc>> {
        let stamps = self.files.iter().filter(|file| file.kind() == Some(Kind::Vaccinations));
        let stamps = stamps.filter_map(InputFile::refreshed);
        stamps.chain(self.sources.refreshed.iter().filter_map(|(_, at)| *at)).max()
    }

    /// The files refused so far, with the reason.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|file| match &file.state {
            FileState::Refused(reason) => Some((file.name.as_str(), reason.as_str())),
            _ => None,
        })
    }
}

fn same_file(a: &std::path::Path, b: &std::path::Path) -> bool {
    a == b || a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a))
}
