//! What was decided: which practice lists count, and whom they let be seen.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use super::files::headings::UserHeadings;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::files::layout::FileState;
use super::found::Survey;
use super::networks::{Narrowed, narrow};
use super::rows::file_fault::FileFault;
use super::scope_fault::ScopeFault;
use super::tables::ods_lists::Published;
use super::tables::practices::PracticeList;
use crate::domain::{Practice, Scope};

/// The files of a run with their practice lists read, and what these decide.
pub struct Decided {
    pub(super) survey: Survey,
    /// Paths of the practice lists that decide.
    pub(super) deciding: Vec<PathBuf>,
    pub(super) practices: PracticeList,
    /// That the networks asked for have narrowed the lists, in words.
    pub(super) narrowed: Option<String>,
    /// Why there is no scope, where the lists themselves do not show it.
    pub(super) fault: Option<ScopeFault>,
}

impl Survey {
    /// Decides which practice lists count, reads them, and narrows them to the
    /// Primary Care Networks of these codes as at a day.
    ///
    /// Whatever cannot be settled leaves no scope, with the reason for
    /// [`Decided::scope`].
    #[must_use]
    pub fn decide(self, networks: &[String], day: NaiveDate) -> Decided {
        let (deciding, fault) = self.deciding();
        let (mut listed, mut published) = (PracticeList::default(), Published::default());
        let read = |file: InputFile| {
            let decides = |file: &InputFile| deciding.contains(&file.path);
            let layout = file.layout().filter(|layout| layout.kind == FileKind::Practices && decides(&file));
            let read = layout.map(|layout| match file.publication() {
                None => listed.read(&file, layout).map_err(FileFault::from),
                Some(publication) => published.read(publication, &file, layout),
            });
            match read {
                Some(read) => file.counted(read),
                None => file,
            }
        };
        let survey = Self { files: self.files.into_iter().map(read).collect(), ..self };
        let lists: Vec<&InputFile> = survey.files.iter().filter(|file| deciding.contains(&file.path)).collect();
        let Narrowed { practices, in_words, fault } = match fault {
            Some(fault) => Narrowed { practices: listed, in_words: None, fault: Some(fault) },
            None => narrow(&lists, listed, &published, networks, day),
        };
        Decided { survey, deciding, practices, narrowed: in_words, fault }
    }

    /// The practice lists that decide, or why none can. What ODS publishes of
    /// all England decides only if it is named.
    fn deciding(&self) -> (Vec<PathBuf>, Option<ScopeFault>) {
        if let Some(named) = self.named_lists {
            let lists = self.files.get(..named).unwrap_or_default();
            let is_other = |file: &&InputFile| {
                !matches!(file.state, FileState::Refused(_)) && file.kind() != Some(FileKind::Practices)
            };
            let fault = lists.iter().find(is_other).map(|file| ScopeFault::NotAList(file.name.clone()));
            return (lists.iter().map(|file| file.path.clone()).collect(), fault);
        }
        let is_own = |file: &&InputFile| file.kind() == Some(FileKind::Practices) && file.publication().is_none();
        let own: Vec<&InputFile> = self.files.iter().filter(is_own).collect();
        match &own[..] {
            [] => {
                let publication = self.files.iter().find(|file| file.publication().is_some());
                let fault =
                    publication.map_or(ScopeFault::NoList, |file| ScopeFault::PublicationInData(file.name.clone()));
                (Vec::new(), Some(fault))
            }
            [list] => (vec![list.path.clone()], None),
            several => {
                let names = several.iter().map(|file| file.name.clone()).collect();
                (Vec::new(), Some(ScopeFault::SeveralLists(names)))
            }
        }
    }
}

impl Decided {
    /// The headings that the user has named.
    #[must_use]
    pub fn named_headings(&self) -> &UserHeadings {
        &self.survey.headers.named
    }

    /// The practices that may be seen.
    ///
    /// # Errors
    /// Why nobody may be.
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
                let listed = self.left_out(activity_code).len();
                Err(ScopeFault::NoneWithCode { code: activity_code.to_owned(), listed })
            }
            count if u16::try_from(count).is_err() => Err(ScopeFault::TooMany),
            _ => Ok(scope),
        }
    }

    /// The listed practices that are out of scope for want of the activity code.
    #[must_use]
    pub fn left_out(&self, activity_code: &str) -> Vec<Practice> {
        self.practices.without_code(activity_code)
    }

    /// Whether activity codes decided the scope.
    #[must_use]
    pub fn checks_activity_codes(&self) -> bool {
        self.practices.has_activity_codes
    }

    /// When the newest of the vaccination sources was refreshed.
    #[must_use]
    pub fn newest_refresh(&self) -> Option<DateTime<Utc>> {
        self.survey.newest_refresh()
    }

    /// The files refused so far, with the reason.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &str)> {
        self.survey.refused()
    }

    /// The same, every byte of every file looked at: one that is refused might
    /// be the list that is missing.
    #[must_use]
    pub fn examined(self) -> Self {
        Self { survey: self.survey.examined(), ..self }
    }

    /// Why a practice list of the data is ignored, if it is.
    pub(super) fn ignored_list(&self, file: &InputFile) -> Option<&'static str> {
        let is_list = file.kind() == Some(FileKind::Practices);
        if !is_list || self.deciding.contains(&file.path) {
            None
        } else if file.publication().is_some() {
            Some("ignored: a list of all England decides only where --practices names it, with --pcn")
        } else {
            (!self.deciding.is_empty()).then_some("ignored, because --practices decides")
        }
    }
}
