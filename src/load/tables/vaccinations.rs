//! Vaccination events: each row into its bucket, as far as that can be said
//! without the dates of the person's other rows (specification 2.4).

use std::borrow::Cow;
use std::hash::{BuildHasher, Hasher};

use chrono::NaiveDate;
use foldhash::quality::FixedState;

use super::column_checks::{check_order, check_same};
use super::event_rows::{EventPart, EventRows, Record};
use super::people::People;
use super::rejects::Reject;
use super::trace::{Trace, TraceRow};
use super::warnings::Warnings;
use crate::domain::{Brand, Event, EventBucket, Identity, NhsNumber, Person, ProcedureClass, RowOutcome, Site, UkDate};
use crate::load::files::headings::{Columns, Field};
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

/// The columns of one vaccination file, looked up once.
struct EventColumns<'a> {
    headings: &'a Columns,
    nhs_number: &'a [usize],
    event_date: Option<usize>,
    recorded_date: Option<usize>,
    procedure: Option<usize>,
    product: Option<usize>,
    situation: Option<usize>,
    not_given: Option<usize>,
    reason_not_given: Option<usize>,
    action: Option<usize>,
    identity: [Option<usize>; 2],
    vaccination_type: Option<usize>,
    details: [Option<usize>; 2],
}

impl<'a> EventColumns<'a> {
    fn new(headings: &'a Columns) -> Self {
        let first = |field| headings.first(field);
        let has_codes = headings.has(Field::ProcedureCode) || headings.has(Field::ProductCode);
        Self {
            headings,
            nhs_number: headings.all(Field::NhsNumber),
            event_date: first(Field::EventDate),
            recorded_date: first(Field::RecordedDate),
            procedure: first(Field::ProcedureCode),
            product: first(Field::ProductCode),
            situation: first(Field::SituationCode),
            not_given: first(Field::NotGiven),
            reason_not_given: first(Field::ReasonNotGiven),
            action: first(Field::ActionFlag),
            identity: [first(Field::UniqueIdUri), first(Field::UniqueId)],
            // Codes decide, terms never: the words count only where a report has no codes at all.
            vaccination_type: if has_codes { None } else { first(Field::VaccinationType) },
            details: [first(Field::BatchNumber), first(Field::SiteCode)],
        }
    }
}

/// A row's date, with what it took to get it.
struct RowDate {
    date: Option<NaiveDate>,
    repaired: bool,
    /// Why there is none, and whether RECORDED_DATE is to blame.
    reason: Cow<'static, str>,
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
            && let Some(identity) = identity(row, columns)
        {
            part.actions.push((identity, order));
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
                let date = reader.row_date(dates);
                let mut event = reader.event(row, columns, person, index, order, &date);
                VaccinationReader::warn_of_damage(row, columns, &event, self.file, &mut part.warnings);
                if matches!(event.outcome, RowOutcome::Given(_)) {
                    event.site = part.sites.place(&row.text(columns.details[1]));
                }
                if event.outcome == RowOutcome::Rejected {
                    part.rejects.push((order, reject(self.file, row, columns, &date)));
                }
                let repaired =
                    date.repaired && !matches!(event.outcome, RowOutcome::NotCovid | RowOutcome::NotGiven(_));
                let is_new = action == Action::New;
                let identity = identity(row, columns).unwrap_or(Identity::NONE);
                part.kept.push((event, Record { identity, is_new, repaired }));
            }
            (Some(bucket), _) => part.tally.count(bucket),
            // Without an end the person is known.
            (None, None) => part.tally.count(EventBucket::OtherPeople),
        }
        Ok(())
    }
}

impl VaccinationReader<'_> {
    /// The date of a row: the event date, or RECORDED_DATE where that is
    /// missing, unreadable or before the programme began.
    fn row_date(&self, [event, recorded]: [DateCell; 2]) -> RowDate {
        let in_programme = |cell: DateCell| cell.date().filter(|date| *date >= self.general.programme_start);
        if let Some(date) = in_programme(event) {
            return RowDate { date: Some(date), repaired: false, reason: Cow::Borrowed("") };
        }
        let reason = match event {
            DateCell::Blank => Cow::Borrowed("the date is blank, and no recorded date can stand in for it"),
            DateCell::Bad(fault) => Cow::Borrowed(fault.reason()),
            DateCell::Date(_) => {
                let start = UkDate(self.general.programme_start);
                Cow::Owned(format!("the date is before {start}, when the programme began"))
            }
        };
        let date = in_programme(recorded);
        RowDate { date, repaired: date.is_some(), reason }
    }

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
            date: self.row_date(dates).date.or_else(|| dates[0].date()),
            bucket: ended,
            brand: self.codes.product(row.cell(columns.product)),
            procedure_code: text(columns.procedure),
            product_code: text(columns.product),
            batch: text(columns.details[0]),
            site_code: text(columns.details[1]),
        }
    }

    /// Names codes that a spreadsheet has turned into numbers.
    fn warn_of_damage(row: &Row<'_>, columns: &EventColumns<'_>, event: &Event, file: &str, warnings: &mut Warnings) {
        // A code that is known has its digits.
        let procedure = columns.procedure.filter(|_| event.class.is_none());
        let product = columns.product.filter(|_| event.brand == Brand::UNKNOWN);
        for column in [procedure, product, columns.situation].into_iter().flatten() {
            let cell = row.cell(Some(column));
            if cell.iter().any(|byte| matches!(byte, b'e' | b'E'))
                && cell.iter().all(|byte| byte.is_ascii_digit() || b".eE+".contains(byte))
            {
                let text = format!(
                    "column \"{}\" holds codes that a spreadsheet has damaged (they read like 1.32E+15): export again and keep the column as text",
                    columns.headings.written(column)
                );
                warnings.row(file, text);
            }
        }
        // Rounded, the identities of several records become one.
        let id = row.cell(columns.identity[1]);
        if id.contains(&b'+')
            && id.windows(2).any(|two| two == b"E+")
            && id.iter().all(|byte| byte.is_ascii_digit() || b"E+.".contains(byte))
        {
            let text = "the identities of records were damaged by a spreadsheet (they read like 1.32E+15): an UPDATE or DELETE \
                        may replace the wrong rows. Export again and keep the column as text";
            warnings.row(file, text.to_owned());
        }
    }
}

/// The identity of a row's record, where both of its parts are filled.
fn identity(row: &Row<'_>, columns: &EventColumns<'_>) -> Option<Identity> {
    let [uri, id] = columns.identity.map(|column| row.cell(column));
    if uri.is_empty() || id.is_empty() {
        return None;
    }
    Some(Identity([0, 1].map(|half| {
        let mut hasher = FixedState::with_seed(half).build_hasher();
        hasher.write_usize(uri.len());
        hasher.write(uri);
        hasher.write(id);
        hasher.finish()
    })))
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
