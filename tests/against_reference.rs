//! The product against the reference: every person, every verdict, every row count.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

use chrono::NaiveDate;
use tempfile::TempDir;
use vaxdash::classify::{
    Assessment, BoosterStatus, CampaignStatus, DaysOverdue, FirstDoseEvidence, Population, SecondDoseStatus,
    StatusWord, ThirdPrimaryStatus, campaign_verdict, group_of,
};
use vaxdash::domain::{AgeBand, Flags, Scope};
use vaxdash::load::Reading;
use vaxdash::report::{DoseKind, DueQuery, Filter, due_lines};
use vaxdash::rules::RuleSet;
use vaxdash::run::{Dates, Paths, scope, survey};

use crate::reference::cells::nhs_number;
use crate::reference::coverage::{AS_AT_DATES, rule_dates};
use crate::reference::engine::{Person, Results, run};
use crate::reference::generator::generate;
use crate::reference::model::World;
use crate::reference::rules::campaign_open;

/// What is said of each person, by NHS number.
type Said = BTreeMap<String, Vec<String>>;

fn date(date: Option<NaiveDate>) -> String {
    date.map_or_else(|| "-".to_owned(), |date| date.to_string())
}

/// What the product says of a person.
fn product_says(population: &Population<'_>, scope: &Scope, person: &Assessment, brands: &RuleSet) -> Vec<String> {
    let facts = &person.person;
    let course = &person.course;
    let doses = population.doses(person);
    let mut said = vec![
        format!("practice {}", scope.get(facts.practice).code),
        format!("age {} {}", person.age, AgeBand::of(person.age)),
        format!("{} {} {:?}", facts.gender.name(), facts.ethnicity.name(), facts.imd_quintile),
        format!(
            "immunosuppressed {} housebound {} restricted {} no texts {}",
            facts.flags.any(Flags::IMMUNOSUPPRESSED),
            facts.flags.any(Flags::HOUSEBOUND),
            facts.restricted,
            facts.sms_declined
        ),
        // A known death is known, whatever else cannot be ruled out.
        format!(
            "known death {} unknown {} in doubt {}",
            facts.known_death,
            facts.death_unknown && !facts.known_death,
            facts.in_doubt
        ),
        format!("cohort {}", person.cohort),
        format!("course {}", course.status.word()),
        format!(
            "primary {} {} third {} base {} boosters {}",
            course.primary_complete,
            date(course.primary_date),
            date(course.third_primary_date),
            date(course.base()),
            course.boosters
        ),
        format!(
            "earlier {} first {}",
            course.first_dose_evidence == FirstDoseEvidence::EarlierNotRecorded,
            course.first_dose_evidence == FirstDoseEvidence::FirstNotRecorded
        ),
        format!("declined {} contraindicated {}", date(person.declined_on), date(person.contraindicated_on)),
        format!("booked {}", date(person.booked_on)),
        format!("first dose {}", person.first_dose_status().word()),
    ];
    for (place, dose) in doses.iter().enumerate() {
        said.push(format!("dose {} {} {}", dose.date, course.role(place), brands.codes.brand_name(dose.brand)));
    }
    said.push(person.second_dose.map_or("second -".to_owned(), |verdict| {
        let due = verdict.due.filter(|_| verdict.status != SecondDoseStatus::OfferClosed);
        format!(
            "second {} due {} overdue {:?}",
            verdict.status.word(),
            date(due),
            verdict.days_overdue.map(DaysOverdue::days)
        )
    }));
    said.push(person.third_primary.map_or("third -".to_owned(), |verdict| {
        let due = verdict.due.filter(|_| verdict.status != ThirdPrimaryStatus::Closed);
        format!("third {} due {}", verdict.status.word(), date(due))
    }));
    let shown = matches!(person.booster.status, BoosterStatus::Pending | BoosterStatus::Eligible);
    let due = person.booster.due.filter(|_| shown);
    said.push(format!("booster {} due {}", person.booster.status.word(), date(due)));
    for campaign in &population.rules.campaigns {
        let standing = group_of(facts, campaign).map(|group| {
            let verdict = campaign_verdict(campaign, person, doses, population.as_at);
            let shown =
                matches!(verdict.status, CampaignStatus::TooSoon | CampaignStatus::Pending | CampaignStatus::Eligible);
            format!("{} {} {}", group.label, verdict.status.word(), date(verdict.due.filter(|_| shown)))
        });
        said.push(format!("{}: {}", campaign.id, standing.unwrap_or_default()));
    }
    said
}

