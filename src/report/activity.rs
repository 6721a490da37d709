//! `vaxdash activity`: the doses of the last days, weeks and months, and of the campaign.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::calendar::{DaySpan, days_after, days_before, first_of_month, last_of_month, monday};
use super::counting::{View, check_sums};
use super::day_sums::day_sums;
use super::doses::{DoseAxis, DoseKey, DoseSources};
use super::model::{Cell, Chart, ChartStyle, Column, Constraint, DayFigures, Kind, Place, Table};
use crate::domain::{UkDate, Unreconciled, own_columns};
use crate::rules::RuleSet;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Activity {
    /// What doses are broken down by.
    pub by: DoseKey,
}

/// The columns, in order.
const COLUMNS: [Column; 9] = [
    Column::new("yesterday", "Yesterday", Kind::Count).or_short("Yester-\nday"),
    Column::new("day_before", "The day before", Kind::Count).or_short("Day\nbefore"),
    Column::new(own_columns::THIS_WEEK, "This week", Kind::Count).or_short("This\nweek"),
    Column::new(own_columns::LAST_WEEK_SAME_DAYS, "Last week, same days", Kind::Count).or_short("Last wk,\nso far"),
    Column::new("last_week", "Last week", Kind::Count).or_short("Last\nweek"),
    Column::new("this_month", "This month", Kind::Count).or_short("This\nmonth"),
    Column::new("last_month_same_days", "Last month, same days", Kind::Count).or_short("Last mth,\nso far"),
    Column::new("campaign_to_date", "Campaign to date", Kind::Count).or_short("Campaign\nto date"),
    Column::new("last_campaign_same_day", "Last campaign, to the same day", Kind::Count).or_short("Last\ncampaign"),
];

/// The days that each column counts, in the order of [`COLUMNS`]; none where there is no such campaign.
fn spans(as_at: NaiveDate, rules: &RuleSet) -> [Option<DaySpan>; 9] {
    let one = |day| Some(DaySpan { from: day, to: day });
    let this_monday = monday(as_at);
    let (last_monday, first) = (days_before(this_monday, 7), first_of_month(as_at));
    let last_month_end = days_before(first, 1);
    let last_first = first_of_month(last_month_end);
    let same_day = days_after(last_first, u64::from(as_at.day0())).min(last_of_month(last_month_end));
    let campaign = rules.campaign_open_at(as_at);
    let before = campaign.and_then(|campaign| {
        let before = rules.campaign_before(campaign)?;
        // A year before, and no earlier one.
        (before.start.year() + 1 == campaign.start.year())
            .then(|| DaySpan { from: before.start, to: before.same_day(campaign, as_at) })
    });
    [
        one(days_before(as_at, 1)),
        one(days_before(as_at, 2)),
        Some(DaySpan { from: this_monday, to: as_at }),
        Some(DaySpan { from: last_monday, to: days_before(as_at, 7) }),
        Some(DaySpan { from: last_monday, to: days_before(this_monday, 1) }),
        Some(DaySpan { from: first, to: as_at }),
        Some(DaySpan { from: last_first, to: same_day }),
        campaign.map(|campaign| DaySpan { from: campaign.start, to: as_at }),
        before,
    ]
}

impl Activity {
    /// The table.
    ///
    /// # Errors
    /// When it does not add up: a fault of the program.
    pub fn table(&self, view: View<'_>, sources: &DoseSources) -> Result<Table, Unreconciled> {
        let axis = DoseAxis::new(Some(self.by), view, sources);
        let spans = spans(view.population.as_at, view.population.rules);
        let mut groups: BTreeMap<usize, [u64; 9]> = BTreeMap::new();
        groups.extend(axis.always_shown(view).into_iter().map(|group| (group, [0; 9])));
        let mut totals = [0; 9];
        for assessment in view.people() {
            let person = axis.of_person(assessment)?;
            for dose in view.doses(assessment) {
                let counts = spans.map(|span| u64::from(span.is_some_and(|span| span.holds(dose.date))));
                if counts == [0; 9] {
                    continue;
                }
                let group = groups.entry(axis.of_dose(person, dose)?).or_default();
                for sums in [group, &mut totals] {
                    sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
                }
            }
        }
        let cells = |counts: &[u64; 9]| {
            let shown = spans.iter().zip(counts).map(|(span, count)| span.map_or(Cell::Null, |_| Cell::Count(*count)));
            shown.collect::<Vec<Cell>>()
        };
        let rows = groups.iter().map(|(group, counts)| Ok([axis.cells(*group)?, cells(counts)].concat()));
        let rows = rows.collect::<Result<Vec<_>, Unreconciled>>()?;
        let keys = axis.columns();
        let labels: Vec<&'static str> =
            keys.iter().map(|column| column.key).filter(|key| *key != "practice_name").collect();
        let across = keys.first().map(|column| column.label.to_owned()).unwrap_or_default();
        let totals = std::iter::repeat_n(Cell::Null, keys.len()).chain(cells(&totals)).collect();
        let columns = keys.into_iter().chain(COLUMNS).collect();
        let days = COLUMNS.iter().zip(spans);
        let days =
            days.filter_map(|(column, days)| Some(DayFigures { row: None, columns: vec![column.key], days: days? }));
        let table = Table::new("activity", "Doses by when they were given", columns, rows);
        let table = table.with_totals(totals).with_days(days);
        for column in COLUMNS {
            check_sums(&table, column.key, &[column.key])?;
        }
        let constraints = constraints(&table);
        Ok(table.with_constraints(constraints).with_chart(Chart {
            title: "Doses this week, and on the same days of last week",
            labels,
            series: vec!["this_week", "last_week_same_days"],
            across,
            up: "Doses",
            style: ChartStyle::Clustered,
        }))
    }

