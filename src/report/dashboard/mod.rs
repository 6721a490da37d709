//! `vaxdash dashboard`: the sheets of the workbook (specification 6.2).
//!
//! Its tables are those of the other reports, made by the same functions: the
//! dashboard counts nothing itself.

mod choice;
mod constraints;
mod ended;
mod headline;
mod list_order;
mod outcome_sheets;
mod sheet_table;

use super::calendar::{days_before, monday};
use super::counting::{Dimension, ListChoice, ShareDetail, View};
use super::line_list::ListableReport;
use super::model::{Cell, Chart, ChartStyle, Column, Kind, Report, Sheet, Table};
use super::outcomes::Outcomes;
use super::rules_in_force::rules_in_force;
use super::sources::sources;
use super::{
    Activity, Boosters, CampaignReport, Cohorts, DoseKey, DoseSources, Filter, Immunosuppressed, Profile, Quality,
    SecondDose, Trend, Uptake,
};
use crate::classify::{BoosterStatus, CampaignStatus, ListStatus, StatusWord};
use crate::domain::{AgeRange, DataSource, Scope, UkDate, Unreconciled};
use crate::rules::Campaign;

use list_order::in_list_order;

pub use choice::uptake_cube;
pub use ended::Offers;
pub use headline::{DOSES_LATELY, HEADLINE, TO_DO};
pub use sheet_table::SheetTable;

/// The ages of the sheet that is theirs alone.
const SIXTEEN_SEVENTEEN: AgeRange = AgeRange { from: 16, to: Some(17) };

/// What a sheet says where the filters leave nobody.
const NOBODY: &str = "Nothing to show: no patient is left by the filters chosen.";
/// The most weeks of the sheet of weeks.
const MOST_WEEKS: u64 = 104;

/// What the dashboard is to show.
#[derive(Clone, Copy)]
pub struct DashboardQuery<'a> {
    /// From when on a second dose is overdue, in words.
    pub threshold: &'a str,
    /// The campaign that is shown.
    pub campaign: Option<&'a Campaign>,
    /// What became of those invited, where there is an invite log.
    pub outcomes: Option<&'a Outcomes>,
    /// What is to be mended.
    pub quality: &'a Quality,
    /// The offers that have sheets.
    pub with_sheets: Offers<'a>,
}

/// What the dashboard shows, but for the lists.
pub struct Dashboard {
    /// The tables of the cover: the figures that come first, and what to do now.
    pub cover: Vec<Table>,
    /// The sheets of counts, in order.
    pub sheets: Vec<SheetTable>,
    /// When each offer that is over ended, in a line each.
    pub ended: Vec<String>,
}

/// The dashboard, exact.
///
/// # Errors
/// When a table does not add up: a fault of the program.
pub fn dashboard(view: View<'_>, query: DashboardQuery<'_>) -> Result<Dashboard, Unreconciled> {
    let offers = Offers::of(view, query.campaign);
    let mut sheets = sheets(view, query)?;
    let mut cover = vec![headline::headline(view, query.campaign)];
    cover.extend(headline::doses_lately(&sheets)?);
    cover.push(headline::to_do(view, &sheets, offers)?);
    constraints::constrain_sheets(&mut cover, &mut sheets);
    Ok(Dashboard { cover, sheets, ended: offers.ended(view) })
}

