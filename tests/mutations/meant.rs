//! Mutations that are meant to change the answer: what no doubt can see
//! (specification 7.0).

use super::kinds::Mutation;

/// Columns of names and places: whatever stands there may be one.
const NAMES: [&str; 7] = ["Title", "Forename", "Surname", "Address 1", "Address 2", "Address 3", "Address 4"];
/// Columns by which people are reached.
const CONTACTS: [&str; 4] = ["Postcode", "Mobile Telephone", "Home Telephone", "E-mail Address"];

/// Why a mutation may change the answer in silence, if it may.
pub fn is_meant(mutation: &Mutation) -> Option<&'static str> {
    let Mutation { heading, fault, .. } = mutation;
    let is_of = |list: &[&str]| list.contains(&heading.as_str());
    let is_cells = !["drop", "rename", "move", "double", "swap"].iter().any(|start| fault.starts_with(start));
    if is_of(&NAMES) && is_cells {
        return Some("a name or place changed into another valid one");
    }
    if is_of(&CONTACTS) && is_cells && !fault.starts_with("blanks") {
        return Some("a contact changed or dropped for some people");
    }
    None
}