    /// What the reader must know: what is counted, and on which days.
    #[must_use]
    pub fn notes(view: View<'_>) -> Vec<String> {
        let (as_at, rules) = (view.population.as_at, view.population.rules);
        let spans = spans(as_at, rules);
        let [yesterday, _, _, _, _, _, last_month, campaign, before] =
            spans.map(|span| span.map(|span| format!("{} to {}", UkDate(span.from), UkDate(span.to))));
        let mut notes = vec![
            "Doses are counted by the day on which they were given, not by the day on which they were recorded: \
             of the last days, records may still be on their way."
                .to_owned(),
        ];
        if let Some(span) = spans[0].filter(|_| yesterday.is_some()) {
            let (day, monday) = (UkDate(span.from), UkDate(monday(as_at)));
            notes.push(format!("Yesterday is {day}, the last whole day; weeks begin on Monday, this one on {monday}."));
        }
        notes.extend(last_month.map(|days| format!("Last month, same days: {days}.")));
        notes.push(match (campaign, before) {
            (Some(campaign), Some(before)) => {
                format!("The campaign so far: {campaign}; the one a year before, to the same day: {before}.")
            }
            (Some(campaign), None) => format!("The campaign so far: {campaign}; there was none a year before."),
            (None, _) => format!("No campaign is open as at {}: its columns are blank.", UkDate(as_at)),
        });
        notes
    }
}

/// How the columns hang together by their days.
fn constraints(table: &Table) -> Vec<Constraint> {
    let sums = day_sums(&[table]).into_iter().map(|sum| {
        let places = |side: Vec<(usize, Place)>| side.into_iter().map(|(_, place)| place).collect();
        Constraint::Places { left: places(sum.left), right: places(sum.right), exact: sum.exact }
    });
    sums.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32, month: u32, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn shown(as_at: NaiveDate) -> Vec<String> {
        let rules = RuleSet::built_in().unwrap();
        let words =
            spans(as_at, &rules).map(|span| span.map(|span| format!("{}..{}", UkDate(span.from), UkDate(span.to))));
        words.into_iter().map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn the_days_of_every_column() {
        assert_eq!(
            shown(day(11, 5, 2022)),
            [
                "10/05/2022..10/05/2022",
                "09/05/2022..09/05/2022",
                "09/05/2022..11/05/2022",
                "02/05/2022..04/05/2022",
                "02/05/2022..08/05/2022",
                "01/05/2022..11/05/2022",
                "01/04/2022..11/04/2022",
                "21/03/2022..11/05/2022",
                "",
            ]
        );
    }

    #[test]
    fn a_shorter_last_month_ends_with_its_last_day() {
        assert_eq!(shown(day(31, 3, 2022))[6], "01/02/2022..28/02/2022");
        assert_eq!(shown(day(28, 2, 2022))[6], "01/01/2022..28/01/2022");
        assert_eq!(shown(day(1, 1, 2022))[6], "01/12/2021..01/12/2021");
    }

    #[test]
    fn the_campaign_before_is_taken_to_the_same_day_and_no_further() {
        // The 10th day of spring 2023, and of spring 2022.
        assert_eq!(shown(day(12, 4, 2023))[7..], ["03/04/2023..12/04/2023", "21/03/2022..30/03/2022"]);
        // Spring 2025 had 78 days: spring 2026 has one more.
        assert_eq!(shown(day(30, 6, 2026))[8], "01/04/2025..17/06/2025");
        assert_eq!(shown(day(1, 7, 2026))[7..], ["", ""]);
        // On a Monday the week is that day.
        assert_eq!(
            shown(day(4, 4, 2022))[2..5],
            ["04/04/2022..04/04/2022", "28/03/2022..28/03/2022", "28/03/2022..03/04/2022"]
        );
    }
}
