//! A file of a sample as rows of cells, to be changed and written again.

use std::io;

/// A file of a sample.
#[derive(Debug, Clone)]
pub struct SampleTable {
    /// Its name.
    pub name: String,
    /// What divides its cells.
    delimiter: u8,
    /// The header, then the rows.
    rows: Vec<Vec<String>>,
    /// The bytes, as long as no cell has changed.
    bytes: Option<Vec<u8>>,
}

impl SampleTable {
    /// A file of the sample, taken apart.
    ///
    /// # Errors
    /// Bytes that are no such file: a fault of the program.
    pub fn read(name: String, bytes: Vec<u8>) -> io::Result<Self> {
        let delimiter = if name.starts_with("COVID_") { b'|' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(&bytes[..]);
        let records: Result<Vec<csv::StringRecord>, csv::Error> = reader.records().collect();
        let rows = records?.iter().map(|record| record.iter().map(str::to_owned).collect()).collect();
        Ok(Self { name, delimiter, rows, bytes: Some(bytes) })
    }

    /// A comma-separated file of these rows, the header first.
    pub fn of(name: &str, rows: Vec<Vec<String>>) -> Self {
        Self { name: name.to_owned(), delimiter: b',', rows, bytes: None }
    }

    /// How many rows are below the header.
    pub fn row_count(&self) -> u64 {
        self.rows.len().saturating_sub(1) as u64
    }

    /// The header and the rows, to be changed.
    pub fn rows_mut(&mut self) -> &mut Vec<Vec<String>> {
        self.bytes = None;
        &mut self.rows
    }

    /// The header and the rows.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// The place of a column, if the file has it.
    pub fn column(&self, heading: &str) -> Option<usize> {
        self.rows.first()?.iter().position(|cell| cell == heading)
    }

    /// Changes the cells of a column, one row in so many.
    pub fn change(&mut self, heading: &str, every: usize, new: impl Fn(&str) -> String) {
        let Some(column) = self.column(heading) else { return };
        for row in self.rows_mut().iter_mut().skip(1).step_by(every) {
            if let Some(cell) = row.get_mut(column) {
                *cell = new(cell);
            }
        }
    }

    /// The same to one text.
    pub fn fill(&mut self, heading: &str, every: usize, text: &str) {
        self.change(heading, every, |_| text.to_owned());
    }

    /// Writes a text in every blank cell, but of these columns.
    pub fn fill_blanks(&mut self, text: &str, but: &[&str]) {
        let header = self.rows.first().cloned().unwrap_or_default();
        for row in self.rows_mut().iter_mut().skip(1) {
            let cells = row.iter_mut().zip(&header);
            for (cell, _) in cells.filter(|(cell, heading)| cell.is_empty() && !but.contains(&heading.as_str())) {
                text.clone_into(cell);
            }
        }
    }

    /// Gives a column another heading.
    pub fn rename(&mut self, heading: &str, new: &str) {
        if let Some(column) = self.column(heading) {
            new.clone_into(&mut self.rows_mut()[0][column]);
        }
    }

    /// Leaves columns out.
    pub fn drop_columns(&mut self, headings: &[&str]) {
        for heading in headings {
            let Some(column) = self.column(heading) else { continue };
            for row in self.rows_mut().iter_mut().filter(|row| row.len() > column) {
                row.remove(column);
            }
        }
    }

    /// Adds a column with one cell for all rows.
    pub fn add_column(&mut self, heading: &str, cell: &str) {
        for (place, row) in self.rows_mut().iter_mut().enumerate() {
            row.push(if place == 0 { heading } else { cell }.to_owned());
        }
    }

    /// Keeps the first so many rows.
    pub fn keep(&mut self, rows: usize) {
        self.rows_mut().truncate(rows + 1);
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// None that memory can have.
    pub fn written(&self) -> io::Result<Vec<u8>> {
        if let Some(bytes) = &self.bytes {
            return Ok(bytes.clone());
        }
        let mut writer = csv::WriterBuilder::new().delimiter(self.delimiter).flexible(true).from_writer(Vec::new());
        for row in &self.rows {
            writer.write_record(row)?;
        }
        writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_changed_where_it_is_asked_for_and_else_stays_to_the_byte() {
        let bytes = b"a,b\n1,\"x\"\n2,\n3,\"y,z\"".to_vec();
        let table = SampleTable::read("t.csv".to_owned(), bytes.clone()).unwrap();
        assert_eq!((table.written().unwrap(), table.row_count()), (bytes, 3));
        let mut changed = table;
        changed.fill("a", 2, "9");
        changed.fill_blanks("NULL", &["a"]);
        changed.rename("b", "B");
        changed.add_column("c", "!");
        changed.change("nothing", 1, str::to_owned);
        assert_eq!(changed.written().unwrap(), b"a,B,c\n9,x,!\n2,NULL,!\n9,\"y,z\",!\n");
        changed.drop_columns(&["a", "c", "d"]);
        changed.keep(1);
        assert_eq!(changed.written().unwrap(), b"B\nx\n");
    }
}
