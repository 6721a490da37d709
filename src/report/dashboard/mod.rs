//! `vaxdash dashboard`: the sheets of the workbook (specification 6.2).
//!
//! Its tables are those of the other reports, made by the same functions: the
//! dashboard counts nothing itself.

mod choice;
mod constraints;
mod list_order;
mod outcome_sheets;
mod sheet_table;

use super::counting::{Dimension, ListChoice, ShareDetail, View};
use super::line_list::ListableReport;
use super::model::{Cell, ChartStyle, Column, Kind, Report, Sheet, Table};
use super::outcomes::Outcomes;
use super::rules_in_force::rules_in_force;
use super::sources::sources;
use super::{Boosters, CampaignReport, Cohorts, Filter, Immunosuppressed, Profile, SecondDose, Uptake, trend};
use crate::classify::{BoosterStatus, CampaignStatus, ListStatus, StatusWord};
use crate::domain::{AgeRange, DataSource, Scope, UkDate, Unreconciled};
use crate::rules::Campaign;

pub use choice::uptake_cube;
pub use sheet_table::SheetTable;

/// The ages of the sheet that is theirs alone.
const SIXTEEN_SEVENTEEN: AgeRange = AgeRange { from: 16, to: Some(17) };

/// The sheets of counts, in order. `threshold` says from when on a second dose
/// is overdue; `campaign` is the one that is shown; `outcomes` is what became of
/// those invited, where there is an invite log.
///
/// # Errors
/// When a table does not add up: a fault of the program.
pub fn dashboard(
    view: View<'_>,
    threshold: &str,
    campaign: Option<&Campaign>,
    outcomes: Option<&Outcomes>,
) -> Result<Vec<SheetTable>, Unreconciled> {
    let by_practice = || vec![Dimension::Practice];
    let uptake = |by| Uptake { by, detail: false, campaign: None, shown: ShareDetail::default() }.table(view);
    let nobody = "Nothing to show: no patient is left by the filters chosen.";
    let sheet = |name: &str, title: &str, how: &str, table: Table| {
        let table = Table { title: title.to_owned(), ..in_order(table, view.scope) };
        (Sheet::new(name, how, nobody), table)
    };
    let detail =
        Uptake { by: by_practice(), detail: true, campaign: None, shown: ShareDetail::default() }.table(view)?;
    let mut sheets = vec![
        sheet(
            "Uptake",
            "Uptake by practice",
            "A row for each practice, in the order of the practice list: how many of its patients have had a first dose, the primary course and a booster.",
            uptake(by_practice())?,
        ),
        sheet(
            "Detailed uptake",
            "Course status by practice",
            "Every patient is in exactly one column from Unvaccinated to Boosted; the columns add up to the patients.",
            detail,
        ),
    ];
    sheets.extend(cohorts(view)?);
    sheets.push(sheet(
        "Ages",
        "Uptake by age band",
        "Ages are in completed years as at the date of the report.",
        Table { name: "ages", ..uptake(vec![Dimension::Age])? },
    ));
    sheets.push(sixteen_and_seventeen(view)?);
    sheets.push(sheet(
        "Inequalities",
        "Uptake by ethnicity and deprivation",
        "Deprivation is the quintile of the Index of Multiple Deprivation of the home address: 1 is the most deprived. Only groups with patients have a row.",
        Table { name: "inequalities", ..uptake(vec![Dimension::Ethnicity, Dimension::Imd])? },
    ));
    let second = SecondDose { by: by_practice() }.tables(view)?;
    let how = format!("People who had a first dose and no second, by whether the second is due. {threshold}");
    sheets.extend(second.into_iter().map(|table| sheet("Second doses", "Second doses by practice", &how, table)));
    let names = [
        (
            "Boosters",
            "First boosters by practice",
            "The way to a first booster: eligible can have it now, pending later; the columns add up to the patients.",
        ),
        (
            "Time since primary",
            "Days since the primary course, of people with a complete course and no booster",
            "How long people have been waiting for a first booster.",
        ),
    ];
    let boosters = Boosters { by: by_practice() }.tables(view)?;
    sheets.extend(boosters.into_iter().zip(names).map(|(table, (name, title, how))| sheet(name, title, how, table)));
    sheets.push(of_campaign(view, campaign)?);
    let immunosuppressed = Immunosuppressed.tables(view)?;
    sheets.extend(immunosuppressed.into_iter().map(|table| {
        sheet(
            "Immunosuppressed",
            "Immunosuppressed patients of 12 and over, by practice",
            "The columns from Earlier doses not recorded to Third primary closed add up to the patients; the two due columns are counted beside them.",
            table,
        )
    }));
    sheets.push(sheet(
        "Trend",
        "Doses by week",
        "A row for each week, by its Monday. Uptake so far is of the people registered today.",
        in_lines(trend(view)?),
    ));
    if let Some(outcomes) = outcomes {
        sheets.extend(outcome_sheets::outcome_sheets(view, outcomes)?);
    }
    constraints::constrain_sheets(&mut sheets);
    Ok(sheets)
}

