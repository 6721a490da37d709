//! The columns of a share: its percentage, and what may stand beside it.

use crate::report::model::{Cell, Column, DerivedFrom, IntervalEnd, Kind, Percent, UptakeTarget};

/// What stands beside each percentage.
#[derive(Debug, Clone, Copy, Default)]
pub struct ShareDetail {
    /// Its 95 % limits.
    pub interval: bool,
    /// How many more people this uptake needs.
    pub target: Option<UptakeTarget>,
}

/// The columns of a share of some people.
#[derive(Debug, Clone)]
pub struct ShareColumns {
    percent: Column,
    low: Column,
    high: Column,
    needed: Column,
}

impl ShareColumns {
    /// The columns of this part and whole: keys and labels of the percentage,
    /// its limits, and what is needed.
    pub const fn new(
        (part, whole): (&'static str, &'static str),
        keys: [&'static str; 4],
        labels: [&'static str; 4],
    ) -> Self {
        let [percent, low, high, needed] = keys;
        let [percent_label, low_label, high_label, needed_label] = labels;
        Self {
            percent: Column::new(percent, percent_label, Kind::Percent)
                .or_short("%")
                .of(DerivedFrom::Share { part, whole }),
            low: Column::new(low, low_label, Kind::Percent).or_short("Low").or_dropped().of(DerivedFrom::Limit {
                part,
                whole,
                end: IntervalEnd::Low,
            }),
            high: Column::new(high, high_label, Kind::Percent).or_short("High").or_dropped().of(DerivedFrom::Limit {
                part,
                whole,
                end: IntervalEnd::High,
            }),
            // The target is put in where one is given.
            needed: Column::new(needed, needed_label, Kind::Count).or_short("Need").or_dropped(),
        }
    }

    /// The columns that are shown.
    pub fn columns(&self, detail: ShareDetail) -> Vec<Column> {
        let mut columns = vec![self.percent.clone()];
        if detail.interval {
            columns.extend([self.low.clone(), self.high.clone()]);
        }
        if let (Some(target), DerivedFrom::Share { part, whole }) = (detail.target, self.percent.derived_from) {
            columns.push(self.needed.clone().of(DerivedFrom::Needed { part, whole, target }));
        }
        columns
    }
}

/// The cells of a share, in the order of its columns.
pub fn share_cells(part: u64, whole: u64, detail: ShareDetail) -> Vec<Cell> {
    let share = Percent::of(part, whole);
    let mut cells = vec![Cell::Percent(share)];
    if detail.interval {
        let limit = |end| share.limit(end).map_or(Cell::Null, Cell::Limit);
        cells.extend([IntervalEnd::Low, IntervalEnd::High].map(limit));
    }
    cells.extend(detail.target.map(|target| Cell::Count(target.needed(whole, part))));
    cells
}
