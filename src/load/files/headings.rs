//! Which column holds which field.
//!
//! The alias table is data (`headings.toml`); this module only compares. A file
//! is known by its headings, never by its name.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::domain::{Named, named_values};

/// A field that vaxdash reads, named as in `headings.toml`.
macro_rules! fields {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// A field that vaxdash reads.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)] // each is the field of that name in headings.toml
        pub enum Field { $($variant),+ }

        named_values!(Field { $($variant => $name),+ });
    };
}

fields! {
    NhsNumber = "nhs_number", Surname = "surname", Forename = "forename", Title = "title",
    DateOfBirth = "date_of_birth", Gender = "gender", Postcode = "postcode",
    PracticeCode = "practice_code", PracticeName = "practice_name",
    AddressLine1 = "address_line_1", AddressLine2 = "address_line_2", AddressLine3 = "address_line_3",
    AddressLine4 = "address_line_4", AddressLine5 = "address_line_5",
    Mobile = "mobile", Telephone = "telephone", Email = "email", EthnicCategory = "ethnic_category",
    DateOfDeath = "date_of_death", DeathStatus = "death_status", SensitiveFlag = "sensitive_flag",
    ReasonForRemoval = "reason_for_removal", ActivityCodes = "activity_codes",
    PcnCode = "pcn_code", PcnName = "pcn_name",
    MembershipStart = "membership_start", MembershipEnd = "membership_end",
    CareHomeResident = "care_home_resident", CareHomeStaff = "care_home_staff",
    HealthCareWorker = "health_care_worker",
    ClinicallyExtremelyVulnerable = "clinically_extremely_vulnerable", AtRisk = "at_risk",
    Carer = "carer", HouseholdContact = "household_contact", Immunosuppressed = "immunosuppressed",
    Housebound = "housebound", ImdQuintile = "imd_quintile", ImdDecile = "imd_decile",
    ImdRank = "imd_rank", SmsConsent = "sms_consent",
    EventDate = "event_date", ProcedureCode = "procedure_code", ProductCode = "product_code",
    SituationCode = "situation_code", NotGiven = "not_given", ReasonNotGiven = "reason_not_given",
    RecordedDate = "recorded_date", UniqueId = "unique_id", UniqueIdUri = "unique_id_uri",
    ActionFlag = "action_flag", SiteCode = "site_code", BatchNumber = "batch_number",
    VaccinationType = "vaccination_type", ProcedureTerm = "procedure_term", ProductTerm = "product_term",
    SituationTerm = "situation_term", ReasonTerm = "reason_term",
    ListSource = "list_source", ImmunosuppressedReason = "immunosuppressed_reason",
    DateAdded = "date_added", SourceName = "source_name", LastRefreshed = "last_refreshed",
}

impl Field {
    /// Fields of which a person may have several: the first cell that is not
    /// blank counts.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        matches!(
            self,
            Self::Mobile
                | Self::Telephone
                | Self::Email
                | Self::Postcode
                | Self::AddressLine1
                | Self::AddressLine2
                | Self::AddressLine3
                | Self::AddressLine4
                | Self::AddressLine5
        )
    }

    /// Fields of a patient that keep people safe: of several columns all are
    /// read, and the most cautious counts (specification 8.2).
    #[must_use]
    pub const fn is_united(self) -> bool {
        matches!(
            self,
            Self::DateOfDeath | Self::DeathStatus | Self::SensitiveFlag | Self::ReasonForRemoval | Self::SmsConsent
        )
    }
}

/// A heading as it is compared: letters and digits only, lower-cased.
#[must_use]
pub fn heading(cell: &str) -> String {
    cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Heading → the fields it can mean, each with its place in the alias table.
type Aliases = HashMap<String, Vec<(Field, usize)>>;

/// The alias table, read once. A heading may stand for two fields
/// (`data source`); the kind of the file decides which is meant.
fn aliases() -> &'static Aliases {
    static ALIASES: OnceLock<Aliases> = OnceLock::new();
    ALIASES.get_or_init(|| parse_aliases(include_str!("headings.toml")))
}

