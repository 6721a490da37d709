//! What doses are broken down by in `trend` and `activity` (section 4): practice, network, site, brand, supplier.

use super::cells::is_blank;
use super::course::Dose;
use super::engine::Person;
use super::lists::cells::site_of;
use super::model::World;

/// Suppliers by the code in the name of their files (1.2).
const SUPPLIERS: [(&[&str], &str); 6] = [
    (&["YGM41", "YGJ"], "EMIS"),
    (&["YGA"], "TPP SystmOne"),
    (&["8J1100001"], "Pinnacle"),
    (&["0DE"], "NIVS"),
    (&["0DF"], "NIMS"),
    (&["X26", "X8E5B"], "RAVS"),
];

/// Whether the groups of a key are groups of people.
pub fn is_of_people(by: &str) -> bool {
    ["practice", "pcn"].contains(&by)
}

/// The columns that name a group of a key.
pub fn key_columns(by: &str) -> &'static [&'static str] {
    match by {
        "practice" => &["practice_code", "practice_name"],
        "pcn" => &["pcn_code"],
        "site" => &["site_code"],
        "brand" => &["brand"],
        "supplier" => &["supplier"],
        other => panic!("doses are not broken down by {other}"),
    }
}

/// The group of a dose.
pub fn group_of(world: &World, person: &Person, dose: &Dose, by: &str) -> Option<String> {
    match by {
        "practice" => Some(person.facts.practice_code.clone()),
        "pcn" => person.pcn_code.clone(),
        "site" => Some(site_of(world, dose)).filter(|site| !is_blank(site)).map(|site| site.trim().to_owned()),
        "brand" => Some(dose.brand.to_owned()),
        "supplier" => supplier_of(&world.vaccination_files[dose.place.0].name),
        other => panic!("doses are not broken down by {other}"),
    }
}

/// The supplier that the name of a file tells. Silent: of a file with another name, and of a code
/// that is not among those of 1.2; the first is not known, and the second is called by its code.
fn supplier_of(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split('_').collect();
    let [covid, vaccinations, version, code, _] = parts[..] else { return None };
    let is_so = covid.eq_ignore_ascii_case("COVID")
        && vaccinations.eq_ignore_ascii_case("Vaccinations")
        && version.eq_ignore_ascii_case("v5");
    let code = is_so.then(|| code.to_ascii_uppercase())?;
    let known = SUPPLIERS.iter().find(|(codes, _)| codes.contains(&code.as_str()));
    Some(known.map_or(code, |(_, supplier)| (*supplier).to_owned()))
}

/// Groups in the order of their rows. Silent: which; by the letters of the key, what is not known last.
pub fn in_order(groups: &mut Vec<Option<String>>) {
    groups.sort_by_key(|group| (group.is_none(), group.as_deref() == Some("Unknown"), group.clone()));
    groups.dedup();
}
