//! The networks that the caller names: they narrow every practice list, and
//! without them a list of all England decides nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::files::headings::Field;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::files::layout::FileState;
use super::files::ods_publication::Publication;
use super::scope_fault::ScopeFault;
use super::tables::ods_lists::Published;
use super::tables::practices::PracticeList;
use crate::domain::UkDate;

/// The practices that the networks asked for leave.
pub struct Narrowed {
    /// Those that are left.
    pub practices: PracticeList,
    /// That the lists were narrowed, in words, where they were.
    pub in_words: Option<String>,
    /// Why nobody may be seen, where that cannot be settled.
    pub fault: Option<ScopeFault>,
}

/// Narrows the practices of the lists that decide to the Primary Care Networks
/// of these codes, as at a day.
///
/// A list of one's own decides what can be in scope; ODS's memberships
/// (`ePCN`) then only say who is in which network. Without such a list they
/// decide. ODS's register (`epraccur`) only gives names.
#[must_use]
pub fn narrow(
    deciding: &[&InputFile],
    mut practices: PracticeList,
    published: &Published,
    asked: &[String],
    day: NaiveDate,
) -> Narrowed {
    let unsettled = |practices, fault| Narrowed { practices, in_words: None, fault };
    let publication = deciding.iter().find_map(|file| file.publication().map(|what| (what, file.name.clone())));
    if asked.is_empty() {
        return unsettled(practices, publication.map(|(_, file)| ScopeFault::AllEngland(file)));
    }
    if deciding.iter().any(|file| matches!(file.state, FileState::Refused(_))) {
        // It might be the one that narrows: the run ends with the reason of its refusal.
        return unsettled(PracticeList::default(), None);
    }
    let is_own = |file: &&&InputFile| file.kind() == Some(FileKind::Practices) && file.publication().is_none();
    let own: Vec<&&InputFile> = deciding.iter().filter(is_own).collect();
    let has_networks = |file: &&&InputFile| file.layout().is_some_and(|layout| layout.columns.has(Field::PcnCode));
    if !published.has_memberships() && !own.iter().any(has_networks) {
        let fault = match publication {
            Some((Publication::Register, file)) if own.is_empty() => ScopeFault::OnlyNames(file),
            _ => ScopeFault::NoNetworks(own.iter().map(|file| file.name.clone()).collect()),
        };
        return unsettled(practices, Some(fault));
    }
    let networks: Vec<String> = asked.iter().map(|code| code.trim().to_uppercase()).collect();
    let members = published.members(&networks, day);
    let has_own = !own.is_empty();
    let listed = if has_own { practices.len() } else { members.len() };
    if has_own {
        practices.narrow(&networks, &members);
    } else {
        practices.add_members(members);
    }
    practices.name_from(published);
    let found: BTreeSet<String> = practices.networks();
    let empty: Vec<String> = networks.iter().filter(|network| !found.contains(*network)).cloned().collect();
    if !empty.is_empty() {
        return unsettled(practices, Some(ScopeFault::EmptyNetworks { codes: empty, day }));
    }
    let of = if has_own { format!(" of {listed} listed") } else { String::new() };
    let in_words = format!(
        "--pcn {} leaves {}{of} practices, members as at {}",
        networks.join(", "),
        practices.len(),
        UkDate(day)
    );
    Narrowed { practices, in_words: Some(in_words), fault: None }
}
