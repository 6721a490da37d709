//! `--disclosure` in workbooks: the figures are those of JSON, and what they
//! mean stands above them.

use super::populations::{crowd, population};
use crate::data::{on, report};
use crate::harness::Folder;
use crate::written_workbooks::{sheets_of, text_of};

/// The cells of a row of a sheet.
fn cells(row: &str) -> Vec<&str> {
    row.split('|').collect()
}

/// Whether a row says how many rows there are of something.
fn counts_rows(row: &str) -> bool {
    let mut before = row.match_indices(" rows").filter_map(|(place, _)| row[..place].rsplit([' ', '|']).next());
    before.any(|word| word.replace(',', "").parse::<u64>().is_ok())
}

#[test]
fn a_workbook_shows_what_json_shows() {
    for folder in [population(3), crowd()] {
        for args in [&["uptake", "--detail", "--by", "cohort"][..], &["boosters"], &["trend"], &["campaign"]] {
            let shown = report(&folder, args[0], &[&args[1..], &["--disclosure", "nhs"]].concat());
            let kept: usize = shown["tables"]
                .as_array()
                .unwrap()
                .iter()
                .map(|table| table["suppressed"].as_array().unwrap().len())
                .sum();
            let out = Folder::new();
            let file = out.file("report.xlsx");
            let more = ["--disclosure", "nhs", "-o", file.to_str().unwrap()];
            on(&folder, args[0], &[&args[1..], &more].concat()).ended(0);
            let bytes = std::fs::read(&file).unwrap();
            let sheets = sheets_of(&bytes);
            let rows: Vec<&String> = sheets.iter().flat_map(|(_, rows)| rows).collect();
            let found = rows.iter().flat_map(|row| cells(row)).filter(|cell| *cell == "[c]").count();
            assert_eq!(found, kept, "{args:?}");
            // Above every table, and on the sheet about the report.
            let said = rows.iter().filter(|row| row.contains("Disclosure control nhs: 0 is none")).count();
            assert_eq!(said, shown["tables"].as_array().unwrap().len() + 1, "{args:?}: {rows:?}");
            assert!(!text_of(&bytes).contains("OFFICIAL-SENSITIVE") && text_of(&bytes).contains("OFFICIAL"));
        }
    }
}

#[test]
fn the_dashboard_keeps_small_numbers_back_and_lists_away() {
    for folder in [population(3), population(5), crowd()] {
        let out = Folder::new();
        let file = out.file("all.xlsx");
        let to = ["-o", file.to_str().unwrap(), "--force", "-q", "--disclosure"];
        for profile in ["nhs", "opensafely", "midpoint6"] {
            let refused = on(&folder, "dashboard", &[&["--with-patients"], &to[..], &[profile]].concat()).ended(4);
            assert!(refused.err.contains("name people"), "{}", refused.err);
            assert!(!file.exists());
        }
        on(&folder, "dashboard", &[&to[..], &["nhs"]].concat()).ended(0);
        let bytes = std::fs::read(&file).unwrap();
        assert!(!text_of(&bytes).contains("OFFICIAL-SENSITIVE"));
        let (mut kept, mut seen) = (0, 0);
        for (sheet, rows) in sheets_of(&bytes) {
            if ["Cover", "Caveats and Information"].contains(&sheet.as_str()) {
                assert!(rows.iter().any(|row| row.contains("[c] is kept back")), "{sheet}: {rows:?}");
                // How many rows a file has, and who is left out, is exact.
                let is_exact = |row: &&String| counts_rows(row) || row.contains("Left out");
                assert!(!rows.iter().any(|row| is_exact(&row)), "{:?}", rows.iter().find(is_exact));
                continue;
            }
            let Some(header) =
                rows.iter().position(|row| cells(row).contains(&"Patients") || row.starts_with("Week of"))
            else {
                continue;
            };
            assert!(rows[..header].iter().any(|row| row.contains("[c] is kept back")), "{sheet}: {rows:?}");
            let columns = cells(&rows[header]);
            for row in &rows[header + 1..] {
                let names = [
                    "Practice",
                    "Practice name",
                    "Cohort",
                    "Who",
                    "Age",
                    "Ethnicity",
                    "Days",
                    "Campaign group",
                    "Week of",
                ];
                for (column, cell) in columns.iter().zip(cells(row)) {
                    let is_count = !names.contains(column) && !column.contains('%') && !column.starts_with("IMD");
                    kept += u32::from(cell == "[c]");
                    if let (true, Ok(count)) = (is_count, cell.parse::<u32>()) {
                        seen += 1;
                        assert!(count % 5 == 0 && count != 5, "{sheet}, {column}: {row}");
                    }
                }
            }
        }
        assert!(kept > 20 && seen > 100, "{kept} {seen}");
    }
}
