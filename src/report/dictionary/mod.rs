//! `vaxdash rules --outputs`: every table with its keys, kinds and meaning.
//!
//! The tables are made by the reports themselves, of nobody: what is said of
//! them cannot differ from what they are.

mod meanings;

use std::borrow::Cow;

use chrono::NaiveDate;

use super::check::tables_without_rows;
use super::compare::{Snapshot, change_list, changes_table, lists_table, movement_table};
use super::contact_log::ContactLog;
use super::counting::{Dimension, Filter, ShareDetail, View};
use super::doses::{DoseKey, DoseSources};
use super::doubt_rules::doubt_rules;
use super::history::{ASSESSMENT, HISTORY, WHO};
use super::line_list::{ListColumn, ListableReport};
use super::model::{Cell, Column, Kind, Table, UptakeTarget};
use super::rules_in_force::rules_in_force;
use super::sources::sources;
use super::{
    Activity, Boosters, CampaignReport, Cohorts, Every, FirstDose, Immunosuppressed, Outcomes, Patients, Quality,
    RecordsBy, SecondDose, Trend, Uptake,
};
use crate::classify::{OtherRecords, classify};
use crate::domain::{Named, Scope, Unreconciled};
use crate::rules::RuleSet;
use meanings::MEANINGS;

/// The columns of the dictionary.
pub(super) const COLUMNS: [Column; 6] = [
    Column::new("report", "Report", Kind::Code),
    Column::new("table", "Table", Kind::Code),
    Column::new("key", "Key", Kind::Code),
    Column::new("kind", "Kind", Kind::Code),
    Column::new("label", "Label", Kind::Text).or_dropped(),
    Column::new("meaning", "Meaning", Kind::Text).at_least(30).of_sentences(),
];

/// The dictionary: a row for each column of each table, by report.
///
/// # Errors
/// When a table of nobody does not add up: a fault of the program.
pub fn dictionary(rules: &RuleSet, as_at: NaiveDate) -> Result<Table, Unreconciled> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (report, table) in tables(rules, as_at)? {
        for column in &table.columns {
            let [name, key] = [table.name, column.key];
            let row = [report, name, key, column.kind.name(), column.label].map(Cell::text).into_iter();
            let row: Vec<Cell> = row.chain([meaning(name, key).map_or(Cell::Null, Cell::text)]).collect();
            // One table by several breakdowns has each of its columns once.
            if !rows.iter().any(|known| known[..3] == row[..3]) {
                rows.push(row);
            }
        }
    }
    Ok(Table::new("outputs", "Tables, keys, kinds and meaning", COLUMNS.to_vec(), rows))
}

/// What a key of a table means.
fn meaning(table: &str, key: &str) -> Option<Cow<'static, str>> {
    let said = |wanted: &str| MEANINGS.iter().find(|(known, _)| *known == wanted).map(|(_, meaning)| *meaning);
    if let Some(known) = said(&format!("{table}.{key}")).or_else(|| said(key)) {
        return Some(Cow::Borrowed(known));
    }
    // What is reckoned from another column is named after it.
    let of = |ending: &str, says: fn(&str) -> String| key.strip_suffix(ending).map(|base| Cow::Owned(says(base)));
    of("_pct", |base| format!("{base} as a percentage of the people of the row who can be counted in it."))
        .or_else(|| of("_pct_low", |base| format!("Lower limit of {base}_pct (Wilson, 95 %).")))
        .or_else(|| of("_pct_high", |base| format!("Upper limit of {base}_pct (Wilson, 95 %).")))
        .or_else(|| of("_needed", |base| format!("How many more in {base} the target needs.")))
        .or_else(|| of("_before", |base| format!("{base} in the older data.")))
        .or_else(|| of("_after", |base| format!("{base} in the newer data.")))
        .or_else(|| of("_points", |base| format!("Movement of {base}_pct, in points.")))
}

