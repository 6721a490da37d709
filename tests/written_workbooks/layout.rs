//! Tables, headers, formats and print, as a spreadsheet program finds them.

use std::collections::HashSet;

use super::parts::{Parts, attribute, contents, elements};
use super::{REPORTS, written};

/// What holds of every workbook.
pub fn check_book(parts: &Parts, command: &str) {
    let names = parts.sheets();
    let mut tables = HashSet::new();
    let lower: HashSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(lower.len(), names.len(), "{command}: two sheets of one name in {names:?}");
    for (place, name) in names.iter().enumerate() {
        let at = format!("{command}, {name}");
        assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{at}");
        let sheet = parts.sheet(place);
        assert!(elements(sheet, "mergeCell").is_empty(), "{at}: merged cells");
        let setup = elements(sheet, "pageSetup")[0];
        assert_eq!(attribute(setup, "orientation").as_deref(), Some("landscape"), "{at}");
        assert_eq!(attribute(setup, "paperSize").as_deref(), Some("9"), "{at}: not A4");
        assert!(attribute(setup, "fitToWidth").is_none_or(|pages| pages == "1"), "{at}");
        let fit = elements(sheet, "pageSetUpPr");
        assert_eq!(attribute(fit[0], "fitToPage").as_deref(), Some("1"), "{at}");
        assert!(sheet.contains("OFFICIAL-SENSITIVE"), "{at}: no marking in print");
        let found = parts.tables(place);
        let pane = elements(sheet, "pane");
        assert_eq!(attribute(pane[0], "state").as_deref(), Some("frozen"), "{at}");
        for table in &found {
            assert!(tables.insert(table.name.to_lowercase()), "{at}: {} twice", table.name);
            assert!(!lower.contains(&table.name.to_lowercase()), "{at}: a table named as a sheet");
            assert_eq!(table.columns.0, 0, "{at}: the table does not begin in column A");
            let unique: HashSet<String> = table.headers.iter().map(|header| header.to_lowercase()).collect();
            assert_eq!(unique.len(), table.headers.len(), "{at}: {:?}", table.headers);
            assert_eq!(attribute(pane[0], "ySplit").unwrap(), (table.rows.0 + 1).to_string(), "{at}: frozen elsewhere");
            assert!(table.rows.1 > table.rows.0, "{at}: no rows");
        }
        assert!(found.len() <= 1, "{at}: more than one table");
        let widths: Vec<f64> =
            elements(sheet, "col").iter().map(|col| attribute(col, "width").unwrap().parse().unwrap()).collect();
        assert!(!widths.is_empty() && widths.iter().all(|width| (5.0..=80.0).contains(width)), "{at}: {widths:?}");
    }
}

#[test]
fn every_workbook_has_one_table_a_sheet() {
    for command in REPORTS {
        let bytes = written(command);
        let parts = Parts::of(&bytes);
        check_book(&parts, command);
        for place in 0..parts.sheets().len() {
            assert_eq!(parts.tables(place).len(), 1, "{command}");
            assert_eq!(parts.tables(place)[0].rows.0, 0, "{command}: the header is not in row 1");
        }
    }
}

#[test]
fn lists_can_be_filtered() {
    let parts = Parts::of(&written("second-dose --list"));
    let table = parts.part("xl/tables/table1.xml");
    assert_eq!(elements(table, "autoFilter").len(), 1);
}

#[test]
fn cells_have_the_formats_of_their_kind() {
    let bytes = written("second-dose --list");
    let parts = Parts::of(&bytes);
    let styles = parts.part("xl/styles.xml");
    let formats: Vec<String> =
        elements(styles, "numFmt").iter().map(|format| attribute(format, "formatCode").unwrap()).collect();
    assert!(formats.iter().any(|format| format == "dd/mm/yyyy"), "{formats:?}");
    let fonts = contents(styles, "font");
    assert!(fonts.iter().all(|font| font.contains("<name val=\"Arial\"/>")), "{fonts:?}");
    assert!(fonts[0].contains("<sz val=\"12\"/>"));
    // Which format each cell of the first row has.
    let kinds = contents(contents(styles, "cellXfs")[0], "xf");
    assert!(kinds.len() < 40, "a format a cell");
    let xfs = elements(contents(styles, "cellXfs")[0], "xf");
    let row = contents(parts.sheet(0), "row")[1];
    let number_format = |reference: &str| {
        let cell =
            elements(row, "c").into_iter().find(|cell| attribute(cell, "r").as_deref() == Some(reference)).unwrap();
        let style: usize = attribute(cell, "s").unwrap_or_default().parse().unwrap_or(0);
        let id = attribute(xfs[style], "numFmtId").unwrap();
        let codes = elements(styles, "numFmt").into_iter();
        let code = codes.filter(|code| attribute(code, "numFmtId").unwrap() == id);
        code.map(|code| attribute(code, "formatCode").unwrap()).next().unwrap_or(id)
    };
    let headers = &parts.tables(0)[0].headers;
    let column = |label: &str| headers.iter().position(|header| header == label).unwrap();
    let reference = |label: &str| format!("{}2", char::from(b'A' + u8::try_from(column(label)).unwrap()));
    assert_eq!(number_format(&reference("NHS number")), "@");
    assert_eq!(number_format(&reference("Days overdue")), "#,##0");
    assert_eq!(number_format(&reference("Date of birth")), "dd/mm/yyyy");
    let uptake = Parts::of(&written("uptake"));
    let codes = elements(uptake.part("xl/styles.xml"), "numFmt");
    assert!(codes.iter().any(|format| attribute(format, "formatCode").as_deref() == Some("0.0")), "{codes:?}");
}

#[test]
fn an_empty_list_says_so() {
    let bytes = written("second-dose --list --age 119+");
    let parts = Parts::of(&bytes);
    assert!(parts.tables(0).is_empty());
    assert!(parts.part("xl/sharedStrings.xml").contains("Nothing to show"));
}
