//! People counted by group: the one way in which every report counts.

use std::collections::BTreeMap;

use super::dimension::Axis;
use super::view::View;
use crate::classify::Assessment;
use crate::domain::Unreconciled;
use crate::report::model::{Cell, Column, Table};

/// Which groups have a row (specification 2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Every value of a single key; of several, the combinations with people.
    Usual,
    /// Every combination of values, whether or not anybody is in it.
    Every,
}

/// People counted by group.
pub struct Groups<C> {
    /// The columns that show a group.
    keys: Vec<Column>,
    /// The groups in order, each with the cells that show it.
    rows: Vec<(Vec<Cell>, C)>,
    /// Everybody, counted from people and not from rows.
    total: C,
}

/// A group while it is counted.
struct Counted<C> {
    people: u64,
    counts: C,
}

impl<C: Default> Default for Counted<C> {
    fn default() -> Self {
        Self { people: 0, counts: C::default() }
    }
}

impl<C: Default> Groups<C> {
    /// Counts `people` by the axes.
    ///
    /// # Errors
    /// When the groups do not add up to the people: a fault of the program.
    pub fn count<'a>(
        view: View<'_>,
        axes: &[Axis<'_>],
        rows: Rows,
        people: impl Iterator<Item = &'a Assessment>,
        add: impl Fn(&mut C, &Assessment),
    ) -> Result<Self, Unreconciled> {
        let mut groups: BTreeMap<Vec<usize>, Counted<C>> = BTreeMap::new();
        if axes.len() == 1 || rows == Rows::Every {
            groups.extend(combinations(view, axes).into_iter().map(|places| (places, Counted::default())));
        }
        let mut total = Counted::default();
        let mut group = Vec::with_capacity(axes.len());
        for assessment in people {
            group.clear();
            for axis in axes {
                group.push(axis.place(assessment)?);
            }
            // Looking up with a borrowed key first saves an allocation a person.
            let counted = match groups.get_mut(&group) {
                Some(counted) => counted,
                None => groups.entry(group.clone()).or_default(),
            };
            counted.people += 1;
            add(&mut counted.counts, assessment);
            total.people += 1;
            add(&mut total.counts, assessment);
        }
        let in_groups: u64 = groups.values().map(|counted| counted.people).sum();
        if in_groups != total.people {
            return Err(Unreconciled(format!("the groups hold {in_groups} people of {}", total.people)));
        }
        let shown = |places: Vec<usize>| -> Result<Vec<Cell>, Unreconciled> {
            let cells: Result<Vec<_>, _> = axes.iter().zip(places).map(|(axis, place)| axis.cells(place)).collect();
            cells.map(|cells| cells.concat())
        };
        let rows = groups.into_iter().map(|(places, counted)| Ok((shown(places)?, counted.counts)));
        Ok(Self {
            keys: axes.iter().flat_map(Axis::columns).collect(),
            rows: rows.collect::<Result<_, _>>()?,
            total: total.counts,
        })
    }

    /// The counts of the group that these cells show, or of everybody.
    pub fn of(&self, group: Option<&[Cell]>) -> Option<&C> {
        match group {
            None => Some(&self.total),
            Some(cells) => self.rows.iter().find(|(shown, _)| shown == cells).map(|(_, counts)| counts),
        }
    }

    /// The groups as a table with totals.
    pub fn table(
        self,
        name: &'static str,
        title: &str,
        columns: impl IntoIterator<Item = Column>,
        cells: impl Fn(&C) -> Vec<Cell>,
    ) -> Table {
        self.table_by_group(name, title, columns, |_, counts| cells(counts))
    }

    /// The same with cells that depend on the group, by the cells that show it;
    /// none is everybody.
    pub fn table_by_group(
        self,
        name: &'static str,
        title: &str,
        columns: impl IntoIterator<Item = Column>,
        cells: impl Fn(Option<&[Cell]>, &C) -> Vec<Cell>,
    ) -> Table {
        let keys = self.keys.len();
        let totals = std::iter::repeat_n(Cell::Null, keys).chain(cells(None, &self.total)).collect();
        let rows = self.rows.into_iter().map(|(shown, counts)| {
            let cells = cells(Some(&shown), &counts);
            shown.into_iter().chain(cells).collect()
        });
        let rows = rows.collect();
        Table::new(name, title, self.keys.into_iter().chain(columns).collect(), rows).with_totals(totals)
    }
}

/// Every combination of values that the filter leaves.
fn combinations(view: View<'_>, axes: &[Axis<'_>]) -> Vec<Vec<usize>> {
    axes.iter().fold(vec![Vec::new()], |before, axis| {
        let shown = axis.always_shown(view.filter);
        let longer = before.iter().flat_map(|places| {
            shown.iter().map(|place| places.iter().copied().chain([*place]).collect::<Vec<usize>>())
        });
        longer.collect()
    })
}
