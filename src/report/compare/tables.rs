//! The comparison of two snapshots as tables.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::changes::Change;
use super::reason::Reason;
use super::snapshot::Snapshot;
use super::work_list::WorkList;
use crate::domain::{Contact, DataSource, Named, Scope, UkDateTime, own_columns};
use crate::report::model::{Cell, Column, Constraint, DerivedFrom, DropOrder, Kind, Percent, Place, Table};

fn practice_columns() -> [Column; 2] {
    [
        Column::new("practice_code", "Practice", Kind::Code).or_short("Code"),
        Column::new("practice_name", "Practice name", Kind::Text).or_short("Name").or_dropped(),
    ]
}

fn practice_cells(scope: &Scope, practice: u16) -> [Cell; 2] {
    let practice = scope.get(practice);
    [Cell::text(practice.code.as_str()), Cell::text(&practice.name)]
}

/// The practices that the filter leaves.
fn practices(snapshot: &Snapshot<'_>) -> Vec<u16> {
    let filter = snapshot.view.filter;
    let all = 0..u16::try_from(snapshot.view.scope.practices().len()).unwrap_or(u16::MAX);
    all.filter(|practice| filter.practices.is_empty() || filter.practices.contains(practice)).collect()
}

/// How many people of each practice are on each list.
type Lengths = BTreeMap<(WorkList, u16), u64>;

/// In one go over the people for each list: of a large network there are hundreds of practices.
fn lengths(snapshot: &Snapshot<'_>) -> Lengths {
    let mut lengths = Lengths::new();
    for list in WorkList::ALL.iter().copied() {
        for assessment in snapshot.on(list) {
            *lengths.entry((list, assessment.person.practice)).or_default() += 1;
        }
    }
    lengths
}

