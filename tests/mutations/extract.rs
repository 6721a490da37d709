//! A good extract in memory, and its files as they are changed and written.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::Workbook;
use vaxdash::rules::RuleSet;
use vaxdash::sample::{SamplePlan, sample_in_memory};

/// In which form a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Delimited text.
    Text,
    /// A workbook of text cells.
    Book,
}

/// A file of the extract.
#[derive(Clone)]
pub struct ExtractFile {
    pub name: String,
    pub delimiter: u8,
    /// The header, then the rows.
    pub rows: Vec<Vec<String>>,
    pub form: Form,
    /// Its sheets where it is a workbook; the last may be hidden.
    pub sheets: usize,
    pub hides_last: bool,
    /// A workbook's column whose cells are numbers, where they can be.
    pub numbers: Option<usize>,
    /// Other bytes than those of its rows.
    pub bytes: Option<Vec<u8>>,
}

/// The date of the extract.
pub fn as_at() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 5, 11).unwrap()
}

/// The good extract: 200 people of three practices.
pub fn good(rules: &RuleSet) -> Vec<ExtractFile> {
    let plan = SamplePlan { patients: 200, practices: 3, seed: 5, as_at: as_at() };
    let (made, _) = sample_in_memory(&plan, rules, 1).unwrap();
    made.into_iter().map(|(name, bytes)| ExtractFile::read(name, &bytes)).collect()
}

impl ExtractFile {
    fn read(name: String, bytes: &[u8]) -> Self {
        let delimiter = if name.starts_with("COVID_") { b'|' } else { b',' };
        let mut options = csv::ReaderBuilder::new();
        let mut reader = options.delimiter(delimiter).has_headers(false).flexible(true).from_reader(bytes);
        let rows = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        Self { name, delimiter, rows, form: Form::Text, sheets: 1, hides_last: false, numbers: None, bytes: None }
    }

    /// The bytes of its rows as text.
    pub fn text(&self) -> Vec<u8> {
        let mut options = csv::WriterBuilder::new();
        let mut writer = options.delimiter(self.delimiter).flexible(true).from_writer(Vec::new());
        self.rows.iter().for_each(|row| writer.write_record(row).unwrap());
        writer.into_inner().unwrap()
    }

    fn book(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let (header, body) = self.rows.split_first().unwrap();
        let part = body.len().div_ceil(self.sheets).max(1);
        for place in 0..self.sheets {
            let sheet = book.add_worksheet();
            if self.hides_last && place + 1 == self.sheets {
                sheet.set_hidden(true);
            }
            let rows = std::iter::once(header).chain(body.iter().skip(place * part).take(part));
            for (row, cells) in (0_u32..).zip(rows) {
                for (column, cell) in (0_u16..).zip(cells) {
                    let number = cell.parse::<f64>().ok().filter(|_| row > 0 && self.numbers == Some(column.into()));
                    match number {
                        Some(number) => sheet.write_number(row, column, number).unwrap(),
                        None if cell.is_empty() => continue,
                        None => sheet.write_string(row, column, cell).unwrap(),
                    };
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    fn write(&self, folder: &Path) {
        let (name, bytes) = match (&self.bytes, self.form) {
            (Some(bytes), _) => (self.name.clone(), bytes.clone()),
            (None, Form::Text) => (self.name.clone(), self.text()),
            (None, Form::Book) => (self.name.replace(".csv", ".xlsx"), self.book()),
        };
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// Writes the files into a folder, which has no others after.
pub fn write_all(files: &[ExtractFile], folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    for file in files {
        file.write(folder);
    }
}
