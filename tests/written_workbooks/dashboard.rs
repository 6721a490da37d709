//! `vaxdash dashboard`: the workbook of specification 6.2.

use calamine::Data;
use serde_json::Value;

use super::charts::check_charts;
use super::layout::check_book;
use super::parts::{Parts, attribute, elements};
use super::values::{cells, is_same};
use super::{on_samples, read, written};
use crate::harness::{Folder, vaxdash};

/// The sheets of counts, in order, each with the report and the table it shows.
const SHEETS: [(&str, &str, &str); 16] = [
    ("Uptake", "uptake", "uptake"),
    ("Detailed uptake", "uptake --detail", "detail"),
    ("Cohorts", "cohorts", "cohorts"),
    ("Cohorts apart", "", ""),
    ("Ages", "uptake --by age", "uptake"),
    ("Ages 16-17", "uptake --age 16-17", "uptake"),
    ("Inequalities", "uptake --by ethnicity,imd", "uptake"),
    ("Second doses", "second-dose", "second_dose"),
    ("Boosters", "boosters", "boosters"),
    ("Time since primary", "boosters", "time_since_primary"),
    ("Campaign", "campaign", "campaign"),
    ("Immunosuppressed", "immunosuppressed", "immunosuppressed"),
    ("Trend", "trend", "trend"),
    ("Records to mend", "quality", "kinds"),
    ("Records to mend by group", "quality", "quality"),
    ("Caveats and Information", "", ""),
];

const LISTS: [(&str, &str); 5] = [
    ("Second dose list", "second-dose --list"),
    ("Booster list", "boosters --list --status eligible,pending"),
    ("Campaign list", "campaign --list --status eligible,pending,too-soon"),
    ("Immunosuppressed list", "immunosuppressed --list"),
    ("Records list", "quality --list"),
];

/// Compares the table of a sheet with that of a report.
fn check_table(bytes: &[u8], parts: &Parts, sheet: &str, json: &Value) {
    let place = parts.sheets().iter().position(|name| name == sheet).unwrap();
    let table = parts.tables(place).remove(0);
    let found = cells(bytes, sheet);
    let rows = json["rows"].as_array().unwrap();
    assert_eq!(usize::try_from(table.rows.1 - table.rows.0).unwrap(), rows.len(), "{sheet}");
    let columns = json["columns"].as_array().unwrap();
    for (row, values) in (table.rows.0 + 1..).zip(rows) {
        for (column, shown) in (0..).zip(columns) {
            let value = &values[shown["key"].as_str().unwrap()];
            let cell = found.get_value((row, column)).unwrap_or(&Data::Empty);
            assert!(is_same(cell, value, shown["kind"].as_str().unwrap()), "{sheet}, row {row}: {cell:?} for {value}");
        }
    }
}

#[test]
fn every_sheet_shows_its_report() {
    let bytes = written("dashboard --with-patients");
    let parts = Parts::of(&bytes);
    check_book(&parts, "dashboard");
    let mut names = vec!["Cover"];
    names.extend(SHEETS[..15].iter().map(|(name, _, _)| *name));
    names.extend(LISTS.iter().map(|(name, _)| *name));
    names.push("Caveats and Information");
    assert_eq!(parts.sheets(), names);
    for (sheet, report, name) in SHEETS.iter().filter(|(_, report, _)| !report.is_empty()) {
        let json = on_samples(report, &["--format", "json"]).ended(0).json();
        check_table(&bytes, &parts, sheet, crate::harness::table(&json, name));
    }
    for (sheet, list) in LISTS {
        let json = on_samples(list, &["--format", "json"]).ended(0).json();
        check_table(&bytes, &parts, sheet, crate::harness::table(&json, "list"));
    }
    let titles = check_charts(&bytes, "dashboard");
    for title in [
        "Uptake, % of patients",
        "Course status",
        "Uptake by cohort, % of patients",
        "Uptake at 16 and 17, % of patients",
        "First boosters",
        "Days since the primary course",
        "Vaccinated in the campaign, % of its patients",
        "Doses by week",
        "Records to mend",
        "Uptake so far, % of today's patients",
    ] {
        assert!(titles.iter().any(|found| found == title), "no chart {title}: {titles:?}");
    }
    // Clustered, stacked and line.
    let kinds: String =
        (0..parts.sheets().len()).flat_map(|place| parts.charts(place)).map(|(chart, _)| chart).collect();
    assert!(kinds.contains("<c:grouping val=\"clustered\"/>") && kinds.contains("<c:grouping val=\"stacked\"/>"));
    assert!(kinds.contains("<c:lineChart>"));
}