/// The cohorts, and the three special groups: a table a sheet.
fn cohorts(view: View<'_>) -> Result<Vec<SheetTable>, Unreconciled> {
    let mut tables = Cohorts::default().tables(view)?.into_iter();
    let Some(mut cohorts) = tables.next() else { return Ok(Vec::new()) };
    "Uptake by cohort".clone_into(&mut cohorts.title);
    let (mut rows, mut constraints) = (Vec::new(), Vec::new());
    for (place, table) in tables.enumerate() {
        constraints.extend(table.constraints.iter().filter_map(|constraint| {
            constraints::rebase_constraint(constraint, (table.name, place), "special_groups")
        }));
        rows.extend(table.rows);
    }
    let special =
        Table::new("special_groups", "Groups shown apart", cohorts.columns.clone(), rows).with_constraints(constraints);
    let nobody = "Nothing to show: no patient is left by the filters chosen.";
    let how = "Each patient is in one cohort, the first that fits (JCVI priority groups). Due and pending count who can have a dose now and who can later.";
    let how_special = "Cohort 6, the 5 to 15 year olds at risk and the immunosuppressed of 12 and over: some people are in two of the groups, so they do not add up.";
    Ok(vec![(Sheet::new("Cohorts", how, nobody), cohorts), (Sheet::new("Cohorts apart", how_special, nobody), special)])
}

/// Uptake of the 16 and 17 year olds, by practice.
fn sixteen_and_seventeen(view: View<'_>) -> Result<SheetTable, Unreconciled> {
    let age = match view.filter.age {
        Some(range) => range.and(SIXTEEN_SEVENTEEN),
        None => Some(SIXTEEN_SEVENTEEN),
    };
    let how = "The 16 and 17 year olds alone.";
    let sheet = Sheet::new("Ages 16-17", how, "Nothing to show: the ages chosen leave nobody of 16 or 17.");
    let query = Uptake { by: vec![Dimension::Practice], detail: false, campaign: None, shown: ShareDetail::default() };
    let filter = Filter { age, ..view.filter.clone() };
    let mut table = query.table(View { filter: &filter, ..view })?;
    if age.is_none() {
        table.rows.clear();
        table.totals = None;
    }
    for chart in &mut table.charts {
        chart.title = "Uptake at 16 and 17, % of patients";
    }
    let title = "Uptake of the 16 and 17 year olds by practice".to_owned();
    Ok((sheet, Table { name: "ages_16_17", title, ..in_order(table, view.scope) }))
}

/// The campaign that is shown, by practice and group.
fn of_campaign(view: View<'_>, campaign: Option<&Campaign>) -> Result<SheetTable, Unreconciled> {
    let as_at = view.population.as_at;
    let how = "A row for each practice and group of the campaign; a person is in the first group that fits. The columns from Vaccinated to Eligible add up to the patients.";
    let empty = format!("Nothing to show: no campaign is open or has ended as at {}.", UkDate(as_at));
    let sheet = Sheet::new("Campaign", how, empty);
    let Some(campaign) = campaign else {
        let columns = vec![Column::new("campaign_group", "Campaign group", Kind::Code)];
        return Ok((sheet, Table::new("campaign", "Campaign", columns, Vec::new())));
    };
    let (start, end) = (UkDate(campaign.start), UkDate(campaign.end));
    let title = format!("{} campaign, {start} to {end}, by practice and group", campaign.label);
    let mut tables = CampaignReport { campaign, by: Vec::new(), detail: ShareDetail::default() }.tables(view)?;
    let table = tables.swap_remove(0);
    Ok((sheet, Table { title, ..in_order(table, view.scope) }))
}

