//! What became of the contacts by round, target and practice, of the people by
//! practice, and of the contacts by round.

use std::collections::BTreeMap;

use super::contacted::Contacted;
use super::counts::{LADDER, MEDIAN, OutcomeCounts, VACCINATED, WHOLE};
use crate::classify::{Assessment, OutcomeStatus, days_to_dose};
use crate::domain::{NhsNumber, Unreconciled, own_columns};
use crate::report::contact_log::LoggedContact;
use crate::report::counting::{Dimension, ShareColumns, ShareDetail, View, check_sums, rungs, share_cells};
use crate::report::model::{Cell, Chart, ChartStyle, Column, Constraint, DropOrder, Kind, Place, Table};

/// What people read where a row is of no practice or target that is known.
const NOT_KNOWN: &str = "not known";

/// A practice by its index in the scope; one that is not known comes last.
type PracticePlace = usize;
const UNKNOWN_PRACTICE: PracticePlace = usize::MAX;

/// The contacts by round, target and practice.
type ByGroup<'a> = BTreeMap<(u32, &'a str, PracticePlace), OutcomeCounts>;

const SHARE: ShareColumns = ShareColumns::new(
    (VACCINATED, WHOLE.key),
    [own_columns::VACCINATED_PCT, "vaccinated_pct_low", "vaccinated_pct_high", "needed"],
    ["Vaccinated %", "Vaccinated % low", "Vaccinated % high", "Needed"],
);

/// The tables of the report.
pub fn all(contacted: &Contacted, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
    let absent = contacted.absent_and_counted(view);
    let (by_group, total) = contacts(contacted, view, absent);
    let contacts = contacts_table(view, &by_group, &total)?;
    let rounds = rounds_table(&by_group, &total)?;
    let people = people(contacted, view, absent)?;
    let (of_people, of_contacts) = (people.counted(WHOLE.key)?, contacts.counted(WHOLE.key)?);
    if of_people > of_contacts {
        return Err(Unreconciled(format!("there are {of_people} people of {of_contacts} contacts")));
    }
    let of_rounds = round_constraints(&contacts, &rounds);
    let of_practices = people_constraints(&contacts, &people);
    Ok(vec![contacts, people.with_constraints(of_practices), rounds.with_constraints(of_rounds)])
}

/// The contacts of the people whom the filter leaves, and of `absent`.
fn contacts<'a>(contacted: &'a Contacted, view: View<'a>, absent: &[NhsNumber]) -> (ByGroup<'a>, OutcomeCounts) {
    let (mut by_group, mut total) = (ByGroup::new(), OutcomeCounts::default());
    let mut add = |practice: PracticePlace, contact: &'a LoggedContact, status, days| {
        by_group.entry((contact.round, contact.target.as_str(), practice)).or_default().add(status, days);
        total.add(status, days);
    };
    for assessment in contacted.in_data(view) {
        for contact in contacted.log.of(assessment.person.nhs_number) {
            let (status, days) = outcome(view, assessment, contact);
            add(usize::from(assessment.person.practice), contact, status, days);
        }
    }
    for contact in absent.iter().flat_map(|number| contacted.log.of(*number)) {
        add(UNKNOWN_PRACTICE, contact, OutcomeStatus::LeftOrDied, None);
    }
    (by_group, total)
}

/// What became of a person since a contact, and the days to the dose.
fn outcome(view: View<'_>, assessment: &Assessment, contact: &LoggedContact) -> (OutcomeStatus, Option<u64>) {
    let doses = view.doses(assessment);
    (OutcomeStatus::since(contact.as_at, assessment, doses), days_to_dose(contact.as_at, doses))
}

/// The columns of a practice, which may not be known.
fn practice_columns() -> impl Iterator<Item = Column> {
    Dimension::Practice.columns().into_iter().map(|column| column.blank_as(NOT_KNOWN))
}

fn practice_cells(view: View<'_>, place: PracticePlace) -> Vec<Cell> {
    let practice = view.scope.practices().get(place);
    practice.map_or_else(
        || vec![Cell::Null, Cell::Null],
        |practice| vec![Cell::text(practice.code.as_str()), Cell::text(&practice.name)],
    )
}

/// The columns of the counts.
fn count_columns() -> impl Iterator<Item = Column> {
    std::iter::once(WHOLE).chain(rungs(&LADDER)).chain([MEDIAN])
}

fn round_column() -> Column {
    Column::new("round", "Round", Kind::Code)
}

