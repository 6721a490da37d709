//! How fast a campaign goes: beside the one before, and towards a target
//! (specification 4, `campaign`, second table).

use chrono::NaiveDate;

use super::calendar::{DaySpan, days_after, days_before, monday};
use super::counting::{Axis, Dimension, Groups, Rows, View, check_sums};
use super::model::{
    Cell, Chart, ChartStyle, Column, Constraint, DerivedFrom, Kind, Percent, Table, UptakeTarget, per_week,
};
use super::uptake::{across, labels};
use crate::classify::{Assessment, group_of, vaccinated_in};
use crate::domain::Unreconciled;
use crate::rules::Campaign;

/// What is asked for.
pub struct Pace<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The one of the same season before.
    pub before: Option<&'a Campaign>,
    /// The groups, in the order of the columns.
    pub by: Vec<Dimension>,
    /// The uptake aimed at.
    pub target: Option<UptakeTarget>,
}

/// So many whole weeks tell how fast it goes.
const WEEKS: usize = 4;

/// The members of a group.
#[derive(Debug, Clone, Copy, Default)]
struct PaceCounts {
    patients: u64,
    vaccinated: u64,
    last_7_days: u64,
    /// Vaccinated in each of the last whole weeks.
    weeks: [u64; WEEKS],
}

/// The members of a group of the campaign before.
#[derive(Debug, Clone, Copy, Default)]
struct BeforeCounts {
    patients: u64,
    vaccinated: u64,
}

/// The dates between which a target is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reaches {
    low: Option<NaiveDate>,
    high: Option<NaiveDate>,
}

const PATIENTS: Column = Column::new("patients", "Patients", Kind::Count).or_short("Pat-\nients");
const VACCINATED: Column = Column::new("vaccinated", "Vaccinated", Kind::Count).or_short("Vaccin-\nated");
const SHARE: Column = Column::new("vaccinated_pct", "Vaccinated %", Kind::Percent)
    .or_short("%")
    .of(DerivedFrom::Share { part: "vaccinated", whole: "patients" });
// Neither side of it stands in a column.
const SAME_DAY: Column = Column::new("same_day_last_pct", "Same day of the last campaign %", Kind::Percent)
    .or_short("Last\ntime %")
    .of(DerivedFrom::Share { part: "", whole: "" });
const LAST_7_DAYS: Column = Column::new("last_7_days", "Last 7 days", Kind::Count).or_short("Last 7\ndays");
const DAYS_LEFT: Column = Column::new("days_left", "Days left", Kind::Days).or_short("Days\nleft").or_dropped();

