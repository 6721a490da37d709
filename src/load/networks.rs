//! The networks that the caller names: they narrow every practice list, and
//! without them a list of all England decides nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::data::Data;
use super::files::headings::Field;
use super::files::input_file::InputFile;
use super::files::kind::Kind;
use super::files::layout::FileState;
use super::files::ods_publication::Publication;
use super::scope_fault::ScopeFault;
use super::tables::practices::PracticeList;
use crate::domain::UkDate;

impl Data {
    /// Narrows the practice lists to the Primary Care Networks of these codes,
    /// as at a day.
    ///
    /// A list of one's own decides what can be in scope; ODS's memberships
    /// (`ePCN`) then only say who is in which network. Without such a list they
    /// decide. ODS's register (`epraccur`) only gives names. Whatever cannot be
    /// settled leaves no scope, with the reason for [`Data::scope`].
    pub fn choose_networks(&mut self, asked: &[String], day: NaiveDate) {
        if self.fault.is_some() {
            return;
        }
        let deciding: Vec<&InputFile> = self.files.iter().filter(|file| self.deciding.contains(&file.path)).collect();
        let publication = deciding.iter().find_map(|file| file.publication().map(|what| (what, file.name.clone())));
        if asked.is_empty() {
            self.fault = publication.map(|(_, file)| ScopeFault::AllEngland(file));
            return;
        }
        if deciding.iter().any(|file| matches!(file.state, FileState::Refused(_))) {
            // It might be the one that narrows: the run ends with the reason of its refusal.
            self.practices = PracticeList::default();
            return;
        }
        let own: Vec<&&InputFile> = deciding
            .iter()
            .filter(|file| file.kind() == Some(Kind::Practices) && file.publication().is_none())
            .collect();
        let has_networks = |file: &&&InputFile| file.layout().is_some_and(|layout| layout.columns.has(Field::PcnCode));
        if !self.published.has_memberships() && !own.iter().any(has_networks) {
            self.fault = Some(match publication {
                Some((Publication::Register, file)) if own.is_empty() => ScopeFault::OnlyNames(file),
                _ => ScopeFault::NoNetworks(own.iter().map(|file| file.name.clone()).collect()),
            });
            return;
        }
        let has_own = !own.is_empty();
        let networks: Vec<String> = asked.iter().map(|code| code.trim().to_uppercase()).collect();
        let members = self.published.members(&networks, day);
        let listed = if has_own { self.practices.len() } else { members.len() };
        if has_own {
            self.practices.narrow(&networks, &members);
        } else {
            self.practices.add_members(members);
        }
        self.practices.name_from(&self.published);
        let found: BTreeSet<String> = self.practices.networks();
        let empty: Vec<String> = networks.iter().filter(|network| !found.contains(*network)).cloned().collect();
        if !empty.is_empty() {
            self.fault = Some(ScopeFault::EmptyNetworks { codes: empty, day });
            return;
        }
        let of = if has_own { format!(" of {listed} listed") } else { String::new() };
        self.narrowed = Some(format!(
            "--pcn {} leaves {}{of} practices, members as at {}",
            networks.join(", "),
            self.practices.len(),
            UkDate(day)
        ));
    }
}
