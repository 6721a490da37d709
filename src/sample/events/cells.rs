//! Rows of the vaccination files: the batch format v5, and an older, wide layout.

use super::row::{EventDate, EventRow, NotGivenMark, RowSubject};
use crate::sample::calendar::{Day, civil, day, is_summer_time};
use crate::sample::files::{ExtractFile, SampleSupplier};
use crate::sample::names::VACCINATORS;
use crate::sample::people::SyntheticPerson;
use crate::sample::practices::Registration;
use crate::sample::random::{Rng, Stream};
use crate::sample::text;
use crate::sample::world::World;

/// The namespace of ODS codes.
const ODS: &[u8] = b"https://fhir.nhs.uk/Id/ods-organization-code";

/// Cells between quotes, with delimiters between them.
struct QuotedCells<'a> {
    out: &'a mut Vec<u8>,
    delimiter: u8,
    start: usize,
}

impl QuotedCells<'_> {
    fn delimit(&mut self) {
        if self.out.len() > self.start {
            self.out.push(self.delimiter);
        }
    }

    /// A cell whose bytes need no escape.
    fn cell(&mut self, bytes: &[u8]) {
        self.with(|out| out.extend_from_slice(bytes));
    }

    /// A cell that is written by `write`.
    fn with(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.delimit();
        self.out.push(b'"');
        write(self.out);
        self.out.push(b'"');
    }

    /// A cell without quotes.
    fn bare(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.delimit();
        write(self.out);
    }

    /// A cell whose quotes must be doubled.
    fn text(&mut self, bytes: &[u8]) {
        self.delimit();
        text::quoted(self.out, bytes);
    }

    fn blank(&mut self, cells: usize) {
        for _ in 0..cells {
            self.cell(b"");
        }
    }
}

/// What is not in the plan of a row and must be the same each time it is sent.
struct Details {
    /// Seconds since midnight, in whole minutes.
    minute: u32,
    batch: u32,
    shelf_life: i32,
    vaccinator: (&'static str, &'static str),
    left_arm: bool,
    primary: bool,
    site: u32,
    unique: u64,
}

impl World {
    /// Adds a vaccination row of a person to the buffer of its file.
    pub fn event_row(&self, person: &SyntheticPerson, row: &EventRow, out: &mut Vec<u8>) {
        let file = row.source.file(row.later);
        if file.lacks_final_line_end() {
            out.extend_from_slice(file.line_end());
        }
        let delimiter = if file == ExtractFile::Nims { b',' } else { b'|' };
        let start = out.len();
        let mut cells = QuotedCells { out, delimiter, start };
        let details = self.details(person, row);
        if file == ExtractFile::Nims {
            self.wide(&mut cells, person, row, &details);
        } else {
            self.v5(&mut cells, file, person, row, &details);
        }
        if !file.lacks_final_line_end() {
            out.extend_from_slice(file.line_end());
        }
    }

    fn details(&self, person: &SyntheticPerson, row: &EventRow) -> Details {
        let mut rng = Rng::new(self.seed, Stream::Details, record(person, row));
        let unique = rng.draw();
        Details {
            minute: 8 * 60 + rng.below(11 * 60),
            batch: rng.below(10_000),
            shelf_life: 40 + rng.days(60),
            vaccinator: rng.pick(&VACCINATORS),
            left_arm: rng.chance(880),
            primary: rng.chance(960),
            site: rng.below(60),
            unique,
        }
    }

    /// The person a row says it is of, where that is another.
    fn named(&self, person: &SyntheticPerson, row: &EventRow) -> Option<SyntheticPerson> {
        (row.subject == RowSubject::Neighbour).then(|| self.person((person.row + 1) % self.rows.max(1)))
    }

    fn nhs_number(&self, person: &SyntheticPerson, row: &EventRow, out: &mut Vec<u8>) {
        match row.subject {
            RowSubject::Own | RowSubject::Neighbour => {
                out.extend_from_slice(b"999");
                text::digits(out, person.number, 7);
            }
            RowSubject::Blank => {}
            RowSubject::Zero => out.push(b'0'),
            RowSubject::BadCheckDigit => person.number_failing_check(out),
            RowSubject::Stranger => {
                let mut rng = Rng::new(self.seed, Stream::Details, record(person, row) + (1 << 50));
                out.extend_from_slice(b"999");
                text::digits(out, self.numbers.stranger(&mut rng), 7);
            }
        }
    }

