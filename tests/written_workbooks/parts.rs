//! The parts of a workbook: enough of its XML to look at what no reader of
//! values shows.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// A workbook's parts by path.
pub struct Parts(BTreeMap<String, String>);

/// A table of a sheet.
#[derive(Debug)]
pub struct Table {
    pub name: String,
    /// First and last row, first and last column, counted from 0.
    pub rows: (u32, u32),
    pub columns: (u32, u32),
    pub headers: Vec<String>,
}

impl Parts {
    pub fn of(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for place in 0..archive.len() {
            let mut entry = archive.by_index(place).unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            let name = entry.name().unwrap().into_owned();
            parts.insert(name, text);
        }
        Self(parts)
    }

    /// All parts, one after the other.
    pub fn text(&self) -> String {
        self.0.values().flat_map(|part| [part.as_str(), "\n"]).collect()
    }

    pub fn part(&self, path: &str) -> &str {
        self.0.get(path).unwrap_or_else(|| panic!("no part {path}"))
    }

    /// The names of the sheets, in order.
    pub fn sheets(&self) -> Vec<String> {
        elements(self.part("xl/workbook.xml"), "sheet").iter().map(|sheet| attribute(sheet, "name").unwrap()).collect()
    }

    /// The XML of a sheet, counted from 0.
    pub fn sheet(&self, place: usize) -> &str {
        self.part(&format!("xl/worksheets/sheet{}.xml", place + 1))
    }

    /// The tables of a sheet.
    pub fn tables(&self, place: usize) -> Vec<Table> {
        self.related(&format!("xl/worksheets/_rels/sheet{}.xml.rels", place + 1), "tables/").map(table).collect()
    }

    /// The charts of a sheet with their alternative texts.
    pub fn charts(&self, place: usize) -> Vec<(&str, String)> {
        let sheet = format!("xl/worksheets/_rels/sheet{}.xml.rels", place + 1);
        let Some(rels) = self.0.get(&sheet) else { return Vec::new() };
        let drawings = elements(rels, "Relationship").into_iter().filter_map(|rel| attribute(rel, "Target"));
        let drawings: Vec<String> = drawings.filter(|target| target.contains("drawings/drawing")).collect();
        let mut charts = Vec::new();
        for drawing in drawings {
            let name = drawing.rsplit('/').next().unwrap();
            let texts = elements(self.part(&format!("xl/drawings/{name}")), "xdr:cNvPr");
            let texts = texts.into_iter().map(|text| attribute(text, "descr").unwrap_or_default());
            let drawn = self.related(&format!("xl/drawings/_rels/{name}.rels"), "charts/");
            charts.extend(drawn.zip(texts));
        }
        charts
    }

    /// The parts that relations point at, in the order of their numbers.
    fn related<'a>(&'a self, rels: &str, folder: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let rels = self.0.get(rels).map(String::as_str).unwrap_or_default();
        let targets: Vec<String> = elements(rels, "Relationship")
            .into_iter()
            .filter_map(|rel| attribute(rel, "Target"))
            .filter(|target| target.contains(folder))
            .collect();
        targets.into_iter().map(move |target| self.part(&format!("xl/{}", target.trim_start_matches("../"))))
    }
}

fn table(xml: &str) -> Table {
    let head = elements(xml, "table")[0];
    let (from, to) = attribute(head, "ref").unwrap().split_once(':').map(|(a, b)| (cell(a), cell(b))).unwrap();
    Table {
        name: attribute(head, "displayName").unwrap(),
        rows: (from.0, to.0),
        columns: (from.1, to.1),
        headers: elements(xml, "tableColumn").iter().map(|column| attribute(column, "name").unwrap()).collect(),
    }
}

/// `$B$3` or `B3` as row and column, counted from 0.
pub fn cell(reference: &str) -> (u32, u32) {
    let letters = reference.chars().filter(char::is_ascii_alphabetic);
    let column = letters.fold(0, |sum, letter| sum * 26 + u32::from(letter) - u32::from('A') + 1);
    let digits: String = reference.chars().filter(char::is_ascii_digit).collect();
    (digits.parse::<u32>().unwrap() - 1, column - 1)
}

/// The opening tags of all elements of this name.
pub fn elements<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!("<{name}");
    xml.match_indices(&opening)
        .filter(|(at, _)| xml[at + opening.len()..].starts_with([' ', '>', '/']))
        .map(|(at, _)| &xml[at..at + xml[at..].find('>').unwrap()])
        .collect()
}

/// What stands between the tags of all elements of this name.
pub fn contents<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let (opening, closing) = (format!("<{name}"), format!("</{name}>"));
    xml.match_indices(&opening)
        .filter(|(at, _)| xml[at + opening.len()..].starts_with([' ', '>']))
        .map(|(at, _)| {
            let from = at + xml[at..].find('>').unwrap() + 1;
            &xml[from..from + xml[from..].find(&closing).unwrap()]
        })
        .collect()
}

/// The value of an attribute.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(plain(&tag[from..from + tag[from..].find('"')?]))
}

/// XML text as it is meant.
pub fn plain(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&apos;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