/// What the reference says of a person, in the same words.
fn reference_says(person: &Person, as_at: NaiveDate) -> Vec<String> {
    let facts = &person.facts;
    let course = &person.course;
    let mut said = vec![
        format!("practice {}", facts.practice_code),
        format!("age {} {}", person.age, person.age_band),
        format!("{} {} {:?}", facts.gender, facts.ethnicity, facts.imd_quintile),
        format!(
            "immunosuppressed {} housebound {} restricted {} no texts {}",
            facts.immunosuppressed, facts.housebound, facts.restricted, facts.no_texts
        ),
        format!(
            "known death {} unknown {} in doubt {}",
            facts.known_death,
            facts.death_unknown && !facts.known_death,
            facts.in_doubt
        ),
        format!("cohort {}", person.cohort),
        format!("course {}", person.status),
        format!(
            "primary {} {} third {} base {} boosters {}",
            course.primary_complete,
            date(course.primary_complete_on),
            date(course.third_primary_on),
            date(course.base),
            course.boosters
        ),
        format!("earlier {} first {}", course.earlier_doses_not_recorded, course.first_dose_not_recorded),
        format!(
            "declined {} contraindicated {}",
            date(person.in_force(&person.declined)),
            date(person.in_force(&person.contraindicated))
        ),
        format!("booked {}", date(person.booked.iter().copied().filter(|day| *day >= as_at).min())),
        format!("first dose {}", person.first_dose),
    ];
    said.extend(course.doses.iter().map(|dose| format!("dose {} {} {}", dose.date, dose.role, dose.brand)));
    said.push(person.second_dose.as_ref().map_or("second -".to_owned(), |second| {
        let due = Some(second.due).filter(|_| second.status != "offer-closed");
        format!("second {} due {} overdue {:?}", second.status, date(due), second.days_overdue)
    }));
    said.push(person.third_primary.as_ref().map_or("third -".to_owned(), |third| {
        let due = third.due.filter(|_| third.status != "third-primary-closed");
        format!("third {} due {}", third.status, date(due))
    }));
    let shown = matches!(person.booster.status, "pending" | "eligible");
    said.push(format!("booster {} due {}", person.booster.status, date(person.booster.due.filter(|_| shown))));
    let mut campaigns: Vec<_> = person.campaigns.iter().collect();
    campaigns.sort_by_key(|(id, _)| {
        let (season, year) = id.split_once('-').unwrap();
        (year.to_owned(), season != "spring")
    });
    for (id, standing) in campaigns {
        let standing = standing.as_ref().map(|standing| {
            let shown = matches!(standing.status, "too-soon" | "pending" | "eligible");
            format!("{} {} {}", standing.group, standing.status, date(Some(standing.earliest).filter(|_| shown)))
        });
        said.push(format!("{id}: {}", standing.unwrap_or_default()));
    }
    said
}

/// Loads a world with the product and compares everything with the reference.
fn compare(seed: u64, people: usize, as_at: NaiveDate, overdue_after: Option<u16>, rules: &RuleSet) {
    let world = generate(seed, people, as_at);
    let folder = TempDir::new().unwrap();
    world.write_to(folder.path());
    let expected = run(&world, as_at, overdue_after.map(i64::from));

    let paths: [PathBuf; 1] = [folder.path().to_owned()];
    let found = survey(Paths { data: &paths, ..Paths::default() }, Reading::default()).unwrap();
    let scoped = scope(found, rules, &[], Dates { as_at, today: world.today }).map_err(|none| none.fault).unwrap();
    let product = scoped.load(None).assess(overdue_after).unwrap();
    let population = &product.population;

    let said: Said = population
        .assessments
        .iter()
        .map(|person| {
            (person.person.nhs_number.digits(), product_says(population, &product.setup.scope, person, rules))
        })
        .collect();
    let wanted: Said =
        expected.people.iter().map(|(number, person)| (number.clone(), reference_says(person, as_at))).collect();
    let all: BTreeSet<&String> = said.keys().chain(wanted.keys()).collect();
    let other: Vec<&String> = all.into_iter().filter(|number| said.get(*number) != wanted.get(*number)).collect();
    let shown = other.iter().take(4).map(|number| difference(&world, number, said.get(*number), wanted.get(*number)));
    assert!(other.is_empty(), "{} people, seed {seed} as at {as_at}: {}", other.len(), shown.collect::<String>());

    assert_eq!(product_invites(population), reference_invites(&expected), "seed {seed} as at {as_at}");
    let (patients, events) = expected_tallies(&expected);
    assert_eq!(product.accounts.patients.dispositions().to_vec(), patients, "patient rows, seed {seed} as at {as_at}");
    let mut found = product.vaccinations.dispositions().to_vec();
    found.push(("date_repaired", product.vaccinations.date_repaired));
    assert_eq!(found, events, "vaccination rows, seed {seed} as at {as_at}");
}

