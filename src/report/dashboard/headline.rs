//! The cover of the dashboard: the figures that come first, and what to do now.

use chrono::NaiveDate;

use super::ended::Offers;
use super::sheet_table::SheetTable;
use crate::classify::{Assessment, group_of, vaccinated_in};
use crate::domain::Unreconciled;
use crate::report::calendar::days_before;
use crate::report::counting::View;
use crate::report::due::{DueQuery, due_lines};
use crate::report::model::{Cell, Column, Constraint, DerivedFrom, Kind, Percent, Place, Table};
use crate::rules::Campaign;

/// The name of the table of the figures that come first.
pub const HEADLINE: &str = "headline";
/// The name of the table of the doses of the last days.
pub const DOSES_LATELY: &str = "doses_lately";
/// The name of the table of what to do now.
pub const TO_DO: &str = "to_do";

/// People who have had something, and those of them who had it within the last seven days.
#[derive(Debug, Clone, Copy, Default)]
struct Reached {
    people: u64,
    lately: u64,
}

impl Reached {
    /// Counts a person who had it; on which day, where that is known.
    fn add(&mut self, day: Option<NaiveDate>, first_day: NaiveDate) {
        self.people += 1;
        self.lately += u64::from(day.is_some_and(|day| day >= first_day));
    }
}

/// The figures that come first, of all who are looked at.
#[derive(Debug, Default)]
struct Headline {
    patients: u64,
    first_dose: Reached,
    primary_complete: Reached,
    booster: Reached,
    in_campaign: u64,
    vaccinated: Reached,
}

impl Headline {
    fn count(view: View<'_>, campaign: Option<&Campaign>) -> Self {
        // Seven days: as at, and the six before it.
        let first_day = days_before(view.population.as_at, 6);
        let mut counts = Self::default();
        for person in view.people() {
            counts.add(view, person, campaign, first_day);
        }
        counts
    }

    fn add(&mut self, view: View<'_>, person: &Assessment, campaign: Option<&Campaign>, first_day: NaiveDate) {
        let doses = view.doses(person);
        self.patients += 1;
        if let Some(first) = doses.first() {
            self.first_dose.add(Some(first.date), first_day);
        }
        if person.course.primary_complete {
            self.primary_complete.add(person.course.primary_date, first_day);
        }
        if person.course.boosters > 0 {
            let booster = doses.get(usize::from(person.course.before_boosters));
            self.booster.add(booster.map(|dose| dose.date), first_day);
        }
        if let Some(campaign) = campaign.filter(|campaign| group_of(&person.person, campaign).is_some()) {
            self.in_campaign += 1;
            if let Some(day) = vaccinated_in(campaign, person, doses) {
                self.vaccinated.add(Some(day), first_day);
            }
        }
    }
}

/// The figures that come first: patients, doses, campaign, each with its movement in seven days.
pub fn headline(view: View<'_>, campaign: Option<&Campaign>) -> Table {
    let counts = Headline::count(view, campaign);
    let row = |label: &str, reached: Reached, of: u64| {
        vec![
            Cell::text(label),
            Cell::Count(reached.people),
            Cell::Count(of),
            Cell::Percent(Percent::of(reached.people, of)),
            Cell::Count(reached.lately),
            Cell::Percent(Percent::of(reached.lately, of)),
        ]
    };
    let patients =
        vec![Cell::text("Patients"), Cell::Count(counts.patients), Cell::Null, Cell::Null, Cell::Null, Cell::Null];
    let mut rows = vec![
        patients,
        row("First dose", counts.first_dose, counts.patients),
        row("Primary course", counts.primary_complete, counts.patients),
        row("First booster", counts.booster, counts.patients),
    ];
    if let Some(campaign) = campaign {
        rows.push(row(&format!("{} campaign", campaign.label), counts.vaccinated, counts.in_campaign));
    }
    let share = |part| DerivedFrom::Share { part, whole: "of" };
    let columns = vec![
        Column::new("figure", "Figure", Kind::Text),
        Column::new("people", "People", Kind::Count),
        Column::new("of", "Of", Kind::Count),
        Column::new("people_pct", "%", Kind::Percent).of(share("people")),
        Column::new("last_7_days", "In the last 7 days", Kind::Count),
        Column::new("last_7_days_pct", "Points in the last 7 days", Kind::Percent).of(share("last_7_days")),
    ];
    Table::new(HEADLINE, "Headline figures", columns, rows)
        .with_constraints([Constraint::within("people", "of"), Constraint::within("last_7_days", "people")])
}

