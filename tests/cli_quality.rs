//! `vaxdash quality`: each kind of record to mend, the edges of each, and who
//! sent it.

use serde_json::{Value, json};

use crate::data::{
    ASTRAZENECA, BOOSTER, DECLINED, JANSSEN, MODERNA, PRACTICES, Row, UNKNOWN_BRAND, column, csv, dose, doses, extract,
    nhs, on, patient, pick, pipes, report,
};
use crate::harness::{Folder, table, vaxdash};

const DOSE2: &str = "1324691000000104";
const COMIRNATY_10: &str = "40384611000001108";
const COMIRNATY_3: &str = "41178911000001101";

/// A patient of whom nothing is to be mended.
fn whole(n: u32) -> Row {
    patient(n).with("Address 1", "1 The Street").with("Postcode", "LS1 4AP").with("Ethnic Category", "A")
}

fn product(n: u32, date: &str, code: &str) -> Row {
    dose(n, date).with("VACCINE_PRODUCT_CODE", code).with("UNIQUE_ID", format!("{n}-{date}-{code}"))
}

fn coded(n: u32, date: &str, code: &str) -> Row {
    dose(n, date).with("VACCINATION_PROCEDURE_CODE", code).with("UNIQUE_ID", format!("{n}-{date}-{code}"))
}

/// What is found of these people and events: kind, person and date, in order.
fn found(patients: &[Row], events: &[Row]) -> Vec<(String, u32, Value)> {
    in_folder(&extract(patients, events), &[])
}

fn in_folder(folder: &Folder, more: &[&str]) -> Vec<(String, u32, Value)> {
    let list = report(folder, "quality", &[&["--list"], more].concat());
    let rows = table(&list, "list")["rows"].as_array().unwrap().clone();
    let place = |row: &Value| (1..99).find(|n| row["nhs_number"] == json!(crate::data::nhs_if_any(*n))).unwrap();
    let mut all: Vec<_> = rows
        .iter()
        .map(|row| (row["status"].as_str().unwrap().to_owned(), place(row), row["event_date"].clone()))
        .collect();
    all.sort_by_key(|(kind, n, date)| (kind.clone(), *n, date.to_string()));
    // The table counts what the list names.
    let counted = report(folder, "quality", more);
    let total = &table(&counted, "quality")["totals"]["records"];
    assert_eq!(*total, json!(all.len()));
    assert_eq!(table(&counted, "kinds")["totals"]["records"], *total);
    for row in table(&counted, "kinds")["rows"].as_array().unwrap() {
        let of_kind = all.iter().filter(|(kind, ..)| row["kind"] == json!(kind)).count();
        assert_eq!(row["records"], json!(of_kind), "{row}");
    }
    all
}

fn kinds(found: &[(String, u32, Value)]) -> Vec<(&str, u32)> {
    found.iter().map(|(kind, n, _)| (kind.as_str(), *n)).collect()
}

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    let events = [doses(1, &["20210301"]), vec![coded(1, "20210520", DOSE2), coded(1, "20211220", BOOSTER)]].concat();
    assert_eq!(found(&[whole(1)], &events), []);
}

/// `check` once said "All is well" of doses before the launch of their brand, third doses after three weeks and
/// the dose of somebody else.
#[test]
fn check_counts_the_records_to_mend() {
    let said = |events: &[Row]| {
        let people: Vec<Row> = (1..=3).map(whole).collect();
        let run = on(&extract(&people, events), "check", &["--format", "json"]);
        run.json()["notes"].to_string()
    };
    // A second dose that is coded as the first would be a record to mend.
    let sound = vec![dose(1, "20210301"), coded(1, "20210520", DOSE2)];
    assert!(!said(&sound).contains("mended"), "{}", said(&sound));
    let third = [sound, vec![coded(1, "20210610", BOOSTER)]].concat();
    assert!(said(&third).contains("1 record is to be mended: vaxdash quality says which"), "{}", said(&third));
    let three = [third, vec![product(2, "20201210", ASTRAZENECA), dose(3, "20210301").with("PERSON_DOB", "19850607")]];
    assert!(said(&three.concat()).contains("3 records are to be mended"), "{}", said(&three.concat()));
}

#[test]
fn a_brand_before_its_launch_and_on_the_day() {
    let events = [
        product(1, "20210103", ASTRAZENECA),
        product(2, "20210104", ASTRAZENECA),
        product(3, "20210406", MODERNA),
        product(4, "20210407", MODERNA),
        product(5, "20201207", crate::data::PFIZER),
        product(6, "20201208", crate::data::PFIZER),
        product(7, "20200601", UNKNOWN_BRAND),
        product(8, "20210527", JANSSEN),
    ];
    let all = found(&(1..=8).map(whole).collect::<Vec<_>>(), &events);
    let kind = "brand-before-launch";
    assert_eq!(kinds(&all), [(kind, 1), (kind, 3), (kind, 5), (kind, 8)]);
    assert_eq!(all[0].2, json!("2021-01-03"));
}