impl Pace<'_> {
    /// The table.
    ///
    /// # Errors
    /// When it does not add up: a fault of the program.
    pub fn table(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let as_at = view.population.as_at;
        let weeks = whole_weeks(as_at);
        let members = |campaign| view.people().filter(move |person| group_of(&person.person, campaign).is_some());
        let axes = Axis::all(&self.by, view.scope, Some(self.campaign));
        let add = |counts: &mut PaceCounts, person: &Assessment| {
            counts.patients += 1;
            if let Some(day) = vaccinated_in(self.campaign, person, view.doses(person)) {
                counts.vaccinated += 1;
                counts.last_7_days += u64::from(view.last_7_days().holds(day));
                counts.weeks.iter_mut().zip(weeks).for_each(|(count, week)| *count += u64::from(week.holds(day)));
            }
        };
        let groups = Groups::count(view, &axes, Rows::Usual, members(self.campaign), add)?;
        let before = self.before.filter(|_| as_at >= self.campaign.start);
        let before = before.map(|before| {
            let until = before.same_day(self.campaign, as_at);
            let axes = Axis::all(&self.by, view.scope, Some(before));
            Groups::count(view, &axes, Rows::Usual, members(before), |counts: &mut BeforeCounts, person| {
                counts.patients += 1;
                let day = vaccinated_in(before, person, view.doses(person));
                counts.vaccinated += u64::from(day.is_some_and(|day| day <= until));
            })
        });
        let before = before.transpose()?;
        let table = groups.table_by_group("pace", &self.title(), self.columns(as_at), |group, counts| {
            self.cells(as_at, counts, before.as_ref().and_then(|before| before.of(group)))
        });
        for column in [PATIENTS, VACCINATED, LAST_7_DAYS] {
            check_sums(&table, column.key, &[column.key])?;
        }
        let constraints =
            [Constraint::within(VACCINATED.key, PATIENTS.key), Constraint::within(LAST_7_DAYS.key, VACCINATED.key)];
        let has_before = table.rows.iter().chain(&table.totals).any(|row| {
            let cell = table.column(SAME_DAY.key).and_then(|place| row.get(place));
            matches!(cell, Some(Cell::Percent(_)))
        });
        let table = table.with_constraints(constraints);
        Ok(if has_before {
            table.with_chart(Chart {
                title: "Vaccinated beside the same day of the last campaign, % of patients",
                labels: labels(&self.by).into_iter().filter(|key| *key != "practice_name").collect(),
                series: vec![SHARE.key, SAME_DAY.key],
                across: across(&self.by),
                up: "% of patients",
                style: ChartStyle::Clustered,
            })
        } else {
            table
        })
    }

    fn title(&self) -> String {
        let beside = self.before.map(|before| format!(" beside {}", before.label));
        let towards = self.target.map(|target| format!(", towards {target} %"));
        format!("Pace of {}{}{}", self.campaign.label, beside.unwrap_or_default(), towards.unwrap_or_default())
    }

    fn columns(&self, as_at: NaiveDate) -> Vec<Column> {
        let mut columns = vec![PATIENTS, VACCINATED, SHARE, SAME_DAY, LAST_7_DAYS];
        let Some(target) = self.target else {
            columns.push(DAYS_LEFT);
            return columns;
        };
        let (part, whole) = (VACCINATED.key, PATIENTS.key);
        let needed = Column::new("needed", "Needed for the target", Kind::Count).or_short("Need");
        let days = days_left(self.campaign, as_at);
        let a_week = Column::new("needed_per_week", "Needed a week", Kind::Count).or_short("Need a\nweek");
        let reaches = [
            Column::new("reaches_low", "Reached at the earliest", Kind::Date).or_short("Reached\nfrom"),
            Column::new("reaches_high", "Reached at the latest", Kind::Date).or_short("Reached\nby"),
        ];
        columns.extend([
            needed.of(DerivedFrom::Needed { part, whole, target }),
            DAYS_LEFT,
            a_week.of(DerivedFrom::PerWeek { needed: "needed", days }),
        ]);
        columns.extend(reaches.map(|column| column.or_dropped().of(DerivedFrom::SingleWeeks)));
        columns
    }

    fn cells(&self, as_at: NaiveDate, counts: &PaceCounts, before: Option<&BeforeCounts>) -> Vec<Cell> {
        let PaceCounts { patients, vaccinated, last_7_days, weeks } = *counts;
        let same_day = before.map_or(Cell::Null, |before| {
            let share = Percent::of(before.vaccinated, before.patients);
            share.tenths().map_or(Cell::Null, |_| Cell::Percent(share))
        });
        let mut cells = vec![
            Cell::Count(patients),
            Cell::Count(vaccinated),
            Cell::Percent(Percent::of(vaccinated, patients)),
            same_day,
            Cell::Count(last_7_days),
        ];
        let days = days_left(self.campaign, as_at);
        let left = Cell::Whole(i64::try_from(days).unwrap_or_default());
        if let Some(target) = self.target {
            let needed = target.needed(patients, vaccinated);
            let Reaches { low, high } = reaches(needed, weeks, as_at, self.campaign.end);
            let a_week = per_week(needed, days).map_or(Cell::Null, Cell::Count);
            cells.extend([Cell::Count(needed), left, a_week, Cell::date(low), Cell::date(high)]);
        } else {
            cells.push(left);
        }
        cells
    }
}

