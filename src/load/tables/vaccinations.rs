//! Vaccination events: each row into its bucket, as far as that can be said
//! without the dates of the person's other rows (specification 2.4).

use chrono::NaiveDate;

use super::column_checks::{check_order, check_same};
use super::event_codes::RowCodes;
use super::event_columns::EventColumns;
use super::event_date::{DateLimits, RowDate};
use super::event_rows::{EventPart, EventRows};
use super::event_steps::OwnRow;
use super::people::People;
use super::rejects::Reject;
use super::trace::{Trace, TraceRow};
use super::vaccination_reader::VaccinationReader;
use super::warnings::Warnings;
use crate::domain::{EventBucket, NhsNumber, RowAction, Said, undecorated};
use crate::load::files::input_file::InputFile;
use crate::load::files::layout::Layout;
use crate::load::rows::cells::dates::{DateCell, DateEvidence, read_date};
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::reading::Reading;
use crate::load::rows::row::Row;
use crate::load::rows::scan::{ReadFile, Scan};
use crate::rules::Vocabulary;

impl VaccinationReader<'_> {
    /// Adds the rows of a file, which was refreshed on this day, to `events`.
    pub fn read(
        &self,
        (file, layout, reading, refresh): (&InputFile, &Layout, &Reading, NaiveDate),
        people: &People,
        events: &mut EventRows,
        trace: &mut Trace,
        warnings: &mut Warnings,
    ) -> Result<ReadFile, FileFault> {
        let columns = EventColumns::new(layout);
        let mut evidence = [DateEvidence::default(); 2];
        let (watched, name) = (trace.number, file.name.as_str());
        let limits = DateLimits::new(&self.rules.general, refresh);
        let scan = EventScan { reader: self, columns: &columns, limits, people, watched, file: name };
        events.begin_file(name, &columns);
        let read = file.scan(layout, reading, &scan, &mut |mut part: EventPart, lines| {
            for (all, part) in evidence.iter_mut().zip(part.evidence) {
                *all += part;
            }
            warnings.add(std::mem::take(&mut part.warnings));
            events.add(part, lines, trace);
        })?;
        events.end_file(&self.rules.doubts);
        check_order(evidence[0], columns.event_date, columns.headings)?;
        check_order(evidence[1], columns.recorded_date, columns.headings)?;
        Ok(read)
    }
}

/// One vaccinations file being read.
struct EventScan<'a> {
    reader: &'a VaccinationReader<'a>,
    columns: &'a EventColumns<'a>,
    limits: DateLimits,
    people: &'a People,
    watched: Option<NhsNumber>,
    file: &'a str,
}

impl Scan for EventScan<'_> {
    type Part = EventPart;

    fn row(&self, row: &Row<'_>, part: &mut EventPart) -> Result<(), FileFault> {
        let (reader, columns, people) = (self.reader, self.columns, self.people);
        let words = &reader.rules.words;
        let order = part.rows;
        part.rows += 1;
        let number = NhsNumber::read(undecorated(row.cell(columns.nhs_number.first().copied()))).ok();
        let found = number.and_then(|number| people.find(number));
        let action = words.action(row.cell(columns.action));
        let is_delete = action == Said::Read(RowAction::Delete);
        let is_short = row.width() < columns.safety_width;
        if columns.nhs_number.len() > 1 {
            check_numbers(row, columns, people, words)?;
        }
        let mut dates = [DateCell::Blank; 2];
        if found.is_some() {
            dates[0] = date_cell(row.cell(columns.event_date), words, &mut part.evidence[0]);
            dates[1] = date_cell(row.cell(columns.recorded_date), words, &mut part.evidence[1]);
        }
        if matches!(action, Said::Read(RowAction::Update | RowAction::Delete))
            && let Some(record_id) = columns.record_id(row, words)
        {
            part.actions.push((record_id, order));
        }
        let known = found.and_then(|index| Some((index, people.get(index)?)));
        let ended = match number {
            _ if is_delete => Some(EventBucket::DeleteInstructions),
            None => Some(EventBucket::Unlinkable),
            Some(_) => match known {
                None => Some(EventBucket::OtherPeople),
                Some((_, person)) if !person.is_patient() => Some(EventBucket::ExcludedPeople),
                Some(_) => None,
            },
        };
        if !is_delete {
            part.counts.all += 1;
            part.counts.own += u64::from(known.is_some());
            if number.is_none() {
                part.counts.unlinkable.row(row.number);
            }
            if is_short {
                part.counts.short.row(row.number);
            }
        }
        part.unlinkable_updates += u64::from(action == Said::Read(RowAction::Update) && number.is_none());
        if number.is_some() && number == self.watched {
            part.trace.push(self.trace_row(row, order, dates, ended));
        }
        if let Some(bucket) = ended {
            part.tally.count(bucket);
        }
        let Some((index, person)) = known.filter(|_| !is_delete) else { return Ok(()) };
        let (file, limits) = (self.file, &self.limits);
        let surname = people.surname(index);
        let own = OwnRow { row, columns, file, limits, person, index, surname, order, action, dates, is_short };
        if ended.is_none() {
            reader.event(&own, part);
        } else {
            // They are one's own people, and their codes are counted.
            let codes = RowCodes::read(row, columns, &reader.rules.codes, words);
            if !codes.is_covid() {
                reader.doubt_codes(&own, &codes, &RowDate::read(dates, limits), part);
            }
        }
        Ok(())
    }

    fn shifted(&self, row: &Row<'_>, part: &mut EventPart) {
        part.rows += 1;
        part.tally.count(EventBucket::Rejected);
        part.shifted.push(Reject::shifted(self.file, row.number));
    }
}

impl EventScan<'_> {
    fn trace_row(&self, row: &Row<'_>, order: u32, dates: [DateCell; 2], ended: Option<EventBucket>) -> TraceRow {
        let (columns, rules) = (self.columns, self.reader.rules);
        let text = |column| row.text(column).into_owned();
        TraceRow {
            order,
            file: self.file.to_owned(),
            row: row.number,
            date: RowDate::read(dates, &self.limits).date.or_else(|| dates[0].date()),
            bucket: ended,
            brand: RowCodes::read(row, columns, &rules.codes, &rules.words).brand,
            procedure_code: text(columns.procedure),
            product_code: text(columns.product),
            batch: text(columns.details[0]),
            site_code: text(columns.details[1]),
        }
    }
}

/// A cell read as a date; words for an empty cell are blank.
fn date_cell(cell: &[u8], words: &Vocabulary, evidence: &mut DateEvidence) -> DateCell {
    let cell = undecorated(cell);
    match read_date(cell, evidence) {
        DateCell::Bad(_) if words.is_blank(cell) => DateCell::Blank,
        read => read,
    }
}

/// Refuses a file whose NHS number columns differ for one of one's own people.
fn check_numbers(
    row: &Row<'_>,
    columns: &EventColumns<'_>,
    people: &People,
    words: &Vocabulary,
) -> Result<(), FileFault> {
    let is_own = |column: &usize| {
        NhsNumber::read(undecorated(row.cell(Some(*column)))).is_ok_and(|number| people.find(number).is_some())
    };
    let is_filled =
        |column: &usize| !matches!(row.cell(Some(*column)), b"0" | b"") && !words.is_blank(row.cell(Some(*column)));
    if columns.nhs_number.iter().any(is_own) {
        let filled: Vec<usize> = columns.nhs_number.iter().copied().filter(is_filled).collect();
        check_same(row, &filled, columns.headings, |cell| NhsNumber::clean(undecorated(cell)))?;
    }
    Ok(())
}