type ReportTables = Vec<(&'static str, Table)>;

/// Every table, of nobody.
fn tables(rules: &RuleSet, as_at: NaiveDate) -> Result<ReportTables, Unreconciled> {
    let population = classify(&[], Vec::new(), OtherRecords::default(), None, rules, as_at);
    let (scope, filter) = (Scope::new(Vec::new()), Filter::default());
    let view = View { population: &population, scope: &scope, filter: &filter };
    let mut found = of_people(view)?;
    found.extend(of_doses(view)?);
    found.extend(of_comparison(view));
    let outcomes = Outcomes::new(ContactLog::default(), &population, &[]);
    let listable = |report: &dyn ListableReport, name| -> Result<ReportTables, Unreconciled> {
        Ok(report.tables(view)?.into_iter().map(|table| (name, table)).collect())
    };
    found.extend(listable(&outcomes, "outcomes")?);
    for by in RecordsBy::ALL {
        found.extend(listable(&Quality { by: *by, ..Quality::default() }, "quality")?);
    }
    let list = ListColumn::ALL.iter().map(|(_, column)| column.clone()).collect();
    found.push(("lists", Table::new("list", "People", list, Vec::new())));
    found.push(("history", Table::new("person", "Who this is", WHO.to_vec(), Vec::new())));
    found.push(("history", Table::new("assessment", "Answers", ASSESSMENT.to_vec(), Vec::new())));
    found.push(("history", Table::new("history", "Events", HISTORY.to_vec(), Vec::new())));
    found.push(("sources", sources(&[], as_at)));
    found.extend(tables_without_rows().into_iter().map(|table| ("check", table)));
    found.push(("rules", rules_in_force(rules, as_at)));
    found.extend(doubt_rules(&rules.doubts).into_iter().map(|table| ("rules --doubts", table)));
    Ok(found)
}

/// The tables that count people.
fn of_people(view: View<'_>) -> Result<ReportTables, Unreconciled> {
    let by: Vec<Dimension> = Dimension::of_every_report().collect();
    let shown = ShareDetail { interval: true, target: UptakeTarget::read("75") };
    let rules = view.population.rules;
    let campaign = rules.campaigns.last();
    let uptake = |detail, campaign| Uptake { by: by.clone(), detail, campaign, shown }.table(view);
    let mut found = vec![("uptake", uptake(false, campaign)?), ("uptake", uptake(true, None)?)];
    let mut add = |name, report: &dyn ListableReport| -> Result<(), Unreconciled> {
        found.extend(report.tables(view)?.into_iter().map(|table| (name, table)));
        Ok(())
    };
    add("cohorts", &Cohorts { shown })?;
    add("first-dose", &FirstDose { by: by.clone() })?;
    add("second-dose", &SecondDose { by: by.clone() })?;
    add("boosters", &Boosters { by: by.clone() })?;
    if let Some(campaign) = campaign {
        let before = rules.campaign_before(campaign);
        add("campaign", &CampaignReport { campaign, by: Vec::new(), detail: shown, before })?;
    }
    add("immunosuppressed", &Immunosuppressed)?;
    add("patients", &Patients { by })?;
    Ok(found)
}

/// The tables that count doses, by whatever they are broken down by.
fn of_doses(view: View<'_>) -> Result<ReportTables, Unreconciled> {
    let sources = DoseSources::default();
    let mut found = Vec::new();
    for every in Every::ALL {
        for by in DoseKey::ALL.iter().copied().map(Some).chain([None]) {
            found.push(("trend", Trend { every: *every, by, ..Trend::default() }.table(view, &sources)?));
        }
    }
    for by in DoseKey::ALL {
        found.push(("activity", Activity { by: *by }.table(view, &sources)?));
    }
    Ok(found)
}

/// The tables of two dates.
fn of_comparison(view: View<'_>) -> ReportTables {
    let [old, new] = [Snapshot::new(view, &[]), Snapshot::new(view, &[])];
    let lists = lists_table(&old, &new, &[]);
    let changes = changes_table(view.scope, &[], &lists);
    let all =
        [lists, changes, movement_table(&old, &new), super::sources_table(&[], &[]), change_list(view.scope, &[], &[])];
    all.into_iter().map(|table| ("compare", table)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_meaning_and_every_meaning_a_key() {
        let rules = RuleSet::built_in().unwrap();
        let as_at = NaiveDate::from_ymd_opt(2022, 5, 11).unwrap();
        let keys: Vec<(&str, &str)> = tables(&rules, as_at)
            .unwrap()
            .iter()
            .flat_map(|(_, table)| table.columns.iter().map(|column| (table.name, column.key)))
            .collect();
        let without: Vec<_> = keys.iter().filter(|(table, key)| meaning(table, key).is_none()).collect();
        let idle: Vec<&str> = MEANINGS
            .iter()
            .map(|(known, _)| *known)
            .filter(|known| !keys.iter().any(|(table, key)| known == key || *known == format!("{table}.{key}")))
            .collect();
        assert!(without.is_empty() && idle.is_empty(), "without a meaning: {without:?}; of no table: {idle:?}");
    }
}
