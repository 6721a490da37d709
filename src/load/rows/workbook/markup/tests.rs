use super::*;

/// What is found, in pieces of every length.
fn read(text: &str) -> Result<Markup, BookFault> {
    let whole = |piece: usize| {
        let mut markup = Markup::new();
        text.as_bytes().chunks(piece).try_for_each(|bytes| markup.read(bytes)).map(|()| markup)
    };
    let found = whole(text.len().max(1));
    for piece in [1, 2, 7] {
        assert_eq!(whole(piece).map(|markup| markup.kept), found.as_ref().map(|markup| markup.kept).map_err(|f| *f));
    }
    found
}

#[test]
fn document_types_and_entities_are_refused() {
    for text in [
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>",
        "<a><!ENTITY b \"c\"></a>",
        "<!doctype a><a/>",
        "<?xml version=\"1.0\"?>\n<!  DOCTYPE a>",
    ] {
        assert_eq!(read(text).err(), Some(BookFault::Entities), "{text}");
    }
    for text in ["<a><!-- <!DOCTYPE> --><![CDATA[<!ENTITY]]]]></a>", "<a b='<!DOCTYPE'/>", "<!-- a --- b --><a/>"] {
        assert!(read(text).is_ok(), "{text}");
    }
}

#[test]
fn other_encodings_are_refused() {
    for text in
        ["<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", "<\0a\0/\0>\0", "<?xml encoding='iso-2022-jp'?><a/>"]
    {
        assert_eq!(read(text).err(), Some(BookFault::Broken), "{text}");
    }
    assert!(read("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?><a/>").is_ok());
    assert_eq!(Markup::new().read(b"\xff\xfe<\0").err(), Some(BookFault::Broken));
}

#[test]
fn announced_strings_are_counted() {
    for text in ["<sst uniqueCount=\"99999999999999999999999\">", "<x:sst uniqueCount = '10000001'>"] {
        assert_eq!(read(text).err(), Some(BookFault::TooMuch(Excess::Strings)), "{text}");
    }
    assert!(read("<sst count=\"35000000\" uniqueCount=\"10000000\"><si/></sst>").is_ok());
}

#[test]
fn depth_sheets_and_formats_are_counted() {
    assert_eq!(read(&"<a>".repeat(257)).err(), Some(BookFault::TooMuch(Excess::Depth)));
    assert!(read(&"<a><b/></a>".repeat(300)).is_ok());
    assert_eq!(read(&"<sheet/>".repeat(257)).err(), Some(BookFault::TooMuch(Excess::Sheets)));
    assert_eq!(read(&"<x:font/>".repeat(9)).map(|markup| markup.kept).ok(), Some(9));
}

#[test]
fn a_cell_has_a_longest_length_however_it_is_cut_up() {
    let long = |piece: &str| piece.repeat((17 << 20) / piece.len());
    for (before, piece) in
        [("<c><is>", "<t>aaaaaaaaaaaaaaaaaaaaaaaa</t>"), ("<si>", "<r></r>"), ("<a b=\"", "xxxxxxxx"), ("<a>", "text")]
    {
        let mut markup = Markup::new();
        let found = markup.read(before.as_bytes()).and_then(|()| markup.read(long(piece).as_bytes()));
        assert_eq!(found.err(), Some(BookFault::TooMuch(Excess::Markup)), "{before}");
    }
    let mut markup = Markup::new();
    assert!(markup.read(long("<row><c r=\"A1\"/><c><v>1</v></c></row>").as_bytes()).is_ok());
}

#[test]
fn hidden_rows_and_macros_are_noticed() {
    assert!(read("<row r=\"2\" hidden=\"1\">").is_ok_and(|markup| markup.hidden_rows));
    assert!(read("<row r=\"2\" spans=\"1:2\">").is_ok_and(|markup| !markup.hidden_rows));
    assert!(
        read("<Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>")
            .is_ok_and(|markup| markup.macros)
    );
}
