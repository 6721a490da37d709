//! Columns of different tables whose sums are equal, or of which one is a part of
//! the other, whoever is counted.

/// A column: the name of its table, and its key.
pub type TableColumn = (&'static str, &'static str);

/// Sums of columns that are equal, in the row of every practice and in the
/// totals.
pub const EQUAL: [(&[TableColumn], &[TableColumn]); 8] = [
    (&[("uptake", "patients")], &[("detail", "patients")]),
    (&[("uptake", "booster")], &[("detail", "boosted")]),
    (&[("uptake", "first_dose")], &[("uptake", "primary_complete"), ("detail", "first_dose_only")]),
    (
        &[("uptake", "primary_complete")],
        &[("detail", "primary_complete_only"), ("detail", "third_primary_only"), ("detail", "boosted")],
    ),
    (&[("boosters", "patients")], &[("detail", "patients")]),
    (&[("boosters", "boosted")], &[("detail", "boosted")]),
    (&[("boosters", "primary_incomplete"), ("uptake", "primary_complete")], &[("uptake", "patients")]),
    (&[("second_dose", "first_dose_only")], &[("detail", "first_dose_only")]),
];

/// Columns of which the total is never larger than that of another.
pub const TOTALS_WITHIN: [(TableColumn, TableColumn); 2] = [
    (("pace", "last_7_days"), ("uptake", "doses_last_7_days")),
    (("pace", "vaccinated"), ("activity", "campaign_to_date")),
];

/// Columns that are never larger than others, likewise.
pub const WITHIN: [(TableColumn, &[TableColumn]); 12] = [
    // Nobody has two counted doses within a week.
    (("activity", "this_week"), &[("uptake", "first_dose")]),
    (("activity", "last_week"), &[("uptake", "first_dose")]),
    (("immunosuppressed", "patients"), &[("uptake", "patients")]),
    (("immunosuppressed", "booster_due"), &[("boosters", "eligible")]),
    (("immunosuppressed", "primary_incomplete"), &[("boosters", "primary_incomplete")]),
    (("detail", "third_primary_only"), &[("immunosuppressed", "third_primary_given")]),
    (
        ("boosters", "third_primary_first"),
        &[("immunosuppressed", "third_primary_due"), ("immunosuppressed", "third_primary_not_yet_due")],
    ),
    (("ages_16_17", "patients"), &[("uptake", "patients")]),
    (("ages_16_17", "first_dose"), &[("uptake", "first_dose")]),
    (("ages_16_17", "primary_complete"), &[("uptake", "primary_complete")]),
    (("ages_16_17", "booster"), &[("uptake", "booster")]),
    (("ages_16_17", "doses_last_7_days"), &[("uptake", "doses_last_7_days")]),
];
