//! What is counted of the rows of one vaccinations file, and the findings made of it
//! (specification 8.4).

use super::event_columns::CODE_COLUMNS;
use super::event_notes::{EventNote, NoteKind};
use crate::domain::{Consequence, DoubtId, Finding, RowOutcome};

/// The counts of one vaccinations file.
#[derive(Debug, Default)]
pub(super) struct FileCounts {
    /// Its name.
    pub file: String,
    /// The headings of its code columns.
    pub code_headings: [String; CODE_COLUMNS],
    /// Place of its first row in the read order of all vaccination rows.
    pub first_order: u32,
    /// What was counted while its rows were read.
    pub rows: RowCounts,
    /// Rows with a COVID-19 code, of people in `patients`, that nothing replaced.
    covid: u64,
    /// Of them, those that reach the step of dates.
    dated: u64,
    /// Of them, those that were not given.
    not_given: u64,
    /// Of them, those whose date is the recorded one.
    repaired: u64,
    /// Appointments.
    appointments: CountedRows,
    /// Rows with a damaged code, by column.
    damaged: [u64; CODE_COLUMNS],
    /// Rows doubted.
    doubts: Vec<(DoubtId, CountedRows)>,
}

/// What is counted while the rows of a file are read, part by part. DELETE rows
/// count only as themselves.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct RowCounts {
    /// Rows that are no DELETE.
    pub all: u64,
    /// Of them, those of one's own people.
    pub own: u64,
    /// Rows without a valid NHS number.
    pub unlinkable: CountedRows,
    /// Rows that end before a column that keeps people safe.
    pub short: CountedRows,
    /// Rows of one's own people with a damaged code beside one that is known.
    pub damaged_beside: CountedRows,
    /// The first row that was not given.
    pub first_not_given: Option<u32>,
    /// The first row whose date is the recorded one.
    pub first_repaired: Option<u32>,
}

/// How many rows, and the first of them.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct CountedRows {
    pub rows: u64,
    pub first: Option<u32>,
}

impl CountedRows {
    /// Counts a row.
    pub fn row(&mut self, row: u32) {
        self.rows += 1;
        self.first.get_or_insert(row);
    }

    fn add(&mut self, more: Self, lines: u32) {
        self.rows += more.rows;
        self.first = self.first.or(more.first.map(|row| row.saturating_add(lines)));
    }
}

impl RowCounts {
    /// Adds the counts of the next part, which comes after row `lines`.
    pub fn add(&mut self, more: Self, lines: u32) {
        let later = |row: u32| row.saturating_add(lines);
        self.all += more.all;
        self.own += more.own;
        self.unlinkable.add(more.unlinkable, lines);
        self.short.add(more.short, lines);
        self.damaged_beside.add(more.damaged_beside, lines);
        self.first_not_given = self.first_not_given.or(more.first_not_given.map(later));
        self.first_repaired = self.first_repaired.or(more.first_repaired.map(later));
    }
}

impl FileCounts {
    /// Nothing counted yet of a file whose code columns have these headings.
    pub fn new(file: &str, code_headings: [String; CODE_COLUMNS], first_order: u32) -> Self {
        Self { file: file.to_owned(), code_headings, first_order, ..Self::default() }
    }

    /// Counts a row of somebody in `patients` that nothing replaced.
    pub fn event(&mut self, outcome: RowOutcome, repaired: bool) {
        match outcome {
            RowOutcome::NotCovid => {}
            RowOutcome::NotGiven => {
                self.covid += 1;
                self.not_given += 1;
            }
            RowOutcome::Rejected | RowOutcome::AfterAsAt | RowOutcome::Given(_) => {
                self.covid += 1;
                self.dated += 1;
                self.repaired += u64::from(repaired);
            }
        }
    }

    /// Counts a note of a row that nothing replaced.
    pub fn note(&mut self, note: &EventNote) {
        if note.says == NoteKind::Appointment {
            self.appointments.row(note.row);
        }
        if let NoteKind::Damaged(columns) = note.says {
            for (count, is_damaged) in self.damaged.iter_mut().zip(columns) {
                *count += u64::from(is_damaged);
            }
        }
        let Some(id) = note.says.doubt() else { return };
        match self.doubts.iter_mut().find(|(known, _)| *known == id) {
            Some((_, counted)) => counted.row(note.row),
            None => self.doubts.push((id, CountedRows { rows: 1, first: Some(note.row) })),
        }
    }

    /// What is to be judged of the file.
    pub fn findings(&self) -> Vec<Finding> {
        let Self { rows, covid, dated, .. } = self;
        let first = |first| CountedRows { rows: 0, first };
        let mut found = vec![
            self.finding(DoubtId::RowsUnlinkable, rows.unlinkable, rows.all, "without a valid NHS number"),
            self.finding(DoubtId::RowsShort, rows.short, rows.all, "that end before a column that keeps people safe"),
            self.finding(
                DoubtId::RowsNotGiven,
                CountedRows { rows: self.not_given, ..first(rows.first_not_given) },
                *covid,
                "with a COVID-19 code that say that no dose was given",
            ),
            self.finding(
                DoubtId::DatesRepaired,
                CountedRows { rows: self.repaired, ..first(rows.first_repaired) },
                *covid,
                "with a COVID-19 code whose date is missing or cannot be right, so that the recorded date stands in",
            ),
        ];
        found.extend(self.doubts.iter().filter_map(|(id, counted)| {
            let (of, what) = match id {
                DoubtId::CodesDamaged => (rows.own, self.damaged_in_words()),
                DoubtId::CodesUnknownCovid => {
                    (rows.own, "whose words say COVID-19 and whose codes no list knows".to_owned())
                }
                DoubtId::DatesUnreadable => (*dated, "rejected for their date".to_owned()),
                DoubtId::DatesFuture => (*dated, "dated more than a year after the last refresh".to_owned()),
                DoubtId::NotGivenUnknown => {
                    (*covid, "with a word for \"not given\" that is not known: taken as not given".to_owned())
                }
                DoubtId::ActionUnknown => (*covid, "with an action that is not known: taken as no dose".to_owned()),
                // CountedRows with all rows of the file, above.
                _ => return None,
            };
            Some(self.finding(*id, *counted, of, &what))
        }));
        let appointments = self.finding(
            DoubtId::DatesFuture,
            self.appointments,
            *dated,
            "dated within a year after the last refresh: appointments, no doses",
        );
        let beside = "with a damaged code beside a known one, which decides alone";
        let beside = self.finding(DoubtId::CodesDamaged, rows.damaged_beside, rows.own, beside);
        found.extend([appointments, beside].map(|finding| Finding { consequence: Some(Consequence::Note), ..finding }));
        found.retain(|finding| finding.count > 0);
        found
    }

    fn finding(&self, id: DoubtId, counted: CountedRows, of: u64, what: &str) -> Finding {
        let place = counted.first.map(|row| format!("; the first is row {row}")).unwrap_or_default();
        let file = self.file.clone();
        let what = format!("{} of {of} rows {what}{place}", counted.rows);
        Finding { id, file, count: counted.rows, of, what, consequence: None }
    }

    fn damaged_in_words(&self) -> String {
        let columns = self.code_headings.iter().zip(self.damaged).filter(|(_, rows)| *rows > 0);
        let columns: Vec<String> = columns.map(|(heading, rows)| format!("{heading}: {rows}")).collect();
        format!("with a damaged code and no known one ({})", columns.join(", "))
    }
}
