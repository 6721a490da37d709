//! Which column holds which field.
//!
//! The alias table is data (`headings.toml`); this module only compares. A file
//! is known by its headings, never by its name.

pub use super::field::Field;
use super::heading_table::is_known_unused;
pub use super::heading_table::{UserHeadings, heading, resembling, safety_field};
use crate::domain::{Foreign, Named};

/// The columns of a file by field.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// For each field, its columns in the order of the alias table.
    by_field: Vec<Vec<usize>>,
    /// The headings as written, for messages.
    written: Vec<String>,
    /// The headings as they are compared.
    compared: Vec<String>,
    /// Which of them are known, be they used or not.
    known: Vec<bool>,
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
        let compared: Vec<String> = header.iter().map(|cell| heading(cell)).collect();
        let mut known = Vec::with_capacity(compared.len());
        for (column, cell) in compared.iter().enumerate() {
            let fields = named.fields(cell);
            known.push(!fields.is_empty() || is_known_unused(cell));
            for (field, place) in fields {
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
        Self { by_field, written: header.to_vec(), compared, known }
    }

    /// The fields that a column can mean, with whether it is the one to use.
    pub fn fields_of(&self, column: usize) -> impl Iterator<Item = (Field, bool)> {
        Field::ALL.iter().copied().filter_map(move |field| {
            let place = self.all(field).iter().position(|known| *known == column)?;
            Some((field, place == 0))
        })
    }

    /// Whether a heading is one of those that are known and never used.
    #[must_use]
    pub fn is_known_unused(&self, column: usize) -> bool {
        self.compared.get(column).is_some_and(|compared| is_known_unused(compared))
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
        self.compared.iter().rposition(|compared| !compared.is_empty()).map_or(0, |last| last + 1)
    }

    /// The headings as they are compared.
    #[must_use]
    pub fn compared(&self) -> &[String] {
        &self.compared
    }

    /// How many columns the header has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.written.len()
    }

    /// Whether a heading is known, be it used or not.
    #[must_use]
    pub fn is_known(&self, column: usize) -> bool {
        self.known.get(column).is_some_and(|known| *known)
    }

    /// How many headings are known.
    #[must_use]
    pub fn known(&self) -> usize {
        self.known.iter().filter(|known| **known).count()
    }

    /// The heading of a column as written, as it may be shown.
    #[must_use]
    pub fn written(&self, column: usize) -> String {
        const LONGEST: usize = 100;
        Foreign::cut_to(&self.as_given(column), LONGEST).into_shown()
    }

    /// The same as it is compared, without marks and line breaks.
    #[must_use]
    pub fn as_given(&self, column: usize) -> String {
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
        // As it is compared, no heading is there twice for a field, nor both used and unused.
        let texts = |value: &toml::Value| -> Vec<String> {
            value.as_array().unwrap().iter().map(|text| heading(text.as_str().unwrap())).collect()
        };
        let unused = texts(&table["known"]["unused"]);
        for (field, value) in table.iter().filter(|(key, _)| *key != "known") {
            let spellings = texts(value);
            for (place, spelling) in spellings.iter().enumerate() {
                assert!(!spellings[..place].contains(spelling), "{field}: {spelling} is there twice");
                assert!(!unused.contains(spelling), "{field}: {spelling} is not unused");
            }
        }
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
        let found = columns("NHS_NUMBER|LOCATION_CODE|CONSENT_FOR_TREATMENT_CODE|Shoe size");
        assert_eq!(found.known(), 3);
        assert!(found.is_known_unused(1) && found.is_known_unused(2) && !found.is_known(3));
    }
}
