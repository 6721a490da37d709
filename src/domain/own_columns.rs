//! The columns by which vaxdash knows a table of its own again.
//!
//! Saved beside the data, a report would be taken for a practice list, and a
//! list for patients. The reports name their columns with these, and files that
//! have them are passed over: so neither can change without the other.

/// Of the uptake report: the share with a first dose.
pub const FIRST_DOSE_PCT: &str = "first_dose_pct";
/// Of uptake and second doses: people with a first dose and no other.
pub const FIRST_DOSE_ONLY: &str = "first_dose_only";
/// Of first doses: people in no cohort.
pub const NOT_IN_COHORT: &str = "not_in_cohort";
/// Of second doses and other ladders: people whose dose is not due yet.
pub const NOT_YET_DUE: &str = "not_yet_due";
/// Of uptake and boosters: people with a booster.
pub const BOOSTED: &str = "boosted";
/// Of a campaign: the share vaccinated.
pub const VACCINATED_PCT: &str = "vaccinated_pct";
/// Of the immunosuppressed: people whose earlier doses are not recorded.
pub const EARLIER_DOSES_NOT_RECORDED: &str = "earlier_doses_not_recorded";
/// Of a comparison: people who came onto a list.
pub const ENTERED: &str = "entered";

/// Of what became of contacts: people whose dose is due still.
pub const STILL_DUE: &str = "still_due";

/// Of activity: the doses of the week so far.
pub const THIS_WEEK: &str = "this_week";
/// Of activity: those of the same days of the week before.
pub const LAST_WEEK_SAME_DAYS: &str = "last_week_same_days";
/// The columns of activity, by whatever its doses are broken down.
pub const OF_ACTIVITY: [&str; 2] = [THIS_WEEK, LAST_WEEK_SAME_DAYS];

/// Of lists: for how many days a dose has been overdue.
pub const DAYS_OVERDUE: &str = "days_overdue";
/// Of lists: from when a booster is due.
pub const BOOSTER_DUE: &str = "booster_due";
/// Of lists: from when a dose of the campaign is due.
pub const CAMPAIGN_DUE: &str = "campaign_due";
/// Of lists: from when a third primary dose is due.
pub const THIRD_PRIMARY_DUE: &str = "third_primary_due";
/// Of lists: where the first dose was given.
pub const FIRST_DOSE_SITE: &str = "first_dose_site";
/// Of lists: the brand of the last dose.
pub const LAST_DOSE_BRAND: &str = "last_dose_brand";
/// Of records to mend: what to do about them.
pub const WHAT_TO_DO: &str = "what_to_do";
/// Of booking files: from which column a phone number came.
pub const PHONE_SOURCE: &str = "phone_source";

/// Of every report on people: how many there are.
pub const PATIENTS: &str = "patients";
/// Of the report on sources: how old the data of a source are.
pub const AGE_DAYS: &str = "age_days";
/// The headings of the last sheet of every workbook.
pub const OF_INFORMATION: [&str; 3] = ["Subject", "Item", "What to know"];

/// Of the counts of registered patients.
pub const OF_PATIENT_COUNTS: [&str; 4] = [PATIENTS, "immunosuppressed", "housebound", "restricted"];
/// Of records to mend: what is wrong, and how many there are.
pub const OF_RECORDS: [&str; 2] = ["kind", "records"];
/// Of doses by day, week or month: the shares with a first dose and a booster so far.
pub const OF_TREND: [&str; 2] = ["cumulative_first_dose_pct", "cumulative_booster_pct"];
/// How a JSON document of vaxdash begins, white space apart.
pub const JSON: &str = "{\"schema\":\"vaxdash.";
/// What every line of an audit log has.
pub const OF_AUDIT_LINES: [&str; 3] = ["{\"time\":\"", "\"previous\":\"", "\"hash\":\""];
/// What a line near the top of every text for people has, in this order.
pub const STAMPS: [&[&str]; 4] = [
    &["As at ", " · ", " in scope", " · rules "],
    &["Rules in force as at ", " · version "],
    &["What makes a doubt", " · rules version "],
    &["Systems that vaxdash writes import files for"],
];

/// Columns of counts that no practice list has.
pub const OF_COUNTS: [&str; 9] = [
    FIRST_DOSE_PCT,
    FIRST_DOSE_ONLY,
    NOT_IN_COHORT,
    NOT_YET_DUE,
    BOOSTED,
    VACCINATED_PCT,
    EARLIER_DOSES_NOT_RECORDED,
    ENTERED,
    STILL_DUE,
];
/// Columns of lists that no extract of patients has.
pub const OF_LISTS: [&str; 8] = [
    WHAT_TO_DO,
    DAYS_OVERDUE,
    BOOSTER_DUE,
    CAMPAIGN_DUE,
    THIRD_PRIMARY_DUE,
    FIRST_DOSE_SITE,
    LAST_DOSE_BRAND,
    PHONE_SOURCE,
];