fn parse_aliases(text: &str) -> Aliases {
    let table: toml::Table = toml::from_str(text).unwrap_or_default();
    let mut aliases = Aliases::new();
    for field in Field::ALL {
        let spellings = table.get(field.name()).and_then(toml::Value::as_array).into_iter().flatten();
        for (place, spelling) in spellings.filter_map(toml::Value::as_str).enumerate() {
            aliases.entry(heading(spelling)).or_default().push((*field, place));
        }
    }
    aliases
}

/// The columns of a file by field.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// For each field, its columns in the order of the alias table.
    by_field: Vec<Vec<usize>>,
    /// The headings as written, for messages.
    written: Vec<String>,
}

impl Columns {
    /// Finds the known columns of a header row.
    #[must_use]
    pub fn find(header: &[String]) -> Self {
        let mut found: Vec<Vec<(usize, usize)>> = vec![Vec::new(); Field::ALL.len()];
        for (column, cell) in header.iter().enumerate() {
            for (field, place) in aliases().get(&heading(cell)).into_iter().flatten() {
                found[*field as usize].push((*place, column));
            }
        }
        let by_field = found
            .into_iter()
            .map(|mut columns| {
                columns.sort_unstable();
                columns.into_iter().map(|(_, column)| column).collect()
            })
            .collect();
        Self { by_field, written: header.to_vec() }
    }

    /// Whether the file has a column for `field`.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        !self.all(field).is_empty()
    }

    /// The column to use for `field`.
    #[must_use]
    pub fn first(&self, field: Field) -> Option<usize> {
        self.all(field).first().copied()
    }

    /// Every column of `field`, in the order of the alias table.
    #[must_use]
    pub fn all(&self, field: Field) -> &[usize] {
        self.by_field.get(field as usize).map_or(&[], Vec::as_slice)
    }

    /// Columns passed over because another holds the same field, as (used,
    /// passed over).
    pub fn unused_twins(&self) -> impl Iterator<Item = (String, String)> {
        let twins = Field::ALL.iter().copied().filter(|field| !field.is_contact() && !field.is_united());
        twins.flat_map(|field| {
            let columns = self.all(field);
            columns.iter().skip(1).map(|twin| (self.written(columns[0]), self.written(*twin)))
        })
    }

    /// How many columns the header has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.written.len()
    }

    /// How many columns hold a known field.
    #[must_use]
    pub fn known(&self) -> usize {
        self.by_field.iter().map(Vec::len).sum()
    }

    /// The heading of a column as written, without marks and line breaks.
    #[must_use]
    pub fn written(&self, column: usize) -> String {
        let heading = self.written.get(column).map_or("", String::as_str);
        let shown: String = heading.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        shown.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(header: &str) -> Columns {
        Columns::find(&header.split('|').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_alias_table_names_every_field_and_nothing_else() {
        let table: toml::Table = toml::from_str(include_str!("headings.toml")).unwrap();
        let mut known: Vec<&str> = Field::names();
        let mut listed: Vec<&str> = table.keys().map(String::as_str).collect();
        known.sort_unstable();
        listed.sort_unstable();
        assert_eq!(known, listed);
    }

    #[test]
    fn marks_spaces_and_case_do_not_count() {
        let found = columns("\u{feff}NHS\u{a0}no.|Forename(s)|Telephone Number\r\n(Mobile)|GENDER (FHIR)");
        assert_eq!(found.first(Field::NhsNumber), Some(0));
        assert_eq!(found.first(Field::Forename), Some(1));
        assert_eq!(found.first(Field::Mobile), Some(2));
        assert_eq!(found.first(Field::Gender), Some(3));
    }

    #[test]
    fn the_alias_table_orders_two_columns_of_a_field() {
        let found = columns("Traced_NHSNUMBER|x|NHS Number");
        assert_eq!(found.all(Field::NhsNumber), [2, 0]);
    }

    #[test]
    fn a_shared_heading_serves_both_fields() {
        let found = columns("Data Source|Last refreshed");
        assert!(found.has(Field::ListSource) && found.has(Field::SourceName));
    }
}
