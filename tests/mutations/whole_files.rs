//! Faults of rows and of whole files.

use super::extract::{ExtractFile, Form};
use super::kinds::Change;

/// Every fault of the rows of a file, by name.
pub fn of_rows(file: &ExtractFile) -> Vec<(String, Change)> {
    let rows = file.rows.len();
    let mut made: Vec<(String, Change)> = Vec::new();
    let mut add = |name: String, change: Change| made.push((name, change));
    for part in [30, 55, 80] {
        let row = (rows * part / 100).max(1).min(rows - 1);
        add(
            format!("join rows {row} and the next"),
            lines(move |lines| {
                if row + 1 < lines.len() {
                    let next = lines.remove(row + 1);
                    lines[row].push_str(&next);
                }
            }),
        );
        add(
            format!("cut within row {row}"),
            text(move |text| {
                let start: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
                let line = text[start..].lines().next().unwrap_or_default();
                let kept = (0..=line.len() * 2 / 3).rev().find(|end| line.is_char_boundary(*end)).unwrap();
                text[..start + kept].to_owned()
            }),
        );
        add(
            format!("open a quotation mark in row {row}"),
            lines(move |lines| {
                let delimiter = if lines[0].contains('|') { '|' } else { ',' };
                if let Some(place) = lines[row].find(delimiter) {
                    lines[row].insert(place + 1, '"');
                }
            }),
        );
        add(
            format!("a blank line, and the header once more, before row {row}"),
            lines(move |lines| {
                let header = lines[0].clone();
                lines.splice(row..row, [String::new(), header]);
            }),
        );
        add(
            format!("another delimiter from row {row}"),
            lines(move |lines| {
                let old = if lines[0].contains('|') { '|' } else { ',' };
                for line in lines.iter_mut().skip(row) {
                    *line = line.replace(old, ";");
                }
            }),
        );
        for (name, by) in [("right", 1), ("left", usize::MAX)] {
            add(format!("cells moved to the {name} from row {row}"), cells_from(row, move |cells| turn(cells, by)));
            add(format!("cells moved to the {name} in row {row}"), Box::new(move |file| turn(&mut file.rows[row], by)));
        }
        add(format!("cells backwards from row {row}"), cells_from(row, |cells| cells.reverse()));
        add(format!("the first two cells swapped from row {row}"), cells_from(row, |cells| cells.swap(0, 1)));
        add(format!("a cell more from row {row}"), cells_from(row, |cells| cells.insert(1, "1".to_owned())));
        add(format!("a cell less from row {row}"), cells_from(row, |cells| drop(cells.remove(1))));
        add(format!("no last cell from row {row}"), cells_from(row, |cells| cells.truncate(cells.len() - 1)));
    }
    add(
        "every row twice".to_owned(),
        Box::new(|file| {
            let body = file.rows[1..].to_vec();
            file.rows.extend(body);
        }),
    );
    made
}

/// Every fault of a file as a whole, by name.
pub fn of_file() -> Vec<(String, Change)> {
    let mut made: Vec<(String, Change)> = Vec::new();
    let mut add = |name: &str, change: Change| made.push((name.to_owned(), change));
    add("nothing in it", text(|_| String::new()));
    add("a line end alone", text(|_| "\r\n".to_owned()));
    add("headings and no rows", Box::new(|file| file.rows.truncate(1)));
    add("rows and no headings", Box::new(|file| drop(file.rows.remove(0))));
    add("hidden", Box::new(|file| file.name.insert(0, '.')));
    add("a lock file's name", Box::new(|file| file.name.insert_str(0, "~$")));
    for ending in [".bak", ".zip", ".xls", ".ods", "", ".psv", ".txt", ".tab", ".dat", ".CSV", ".xlsx", ".csv.old"] {
        add(&format!("the ending {ending:?}"), Box::new(move |file| file.name = file.name.replace(".csv", ending)));
    }
    add("a workbook", Box::new(|file| file.form = Form::Book));
    add("a workbook of three sheets", Box::new(|file| (file.form, file.sheets) = (Form::Book, 3)));
    add(
        "a workbook with a hidden sheet",
        Box::new(|file| {
            (file.form, file.sheets, file.hides_last) = (Form::Book, 2, true);
        }),
    );
    add(
        "UTF-16",
        Box::new(|file| {
            let text = String::from_utf8(file.text()).unwrap();
            file.bytes = Some([0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect());
        }),
    );
    add("a byte-order mark and CR LF", text(|text| format!("\u{feff}{}", text.replace('\n', "\r\n"))));
    add(
        "Windows-1252",
        Box::new(|file| {
            let text = String::from_utf8(file.text()).unwrap();
            file.bytes = Some(text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect());
        }),
    );
    add(
        "three lines above the headings",
        text(|text| {
            format!("Report of the surgery\n\nOrganisation Code,Q10001\nSource,EMIS,Last refreshed,10/05/2022\n{text}")
        }),
    );
    add("a line below the last row", text(|text| format!("{text}Total rows,17\n")));
    for delimiter in [b';', b'\t', b'|', b','] {
        add(&format!("cut by {:?}", char::from(delimiter)), Box::new(move |file| file.delimiter = delimiter));
    }
    made
}

fn text(new: impl Fn(&str) -> String + 'static) -> Change {
    Box::new(move |file| file.bytes = Some(new(&String::from_utf8(file.text()).unwrap()).into_bytes()))
}

/// Changes lines of text; a record with a line break in a cell is two.
fn lines(change: impl Fn(&mut Vec<String>) + 'static) -> Change {
    text(move |text| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        change(&mut lines);
        lines.join("\n") + "\n"
    })
}

fn cells_from(row: usize, change: impl Fn(&mut Vec<String>) + 'static) -> Change {
    Box::new(move |file| file.rows.iter_mut().skip(row).for_each(&change))
}

fn turn(cells: &mut [String], by: usize) {
    if by == 1 { cells.rotate_right(1) } else { cells.rotate_left(1) }
}
