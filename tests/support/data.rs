//! Extracts for the end-to-end tests, written row by row. NHS numbers are
//! test numbers, telephone numbers Ofcom's drama numbers.

use std::fs;

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use serde_json::{Value, json};

use crate::harness::{Folder, Run, table, vaxdash};

pub const DOSE1: &str = "1324681000000101";
pub const BOOSTER: &str = "1362591000000103";
pub const CONTRAINDICATED: &str = "1324761000000100";
pub const GIVEN: &str = "840534001";
/// Against influenza alone.
pub const INFLUENZA: &str = "86198006";
pub const DECLINED: &str = "1324721000000108";
pub const PFIZER: &str = "39115611000001103";
pub const MODERNA: &str = "39326911000001101";
pub const JANSSEN: &str = "39230211000001104";
pub const ASTRAZENECA: &str = "39114911000001105";
pub const UNKNOWN_BRAND: &str = "39330711000001103";

/// Three practices of two networks, all with the activity code.
pub const PRACTICES: &str = "Practice code,Practice name,PCN code,PCN name,Activity codes\n\
    A81001,Abbey Surgery,U11111,North PCN,B0360\n\
    A81002,Bridge Practice,U22222,South PCN,B0360\n\
    A81003,Castle Surgery,U22222,South PCN,B0360\n";

/// The NHS number of the test range that is 999, then `n` in six digits, then
/// the check digit; one `n` in eleven has none.
pub fn nhs_if_any(n: u32) -> Option<String> {
    let digits = format!("999{n:06}");
    let sum: u32 = digits.bytes().zip((2..=10).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    match 11 - sum % 11 {
        10 => None,
        11 => Some(format!("{digits}0")),
        check => Some(format!("{digits}{check}")),
    }
}

/// The same where there must be one: 14, 28, 31, 45 and 59 are among the `n`
/// that have none.
#[track_caller]
pub fn nhs(n: u32) -> String {
    nhs_if_any(n).unwrap_or_else(|| panic!("no valid NHS number begins 999{n:06}: choose another n"))
}

/// A row of an extract: headings with their cells.
#[derive(Clone, Default)]
pub struct Row(Vec<(&'static str, String)>);

impl Row {
    /// The row with this cell, in the place of the one under the same heading.
    pub fn with(mut self, heading: &'static str, cell: impl Into<String>) -> Self {
        match self.0.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, old)) => *old = cell.into(),
            None => self.0.push((heading, cell.into())),
        }
        self
    }

    /// The row with a yes under each of these headings.
    pub fn flagged(self, headings: &[&'static str]) -> Self {
        headings.iter().fold(self, |row, heading| row.with(heading, "Y"))
    }

    pub fn cell(&self, heading: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == heading).map_or("", |(_, cell)| cell)
    }
}

/// A patient of Abbey Surgery, aged 51 on 11/05/2022 (cohort 9), with a column
/// for whatever keeps people safe.
pub fn patient(n: u32) -> Row {
    Row::default()
        .with("NHS Number", nhs(n))
        .with("Title", "Ms")
        .with("Forename", "Ada")
        .with("Surname", format!("Fell{n}"))
        .with("Date of Birth", "01/06/1970")
        .with("Practice code", "A81001")
        .with("Date of death", "")
        .with("RfR", "")
        .with("SENSITIVE_FLAG", "")
        .with("sms_consent", "")
        .with("Mobile Telephone", format!("07700900{:03}", n % 1000))
}

/// A dose given to `patient(n)` on a date, which may be in any form.
pub fn dose(n: u32, date: &str) -> Row {
    Row::default()
        .with("NHS_NUMBER", nhs(n))
        .with("DATE_AND_TIME", date)
        .with("UNIQUE_ID", format!("{n}-{date}"))
        .with("UNIQUE_ID_URI", "https://supplier.example.org/vacc")
        .with("ACTION_FLAG", "NEW")
        .with("RECORDED_DATE", "")
        .with("VACCINATION_PROCEDURE_CODE", DOSE1)
        .with("VACCINE_PRODUCT_CODE", PFIZER)
        .with("BATCH_NUMBER", "FX0001")
        .with("SITE_CODE", "RX123")
}

