//! What is recorded of people, as GP systems and registers record it.

use serde_json::{Value, json};

use crate::books::{self, Parts};
use crate::data::{
    ASTRAZENECA, CONTRAINDICATED, DECLINED, JANSSEN, PFIZER, Row, column, csv, dose, doubts, extract, nhs, on, patient,
    people, pipes, report, row,
};
use crate::harness::Folder;

const STAMPED: &str = "COVID_Vaccinations_v5_YGM41_20251020T06100000.csv";

/// Somebody of 80, in every campaign.
fn old(n: u32) -> Row {
    patient(n).with("Date of Birth", "01/01/1945")
}

/// These people with these events, refreshed on 20/10/2025.
fn autumn(patients: &[Row], events: &[Row]) -> Folder {
    people(patients).with(STAMPED, pipes(events))
}

fn coded(n: u32, date: &str, procedure: &str) -> Row {
    dose(n, date).with("VACCINATION_PROCEDURE_CODE", procedure).with("VACCINE_PRODUCT_CODE", "")
}

/// Whom a run of the campaign invites, and whom it leaves to a clinician.
#[track_caller]
fn campaign(folder: &Folder) -> (Vec<String>, Vec<String>) {
    let out = Folder::new();
    let args = ["--as-at", "2025-10-20", "--allow-old-data", "--dose", "campaign", "--target", "accubook"];
    on(folder, "invites", &[&args[..], &["-o", out.arg()]].concat()).ended(0);
    let of = |name: &str, place: usize| -> Vec<String> {
        let mut files = std::fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().path());
        let file = files.find(|path| path.file_name().unwrap().to_str().unwrap().starts_with(name));
        let text = file.map(|path| std::fs::read_to_string(path).unwrap()).unwrap_or_default();
        text.lines().skip(1).map(|line| line.split(',').nth(place).unwrap().to_owned()).collect()
    };
    (of("accubook", 4), of("review", 0))
}

/// Cases domain/01 and domain/32.
#[test]
fn the_contraindicated_are_left_to_a_clinician() {
    let codes = ["1324711000000102", "1324761000000100", "1324661000000105", "1362641000000107"];
    let mut events: Vec<Row> = Vec::new();
    for (n, code) in (1..).zip(codes) {
        events.extend([dose(n, "20210110"), dose(n, "20210401"), coded(n, "20210601", code)]);
    }
    // Contraindicated, and vaccinated since; and one who never had a dose.
    events.extend([dose(5, "20210110"), coded(5, "20210601", CONTRAINDICATED), dose(5, "20210801")]);
    events.push(coded(6, "20250901", CONTRAINDICATED));
    let everybody: Vec<Row> = (1..=6).map(old).collect();
    let (invited, reviewed) = campaign(&autumn(&everybody, &events));
    assert_eq!(invited, [nhs(5)]);
    assert_eq!(reviewed, [1, 2, 3, 4, 6].map(nhs));
}

/// Cases domain/02 and domain/31: codes that came later, or were retired, are doses.
#[test]
fn codes_of_other_years_are_doses() {
    for code in ["1156257007", "840534001", "90640007"] {
        let events = [dose(1, "20210110"), coded(1, "20251005", code)];
        let folder = autumn(&[old(1)], &events);
        let list = ["--as-at", "2025-10-20", "--list", "--columns", "nhs_number,status,doses"];
        let found = report(&folder, "campaign", &list);
        assert_eq!(column(&found, "list", "status"), ["vaccinated"], "{code}");
        assert_eq!(column(&found, "list", "doses"), [2], "{code}");
        assert!(campaign(&folder).0.is_empty(), "{code}");
    }
}

