//! `quality`: what is wrong with a record, kind by kind (section 4), from the cells.
//!
//! Left to tests of their own: rows of one person that disagree, of which the specification names no fields,
//! and contacts that can be used, which section 5 describes at length.

use super::{Row, Table, Totals, count};
use crate::reference::cells::{code, flag, nhs_number};
use crate::reference::codes::{PRODUCTS, brand_rank, codes_of};
use crate::reference::course::Dose;
use crate::reference::dates::{age_on, day, read_date_of_birth, six_months_after};
use crate::reference::engine::{Person, Results};
use crate::reference::events::{Given, file_order};
use crate::reference::model::World;
use crate::reference::uptake::Filter;
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The kinds, in the order of the specification.
pub const KINDS: [&str; 14] = [
    "brand-before-launch",
    "dose-too-soon",
    "third-dose-too-soon",
    "under-licensed-age",
    "two-brands-one-day",
    "another-persons-details",
    "dose-number-contradicted",
    "declined-after-dose",
    "date-repaired",
    "rows-disagree",
    "no-contact",
    "no-ethnicity",
    "no-address",
    "immunosuppressed-on-one-list",
];

/// Kinds that the reference does not reckon.
pub const NOT_RECKONED: [&str; 2] = ["rows-disagree", "no-contact"];

/// First doses in the United Kingdom, else approvals (MHRA, NHS England).
const LAUNCHES: [(&str, NaiveDate); 8] = [
    ("Pfizer", day(8, 12, 2020)),
    ("AstraZeneca", day(4, 1, 2021)),
    ("Moderna", day(7, 4, 2021)),
    ("Janssen", day(28, 5, 2021)),
    ("Novavax", day(3, 2, 2022)),
    ("Valneva", day(14, 4, 2022)),
    ("Sanofi", day(3, 4, 2023)),
    ("Bimervax", day(1, 8, 2023)),
];

/// Comirnaty of 10 and of 3 micrograms, and Spikevax from XBB.1.5 on.
const FROM_5: [&str; 5] =
    ["40384611000001108", "40389011000001100", "42098011000001100", "42118211000001100", "43112711000001100"];
const FROM_6_MONTHS: [&str; 8] = [
    "41178911000001101",
    "41179211000001100",
    "42098911000001101",
    "42118311000001108",
    "43113211000001101",
    "42023311000001102",
    "42029111000001101",
    "42985911000001104",
];

/// Whether somebody was too young for a product on a day.
fn is_under_age(product: &str, born: NaiveDate, on: NaiveDate) -> bool {
    let is_of = |brand: &str| codes_of(PRODUCTS, brand).contains(&product);
    if FROM_6_MONTHS.contains(&product) {
        return on < six_months_after(born);
    }
    let years = match () {
        () if FROM_5.contains(&product) => 5,
        () if is_of("Moderna") => 6,
        () if is_of("Pfizer") || is_of("Novavax") => 12,
        () if is_of("Bimervax") => 16,
        () if ["AstraZeneca", "Janssen", "Valneva", "Sanofi"].into_iter().any(is_of) => 18,
        () => return false,
    };
    age_on(born, on) < years
}

/// The number that a code says.
fn said(class: Option<&str>) -> Option<usize> {
    ["dose1", "dose2", "dose3", "dose4", "dose5"].iter().position(|known| Some(*known) == class).map(|place| place + 1)
}

