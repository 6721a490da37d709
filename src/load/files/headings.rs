//! Which column holds which field.
//!
//! The alias table is data (`headings.toml`); this module only compares. A file
//! is known by its headings, never by its name.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::domain::{Named, did_you_mean, named_values, shown};

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
    /// Fields of a vaccination event.
    #[must_use]
    pub const fn is_of_event(self) -> bool {
        matches!(
            self,
            Self::EventDate
                | Self::ProcedureCode
                | Self::ProductCode
                | Self::SituationCode
                | Self::NotGiven
                | Self::ReasonNotGiven
                | Self::RecordedDate
                | Self::UniqueId
                | Self::UniqueIdUri
                | Self::ActionFlag
                | Self::SiteCode
                | Self::BatchNumber
                | Self::VaccinationType
        )
    }

    /// Fields that keep people safe: of two columns the cautious union counts.
    #[must_use]
    pub const fn is_safety(self) -> bool {
        self.is_united() || matches!(self, Self::NotGiven | Self::ActionFlag)
    }

    /// Fields of which two columns must not differ.
    #[must_use]
    pub const fn is_key(self) -> bool {
        matches!(self, Self::NhsNumber | Self::DateOfBirth | Self::PracticeCode)
    }

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

/// The alias table.
#[derive(Default)]
struct Table {
    aliases: Aliases,
    /// Headings that are known and not used.
    unused: HashSet<String>,
}

/// The alias table, read once. A heading may stand for two fields
/// (`data source`); the kind of the file decides which is meant.
fn built_in() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| parse_table(include_str!("headings.toml")))
}

fn parse_table(text: &str) -> Table {
    let table: toml::Table = toml::from_str(text).unwrap_or_default();
    let mut aliases = Aliases::new();
    let list = |value: Option<&toml::Value>| -> Vec<String> {
        let spellings = value.and_then(toml::Value::as_array).into_iter().flatten();
        spellings.filter_map(toml::Value::as_str).map(heading).collect()
    };
    for field in Field::ALL {
        for (place, spelling) in list(table.get(field.name())).into_iter().enumerate() {
            aliases.entry(spelling).or_default().push((*field, place));
        }
    }
    let unused = list(table.get("known").and_then(|known| known.get("unused"))).into_iter().collect();
    Table { aliases, unused }
}

/// Headings that the user has named, each with its field: they count before
/// the built-in table.
#[derive(Debug, Clone, Default)]
pub struct UserHeadings(HashMap<String, (Field, usize)>);

impl UserHeadings {
    /// Headings with the names of their fields.
    ///
    /// # Errors
    /// The first field that nobody knows, with a suggestion.
    pub fn new<'a>(named: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let mut headings = HashMap::new();
        for (place, (written, name)) in named.into_iter().enumerate() {
            let wanted = name.trim().replace(['-', ' '], "_").to_lowercase();
            let Some(field) = Field::ALL.iter().find(|field| field.name() == wanted) else {
                return Err(format!("{} is no field{}", shown(name), did_you_mean(name, &Field::names())));
            };
            if heading(written).is_empty() {
                return Err(format!("{} is no heading: it has no letter and no digit", shown(written)));
            }
            headings.insert(heading(written), (*field, place));
        }
        Ok(Self(headings))
    }

    /// The fields that a heading can mean, each with its rank among the headings of that field.
    fn fields(&self, heading: &str) -> Vec<(Field, usize)> {
        // What the user names comes before everything in the table.
        let after = self.0.len();
        match self.0.get(heading) {
            Some(named) => vec![*named],
            None => {
                let fields = built_in().aliases.get(heading).into_iter().flatten();
                fields.map(|(field, place)| (*field, after + place)).collect()
            }
        }
    }
}

/// The field that a heading looks like, among those that are wanted: it holds
/// a heading of it, the longest counts.
#[must_use]
pub fn resembling(written: &str, is_wanted: impl Fn(Field) -> bool) -> Option<Field> {
    /// Shorter headings are parts of too many words.
    const SHORTEST: usize = 5;
    let written = heading(written);
    let held = built_in().aliases.iter().filter(|(alias, _)| alias.len() >= SHORTEST && written.contains(*alias));
    let wanted = held.flat_map(|(alias, fields)| fields.iter().map(move |(field, _)| (alias.len(), *field)));
    wanted
        .filter(|(_, field)| is_wanted(*field))
        .max_by_key(|(length, field)| (*length, Reverse(*field)))
        .map(|(_, field)| field)
}