/// The days of a campaign after a day.
fn days_left(campaign: &Campaign, as_at: NaiveDate) -> u64 {
    let last_gone = as_at.max(days_before(campaign.start, 1));
    u64::try_from((campaign.end - last_gone).num_days()).unwrap_or_default()
}

/// The last weeks from Monday to Sunday that are over, the day of the report included.
fn whole_weeks(as_at: NaiveDate) -> [DaySpan; WEEKS] {
    let mut next = monday(days_after(as_at, 1));
    [(); WEEKS].map(|()| {
        let week = DaySpan { from: days_before(next, 7), to: days_before(next, 1) };
        next = week.from;
        week
    })
}

/// When so many more are vaccinated at the pace of the fastest of these weeks and
/// at that of the slowest; nothing beyond the end, nor at the pace of a week that had none.
fn reaches(needed: u64, weeks: [u64; WEEKS], as_at: NaiveDate, end: NaiveDate) -> Reaches {
    let at = |pace: Option<u64>| {
        let pace = pace.filter(|pace| *pace > 0)?;
        let day = days_after(as_at, needed.saturating_mul(7).div_ceil(pace));
        (day <= end).then_some(day)
    };
    Reaches { low: at(weeks.into_iter().max()), high: at(weeks.into_iter().min()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleSet;

    fn day(day: u32, month: u32, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn whole_weeks_are_over() {
        // Sunday the 8th is over, Monday the 9th is not.
        for (as_at, first) in [(day(7, 5, 2022), day(25, 4, 2022)), (day(8, 5, 2022), day(2, 5, 2022))] {
            let weeks = whole_weeks(as_at);
            assert_eq!(weeks[0].from, first, "{as_at}");
            assert_eq!(weeks[0].to, days_after(first, 6));
            assert_eq!(weeks[3].from, days_before(first, 21));
        }
        assert_eq!(whole_weeks(day(9, 5, 2022))[0], whole_weeks(day(8, 5, 2022))[0]);
    }

    #[test]
    fn targets_are_reached_at_the_fastest_and_the_slowest_pace() {
        let (as_at, end) = (day(9, 5, 2022), day(30, 6, 2022));
        let of = |needed, weeks| {
            let Reaches { low, high } = reaches(needed, weeks, as_at, end);
            [low, high]
        };
        assert_eq!(of(10, [10, 5, 7, 10]), [Some(day(16, 5, 2022)), Some(day(23, 5, 2022))]);
        // A part of a day is a day.
        assert_eq!(of(1, [3, 3, 3, 3]), [Some(day(12, 5, 2022)); 2]);
        assert_eq!(of(0, [3, 1, 1, 1]), [Some(as_at); 2]);
        // A week without any, and a pace that is too slow.
        assert_eq!(of(10, [10, 0, 7, 10]), [Some(day(16, 5, 2022)), None]);
        assert_eq!(of(10, [0; 4]), [None; 2]);
        assert_eq!(of(52, [7, 7, 7, 7]), [Some(end); 2]);
        assert_eq!(of(53, [7, 7, 7, 7]), [None; 2]);
    }

    #[test]
    fn days_are_left_until_the_last() {
        let rules = RuleSet::built_in().unwrap();
        let spring = rules.campaign("spring-2022").unwrap();
        for (as_at, left) in [
            (day(1, 1, 2022), 102),
            (day(20, 3, 2022), 102),
            (day(21, 3, 2022), 101),
            (day(29, 6, 2022), 1),
            (day(30, 6, 2022), 0),
            (day(1, 9, 2022), 0),
        ] {
            assert_eq!(days_left(spring, as_at), left, "{as_at}");
        }
    }
}
