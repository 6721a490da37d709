//! The days, weeks or months of a trend.

use chrono::NaiveDate;

use crate::domain::named_values;
use crate::report::calendar::{DaySpan, days_after, days_before, first_of_month, last_of_month, monday};
use crate::report::model::{Cell, Column, Kind};

/// How long a row of a trend is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Every {
    /// A day.
    Day,
    /// From Monday to Sunday.
    #[default]
    Week,
    /// A calendar month.
    Month,
}

named_values!(Every {
    Day => ("day", "A row a day: the last 28, unless --from says otherwise."),
    Week => ("week", "A row a week, by its Monday."),
    Month => ("month", "A row a month, by its first day."),
});

/// So many days are shown unless a first one is chosen.
const DAYS_SHOWN: u64 = 28;

impl Every {
    /// The column of the first day.
    #[must_use]
    pub fn column(self) -> Column {
        match self {
            Self::Day => Column::new("day", "Day", Kind::Date),
            Self::Week => Column::new("week", "Week of", Kind::Date),
            Self::Month => Column::new("month", "Month of", Kind::Date),
        }
    }

    /// The first day of the row that a day is in.
    fn first(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Day => day,
            Self::Week => monday(day),
            Self::Month => first_of_month(day),
        }
    }

    /// The last day of the row that a day is in.
    fn last(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Day => day,
            Self::Week => days_after(monday(day), 6),
            Self::Month => last_of_month(day),
        }
    }
}

/// The key of the row of trial doses before the programme.
pub const EARLIER: &str = "earlier";

/// A row of a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendPeriod {
    /// The day that names it; none for the doses before the programme.
    pub key: Option<NaiveDate>,
    /// The days of which it counts the doses.
    pub days: DaySpan,
}

impl TrendPeriod {
    /// The cell that names it.
    pub fn cell(&self) -> Cell {
        self.key.map_or_else(|| Cell::text(EARLIER), Cell::Date)
    }
}

/// The days that a trend is of, as they are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendSpan {
    /// How long a row is.
    pub every: Every,
    /// The first day, where one is chosen.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: NaiveDate,
}

impl TrendSpan {
    /// Every day whose doses are counted.
    pub fn days(&self) -> DaySpan {
        let from = match self.every {
            Every::Day => self.from.unwrap_or_else(|| days_before(self.to, DAYS_SHOWN - 1)),
            Every::Week | Every::Month => self.from.unwrap_or(NaiveDate::MIN),
        };
        DaySpan { from, to: self.to }
    }

    /// The rows in order, each day in exactly one: the doses before the first
    /// week of the programme together, where they are no months of their own.
    /// `start` is the first day of the programme, `first_dose` that of all doses.
    pub fn periods(&self, start: NaiveDate, first_dose: Option<NaiveDate>) -> Vec<TrendPeriod> {
        let days = self.days();
        let begin = match self.every {
            Every::Day | Every::Week => days.from.max(monday(start)),
            Every::Month => days.from.max(first_dose.unwrap_or(self.to)),
        };
        let mut periods = Vec::new();
        if days.from < begin && self.every != Every::Month {
            let before = DaySpan { from: days.from, to: days.to.min(days_before(begin, 1)) };
            periods.push(TrendPeriod { key: None, days: before });
        }
        let mut first = self.every.first(begin);
        while first <= days.to {
            let last = self.every.last(first);
            let own = DaySpan { from: first.max(days.from), to: last.min(days.to) };
            periods.push(TrendPeriod { key: Some(first), days: own });
            first = days_after(last, 1);
        }
        periods
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Described, Named};

    fn day(day: u32, month: u32, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn periods(every: Every, from: Option<NaiveDate>, to: NaiveDate) -> Vec<TrendPeriod> {
        TrendSpan { every, from, to }.periods(day(8, 12, 2020), Some(day(20, 8, 2020)))
    }

    #[test]
    fn weeks_begin_with_the_programme_and_end_with_the_report() {
        let found = periods(Every::Week, None, day(22, 12, 2020));
        let keys: Vec<_> = found.iter().map(|period| period.key).collect();
        assert_eq!(keys, [None, Some(day(7, 12, 2020)), Some(day(14, 12, 2020)), Some(day(21, 12, 2020))]);
        assert_eq!(found[3].days, DaySpan { from: day(21, 12, 2020), to: day(22, 12, 2020) });
        assert_eq!(found[0].days.to, day(6, 12, 2020));
    }

    #[test]
    fn a_span_cuts_its_first_and_last_row() {
        let found = periods(Every::Week, Some(day(6, 1, 2021)), day(12, 1, 2021));
        assert_eq!(
            found,
            [
                TrendPeriod {
                    key: Some(day(4, 1, 2021)),
                    days: DaySpan { from: day(6, 1, 2021), to: day(10, 1, 2021) }
                },
                TrendPeriod {
                    key: Some(day(11, 1, 2021)),
                    days: DaySpan { from: day(11, 1, 2021), to: day(12, 1, 2021) }
                },
            ]
        );
    }

    #[test]
    fn months_begin_with_the_first_dose() {
        let found = periods(Every::Month, None, day(1, 2, 2021));
        assert_eq!(found.len(), 7);
        assert_eq!(found[0].key, Some(day(1, 8, 2020)));
        assert_eq!(found[6].days, DaySpan { from: day(1, 2, 2021), to: day(1, 2, 2021) });
        let later = periods(Every::Month, Some(day(15, 12, 2020)), day(31, 1, 2021));
        assert_eq!(later[0].days, DaySpan { from: day(15, 12, 2020), to: day(31, 12, 2020) });
        assert_eq!(later.len(), 2);
    }

    #[test]
    fn days_are_the_last_28_unless_chosen() {
        let found = periods(Every::Day, None, day(11, 5, 2022));
        assert_eq!((found.len(), found[0].key), (28, Some(day(14, 4, 2022))));
        let chosen = periods(Every::Day, Some(day(5, 12, 2020)), day(8, 12, 2020));
        let keys: Vec<_> = chosen.iter().map(|period| period.key).collect();
        assert_eq!(keys, [None, Some(day(7, 12, 2020)), Some(day(8, 12, 2020))]);
        assert_eq!(chosen[0].days, DaySpan { from: day(5, 12, 2020), to: day(6, 12, 2020) });
    }

    #[test]
    fn every_day_is_in_one_row() {
        for every in Every::ALL.iter().copied() {
            let found = periods(every, None, day(3, 3, 2021));
            for pair in found.windows(2) {
                assert_eq!(days_after(pair[0].days.to, 1), pair[1].days.from, "{every:?}");
            }
            assert!(!every.help().is_empty());
        }
    }
}
