//! Event rows with every mess of 1.2 and 2.4: codes, dates, action flags and identities.

use super::dates::{PROGRAMME_START, plus};
use super::model::{EventColumns, VaccinationRow};
use super::people::{Belongs, Draft};
use super::plans::{Planned, What};
use super::rng::Rng;
use super::styles::{DateStyle, bad_number, no, spelled_number};
use chrono::NaiveDate;

/// A file being filled: its layout, and rows with the key that orders them.
pub struct EventDraftFile {
    /// Its columns.
    pub columns: EventColumns,
    /// How it writes dates.
    pub dates: DateStyle,
    /// Rows with their sorting key.
    pub rows: Vec<((u8, u64), VaccinationRow)>,
}

/// Everybody's numbers, for records that were linked to the wrong person.
pub struct Crowd {
    /// Registered with the caller.
    pub own: Vec<String>,
    /// Everybody else.
    pub others: Vec<String>,
}

const URIS: [&str; 3] = ["https://supplier.example/one", "https://supplier.example/two", "urn:three"];
/// A date that is valid month-first only. In a row of one's own people it would refuse the file.
const MONTH_FIRST: &str = "12/25/2021";

/// The ranks of the files that have the wide columns, among the files in read order.
const WIDE: [usize; 2] = [0, 4];

/// Writes the events of a person into the files, messes and all.
pub struct Scribe<'a> {
    /// Chance.
    pub rng: &'a mut Rng,
    /// The files, in read order.
    pub files: &'a mut Vec<EventDraftFile>,
    /// Everybody.
    pub crowd: &'a Crowd,
    /// As at.
    pub as_at: NaiveDate,
    /// How many identities have been given out.
    pub identities: usize,
}