    fn v5(
        &self,
        cells: &mut QuotedCells,
        file: ExtractFile,
        person: &SyntheticPerson,
        row: &EventRow,
        details: &Details,
    ) {
        if row.ids_only {
            cells.blank(9);
            self.identity(cells, file, person, row, details);
            cells.blank(22);
            return;
        }
        let other = self.named(person, row);
        let named = other.as_ref().unwrap_or(person);
        if file.unquoted_numbers() {
            // Nothing is on the line before it, so that no delimiter is due even where it is empty.
            self.nhs_number(named, row, cells.out);
            cells.out.push(cells.delimiter);
            cells.start = cells.out.len();
        } else {
            cells.with(|out| self.nhs_number(named, row, out));
        }
        cells.text(named.forename.as_bytes());
        cells.with(|out| surname(named, out));
        cells.with(|out| text::compact_date(out, named.birth));
        cells.with(|out| out.push(b'0' + named.gender));
        cells.with(|out| named.postcode(out));
        cells.with(|out| compact_time(row.when, details, out));
        cells.with(|out| site(person, row, details, out));
        cells.cell(ODS);
        self.identity(cells, file, person, row, details);
        cells.cell(details.vaccinator.0.as_bytes());
        cells.cell(details.vaccinator.1.as_bytes());
        cells.with(|out| match row.recorded {
            Some(EventDate::Usual(on) | EventDate::Iso(on)) => text::compact_date(out, on),
            Some(EventDate::CenturyEarly(on)) => text::compact_date(out, century_early(on)),
            _ => {}
        });
        cells.cell(if details.primary { b"TRUE" } else { b"FALSE" });
        vaccine(cells, file, row, details);
        cells.cell(b"443684005");
        cells.cell(b"X99999");
        cells.cell(ODS);
    }

    fn wide(&self, cells: &mut QuotedCells, person: &SyntheticPerson, row: &EventRow, details: &Details) {
        self.identity(cells, ExtractFile::Nims, person, row, details);
        cells.with(|out| self.nhs_number(person, row, out));
        cells.with(|out| surname(person, out));
        cells.text(person.forename.as_bytes());
        cells.with(|out| text::iso_date(out, person.birth));
        cells.with(|out| out.push(b'0' + person.gender));
        cells.with(|out| person.postcode(out));
        cells.with(|out| site(person, row, details, out));
        cells.cell(ODS);
        cells.cell(b"Mass vaccination centre");
        cells.with(|out| iso_time(row.when, details, out));
        cells.with(|out| match row.recorded {
            Some(EventDate::Usual(on) | EventDate::Iso(on)) => text::iso_date(out, on),
            Some(EventDate::CenturyEarly(on)) => text::iso_date(out, century_early(on)),
            _ => {}
        });
        cells.cell(if details.primary { b"TRUE" } else { b"FALSE" });
        cells.cell(if row.refusal == NotGivenMark::Flag { b"TRUE" } else { b"FALSE" });
        if matches!(row.refusal, NotGivenMark::Flag | NotGivenMark::Reason) {
            cells.cell(b"310376006");
            cells.cell(b"Immunisation consent not given (finding)");
        } else {
            cells.blank(2);
        }
        if let NotGivenMark::Situation(situation) = row.refusal {
            cells.cell(situation.code.as_bytes());
            cells.cell(situation.term.as_bytes());
        } else {
            cells.blank(2);
        }
        vaccine(cells, ExtractFile::Nims, row, details);
        cells.cell(b"443684005");
        cells.cell(details.vaccinator.0.as_bytes());
        cells.cell(details.vaccinator.1.as_bytes());
        cells.cell(b"X99999");
        cells.cell(ODS);
        cells.cell(b"413294000");
        cells.cell(b"310375005");
    }

    /// UNIQUE_ID, UNIQUE_ID_URI and ACTION_FLAG.
    fn identity(
        &self,
        cells: &mut QuotedCells,
        file: ExtractFile,
        person: &SyntheticPerson,
        row: &EventRow,
        details: &Details,
    ) {
        cells.with(|out| {
            text::hexadecimal(out, details.unique, 8);
            for part in 0..3 {
                out.push(b'-');
                text::hexadecimal(out, details.unique >> (16 * part + 16), 4);
            }
            out.push(b'-');
            // The last part alone tells every record from every other; the
            // seed only changes its looks.
            text::hexadecimal(out, record(person, row) ^ (self.seed & 0xFFFF) << 32, 12);
        });
        cells.cell(row.source.uri());
        cells.cell(row.action.unwrap_or(file.new_action()).as_bytes());
    }
}

