//! Native charts point at the right cells and say what they show.

use calamine::Data;

use super::parts::{Parts, attribute, cell, contents, elements, plain};
use super::values::cells;
use super::written;

/// A series of a chart: the cell that names it, its categories and values.
struct Series {
    name: (u32, u32),
    categories: ((u32, u32), (u32, u32)),
    values: ((u32, u32), (u32, u32)),
}

/// `'Ages 16-17'!$B$3:$B$9` on this sheet.
fn range(formula: &str, sheet: &str) -> ((u32, u32), (u32, u32)) {
    let formula = plain(formula);
    let (named, cells) = formula.rsplit_once('!').unwrap();
    assert_eq!(named.trim_matches('\''), sheet, "a chart of another sheet");
    let (from, to) = cells.split_once(':').unwrap_or((cells, cells));
    (cell(from), cell(to))
}

fn series(chart: &str, sheet: &str) -> Vec<Series> {
    let formula = |xml: &str, part: &str| range(contents(contents(xml, part)[0], "c:f")[0], sheet);
    contents(chart, "c:ser")
        .into_iter()
        .map(|xml| Series {
            name: formula(xml, "c:tx").0,
            categories: formula(xml, "c:cat"),
            values: formula(xml, "c:val"),
        })
        .collect()
}

/// Checks every chart of a workbook; gives their titles.
pub fn check_charts(bytes: &[u8], command: &str) -> Vec<String> {
    let parts = Parts::of(bytes);
    let mut titles = Vec::new();
    for (place, name) in parts.sheets().iter().enumerate() {
        let charts = parts.charts(place);
        if charts.is_empty() {
            continue;
        }
        let table = parts.tables(place).remove(0);
        let sheet = cells(bytes, name);
        // Charts of one kind share out the rows: each is drawn once a series.
        let mut drawn: Vec<(u32, u32)> = Vec::new();
        for (chart, text) in charts {
            let at = format!("{command}, {name}");
            let words: Vec<String> = contents(chart, "a:t").into_iter().map(plain).collect();
            // The chart and its two axes.
            assert_eq!(contents(chart, "c:title").len(), 3, "{at}: {words:?}");
            assert!(words.iter().all(|word| !word.trim().is_empty()), "{at}: {words:?}");
            assert!(text.starts_with(&words[0]) && text.contains("The table on this sheet"), "{at}: {text}");
            let found = series(chart, name);
            assert!(!found.is_empty(), "{at}");
            for one in &found {
                let ((first, column), (last, right)) = one.values;
                assert_eq!((one.name.0, one.name.1), (table.rows.0, column), "{at}: named by another cell");
                assert_eq!(column, right, "{at}");
                assert!(first > table.rows.0 && last <= table.rows.1, "{at}: rows {first} to {last}");
                let ((cat_first, left), (cat_last, cat_right)) = one.categories;
                assert_eq!((cat_first, cat_last, left), (first, last, cat_right), "{at}: categories of other rows");
                for row in first..=last {
                    let value = sheet.get_value((row, column)).unwrap_or(&Data::Empty);
                    assert!(matches!(value, Data::Float(_) | Data::Empty), "{at}: {value:?}");
                    let label = sheet.get_value((row, left)).unwrap_or(&Data::Empty);
                    assert!(*label != Data::Empty, "{at}: row {row} has no name");
                }
                drawn.push((first, last));
            }
            let colours: Vec<String> =
                elements(chart, "a:srgbClr").iter().map(|colour| attribute(colour, "val").unwrap()).collect();
            let palette = ["12436D", "28A197", "801650", "F46A25", "FFFFFF", "000000"];
            assert!(colours.iter().all(|colour| palette.contains(&colour.as_str())), "{at}: {colours:?}");
            titles.push(words[0].clone());
        }
        for row in table.rows.0 + 1..=table.rows.1 {
            // What came before the first week is no week, and not drawn.
            let is_earlier = sheet.get_value((row, 0)) == Some(&Data::String("earlier".to_owned()));
            assert!(
                is_earlier || drawn.iter().any(|(first, last)| (*first..=*last).contains(&row)),
                "{command}, {name}: row {row} is not drawn"
            );
        }
    }
    titles
}

#[test]
fn charts_of_reports_point_at_their_cells() {
    for (command, title) in [
        ("uptake", "Uptake, % of patients"),
        ("uptake --detail", "Course status"),
        ("uptake --by ethnicity,imd", "Uptake, % of patients"),
        ("uptake --by age", "Uptake, % of patients"),
        ("cohorts", "Uptake by cohort, % of patients"),
        ("boosters", "Days since the primary course"),
        ("campaign", "Vaccinated in the campaign, % of its patients"),
        ("trend", "Doses by week"),
        ("trend --every month --by brand", "Doses by month"),
        ("activity", "Doses this week, and on the same days of last week"),
    ] {
        assert!(check_charts(&written(command), command).is_empty(), "{command}: a chart that nobody asked for");
        let titles = check_charts(&written(&format!("{command} --chart")), command);
        // One of many rows is several.
        let is_it = |found: &String| found == title || found.starts_with(&format!("{title} (1 of "));
        assert!(titles.iter().any(is_it), "{command}: {titles:?}");
    }
}

#[test]
fn a_chart_of_many_practices_is_several() {
    let folder = crate::harness::Folder::new();
    crate::harness::vaxdash(&["sample", "-o", folder.arg(), "--patients", "900", "--practices", "70"]).ended(0);
    let file = folder.file("out.xlsx");
    crate::data::on(&folder, "uptake", &["--chart", "-o", file.to_str().unwrap()]).ended(0);
    let titles = check_charts(&super::read(&file), "uptake of many practices");
    assert!(titles.len() >= 2 && titles[1].contains("(2 of "), "{titles:?}");
}