impl Scribe<'_> {
    /// One event: usually a row, sometimes none that stands, sometimes several.
    pub fn write(&mut self, draft: &Draft, planned: Planned) {
        let rank = if planned.what == What::NotGivenWide { self.rng.pick(&WIDE) } else { self.rng.below(5) };
        let row = self.row(draft, planned, rank);
        self.follow_up(draft, planned, &row, rank);
        self.put(rank, 0, row);
    }

    /// Rows are put in order of their stage, so that an UPDATE mostly comes after its NEW; not always.
    fn put(&mut self, rank: usize, stage: u8, row: VaccinationRow) {
        let stage = if self.rng.percent(8) { 2 - stage } else { stage };
        let key = (stage, self.rng.bits());
        self.files[rank].rows.push((key, row));
    }

    fn row(&mut self, draft: &Draft, planned: Planned, rank: usize) -> VaccinationRow {
        let dates = self.files[rank].dates;
        self.identities += 1;
        let id = format!("vx-{:06}", self.identities);
        let uri = self.rng.pick(&URIS).to_owned();
        let mut row = VaccinationRow {
            nhs_number: spelled_number(self.rng, &draft.number),
            forename: "QUILLON".to_owned(),
            surname: "O\\'TESTLEY".to_owned(),
            date_of_birth: DateStyle::Compact.write(draft.date_of_birth),
            gender: "9".to_owned(),
            postcode: "ZZ99 3WZ".to_owned(),
            date_and_time: dates.write_with_time(planned.date, self.rng),
            site_code: self.rng.pick(&["RVX01", "FZZ99", ""]).to_owned(),
            unique_id: self.rng.pick(&[id.clone(), id.clone(), format!(" {id} ")].each_ref()).clone(),
            unique_id_uri: uri,
            action_flag: self.rng.pick(&["NEW", "NEW", "new", "New", "", " new ", "ADD"]).to_owned(),
            recorded_date: dates.write(plus(planned.date, self.rng.pick(&[0, 0, 0, 1, 30]))),
            primary_source: "TRUE".to_owned(),
            procedure_term: "Administration of a vaccine, \"as recorded\"".to_owned(),
            dose_sequence: self.rng.pick(&["1", "2", "3", ""]).to_owned(),
            product_term: "A vaccine product | vials".to_owned(),
            batch_number: "MOCK01".to_owned(),
            ..VaccinationRow::default()
        };
        self.code(&mut row, planned.what);
        if self.files[rank].columns == EventColumns::Wide && row.not_given.is_empty() {
            row.not_given = no(self.rng);
        }
        if self.rng.percent(9) {
            self.spoil_date(draft, &mut row, planned.date, dates);
        }
        match draft.belongs {
            // Month-first evidence that is none: not one's own people.
            Belongs::Nowhere if self.rng.percent(20) => row.date_and_time = MONTH_FIRST.to_owned(),
            Belongs::Scope if self.rng.percent(2) => {
                row.nhs_number = bad_number(self.rng, &draft.number);
            }
            _ => {}
        }
        row
    }

    /// A missing, unreadable or impossible event date, with and without a usable RECORDED_DATE.
    fn spoil_date(&mut self, draft: &Draft, row: &mut VaccinationRow, date: NaiveDate, dates: DateStyle) {
        let early = plus(PROGRAMME_START, self.rng.pick(&[-1, -30, -5000]));
        row.date_and_time = match self.rng.below(4) {
            0 => String::new(),
            1 => self.rng.pick(&["20211345", "unknown", "2021-02-30", "31/02/2021", "25/12/21", "0"]).to_owned(),
            _ => dates.write_with_time(early, self.rng),
        };
        let recorded = match self.rng.below(9) {
            0 => return row.recorded_date = String::new(),
            1 => return row.recorded_date = "unknown".to_owned(),
            2 => PROGRAMME_START,
            3 => plus(PROGRAMME_START, -1),
            4 => plus(self.as_at, self.rng.between(0, 2)),
            5 => plus(draft.date_of_birth, self.rng.between(-2, 2)),
            _ => date,
        };
        row.recorded_date = dates.write(recorded);
    }

    /// What a supplier may send about the same record later, earlier or by mistake.
    fn follow_up(&mut self, draft: &Draft, planned: Planned, row: &VaccinationRow, rank: usize) {
        let later = rank + self.rng.below(5 - rank);
        let anywhere = self.rng.below(5);
        let shift = self.rng.pick(&[-20, -1, 0, 0, 1, 14, 30]);
        let moved = Planned { date: plus(planned.date, shift), ..planned };
        match self.rng.below(50) {
            0 | 1 => self.again(draft, moved, row, later, "UPDATE"),
            2 => {
                // The record belongs to another person: one's own, another practice's, or nobody's.
                let number = match self.rng.below(4) {
                    0 | 1 => self.crowd.own[self.rng.below(self.crowd.own.len())].clone(),
                    2 => self.crowd.others[self.rng.below(self.crowd.others.len())].clone(),
                    _ => bad_number(self.rng, &draft.number),
                };
                let mut other = self.same_record(draft, planned, row, later, "update");
                other.nhs_number = number;
                if other.date_and_time == MONTH_FIRST {
                    other.date_and_time = String::new();
                }
                self.put(later, 1, other);
            }
            3 | 4 => {
                let flag = self.rng.pick(&["DELETE", "delete", " Delete "]);
                let mut other = self.same_record(draft, planned, row, later, flag);
                if self.rng.percent(60) {
                    other = only_ids(&other);
                }
                self.put(later, 2, other);
            }
            5 => self.again(draft, moved, row, later, "NEW"),
            // Out of turn: an UPDATE or DELETE read before, a NEW read after.
            6 => {
                let flag = self.rng.pick(&["UPDATE", "DELETE", "NEW"]);
                self.again(draft, moved, row, anywhere, flag);
            }
            // Empty identities name nothing, and another supplier's identity is another record.
            7 => {
                let mut other = self.same_record(draft, moved, row, later, "UPDATE");
                match self.rng.below(3) {
                    0 => other.unique_id = String::new(),
                    1 => other.unique_id_uri = " ".to_owned(),
                    _ => other.unique_id_uri = "urn:another".to_owned(),
                }
                self.put(later, 1, other);
            }
            // Two rows without identity, and a DELETE that cannot name either.
            8 => {
                let mut other = self.same_record(draft, moved, row, later, "NEW");
                if self.rng.percent(50) {
                    other.unique_id = String::new();
                } else {
                    other.unique_id_uri = String::new();
                }
                self.put(later, 0, other.clone());
                other.action_flag = "DELETE".to_owned();
                self.put(later, 2, other);
            }
            // An UPDATE, and then a DELETE of it.
            9 => {
                self.again(draft, moved, row, later, "Update");
                self.again(draft, moved, row, later, "DELETE");
            }
            _ => {}
        }
    }

    fn again(&mut self, draft: &Draft, planned: Planned, row: &VaccinationRow, rank: usize, flag: &str) {
        let other = self.same_record(draft, planned, row, rank, flag);
        let stage = if flag.eq_ignore_ascii_case("DELETE") { 2 } else { 1 };
        self.put(rank, stage, other);
    }

    /// Another row with the identity of a first, written in the way of its own file.
    fn same_record(
        &mut self,
        draft: &Draft,
        planned: Planned,
        row: &VaccinationRow,
        rank: usize,
        flag: &str,
    ) -> VaccinationRow {
        let wide = self.files[rank].columns == EventColumns::Wide;
        let what = if planned.what == What::NotGivenWide && !wide { What::NotGiven } else { planned.what };
        let mut other = self.row(draft, Planned { what, ..planned }, rank);
        other.unique_id = row.unique_id.trim().to_owned();
        other.unique_id_uri.clone_from(&row.unique_id_uri);
        flag.clone_into(&mut other.action_flag);
        other
    }
}

/// A DELETE may fill only its identity and the flag.
fn only_ids(row: &VaccinationRow) -> VaccinationRow {
    VaccinationRow {
        unique_id: row.unique_id.clone(),
        unique_id_uri: row.unique_id_uri.clone(),
        action_flag: row.action_flag.clone(),
        ..VaccinationRow::default()
    }
}
