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
const SHEETS: [(&str, &str, &str); 17] = [
    ("Campaign", "campaign", "campaign"),
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
    ("Immunosuppressed", "immunosuppressed", "immunosuppressed"),
    ("Activity", "activity", "activity"),
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
    names.extend(SHEETS[..SHEETS.len() - 1].iter().map(|(name, _, _)| *name));
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
        "Second doses to come",
        "Third primary doses",
        "Uptake of the groups shown apart, % of patients",
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
    let to_do = ["Campaign", "Second doses", "Boosters", "Immunosuppressed", "Records to mend"];
    let wanted = to_do.into_iter().chain(names[1..].iter().map(String::as_str)).map(|name| format!("'{name}'!A1"));
    assert_eq!(links, wanted.collect::<Vec<String>>());
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

/// The rows of the cover under a title: what is counted, how many, what there is to say.
fn block(bytes: &[u8], title: &str) -> Vec<[String; 3]> {
    let cover = cells(bytes, "Cover");
    let rows: Vec<[String; 3]> = cover.rows().map(|row| [0, 1, 2].map(|place| row[place].to_string())).collect();
    let first = rows.iter().position(|row| row[0] == title).unwrap() + 1;
    rows.into_iter().skip(first).take_while(|row| !row[0].is_empty()).collect()
}

#[test]
fn the_cover_has_the_figures_of_the_reports_and_what_to_do_now() {
    let bytes = written("dashboard");
    let totals = |report: &str, name: &str| {
        let json = on_samples(report, &["--format", "json"]).ended(0).json();
        crate::harness::table(&json, name)["totals"].clone()
    };
    let uptake = totals("uptake --campaign spring-2022", "uptake");
    let figures = block(&bytes, "Headline figures");
    let keys = ["patients", "first_dose", "primary_complete", "booster", "campaign_vaccinated"];
    assert_eq!(figures.len(), keys.len());
    for (row, key) in figures.iter().zip(keys) {
        assert_eq!(row[1], uptake[key].to_string(), "{key}");
        if key != "patients" {
            assert!(
                row[2].starts_with(&format!("{:.1} % of ", uptake[format!("{key}_pct")].as_f64().unwrap())),
                "{row:?}"
            );
        }
    }
    let activity = totals("activity", "activity");
    let lately = [
        [
            "Doses yesterday".to_owned(),
            activity["yesterday"].to_string(),
            format!("{} the day before", activity["day_before"]),
        ],
        [
            "Doses this week".to_owned(),
            activity["this_week"].to_string(),
            format!("{} on the same days of last week", activity["last_week_same_days"]),
        ],
    ];
    assert_eq!(block(&bytes, "Doses lately"), lately);
    let tasks = block(&bytes, "To do now");
    let tasks: Vec<(&str, String)> = tasks.iter().map(|row| (row[0].as_str(), row[1].clone())).collect();
    let of = |report: &str, key: &str| totals(report, &report.replace('-', "_"))[key].to_string();
    let wanted = [
        ("Campaign dose due", of("campaign", "eligible")),
        ("Second dose overdue", of("second-dose", "overdue")),
        ("First booster due", of("boosters", "eligible")),
        ("Third primary dose due", of("immunosuppressed", "third_primary_due")),
    ];
    assert_eq!(tasks[..4], wanted);
    assert_eq!(tasks[4].0, "To review first");
    let json = on_samples("quality", &["--format", "json"]).ended(0).json();
    let records = crate::harness::table(&json, "kinds")["totals"]["records"].to_string();
    assert_eq!(tasks[5], ("Records to mend", records));
}

/// A person whose dose was six days before as at moved the figures; one of seven days before did not.
#[test]
fn the_movement_of_the_cover_is_that_of_seven_days() {
    use crate::data::{CONTRAINDICATED, dose, extract, on, patient};
    let rows: Vec<_> = (1..=4).map(patient).collect();
    let held = dose(4, "20220401").with("VACCINATION_PROCEDURE_CODE", CONTRAINDICATED);
    let events = [
        dose(1, "20220505"),
        dose(2, "20220504"),
        dose(3, "20210301"),
        dose(3, "20210601"),
        dose(3, "20220511"),
        dose(4, "20210301"),
        held.with("VACCINE_PRODUCT_CODE", ""),
    ];
    let (data, out) = (extract(&rows, &events), Folder::new());
    let file = out.file("out.xlsx");
    on(&data, "dashboard", &["-q", "-o", file.to_str().unwrap()]).ended(0);
    let bytes = read(&file);
    let words: Vec<String> = block(&bytes, "Headline figures").into_iter().map(|row| row[1..].join(": ")).collect();
    assert_eq!(words[0], "4: ");
    assert_eq!(words[1], "4: 100.0 % of 4 · 1 in the last 7 days, +25.0 points");
    assert_eq!(words[2], "1: 25.0 % of 4 · 0 in the last 7 days, +0.0 points");
    assert_eq!(words[3], "1: 25.0 % of 4 · 1 in the last 7 days, +25.0 points");
    let tasks = block(&bytes, "To do now");
    assert_eq!(tasks[tasks.len() - 2][..2], ["To review first", "1"]);
}

#[test]
fn offers_that_are_over_are_lines_of_the_cover_unless_all_sheets_are_asked_for() {
    let as_at = |args: &str| {
        let folder = Folder::new();
        let file = folder.file("out.xlsx");
        let args = format!("dashboard --data samples/pcn -q -o {} --as-at {args}", file.display());
        let args: Vec<&str> = args.split(' ').collect();
        crate::harness::vaxdash_in(crate::repository::root(), &args, "").ended(0);
        read(&file)
    };
    let names = |args: &str| {
        let bytes = as_at(&format!("12/11/2026 --with-patients{args}"));
        let cover = cells(&bytes, "Cover").rows().map(|row| row[0].to_string()).collect::<Vec<_>>();
        (Parts::of(&bytes).sheets(), cover.join("\n"))
    };
    let over = ["Second doses", "Boosters", "Time since primary", "Second dose list", "Booster list"];
    let (sheets, cover) = names("");
    assert_eq!(sheets[1], "Campaign");
    assert!(over.iter().all(|name| !sheets.contains(&(*name).to_owned())), "{sheets:?}");
    let trend = cells(&as_at("12/11/2026"), "Trend");
    let rows: Vec<String> = trend.rows().map(|row| row[0].to_string()).collect();
    assert!(rows.join(" ").contains("The last 104 weeks; vaxdash trend shows all of them."), "{rows:?}");
    let header = rows.iter().position(|row| row == "Week of").unwrap();
    assert_eq!(rows.iter().rposition(|row| row == "Total").unwrap() - header - 1, 104);
    // A campaign is open, whose dose the immunosuppressed may be due.
    assert!(sheets.contains(&"Immunosuppressed".to_owned()), "{sheets:?}");
    for line in [
        "The offer of first and second doses ended on 30/06/2023.",
        "The offer of first boosters ended on 12/02/2023.",
        "The offer of third primary doses ended on 30/06/2023.",
    ] {
        assert!(cover.contains(line), "{cover}");
    }
    assert!(!cover.contains("Second dose overdue"), "{cover}");
    let (sheets, cover) = names(" --all-sheets");
    assert!(over.iter().all(|name| sheets.contains(&(*name).to_owned())), "{sheets:?}");
    assert!(cover.contains("all sheets"), "{cover}");
    // Between two campaigns, and all offers over.
    let bytes = as_at("01/03/2026");
    assert!(!Parts::of(&bytes).sheets().contains(&"Immunosuppressed".to_owned()));
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
        cover.iter().any(|line| line.contains("practice Q10002 · immunosuppressed · overdue after 100")),
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
    assert_eq!(Parts::of(&read(&folder.file("dashboard.xlsx"))).sheets()[1], "Campaign");
    assert_eq!(Parts::of(&read(&folder.file("uptake.xlsx"))).sheets(), ["Uptake", "About"]);
}
