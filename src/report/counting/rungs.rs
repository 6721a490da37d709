//! People counted by the rungs of a ladder, which are exclusive and add up.

use super::dimension::{Axis, Dimension};
use super::groups::{Groups, Rows};
use super::sums::check_sums;
use super::view::View;
use crate::classify::Assessment;
use crate::domain::Unreconciled;
use crate::report::line_list::Rung;
use crate::report::model::{Cell, Column, Constraint, Table};

/// The people of a group, by rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally<const N: usize> {
    /// All of them.
    pub whole: u64,
    /// By rung, in the order of the ladder.
    pub rungs: [u64; N],
}

impl<const N: usize> Default for Tally<N> {
    fn default() -> Self {
        Self { whole: 0, rungs: [0; N] }
    }
}

impl<const N: usize> Tally<N> {
    /// Counts a person. A status that is no rung counts for the whole alone,
    /// so that the sums show it.
    pub fn add(&mut self, ladder: &[(&str, Column); N], status: &str) {
        self.whole += 1;
        if let Some(place) = ladder.iter().position(|(word, _)| *word == status) {
            self.rungs[place] += 1;
        }
    }

    /// The whole and its parts.
    pub fn cells(&self) -> Vec<Cell> {
        std::iter::once(self.whole).chain(self.rungs).map(Cell::Count).collect()
    }
}

/// People by group and rung; `status_of` says where each stands, `None` for
/// those who are not counted. The rungs add up to the whole, in every row.
pub fn ladder_table<const N: usize>(
    view: View<'_>,
    by: &[Dimension],
    (name, title): (&'static str, &str),
    whole: Column,
    ladder: &[(&str, Column); N],
    status_of: impl Fn(&Assessment) -> Option<&'static str>,
) -> Result<Table, Unreconciled> {
    let axes = Axis::all(by, view.scope, None);
    let add = |tally: &mut Tally<N>, assessment: &Assessment| {
        if let Some(status) = status_of(assessment) {
            tally.add(ladder, status);
        }
    };
    let (key, parts) = (whole.key, ladder.iter().map(|(_, column)| column.key).collect::<Vec<_>>());
    let columns = std::iter::once(whole).chain(ladder.iter().map(|(_, column)| column.clone()));
    let groups = Groups::count(view, &axes, Rows::Usual, view.people(), add)?;
    let table = groups.table(name, title, columns, Tally::cells);
    check_sums(&table, key, &parts)?;
    Ok(table.with_constraints([Constraint::sum(key, parts)]))
}

/// The words of a ladder with the keys of their columns.
pub fn rungs(ladder: &[(&'static str, Column)]) -> Vec<Rung> {
    ladder.iter().map(|(word, column)| (*word, column.key)).collect()
}
