//! `uptake`, its detail ladder and its campaign columns (section 4), counted person by person.

use super::dates::plus;
use super::engine::{AGE_BANDS, Person, Results};
use super::rules::COHORTS;
use std::collections::{BTreeMap, BTreeSet};

/// The filters of section 4. Empty and false mean no filter.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "each field is named after its option")]
pub struct Filter {
    pub practices: Vec<String>,
    pub cohorts: Vec<String>,
    /// The ages, both included.
    pub ages: Option<(i32, i32)>,
    pub genders: Vec<String>,
    pub ethnicities: Vec<String>,
    pub imd: Vec<u8>,
    pub immunosuppressed: bool,
    pub housebound: bool,
    /// People with a counted dose of one of these.
    pub brands: Vec<String>,
    /// In uptake a campaign adds columns and leaves nobody out.
    pub campaign: Option<String>,
    /// `--in-campaign` leaves only the members of the campaign's groups.
    pub members_of: Option<String>,
}

/// The columns `campaign_group` (members), `campaign_vaccinated` and `campaign_vaccinated_pct`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the columns of section 4")]
pub struct CampaignColumns {
    pub group: usize,
    pub vaccinated: usize,
    pub vaccinated_pct: Option<usize>,
}

/// A row of uptake. Percentages are tenths of a per cent: 1000 is 100.0.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the columns of section 4")]
pub struct UptakeRow {
    /// Column key and value; none is null.
    pub keys: Vec<(&'static str, Option<String>)>,
    pub patients: usize,
    pub first_dose: usize,
    pub first_dose_pct: Option<usize>,
    pub primary_complete: usize,
    pub primary_complete_pct: Option<usize>,
    pub booster: usize,
    pub booster_pct: Option<usize>,
    pub doses_last_7_days: usize,
    /// The exclusive course ladder of `--detail`, by column key.
    pub detail: BTreeMap<&'static str, usize>,
    pub campaign: Option<CampaignColumns>,
}

/// The rows of uptake in order, and their totals (counted from people, not from rows).
pub struct Uptake {
    /// The rows.
    pub rows: Vec<UptakeRow>,
    /// The totals, without keys.
    pub totals: UptakeRow,
}

/// A group of `--by`: its values, and its people.
pub type Group<'p> = (Vec<Option<String>>, Vec<&'p Person>);

/// Column keys of `--detail` with the course status each counts.
pub const DETAIL: [(&str, &str); 6] = [
    ("unvaccinated", "unvaccinated"),
    ("declined", "declined"),
    ("first_dose_only", "first-dose-only"),
    ("primary_complete_only", "primary-complete"),
    ("third_primary_only", "third-primary"),
    ("boosted", "boosted"),
];

/// 100·x/n in tenths, half away from zero, never 100.0 unless all nor 0.0 unless none.
pub fn tenths(x: usize, n: usize) -> Option<usize> {
    if n == 0 {
        return None;
    }
    let rounded = (2 * 1000 * x + n) / (2 * n);
    Some(if x == n {
        1000
    } else if x == 0 {
        0
    } else {
        rounded.clamp(1, 999)
    })
}

impl Filter {
    /// Whether a person passes.
    pub fn admits(&self, person: &Person) -> bool {
        let facts = &person.facts;
        let among = |chosen: &[String], value: &str| chosen.is_empty() || chosen.iter().any(|one| one == value);
        among(&self.practices, &facts.practice_code)
            && among(&self.cohorts, person.cohort)
            && among(&self.genders, facts.gender)
            && among(&self.ethnicities, facts.ethnicity)
            && (self.imd.is_empty() || facts.imd_quintile.is_some_and(|quintile| self.imd.contains(&quintile)))
            && self.ages.is_none_or(|(from, to)| (from..=to).contains(&person.age))
            && (!self.immunosuppressed || facts.immunosuppressed)
            && (!self.housebound || facts.housebound)
            && (self.brands.is_empty() || person.course.doses.iter().any(|dose| among(&self.brands, dose.brand)))
            && self.members_of.as_ref().is_none_or(|id| person.campaigns[id.as_str()].is_some())
    }
}

/// A person's value of a `--by` key.
pub fn value_of(person: &Person, by: &str) -> Option<String> {
    let facts = &person.facts;
    match by {
        "practice" => Some(facts.practice_code.clone()),
        "pcn" => person.pcn_code.clone(),
        "cohort" => Some(person.cohort.to_owned()),
        "age" => Some(person.age_band.to_owned()),
        "gender" => Some(facts.gender.to_owned()),
        "ethnicity" => Some(facts.ethnicity.to_owned()),
        "imd" => facts.imd_quintile.map(|quintile| quintile.to_string()),
        other => panic!("no such key: {other}"),
    }
}

