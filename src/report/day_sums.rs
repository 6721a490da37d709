//! How counts of the doses of some days hang together: a week is the sum of its
//! days, and no smaller than some of them.

use std::collections::BTreeMap;

use super::calendar::{DaySpan, days_after};
use super::model::{Cell, Kind, Place, Table};

/// Figures of several tables of which one sum equals another, or is never the larger.
#[derive(Debug)]
pub struct DaySum {
    /// One side: the number of the table, and the place in it.
    pub left: Vec<(usize, Place)>,
    /// The other.
    pub right: Vec<(usize, Place)>,
    /// Whether the sums are equal.
    pub exact: bool,
}

/// All doses of some days and of one group.
#[derive(Debug, Clone)]
struct DayCount {
    table: usize,
    places: Vec<(usize, Place)>,
    days: DaySpan,
}

/// Who is counted, by the columns that say so; nothing for everybody.
type Group = Vec<(&'static str, String)>;

/// The columns that say when.
const WHEN: [&str; 3] = ["day", "week", "month"];
/// So many ways to fill the days of a figure are looked at.
const MOST_WAYS: usize = 64;

/// What is known of the figures of these tables by their days alone.
pub fn day_sums(tables: &[&Table]) -> Vec<DaySum> {
    let mut groups: BTreeMap<Group, Vec<DayCount>> = BTreeMap::new();
    for (number, table) in tables.iter().enumerate() {
        add_figures(&mut groups, number, table);
    }
    let mut sums = Vec::new();
    for figures in groups.values_mut() {
        figures.sort_by_key(|figure| (figure.days.from, figure.days.to));
        for (own, whole) in figures.iter().enumerate() {
            for table in 0..tables.len() {
                let parts = figures.iter().enumerate();
                let parts = parts.filter(|(other, part)| *other != own && part.table == table);
                let parts: Vec<&DayCount> = parts.map(|(_, part)| part).collect();
                let places = |way: &[usize]| way.iter().flat_map(|part| parts[*part].places.iter().copied()).collect();
                for Way { parts: way, tiles } in within(whole.days, &parts) {
                    sums.push(DaySum { left: places(&way), right: whole.places.clone(), exact: tiles });
                }
                for way in covers(whole.days, &parts) {
                    sums.push(DaySum { left: whole.places.clone(), right: places(&way), exact: false });
                }
            }
        }
    }
    sums
}

fn add_figures(groups: &mut BTreeMap<Group, Vec<DayCount>>, number: usize, table: &Table) {
    let labels: Vec<(usize, &'static str)> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| match column.kind {
            Kind::Text | Kind::Code | Kind::Date => column.key != "practice_name" && !WHEN.contains(&column.key),
            Kind::Count | Kind::Percent | Kind::Days => false,
        })
        .map(|(place, column)| (place, column.key))
        .collect();
    let group = |row: Option<usize>| -> Group {
        let Some(cells) = row.and_then(|row| table.rows.get(row)) else { return Vec::new() };
        labels.iter().filter_map(|(place, key)| Some((*key, words(cells.get(*place)?)))).collect()
    };
    for of_days in &table.days {
        let rows: Vec<Option<usize>> = match of_days.row {
            Some(row) => vec![Some(row)],
            None => (0..table.rows.len()).map(Some).chain(table.totals.iter().map(|_| None)).collect(),
        };
        for row in rows {
            let place = |column: &&'static str| (number, Place { table: table.name, row, column });
            let places = of_days.columns.iter().map(place).collect();
            groups.entry(group(row)).or_default().push(DayCount { table: number, places, days: of_days.days });
        }
    }
}

/// What a cell that names a group says.
fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Whole(number) => number.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Percent(_) | Cell::Limit(_) | Cell::Points(_) | Cell::HalfDays(_) | Cell::Suppressed | Cell::Null => {
            String::new()
        }
    }
}

/// Parts that lie beside one another within some days.
struct Way {
    parts: Vec<usize>,
    /// Whether they are all of the days.
    tiles: bool,
}

