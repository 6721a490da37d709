//! Mutations that are meant to change the answer: what no doubt can see
//! (specification 7.0).

use super::kinds::Mutation;

/// Names and places of people and practices: whatever stands there may be one.
const NAMES: [&str; 9] =
    ["Title", "Forename", "Surname", "Address 1", "Address 2", "Address 3", "Address 4", "Practice Name", "PCN Name"];
/// Columns by which people are reached.
const CONTACTS: [&str; 4] = ["Postcode", "Mobile Telephone", "Home Telephone", "E-mail Address"];
/// Columns of which one of two or more for a field is left when one is gone.
const OF_SEVERAL: [&str; 8] = [
    "Date of death",
    "Death status",
    "Address 1",
    "Address 2",
    "Address 3",
    "Address 4",
    "Mobile Telephone",
    "Home Telephone",
];
/// Columns of patients with the same values as the next.
const LIKE_THE_NEXT: [&str; 18] = [
    "Title",
    "Forename",
    "Address 1",
    "Address 2",
    "Address 3",
    "Address 4",
    "Postcode",
    "Mobile Telephone",
    "Home Telephone",
    "E-mail Address",
    "care_home_resident",
    "care_home_staff",
    "health_care_worker",
    "clinically_extremely_vulnerable",
    "at_risk",
    "carer",
    "household_contact",
    "immunosuppressed",
];
/// Columns in which a question mark is unknown, not blank.
const UNKNOWN: [&str; 6] =
    ["Date of death", "Death status", "Sensitive flag", "SMS consent", "NOT_GIVEN", "ACTION_FLAG"];

/// Why a mutation may change the answer in silence, if it may.
pub fn is_meant(mutation: &Mutation) -> Option<&'static str> {
    let Mutation { heading, fault, .. } = mutation;
    let is_of = |list: &[&str]| list.contains(&heading.as_str());
    let begins = |starts: &[&str]| starts.iter().any(|start| fault.starts_with(start));
    let is_of_heading = begins(&["drop", "rename", "move", "double", "swap"]);
    let is_of_practices = mutation.name.starts_with("practices.csv");
    let is_gone = begins(&["drop", "rename"]);
    if is_of(&["Practice Name", "PCN Name"]) || is_of(&NAMES) && !is_of_heading {
        Some("a name or place changed into another valid one")
    } else if is_of(&CONTACTS) && !is_of_heading && !fault.starts_with("blanks") {
        Some("a contact changed or dropped for some people")
    } else if is_of(&OF_SEVERAL) && is_gone {
        Some("one of two columns for a field taken away")
    } else if fault.starts_with("\"0\" in") && !is_of(&["Date of Birth", "NHS Number", "NHS_NUMBER"]) {
        Some("0 is a value, or blank")
    } else if fault.starts_with("\"?\" in") && !is_of(&UNKNOWN) {
        Some("a value changed into a blank")
    } else if fault.starts_with("swap") && is_of(&LIKE_THE_NEXT) {
        Some("values changed into other valid ones")
    } else if is_of_practices && fault == "a workbook of three sheets" {
        Some("a practice list is the first sheet alone (8.2)")
    } else if heading == "Activity codes" && !is_of_heading
        || is_of_practices && begins(&["no last cell", "a cell more", "a cell less", "join"])
    {
        // It is named on standard error, with what to do.
        Some("a practice without the activity code")
    } else if begins(&["cells moved"]) && fault.contains(" in row ") && mutation.name.starts_with("immunosuppressed") {
        Some("one row of a list without a number")
    } else if heading == "SMS consent" && !is_of_heading {
        // 8.1: whatever is no yes is a refusal.
        Some("a refusal of texts, which has no vocabulary")
    } else if fault == "double with blanks before" {
        // 1.1: the first counts, and `check` names the other.
        Some("of two columns for a field the first counts")
    } else {
        None
    }
}