/// A vaccination of somebody against influenza, with the columns of [`dose`].
pub fn influenza(number: &str) -> Row {
    dose(1, "20201101")
        .with("NHS_NUMBER", number)
        .with("UNIQUE_ID", "influenza")
        .with("VACCINATION_PROCEDURE_CODE", INFLUENZA)
        .with("VACCINE_PRODUCT_CODE", "")
}

/// The doses of one person.
pub fn doses(n: u32, dates: &[&str]) -> Vec<Row> {
    dates.iter().map(|date| dose(n, date)).collect()
}

/// The rows with the headings of all of them, cut by `delimiter`.
pub fn delimited(rows: &[Row], delimiter: char) -> String {
    let mut headings: Vec<&str> = Vec::new();
    for (heading, _) in rows.iter().flat_map(|row| &row.0) {
        if !headings.contains(heading) {
            headings.push(heading);
        }
    }
    let quoted = |cell: &str| {
        let needs_quotes = cell.contains([delimiter, '"', '\n', '\r']);
        if needs_quotes { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
    };
    let line = |cells: Vec<String>| cells.join(&delimiter.to_string()) + "\n";
    let header = line(headings.iter().map(|heading| quoted(heading)).collect());
    let body = rows.iter().map(|row| line(headings.iter().map(|heading| quoted(row.cell(heading))).collect()));
    header + &body.collect::<String>()
}

/// A comma-separated file of these rows.
pub fn csv(rows: &[Row]) -> String {
    delimited(rows, ',')
}

/// A pipe-separated file of these rows, as vaccination files are.
pub fn pipes(rows: &[Row]) -> String {
    delimited(rows, '|')
}

/// A folder with the three practices, these patients and these events.
pub fn extract(patients: &[Row], events: &[Row]) -> Folder {
    // Where nobody has been vaccinated against COVID-19, somebody has against influenza: of a file
    // without any row of anybody, there is no report.
    let mut numbers = patients.iter().map(|patient| patient.cell("NHS Number").to_owned());
    let number = numbers.find(|number| number.len() == 10).unwrap_or_else(|| nhs(1));
    let events = if events.is_empty() { pipes(&[influenza(&number)]) } else { pipes(events) };
    people(patients).with("vaccinations.csv", events)
}

/// The three practices and these patients, of whom no events are known yet.
pub fn people(patients: &[Row]) -> Folder {
    Folder::new().with("practices.csv", PRACTICES).with("patients.csv", csv(patients))
}

/// The extract with one more patient, of Castle Surgery, who does not matter:
/// without a patient there is no report.
pub fn beside(folder: Folder) -> Folder {
    folder.with("zz_bystander.csv", csv(&[patient(99).with("Practice code", "A81003")]))
}

/// The buckets of the patients of an extract without the one who was put [`beside`] it.
#[track_caller]
pub fn buckets_beside(report: &Value) -> Value {
    let mut buckets = buckets(report, "patients");
    let others = buckets["patients"].as_u64().unwrap() - 1;
    match others {
        0 => drop(buckets.as_object_mut().unwrap().remove("patients")),
        _ => buckets["patients"] = others.into(),
    }
    buckets
}

/// A vaccination file without any row.
pub fn no_events() -> String {
    pipes(&[dose(1, "")]).lines().next().unwrap().to_owned()
}

/// Runs a report command on a folder as at 11/05/2022, unless `args` say
/// another date.
pub fn on(folder: &Folder, command: &str, args: &[&str]) -> Run {
    let mut all = vec![command, "--data", folder.arg()];
    if !args.contains(&"--as-at") {
        all.extend(["--as-at", "2022-05-11"]);
    }
    if ["invites", "check"].contains(&command) {
        // The small files of the tests have no time stamps in their names.
        all.extend(["--accept", "refresh-unknown"]);
    }
    all.extend(args);
    vaxdash(&all)
}

/// The same, as JSON; the run must have ended well.
#[track_caller]
pub fn report(folder: &Folder, command: &str, args: &[&str]) -> Value {
    let mut all = args.to_vec();
    all.extend(["--format", "json"]);
    on(folder, command, &all).ended(0).json()
}

/// The lines that `invites` writes for AccuBook to the file of Abbey Surgery,
/// header apart; everybody due a second dose, unless `args` say another dose.
#[track_caller]
pub fn booked(folder: &Folder, args: &[&str]) -> Vec<String> {
    let out = Folder::new();
    let mut all = vec!["--target", "accubook", "--allow-old-data", "-o", out.arg()];
    if !args.contains(&"--dose") {
        all.extend(["--dose", "second"]);
    }
    all.extend(args);
    on(folder, "invites", &all).ended(0);
    let file = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().path());
    let own = file.into_iter().find(|path| path.to_str().unwrap().contains("accubook_A81001"));
    let text = own.map(|path| fs::read_to_string(path).unwrap()).unwrap_or_default();
    text.split_terminator("\r\n").skip(1).map(str::to_owned).collect()
}