/// Cases domain/03, domain/11 and domain/33: a refusal in any of three columns, of this season.
#[test]
fn whoever_declined_this_season_is_not_asked_again() {
    let reason = |n, date: &str| {
        let row = dose(n, date).with("NOT_GIVEN", "TRUE").with("REASON_NOT_GIVEN_CODE", DECLINED);
        row.with("VACCINATION_PROCEDURE_CODE", "1362591000000103").with("VACCINE_PRODUCT_CODE", "")
    };
    let mut events: Vec<Row> = (1..=6).flat_map(|n| [dose(n, "20210110"), dose(n, "20210401")]).collect();
    events.extend([
        coded(1, "20250915", "1156270003"),
        coded(2, "20250915", DECLINED),
        reason(3, "20250801"),
        coded(4, "20250915", "").with("VACCINATION_SITUATION_CODE", DECLINED),
        // Before 1 August, and in another year.
        reason(5, "20250731"),
        coded(6, "20220401", DECLINED),
    ]);
    let everybody: Vec<Row> = (1..=6).map(old).collect();
    let (invited, reviewed) = campaign(&autumn(&everybody, &events));
    assert_eq!((invited, reviewed), (vec![nhs(5), nhs(6)], vec![]));
}

/// Case domain/04: what the words call a COVID-19 vaccine and no list knows.
#[test]
fn a_product_that_no_list_knows_is_named_by_its_words() {
    let term = "Comirnaty LP.8.1 COVID-19 Vacc 30microg/0.3ml dose inj pfs (Pfizer Ltd)";
    let known = [dose(1, "20210110"), dose(2, "20210110")];
    // An invented code, which passes its check digit.
    let unknown = coded(1, "20251005", "").with("VACCINE_PRODUCT_CODE", "9000000000000100");
    let events = [known[0].clone(), known[1].clone(), unknown.with("VACCINE_PRODUCT_TERM", term)];
    let folder = autumn(&[old(1), old(2)], &events);
    let found = report(&folder, "uptake", &["--as-at", "2025-10-20"]);
    let doubt = doubts(&found, "codes-unknown-covid").remove(0);
    assert_eq!((&doubt["consequence"], &doubt["count"]), (&json!("review"), &json!(1)));
    // The person may have had the dose of this season: a clinician looks.
    assert_eq!(campaign(&folder), (vec![nhs(2)], vec![nhs(1)]));
}

/// Case domain/13: ranks of 33,755 areas.
#[test]
fn ranks_of_2025_are_fifths_of_33_755() {
    let ranks = ["33000", "33755", "6600", "6751", "6752"];
    let rows: Vec<Row> = (1..).zip(ranks).map(|(n, rank)| old(n).with("imd_rank", rank)).collect();
    let found = report(&autumn(&rows, &[dose(1, "20210110")]), "uptake", &["--by", "imd", "--as-at", "2025-10-20"]);
    let quintiles: Vec<Value> =
        (1..=5).map(|quintile| row(&found, "uptake", "imd_quintile", quintile)["patients"].clone()).collect();
    assert_eq!(quintiles, [2, 1, 0, 0, 2]);
    assert_eq!(doubts(&found, "imd-version").len(), 1);
}

/// Case domain/16: doses of the trials, recorded on one day of the next year.
#[test]
fn doses_of_a_trial_keep_their_days() {
    let dose = |date: &str| dose(1, date).with("VACCINE_PRODUCT_CODE", ASTRAZENECA).with("RECORDED_DATE", "20210420");
    let folder = extract(&[patient(1)], &[dose("20200901T10000000"), dose("20201020T10000000")]);
    let history = report(&folder, "history", &[&nhs(1)]);
    assert_eq!(column(&history, "history", "date"), ["2020-09-01", "2020-10-20"]);
    assert_eq!(column(&history, "history", "role"), ["dose 1", "dose 2"]);
    assert!(crate::data::booked(&folder, &[]).is_empty());
}

