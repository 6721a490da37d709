//! Vaccination events: each row into its bucket, as far as that can be said
//! without the dates of the person's other rows (specification 2.4).

use chrono::NaiveDate;

use super::column_checks::{check_order, check_same};
use super::damaged_codes::warn_of_damage;
use super::event_columns::EventColumns;
use super::event_date::RowDate;
use super::event_rows::{EventPart, EventRows, Record};
use super::people::People;
use super::rejects::Reject;
use super::trace::{Trace, TraceRow};
use super::warnings::Warnings;
use crate::domain::{Brand, Event, EventBucket, NhsNumber, Person, ProcedureClass, RecordId, RowOutcome, Site};
use crate::load::files::input_file::InputFile;
use crate::load::files::layout::Layout;
use crate::load::rows::cells::dates::{DateCell, DateEvidence, read_date};
use crate::load::rows::cells::flags::read_flag;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::reading::Reading;
use crate::load::rows::row::Row;
use crate::load::rows::scan::{ReadFile, Scan};
use crate::rules::{Codes, General};

/// What reading vaccinations needs to know.
pub struct VaccinationReader<'a> {
    /// Code lists.
    pub codes: &'a Codes,
    /// Rule values.
    pub general: &'a General,
    /// The date of the report.
    pub as_at: NaiveDate,
}

/// What a row asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    New,
    Update,
    Delete,
}

impl Action {
    fn read(cell: &[u8]) -> Self {
        match cell {
            _ if cell.eq_ignore_ascii_case(b"update") => Self::Update,
            _ if cell.eq_ignore_ascii_case(b"delete") => Self::Delete,
            _ => Self::New,
        }
    }
}

impl VaccinationReader<'_> {
    /// Adds the rows of a file to `events`.
    pub fn read(
        &self,
        (file, layout, reading): (&InputFile, &Layout, &Reading),
        people: &People,
        events: &mut EventRows,
        trace: &mut Trace,
        warnings: &mut Warnings,
    ) -> Result<ReadFile, FileFault> {
        let columns = EventColumns::new(&layout.columns);
        let mut evidence = [DateEvidence::default(); 2];
        let (watched, name) = (trace.number, file.name.as_str());
        let scan = EventScan { reader: self, columns: &columns, people, watched, file: name };
        let read = file.scan(layout, reading, &scan, &mut |mut part: EventPart, lines| {
            for (all, part) in evidence.iter_mut().zip(part.evidence) {
                *all += part;
            }
            warnings.add(std::mem::take(&mut part.warnings));
            events.add(part, lines, trace);
        })?;
        check_order(evidence[0], columns.event_date, columns.headings)?;
        check_order(evidence[1], columns.recorded_date, columns.headings)?;
        Ok(read)
    }
}

/// One vaccinations file being read.
struct EventScan<'a> {
    reader: &'a VaccinationReader<'a>,
    columns: &'a EventColumns<'a>,
    people: &'a People,
    watched: Option<NhsNumber>,
    file: &'a str,
}

impl Scan for EventScan<'_> {
    type Part = EventPart;

    fn row(&self, row: &Row<'_>, part: &mut EventPart) -> Result<(), FileFault> {
        let (reader, columns, people) = (self.reader, self.columns, self.people);
        let order = part.rows;
        part.rows += 1;
        let number = NhsNumber::read(row.cell(columns.nhs_number.first().copied())).ok();
        let person = number.and_then(|number| people.find(number));
        let action = Action::read(row.cell(columns.action));
        if columns.nhs_number.len() > 1 {
            check_numbers(row, columns, people)?;
        }
        let mut dates = [DateCell::Blank; 2];
        if person.is_some() {
            dates[0] = read_date(row.cell(columns.event_date), &mut part.evidence[0]);
            dates[1] = read_date(row.cell(columns.recorded_date), &mut part.evidence[1]);
        }
        if action != Action::New
            && let Some(record_id) = columns.record_id(row)
        {
            part.actions.push((record_id, order));
        }
        let known = person.and_then(|index| Some((index, people.get(index)?)));
        let ended = match (action, number, known) {
            (Action::Delete, ..) => Some(EventBucket::DeleteInstructions),
            (_, None, _) => Some(EventBucket::Unlinkable),
            (_, _, None) => Some(EventBucket::OtherPeople),
            (_, _, Some((_, person))) if !person.is_patient() => Some(EventBucket::ExcludedPeople),
            _ => None,
        };
        part.unlinkable_updates += u64::from(action == Action::Update && number.is_none());
        if number.is_some() && number == self.watched {
            part.trace.push(reader.trace_row(row, columns, self.file, order, dates, ended));
        }
        match (ended, known) {
            (None, Some((index, person))) => {
                let date = RowDate::read(dates, reader.general.programme_start);
                let mut event = reader.event(row, columns, person, index, order, &date);
                warn_of_damage(row, columns, &event, self.file, &mut part.warnings);
                if matches!(event.outcome, RowOutcome::Given(_)) {
                    event.site = part.sites.place(&row.text(columns.details[1]));
                }
                if event.outcome == RowOutcome::Rejected {
                    part.rejects.push((order, reject(self.file, row, columns, &date)));
                }
                let repaired =
                    date.repaired && !matches!(event.outcome, RowOutcome::NotCovid | RowOutcome::NotGiven(_));
                let is_new = action == Action::New;
                let id = columns.record_id(row).unwrap_or(RecordId::NONE);
                part.kept.push((event, Record { id, is_new, repaired }));
            }
            (Some(bucket), _) => part.tally.count(bucket),
            // Without an end the person is known.
            (None, None) => part.tally.count(EventBucket::OtherPeople),
        }
        Ok(())
    }
}

