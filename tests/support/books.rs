//! Workbooks for the tests: of a table, cell by cell, or part by part.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Writes the cells of delimited text to a sheet, each as text.
pub fn fill(sheet: &mut Worksheet, text: &[u8], delimiter: u8) {
    let text = String::from_utf8_lossy(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)).into_owned();
    let mut options = csv::ReaderBuilder::new();
    let mut reader = options.delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    for (row, record) in (0..).zip(reader.records()) {
        for (column, cell) in (0..).zip(&record.unwrap()).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
}

/// A workbook with one sheet for each of these delimited texts.
pub fn of_texts(sheets: &[(&str, &str)], delimiter: u8) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, text) in sheets {
        fill(book.add_worksheet().set_name(*name).unwrap(), text.as_bytes(), delimiter);
    }
    book.save_to_buffer().unwrap()
}

/// A workbook of one sheet that holds this comma-separated text.
pub fn of_csv(text: &str) -> Vec<u8> {
    of_texts(&[("Sheet1", text)], b',')
}

/// A workbook of one sheet filled cell by cell.
pub fn of_cells(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
const RELS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const BOOK_RELS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

/// The parts of a workbook, to be changed before they are packed.
#[derive(Clone)]
pub struct Parts(Vec<(String, Vec<u8>)>);

impl Parts {
    /// A workbook whose one sheet has these rows, as markup.
    pub fn of_rows(rows: &str) -> Self {
        Self::of_sheet(&format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        ))
    }

    /// A workbook whose one sheet is this markup.
    pub fn of_sheet(sheet: &str) -> Self {
        let parts = [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        Self(parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).to_vec())
    }

    /// The workbook with this part, in the place of the one of that name.
    pub fn with(mut self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.0.retain(|(known, _)| known != name);
        self.and(name, bytes)
    }

    /// The workbook with this part besides.
    pub fn and(mut self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.0.push((name.to_owned(), bytes.as_ref().to_vec()));
        self
    }

    /// The workbook with one text of a part in the place of another.
    pub fn changed(self, name: &str, from: &str, to: &str) -> Self {
        let (_, bytes) = self.0.iter().find(|(known, _)| known == name).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        self.with(name, text.replace(from, to))
    }

    pub fn packed(&self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, bytes) in &self.0 {
            archive.start_file(name, options).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }
}

/// A row of markup from the markup of its cells, whose places are left out.
pub fn row(number: u32, cells: &[&str]) -> String {
    let placed = ('A'..).zip(cells).map(|(column, cell)| cell.replacen("<c", &format!("<c r=\"{column}{number}\""), 1));
    format!("<row r=\"{number}\">{}</row>", placed.collect::<String>())
}

/// The markup of a cell that holds its text itself.
pub fn inline(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}