/// Whom the campaign open as at is due: since when, and whether a refusal keeps them from it.
type Asked = BTreeMap<String, (NaiveDate, bool)>;

fn product_invites(population: &Population<'_>) -> Asked {
    let Some(id) = campaign_open(population.as_at).map(|campaign| campaign.id) else {
        return Asked::new();
    };
    let query = DueQuery {
        filter: Filter::default(),
        dose: Some(DoseKind::Campaign),
        statuses: Vec::new(),
        due_within: None,
        campaign: population.rules.campaigns.iter().find(|campaign| *campaign.id == *id),
    };
    let lines = due_lines(population, &query).into_iter();
    lines.map(|line| (line.person.nhs_number.digits(), (line.due, line.declined))).collect()
}

fn reference_invites(expected: &Results) -> Asked {
    let Some(campaign) = campaign_open(expected.as_at) else {
        return Asked::new();
    };
    let asked = expected.people.iter().filter_map(|(number, person)| {
        let standing = person.campaigns[campaign.id].as_ref().filter(|standing| standing.status == "eligible")?;
        Some((number.clone(), (standing.earliest, person.declined_for(campaign).is_some())))
    });
    asked.collect()
}

/// Where two accounts of a person differ, with all rows of that number.
fn difference(world: &World, number: &str, said: Option<&Vec<String>>, wanted: Option<&Vec<String>>) -> String {
    let none = Vec::new();
    let (said, wanted) = (said.unwrap_or(&none), wanted.unwrap_or(&none));
    let mut text = format!("person {number}\n");
    for place in 0..said.len().max(wanted.len()) {
        let (said, wanted) = (said.get(place), wanted.get(place));
        if said != wanted {
            writeln!(text, "  said {said:?}\n  not  {wanted:?}").unwrap();
        }
    }
    let is_of = |cell: &str| nhs_number(cell).as_deref() == Some(number);
    for file in &world.patient_files {
        for row in file.rows.iter().filter(|row| is_of(&row.nhs_number)) {
            writeln!(text, "{} without {:?}: {row:?}", file.name, file.absent).unwrap();
        }
    }
    for file in &world.vaccination_files {
        for row in file.rows.iter().filter(|row| is_of(&row.nhs_number)) {
            writeln!(text, "{}: {row:?}", file.name).unwrap();
        }
    }
    text
}

/// Buckets with their counts.
type Ends = Vec<(&'static str, u64)>;

fn expected_tallies(expected: &Results) -> (Ends, Ends) {
    let count = |rows: usize| u64::try_from(rows).unwrap();
    let (p, v) = (&expected.patients, &expected.vaccinations);
    (
        vec![
            ("other_practices", count(p.other_practices)),
            ("rejected", count(p.rejected)),
            ("not_yet_born", count(p.not_yet_born)),
            ("duplicate", count(p.duplicate)),
            ("deceased", count(p.deceased)),
            ("removed", count(p.removed)),
            ("patients", count(p.patients)),
        ],
        vec![
            ("delete_instructions", count(v.delete_instructions)),
            ("unlinkable", count(v.unlinkable)),
            ("other_people", count(v.other_people)),
            ("excluded_people", count(v.excluded_people)),
            ("replaced", count(v.replaced)),
            ("not_covid", count(v.not_covid)),
            ("not_given", count(v.not_given)),
            ("rejected", count(v.rejected)),
            ("after_as_at", count(v.after_as_at)),
            ("duplicates", count(v.duplicates)),
            ("doses", count(v.doses)),
            ("date_repaired", count(v.date_repaired)),
        ],
    )
}

/// How many worlds beyond the fixed ones: `VAXDASH_CASES`.
fn extra_seeds() -> u64 {
    std::env::var("VAXDASH_CASES").ok().and_then(|cases| cases.parse::<u64>().ok()).map_or(0, |cases| cases / 1000)
}

#[test]
fn every_person_on_every_rule_date() {
    let rules = RuleSet::built_in().unwrap();
    for as_at in AS_AT_DATES {
        for seed in 1..=2 {
            compare(seed, 300, as_at, None, &rules);
        }
    }
}

#[test]
fn many_small_worlds_around_every_boundary() {
    let rules = RuleSet::built_in().unwrap();
    for (seed, as_at) in (100..).zip(rule_dates()) {
        for extra in 0..=extra_seeds() {
            compare(seed + 1000 * extra, 60, as_at, None, &rules);
        }
    }
}

#[test]
fn another_overdue_threshold() {
    let rules = RuleSet::built_in().unwrap();
    for (seed, as_at) in (7..).zip(AS_AT_DATES) {
        compare(seed, 100, as_at, Some(98), &rules);
    }
}
