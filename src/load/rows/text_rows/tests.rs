use std::io::Cursor;

use super::*;

/// Every row as `number:cells`, and the fault that ended the reading.
fn read(text: &str, delimiter: u8) -> (Vec<String>, Option<String>) {
    let mut rows = TextRows::new(Box::new(Cursor::new(text.to_owned())), delimiter);
    let mut seen = Vec::new();
    loop {
        match rows.advance() {
            Ok(true) => seen.push(format!("{}:{}", rows.row().number, rows.row().texts().join("/"))),
            Ok(false) => return (seen, None),
            Err(fault) => return (seen, Some(fault.to_string())),
        }
    }
}

#[test]
fn row_numbers_are_those_of_a_spreadsheet() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "", "\"1\n2\",x", "c,d", "", "", "e,f"].join(end);
        let (rows, fault) = read(&text, b',');
        assert_eq!(rows, ["1:a/b", "3:1\n2/x", "4:c/d", "7:e/f"], "{end:?}");
        assert_eq!(fault, None);
    }
    assert_eq!(read("a\rb\rc", b',').0, ["1:a", "2:b", "3:c"]);
    // Line ends of every kind in one file.
    assert_eq!(read("a\r\nb\n\nc\r\r\n\nd\ne\r", b',').0, ["1:a", "2:b", "4:c", "7:d", "8:e"]);
    assert_eq!(read("\u{feff}\n\r\na,b\n", b',').0, ["3:a/b"]);
}

#[test]
fn a_line_break_in_a_heading_does_not_tell_how_rows_end() {
    for (inside, end) in [("\n", "\r\n"), ("\r\n", "\n"), ("\r", "\n"), ("\n", "\r")] {
        let text =
            ["\u{feff}\"A\"\"\",1\",\"Practice".to_owned() + inside + "code\"", "1,2".to_owned(), "3,4".to_owned()];
        let (rows, fault) = read(&text.join(end), b',');
        assert_eq!(rows[1..], ["2:1/2", "3:3/4"], "{inside:?} {end:?}");
        assert_eq!(fault, None);
    }
    // A quote inside a cell opens nothing.
    assert_eq!(read("a\"b,\"c\"\r\nd,e\r\n\"f\ng\",h\r\ni,j", b',').0[3], "4:i/j");
}

#[test]
fn an_unclosed_quote_names_the_row_where_it_opened() {
    for end in ["\n", "\r\n"] {
        let (rows, fault) = read(&["a,b", "c,d", "e,\"f", "g,h", ""].join(end), b',');
        assert_eq!(rows.len(), 2);
        assert!(fault.unwrap().contains("opens in row 3"), "{end:?}");
    }
}

#[test]
fn a_backslash_is_data() {
    assert_eq!(read("\"O\\'Reilly\"|\"a\"\"b\"\n", b'|').0, ["1:O\\'Reilly/a\"b"]);
}

#[test]
fn a_record_has_a_longest_length() {
    let (rows, fault) = read(&format!("a\n\"{}\"\n", "x".repeat(3 << 20)), b',');
    assert_eq!(rows, ["1:a"]);
    assert!(fault.unwrap().contains("row 2 is longer than 1 MiB"));
}

#[test]
fn nothing_in_nothing_out() {
    assert_eq!(read("", b','), (vec![], None));
    assert_eq!(read("\n\n", b','), (vec![], None));
}

#[test]
fn marks_behind_the_end_of_a_quoted_cell_are_stray() {
    for (record, stray) in [
        ("a,b,c\n", false),
        ("\"a\",\"b\"\r\n", false),
        ("\"The \"\"Barn\"\", Lane\",\"b\"\n", false),
        ("6\",b\"c, \"d\"\n", false),
        ("\"\",\"\"", false),
        ("\"The \\\"Barn\\\", Lane\",b\n", true),
        ("a,\"The \"Barn\", Lane\",b\n", true),
        ("\"open", false),
    ] {
        assert_eq!(has_stray_quote(record.as_bytes(), b','), stray, "{record}");
    }
}
