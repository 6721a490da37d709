//! Which given events are doses: 14 days, and the rows of one day.

use serde_json::{Value, json};

use super::{ends, record, told};
use crate::data::{
    JANSSEN, MODERNA, PFIZER, Row, UNKNOWN_BRAND, dose, doses, extract, nhs, patient, pick, pipes, report, row,
};

#[test]
fn fourteen_days_make_a_dose_and_thirteen_a_duplicate() {
    let told = |dates: &[&str]| told(&extract(&[patient(1)], &doses(1, dates)), 1);
    assert_eq!(told(&["20210301", "20210314"]), ["yes", "duplicates"]);
    assert_eq!(told(&["20210301", "20210315"]), ["yes", "yes"]);
    assert_eq!(told(&["20210301", "20210301"]), ["yes", "duplicates"]);
    // Reckoned from the counted dose, not from the duplicate.
    assert_eq!(told(&["20210301", "20210314", "20210315"]), ["yes", "duplicates", "yes"]);
    assert_eq!(told(&["20210301", "20210310", "20210314", "20210320"]), ["yes", "duplicates", "duplicates", "yes"]);
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let folder = extract(&[patient(1)], &doses(1, &["20211001", "20210301", "20210310", "20210601"]));
    assert_eq!(ends(&folder), json!({"doses": 3, "duplicates": 1}));
    let history = report(&folder, "history", &[&nhs(1)]);
    let roles = crate::data::column(&history, "history", "role");
    assert_eq!(json!(roles), json!(["dose 1", null, "dose 2", "booster 1"]));
    let gaps = crate::data::column(&history, "history", "gap_days");
    // 01/03 to 10/03: 9; to 01/06: 92 since the counted dose; to 01/10: 122.
    assert_eq!(json!(gaps), json!([null, 9, 92, 122]));
}

/// Brand and batch of the one dose of these rows.
#[track_caller]
fn counted(folder: &crate::harness::Folder) -> Value {
    pick(row(&report(folder, "history", &[&nhs(1)]), "history", "counted", "yes"), &["brand", "batch"])
}

fn of_brand(product: &str, batch: &str) -> Row {
    record(1, batch, "NEW", "20210301").with("VACCINE_PRODUCT_CODE", product).with("BATCH_NUMBER", batch)
}

#[test]
fn of_the_rows_of_a_day_a_known_brand_is_the_dose() {
    for (rows, expected) in [
        // Of two known brands the one that comes first in the table of products.
        (vec![of_brand(PFIZER, "A"), of_brand(MODERNA, "B")], json!(["Moderna", "B"])),
        (vec![of_brand(MODERNA, "A"), of_brand(PFIZER, "B")], json!(["Moderna", "A"])),
        (vec![of_brand(PFIZER, "A"), of_brand(PFIZER, "B")], json!(["Pfizer", "A"])),
        // Janssen last: its one dose would write the second dose off.
        (vec![of_brand(JANSSEN, "A"), of_brand(PFIZER, "B")], json!(["Pfizer", "B"])),
        (vec![of_brand(PFIZER, "A"), of_brand(JANSSEN, "B")], json!(["Pfizer", "A"])),
        (vec![of_brand(UNKNOWN_BRAND, "A"), of_brand(JANSSEN, "B")], json!(["Janssen", "B"])),
        (vec![of_brand(UNKNOWN_BRAND, "A"), of_brand(MODERNA, "B"), of_brand(PFIZER, "C")], json!(["Moderna", "B"])),
        (vec![of_brand("", "A"), of_brand(PFIZER, "B")], json!(["Pfizer", "B"])),
        (vec![of_brand(UNKNOWN_BRAND, "A"), of_brand("", "B")], json!(["Unknown", "A"])),
    ] {
        let n = rows.len();
        let folder = extract(&[patient(1)], &rows);
        assert_eq!(counted(&folder), expected);
        assert_eq!(ends(&folder), json!({"doses": 1, "duplicates": n - 1}));
    }
}

#[test]
fn first_means_first_read_across_files_in_the_order_of_time() {
    let folder = extract(&[patient(1)], &[])
        .with("COVID_Vaccinations_v5_YGA_20220510T07000001.csv", pipes(&[of_brand(PFIZER, "later")]))
        .with("COVID_Vaccinations_v5_YGM41_20220509T07000001.csv", pipes(&[of_brand(MODERNA, "earlier")]));
    assert_eq!(counted(&folder), json!(["Moderna", "earlier"]));
}

#[test]
fn a_duplicate_of_a_known_brand_gives_no_details_to_the_dose_of_another_day() {
    let folder = extract(
        &[patient(1)],
        &[
            of_brand(UNKNOWN_BRAND, "A"),
            dose(1, "20210302").with("VACCINE_PRODUCT_CODE", PFIZER).with("BATCH_NUMBER", "B"),
        ],
    );
    assert_eq!(counted(&folder), json!(["Unknown", "A"]));
}