#[test]
fn the_groups_apart_are_those_of_the_report() {
    let bytes = written("dashboard");
    let json = on_samples("cohorts", &["--format", "json"]).ended(0).json();
    let rows: Vec<Value> = ["cohort_6", "at_risk_5_to_15", "immunosuppressed"]
        .iter()
        .map(|name| crate::harness::table(&json, name)["rows"][0].clone())
        .collect();
    let columns = crate::harness::table(&json, "cohort_6")["columns"].clone();
    check_table(&bytes, &Parts::of(&bytes), "Cohorts apart", &serde_json::json!({"rows": rows, "columns": columns}));
}

#[test]
fn the_cover_links_to_every_sheet_and_says_how_to_read_it() {
    let bytes = written("dashboard --with-patients");
    let parts = Parts::of(&bytes);
    let names = parts.sheets();
    let links: Vec<String> =
        elements(parts.sheet(0), "hyperlink").iter().map(|link| attribute(link, "location").unwrap()).collect();
    let wanted: Vec<String> = names[1..].iter().map(|name| format!("'{name}'!A1")).collect();
    assert_eq!(links, wanted);
    let cover = cells(&bytes, "Cover");
    let text: Vec<String> = cover.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(text[0], "COVID-19 vaccination dashboard");
    assert_eq!(text[1], "Marl PCN 1 (UQ0001)");
    assert!(
        text.iter().any(|line| line.contains("As at 11/05/2022 · data refreshed 11/05/2022 05:10 GMT")),
        "{text:?}"
    );
    let table = &parts.tables(0)[0];
    assert_eq!(table.headers, ["Sheet", "What it shows", "How to read it"]);
    for row in table.rows.0 + 1..=table.rows.1 {
        assert!(cover.get_value((row, 2)).is_some_and(|how| how.to_string().len() > 10), "row {row} says nothing");
    }
    let core = parts.part("docProps/core.xml");
    assert!(core.contains("<dc:creator>Marl PCN 1 (UQ0001)</dc:creator>"), "{core}");
    assert!(core.contains("2022-05-11T00:00:00Z"), "{core}");
}

#[test]
fn the_last_sheet_says_what_the_figures_rest_on() {
    let bytes = written("dashboard");
    let sheet = cells(&bytes, "Caveats and Information");
    let rows: Vec<String> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    for part in [
        "Source|NIMS|last refreshed 27/03/2022 11:30 GMT",
        "Left out of every count|Removed from the list|10",
        "Rule in force|cohort-13|",
    ] {
        assert!(rows.iter().any(|row| row.starts_with(part)), "no {part} in {rows:#?}");
    }
    assert!(rows.iter().any(|row| row.contains("ASSUMED: START DATE")));
}

#[test]
fn practices_stand_in_the_order_of_the_list() {
    let folder = Folder::new();
    vaxdash(&["sample", "-o", folder.arg(), "--patients", "300", "--practices", "3"]).ended(0);
    let list = folder.file("mine.csv");
    std::fs::write(&list, "Practice code\nQ10003\nQ10001\nQ10002\n").unwrap();
    let file = folder.file("out.xlsx");
    let list = list.to_str().unwrap();
    crate::data::on(&folder, "dashboard", &["--practices", list, "-q", "-o", file.to_str().unwrap()]).ended(0);
    let bytes = read(&file);
    for sheet in ["Uptake", "Detailed uptake", "Ages 16-17", "Second doses", "Boosters", "Immunosuppressed"] {
        let found = cells(&bytes, sheet);
        let codes: Vec<String> =
            found.rows().map(|row| row[0].to_string()).filter(|code| code.starts_with("Q1")).collect();
        assert_eq!(codes, ["Q10003", "Q10001", "Q10002"], "{sheet}");
    }
}

