//! Every label that the reports and lists of a generated world can earn in `report_coverage`.

use super::codes::PRODUCTS;
use super::lists::{LISTS, column_words};
use super::reports::{SINCE_PRIMARY, TREND_ROLES};
use std::collections::BTreeSet;

/// The labels that no list of words below gives.
#[rustfmt::skip]
const ALL_EXPECTED: &[&str] = &[
    "campaign:open", "campaign:the latest ended", "campaign:none yet",
    "campaign:needed", "campaign:nothing needed", "campaign:an empty group",
    "trend:a week without doses", "trend:a week that as-at cuts short",
    "contact:only the second mobile", "contact:only the second telephone", "contact:only the second e-mail",
    "contact:two mobiles that differ", "contact:the same mobile twice", "contact:five address lines",
    "contact:a blank line within an address", "contact:no address", "contact:a cell to be trimmed",
    "contact:an earlier row said otherwise", "contact:on the immunosuppressed list",
    "contact:an address line with a line break",
    "restricted:with a phone", "restricted:with an address", "restricted:with an e-mail",
    "site:another row of the day says otherwise", "site:to be trimmed", "site:spaces only",
    "brand:two brands", "interval:blank", "interval:from 0", "interval:to 100",
    "first dose:declined and contraindicated", "first dose:opened on as-at", "first dose:declined with doses since",
    "first dose:declined twice", "campaign:declined since refusals count", "campaign:declined before refusals count",
];

const COHORT_COLUMNS: [&str; 9] = [
    "patients",
    "first_dose",
    "primary_complete",
    "booster",
    "doses_last_7_days",
    "first_dose_eligible",
    "second_dose_pending",
    "second_dose_overdue",
    "booster_eligible",
];

const IMMUNOSUPPRESSED_COLUMNS: [&str; 9] = [
    "patients",
    "earlier_doses_not_recorded",
    "primary_incomplete",
    "third_primary_given",
    "third_primary_due",
    "third_primary_not_yet_due",
    "third_primary_closed",
    "booster_due",
    "campaign_due",
];

/// The columns of a list that hold a value for some people and are blank for others.
#[rustfmt::skip]
pub const SOMETIMES_BLANK: [&str; 23] = [
    "title", "forename", "surname", "due_date", "days_overdue", "first_dose_date", "first_dose_brand",
    "first_dose_site", "second_dose_date", "second_dose_brand", "third_primary_date", "third_primary_due",
    "last_dose_date", "last_dose_brand", "booster_due", "campaign_due", "declined_date", "contraindicated_date",
    "mobile", "telephone", "email", "address", "postcode",
];

/// The status words of each list.
pub fn statuses(report: &str) -> &'static [&'static str] {
    match report {
        "first-dose" => {
            &["vaccinated", "not-in-cohort", "not-open", "offer-closed", "contraindicated", "declined", "eligible"]
        }
        "second-dose" => &["not-yet-due", "due", "overdue", "offer-closed"],
        "boosters" => {
            &["boosted", "primary-incomplete", "third-primary-first", "not-open", "closed", "pending", "eligible"]
        }
        "campaign" => &["vaccinated", "primary-first", "missed", "too-soon", "pending", "eligible"],
        "immunosuppressed" => &[
            "earlier-doses-not-recorded",
            "primary-incomplete",
            "third-primary-given",
            "third-primary-due",
            "third-primary-not-yet-due",
            "third-primary-closed",
        ],
        _ => &["unvaccinated", "declined", "first-dose-only", "primary-complete", "third-primary", "boosted"],
    }
}

/// Everything that must be reached.
pub fn expected() -> BTreeSet<String> {
    let mut labels: BTreeSet<String> = ALL_EXPECTED.iter().map(|label| (*label).to_owned()).collect();
    labels.extend(SINCE_PRIMARY.iter().map(|(band, _, _)| format!("since primary:{band}")));
    labels.extend(TREND_ROLES.iter().map(|(column, _)| format!("trend:{column}")));
    labels.extend(IMMUNOSUPPRESSED_COLUMNS.iter().map(|column| format!("immunosuppressed:{column}")));
    for table in ["cohorts", "cohort_6", "at_risk_5_to_15", "immunosuppressed"] {
        labels.extend(COHORT_COLUMNS.iter().map(|column| format!("cohorts:{table}:{column}")));
    }
    labels.extend(PRODUCTS.iter().map(|(brand, _)| format!("brand:{brand}")));
    for report in LISTS {
        for word in column_words(report) {
            labels.insert(format!("listed:{report}:{word}:somebody"));
            if !["patients", "first-dose-only"].contains(&word) {
                labels.insert(format!("listed:{report}:{word}:not everybody"));
            }
        }
        labels.extend(statuses(report).iter().map(|status| format!("list:{report}:{status}")));
        labels.insert(format!("list:{report}:restricted"));
        // Second doses are overdue from the day after the last day on which they are due.
        let days: &[&str] = match report {
            "first-dose" | "cohorts" | "patients" => &["blank"],
            "second-dose" => &["blank", "many"],
            _ => &["blank", "0", "many"],
        };
        labels.extend(days.iter().map(|days| format!("list:{report}:days overdue {days}")));
        if !["first-dose", "cohorts", "patients"].contains(&report) {
            labels.insert(format!("list:{report}:equally overdue in one practice"));
        }
    }
    for column in SOMETIMES_BLANK {
        labels.extend(["blank", "filled"].map(|how| format!("column:{column}:{how}")));
    }
    for column in ["immunosuppressed", "housebound", "restricted"] {
        labels.extend(["yes", "no"].map(|word| format!("column:{column}:{word}")));
    }
    labels
}