/// The lists of `--with-patients`: the sheet of each, its report, and the
/// statuses listed, all where none is named.
#[must_use]
pub fn dashboard_lists(campaign: Option<&Campaign>) -> Vec<(Sheet, Box<dyn ListableReport + '_>, Vec<ListChoice>)> {
    let practice = || vec![Dimension::Practice];
    let how = "By practice, then most overdue.";
    let nobody = |who: &str| format!("Nothing to show: nobody {who}.");
    let sheet = |name: &str, who: &str| Sheet::new(name, format!("Everybody who {who}. {how}"), nobody(who));
    let mut lists: Vec<(Sheet, Box<dyn ListableReport + '_>, Vec<ListChoice>)> = vec![
        (
            sheet("Second dose list", "had a first dose and no second"),
            Box::new(SecondDose { by: practice() }),
            Vec::new(),
        ),
        (
            sheet("Booster list", "is eligible for a first booster now or will be"),
            Box::new(Boosters { by: practice() }),
            statuses(|status: BoosterStatus| status.when_due().is_some()),
        ),
    ];
    if let Some(campaign) = campaign {
        let who = "can have the campaign's dose now or later";
        let report = CampaignReport { campaign, by: Vec::new(), detail: ShareDetail::default() };
        lists.push((sheet("Campaign list", who), Box::new(report), statuses(is_on_campaign_list)));
    }
    let who = "is immunosuppressed and 12 or over";
    lists.push((sheet("Immunosuppressed list", who), Box::new(Immunosuppressed), Vec::new()));
    lists
}

/// The statuses of a ladder that a list shows.
fn statuses<S: StatusWord + Into<ListStatus>>(shows: impl Fn(S) -> bool) -> Vec<ListChoice> {
    S::ALL.iter().copied().filter(|status| shows(*status)).map(|status| ListChoice::Status(status.into())).collect()
}

/// Whether the campaign list names people with a status: who can have the
/// dose, or could if the campaign were longer.
const fn is_on_campaign_list(status: CampaignStatus) -> bool {
    match status {
        CampaignStatus::Eligible | CampaignStatus::Pending | CampaignStatus::TooSoon => true,
        CampaignStatus::Vaccinated | CampaignStatus::PrimaryFirst | CampaignStatus::Missed => false,
    }
}

/// The last sheet: what the workbook was made from, when each source was
/// refreshed, and the rules in force with what is assumed of them.
#[must_use]
pub fn caveats(report: &Report, view: View<'_>, found: &[DataSource]) -> SheetTable {
    let as_at = view.population.as_at;
    let mut table = super::information(report);
    let text = |row: &[Cell], place: usize| match row.get(place) {
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::Count(count)) => count.to_string(),
        Some(Cell::Whole(count)) => count.to_string(),
        _ => String::new(),
    };
    let exact = report.receipt.as_ref().is_none_or(|receipt| receipt.disclosure == Profile::None);
    let refreshed = sources(found, as_at);
    for row in &refreshed.rows {
        let place = |key| refreshed.column(key).map(|place| text(row, place)).unwrap_or_default();
        let at = place("last_refreshed");
        let at = if at.is_empty() { "refresh time not known".to_owned() } else { format!("last refreshed {at}") };
        let rows = if exact { format!("{} rows", place("rows")) } else { String::new() };
        let parts = [at, rows, place("file"), place("caveat")];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty() && part != " rows").collect();
        table.rows.push(vec![Cell::text("Source"), Cell::text(place("source")), Cell::text(parts.join(" · "))]);
    }
    let rules = rules_in_force(view.population.rules, as_at);
    for row in &rules.rows {
        let place = |key| rules.column(key).map(|place| text(row, place)).unwrap_or_default();
        let parts = [place("says"), format!("source: {}", place("source")), place("assumed").to_uppercase()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty() && part != "source: ").collect();
        table.rows.push(vec![Cell::text("Rule in force"), Cell::text(place("id")), Cell::text(parts.join(" · "))]);
    }
    let how = "What the figures rest on, who is left out of them, when each source was refreshed, and the rules in force; ASSUMED marks what no published source was found for.";
    (Sheet::new("Caveats and Information", how, ""), table)
}

/// Charts of many weeks as lines: columns as thin as theirs have no room for
/// fills that can be sheet apart.
fn in_lines(mut table: Table) -> Table {
    for chart in &mut table.charts {
        chart.style = ChartStyle::Line;
    }
    table
}

/// A table with its rows of practices in the order of the practice list.
fn in_order(table: Table, scope: &Scope) -> Table {
    let no_rows = Table { rows: Vec::new(), ..table.clone() };
    list_order::in_list_order(vec![table], scope).pop().unwrap_or(no_rows)
}
