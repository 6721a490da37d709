//! People counted by the statuses of a ladder, which are exclusive and add up.

use super::dimension::{Axis, Dimension};
use super::groups::{Groups, Rows};
use super::share::{ShareColumns, ShareDetail, share_cells};
use super::sums::check_sums;
use super::view::View;
use crate::classify::{Assessment, ListStatus};
use crate::domain::Unreconciled;
use crate::report::model::{Cell, Column, Constraint, DropOrder, Table};

/// A status of a list, and the column of the report's table that counts the
/// people who have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusColumn {
    /// The status.
    pub status: ListStatus,
    /// The key of the column.
    pub key: &'static str,
}

impl StatusColumn {
    /// The statuses of a ladder with the keys of their columns.
    pub fn all<S: Copy + Into<ListStatus>>(ladder: &[(S, Column)]) -> Vec<Self> {
        ladder.iter().map(|(status, column)| Self { status: (*status).into(), key: column.key }).collect()
    }
}

/// The statuses of a ladder with their columns, in the order of the report.
/// A status of the type that has no column does not compile.
macro_rules! ladder {
    ($status:ident, [$(($variant:ident, $column:expr $(,)?)),+ $(,)?]) => {{
        const _: fn($status) = |status| match status {
            $($status::$variant => (),)+
        };
        [$(($status::$variant, $column)),+]
    }};
}
pub(crate) use ladder;

/// The people of a group, by status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally<const N: usize> {
    /// All of them.
    pub whole: u64,
    /// By status, in the order of the ladder.
    by_status: [u64; N],
}

impl<const N: usize> Default for Tally<N> {
    fn default() -> Self {
        Self { whole: 0, by_status: [0; N] }
    }
}

impl<const N: usize> Tally<N> {
    /// Counts a person.
    pub fn add<S: Copy + PartialEq>(&mut self, ladder: &[(S, Column); N], status: S) {
        self.whole += 1;
        // Were a status not in the ladder, the sums would not be right, and the run would stop.
        for (count, (counted, _)) in self.by_status.iter_mut().zip(ladder) {
            *count += u64::from(*counted == status);
        }
    }

    /// Counts the people of another tally as well.
    pub fn extend(&mut self, other: &Self) {
        self.whole += other.whole;
        self.by_status.iter_mut().zip(other.by_status).for_each(|(count, more)| *count += more);
    }

    /// The people with a status.
    pub fn of<S: Copy + PartialEq>(&self, ladder: &[(S, Column); N], status: S) -> u64 {
        self.by_status.iter().zip(ladder).filter(|(_, (counted, _))| *counted == status).map(|(count, _)| count).sum()
    }

    /// The whole and its parts.
    pub fn cells(&self) -> Vec<Cell> {
        std::iter::once(self.whole).chain(self.by_status).map(Cell::Count).collect()
    }
}

/// The columns of a ladder. On a narrow terminal none of them goes, but those of
/// which every value is 0.
pub fn rungs<S>(ladder: &[(S, Column)]) -> impl Iterator<Item = Column> {
    ladder.iter().map(|(_, column)| column.clone().dropped_in(DropOrder::WhereZero))
}

/// People by group and status; `status_of` says where each stands, `None` for
/// those who are not counted. The statuses add up to the whole, in every row.
/// `share` is a status of which the share is shown, and its columns.
pub fn ladder_table<S: Copy + PartialEq, const N: usize>(
    view: View<'_>,
    by: &[Dimension],
    (name, title): (&'static str, &str),
    whole: Column,
    ladder: &[(S, Column); N],
    share: Option<(S, &ShareColumns)>,
    status_of: impl Fn(&Assessment) -> Option<S>,
) -> Result<Table, Unreconciled> {
    let axes = Axis::all(by, view.scope, None);
    let add = |tally: &mut Tally<N>, assessment: &Assessment| {
        if let Some(status) = status_of(assessment) {
            tally.add(ladder, status);
        }
    };
    let (key, parts) = (whole.key, ladder.iter().map(|(_, column)| column.key).collect::<Vec<_>>());
    let columns = std::iter::once(whole).chain(rungs(ladder));
    let columns = columns.chain(share.iter().flat_map(|(_, columns)| columns.columns(ShareDetail::default())));
    let groups = Groups::count(view, &axes, Rows::Usual, view.people(), add)?;
    let table = groups.table(name, title, columns, |tally: &Tally<N>| {
        let shares = share
            .iter()
            .flat_map(|(status, _)| share_cells(tally.of(ladder, *status), tally.whole, ShareDetail::default()));
        tally.cells().into_iter().chain(shares).collect()
    });
    check_sums(&table, key, &parts)?;
    Ok(table.with_constraints([Constraint::sum(key, parts)]))
}