impl Results {
    /// Every possible value of a key, in the order shown, as far as the filter lets it.
    fn values(&self, by: &str, filter: &Filter, people: &[&Person]) -> Vec<Option<String>> {
        let words = |words: &[&str], chosen: &[String]| {
            let kept = words.iter().filter(|word| chosen.is_empty() || chosen.iter().any(|one| one == *word));
            kept.map(|word| Some((*word).to_owned())).collect()
        };
        match by {
            "practice" => words(&self.practices.keys().map(String::as_str).collect::<Vec<_>>(), &filter.practices),
            // Silent: whether a filter on practices limits the networks; it is not on that dimension.
            "pcn" => {
                let all: BTreeSet<_> =
                    self.practices.values().filter_map(|practice| practice.pcn_code.clone()).collect();
                // Every possible value has a row: a practice in scope without a network gives one.
                let none = self.practices.values().any(|practice| practice.pcn_code.is_none());
                all.into_iter().map(Some).chain(none.then_some(None)).collect()
            }
            "cohort" => words(&COHORTS, &filter.cohorts),
            "age" => {
                let (from, to) = filter.ages.unwrap_or((0, i32::MAX));
                let holds = AGE_BANDS.iter().filter(|(_, low, high)| *low >= 0 && *low <= to && *high >= from);
                holds.map(|(band, _, _)| Some((*band).to_owned())).collect()
            }
            "gender" => words(&["male", "female", "indeterminate", "not known"], &filter.genders),
            "ethnicity" => words(&["White", "Mixed", "Asian", "Black", "Other", "Not known"], &filter.ethnicities),
            "imd" => {
                let chosen: Vec<String> = filter.imd.iter().map(u8::to_string).collect();
                let none = people.iter().any(|person| person.facts.imd_quintile.is_none());
                let known: Vec<Option<String>> = words(&["1", "2", "3", "4", "5"], &chosen);
                known.into_iter().chain(none.then_some(None)).collect()
            }
            other => panic!("no such key: {other}"),
        }
    }

    /// The people a filter leaves, by NHS number.
    pub fn admitted(&self, filter: &Filter) -> Vec<&Person> {
        self.people.values().filter(|person| filter.admits(person)).collect()
    }

    /// The groups of `--by` with their people: every value of one key, only groups with people of several.
    pub fn groups(&self, by: &[&str], filter: &Filter) -> Vec<Group<'_>> {
        self.groups_among(by, filter, &self.admitted(filter))
    }

    /// The same for a report that counts only some of those whom the filter leaves.
    pub fn groups_among<'p>(&'p self, by: &[&str], filter: &Filter, people: &[&'p Person]) -> Vec<Group<'p>> {
        let mut groups = vec![(Vec::new(), people.to_vec())];
        for key in by {
            let values = self.values(key, filter, people);
            let mut finer = Vec::new();
            for (before, members) in &groups {
                for value in &values {
                    let of_value = |person: &&Person| value_of(person, key) == *value;
                    let members: Vec<&Person> = members.iter().copied().filter(of_value).collect();
                    finer.push((before.iter().chain([value]).cloned().collect(), members));
                }
            }
            groups = finer;
        }
        if by.len() > 1 {
            groups.retain(|(_, members)| !members.is_empty());
        }
        groups
    }

    /// The uptake report.
    pub fn uptake(&self, by: &[&str], filter: &Filter) -> Uptake {
        let rows = self.groups(by, filter).into_iter().map(|(values, members)| {
            let keys = by.iter().zip(values).flat_map(|(key, value)| self.key_columns(key, value)).collect();
            self.uptake_row(keys, &members, filter)
        });
        Uptake { rows: rows.collect(), totals: self.uptake_row(Vec::new(), &self.admitted(filter), filter) }
    }

    /// The columns that name a group, with its values.
    pub fn key_columns(&self, by: &str, value: Option<String>) -> Vec<(&'static str, Option<String>)> {
        match by {
            "practice" => {
                let name =
                    value.as_ref().and_then(|code| self.practices.get(code)).map(|practice| practice.name.clone());
                vec![("practice_code", value), ("practice_name", name)]
            }
            "pcn" => vec![("pcn_code", value)],
            "cohort" => vec![("cohort", value)],
            "age" => vec![("age_band", value)],
            "gender" => vec![("gender", value)],
            "ethnicity" => vec![("ethnicity", value)],
            _ => vec![("imd_quintile", value)],
        }
    }

    /// The counts of some people.
    pub fn uptake_row(
        &self,
        keys: Vec<(&'static str, Option<String>)>,
        people: &[&Person],
        filter: &Filter,
    ) -> UptakeRow {
        let patients = people.len();
        let count = |test: &dyn Fn(&Person) -> bool| people.iter().filter(|person| test(person)).count();
        let first_dose = count(&|person| !person.course.doses.is_empty());
        let primary_complete = count(&|person| person.course.primary_complete);
        let booster = count(&|person| person.course.boosters >= 1);
        let week = plus(self.as_at, -6)..=self.as_at;
        let campaign = filter.campaign.as_ref().map(|id| {
            let standing = |person: &Person| person.campaigns[id.as_str()].clone();
            let group = count(&|person| standing(person).is_some());
            let vaccinated = count(&|person| standing(person).is_some_and(|standing| standing.status == "vaccinated"));
            CampaignColumns { group, vaccinated, vaccinated_pct: tenths(vaccinated, group) }
        });
        UptakeRow {
            keys,
            patients,
            first_dose,
            first_dose_pct: tenths(first_dose, patients),
            primary_complete,
            primary_complete_pct: tenths(primary_complete, patients),
            booster,
            booster_pct: tenths(booster, patients),
            doses_last_7_days: people
                .iter()
                .flat_map(|person| &person.course.doses)
                .filter(|dose| week.contains(&dose.date))
                .count(),
            detail: DETAIL
                .iter()
                .map(|(column, status)| (*column, count(&|person| person.status == *status)))
                .collect(),
            campaign,
        }
    }
}