/// The field of a heading that resembles one that keeps people safe.
#[must_use]
pub fn safety_field(written: &str) -> Option<Field> {
    const WORDS: [(&str, Field); 19] = [
        ("vitalstatus", Field::DeathStatus),
        ("death", Field::DateOfDeath),
        ("dead", Field::DateOfDeath),
        ("died", Field::DateOfDeath),
        ("dod", Field::DateOfDeath),
        ("deceased", Field::DateOfDeath),
        ("sensitive", Field::SensitiveFlag),
        ("restrict", Field::SensitiveFlag),
        ("confidential", Field::SensitiveFlag),
        ("remov", Field::ReasonForRemoval),
        ("deduction", Field::ReasonForRemoval),
        ("leftpractice", Field::ReasonForRemoval),
        ("notgiven", Field::NotGiven),
        ("declined", Field::NotGiven),
        ("actionflag", Field::ActionFlag),
        ("consent", Field::SmsConsent),
        ("opt", Field::SmsConsent),
        ("dissent", Field::SmsConsent),
        ("refused", Field::SmsConsent),
    ];
    let written = heading(written);
    WORDS.iter().find(|(word, _)| written.contains(word)).map(|(_, field)| *field)
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
    /// Finds the known columns of a header row by the built-in table alone.
    #[must_use]
    pub fn find(header: &[String]) -> Self {
        Self::find_named(header, &UserHeadings::default())
    }

    /// The same, with the headings that the user has named.
    #[must_use]
    pub fn find_named(header: &[String], named: &UserHeadings) -> Self {
        let mut found: Vec<Vec<(usize, usize)>> = vec![Vec::new(); Field::ALL.len()];
        for (column, cell) in header.iter().enumerate() {
            for (field, place) in named.fields(&heading(cell)) {
                found[field as usize].push((place, column));
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

    /// The fields that a column can mean, with whether it is the one to use.
    pub fn fields_of(&self, column: usize) -> impl Iterator<Item = (Field, bool)> {
        Field::ALL.iter().copied().filter_map(move |field| {
            let place = self.all(field).iter().position(|known| *known == column)?;
            Some((field, place == 0))
        })
    }

    /// Whether a heading is known, be it used or not.
    #[must_use]
    pub fn is_known(&self, column: usize) -> bool {
        self.fields_of(column).next().is_some() || self.is_known_unused(column)
    }

    /// Whether a heading is one of those that are known and never used.
    #[must_use]
    pub fn is_known_unused(&self, column: usize) -> bool {
        self.written.get(column).is_some_and(|written| built_in().unused.contains(&heading(written)))
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
        let twins = Field::ALL.iter().copied().filter(|field| !field.is_contact() && !field.is_safety());
        twins.flat_map(|field| {
            let columns = self.all(field);
            columns.iter().skip(1).map(|twin| (self.written(columns[0]), self.written(*twin)))
        })
    }

    /// How many columns the header has up to the last with a heading.
    #[must_use]
    pub fn headed(&self) -> usize {
        self.written.iter().rposition(|written| !heading(written).is_empty()).map_or(0, |last| last + 1)
    }

    /// How many columns the header has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.written.len()
    }

    /// How many headings are known.
    #[must_use]
    pub fn known(&self) -> usize {
        (0..self.width()).filter(|column| self.is_known(*column)).count()
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
        let mut listed: Vec<&str> = table.keys().map(String::as_str).filter(|key| *key != "known").collect();
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

    #[test]
    fn what_the_user_names_counts_before_the_table() {
        let named = UserHeadings::new([("Went on", "date_of_death"), ("Date of Death", "Recorded-Date")]).unwrap();
        let cells: Vec<String> = ["DOD", "went_on", "date of death"].map(str::to_owned).to_vec();
        let found = Columns::find_named(&cells, &named);
        assert_eq!(found.all(Field::DateOfDeath), [1, 0]);
        assert_eq!(found.all(Field::RecordedDate), [2]);
        let error = UserHeadings::new([("Went on", "date_of_deth")]).unwrap_err();
        assert!(error.contains("did you mean \"date_of_death\"?"), "{error}");
        assert!(UserHeadings::new([("--", "surname")]).is_err());
    }

    #[test]
    fn columns_of_older_layouts_are_known_and_not_used() {
        let found = columns("NHS_NUMBER|REASON_NOT_GIVEN_TERM|CONSENT_FOR_TREATMENT_CODE|Shoe size");
        assert_eq!(found.known(), 3);
        assert!(found.is_known_unused(1) && found.is_known_unused(2) && !found.is_known(3));
    }
}