#[test]
fn days_between_doses() {
    let gap = |n, second| vec![dose(n, "20210301"), coded(n, second, DOSE2)];
    let third = |n, third| [gap(n, "20210520"), vec![coded(n, third, BOOSTER)]].concat();
    // 13 days make a repeat, 14 to 20 a dose too soon, 21 a dose.
    let events = [
        gap(1, "20210314"),
        gap(2, "20210315"),
        gap(3, "20210321"),
        gap(4, "20210322"),
        third(5, "20210714"),
        third(6, "20210715"),
        // The first is not recorded: the second recorded is the third.
        vec![coded(7, "20210301", DOSE2), coded(7, "20210425", BOOSTER)],
        // One dose of Janssen is a course, and the next is the second dose all the same.
        vec![product(8, "20210601", JANSSEN), coded(8, "20210701", BOOSTER)],
    ];
    let all = found(&(1..=8).map(whole).collect::<Vec<_>>(), &events.concat());
    let (soon, third) = ("dose-too-soon", "third-dose-too-soon");
    assert_eq!(kinds(&all), [(soon, 2), (soon, 3), (third, 5), (third, 7)]);
}

#[test]
fn before_the_age_of_the_licence_of_the_product() {
    let born = |n, birth: &str| whole(n).with("Date of Birth", birth);
    let patients = [
        born(1, "02/03/2009"),
        born(2, "01/03/2009"),
        born(3, "02/03/2016"),
        born(4, "01/03/2016"),
        born(5, "30/08/2020"),
        born(6, "29/08/2020"),
    ];
    let events = [
        product(1, "20210301", crate::data::PFIZER),
        product(2, "20210301", crate::data::PFIZER),
        product(3, "20210301", COMIRNATY_10),
        product(4, "20210301", COMIRNATY_10),
        // Six months after 29 and 30 August are on the last day of February.
        product(5, "20210227", COMIRNATY_3),
        product(6, "20210228", COMIRNATY_3),
        // No dose of its own: it is not counted, and neither is its age.
        product(1, "20210305", crate::data::PFIZER),
    ];
    let all = found(&patients, &events);
    let kind = "under-licensed-age";
    assert_eq!(kinds(&all), [(kind, 1), (kind, 3), (kind, 5)]);
}

#[test]
fn two_brands_on_one_day() {
    let events = [
        product(1, "20210501", ASTRAZENECA),
        product(1, "20210501", MODERNA),
        product(2, "20210501", ASTRAZENECA),
        product(2, "20210501", UNKNOWN_BRAND),
        // A repeat of the dose of some days before.
        product(3, "20210501", MODERNA),
        product(3, "20210506", MODERNA),
        product(3, "20210506", ASTRAZENECA),
    ];
    let all = found(&[whole(1), whole(2), whole(3)], &events);
    assert_eq!(kinds(&all), [("two-brands-one-day", 1), ("two-brands-one-day", 3)]);
    assert_eq!(all[1].2, json!("2021-05-06"));
}

#[test]
fn details_of_somebody_else() {
    let of =
        |n, birth: &str, surname: &str| dose(n, "20210301").with("PERSON_DOB", birth).with("PERSON_SURNAME", surname);
    let events = [
        of(1, "19700601", "Fell1"),
        of(2, "19850607", "Fell2"),
        of(3, "19700601", "Moor"),
        of(4, "", ""),
        // Capitals, spaces and marks make no other name, and what cannot be read tells nothing.
        of(5, "soon", "FELL-5"),
        // What was declined by somebody else is not theirs either.
        of(6, "19850607", "Moor").with("VACCINATION_PROCEDURE_CODE", DECLINED).with("VACCINE_PRODUCT_CODE", ""),
    ];
    let all = found(&(1..=6).map(whole).collect::<Vec<_>>(), &events);
    let kind = "another-persons-details";
    assert_eq!(kinds(&all), [(kind, 2), (kind, 3), (kind, 6)]);
}

