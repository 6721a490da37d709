//! The days of the programme as the rules have them, as numbers, and what no
//! rule knows: how many come.

use super::calendar::Day;
use crate::domain::{Cohort, Flags};
use crate::rules::{Campaign, MinAge, RuleSet};

/// What a sample needs to know of the rules.
#[derive(Debug)]
pub struct Programme {
    /// The day the programme began.
    pub start: Day,
    /// The last day of the general first- and second-dose offer.
    pub offer_end: Day,
    /// The third primary dose of the immunosuppressed.
    pub third: ThirdDoseOffer,
    /// The last day of the first-booster offer.
    pub booster_end: Day,
    /// From which day to which the days after the last dose are so many.
    booster_intervals: Vec<(Day, Option<Day>, i32)>,
    /// By the index of the cohort; a day that never comes where there is none.
    first_doses_from: [Day; COHORTS],
    boosters_from: [Day; COHORTS],
    /// The campaigns by date.
    pub campaigns: Vec<SeasonalOffer>,
    /// The activity code of a practice of the list.
    pub activity_code: String,
}

/// A day that no sample reaches, and to which days can be added.
const NEVER: Day = Day::MAX / 2;

/// One more than the highest index of a cohort.
const COHORTS: usize = 18;

/// The third primary dose of the immunosuppressed.
#[derive(Debug)]
pub struct ThirdDoseOffer {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Youngest age in completed years.
    pub min_age: i32,
    /// Days after the second dose.
    pub due_after: i32,
}

/// One autumn or spring campaign.
#[derive(Debug)]
pub struct SeasonalOffer {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
    /// The day on which ages are taken.
    pub age_by: Day,
    /// Days since the last dose.
    pub min_interval: i32,
    /// The youngest age invited for age alone.
    pub age: i32,
    /// Whether clinical risk, carers and staff are invited too.
    pub wide: bool,
    /// How many in a thousand of those aged 75 and over come.
    pub turnout: u32,
}

impl Programme {
    /// The programme of these rules.
    #[must_use]
    pub fn new(rules: &RuleSet) -> Self {
        let third = &rules.third_primary;
        let mut programme = Self {
            start: rules.general.programme_start.to_epoch_days(),
            offer_end: rules.offer.ends.to_epoch_days(),
            third: ThirdDoseOffer {
                // The first letters went out within the week.
                from: third.from.to_epoch_days() + 5,
                to: third.to.to_epoch_days(),
                min_age: third.min_age.into(),
                due_after: third.due_after.into(),
            },
            booster_end: rules.booster_offer.ends.to_epoch_days(),
            booster_intervals: Vec::new(),
            first_doses_from: [NEVER; COHORTS],
            boosters_from: [NEVER; COHORTS],
            campaigns: rules.campaigns.iter().map(seasonal_offer).collect(),
            activity_code: rules.general.activity_code.clone(),
        };
        for interval in &rules.booster_intervals {
            let to = interval.to.map(|to| to.to_epoch_days());
            programme.booster_intervals.push((interval.from.to_epoch_days(), to, interval.days.into()));
        }
        for cohort in Cohort::all() {
            if let Some(rule) = rules.cohort_rule(cohort) {
                programme.first_doses_from[cohort.index()] = rule.first_doses_from.to_epoch_days();
            }
            if let Some(opens) = rules.booster_opening(cohort).and_then(|rule| rule.opens) {
                programme.boosters_from[cohort.index()] = opens.to_epoch_days();
            }
        }
        programme
    }

    /// The day from which a cohort, by its number, was given first doses.
    #[must_use]
    pub fn first_doses_from(&self, cohort: usize) -> Day {
        self.first_doses_from.get(cohort).copied().unwrap_or(NEVER)
    }

    /// The day from which a cohort, by its number, was given first boosters.
    #[must_use]
    pub fn boosters_from(&self, cohort: usize) -> Day {
        self.boosters_from.get(cohort).copied().unwrap_or(NEVER)
    }

    /// The first day of a booster that opens on `opens` after a dose on `last`:
    /// the intervals in force on it decide.
    #[must_use]
    pub fn earliest_booster(&self, opens: Day, last: Day) -> Day {
        self.booster_intervals
            .iter()
            .map(|(from, to, days)| (opens.max(*from).max(last + days), to))
            .find(|(on, to)| to.is_none_or(|to| *on <= to))
            .map_or(NEVER, |(on, _)| on)
    }
}

/// What a sample needs to know of a campaign.
fn seasonal_offer(campaign: &Campaign) -> SeasonalOffer {
    let youngest = campaign.groups.iter().find_map(|group| match group.min_age {
        Some(MinAge::Years(age)) if group.any_of.is_empty() => Some(age.into()),
        _ => None,
    });
    SeasonalOffer {
        start: campaign.start.to_epoch_days(),
        end: campaign.end.to_epoch_days(),
        age_by: campaign.age_by.to_epoch_days(),
        min_interval: campaign.min_interval.into(),
        age: youngest.unwrap_or(i32::from(u8::MAX)),
        wide: campaign.groups.iter().any(|group| group.any_of.any(Flags::AT_RISK)),
        turnout: turnout(&campaign.id),
    }
}

/// How many in a thousand of those aged 75 and over come to a campaign, by its
/// id: fewer each time; to those to come as many as to the latest.
fn turnout(campaign: &str) -> u32 {
    match campaign {
        "spring-2022" => 820,
        "autumn-2022" => 830,
        "spring-2023" => 720,
        "autumn-2023" => 740,
        "spring-2024" => 620,
        "autumn-2024" => 610,
        "spring-2025" => 580,
        "autumn-2025" => 560,
        _ => 540,
    }
}
