//! What a file is, by its header alone.

use super::headings::{Columns, Field};
use super::own_headers::OwnHeaders;

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
    /// What vaxdash itself wrote: never read as data.
    OwnOutput,
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
            Self::NotOurs | Self::OwnOutput => "not-ours",
        }
    }

    /// The kind of a file with this header; the first match counts.
    #[must_use]
    pub fn of_header(columns: &Columns, own: &OwnHeaders) -> Option<Self> {
        let has = |field| columns.has(field);
        let is_registered = has(Field::NhsNumber) && has(Field::DateOfBirth) && has(Field::PracticeCode);
        if is_not_ours(columns.compared()) {
            Some(Self::NotOurs)
        } else if own.is_own(columns.compared()) {
            Some(Self::OwnOutput)
        } else if has(Field::NhsNumber) && is_of_events(columns) {
            Some(Self::Vaccinations)
        } else if has(Field::NhsNumber) && has(Field::ImmunosuppressedReason) {
            Some(Self::Immunosuppressed)
        } else if is_registered {
            Some(Self::Patients)
        } else if has(Field::NhsNumber) && (has(Field::ListSource) || has(Field::DateAdded)) {
            Some(Self::Immunosuppressed)
        } else if has(Field::PracticeCode) && !is_about_people(columns) && !is_of_events(columns) {
            Some(Self::Practices)
        } else if has(Field::SourceName) && has(Field::LastRefreshed) {
            Some(Self::Sources)
        } else {
            None
        }
    }

    /// Whether files of this kind are read for a field.
    #[must_use]
    pub const fn reads(self, field: Field) -> bool {
        match field {
            Field::NhsNumber => matches!(self, Self::Patients | Self::Vaccinations | Self::Immunosuppressed),
            Field::PracticeCode => matches!(self, Self::Patients | Self::Practices),
            Field::PracticeName
            | Field::PcnCode
            | Field::PcnName
            | Field::ActivityCodes
            | Field::MembershipStart
            | Field::MembershipEnd => matches!(self, Self::Practices),
            Field::ListSource | Field::ImmunosuppressedReason | Field::DateAdded => {
                matches!(self, Self::Immunosuppressed)
            }
            Field::SourceName | Field::LastRefreshed => matches!(self, Self::Sources),
            field if field.is_of_event() => matches!(self, Self::Vaccinations),
            _ => matches!(self, Self::Patients),
        }
    }
}

/// Whether a header has a date of vaccination and what was given.
fn is_of_events(columns: &Columns) -> bool {
    let codes = [Field::ProcedureCode, Field::ProductCode, Field::VaccinationType];
    columns.has(Field::EventDate) && codes.into_iter().any(|field| columns.has(field))
}

/// Whether a header has what only a list of people has.
fn is_about_people(columns: &Columns) -> bool {
    let fields = [Field::NhsNumber, Field::DateOfBirth, Field::Surname, Field::Forename, Field::Gender];
    fields.into_iter().any(|field| columns.has(field))
}

/// How many headings are known of a file of no known kind, which may be data
/// under other headings; none where those that are known tell of no person and
/// no event, as in the first sheet of ePCN or in a count of patients by sex.
#[must_use]
pub fn known_headings(columns: &Columns) -> usize {
    let tells = |field: Field| {
        let of_place = matches!(
            field,
            Field::PcnCode
                | Field::PcnName
                | Field::PracticeCode
                | Field::PracticeName
                | Field::ActivityCodes
                | Field::MembershipStart
                | Field::MembershipEnd
                | Field::SourceName
                | Field::ListSource
                | Field::LastRefreshed
                | Field::Title
                | Field::Gender
                | Field::Telephone
                | Field::Email
        );
        let of_address = field.is_contact() && field != Field::Mobile;
        !of_place && !of_address
    };
    let is_telling = |column: usize| columns.fields_of(column).any(|(field, _)| tells(field));
    if (0..columns.width()).any(is_telling) { columns.known() } else { 0 }
}

