//! The published list of immunosuppressed patients: a flag for one's own
//! people, and nothing else. Contact details never come from it.

use super::column_checks::{check_order, check_same};
use super::people::People;
use crate::domain::{DoubtId, Finding, NhsNumber};
use crate::load::files::headings::{Columns, Field};
use crate::load::files::input_file::InputFile;
use crate::load::files::layout::Layout;
use crate::load::rows::cells::dates::{DateEvidence, read_date};
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::reading::Reading;
use crate::load::rows::row::Row;
use crate::load::rows::scan::{ReadFile, Scan};

/// Sets the flag of every person of one's own who is on the list, whatever
/// the date they were added.
pub fn read_immunosuppressed(
    file: &InputFile,
    layout: &Layout,
    reading: &Reading,
    people: &mut People,
) -> Result<ReadFile, FileFault> {
    let columns = &layout.columns;
    let added = columns.first(Field::DateAdded);
    let scan = ListScan { columns, numbers: columns.all(Field::NhsNumber), added, people };
    let (mut evidence, mut listed) = (DateEvidence::default(), Vec::new());
    let (mut rows, mut without) = (0, 0);
    let read = file.scan(layout, reading, &scan, &mut |part: ListPart, _| {
        evidence += part.evidence;
        listed.extend(part.people);
        rows += part.rows;
        without += part.without_number;
    });
    people.listed_rows += rows;
    for index in listed {
        people.add_immunosuppressed(index);
    }
    let read = read?;
    if without > 0 {
        let what = format!("{without} of {rows} rows have no valid NHS number");
        let (id, file) = (DoubtId::ListUnmatched, file.name.clone());
        people.findings.push(Finding { id, file, count: without, of: rows, what, consequence: None });
    }
    check_order(evidence, added, columns).map(|()| read)
}

/// One list being read.
struct ListScan<'a> {
    columns: &'a Columns,
    numbers: &'a [usize],
    added: Option<usize>,
    people: &'a People,
}

/// What a part of a list leaves: indices of one's own people.
#[derive(Default)]
struct ListPart {
    people: Vec<u32>,
    evidence: DateEvidence,
    rows: u64,
    /// Rows without a valid NHS number.
    without_number: u64,
}

impl Scan for ListScan<'_> {
    type Part = ListPart;

    fn row(&self, row: &Row<'_>, part: &mut ListPart) -> Result<(), FileFault> {
        part.rows += 1;
        let number = |column: &usize| NhsNumber::read(row.cell(Some(*column))).ok();
        let person = |column: &usize| number(column).and_then(|number| self.people.find(number));
        if self.numbers.iter().any(|column| person(column).is_some()) {
            check_same(row, self.numbers, self.columns, NhsNumber::clean)?;
        }
        part.without_number += u64::from(self.numbers.first().and_then(number).is_none());
        if let Some(index) = self.numbers.first().and_then(person) {
            read_date(row.cell(self.added), &mut part.evidence);
            part.people.push(index);
        }
        Ok(())
    }

    fn shifted(&self, _: &Row<'_>, _: &mut ListPart) {}
}
