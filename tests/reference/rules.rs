//! The values of spec 3, typed in by hand. The product reads its own from TOML: sharing them would
//! share the slips.

use super::dates::day;
use chrono::{Datelike, NaiveDate};

/// The first and second dose were offered to everybody up to and including this day (3.1).
pub const GENERAL_OFFER_END: NaiveDate = day(30, 6, 2023);
/// The third primary dose is needed from this day … (3.3)
pub const THIRD_PRIMARY_FROM: NaiveDate = day(1, 9, 2021);
/// … up to and including this one.
pub const THIRD_PRIMARY_TO: NaiveDate = day(30, 6, 2023);
/// Days from the completed primary course to the third primary dose.
pub const THIRD_PRIMARY_AFTER: i64 = 56;
/// The first booster was offered up to and including this day (3.4).
pub const BOOSTER_OFFER_END: NaiveDate = day(12, 2, 2023);
/// First-booster intervals: in force from, days.
pub const BOOSTER_INTERVALS: &[(NaiveDate, i64)] = &[(day(16, 9, 2021), 182), (day(8, 12, 2021), 91)];
/// Fewer days than this after a counted dose, and a row is a duplicate (2.4).
pub const DUPLICATE_DAYS: i64 = 14;
/// Days from the last dose to any campaign dose (3.5).
pub const CAMPAIGN_MIN_INTERVAL: i64 = 91;
/// The day of age `A` in 3.1.
pub const COHORT_AGE_A: NaiveDate = day(31, 3, 2021);
/// The day of age `B` in 3.1.
pub const COHORT_AGE_B: NaiveDate = day(1, 7, 2021);
/// The lowest-ranked area of the index of multiple deprivation (1.1).
pub const IMD_RANKS: i64 = 32844;
/// The same of 2025 (8.4).
pub const IMD_RANKS_2025: i64 = 33755;

/// The cohorts in the order they are shown: 1–17 and none.
pub const COHORTS: [&str; 18] =
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "none"];

/// The first day on which a cohort was offered first doses (3.1).
pub fn first_doses_from(cohort: &str) -> Option<NaiveDate> {
    Some(match cohort {
        "1" | "2" => day(8, 12, 2020),
        "3" | "4" => day(18, 1, 2021),
        "5" | "6" => day(15, 2, 2021),
        "7" => day(1, 3, 2021),
        "8" => day(8, 3, 2021),
        "9" => day(19, 3, 2021),
        "10" => day(13, 4, 2021),
        "11" => day(13, 5, 2021),
        "12" => day(8, 6, 2021),
        "13" => day(13, 8, 2021),
        "14" => day(4, 8, 2021),
        "15" => day(20, 9, 2021),
        "17" => day(31, 1, 2022),
        "16" => day(4, 4, 2022),
        _ => return None,
    })
}

/// Cohort 16 is for those who were five or over on this day (3.1).
pub const FIVE_BY: NaiveDate = day(31, 8, 2022);

/// The day before which no second dose of a cohort was due (3.2).
pub fn second_dose_opens(cohort: &str) -> Option<NaiveDate> {
    match cohort {
        "14" => Some(day(15, 11, 2021)),
        "15" => Some(day(20, 12, 2021)),
        _ => None,
    }
}

/// A row of 3.2: how long after the first dose the second is due and overdue.
pub struct SecondDoseInterval {
    /// The cohorts it is for.
    pub cohorts: &'static [&'static str],
    /// The first day it is in force.
    pub from: NaiveDate,
    /// Days from the first dose until due.
    pub due_after: i64,
    /// Days from the first dose after which it is overdue.
    pub overdue_after: i64,
}

const ONE_TO_NINE: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9"];

const fn interval(
    cohorts: &'static [&'static str],
    from: NaiveDate,
    due_after: i64,
    overdue_after: i64,
) -> SecondDoseInterval {
    SecondDoseInterval { cohorts, from, due_after, overdue_after }
}

/// The rows of 3.2.
pub const SECOND_DOSE: &[SecondDoseInterval] = &[
    interval(ONE_TO_NINE, day(8, 12, 2020), 77, 84),
    interval(ONE_TO_NINE, day(14, 5, 2021), 56, 84),
    interval(&["10"], day(8, 12, 2020), 77, 84),
    interval(&["10"], day(14, 6, 2021), 56, 84),
    interval(&["11", "12"], day(8, 12, 2020), 77, 84),
    interval(&["11", "12"], day(5, 7, 2021), 56, 84),
    interval(&["13", "17"], day(8, 12, 2020), 56, 84),
    interval(&["14", "15", "16", "none"], day(8, 12, 2020), 84, 98),
];

/// The day the first booster opened to a cohort (3.4).
pub fn booster_opens(cohort: &str) -> Option<NaiveDate> {
    Some(match cohort {
        "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" => day(16, 9, 2021),
        "10" => day(26, 11, 2021),
        "11" | "12" => day(16, 12, 2021),
        "14" => day(14, 1, 2022),
        "13" => day(17, 1, 2022),
        _ => return None,
    })
}

/// A lower age limit on a campaign's age-by date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinAge {
    /// Six calendar months.
    SixMonths,
    /// Completed years.
    Years(i32),
}

