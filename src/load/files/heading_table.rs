//! Which headings mean which field: the alias table (`headings.toml`), and what
//! the user has named.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::field::Field;
use crate::domain::{Named, did_you_mean, shown};

/// A heading as it is compared: letters and digits only, lower-cased.
#[must_use]
pub fn heading(cell: &str) -> String {
    // A line cut at the wrong delimiter is one long cell, and there are many such lines.
    if cell.is_ascii() {
        let letters = cell.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    }
    cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Heading → the fields it can mean, each with its place in the alias table.
type Aliases = HashMap<String, Vec<(Field, usize)>>;

/// The alias table.
#[derive(Default)]
struct HeadingTable {
    aliases: Aliases,
    /// Headings that are known and not used.
    unused: HashSet<String>,
}

/// The alias table, read once. A heading may stand for two fields
/// (`data source`); the kind of the file decides which is meant.
fn built_in() -> &'static HeadingTable {
    static TABLE: OnceLock<HeadingTable> = OnceLock::new();
    TABLE.get_or_init(|| parse_table(include_str!("headings.toml")))
}

/// Whether a heading, as it is compared, is known and not used.
pub(super) fn is_known_unused(compared: &str) -> bool {
    built_in().unused.contains(compared)
}

fn parse_table(text: &str) -> HeadingTable {
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
    HeadingTable { aliases, unused }
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
    pub(super) fn fields(&self, heading: &str) -> Vec<(Field, usize)> {
        // What the user names comes before everything in the table.
        let after = self.0.len();
        if let Some(named) = self.0.get(heading) {
            return vec![*named];
        }
        let fields = built_in().aliases.get(heading).into_iter().flatten();
        fields.map(|(field, place)| (*field, after + place)).collect()
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

/// The field of a heading that resembles one that keeps people safe; none where
/// a yes under it may mean the contrary of a yes in the field: who has opted out
/// must not be read as who consents.
#[must_use]
pub fn safety_field(written: &str) -> Option<Field> {
    const CONTRARY: [&str; 6] = ["opt", "dissent", "refus", "withdr", "no", "without"];
    const WORDS: [(&str, Field); 16] = [
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
    ];
    let written = heading(written);
    let (_, field) = WORDS.iter().find(|(word, _)| written.contains(word))?;
    let is_contrary = *field == Field::SmsConsent && CONTRARY.iter().any(|word| written.contains(word));
    (!is_contrary).then_some(*field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_the_contrary_is_taken_for_no_field() {
        assert_eq!(safety_field("Consent by text"), Some(Field::SmsConsent));
        for contrary in ["Dissent from texts", "Opted out", "Refused texts", "No consent", "Consent withdrawn"] {
            assert_eq!(safety_field(contrary), None, "{contrary}");
        }
        assert_eq!(safety_field("Not given"), Some(Field::NotGiven));
    }
}