/// The doses of yesterday and of this week, each beside those of the time before; from the sheet of activity.
///
/// # Errors
/// When that sheet lacks a total: a fault of the program.
pub fn doses_lately(sheets: &[SheetTable]) -> Result<Option<Table>, Unreconciled> {
    let found = sheets.iter().map(|(_, table)| table).find(|table| table.name == "activity");
    let Some(activity) = found.filter(|table| table.totals.is_some()) else { return Ok(None) };
    let lines = [
        ("Doses yesterday", "yesterday", "day_before", "the day before"),
        ("Doses this week", "this_week", "last_week_same_days", "on the same days of last week"),
    ];
    let mut constraints = Vec::new();
    let mut rows = Vec::new();
    for (row, (label, now, before, when)) in lines.into_iter().enumerate() {
        for (column, key) in [("doses", now), ("before", before)] {
            let left = vec![Place { table: DOSES_LATELY, row: Some(row), column }];
            let right = vec![Place { table: "activity", row: None, column: key }];
            constraints.push(Constraint::Places { left, right, exact: true });
        }
        let [now, before] = [activity.counted(now)?, activity.counted(before)?].map(Cell::Count);
        rows.push(vec![Cell::text(label), now, before, Cell::text(when)]);
    }
    let columns = vec![
        Column::new("figure", "Figure", Kind::Text),
        Column::new("doses", "Doses", Kind::Count),
        Column::new("before", "Before", Kind::Count),
        Column::new("when", "When", Kind::Text),
    ];
    Ok(Some(Table::new(DOSES_LATELY, "Doses lately", columns, rows).with_constraints(constraints)))
}

/// A task of the cover: whom it counts, the sheet that shows them, and what to do.
struct CoverTask {
    label: &'static str,
    people: u64,
    /// The table and column whose total the number is; none where no sheet has it.
    counted: Option<(&'static str, &'static str)>,
    sheet: &'static str,
    what: String,
}

/// What to do now, of the offers that are open: how many people, on which sheet, and by what.
///
/// # Errors
/// When a sheet lacks the total that is to be shown: a fault of the program.
pub fn to_do(view: View<'_>, sheets: &[SheetTable], offers: Offers<'_>) -> Result<Table, Unreconciled> {
    let total = |table: &'static str, column| -> Result<Option<u64>, Unreconciled> {
        let found = sheets.iter().find(|(_, found)| found.name == table).map(|(_, table)| table);
        // A sheet without a row has no totals: nobody is counted.
        found.filter(|table| table.totals.is_some()).map(|table| table.counted(column)).transpose()
    };
    let mut tasks = Vec::new();
    let mut add = |label, (table, column), sheet, what| -> Result<(), Unreconciled> {
        let people = total(table, column)?.unwrap_or_default();
        tasks.push(CoverTask { label, people, counted: Some((table, column)), sheet, what });
        Ok(())
    };
    if let Some(campaign) = offers.campaign_open {
        let what = format!("{}: eligible now; vaxdash invites --dose campaign", campaign.label);
        add("Campaign dose due", ("campaign", "eligible"), "Campaign", what)?;
    }
    if offers.second_doses {
        let what = "vaxdash invites --dose second --status overdue".to_owned();
        add("Second dose overdue", ("second_dose", "overdue"), "Second doses", what)?;
    }
    if offers.boosters {
        let what = "eligible now; vaxdash invites --dose booster".to_owned();
        add("First booster due", ("boosters", "eligible"), "Boosters", what)?;
    }
    if offers.third_primary {
        let what = "immunosuppressed; vaxdash invites --dose third-primary".to_owned();
        add("Third primary dose due", ("immunosuppressed", "third_primary_due"), "Immunosuppressed", what)?;
    }
    tasks.push(CoverTask {
        label: "To review first",
        people: to_review(view, offers.campaign_open),
        counted: None,
        sheet: "",
        what: "due a dose, with something on record for a clinician; vaxdash invites writes a review file".to_owned(),
    });
    let what = "correct them in the GP system; vaxdash quality --list names them".to_owned();
    tasks.push(CoverTask {
        label: "Records to mend",
        people: total("kinds", "records")?.unwrap_or_default(),
        counted: Some(("kinds", "records")),
        sheet: "Records to mend",
        what,
    });
    let mut constraints = Vec::new();
    let rows = (0_usize..).zip(tasks).map(|(row, task)| {
        if let Some((table, column)) = task.counted {
            let left = vec![Place { table: TO_DO, row: Some(row), column: "people" }];
            let right = vec![Place { table, row: None, column }];
            constraints.push(Constraint::Places { left, right, exact: true });
        }
        vec![Cell::text(task.label), Cell::Count(task.people), Cell::text(task.sheet), Cell::text(task.what)]
    });
    let rows = rows.collect();
    let columns = vec![
        Column::new("task", "To do now", Kind::Text),
        Column::new("people", "People", Kind::Count),
        Column::new("sheet", "Sheet", Kind::Text),
        Column::new("what", "How", Kind::Text),
    ];
    Ok(Table::new(TO_DO, "To do now", columns, rows).with_constraints(constraints))
}

/// Who is due any dose now and has something recorded that a clinician must look at first.
fn to_review(view: View<'_>, campaign: Option<&Campaign>) -> u64 {
    let filter = view.filter.clone();
    let query = DueQuery { filter, dose: None, statuses: Vec::new(), due_within: None, campaign };
    let lines = due_lines(view.population, &query);
    u64::try_from(lines.iter().filter(|line| !line.to_review.is_empty()).count()).unwrap_or(u64::MAX)
}
