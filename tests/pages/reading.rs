//! A page as a browser takes it: tags, attributes and text. It is read
//! strictly: what is not closed, or not in its place, is a fault.

use std::collections::BTreeMap;

/// A page.
pub struct ReadPage {
    pub bytes: String,
    /// Every tag with its attributes, in order.
    pub tags: Vec<(String, BTreeMap<String, String>)>,
    /// The text between tags, with the names of what it lies in.
    pub texts: Vec<(Vec<String>, String)>,
    pub tables: Vec<ReadTable>,
}

/// A table of a page.
#[derive(Default)]
pub struct ReadTable {
    pub id: String,
    pub keys: Vec<String>,
    pub labels: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub totals: Option<Vec<String>>,
}

/// Tags without an end.
const VOID: [&str; 2] = ["meta", "input"];
/// What is text to its end tag, whatever it holds.
const RAW: [&str; 2] = ["style", "script"];

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    assert!(!text.replace("&amp;", "").contains('&'), "{text}");
    text.replace("&amp;", "&")
}

/// The name of a tag and its attributes.
fn tag(inside: &str) -> (String, BTreeMap<String, String>) {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = BTreeMap::new();
    while !rest.trim().is_empty() {
        // A word alone is on.
        if let Some(word) = ["hidden", "checked"].into_iter().find(|word| rest.trim_start().starts_with(word)) {
            attributes.insert(word.to_owned(), String::new());
            rest = &rest.trim_start()[word.len()..];
            continue;
        }
        let (key, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("{inside}"));
        let (value, after) = after.split_once('"').unwrap();
        assert!(attributes.insert(key.trim().to_owned(), unescaped(value)).is_none(), "{inside}");
        rest = after;
    }
    (name.to_owned(), attributes)
}

impl ReadPage {
    #[track_caller]
    pub fn of(text: &str) -> Self {
        let mut page = Self { bytes: text.to_owned(), tags: Vec::new(), texts: Vec::new(), tables: Vec::new() };
        let mut open: Vec<String> = Vec::new();
        let mut rest = text.strip_prefix("<!DOCTYPE html>").unwrap();
        while let Some((before, after)) = rest.split_once('<') {
            if !before.is_empty() {
                page.texts.push((open.clone(), unescaped(before)));
                page.cell(&open, &unescaped(before));
            }
            let (inside, after) = after.split_once('>').unwrap();
            rest = after;
            if let Some(name) = inside.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(name), "{inside}");
                continue;
            }
            let (name, attributes) = tag(inside);
            page.begins(&name, &attributes, &open);
            page.tags.push((name.clone(), attributes));
            if RAW.contains(&name.as_str()) {
                let (raw, after) = rest.split_once(&format!("</{name}>")).unwrap();
                page.texts.push((vec![name], raw.to_owned()));
                rest = after;
            } else if !VOID.contains(&name.as_str()) {
                open.push(name);
            }
        }
        assert!(open.is_empty() && rest == "\n", "{open:?} {rest:?}");
        page
    }

    /// A tag of a table begins.
    fn begins(&mut self, name: &str, attributes: &BTreeMap<String, String>, open: &[String]) {
        if name == "table" {
            self.tables.push(ReadTable { id: attributes["id"].clone(), ..ReadTable::default() });
        }
        let Some(table) = self.tables.last_mut() else { return };
        let is_in = |part: &str| open.iter().any(|name| name == part);
        match name {
            "th" if is_in("thead") => {
                table.keys.push(attributes["data-key"].clone());
                table.labels.push(String::new());
            }
            "tr" if is_in("tbody") => table.rows.push(Vec::new()),
            "tr" if is_in("tfoot") => table.totals = Some(Vec::new()),
            "td" | "th" if is_in("tbody") => table.rows.last_mut().unwrap().push(String::new()),
            "td" | "th" if is_in("tfoot") => table.totals.as_mut().unwrap().push(String::new()),
            _ => {}
        }
    }

    /// The text of a cell.
    fn cell(&mut self, open: &[String], text: &str) {
        let Some(table) = self.tables.last_mut().filter(|_| open.iter().any(|name| name == "tr")) else { return };
        let cells =
            match open.iter().find(|name| ["thead", "tbody", "tfoot"].contains(&name.as_str())).unwrap().as_str() {
                "thead" => &mut table.labels,
                "tbody" => table.rows.last_mut().unwrap(),
                _ => table.totals.as_mut().unwrap(),
            };
        cells.last_mut().unwrap().push_str(text);
    }

    /// All that is shown as text.
    pub fn text(&self) -> String {
        let shown = self.texts.iter().filter(|(within, _)| !within.iter().any(|name| RAW.contains(&name.as_str())));
        shown.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The insides of the only tag of this name.
    #[track_caller]
    pub fn raw(&self, name: &str) -> &str {
        let found: Vec<&str> =
            self.texts.iter().filter(|(within, _)| within == &[name]).map(|(_, text)| text.as_str()).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0]
    }

    /// How many tags there are of this name.
    pub fn count(&self, name: &str) -> usize {
        self.tags.iter().filter(|(tag, _)| tag == name).count()
    }
}