/// The sheets of counts, in order.
fn sheets(view: View<'_>, query: DashboardQuery<'_>) -> Result<Vec<SheetTable>, Unreconciled> {
    let DashboardQuery { threshold, campaign, outcomes, quality, with_sheets } = query;
    let by_practice = || vec![Dimension::Practice];
    let uptake = |by| Uptake { by, detail: false, campaign: None, shown: ShareDetail::default() }.table(view);
    let sheet = |name: &str, title: &str, how: &str, table: Table| {
        let table = Table { title: title.to_owned(), ..in_order(table, view.scope) };
        (Sheet::new(name, how, NOBODY), table)
    };
    let detail =
        Uptake { by: by_practice(), detail: true, campaign: None, shown: ShareDetail::default() }.table(view)?;
    // A campaign, open or the latest, is what most people look for.
    let (shown, none): (Vec<SheetTable>, Vec<SheetTable>) =
        of_campaign(view, campaign)?.into_iter().partition(|_| campaign.is_some());
    let mut sheets = shown;
    sheets.extend([
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
    ]);
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
    let second = if with_sheets.second_doses { SecondDose { by: by_practice() }.tables(view)? } else { Vec::new() };
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
    let boosters = if with_sheets.boosters { Boosters { by: by_practice() }.tables(view)? } else { Vec::new() };
    sheets.extend(boosters.into_iter().zip(names).map(|(table, (name, title, how))| sheet(name, title, how, table)));
    sheets.extend(none);
    let immunosuppressed = if with_sheets.immunosuppressed(view) { Immunosuppressed.tables(view)? } else { Vec::new() };
    sheets.extend(immunosuppressed.into_iter().map(|table| {
        sheet(
            "Immunosuppressed",
            "Immunosuppressed patients of 12 and over, by practice",
            "The columns from Earlier doses not recorded to Third primary closed add up to the patients; the two due columns are counted beside them.",
            table,
        )
    }));
    sheets.push(sheet(
        "Activity",
        "Doses given yesterday, this week and this month, by practice",
        &Activity::notes(view).join(" "),
        Activity { by: DoseKey::Practice }.table(view, &DoseSources::default())?,
    ));
    sheets.push(weeks(view)?);
    if let Some(outcomes) = outcomes {
        sheets.extend(outcome_sheets::outcome_sheets(view, outcomes)?);
    }
    let names = [
        (
            "Records to mend by group",
            "Records to mend, by what is wrong and by practice",
            "Only practices with records of a kind have a row.",
        ),
        (
            "Records to mend",
            "Records to mend, and what to do about them",
            "An event or a registration with several faults has a record for each. What to do is for the GP system; vaxdash quality --list names the records.",
        ),
    ];
    let records = quality.tables(view)?.into_iter().zip(names);
    let records = records.map(|(table, (name, title, how))| sheet(name, title, how, table));
    // What to do comes first.
    sheets.extend(records.rev());
    Ok(sheets)
}