/// `check` as JSON, whatever its exit code.
#[track_caller]
pub fn checked(folder: &Folder, args: &[&str]) -> Value {
    let mut all = args.to_vec();
    all.extend(["--format", "json"]);
    on(folder, "check", &all).json()
}

/// The cells of one row of a table, found by its first matching cell.
#[track_caller]
pub fn row<'a>(report: &'a Value, name: &str, key: &str, value: impl Into<Value>) -> &'a Value {
    let value = value.into();
    let rows = table(report, name)["rows"].as_array().unwrap();
    rows.iter()
        .find(|row| row[key] == value)
        .unwrap_or_else(|| panic!("no row with {key} {value} in {name}: {report:#}"))
}

/// Some cells of a row, in this order.
pub fn pick(row: &Value, keys: &[&str]) -> Value {
    keys.iter().map(|key| row[key].clone()).collect()
}

/// A column of a table.
#[track_caller]
pub fn column(report: &Value, name: &str, key: &str) -> Vec<Value> {
    table(report, name)["rows"].as_array().unwrap().iter().map(|row| row[key].clone()).collect()
}

/// The buckets of the reconciliation that hold any row, `rows_read` apart.
#[track_caller]
pub fn buckets(report: &Value, rows_of: &str) -> Value {
    let counts = report["reconciliation"][rows_of].as_object().unwrap();
    let filled = counts.iter().filter(|(name, count)| *name != "rows_read" && **count != json!(0));
    filled.map(|(name, count)| (name.clone(), count.clone())).collect()
}

/// The doubts of this name that stand in a report.
pub fn doubts(report: &Value, id: &str) -> Vec<Value> {
    let all = report["doubts"].as_array().into_iter().flatten();
    all.filter(|doubt| doubt["id"] == id).cloned().collect()
}

/// The row of a file among the inputs of `check`.
#[track_caller]
pub fn input<'a>(report: &'a Value, file: &str) -> &'a Value {
    row(report, "inputs", "file", file)
}

/// What `check` has to say, as one text.
pub fn remarks(report: &Value) -> String {
    let tables = report["tables"].as_array().unwrap();
    let said = tables.iter().filter(|table| table["name"] == "issues");
    let texts = said.flat_map(|table| table["rows"].as_array().unwrap());
    texts.map(|row| format!("{} {} {}", row["severity"], row["file"], row["text"])).collect::<Vec<_>>().join("\n")
}

/// Today in England, as the program's clock has it.
pub fn today() -> NaiveDate {
    let now = Utc::now();
    let last_sunday = |month| {
        let last = NaiveDate::from_ymd_opt(now.year(), month, 31).unwrap();
        let sunday = last - Days::new(u64::from(last.weekday().days_since(Weekday::Sun)));
        sunday.and_hms_opt(1, 0, 0).unwrap().and_utc()
    };
    let summer = (last_sunday(3)..last_sunday(10)).contains(&now);
    let local: DateTime<Utc> = if summer { now + chrono::TimeDelta::hours(1) } else { now };
    local.date_naive()
}

/// So many days before today, as DD/MM/YYYY.
pub fn days_ago(days: u64) -> String {
    (today() - Days::new(days)).format("%d/%m/%Y").to_string()
}
