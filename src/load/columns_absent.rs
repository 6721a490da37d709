//! Columns that files lack, beside the facts of patients that no file has: what
//! then cannot be known or done (specification 8.4, columns-absent).

use super::decided::Decided;
use super::files::field::Field;
use super::files::kind::FileKind;
use super::files::layout::Layout;
use crate::domain::{DoubtId, Finding};

/// Columns of every layout of vaccinations.
const OF_EVENTS: [(Field, &str); 6] = [
    (Field::ActionFlag, "records that were corrected or deleted count as they were"),
    (Field::UniqueId, "records that were corrected or deleted count as they were"),
    (Field::UniqueIdUri, "records that were corrected or deleted count as they were"),
    (Field::RecordedDate, "nothing stands in for a date that is missing or cannot be right"),
    (Field::ProcedureCode, "who declined, or must not have the vaccine, is not known, nor which dose it was"),
    (Field::ProductCode, "brands are not known"),
];

/// Columns of patients of which others may hold a part: each with those.
const OF_PATIENTS: [(Field, &[Field], &str); 4] = [
    (Field::Title, &[Field::Forename, Field::Surname], "letters and lists are without it"),
    (Field::Forename, &[Field::Title, Field::Surname], "letters and lists are without it"),
    (Field::Surname, &[Field::Title, Field::Forename], "letters and lists are without it"),
    (Field::Postcode, &[Field::AddressLine1, Field::AddressLine2, Field::AddressLine3], "no letters"),
];

impl Decided {
    /// The columns that vaccination files lack, file by file, and those of
    /// names and addresses of which every patients file has only others.
    pub(super) fn absent(&self) -> Vec<Finding> {
        let of_kind = |kind| {
            let files = self.survey.files.iter().filter_map(|file| Some((&file.name, file.layout()?)));
            files.filter(move |(_, layout)| layout.kind == kind)
        };
        let events = of_kind(FileKind::Vaccinations).filter(|(_, layout)| !layout.columns.has(Field::VaccinationType));
        let of_events = events.filter_map(|(name, layout)| {
            let absent = OF_EVENTS.iter().filter(|(field, _)| !layout.columns.has(*field));
            finding(name, "it has no column for", absent.map(|(field, then)| (*field, *then)).collect())
        });
        let patients: Vec<&Layout> = of_kind(FileKind::Patients).map(|(_, layout)| layout).collect();
        let has = |field: &Field| patients.iter().any(|layout| layout.columns.has(*field));
        let absent = OF_PATIENTS.iter().filter(|(field, others, _)| !has(field) && others.iter().any(has));
        let absent = absent.map(|(field, _, then)| (*field, *then)).collect();
        of_events.chain(finding("", "no patients file has a column for", absent)).collect()
    }
}

/// What is absent of a file, if anything is; what follows is said once.
fn finding(file: &str, lacks: &str, absent: Vec<(Field, &str)>) -> Option<Finding> {
    let count = u64::try_from(absent.len()).ok().filter(|count| *count > 0)?;
    let mut said: Vec<(Vec<&str>, &str)> = Vec::new();
    for (field, then) in absent {
        match said.iter_mut().find(|(_, known)| *known == then) {
            Some((names, _)) => names.push(field.name()),
            None => said.push((vec![field.name()], then)),
        }
    }
    let said: Vec<String> = said.iter().map(|(names, then)| format!("{} ({then})", names.join(", "))).collect();
    let what = format!("{lacks} {}", said.join("; "));
    Some(Finding { id: DoubtId::ColumnsAbsent, file: file.to_owned(), count, of: count, what, consequence: None })
}
