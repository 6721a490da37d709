//! What a file is, by its header alone.

use super::headings::{Columns, Field, heading};
use crate::domain::own_columns;

/// The kinds of file vaxdash knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// The caller's practice list.
    Practices,
    /// Registered patients.
    Patients,
    /// Vaccination events.
    Vaccinations,
    /// The published list of immunosuppressed patients.
    Immunosuppressed,
    /// When each data source was last refreshed.
    Sources,
    /// Acknowledgements and extended attributes: known, and skipped.
    NotOurs,
}

impl FileKind {
    /// The name used in every output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Practices => "practices",
            Self::Patients => "patients",
            Self::Vaccinations => "vaccinations",
            Self::Immunosuppressed => "immunosuppressed",
            Self::Sources => "sources",
            Self::NotOurs => "not-ours",
        }
    }

    /// The kind of a file with this header; the first match counts.
    #[must_use]
    pub fn of_header(header: &[String], columns: &Columns) -> Option<Self> {
        let has = |field| columns.has(field);
        let has_code = has(Field::ProcedureCode) || has(Field::ProductCode) || has(Field::VaccinationType);
        if is_not_ours(header) {
            Some(Self::NotOurs)
        } else if has(Field::NhsNumber) && has(Field::EventDate) && has_code {
            Some(Self::Vaccinations)
        } else if has(Field::NhsNumber) && (has(Field::ListSource) || has(Field::ImmunosuppressedReason)) {
            Some(Self::Immunosuppressed)
        } else if has(Field::NhsNumber) && has(Field::DateOfBirth) && has(Field::PracticeCode) {
            Some(Self::Patients)
        } else if has(Field::NhsNumber) && has(Field::DateAdded) {
            Some(Self::Immunosuppressed)
        } else if has(Field::PracticeCode) && !has(Field::NhsNumber) {
            Some(Self::Practices)
        } else if has(Field::SourceName) && has(Field::LastRefreshed) {
            Some(Self::Sources)
        } else {
            None
        }
    }
}

/// What a file of no known kind would need to be read, as far as its header
/// shows what it may be.
#[must_use]
pub fn hint(columns: &Columns) -> String {
    let lacks = |kind: &str, wanted: &[(Field, &str)]| {
        let missing: Vec<&str> =
            wanted.iter().filter(|(field, _)| !columns.has(*field)).map(|(_, name)| *name).collect();
        format!("to be read as {kind} it needs a column for: {}", missing.join(", "))
    };
    if columns.has(Field::EventDate) {
        let code = if columns.has(Field::NhsNumber) { Field::ProcedureCode } else { Field::NhsNumber };
        let name = if code == Field::NhsNumber { "NHS number" } else { "procedure code or product code" };
        lacks("vaccinations", &[(code, name)])
    } else if columns.has(Field::DateOfBirth) || columns.has(Field::NhsNumber) {
        let wanted = [
            (Field::NhsNumber, "NHS number"),
            (Field::DateOfBirth, "date of birth"),
            (Field::PracticeCode, "practice code"),
        ];
        lacks("patients", &wanted)
    } else {
        "it has no heading of the files that vaxdash reads (patients need NHS number, date of birth and practice code; \
         vaccinations NHS number, event date and a procedure or product code)"
            .to_owned()
    }
}

/// Supplier acknowledgements (InfAck, BusAck: the header starts
/// MESSAGE_HEADER_ID), extended-attributes files, and vaxdash's own reports and
/// lists: saved beside the data, a report would else be taken for a practice
/// list, and a list for patients.
fn is_not_ours(header: &[String]) -> bool {
    let headings: Vec<String> = header.iter().map(|cell| heading(cell)).collect();
    let has = |name: &str| headings.contains(&heading(name));
    let has_any = |names: &[&str]| names.iter().any(|name| has(name));
    // A refresh with its age is a line of the report `sources`, not of a sources file.
    let is_counted = has(Field::PracticeCode.name()) || has(own_columns::PATIENTS);
    let is_own_report = is_counted && has_any(&own_columns::OF_COUNTS)
        || has(Field::LastRefreshed.name()) && has(own_columns::AGE_DAYS);
    let is_own_list = has(Field::NhsNumber.name()) && has_any(&own_columns::OF_LISTS);
    // The last sheet of every workbook that vaxdash writes.
    let is_own_about = own_columns::OF_INFORMATION.iter().all(|name| has(name));
    is_own_report
        || is_own_about
        || is_own_list
        || headings.first().is_some_and(|heading| heading == "messageheaderid")
        || headings.iter().any(|heading| heading.contains("extendedattribute"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_specification_decides() {
        for (header, kind) in [
            ("MESSAGE_HEADER_ID|NHS_NUMBER|DATE_AND_TIME|product_code", Some("not-ours")),
            ("practice_code|practice_name|patients|first_dose|first_dose_pct", Some("not-ours")),
            ("practice_code|practice_name|patients|unvaccinated|declined|first_dose_only", Some("not-ours")),
            ("NHS Number|Date of Birth|Phone|Phone source|Practice code|Vaccine|Due date", Some("not-ours")),
            ("practice_code|practice_name|first_dose_only|not_yet_due|due|overdue|offer_closed", Some("not-ours")),
            ("practice_code|practice_name|patients|boosted|primary_incomplete", Some("not-ours")),
            ("practice_code|practice_name|list|before|entered|left|after", Some("not-ours")),
            ("practice_code|nhs_number|date_of_birth|cohort|status|due_date|days_overdue", Some("not-ours")),
            ("nhs_number|date_of_birth|practice_code|last_dose_brand", Some("not-ours")),
            ("source|file|rows|last_refreshed|age_days|caveat", Some("not-ours")),
            ("Subject|Item|What to know", Some("not-ours")),
            ("NHS no|DOB|Practice code|Event date|product_code", Some("vaccinations")),
            ("NHS no|DOB|Practice code|Data_Source", Some("immunosuppressed")),
            ("NHS no|DOB|Practice code|date_added", Some("patients")),
            ("NHS no|InceptionDate", Some("immunosuppressed")),
            ("Organisation Code|Organisation Name", Some("practices")),
            ("Data source|refreshed", Some("sources")),
            ("NHS no|DOB", None),
            ("NHS no|Practice code", None),
        ] {
            let cells: Vec<String> = header.split('|').map(str::to_owned).collect();
            let found = FileKind::of_header(&cells, &Columns::find(&cells)).map(FileKind::name);
            assert_eq!(found, kind, "{header}");
        }
    }
}