/// Who a campaign group is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words of 3.5")]
pub enum Who {
    Anybody,
    CareHome,
    Immunosuppressed,
    ClinicalRisk,
    HouseholdContact,
    Carer,
    CareHomeStaff,
    HealthCareWorker,
}

/// A campaign of 3.5.
pub struct Campaign {
    /// Its id.
    pub id: &'static str,
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
    /// The day on which ages are reckoned.
    pub age_by: NaiveDate,
    /// Its groups, in order: the first that fits is a person's group.
    pub groups: &'static [(&'static str, Who, MinAge)],
    /// Whether it needs a complete primary course.
    pub needs_primary: bool,
}

use MinAge::{SixMonths, Years};
use Who::{
    Anybody, CareHome, CareHomeStaff, Carer, ClinicalRisk, HealthCareWorker, HouseholdContact, Immunosuppressed,
};

type Group = (&'static str, Who, MinAge);
const AGED_75: Group = ("75+", Anybody, Years(75));
const AGED_65: Group = ("65+", Anybody, Years(65));
const CARE_HOME: Group = ("care home 65+", CareHome, Years(65));
const IMMUNO_6M: Group = ("immunosuppressed 6m+", Immunosuppressed, SixMonths);
const RISK_6M: Group = ("clinical risk 6m+", ClinicalRisk, SixMonths);
const CARER: Group = ("carer 16+", Carer, Years(16));
const STAFF: Group = ("care home staff 16+", CareHomeStaff, Years(16));
const WORKER: Group = ("health care worker 16+", HealthCareWorker, Years(16));

const fn campaign(
    id: &'static str,
    [start, end, age_by]: [NaiveDate; 3],
    groups: &'static [Group],
    needs_primary: bool,
) -> Campaign {
    Campaign { id, start, end, age_by, groups, needs_primary }
}

/// The campaigns of 3.5, in order.
#[rustfmt::skip]
pub const CAMPAIGNS: &[Campaign] = &[
    campaign("spring-2022", [day(21, 3, 2022), day(30, 6, 2022), day(30, 6, 2022)],
        &[AGED_75, CARE_HOME, ("immunosuppressed 12+", Immunosuppressed, Years(12))], true),
    campaign("autumn-2022", [day(5, 9, 2022), day(12, 2, 2023), day(31, 3, 2023)],
        &[("50+", Anybody, Years(50)), ("clinical risk 5+", ClinicalRisk, Years(5)),
          ("household contact 5+", HouseholdContact, Years(5)), CARER, STAFF, WORKER], true),
    campaign("spring-2023", [day(3, 4, 2023), day(30, 6, 2023), day(30, 6, 2023)],
        &[AGED_75, CARE_HOME, ("immunosuppressed 5+", Immunosuppressed, Years(5))], true),
    campaign("autumn-2023", [day(11, 9, 2023), day(31, 1, 2024), day(31, 3, 2024)],
        &[AGED_65, RISK_6M, ("household contact 12+", HouseholdContact, Years(12)),
          CARER, STAFF, WORKER], false),
    campaign("spring-2024", [day(15, 4, 2024), day(30, 6, 2024), day(30, 6, 2024)],
        &[AGED_75, CARE_HOME, IMMUNO_6M], false),
    campaign("autumn-2024", [day(3, 10, 2024), day(31, 1, 2025), day(31, 3, 2025)],
        &[AGED_65, RISK_6M, STAFF, WORKER], false),
    campaign("spring-2025", [day(1, 4, 2025), day(17, 6, 2025), day(17, 6, 2025)],
        &[AGED_75, CARE_HOME, IMMUNO_6M], false),
    campaign("autumn-2025", [day(1, 10, 2025), day(31, 1, 2026), day(31, 1, 2026)],
        &[AGED_75, CARE_HOME, IMMUNO_6M], false),
    campaign("spring-2026", [day(13, 4, 2026), day(30, 6, 2026), day(30, 6, 2026)],
        &[AGED_75, CARE_HOME, IMMUNO_6M], false),
    campaign("autumn-2026", [day(1, 10, 2026), day(31, 1, 2027), day(31, 1, 2027)],
        &[AGED_75, CARE_HOME, IMMUNO_6M], false),
];

/// The campaign that is open as at, its first and last day included.
pub fn campaign_open(as_at: NaiveDate) -> Option<&'static Campaign> {
    CAMPAIGNS.iter().find(|campaign| campaign.start <= as_at && as_at <= campaign.end)
}

/// The campaign of a report that names none: the open one, else the latest ended (section 4).
pub fn default_campaign(as_at: NaiveDate) -> Option<&'static Campaign> {
    let ended = CAMPAIGNS.iter().filter(|campaign| campaign.end < as_at);
    campaign_open(as_at).or_else(|| ended.max_by_key(|campaign| campaign.end))
}

/// The first day whose refusals count for a campaign: 01/08 of an autumn's year, 01/02 of a spring's (3.5).
pub fn declines_from(campaign: &Campaign) -> NaiveDate {
    let month = if campaign.id.starts_with("autumn") { 8 } else { 2 };
    day(1, month, campaign.start.year())
}

/// A campaign by its id.
pub fn campaign_called(id: &str) -> &'static Campaign {
    CAMPAIGNS.iter().find(|campaign| campaign.id == id).expect("a campaign of 3.5")
}