/// Case domain/18: two brands on one day, in either order of the rows.
#[test]
fn two_brands_of_a_day_give_one_answer_whatever_their_order() {
    let dose = |n, product: &str| dose(n, "20210701").with("VACCINE_PRODUCT_CODE", product).with("UNIQUE_ID", "");
    let events = [dose(1, JANSSEN), dose(1, PFIZER), dose(2, PFIZER), dose(2, JANSSEN)];
    let list = ["--list", "--columns", "nhs_number,status,first_dose_brand"];
    let found = report(&extract(&[patient(1), patient(2)], &events), "patients", &list);
    assert_eq!(column(&found, "list", "status"), ["first-dose-only", "first-dose-only"]);
    assert_eq!(column(&found, "list", "first_dose_brand"), ["Pfizer", "Pfizer"]);
}

/// Case domain/27: ethnicity in the words of a census, and a letter that no list has.
#[test]
fn ethnicity_in_words_is_read_and_what_is_not_is_said() {
    let words = [
        "White: English, Welsh, Scottish, Northern Irish or British",
        "Asian or Asian British: Indian",
        "Gypsy or Irish Traveller",
        "T",
    ];
    let rows: Vec<Row> = (1..).zip(words).map(|(n, word)| patient(n).with("Ethnic Category", word)).collect();
    let found = report(&extract(&rows, &[dose(1, "20210301")]), "uptake", &["--by", "ethnicity"]);
    let patients = |group: &str| row(&found, "uptake", "ethnicity", group)["patients"].clone();
    assert_eq!([patients("White"), patients("Asian"), patients("Not known")], [2, 1, 1]);
    let doubt = doubts(&found, "words-unknown").remove(0);
    assert!(doubt["what"].as_str().unwrap().contains("Ethnic Category") && doubt["count"] == 1);
}

/// Case safety/07: a date of death that a workbook does not hold as a value.
#[test]
fn a_date_of_death_that_cannot_be_known_refuses_the_workbook() {
    let headings = ["NHS Number", "Date of Birth", "Practice code", "Mobile", "Date of death"].map(books::inline);
    let header: Vec<&str> = headings.iter().map(String::as_str).collect();
    for death in [
        "<c t=\"str\"><f>\"01/01/\"&amp;2022</f></c>",
        "<c><f>DATE(2022,1,1)</f></c>",
        "<c t=\"str\"><v><![CDATA[01/01/2022]]></v></c>",
        "<c t=\"inlineStr\"><is><t><![CDATA[01/01/2022]]></t></is></c>",
        "<c t=\"e\"><v>#REF!</v></c>",
        "<c t=\"e\"><v>#SPILL!</v></c>",
    ] {
        let cells = [nhs(1).as_str(), "01/06/1970", "A81001", "07700900001"].map(books::inline);
        let mut cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        cells.push(death);
        let rows = books::row(1, &header) + &books::row(2, &cells);
        let folder = extract(&[patient(2)], &[dose(1, "20210301")]).with("p.xlsx", Parts::of_rows(&rows).packed());
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains("p.xlsx") && run.err.contains("open it in Excel and save it"), "{}", run.err);
    }
    // The same with a value is read.
    let plain = books::of_csv(&csv(&[patient(1).with("Date of death", "01/01/2022")]));
    let found = report(&extract(&[patient(2)], &[dose(1, "20210301")]).with("p.xlsx", plain), "uptake", &[]);
    assert_eq!(crate::data::buckets(&found, "patients"), json!({"patients": 1, "deceased": 1}));
}

/// Case safety/12: a file that is cut off within the row of somebody who has died.
#[test]
fn a_file_that_is_cut_off_is_refused() {
    let whole = csv(&[patient(1), patient(2).with("Date of death", "01/01/2022").with("SENSITIVE_FLAG", "S")]);
    let cut = whole.rfind("01/01/2022").unwrap();
    let folder = extract(&[], &[dose(1, "20210301"), dose(2, "20210301")]).with("patients.csv", &whole[..cut - 1]);
    let run = on(&folder, "uptake", &[]).ended(5);
    assert!(run.err.contains("patients.csv") && run.err.contains("cut off"), "{}", run.err);
    assert_eq!(on(&folder, "check", &[]).code, 5);
}