/// The ways to lay parts, which are in order, beside one another within some days,
/// none of which leaves room for one more behind it.
fn within(days: DaySpan, parts: &[&DayCount]) -> Vec<Way> {
    let mut ways = Vec::new();
    let mut open: Vec<(Vec<usize>, Option<DaySpan>, bool)> = vec![(Vec::new(), None, true)];
    while let Some((way, last, tiles)) = open.pop() {
        let free = last.map_or(days.from, |last| days_after(last.to, 1));
        let fits: Vec<usize> =
            (0..parts.len()).filter(|part| free <= parts[*part].days.from && parts[*part].days.to <= days.to).collect();
        // A part behind which there is room for another before it leaves a gap for nothing.
        let nearest = fits.iter().map(|part| parts[*part].days.to).min();
        let next: Vec<usize> =
            fits.into_iter().filter(|part| nearest.is_some_and(|end| parts[*part].days.from <= end)).collect();
        if next.is_empty() {
            let tiles = tiles && last.is_some_and(|last| last.to == days.to);
            if !way.is_empty() {
                ways.push(Way { parts: way, tiles });
            }
            if ways.len() >= MOST_WAYS {
                break;
            }
            continue;
        }
        for part in next {
            let longer = way.iter().copied().chain([part]).collect();
            open.push((longer, Some(parts[part].days), tiles && parts[part].days.from == free));
        }
    }
    ways
}

/// The ways to cover some days with parts, which are in order.
fn covers(days: DaySpan, parts: &[&DayCount]) -> Vec<Vec<usize>> {
    let mut ways = Vec::new();
    let mut open = vec![(Vec::new(), days.from)];
    while let Some((way, from)) = open.pop() {
        if from > days.to {
            ways.push(way);
            if ways.len() >= MOST_WAYS {
                break;
            }
            continue;
        }
        for (place, part) in parts.iter().enumerate() {
            if part.days.holds(from) {
                let longer: Vec<usize> = way.iter().copied().chain([place]).collect();
                open.push((longer, days_after(part.days.to, 1)));
            }
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::{Column, DayFigures};
    use chrono::NaiveDate;

    fn span(from: u32, to: u32) -> DaySpan {
        let day = |day| NaiveDate::from_ymd_opt(2022, 5, day).unwrap();
        DaySpan { from: day(from), to: day(to) }
    }

    /// What is said of columns of these days, as words such as `a + b = c`.
    fn said(days: &[(&'static str, DaySpan)]) -> Vec<String> {
        let columns = days.iter().map(|(key, _)| Column::new(key, key, Kind::Count)).collect();
        let row = days.iter().map(|_| Cell::Count(0)).collect();
        let figures = days.iter().map(|(key, days)| DayFigures { row: None, columns: vec![key], days: *days });
        let table = Table::new("t", "T", columns, vec![row]).with_days(figures);
        let side =
            |places: &[(usize, Place)]| places.iter().map(|(_, place)| place.column).collect::<Vec<&str>>().join(" + ");
        let words = day_sums(&[&table]).into_iter().map(|sum| {
            let sign = if sum.exact { "=" } else { "<=" };
            format!("{} {sign} {}", side(&sum.left), side(&sum.right))
        });
        words.collect()
    }

    #[test]
    fn a_week_is_no_smaller_than_its_days_and_the_sum_of_all() {
        let found = said(&[("mon", span(2, 2)), ("tue", span(3, 3)), ("week", span(2, 8))]);
        for word in ["mon <= week", "tue <= week", "mon + tue <= week"] {
            assert!(found.contains(&word.to_owned()), "{word}: {found:?}");
        }
        let whole = said(&[("first", span(2, 4)), ("rest", span(5, 8)), ("week", span(2, 8))]);
        assert!(whole.contains(&"first + rest = week".to_owned()), "{whole:?}");
        assert!(whole.contains(&"first <= week".to_owned()), "{whole:?}");
    }

    #[test]
    fn days_are_covered_by_what_overlaps_them() {
        let found = said(&[("a", span(1, 5)), ("b", span(4, 9)), ("c", span(2, 8))]);
        assert!(found.contains(&"c <= a + b".to_owned()), "{found:?}");
        assert!(!found.iter().any(|word| word.starts_with("a <= ")), "{found:?}");
    }
}