/// How long each list was, who entered and left, and how long it is.
#[must_use]
pub fn lists_table(old: &Snapshot<'_>, new: &Snapshot<'_>, changes: &[Change<'_>]) -> Table {
    let (before, after) = (lengths(old), lengths(new));
    let mut moved: BTreeMap<(WorkList, u16, bool), u64> = BTreeMap::new();
    for change in changes {
        *moved.entry((change.list, change.practice, change.entered)).or_default() += 1;
    }
    let mut rows = Vec::new();
    let mut totals = [0_u64; 4];
    for practice in practices(new) {
        for list in WorkList::ALL.iter().copied() {
            let movement = |entered: bool| moved.get(&(list, practice, entered)).copied().unwrap_or(0);
            let length = |of: &Lengths| of.get(&(list, practice)).copied().unwrap_or(0);
            let counts = [length(&before), movement(true), movement(false), length(&after)];
            totals.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
            let keys = practice_cells(new.view.scope, practice).into_iter().chain([Cell::text(list.name())]);
            rows.push(keys.chain(counts.map(Cell::Count)).collect());
        }
    }
    let mut columns = practice_columns().to_vec();
    columns.extend([
        Column::new("list", "List", Kind::Code),
        Column::new("before", "Before", Kind::Count),
        Column::new(own_columns::ENTERED, "Entered", Kind::Count),
        Column::new("left", "Left", Kind::Count),
        Column::new("after", "After", Kind::Count),
    ]);
    let nothing = std::iter::repeat_n(Cell::Null, 3);
    let constraint = Constraint::Columns { left: vec!["before", "entered"], right: vec!["left", "after"], exact: true };
    Table::new("lists", "Lists before and after", columns, rows)
        .with_constraints([constraint])
        .with_totals(nothing.chain(totals.map(Cell::Count)).collect())
}

/// Who entered and left each list, by reason; `lists` counts the same people.
#[must_use]
pub fn changes_table(scope: &Scope, changes: &[Change<'_>], lists: &Table) -> Table {
    let mut counts: BTreeMap<(u16, WorkList, bool, Reason), u64> = BTreeMap::new();
    for change in changes {
        *counts.entry((change.practice, change.list, !change.entered, change.reason)).or_default() += 1;
    }
    let rows = counts.into_iter().map(|((practice, list, left, reason), people)| {
        let words = [Cell::text(list.name()), Cell::text(direction(!left)), Cell::text(reason.words())];
        practice_cells(scope, practice).into_iter().chain(words).chain([Cell::Count(people)]).collect()
    });
    let mut columns = practice_columns().to_vec();
    columns.extend([
        Column::new("list", "List", Kind::Code),
        Column::new("change", "Change", Kind::Code),
        Column::new("reason", "Why", Kind::Code),
        Column::new("people", "People", Kind::Count),
    ]);
    let rows: Vec<Vec<Cell>> = rows.collect();
    let constraints = reason_constraints(&rows, lists);
    Table::new("reasons", "Who entered and left, and why", columns, rows).with_constraints(constraints)
}

/// That the reasons of those who entered a list, and of those who left it, add
/// up to what the table of lists says.
fn reason_constraints(reasons: &[Vec<Cell>], lists: &Table) -> Vec<Constraint> {
    let of_row = |(row, cells): (usize, &Vec<Cell>)| {
        ["entered", "left"].map(|change| {
            let same =
                |reason: &[Cell]| reason.get(..3) == cells.get(..3) && reason.get(3) == Some(&Cell::text(change));
            let right = reasons.iter().enumerate().filter(|(_, reason)| same(reason));
            Constraint::Places {
                left: vec![Place { table: lists.name, row: Some(row), column: change }],
                right: right.map(|(row, _)| Place { table: "reasons", row: Some(row), column: "people" }).collect(),
                exact: true,
            }
        })
    };
    lists.rows.iter().enumerate().flat_map(of_row).collect()
}

/// Uptake by practice, before and after, and the movement in points.
#[must_use]
pub fn movement_table(old: &Snapshot<'_>, new: &Snapshot<'_>) -> Table {
    let mut rows = Vec::new();
    let mut totals = [[0_u64; 4]; 2];
    for practice in practices(new) {
        let counts = [old, new].map(|snapshot| uptake_of(snapshot, practice));
        for (total, counts) in totals.iter_mut().zip(counts) {
            total.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
        }
        rows.push(practice_cells(new.view.scope, practice).into_iter().chain(movement(counts)).collect());
    }
    let mut columns = practice_columns().to_vec();
    columns.extend([
        Column::new("patients_before", "Patients before", Kind::Count).or_short("Before").or_dropped(),
        Column::new("patients_after", "Patients after", Kind::Count).or_short("Patients\nafter"),
        Column::new("first_dose_pct_before", "First dose % before", Kind::Percent)
            .of(share("patients_before"))
            .or_short("First %\nbefore")
            .or_dropped(),
        Column::new("first_dose_pct_after", "First dose % after", Kind::Percent)
            .of(share("patients_after"))
            .or_short("First %\nafter"),
        Column::new("first_dose_points", "First dose, points", Kind::Percent)
            .or_short("Points")
            .of(points("first_dose_pct_before", "first_dose_pct_after")),
        Column::new("primary_complete_pct_before", "Primary course % before", Kind::Percent)
            .of(share("patients_before"))
            .or_short("Primary %\nbefore")
            .or_dropped(),
        Column::new("primary_complete_pct_after", "Primary course % after", Kind::Percent)
            .of(share("patients_after"))
            .or_short("Primary %\nafter"),
        Column::new("primary_complete_points", "Primary course, points", Kind::Percent)
            .or_short("Points")
            .of(points("primary_complete_pct_before", "primary_complete_pct_after")),
        Column::new("booster_pct_before", "Booster % before", Kind::Percent)
            .of(share("patients_before"))
            .or_short("Booster %\nbefore")
            .or_dropped(),
        Column::new("booster_pct_after", "Booster % after", Kind::Percent)
            .of(share("patients_after"))
            .or_short("Booster %\nafter"),
        Column::new("booster_points", "Booster, points", Kind::Percent)
            .or_short("Points")
            .of(points("booster_pct_before", "booster_pct_after")),
    ]);
    Table::new("uptake", "Uptake before and after", columns, rows)
        .with_totals([Cell::Null, Cell::Null].into_iter().chain(movement(totals)).collect())
}

/// A share whose part is in no column.
const fn share(whole: &'static str) -> DerivedFrom {
    DerivedFrom::Share { part: "", whole }
}

const fn points(before: &'static str, after: &'static str) -> DerivedFrom {
    DerivedFrom::Points { before, after }
}

/// Patients, and those with a first dose, a primary course and a booster.
fn uptake_of(snapshot: &Snapshot<'_>, practice: u16) -> [u64; 4] {
    let mut counts = [0; 4];
    for assessment in snapshot.view.people().filter(|one| one.person.practice == practice) {
        let course = &assessment.course;
        let had = [true, !snapshot.view.doses(assessment).is_empty(), course.primary_complete, course.boosters > 0];
        counts.iter_mut().zip(had).for_each(|(count, had)| *count += u64::from(had));
    }
    counts
}

fn movement([before, after]: [[u64; 4]; 2]) -> Vec<Cell> {
    let mut cells = vec![Cell::Count(before[0]), Cell::Count(after[0])];
    for part in 1..4 {
        let (was, is) = (Percent::of(before[part], before[0]), Percent::of(after[part], after[0]));
        // Of the percentages as they are shown, so that the reader's sum is right.
        let points = was.tenths().zip(is.tenths()).map(|(was, is)| i64::from(is) - i64::from(was));
        cells.extend([Cell::Percent(was), Cell::Percent(is), points.map_or(Cell::Null, Cell::Points)]);
    }
    cells
}

/// The people who entered and left. `contacts` are those of the newer data, in
/// the order of `changes`; blank for whoever is not a patient in them.
#[must_use]
pub fn change_list(scope: &Scope, changes: &[Change<'_>], contacts: &[Contact]) -> Table {
    let nobody = Contact::default();
    let rows = changes.iter().enumerate().map(|(place, change)| {
        let contact = contacts.get(place).unwrap_or(&nobody);
        let person = &change.assessment.person;
        let first = |filled: &[String]| filled.first().map_or(Cell::Null, |text| Cell::text(text.trim()));
        vec![
            Cell::text(scope.get(change.practice).code.as_str()),
            Cell::text(change.list.name()),
            Cell::text(direction(change.entered)),
            Cell::text(change.reason.words()),
            Cell::text(person.nhs_number.digits()),
            Cell::text(contact.forename.trim()),
            Cell::text(contact.surname.trim()),
            Cell::Date(person.birth),
            Cell::text(change.assessment.cohort.to_string()),
            Cell::date(change.due),
            first(&contact.mobiles),
            first(&contact.telephones),
            contact.emails.first().map_or(Cell::Null, |email| Cell::text(email.trim())),
        ]
    });
    let columns = vec![
        Column::new("practice_code", "Practice", Kind::Code).or_short("Code"),
        Column::new("list", "List", Kind::Code),
        Column::new("change", "Change", Kind::Code),
        Column::new("reason", "Why", Kind::Code),
        Column::new("nhs_number", "NHS number", Kind::Code),
        Column::new("forename", "Forename", Kind::Text).at_least(30).or_dropped(),
        Column::new("surname", "Surname", Kind::Text).at_least(30).or_dropped(),
        Column::new("date_of_birth", "Date of birth", Kind::Date).or_short("Born").or_dropped(),
        Column::new("cohort", "Cohort", Kind::Code).or_dropped(),
        Column::new("due_date", "Due", Kind::Date).or_dropped(),
        Column::new("mobile", "Mobile", Kind::Code).dropped_in(DropOrder::Last),
        Column::new("telephone", "Telephone", Kind::Code).dropped_in(DropOrder::Last),
        Column::new("email", "E-mail", Kind::Text).dropped_in(DropOrder::Last),
    ];
    Table::new("list", "People who entered and left", columns, rows.collect())
}

/// The data sources before and after; one that is missing now is named.
#[must_use]
pub fn sources_table(old: &[DataSource], new: &[DataSource]) -> Table {
    let mut names: Vec<&str> = old.iter().chain(new).map(|source| source.source.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let newest = |sources: &[DataSource], name: &str| -> Option<Option<DateTime<Utc>>> {
        sources.iter().filter(|source| source.source == name).map(|source| source.refreshed).max()
    };
    let shown = |at: Option<Option<DateTime<Utc>>>| {
        at.flatten().map_or(Cell::Null, |at| Cell::text(UkDateTime(at).to_string()))
    };
    let rows = names.into_iter().map(|name| {
        let (before, after) = (newest(old, name), newest(new, name));
        let caveat = match (before, after) {
            (Some(_), None) => "missing now: what it sent is not in the newer data",
            (None, Some(_)) => "new",
            (Some(Some(was)), Some(Some(is))) if is < was => "older than before",
            (Some(was), Some(is)) if was == is && was.is_some() => "not refreshed since",
            _ => "",
        };
        vec![Cell::text(name), shown(before), shown(after), Cell::text(caveat)]
    });
    Table::new(
        "sources",
        "Data sources before and after",
        vec![
            Column::new("source", "Source", Kind::Text).at_least(16),
            Column::new("last_refreshed_before", "Refreshed before", Kind::Code).or_short("Before"),
            Column::new("last_refreshed_after", "Refreshed after", Kind::Code).or_short("After"),
            Column::new("caveat", "Caveat", Kind::Text).at_least(18),
        ],
        rows.collect(),
    )
}

fn direction(entered: bool) -> &'static str {
    if entered { "entered" } else { "left" }
}
