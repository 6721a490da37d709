//! The tables of `check` by which nothing is believed in silence: the doubts,
//! and what each heading was taken for.

use super::model::{Cell, Column, DOUBTS, Kind, Table};
use crate::domain::{Doubt, FileHeadings, HeadingUse};

/// The doubts that stand, each with what to do.
pub fn doubts(doubts: &[Doubt]) -> Table {
    let rows = doubts.iter().map(|doubt| {
        vec![
            Cell::text(doubt.id.name()),
            Cell::text(doubt.consequence.name()),
            Cell::text(if doubt.accepted { "yes" } else { "no" }),
            Cell::text(&doubt.file),
            Cell::Count(doubt.count),
            Cell::Count(doubt.of),
            Cell::text(&doubt.what),
            Cell::text(&doubt.what_to_do),
        ]
    });
    Table::new(
        DOUBTS,
        "Doubts, and what to do",
        vec![
            Column::new("id", "Doubt", Kind::Code),
            Column::new("consequence", "What follows", Kind::Text).or_short("Follows"),
            Column::new("accepted", "Accepted", Kind::Text).or_dropped(),
            Column::new("file", "File", Kind::Text),
            Column::new("count", "Count", Kind::Count).or_dropped(),
            Column::new("of", "Of", Kind::Count).or_dropped(),
            Column::new("what", "What was found", Kind::Text).at_least(20),
            Column::new("do", "What to do", Kind::Text).at_least(20),
        ],
        rows.collect(),
    )
}

/// Each heading of each file with the field it was taken for; where one is not
/// used and looks like a field, the line that names it. The headings that are
/// not used otherwise are one row a file: there may be dozens.
pub fn headings(files: &[FileHeadings]) -> Table {
    let row = |file: &FileHeadings, heading: &str, field: Option<&str>, paste: Option<String>| {
        let field = field.unwrap_or(NOT_USED);
        vec![Cell::text(&file.file), Cell::text(heading), Cell::text(field), paste.map_or(Cell::Null, Cell::text)]
    };
    let rows = files.iter().flat_map(|file| {
        let is_plain = |heading: &&HeadingUse| heading.field.is_none() && heading.looks_like.is_none();
        let telling = file.headings.iter().filter(|heading| !is_plain(heading)).map(move |heading| {
            let paste = heading.looks_like.map(|field| line_to_paste(&heading.heading, field));
            row(file, &heading.heading, heading.field, paste)
        });
        let unused: Vec<&str> = file.headings.iter().filter(is_plain).map(|heading| heading.heading.as_str()).collect();
        let unused = (!unused.is_empty()).then(|| row(file, &unused.join(", "), None, None));
        telling.chain(unused).collect::<Vec<_>>()
    });
    Table::new(
        "headings",
        "What each heading was taken for",
        vec![
            Column::new("file", "File", Kind::Text),
            Column::new("heading", "Heading", Kind::Text).at_least(20),
            Column::new("field", "Taken for", Kind::Text),
            Column::new("paste", "To use it, paste this under [headings] in vaxdash.toml", Kind::Text)
                .or_short("Under [headings]")
                .at_least(20),
        ],
        rows.collect(),
    )
}

/// What stands in place of the field of a heading that is not used.
const NOT_USED: &str = "(not used)";

/// A line of TOML that says which field a heading is.
fn line_to_paste(heading: &str, field: &str) -> String {
    format!("\"{}\" = \"{field}\"", heading.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_paste_is_toml() {
        for heading in ["Went on", "a \"b\"", "c:\\d", "é"] {
            let table: toml::Table = toml::from_str(&line_to_paste(heading, "date_of_death")).unwrap();
            assert_eq!(table[heading].as_str(), Some("date_of_death"), "{heading}");
        }
    }

    #[test]
    fn unused_headings_are_said_to_be_so() {
        let one = |heading: &str, field, looks_like| HeadingUse { heading: heading.to_owned(), field, looks_like };
        let headings_of_file = vec![
            one("NHS no", Some("nhs_number"), None),
            one("Went on", None, Some("date_of_death")),
            one("Shoe size", None, None),
            one("DOB", Some("date_of_birth"), None),
            one("Hat size", None, None),
        ];
        let file = FileHeadings { file: "a.csv".to_owned(), kind: "patients", headings: headings_of_file };
        let rows = headings(&[file]).rows;
        let said: Vec<&[Cell]> = rows.iter().map(|row| &row[1..]).collect();
        let text = Cell::text;
        let expected = [
            [text("NHS no"), text("nhs_number"), Cell::Null],
            [text("Went on"), text("(not used)"), text("\"Went on\" = \"date_of_death\"")],
            [text("DOB"), text("date_of_birth"), Cell::Null],
            [text("Shoe size, Hat size"), text("(not used)"), Cell::Null],
        ];
        assert_eq!(said, expected);
    }
}