/// What tells a record from every other: the row of its person and its number there.
fn record(person: &SyntheticPerson, row: &EventRow) -> u64 {
    u64::from(person.row) << 6 | u64::from(row.id & 63)
}

/// SITE_CODE: where the vaccine was given.
fn site(person: &SyntheticPerson, row: &EventRow, details: &Details, out: &mut Vec<u8>) {
    match row.source {
        SampleSupplier::Emis | SampleSupplier::Tpp => Registration::Listed(person.home).code(out),
        SampleSupplier::Pinnacle => {
            out.extend_from_slice(b"QF");
            text::digits(out, 100 + details.site, 3);
        }
        SampleSupplier::Ravs => {
            out.extend_from_slice(b"QH");
            text::digits(out, details.site % 7, 1);
        }
        SampleSupplier::Nims => {
            out.extend_from_slice(b"QV");
            text::digits(out, details.site % 20, 3);
        }
    }
}

fn surname(person: &SyntheticPerson, out: &mut Vec<u8>) {
    out.extend_from_slice(person.surname.0.as_bytes());
    out.extend_from_slice(person.surname.1.as_bytes());
}

/// The cells from VACCINATION_PROCEDURE_CODE to DOSE_UNIT_TERM, which both layouts share.
fn vaccine(cells: &mut QuotedCells, file: ExtractFile, row: &EventRow, details: &Details) {
    if let Some(procedure) = row.procedure {
        cells.cell(procedure.code.as_bytes());
        if row.broken_text {
            cells.text(b"First dose | given at the \"old\"\nhall, upstairs");
        } else {
            cells.cell(procedure.term.as_bytes());
        }
    } else {
        cells.blank(2);
    }
    let sequence = |out: &mut Vec<u8>| {
        if row.sequence > 0 {
            text::number(out, row.sequence);
        }
    };
    if file.unquoted_numbers() {
        cells.bare(sequence);
    } else {
        cells.with(sequence);
    }
    let Some(product) = row.product else {
        cells.blank(12);
        return;
    };
    cells.cell(product.code.as_bytes());
    cells.cell(product.term.as_bytes());
    cells.cell(product.manufacturer.as_bytes());
    cells.with(|out| {
        out.extend_from_slice(product.batch.as_bytes());
        text::digits(out, details.batch, 4);
    });
    cells.with(|out| {
        if let EventDate::Usual(on) | EventDate::Iso(on) = row.when {
            let expiry = on + details.shelf_life;
            if file == ExtractFile::Nims { text::iso_date(out, expiry) } else { text::compact_date(out, expiry) }
        }
    });
    if details.left_arm {
        cells.cell(b"368208006");
        cells.cell(b"Left upper arm structure");
    } else {
        cells.cell(b"368209003");
        cells.cell(b"Right upper arm structure");
    }
    cells.cell(b"78421000");
    cells.cell(b"Intramuscular route");
    cells.cell(product.amount.as_bytes());
    cells.cell(b"258773002");
    cells.cell(b"Milliliter");
}

fn century_early(on: Day) -> Day {
    let (year, month, date) = civil(on);
    day(year - 100, month, date)
}

/// `YYYYMMDDThhmmss` and the offset of the day, 00 or 01.
fn compact_time(when: EventDate, details: &Details, out: &mut Vec<u8>) {
    let on = match when {
        EventDate::Usual(on) => on,
        EventDate::CenturyEarly(on) => century_early(on),
        EventDate::Iso(_) => return iso_time(when, details, out),
        EventDate::Unreadable => return out.extend_from_slice(b"20211345T09000000"),
        EventDate::Blank => return,
    };
    text::compact_date(out, on);
    out.push(b'T');
    text::digits(out, details.minute / 60 * 100 + details.minute % 60, 4);
    out.extend_from_slice(if is_summer_time(on) { b"0001" } else { b"0000" });
}

/// `YYYY-MM-DDThh:mm:ss+zz`.
fn iso_time(when: EventDate, details: &Details, out: &mut Vec<u8>) {
    let on = match when {
        EventDate::Usual(on) | EventDate::Iso(on) => on,
        EventDate::CenturyEarly(on) => century_early(on),
        EventDate::Unreadable => return out.extend_from_slice(b"2021-13-45T09:00:00+00"),
        EventDate::Blank => return,
    };
    text::iso_date(out, on);
    out.push(b'T');
    text::digits(out, details.minute / 60, 2);
    out.push(b':');
    text::digits(out, details.minute % 60, 2);
    out.extend_from_slice(if is_summer_time(on) { b":00+01" } else { b":00+00" });
}
