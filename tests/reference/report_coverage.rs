//! What the reports and lists of generated worlds reach, as `coverage` does for the rules beneath them.

use super::cells::nhs_number;
use super::dates::read_date;
use super::engine::{Person, Results};
use super::lists::cells::{address, site_of};
use super::lists::{Entry, LISTS, Request, column_words};
use super::model::World;
use super::patients::Facts;
use super::report_labels::SOMETIMES_BLANK;
use super::reports::{Row, TREND_ROLES, Table};
use super::rules::{campaign_open, default_campaign, first_doses_from};
use super::shares::Beside;
use super::uptake::Filter;
use chrono::{Datelike, Weekday};
use serde_json::{Value, json};
use std::collections::BTreeSet;

type Labels = BTreeSet<String>;

/// The labels that the reports and lists of a run reached.
pub fn reached(world: &World, results: &Results) -> BTreeSet<String> {
    let mut labels = Labels::new();
    tables_reached(&mut labels, results);
    campaign_reached(&mut labels, results);
    trend_reached(&mut labels, results);
    for report in LISTS {
        list_reached(&mut labels, world, results, report);
    }
    for person in results.people.values() {
        contacts_reached(&mut labels, world, person);
        brands_reached(&mut labels, person);
        refusals_reached(&mut labels, results, person);
        sites_reached(&mut labels, world, results, person);
    }
    labels
}

fn cell<'row>(row: &'row Row, column: &str) -> &'row Value {
    &row.iter().find(|(key, _)| *key == column).unwrap_or_else(|| panic!("no column {column}")).1
}

/// The columns of a table in which some row counts somebody.
fn counted(table: &Table) -> BTreeSet<&'static str> {
    let cells = table.rows.iter().flatten();
    cells.filter(|(_, value)| value.as_u64().is_some_and(|number| number > 0)).map(|(column, _)| *column).collect()
}

fn tables_reached(labels: &mut Labels, results: &Results) {
    let everybody = Filter::default();
    for table in results.cohorts_tables(&everybody, Beside::default()) {
        labels.extend(counted(&table).iter().map(|column| format!("cohorts:{}:{column}", table.name)));
    }
    let table = results.immunosuppressed_table(&everybody);
    labels.extend(counted(&table).iter().map(|column| format!("immunosuppressed:{column}")));
    for row in results.time_since_primary_table(&everybody).rows {
        if *cell(&row, "patients") != json!(0) {
            labels.insert(format!("since primary:{}", cell(&row, "band").as_str().expect("a band is text")));
        }
    }
}

fn campaign_reached(labels: &mut Labels, results: &Results) {
    let Some(campaign) = default_campaign(results.as_at) else {
        labels.insert("campaign:none yet".to_owned());
        return;
    };
    let is_open = campaign_open(results.as_at).is_some();
    let beside = Beside { target: Some(50), interval: true };
    labels.insert(if is_open { "campaign:open" } else { "campaign:the latest ended" }.to_owned());
    for row in results.campaign_table(campaign.id, &Filter::default(), beside).rows {
        let nobody = *cell(&row, "patients") == json!(0);
        let needed = *cell(&row, "needed") != json!(0);
        let label = match (nobody, needed) {
            (true, _) => "campaign:an empty group",
            (false, true) => "campaign:needed",
            (false, false) => "campaign:nothing needed",
        };
        labels.insert(label.to_owned());
        let bound = |column: &str, edge: f64| cell(&row, column).as_f64() == Some(edge);
        for (label, holds) in [
            ("interval:blank", nobody && cell(&row, "vaccinated_pct_low").is_null()),
            ("interval:from 0", bound("vaccinated_pct_low", 0.0)),
            ("interval:to 100", bound("vaccinated_pct_high", 100.0)),
        ] {
            if holds {
                labels.insert(label.to_owned());
            }
        }
    }
}

fn trend_reached(labels: &mut Labels, results: &Results) {
    let table = results.trend_table(&Filter::default());
    let roles: Vec<&str> = TREND_ROLES.iter().map(|(column, _)| *column).collect();
    for row in &table.rows {
        let given: Vec<&&str> = roles.iter().filter(|role| *cell(row, role) != json!(0)).collect();
        labels.extend(given.iter().map(|role| format!("trend:{role}")));
        if given.is_empty() {
            labels.insert("trend:a week without doses".to_owned());
        }
    }
    if results.as_at.weekday() != Weekday::Sun {
        labels.insert("trend:a week that as-at cuts short".to_owned());
    }
}

fn list_reached(labels: &mut Labels, world: &World, results: &Results, report: &'static str) {
    let request = Request { report, ..Request::default() };
    let entries = results.entries(&request);
    let place = |entry: &Entry<'_>| (entry.person.facts.practice_code.clone(), entry.verdict.days_overdue);
    for pair in entries.windows(2) {
        if pair[0].verdict.days_overdue.is_some() && place(&pair[0]) == place(&pair[1]) {
            labels.insert(format!("list:{report}:equally overdue in one practice"));
        }
    }
    for word in column_words(report) {
        let length = results.entries(&Request { statuses: vec![word], ..request.clone() }).len();
        let how = if length == 0 { "nobody" } else { "somebody" };
        labels.insert(format!("listed:{report}:{word}:{how}"));
        if length < entries.len() {
            labels.insert(format!("listed:{report}:{word}:not everybody"));
        }
    }
    for entry in &entries {
        labels.insert(format!("list:{report}:{}", entry.verdict.status));
        let days = match entry.verdict.days_overdue {
            None => "blank",
            Some(0) => "0",
            Some(_) => "many",
        };
        labels.insert(format!("list:{report}:days overdue {days}"));
        if entry.person.facts.restricted {
            labels.insert(format!("list:{report}:restricted"));
        }
    }
    for row in results.list(world, &request) {
        for column in SOMETIMES_BLANK {
            let how = if cell(&row, column).is_null() { "blank" } else { "filled" };
            labels.insert(format!("column:{column}:{how}"));
        }
        for column in ["immunosuppressed", "housebound", "restricted"] {
            labels.insert(format!("column:{column}:{}", cell(&row, column).as_str().expect("yes or no")));
        }
    }
}