#[test]
fn a_number_that_the_order_contradicts() {
    const DOSE3: &str = "1363861000000103";
    let events = [
        vec![dose(1, "20210301"), dose(1, "20210520")],
        vec![dose(2, "20210301"), coded(2, "20210520", DOSE2), coded(2, "20211220", DOSE2)],
        // The code of the first recorded dose shows that others came before.
        vec![coded(3, "20210301", DOSE2), coded(3, "20211220", BOOSTER)],
        vec![coded(4, "20211001", BOOSTER), coded(4, "20220401", DOSE2)],
        vec![dose(5, "20210301"), coded(5, "20210520", BOOSTER)],
        vec![coded(6, "20211001", DOSE3), coded(6, "20220401", DOSE3)],
    ];
    let all = found(&(1..=6).map(whole).collect::<Vec<_>>(), &events.concat());
    let kind = "dose-number-contradicted";
    assert_eq!(kinds(&all), [(kind, 1), (kind, 2), (kind, 4), (kind, 6)]);
    assert_eq!(all[1].2, json!("2021-12-20"));
}

#[test]
fn declined_after_the_dose_of_the_same_day() {
    let declined = |n, date| coded(n, date, DECLINED).with("VACCINE_PRODUCT_CODE", "");
    let events = [
        vec![dose(1, "20210301"), declined(1, "20210301")],
        // First declined, then persuaded.
        vec![declined(2, "20210301"), dose(2, "20210301")],
        vec![dose(3, "20210301"), declined(3, "20210302")],
    ];
    let all = found(&[whole(1), whole(2), whole(3)], &events.concat());
    assert_eq!(kinds(&all), [("declined-after-dose", 1)]);
}

#[test]
fn repaired_dates_wherever_the_row_ends() {
    let repaired = |n, recorded: &str| dose(n, "").with("RECORDED_DATE", recorded);
    let events = [
        repaired(1, "20210301"),
        // Before birth, and so rejected.
        repaired(2, "20210301"),
        dose(3, "20210301"),
        repaired(4, "20210301").with("VACCINATION_PROCEDURE_CODE", DECLINED).with("VACCINE_PRODUCT_CODE", ""),
    ];
    let patients = [whole(1), whole(2).with("Date of Birth", "01/01/2022"), whole(3), whole(4)];
    let folder = extract(&patients, &events);
    let all = in_folder(&folder, &[]);
    let kind = "date-repaired";
    assert_eq!(kinds(&all), [(kind, 1), (kind, 2)]);
    let counted = report(&folder, "quality", &[]);
    assert_eq!(counted["reconciliation"]["vaccinations"]["date_repaired"], 2);
}

#[test]
fn registrations() {
    let patients = [
        whole(1).with("Mobile Telephone", ""),
        whole(2).with("Mobile Telephone", "12345").with("Address 1", ""),
        whole(3).with("Ethnic Category", ""),
        whole(4).with("Ethnic Category", "Z"),
        whole(5).with("Address 1", ""),
        // A number that is read as a mobile, with a slip in it.
        whole(6).with("Mobile Telephone", "+44 7700 900006").with("Address 1", ""),
        whole(7).with("Gender", "1"),
        whole(7).with("Gender", "2"),
        whole(8).with("Gender", "1"),
        whole(8).with("Gender", "1"),
    ];
    let all = found(&patients, &doses(1, &["20210301"]));
    assert_eq!(
        kinds(&all),
        [
            ("no-address", 2),
            ("no-address", 5),
            ("no-address", 6),
            ("no-contact", 2),
            ("no-ethnicity", 3),
            ("no-ethnicity", 4),
            ("rows-disagree", 7),
        ]
    );
}

#[test]
fn what_no_column_could_say_is_no_fault() {
    let patients = [patient(1), patient(2).with("Mobile Telephone", "")];
    let all = found(&patients, &doses(1, &["20210301"]));
    // Neither address nor ethnic category is a column; telephones are.
    assert_eq!(kinds(&all), [("no-contact", 2)]);
}

#[test]
fn immunosuppressed_on_one_list_and_not_on_the_other() {
    let patients =
        csv(&[whole(1).with("Immunosuppressed", "Y"), whole(2), whole(3).with("Immunosuppressed", "Y"), whole(4)]);
    let events = pipes(&doses(1, &["20210301"]));
    let folder = || {
        Folder::new()
            .with("practices.csv", PRACTICES)
            .with("patients.csv", &patients)
            .with("COVID_Vaccinations_v5_YGM41_20220511T06000000.csv", &events)
    };
    assert_eq!(in_folder(&folder(), &[]), [], "there is no other list");
    let list = format!("NHS Number,Data_Source\n{},a\n{},a\n{},a\n", nhs(1), nhs(2), nhs(2));
    let all = in_folder(&folder().with("immunosuppressed.csv", list), &[]);
    let kind = "immunosuppressed-on-one-list";
    assert_eq!(kinds(&all), [(kind, 2), (kind, 3)]);
}

