//! The figures of a table as a profile lets them be seen.

use std::collections::HashSet;

use super::figure::Figure;
use crate::report::model::{Cell, ChartStyle, Column, DerivedFrom, Percent, Place, Profile, Table, per_week};

/// A median is shown of no fewer people, as their number is shown: every profile
/// keeps that of seven people or fewer back.
const LEAST_OF_MEDIAN: u64 = 10;

/// Rounds the counts of a table or keeps them back, those at `kept_back`
/// whatever they are, and reckons the others from what is shown.
pub fn disclose(table: &mut Table, profile: Profile, kept_back: &HashSet<Place>) {
    let exact = std::mem::take(&mut table.rows);
    let shown = Shown { table, profile, kept_back };
    let rows: Vec<Vec<Cell>> =
        exact.iter().enumerate().map(|(row, cells)| shown.line(cells, Some(row), |_, cell| cell)).collect();
    let totals = table.totals.as_ref().map(|cells| {
        shown.line(cells, None, |column, cell| match profile {
            Profile::OpenSafely => sum_of_shown(column, &exact, &rows, &cells[column]).unwrap_or(cell),
            Profile::None | Profile::Nhs | Profile::Midpoint6 => cell,
        })
    });
    table.rows = rows;
    table.totals = totals;
}

/// Draws bars where a line would be drawn through what is kept back, as if it
/// were 0.
pub fn draw_no_lines(table: &mut Table) {
    let (columns, rows) = (&table.columns, &table.rows);
    let keeps_back = |key: &&'static str| {
        let place = columns.iter().position(|column| column.key == *key);
        place.is_some_and(|place| rows.iter().any(|row| row.get(place) == Some(&Cell::Suppressed)))
    };
    for chart in table.charts.iter_mut().filter(|chart| chart.style == ChartStyle::Line) {
        if chart.series.iter().any(keeps_back) {
            chart.style = ChartStyle::Clustered;
        }
    }
}

/// A total as the sum of what is shown, where it is a sum of its rows at all.
fn sum_of_shown(column: usize, exact: &[Vec<Cell>], rows: &[Vec<Cell>], total: &Cell) -> Option<Cell> {
    let sum = |rows: &[Vec<Cell>]| -> u64 { rows.iter().filter_map(|row| row.get(column)?.count()).sum() };
    let total = total.count()?;
    let shown = sum(rows);
    // Nobody counted is not the same as nobody shown.
    let cell = if shown == 0 && total > 0 { Cell::Suppressed } else { Cell::Count(shown) };
    (sum(exact) == total).then_some(cell)
}

/// How the lines of a table are shown.
struct Shown<'a> {
    table: &'a Table,
    profile: Profile,
    kept_back: &'a HashSet<Place>,
}