fn folded(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A record to mend: what is wrong, and the row where it is an event.
type Found = (&'static str, Option<(usize, usize)>);

impl Results {
    /// Everything that is wrong with a person's records.
    fn to_mend(&self, world: &World, number: &str, person: &Person) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let nothing = Vec::new();
        let given = self.given.get(number).unwrap_or(&nothing);
        Self::of_doses(world, person, given, &mut found);
        self.of_rows(world, number, person, given, &mut found);
        let files: Vec<_> = person.facts.files.iter().map(|file| &world.patient_files[*file]).collect();
        let details = &person.facts.details;
        if files.iter().any(|file| file.has("ethnic_category")) && person.facts.ethnicity == "Not known" {
            found.push(("no-ethnicity", None));
        }
        let of_address = files.iter().find(|file| file.has("address") || file.has("postcode"));
        let is_blank = details.address.iter().all(|line| line.trim().is_empty());
        if of_address.is_some_and(|file| file.has("address")) && is_blank {
            found.push(("no-address", None));
        }
        let is_listed = world.immunosuppressed.iter().any(|row| nhs_number(&row.nhs_number).as_deref() == Some(number));
        let is_asked = files.iter().any(|file| file.has("immunosuppressed")) && !world.immunosuppressed.is_empty();
        if is_asked && is_listed != flag(&details.immunosuppressed) {
            found.push(("immunosuppressed-on-one-list", None));
        }
        found
    }

    /// What is wrong with counted doses.
    fn of_doses(world: &World, person: &Person, given: &[Given], found: &mut Vec<Found>) {
        let doses = &person.course.doses;
        let class = |place| given.iter().find(|row| row.place == place).and_then(|row| row.class);
        let first = doses.first().and_then(|dose| class(dose.place));
        for (n, dose) in doses.iter().enumerate() {
            let mut add = |kind| found.push((kind, Some(dose.place)));
            if LAUNCHES.iter().any(|(brand, launch)| *brand == dose.brand && dose.date < *launch) {
                add("brand-before-launch");
            }
            // The first recorded dose may show that others came before; a booster is the third at least.
            let (number, exactly) = match first {
                Some("booster") => (n + 3, false),
                Some(class @ ("dose2" | "dose3" | "dose4" | "dose5")) => (n + said(Some(class)).unwrap(), true),
                _ => (n + 1, true),
            };
            let gap = n.checked_sub(1).map(|before| (dose.date - doses[before].date).num_days());
            if gap.is_some_and(|days| days < 21) {
                add("dose-too-soon");
            }
            if number >= 3 && gap.is_some_and(|days| days < 56) {
                add("third-dose-too-soon");
            }
            let row = &world.vaccination_files[dose.place.0].rows[dose.place.1];
            if is_under_age(&code(&row.product_code), person.facts.date_of_birth, dose.date) {
                add("under-licensed-age");
            }
            let is_wrong = |said: usize| if exactly { said != number } else { said < number };
            if said(class(dose.place)).is_some_and(is_wrong) {
                add("dose-number-contradicted");
            }
        }
    }

    /// What is wrong with rows, counted or not.
    fn of_rows(&self, world: &World, number: &str, person: &Person, given: &[Given], found: &mut Vec<Found>) {
        let mut days: BTreeMap<NaiveDate, Vec<&Given>> = BTreeMap::new();
        for row in given {
            days.entry(row.date).or_default().push(row);
        }
        for rows in days.values() {
            let mut brands: Vec<&str> = rows.iter().map(|row| row.brand).filter(|brand| *brand != "Unknown").collect();
            brands.sort_unstable();
            brands.dedup();
            if brands.len() > 1 {
                let details = rows.iter().min_by_key(|row| brand_rank(row.brand));
                found.push(("two-brands-one-day", details.map(|row| row.place)));
            }
        }
        let names: Vec<&str> = world.vaccination_files.iter().map(|file| file.name.as_str()).collect();
        let order = file_order(&names);
        let at = |place: (usize, usize)| (order.iter().position(|file| *file == place.0), place.1);
        for (date, place) in self.declined_at.get(number).into_iter().flatten() {
            let before = |dose: &Dose| dose.date == *date && at(dose.place) < at(*place);
            if person.course.doses.iter().any(before) {
                found.push(("declined-after-dose", Some(*place)));
            }
        }
        for (place, bucket) in &self.event_rows {
            let row = &world.vaccination_files[place.0].rows[place.1];
            let is_dated = ["rejected", "after_as_at", "duplicates", "doses"].contains(bucket);
            if !(is_dated || *bucket == "not_given") || nhs_number(&row.nhs_number).as_deref() != Some(number) {
                continue;
            }
            if self.repaired.contains(place) {
                found.push(("date-repaired", Some(*place)));
            }
            let born = read_date_of_birth(&row.date_of_birth);
            let (own, written) = (folded(&person.facts.details.surname), folded(&row.surname));
            let is_renamed = !own.is_empty() && !written.is_empty() && own != written;
            if born.is_some_and(|born| born != person.facts.date_of_birth) || is_renamed {
                found.push(("another-persons-details", Some(*place)));
            }
        }
    }

    /// Table `quality` without the kinds that are not reckoned.
    pub fn quality_table(&self, world: &World, by_supplier: bool, filter: &Filter) -> Table {
        // A supplier that is not known comes after the others, and the patients files last.
        let mut groups: BTreeMap<(usize, u8, String), usize> = BTreeMap::new();
        for (number, person) in &self.people {
            if !filter.admits(person) {
                continue;
            }
            for (kind, place) in self.to_mend(world, number, person) {
                let kind = KINDS.iter().position(|known| *known == kind).unwrap();
                let supplier = place.map(|(file, _)| supplier(&world.vaccination_files[file].name));
                let group = match supplier {
                    _ if !by_supplier => (0, person.facts.practice_code.clone()),
                    Some(Some(name)) => (0, name.to_owned()),
                    Some(None) => (1, "not known".to_owned()),
                    None => (2, String::new()),
                };
                *groups.entry((kind, group.0, group.1)).or_default() += 1;
            }
        }
        let total: usize = groups.values().sum();
        let rows: Vec<Row> = groups
            .into_iter()
            .map(|((kind, _, group), records)| {
                let kind = ("kind", json!(KINDS[kind]));
                let records = ("records", count(records));
                if by_supplier {
                    let name = if group.is_empty() { Value::Null } else { json!(group) };
                    vec![kind, ("supplier", name), records]
                } else {
                    let name = json!(self.practices[&group].name);
                    vec![kind, ("practice_code", json!(group)), ("practice_name", name), records]
                }
            })
            .collect();
        let columns = if by_supplier {
            vec!["kind", "supplier", "records"]
        } else {
            vec!["kind", "practice_code", "practice_name", "records"]
        };
        Table {
            name: "quality",
            columns,
            rows,
            totals: Totals::IfAny(vec![("records", count(total))]),
            open_words: &[],
        }
    }
}

/// Who sent a file, by its name.
fn supplier(name: &str) -> Option<&'static str> {
    let rest = name.strip_prefix("COVID_Vaccinations_v5_")?;
    match rest.split('_').next()? {
        "X26" | "X8E5B" => Some("RAVS"),
        "YGM41" | "YGJ" => Some("EMIS"),
        "YGA" => Some("TPP SystmOne"),
        "8J1100001" => Some("Pinnacle"),
        "0DE" => Some("NIVS"),
        "0DF" => Some("NIMS"),
        _ => None,
    }
}
