//! The files of a sample together, as faults find them.

use std::io;

use chrono::NaiveDate;

use super::table::SampleTable;
use super::workbook;

/// The files of a sample.
#[derive(Debug)]
pub struct SampleFiles {
    /// The date that the sample is as at.
    pub as_at: NaiveDate,
    /// The files that are rows of cells.
    pub tables: Vec<SampleTable>,
    /// Files whose bytes are made, each with its rows.
    made: Vec<(String, u64, Vec<u8>)>,
}

impl SampleFiles {
    /// The files of a sample as at a date.
    pub fn new(as_at: NaiveDate, tables: Vec<SampleTable>) -> Self {
        Self { as_at, tables, made: Vec::new() }
    }

    /// Changes the files whose names hold a text.
    pub fn each(&mut self, name: &str, change: impl Fn(&mut SampleTable)) {
        self.tables.iter_mut().filter(|table| table.name.contains(name)).for_each(change);
    }

    /// Changes the patients file.
    pub fn patients(&mut self, change: impl Fn(&mut SampleTable)) {
        self.each("patients.csv", change);
    }

    /// Changes the first of the files of EMIS, the largest there is.
    pub fn emis(&mut self, change: impl Fn(&mut SampleTable)) {
        let emis = self.tables.iter_mut().filter(|table| table.name.contains("_YGM41_"));
        emis.take(1).for_each(change);
    }

    /// Changes the older, wide vaccination file.
    pub fn wide(&mut self, change: impl Fn(&mut SampleTable)) {
        self.each("legacy_nims", change);
    }

    /// Changes every vaccination file.
    pub fn events(&mut self, change: impl Fn(&mut SampleTable)) {
        let events = self.tables.iter_mut().filter(|table| table.column("DATE_AND_TIME").is_some());
        events.for_each(change);
    }

    /// Adds a file.
    pub fn add(&mut self, table: SampleTable) {
        self.tables.push(table);
    }

    /// Leaves the files out whose names hold a text.
    pub fn leave_out(&mut self, name: &str) {
        self.tables.retain(|table| !table.name.contains(name));
    }

    /// Changes the text of the first file whose name holds a text; no cell of
    /// it can be changed after.
    ///
    /// # Errors
    /// None that memory can have.
    pub fn text(&mut self, name: &str, change: impl Fn(&str) -> String) -> io::Result<()> {
        let Some(place) = self.tables.iter().position(|table| table.name.contains(name)) else { return Ok(()) };
        let table = self.tables.remove(place);
        let text = String::from_utf8_lossy(&table.written()?).into_owned();
        self.made.push((table.name.clone(), table.row_count(), change(&text).into_bytes()));
        Ok(())
    }

    /// Makes a workbook of the wide vaccination file, with its rows on so many
    /// sheets; the last is hidden where that is asked for.
    ///
    /// # Errors
    /// A workbook that cannot be made.
    pub fn as_workbook(&mut self, sheets: usize, hides_last: bool) -> io::Result<()> {
        let Some(place) = self.tables.iter().position(|table| table.name.contains("legacy_nims")) else {
            return Ok(());
        };
        let table = self.tables.remove(place);
        let bytes = workbook::book(table.rows(), sheets, hides_last)?;
        self.made.push((table.name.replace(".csv", ".xlsx"), table.row_count(), bytes));
        Ok(())
    }

    /// Every file with its name, its rows and its bytes.
    ///
    /// # Errors
    /// None that memory can have.
    pub fn written(self) -> io::Result<Vec<(String, u64, Vec<u8>)>> {
        let tables = self.tables.iter().map(|table| Ok((table.name.clone(), table.row_count(), table.written()?)));
        let mut files = tables.collect::<io::Result<Vec<_>>>()?;
        files.extend(self.made);
        Ok(files)
    }
}