/// The last dose's brand is not that of another counted dose: `--brand` asks for any of them.
fn brands_reached(labels: &mut Labels, person: &Person) {
    let doses = &person.course.doses;
    labels.extend(doses.iter().map(|dose| format!("brand:{}", dose.brand)));
    if doses.windows(2).any(|pair| pair[0].brand != pair[1].brand) {
        labels.insert("brand:two brands".to_owned());
    }
}

/// What 2.10 and 2.11 have for first doses and campaigns.
fn refusals_reached(labels: &mut Labels, results: &Results, person: &Person) {
    let (declined, contraindicated) = (person.in_force(&person.declined), person.in_force(&person.contraindicated));
    let open = campaign_open(results.as_at).filter(|campaign| {
        person.campaigns[campaign.id].as_ref().is_some_and(|standing| standing.status == "eligible")
    });
    let opened_today = first_doses_from(person.cohort) == Some(results.as_at);
    for (label, holds) in [
        ("first dose:declined and contraindicated", declined.is_some() && contraindicated.is_some()),
        ("first dose:opened on as-at", opened_today && person.first_dose == "eligible"),
        ("first dose:declined with doses since", declined.is_none() && !person.declined.is_empty()),
        (
            "campaign:declined since refusals count",
            open.is_some_and(|campaign| person.declined_for(campaign).is_some()),
        ),
        (
            "campaign:declined before refusals count",
            open.is_some_and(|campaign| declined.is_some() && person.declined_for(campaign).is_none()),
        ),
        ("first dose:declined twice", person.declined.len() > 1 && declined.is_some()),
    ] {
        if holds {
            labels.insert(label.to_owned());
        }
    }
}

fn contacts_reached(labels: &mut Labels, world: &World, person: &Person) {
    let row = &person.facts.details;
    let blank = |cell: &str| cell.trim().is_empty();
    let only_second = |first: &str, second: &str| blank(first) && !blank(second);
    let to_be_trimmed = |cell: &str| !blank(cell) && cell.trim() != cell;
    let filled: Vec<bool> = row.address.iter().map(|line| !blank(line)).collect();
    let restricted = person.facts.restricted;
    for (label, holds) in [
        ("contact:only the second mobile", only_second(&row.mobile, &row.other_mobile)),
        ("contact:only the second telephone", only_second(&row.telephone, &row.other_telephone)),
        ("contact:only the second e-mail", only_second(&row.email, &row.other_email)),
        (
            "contact:two mobiles that differ",
            !blank(&row.mobile) && !blank(&row.other_mobile) && row.mobile != row.other_mobile,
        ),
        ("contact:the same mobile twice", !blank(&row.mobile) && row.mobile == row.other_mobile),
        ("contact:five address lines", filled.iter().all(|line| *line)),
        ("contact:a blank line within an address", filled.windows(3).any(|three| three == [true, false, true])),
        ("contact:no address", address(row).is_empty()),
        ("contact:a cell to be trimmed", [&row.mobile, &row.postcode, &row.surname].iter().any(|c| to_be_trimmed(c))),
        ("contact:an earlier row said otherwise", another_row_differs(world, &person.facts)),
        ("contact:on the immunosuppressed list", listed(world, &person.facts)),
        ("contact:an address line with a line break", row.address.iter().any(|line| line.contains('\n'))),
        ("restricted:with a phone", restricted && !(blank(&row.mobile) && blank(&row.telephone))),
        ("restricted:with an address", restricted && !address(row).is_empty()),
        ("restricted:with an e-mail", restricted && !blank(&row.email)),
    ] {
        if holds {
            labels.insert(label.to_owned());
        }
    }
}

fn another_row_differs(world: &World, facts: &Facts) -> bool {
    let rows = world.patient_files.iter().flat_map(|file| &file.rows);
    let mobile = &facts.details.mobile;
    rows.filter(|row| nhs_number(&row.nhs_number).as_ref() == Some(&facts.nhs_number)).any(|row| row.mobile != *mobile)
}

fn listed(world: &World, facts: &Facts) -> bool {
    let mut numbers = world.immunosuppressed.iter().map(|row| nhs_number(&row.nhs_number));
    numbers.any(|number| number.as_ref() == Some(&facts.nhs_number))
}

fn sites_reached(labels: &mut Labels, world: &World, results: &Results, person: &Person) {
    let Some(dose) = person.course.doses.first().filter(|dose| dose.role == "dose 1") else {
        return;
    };
    let site = site_of(world, dose);
    let other_says_otherwise = results.event_rows.iter().any(|((file, row), bucket)| {
        let other = &world.vaccination_files[*file].rows[*row];
        *bucket == "duplicates"
            && nhs_number(&other.nhs_number).as_ref() == Some(&person.facts.nhs_number)
            && read_date(&other.date_and_time) == Some(dose.date)
            && other.site_code.trim() != site.trim()
    });
    for (label, holds) in [
        ("site:another row of the day says otherwise", other_says_otherwise),
        ("site:to be trimmed", !site.trim().is_empty() && site.trim() != site),
        ("site:spaces only", !site.is_empty() && site.trim().is_empty()),
    ] {
        if holds {
            labels.insert(label.to_owned());
        }
    }
}