/// What a file of no known kind would need to be read, as far as its header
/// shows what it may be.
#[must_use]
pub fn hint(columns: &Columns) -> String {
    let number = (Field::NhsNumber, "NHS number");
    let patients = [number, (Field::DateOfBirth, "date of birth"), (Field::PracticeCode, "practice code")];
    let events = [number, (Field::EventDate, "event date"), (Field::ProcedureCode, "procedure or product code")];
    if columns.has(Field::PracticeCode) && !columns.has(Field::NhsNumber) && is_about_people(columns) {
        let way = own_headings(Field::NhsNumber);
        return format!(
            "it looks like patients without a known NHS number heading: it is not read, and is no practice list. {way}"
        );
    }
    let of_patients = columns.has(Field::DateOfBirth) || columns.has(Field::PracticeCode);
    let mut lacking = Vec::new();
    if !columns.has(Field::EventDate) && (of_patients || columns.has(Field::NhsNumber)) {
        lacking.push(("patients", lacked(columns, &patients)));
    }
    if columns.has(Field::EventDate) || columns.has(Field::NhsNumber) && !of_patients {
        lacking.push(("vaccinations", lacked(columns, &events)));
    }
    let Some(first) = lacking.iter().find_map(|(_, fields)| fields.first()) else {
        return "it has no heading of the files that vaxdash reads (patients need NHS number, date of birth and practice \
                code; vaccinations NHS number, event date and a procedure or product code)"
            .to_owned();
    };
    let way = own_headings(first.0);
    let needs = lacking.iter().map(|(kind, fields)| {
        let fields: Vec<String> = fields.iter().map(|(field, words)| format!("{words} ({})", field.name())).collect();
        format!("to be read as {kind} it needs a column for: {}", fields.join(", "))
    });
    format!("{}. {way}", needs.collect::<Vec<_>>().join("; "))
}

/// The fields among these for which a header has no column.
fn lacked<'a>(columns: &Columns, wanted: &[(Field, &'a str)]) -> Vec<(Field, &'a str)> {
    let has_code = [Field::ProcedureCode, Field::ProductCode].into_iter().any(|field| columns.has(field));
    let lacks = |field: Field| !columns.has(field) && (field != Field::ProcedureCode || !has_code);
    wanted.iter().copied().filter(|(field, _)| lacks(*field)).collect()
}

/// How a heading that nobody knows is named.
fn own_headings(field: Field) -> String {
    format!(
        "If it is there under another heading, name that under [headings] in vaxdash.toml: \"your heading\" = \"{}\"",
        field.name()
    )
}

/// Supplier acknowledgements (InfAck, BusAck: the header starts
/// `MESSAGE_HEADER_ID`) and extended-attributes files.
fn is_not_ours(headings: &[String]) -> bool {
    headings.first().is_some_and(|heading| heading == "messageheaderid")
        || headings.iter().any(|heading| heading.contains("extendedattribute"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_networks_is_nothing_that_looks_like_data() {
        for (header, known) in [
            ("PCN Code|PCN Name|Current Sub ICB Loc Code|Open Date|Postcode", 0),
            ("PCN Code|PCN Name|NHS no", 3),
            ("NHS Number|Event date|Shoe size", 2),
            ("ORG_CODE|POSTCODE|SEX|NUMBER_OF_PATIENTS", 0),
            ("Surname|Postcode|Shoe size", 2),
        ] {
            let cells: Vec<String> = header.split('|').map(str::to_owned).collect();
            assert_eq!(known_headings(&Columns::find(&cells)), known, "{header}");
        }
    }

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
            ("NHS no|DOB|Practice code|Data_Source", Some("patients")),
            ("NHS no|DOB|Practice code|Data_Source|immunosuppressed_reason", Some("immunosuppressed")),
            ("NHS no|Practice code|Data_Source", Some("immunosuppressed")),
            ("NHS no|DOB|Practice code|date_added", Some("patients")),
            ("NHS no|InceptionDate", Some("immunosuppressed")),
            ("Organisation Code|Organisation Name", Some("practices")),
            ("Data source|refreshed", Some("sources")),
            ("ODS Code|Practice name|Telephone|Address 1|Postcode", Some("practices")),
            ("Practice code|Surname|DOB", None),
            ("Practice code|Gender", None),
            ("Practice code|Event date|procedure_code", None),
            ("NHS no|DOB", None),
            ("NHS no|Practice code", None),
        ] {
            let cells: Vec<String> = header.split('|').map(str::to_owned).collect();
            let found = FileKind::of_header(&Columns::find(&cells), &OwnHeaders::default()).map(FileKind::name);
            assert_eq!(found, kind, "{header}");
        }
    }
}