/// Two files of two suppliers, and one of nobody known.
fn of_suppliers() -> Folder {
    let early = |n| vec![product(n, "20210101", ASTRAZENECA)];
    Folder::new()
        .with("practices.csv", PRACTICES)
        .with(
            "patients.csv",
            csv(&[whole(1), whole(2).with("Practice code", "A81002"), whole(3), whole(4).with("Ethnic Category", "")]),
        )
        .with("COVID_Vaccinations_v5_YGM41_20220511T06000000.csv", pipes(&early(1)))
        .with("COVID_Vaccinations_v5_YGA_20220511T06000000.csv", pipes(&early(2)))
        .with("others.csv", pipes(&early(3)))
}

#[test]
fn by_practice_and_by_supplier() {
    let rows = |more: &[&str], keys: &[&str]| -> Vec<Value> {
        let found = report(&of_suppliers(), "quality", more);
        table(&found, "quality")["rows"].as_array().unwrap().iter().map(|row| pick(row, keys)).collect()
    };
    let keys = ["kind", "practice_code", "practice_name", "records"];
    assert_eq!(
        rows(&[], &keys),
        [
            json!(["brand-before-launch", "A81001", "Abbey Surgery", 2]),
            json!(["brand-before-launch", "A81002", "Bridge Practice", 1]),
            json!(["no-ethnicity", "A81001", "Abbey Surgery", 1]),
        ]
    );
    let keys = ["kind", "supplier", "records"];
    assert_eq!(
        rows(&["--by", "supplier"], &keys),
        [
            json!(["brand-before-launch", "EMIS", 1]),
            json!(["brand-before-launch", "TPP SystmOne", 1]),
            json!(["brand-before-launch", "not known", 1]),
            json!(["no-ethnicity", null, 1]),
        ]
    );
    assert_eq!(rows(&["--practice", "A81002"], &keys[..1]), [json!(["brand-before-launch"])]);
    assert_eq!(rows(&["--brand", "Moderna"], &keys), Vec::<Value>::new());
}

#[test]
fn the_list_says_who_what_and_what_to_do() {
    let list = report(&of_suppliers(), "quality", &["--status", "brand-before-launch"]);
    let keys = ["nhs_number", "surname", "wrong", "event_date", "code", "supplier"];
    let rows = table(&list, "list")["rows"].as_array().unwrap();
    let wrong = "Brand before its UK launch";
    assert_eq!(
        rows.iter().map(|row| pick(row, &keys)).collect::<Vec<_>>(),
        [
            json!([nhs(1), "Fell1", wrong, "2021-01-01", crate::data::DOSE1, "EMIS"]),
            json!([nhs(3), "Fell3", wrong, "2021-01-01", crate::data::DOSE1, "not known"]),
            json!([nhs(2), "Fell2", wrong, "2021-01-01", crate::data::DOSE1, "TPP SystmOne"]),
        ]
    );
    assert!(rows.iter().all(|row| row["what_to_do"].as_str().unwrap().contains("batch number")));
    let by_kind = report(
        &of_suppliers(),
        "quality",
        &["--status", "no_ethnicity", "--columns", "nhs_number,supplier,what_to_do"],
    );
    assert_eq!(column(&by_kind, "list", "nhs_number"), [json!(nhs(4))]);
    assert_eq!(column(&by_kind, "list", "supplier"), [Value::Null]);
}

#[test]
fn what_is_for_the_table_is_not_for_the_list() {
    let folder = of_suppliers();
    let run = |more: &[&str]| vaxdash(&[&["quality", "--data", folder.arg(), "--as-at", "11/05/2022"], more].concat());
    assert!(run(&["--list", "--by", "supplier"]).ended(2).err.contains("--by is for the table"));
    assert!(run(&["--list", "--chart"]).ended(2).err.contains("--chart is for the table"));
    assert!(run(&["--list", "--disclosure", "nhs"]).ended(4).err.contains("a list names people"));
    let unknown = run(&["--status", "brand-before-lunch"]).ended(2).err;
    assert!(unknown.contains("brand-before-launch"), "{unknown}");
    assert!(run(&["--chart", "--width", "80"]).ended(0).out.contains('█'));
}

#[test]
fn a_table_and_a_list_beside_the_data_are_known_again() {
    let folder = of_suppliers();
    for (name, more) in [
        ("table.csv", &[][..]),
        ("list.csv", &["--list"]),
        ("few.csv", &["--list", "--columns", "nhs_number,event_date,code,wrong"]),
    ] {
        let to = folder.file(name);
        let args = ["quality", "--data", folder.arg(), "--as-at", "11/05/2022", "-q", "-o", to.to_str().unwrap()];
        vaxdash(&[&args, more].concat()).ended(0);
    }
    let again = report(&folder, "quality", &[]);
    assert_eq!(table(&again, "quality")["totals"]["records"], 4);
}