impl VaccinationReader<'_> {
    /// Steps 6 to 9 of 2.4.
    fn event(
        &self,
        row: &Row<'_>,
        columns: &EventColumns<'_>,
        person: &Person,
        index: u32,
        order: u32,
        date: &RowDate,
    ) -> Event {
        let class = self.codes.procedure(row.cell(columns.procedure));
        let brand = self.codes.product(row.cell(columns.product));
        let situation = self.codes.procedure(row.cell(columns.situation));
        let by_words = self.is_covid_type(&row.text(columns.vaccination_type));
        let is_covid = class.is_some() || brand.is_some() || situation.is_some() || by_words;
        let not_given = read_flag(row.cell(columns.not_given)) == Some(true)
            || !row.cell(columns.reason_not_given).is_empty()
            || !row.cell(columns.situation).is_empty()
            || class.is_some_and(|class| !class.is_given());
        let alive = date.date.filter(|date| *date >= person.birth);
        let outcome = if !is_covid {
            RowOutcome::NotCovid
        } else if not_given {
            let declined = [class, situation].contains(&Some(ProcedureClass::Declined));
            RowOutcome::NotGiven(alive.filter(|date| declined && *date <= self.as_at))
        } else {
            match alive {
                None => RowOutcome::Rejected,
                Some(date) if date > self.as_at => RowOutcome::AfterAsAt,
                Some(date) => RowOutcome::Given(date),
            }
        };
        Event { person: index, order, outcome, brand: brand.unwrap_or(Brand::UNKNOWN), class, site: Site::default() }
    }

    /// Whether a SystmOne "Vaccination type" names a COVID-19 vaccine.
    fn is_covid_type(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        !lower.is_empty() && self.general.covid_type_words.iter().any(|word| lower.contains(&word.to_lowercase()))
    }

    fn trace_row(
        &self,
        row: &Row<'_>,
        columns: &EventColumns<'_>,
        file: &str,
        order: u32,
        dates: [DateCell; 2],
        ended: Option<EventBucket>,
    ) -> TraceRow {
        let text = |column| row.text(column).into_owned();
        TraceRow {
            order,
            file: file.to_owned(),
            row: row.number,
            date: RowDate::read(dates, self.general.programme_start).date.or_else(|| dates[0].date()),
            bucket: ended,
            brand: self.codes.product(row.cell(columns.product)),
            procedure_code: text(columns.procedure),
            product_code: text(columns.product),
            batch: text(columns.details[0]),
            site_code: text(columns.details[1]),
        }
    }
}

/// Refuses a file whose NHS number columns differ for one of one's own people.
fn check_numbers(row: &Row<'_>, columns: &EventColumns<'_>, people: &People) -> Result<(), FileFault> {
    let is_own =
        |column: &usize| NhsNumber::read(row.cell(Some(*column))).is_ok_and(|number| people.find(number).is_some());
    if columns.nhs_number.iter().any(is_own) {
        check_same(row, columns.nhs_number, columns.headings, NhsNumber::clean)?;
    }
    Ok(())
}

fn reject(file: &str, row: &Row<'_>, columns: &EventColumns<'_>, date: &RowDate) -> Reject {
    let why = if date.date.is_some() { "the date is before the person's birth" } else { &date.reason };
    Reject {
        file: file.to_owned(),
        row: row.number,
        column: columns.event_date.map(|column| columns.headings.written(column)).unwrap_or_default(),
        reason: why.to_owned(),
    }
}