/// A table whose counts add up, with totals.
fn table(
    (name, title): (&'static str, &str),
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    totals: Vec<Cell>,
) -> Result<Table, Unreconciled> {
    let nothing = std::iter::repeat_n(Cell::Null, columns.len() - totals.len());
    let totals = nothing.chain(totals).collect();
    let parts = LADDER.map(|(_, column)| column.key);
    let table = Table::new(name, title, columns, rows).with_totals(totals);
    check_sums(&table, WHOLE.key, &parts)?;
    Ok(table.with_constraints([Constraint::sum(WHOLE.key, parts)]))
}

fn contacts_table(view: View<'_>, by_group: &ByGroup<'_>, total: &OutcomeCounts) -> Result<Table, Unreconciled> {
    let rows = by_group.iter().map(|((round, target, practice), counts)| {
        let keys = [Cell::Whole(i64::from(*round)), Cell::text(*target)];
        keys.into_iter().chain(practice_cells(view, *practice)).chain(counts.cells()).collect()
    });
    let target = Column::new("target", "Target", Kind::Code).blank_as(NOT_KNOWN);
    let columns = [round_column(), target].into_iter().chain(practice_columns()).chain(count_columns()).collect();
    table(("contacts", "Contacts"), columns, rows.collect(), total.cells())
}

fn rounds_table(by_group: &ByGroup<'_>, total: &OutcomeCounts) -> Result<Table, Unreconciled> {
    let mut by_round: BTreeMap<u32, OutcomeCounts> = BTreeMap::new();
    for ((round, ..), counts) in by_group {
        by_round.entry(*round).or_default().extend(counts);
    }
    let cells = |counts: &OutcomeCounts| {
        let share = share_cells(counts.vaccinated(), counts.whole(), ShareDetail::default());
        counts.cells().into_iter().chain(share).collect::<Vec<Cell>>()
    };
    let rows = by_round
        .iter()
        .map(|(round, counts)| std::iter::once(Cell::Whole(i64::from(*round))).chain(cells(counts)).collect());
    let columns = std::iter::once(round_column()).chain(count_columns());
    let columns = columns.chain(SHARE.columns(ShareDetail::default())).collect();
    let chart = Chart {
        title: "Vaccinated since, % of contacts by round",
        labels: vec!["round"],
        series: vec![own_columns::VACCINATED_PCT],
        across: "Round".to_owned(),
        up: "% of contacts",
        style: ChartStyle::Clustered,
    };
    Ok(table(("rounds", "Contacts by round"), columns, rows.collect(), cells(total))?.with_chart(chart))
}

/// The people by their latest contact, and those of `absent`.
pub fn people(contacted: &Contacted, view: View<'_>, absent: &[NhsNumber]) -> Result<Table, Unreconciled> {
    let mut by_practice: BTreeMap<PracticePlace, OutcomeCounts> = BTreeMap::new();
    let chosen = &view.filter.practices;
    let is_chosen =
        |place: &PracticePlace| chosen.is_empty() || u16::try_from(*place).is_ok_and(|place| chosen.contains(&place));
    let practices = (0..view.scope.practices().len()).filter(is_chosen);
    by_practice.extend(practices.map(|place| (place, OutcomeCounts::default())));
    let mut total = OutcomeCounts::default();
    let mut add = |practice: PracticePlace, status, days| {
        by_practice.entry(practice).or_default().add(status, days);
        total.add(status, days);
    };
    for assessment in contacted.in_data(view) {
        let Some(latest) = contacted.log.latest(assessment.person.nhs_number) else { continue };
        let (status, days) = outcome(view, assessment, latest);
        add(usize::from(assessment.person.practice), status, days);
    }
    for _ in absent {
        add(UNKNOWN_PRACTICE, OutcomeStatus::LeftOrDied, None);
    }
    let rows = by_practice.iter().map(|(place, counts)| {
        let keys = practice_cells(view, *place).into_iter();
        keys.chain(counts.cells()).collect()
    });
    let median = MEDIAN.dropped_in(DropOrder::Last);
    let columns = practice_columns()
        .chain(count_columns())
        .map(|column| if column.key == median.key { median.clone() } else { column });
    table(("people", "People, by their latest contact"), columns.collect(), rows.collect(), total.cells())
}

/// Every column that counts, with the places of it in some rows of a table.
fn places(table: &Table, is_meant: impl Fn(&[Cell]) -> bool) -> impl Fn(&'static str) -> Vec<Place> {
    let rows: Vec<usize> =
        table.rows.iter().enumerate().filter(|(_, row)| is_meant(row)).map(|(place, _)| place).collect();
    let name = table.name;
    move |column| rows.iter().map(|row| Place { table: name, row: Some(*row), column }).collect()
}

fn counted_columns() -> impl Iterator<Item = &'static str> {
    std::iter::once(WHOLE.key).chain(LADDER.map(|(_, column)| column.key))
}

/// That the contacts of a round are those of its rows, and all of them the same.
fn round_constraints(contacts: &Table, rounds: &Table) -> Vec<Constraint> {
    let of_row = |(row, cells): (usize, &Vec<Cell>)| {
        let of_round = places(contacts, |contact| contact.first() == cells.first());
        counted_columns()
            .map(|column| {
                let right = vec![Place { table: rounds.name, row: Some(row), column }];
                Constraint::Places { left: of_round(column), right, exact: true }
            })
            .collect::<Vec<_>>()
    };
    let whole = |table: &Table, column| vec![Place { table: table.name, row: None, column }];
    let totals = counted_columns().map(|column| Constraint::Places {
        left: whole(contacts, column),
        right: whole(rounds, column),
        exact: true,
    });
    rounds.rows.iter().enumerate().flat_map(of_row).chain(totals).collect()
}

/// That of a practice's people no more stand anywhere than of its contacts: the
/// latest of each is one of them.
fn people_constraints(contacts: &Table, people: &Table) -> Vec<Constraint> {
    let practice =
        |table: &Table, row: &[Cell]| table.column("practice_code").and_then(|place| row.get(place)).cloned();
    let of_row = |(row, cells): (usize, &Vec<Cell>)| {
        let own = practice(people, cells);
        let of_practice = places(contacts, |contact| practice(contacts, contact) == own);
        counted_columns()
            .map(|column| {
                let left = vec![Place { table: people.name, row: Some(row), column }];
                Constraint::Places { left, right: of_practice(column), exact: false }
            })
            .collect::<Vec<_>>()
    };
    people.rows.iter().enumerate().flat_map(of_row).collect()
}