#[test]
fn no_sheet_is_empty_without_saying_why() {
    let folder = Folder::new();
    let file = folder.file("out.xlsx");
    let path = file.to_str().unwrap();
    // Before any campaign, and without anybody of 16 or 17.
    let mut args =
        vec!["dashboard", "--data", "samples/pcn", "--as-at", "15/02/2021", "--age", "90+", "--cohort", "12"];
    args.extend(["--with-patients", "-q", "-o", path]);
    crate::harness::vaxdash_in(crate::repository::root(), &args, "").ended(0);
    let bytes = read(&file);
    let parts = Parts::of(&bytes);
    check_book(&parts, "an empty dashboard");
    let mut told = 0;
    for (place, name) in parts.sheets().iter().enumerate() {
        if parts.tables(place).is_empty() {
            let sheet = cells(&bytes, name);
            let last = sheet.rows().next_back().unwrap()[0].to_string();
            assert!(last.starts_with("Nothing to show: "), "{name}: {last}");
            told += 1;
        }
    }
    assert!(told >= 5, "{told}");
    let why = |name: &str| cells(&bytes, name).rows().next_back().unwrap()[0].to_string();
    assert_eq!(why("Campaign"), "Nothing to show: no campaign is open or has ended as at 15/02/2021.");
    assert_eq!(why("Ages 16-17"), "Nothing to show: the ages chosen leave nobody of 16 or 17.");
    // The cover says it as well.
    let cover = cells(&bytes, "Cover");
    assert!(cover.rows().any(|row| row[0] == "Campaign" && row[2].to_string().contains("no campaign is open")));
}

#[test]
fn filters_and_options_hold_for_every_sheet() {
    let bytes = written("dashboard --practice Q10002 --immunosuppressed --organisation Riverside --overdue-after 100");
    let found = cells(&bytes, "Uptake");
    let codes: Vec<String> = found.rows().map(|row| row[0].to_string()).filter(|code| code.starts_with("Q1")).collect();
    assert_eq!(codes, ["Q10002"]);
    let cover: Vec<String> = cells(&bytes, "Cover").rows().map(|row| row[0].to_string()).collect();
    assert_eq!(cover[1], "Riverside");
    assert!(
        cover.iter().any(|line| line.contains("practice Q10002 · immunosuppressed yes · overdue_after 100")),
        "{cover:?}"
    );
    let second: Vec<String> = cells(&bytes, "Second doses").rows().map(|row| row[0].to_string()).collect();
    assert!(second.iter().any(|line| line.contains("100 days")), "{second:?}");
}

#[test]
fn what_cannot_be_written_is_refused_first() {
    let folder = Folder::new();
    let refused = on_samples("dashboard", &["-o", "out.csv"]).ended(2);
    assert!(refused.err.contains("ends neither in .xlsx nor in .html"), "{}", refused.err);
    let missing = on_samples("dashboard", &[]).ended(2);
    assert!(missing.err.contains("--output"), "{}", missing.err);
    let folder = folder.with("out.xlsx", "mine");
    let path = folder.file("out.xlsx");
    on_samples("dashboard", &["-o", path.to_str().unwrap()]).ended(4);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    on_samples("dashboard", &["-f", "-o", path.to_str().unwrap()]).ended(0);
    assert_eq!(Parts::of(&read(&path)).sheets()[0], "Cover");
}

#[test]
fn a_preset_writes_it_from_the_same_load() {
    let folder = Folder::new();
    vaxdash(&["sample", "-o", folder.file("data").to_str().unwrap(), "--patients", "200", "--practices", "2"]).ended(0);
    let settings = "[preset.monday]\ndata = \"data\"\n\
                    [[preset.monday.step]]\ncommand = \"dashboard\"\noutput = \"dashboard.xlsx\"\n\
                    [[preset.monday.step]]\ncommand = \"uptake\"\noutput = \"uptake.xlsx\"\n";
    let folder = folder.with("vaxdash.toml", settings);
    crate::harness::vaxdash_in(folder.path(), &["run", "monday", "-q"], "").ended(0);
    assert_eq!(Parts::of(&read(&folder.file("dashboard.xlsx"))).sheets()[1], "Uptake");
    assert_eq!(Parts::of(&read(&folder.file("uptake.xlsx"))).sheets(), ["Uptake", "About"]);
}
