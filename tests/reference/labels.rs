//! Every label a generated world can earn in `coverage`.

use super::dates::{day, plus};
use super::people::age_edges;
use super::rules::{CAMPAIGNS, SECOND_DOSE, booster_opens};
use std::collections::BTreeSet;

/// Every label that must be reached, but for those that [`expected`] adds.
#[rustfmt::skip]
pub const ALL_EXPECTED: &[&str] = &[
    "patients:other_practices", "patients:rejected", "patients:not_yet_born", "patients:duplicate",
    "patients:deceased", "patients:removed", "patients:patients", "patients:not_read",
    "events:delete_instructions", "events:unlinkable", "events:other_people", "events:excluded_people",
    "events:replaced", "events:not_covid", "events:not_given", "events:rejected", "events:after_as_at",
    "events:duplicates", "events:doses", "events:date_repaired", "events:not_read",
    "course:unvaccinated", "course:declined", "course:first-dose-only", "course:primary-complete",
    "course:third-primary", "course:boosted",
    "first:vaccinated", "first:not-in-cohort", "first:not-open", "first:offer-closed", "first:contraindicated",
    "first:declined", "first:eligible",
    "second:not-yet-due", "second:due", "second:overdue", "second:offer-closed",
    "third:earlier-doses-not-recorded", "third:primary-incomplete", "third:third-primary-given",
    "third:third-primary-due", "third:third-primary-not-yet-due", "third:third-primary-closed",
    "booster:boosted", "booster:primary-incomplete", "booster:third-primary-first", "booster:not-open",
    "booster:closed", "booster:pending", "booster:eligible",
    "role:dose 1", "role:dose 2", "role:third primary", "role:booster 1", "role:booster 2", "role:booster 3",
    "role:booster 4", "role:booster 5",
    "start:earlier doses not recorded", "start:first dose not recorded", "start:one-dose course",
    "start:one-dose course then third primary", "start:first dose not recorded then third primary",
    "age:0-4", "age:5-11", "age:12-15", "age:16-17", "age:18-24", "age:25-29", "age:30-34", "age:35-39",
    "age:40-44", "age:45-49", "age:50-54", "age:55-59", "age:60-64", "age:65-69", "age:70-74", "age:75-79",
    "age:80+",
    "gender:male", "gender:female", "gender:indeterminate", "gender:not known",
    "ethnicity:White", "ethnicity:Mixed", "ethnicity:Asian", "ethnicity:Black", "ethnicity:Other",
    "ethnicity:Not known",
    "imd:1", "imd:2", "imd:3", "imd:4", "imd:5", "imd:not known", "pcn:not known",
    "person:restricted", "person:known death", "person:housebound", "person:immunosuppressed",
    "person:immunosuppressed and under 12", "person:declined with doses", "person:born on 29 February",
    "edge:gap 14", "edge:dose on the day of birth", "edge:dose on as-at", "edge:dose six days before as-at",
];

/// Everything that must be reached: the list above, and the labels that follow from the rules.
pub fn expected() -> BTreeSet<String> {
    let mut labels: BTreeSet<String> = ALL_EXPECTED.iter().map(|label| (*label).to_owned()).collect();
    for cohort in super::rules::COHORTS {
        labels.insert(format!("cohort:{cohort}"));
        for status in ["not-open", "pending", "eligible"] {
            if booster_opens(cohort).is_some() || status == "not-open" {
                labels.insert(format!("booster:{cohort}:{status}"));
            }
        }
    }
    for row in SECOND_DOSE {
        for status in ["not-yet-due", "due", "overdue"] {
            labels.insert(format!("second:{}:{}:{status}", row.cohorts[0], row.from));
        }
    }
    for campaign in CAMPAIGNS {
        let id = campaign.id;
        labels.extend(campaign.groups.iter().map(|(group, _, _)| format!("campaign:{id}:{group}")));
        for status in ["vaccinated", "primary-first", "missed", "too-soon", "pending", "eligible"] {
            // Where any dose within a campaign vaccinates, only a dose before it can come too late for
            // its end: in a campaign of 91 days or more nobody is ever too soon.
            let short = plus(campaign.start, 90) > campaign.end;
            // Nor where somebody old enough on the age-by date is not yet so at the end.
            let before_age = campaign.age_by > campaign.end;
            let possible = match status {
                "primary-first" => campaign.needs_primary,
                "too-soon" => campaign.needs_primary || short || before_age,
                _ => true,
            };
            if possible {
                labels.insert(format!("campaign:{id}:{status}"));
            }
        }
        labels.insert(format!("campaign:{id}:nobody's group"));
    }
    for (cohort, statuses) in
        [("14", &["not-yet-due", "due", "overdue"][..]), ("15", &["not-yet-due", "due", "overdue"])]
    {
        labels.extend(statuses.iter().map(|status| format!("opening of {cohort}:{status}")));
    }
    // Both sides of every boundary and the boundary itself.
    for (edge, _, _) in age_edges(day(11, 5, 2022)) {
        labels.extend((-1..=1).map(|offset| format!("edge:{edge}:{offset}")));
    }
    let edges =
        ["second due", "second overdue", "third due", "booster due", "campaign earliest", "six months", "120 years"];
    let edges =
        edges.into_iter().chain(["minimum age and as at", "minimum age and the start", "minimum age and the end"]);
    // Nobody is older than 120; nobody is waited for who was old enough before the start.
    let can_be = |edge: &str, offset: i64| match edge {
        "120 years" => offset == 1,
        "minimum age and the start" => offset <= 0,
        _ => true,
    };
    for edge in edges {
        labels.extend((-1..=1).filter(|o| can_be(edge, *o)).map(|offset| format!("edge:{edge}:{offset}")));
    }
    labels
}