impl Shown<'_> {
    /// A row, or the totals; `settle` has the last word on its counts.
    fn line(&self, exact: &[Cell], row: Option<usize>, settle: impl Fn(usize, Cell) -> Cell) -> Vec<Cell> {
        let columns = &self.table.columns;
        let mut line: Vec<Cell> = exact.to_vec();
        for (place, column) in columns.iter().enumerate() {
            if let (DerivedFrom::Itself, Cell::Count(count)) = (column.derived_from, &exact[place]) {
                line[place] = settle(place, self.cell(*count, row, column));
            }
        }
        // Shares before movements, which are of shares.
        for (place, column) in columns.iter().enumerate() {
            let derived_from = match column.derived_from {
                // A share that does not say of what is of nothing that is seen.
                DerivedFrom::Itself => DerivedFrom::Share { part: "", whole: "" },
                derived_from @ (DerivedFrom::Share { .. }
                | DerivedFrom::Limit { .. }
                | DerivedFrom::Points { .. }
                | DerivedFrom::Needed { .. }
                | DerivedFrom::PerWeek { .. }
                | DerivedFrom::SingleWeeks
                | DerivedFrom::Median { .. }) => derived_from,
            };
            match (derived_from, &exact[place]) {
                (DerivedFrom::Share { part, whole }, Cell::Percent(share)) => {
                    let part = self.side(part, share.part(), &line, row, column);
                    // A whole in no column is that of all rows, and no secret of one of them.
                    let whole = match self.value(whole, &line) {
                        Some(cell) => cell,
                        None => self.alone(share.whole()),
                    };
                    line[place] = match (part, whole) {
                        (Cell::Count(part), Cell::Count(whole)) => Cell::Percent(Percent::of(part, whole)),
                        _ => Cell::Suppressed,
                    };
                }
                (DerivedFrom::Limit { part, whole, end }, Cell::Limit(_)) => {
                    line[place] = match (self.value(part, &line), self.value(whole, &line)) {
                        (Some(Cell::Count(part)), Some(Cell::Count(whole))) => {
                            Percent::of(part, whole).limit(end).map_or(Cell::Null, Cell::Limit)
                        }
                        _ => Cell::Suppressed,
                    };
                }
                (DerivedFrom::Needed { part, whole, target }, Cell::Count(_)) => {
                    line[place] = match (self.value(part, &line), self.value(whole, &line)) {
                        (Some(Cell::Count(part)), Some(Cell::Count(whole))) => Cell::Count(target.needed(whole, part)),
                        _ => Cell::Suppressed,
                    };
                }
                (DerivedFrom::PerWeek { needed, days }, Cell::Count(_) | Cell::Null) => {
                    line[place] = match self.value(needed, &line) {
                        Some(Cell::Count(needed)) => per_week(needed, days).map_or(Cell::Null, Cell::Count),
                        _ => Cell::Suppressed,
                    };
                }
                // Blank or not, it tells of counts that nobody sees.
                (DerivedFrom::SingleWeeks, _) => line[place] = Cell::Suppressed,
                (DerivedFrom::Median { of }, Cell::HalfDays(halves)) => {
                    line[place] = match self.value(of, &line) {
                        // By what is shown alone. A half would say that their number is even.
                        Some(Cell::Count(shown)) if shown >= LEAST_OF_MEDIAN => Cell::HalfDays(halves.div_ceil(2) * 2),
                        _ => Cell::Suppressed,
                    };
                }
                // Counts are shown above and movements below; what is no figure stays as it is.
                (
                    DerivedFrom::Itself
                    | DerivedFrom::Share { .. }
                    | DerivedFrom::Limit { .. }
                    | DerivedFrom::Points { .. }
                    | DerivedFrom::Needed { .. }
                    | DerivedFrom::PerWeek { .. }
                    | DerivedFrom::Median { .. },
                    Cell::Text(_)
                    | Cell::Count(_)
                    | Cell::Whole(_)
                    | Cell::Percent(_)
                    | Cell::Limit(_)
                    | Cell::Points(_)
                    | Cell::HalfDays(_)
                    | Cell::Date(_)
                    | Cell::Suppressed
                    | Cell::Null,
                ) => {}
            }
        }
        for (place, column) in columns.iter().enumerate() {
            if let Cell::Points(_) = &exact[place] {
                let (before, after) = match column.derived_from {
                    DerivedFrom::Points { before, after } => (self.value(before, &line), self.value(after, &line)),
                    DerivedFrom::Itself
                    | DerivedFrom::Share { .. }
                    | DerivedFrom::Limit { .. }
                    | DerivedFrom::Needed { .. }
                    | DerivedFrom::PerWeek { .. }
                    | DerivedFrom::SingleWeeks
                    | DerivedFrom::Median { .. } => (None, None),
                };
                line[place] = match (before, after) {
                    (Some(Cell::Percent(before)), Some(Cell::Percent(after))) => before
                        .tenths()
                        .zip(after.tenths())
                        .map_or(Cell::Null, |(before, after)| Cell::Points(i64::from(after) - i64::from(before))),
                    _ => Cell::Suppressed,
                };
            }
        }
        line
    }

    /// The cell of a column of the line, by its key.
    fn value(&self, key: &str, line: &[Cell]) -> Option<Cell> {
        self.table.column(key).and_then(|place| line.get(place)).cloned()
    }

    /// The part of a share: its column, else what it was reckoned from.
    fn side(&self, key: &str, exact: u64, line: &[Cell], row: Option<usize>, share: &Column) -> Cell {
        self.value(key, line).unwrap_or_else(|| self.cell(exact, row, share))
    }

    fn cell(&self, count: u64, row: Option<usize>, column: &Column) -> Cell {
        let place = Place { table: self.table.name, row, column: column.key };
        if self.kept_back.contains(&place) { Cell::Suppressed } else { self.alone(count) }
    }

    fn alone(&self, count: u64) -> Cell {
        match self.profile.figure(count) {
            Figure::Shown(count) => Cell::Count(count),
            Figure::KeptBack => Cell::Suppressed,
        }
    }
}
