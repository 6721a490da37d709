//! What a pace means, in a sentence a group.

use chrono::{NaiveDate, TimeDelta};

use super::model::{Cell, DerivedFrom, Percent, Report, Table, UptakeTarget};
use crate::domain::UkDate;

/// So many groups are explained one by one; of more, all together.
const MOST_GROUPS: usize = 12;

impl Report {
    /// The report with a sentence for each group of a table of pace, made of what
    /// the table shows.
    #[must_use]
    pub fn with_pace_in_words(mut self) -> Self {
        let as_at = self.stamp.as_ref().map(|stamp| stamp.as_at);
        let pace = self.tables.iter().find(|table| table.name == "pace");
        let sentences: Vec<String> = pace.map(|table| sentences(table, as_at)).unwrap_or_default();
        self.notes.extend(sentences);
        self
    }
}

fn sentences(table: &Table, as_at: Option<NaiveDate>) -> Vec<String> {
    let keys = table.column("patients").unwrap_or_default();
    let shown = if table.rows.len() > MOST_GROUPS { &[] } else { &table.rows[..] };
    let rows = shown.iter().map(|row| (Some(row), row)).chain(table.totals.iter().map(|row| (None, row)));
    let sentences = rows.filter_map(|(group, row)| {
        let line = PaceLine { table, row, as_at };
        let group = group.map_or_else(|| "All".to_owned(), |row| name_of(&row[..keys.min(row.len())]));
        Some(format!("{group}: {}.", line.sentence()?))
    });
    sentences.collect()
}

/// What a group is called: by the words of its cells.
fn name_of(cells: &[Cell]) -> String {
    let words = cells.iter().map(|cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Whole(number) => number.to_string(),
        Cell::Count(_)
        | Cell::Percent(_)
        | Cell::Limit(_)
        | Cell::Points(_)
        | Cell::HalfDays(_)
        | Cell::Date(_)
        | Cell::Suppressed
        | Cell::Null => "not known".to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A row of a table of pace, as it is shown.
struct PaceLine<'t> {
    table: &'t Table,
    row: &'t [Cell],
    as_at: Option<NaiveDate>,
}

impl PaceLine<'_> {
    fn cell(&self, key: &str) -> Option<&Cell> {
        self.table.column(key).and_then(|place| self.row.get(place))
    }

    fn count(&self, key: &str) -> Option<u64> {
        self.cell(key).and_then(Cell::count)
    }

    fn date(&self, key: &str) -> Option<NaiveDate> {
        match self.cell(key) {
            Some(Cell::Date(date)) => Some(*date),
            _ => None,
        }
    }

    fn target(&self) -> Option<UptakeTarget> {
        let column = self.table.columns.iter().find(|column| column.key == "needed")?;
        match column.derived_from {
            DerivedFrom::Needed { target, .. } => Some(target),
            DerivedFrom::Itself
            | DerivedFrom::Share { .. }
            | DerivedFrom::Limit { .. }
            | DerivedFrom::Points { .. }
            | DerivedFrom::PerWeek { .. }
            | DerivedFrom::SingleWeeks
            | DerivedFrom::Median { .. } => None,
        }
    }

    /// The last day of the campaign, while it goes on.
    fn end(&self) -> Option<NaiveDate> {
        match self.cell("days_left") {
            Some(Cell::Whole(left)) if *left > 0 => self.as_at?.checked_add_signed(TimeDelta::days(*left)),
            _ => None,
        }
    }

    /// Nothing where nobody is in the group, or everything is kept back.
    fn sentence(&self) -> Option<String> {
        if self.count("patients") == Some(0) {
            return None;
        }
        let did = self.count("last_7_days");
        let share = |key| match self.cell(key) {
            Some(Cell::Percent(share)) => percent(*share),
            _ => None,
        };
        let beside = share("same_day_last_pct").zip(share("vaccinated_pct"));
        let beside = beside.map(|(last, now)| format!("{now} %, on the same day of the last campaign {last} %"));
        let last = match self.target() {
            Some(target) => self.towards(target, did),
            None => did.map(|did| format!("{did} in the last 7 days")),
        };
        let parts: Vec<String> = beside.into_iter().chain(last).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// When a target is reached, and what it takes.
    fn towards(&self, target: UptakeTarget, did: Option<u64>) -> Option<String> {
        let needed = self.count("needed")?;
        if needed == 0 {
            return Some(format!("{target} % is reached"));
        }
        let Some(end) = self.end() else {
            return Some(format!("{needed} were missing for {target} % when the campaign ended"));
        };
        let pace = "at the pace of the last 4 weeks,";
        let day = |date| UkDate(date).to_string();
        let reached = match (self.date("reaches_low"), self.date("reaches_high")) {
            (Some(low), Some(high)) if low == high => Some(format!("{pace} {target} % on {}", day(low))),
            (Some(low), Some(high)) => Some(format!("{pace} {target} % between {} and {}", day(low), day(high))),
            (Some(low), None) => {
                Some(format!("{pace} {target} % on {} at the earliest, or not by the end on {}", day(low), day(end)))
            }
            // Kept back: nothing is said of it.
            _ if self.cell("reaches_low") == Some(&Cell::Suppressed) => None,
            _ => Some(format!("{pace} {target} % is not reached by the end on {}", day(end))),
        };
        let did = did.map(|did| format!(", did {did}")).unwrap_or_default();
        let needs = self.count("needed_per_week").map(|needs| format!("{target} % needs {needs} a week{did}"));
        Some(reached.into_iter().chain(needs).collect::<Vec<_>>().join("; "))
    }
}

/// A percentage in words.
fn percent(share: Percent) -> Option<String> {
    share.tenths().map(|tenths| format!("{}.{}", tenths / 10, tenths % 10))
}