/// The doses of the last weeks: as many as two printed pages hold.
fn weeks(view: View<'_>) -> Result<SheetTable, Unreconciled> {
    let as_at = view.population.as_at;
    let first = days_before(monday(as_at), (MOST_WEEKS - 1) * 7);
    let is_cut = first > monday(view.population.rules.general.programme_start);
    let how = "A row for each week, by its Monday. Uptake so far is of the people registered today.";
    let how = if is_cut {
        format!("{how} The last {MOST_WEEKS} weeks; vaxdash trend shows all of them.")
    } else {
        how.to_owned()
    };
    let trend = Trend { from: is_cut.then_some(first), ..Trend::default() };
    let table = in_lines(trend.table(view, &DoseSources::default())?);
    let sheet = Sheet::new("Trend", how, NOBODY);
    Ok((sheet, Table { title: "Doses by week".to_owned(), ..table }))
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
    let charts = cohorts.charts.iter().map(|chart| Chart {
        title: "Uptake of the groups shown apart, % of patients",
        labels: vec!["label"],
        across: "Group".to_owned(),
        ..chart.clone()
    });
    let charts = charts.collect();
    let special = Table::new("special_groups", "Groups shown apart", cohorts.columns.clone(), rows);
    let special = Table { charts, constraints, ..special };
    let how = "Each patient is in one cohort, the first that fits (JCVI priority groups). Due and pending count who can have a dose now and who can later.";
    let how_special = "Cohort 6, the 5 to 15 year olds at risk and the immunosuppressed of 12 and over: some people are in two of the groups, so they do not add up.";
    Ok(vec![(Sheet::new("Cohorts", how, NOBODY), cohorts), (Sheet::new("Cohorts apart", how_special, NOBODY), special)])
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

/// The campaign that is shown, by practice and group, and its pace beside the one
/// of the same season before, where there was one.
fn of_campaign(view: View<'_>, campaign: Option<&Campaign>) -> Result<Vec<SheetTable>, Unreconciled> {
    let as_at = view.population.as_at;
    let how = "A row for each practice and group of the campaign; a person is in the first group that fits. The columns from Vaccinated to Eligible add up to the patients.";
    let empty = format!("Nothing to show: no campaign is open or has ended as at {}.", UkDate(as_at));
    let sheet = Sheet::new("Campaign", how, empty);
    let Some(campaign) = campaign else {
        let columns = vec![Column::new("campaign_group", "Campaign group", Kind::Code)];
        return Ok(vec![(sheet, Table::new("campaign", "Campaign", columns, Vec::new()))]);
    };
    let (start, end) = (UkDate(campaign.start), UkDate(campaign.end));
    let title = format!("{} campaign, {start} to {end}, by practice and group", campaign.label);
    let report = campaign_report(view, campaign);
    let mut tables = in_list_order(report.tables(view)?, view.scope).into_iter();
    let first = tables.next().map(|table| (sheet, Table { title, ..table }));
    let how = "How many of each group are vaccinated, and how many of that group of the last campaign of the season were on the same day of it.";
    let pace = tables.map(|table| (Sheet::new("Pace", how, "Nothing to show: the campaign has no groups."), table));
    Ok(first.into_iter().chain(pace).collect())
}

fn campaign_report<'c>(view: View<'c>, campaign: &'c Campaign) -> CampaignReport<'c> {
    let before = view.population.rules.campaign_before(campaign);
    CampaignReport { campaign, by: Vec::new(), detail: ShareDetail::default(), before }
}

/// A list of `--with-patients`: its sheet, its report, and the statuses listed, all where none is named.
pub type ListSheet<'a> = (Sheet, Box<dyn ListableReport + 'a>, Vec<ListChoice>);

/// The lists of `--with-patients`.
#[must_use]
pub fn dashboard_lists<'a>(
    view: View<'_>,
    campaign: Option<&'a Campaign>,
    with_sheets: Offers<'_>,
) -> Vec<ListSheet<'a>> {
    let practice = || vec![Dimension::Practice];
    let how = "By practice, then most overdue.";
    let nobody = |who: &str| format!("Nothing to show: nobody {who}.");
    let sheet = |name: &str, who: &str| Sheet::new(name, format!("Everybody who {who}. {how}"), nobody(who));
    let mut lists: Vec<ListSheet<'a>> = Vec::new();
    if with_sheets.second_doses {
        let sheet = sheet("Second dose list", "had a first dose and no second");
        lists.push((sheet, Box::new(SecondDose { by: practice() }), Vec::new()));
    }
    if with_sheets.boosters {
        let sheet = sheet("Booster list", "is eligible for a first booster now or will be");
        let statuses = statuses(|status: BoosterStatus| status.when_due().is_some());
        lists.push((sheet, Box::new(Boosters { by: practice() }), statuses));
    }
    if let Some(campaign) = campaign {
        let who = "can have the campaign's dose now or later";
        let report = CampaignReport { campaign, by: Vec::new(), detail: ShareDetail::default(), before: None };
        lists.push((sheet("Campaign list", who), Box::new(report), statuses(is_on_campaign_list)));
    }
    if with_sheets.immunosuppressed(view) {
        let sheet = sheet("Immunosuppressed list", "is immunosuppressed and 12 or over");
        lists.push((sheet, Box::new(Immunosuppressed), Vec::new()));
    }
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
    in_list_order(vec![table], scope).pop().unwrap_or(no_rows)
}
