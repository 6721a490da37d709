//! Deaths, restrictions and refusals of texts: the union over all rows of a person (spec 8.1, 8.3).

use super::cells::{is_restricted, refuses_texts, safety_word};
use super::dates::{day, read_date, read_date_of_death};
use super::model::{PatientFile, PatientRow};
use super::patient_columns::beyond_the_end;
use chrono::NaiveDate;

/// Dates of death that mean none (8.1).
const NO_DATE: [NaiveDate; 8] = [
    day(31, 12, 9999),
    day(31, 12, 2999),
    day(31, 12, 2099),
    day(1, 1, 1900),
    day(30, 12, 1899),
    day(31, 12, 1899),
    day(1, 1, 1753),
    day(1, 1, 1),
];
const ALIVE: [&str; 8] = ["", "n", "no", "false", "0", "alive", "living", "a"];
const DEAD: [&str; 9] = ["1", "2", "y", "yes", "true", "d", "dead", "died", "deceased"];
/// What the NHS code DEA is called in words.
const DEATH_WORDS: [&str; 3] = ["dea", "death", "deceased"];

/// What a death status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Alive,
    Dead,
    On(NaiveDate),
    Withdrawn,
    Unknown,
}

fn status(text: &str) -> Status {
    let word = safety_word(text);
    match word.as_str() {
        "u" => Status::Withdrawn,
        word if ALIVE.contains(&word) => Status::Alive,
        word if DEAD.contains(&word) => Status::Dead,
        // A date with a time has a large T in it.
        word => match read_date(&word.to_uppercase()) {
            Some(date) if NO_DATE.contains(&date) => Status::Alive,
            Some(date) => Status::On(date),
            None => Status::Unknown,
        },
    }
}

/// The reason for removal of one column, in upper case: blank, `DEA`, or any other.
fn reason(text: &str) -> String {
    let word = super::cells::code(text).to_lowercase();
    if DEATH_WORDS.contains(&word.as_str()) { "DEA".to_owned() } else { word.to_uppercase() }
}

/// The reasons for removal of a row, in its two columns.
pub fn reasons(row: &PatientRow) -> Vec<String> {
    let both = [&row.reason_for_removal, &row.other_reason_for_removal].map(|cell| reason(cell));
    both.into_iter().filter(|reason| !reason.is_empty()).collect()
}

/// What all rows of a person say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Union {
    /// Readable dates of death.
    dates: Vec<NaiveDate>,
    /// A date of death that cannot be read, or lies before the birth that its row says.
    unreadable: bool,
    /// A status that says dead.
    dead: bool,
    /// A status that nobody knows.
    status_unknown: bool,
    /// The reason for removal DEA, on any row.
    dea: bool,
    /// Restricted by any row.
    pub restricted: bool,
    /// Refused by any row.
    pub no_texts: bool,
    /// A row ended before a column of death or removal.
    pub in_doubt: bool,
}

impl Union {
    /// Adds a row, in read order; of a file in which too many rows are short nothing is unknown for that.
    /// `born` is the birth that the row says, where it can stand for a person. Silent: whose birth a date of
    /// death is held against; that of its own row, else that of the registration.
    pub fn add(&mut self, file: &PatientFile, row: &PatientRow, born: Option<NaiveDate>) {
        self.add_death(row, born);
        self.dea |= reasons(row).iter().any(|reason| reason == "DEA");
        self.restricted |= [&row.sensitive_flag, &row.other_sensitive_flag].iter().any(|cell| is_restricted(cell));
        self.no_texts |= [&row.sms_consent, &row.other_sms_consent].iter().any(|cell| refuses_texts(cell));
        if !cuts_blanks_off(file) {
            let missing = beyond_the_end(file, row);
            let misses = |fields: &[&str]| missing.iter().any(|field| fields.contains(field));
            self.restricted |= misses(&RESTRICTION);
            self.no_texts |= misses(&CONSENT);
            self.in_doubt |= misses(&DEATH) || misses(&REMOVAL);
        }
    }

    fn add_death(&mut self, row: &PatientRow, born: Option<NaiveDate>) {
        let is_early = |date: NaiveDate| born.is_some_and(|born| date < born);
        let statuses = [&row.death_status, &row.other_death_status].map(|cell| status(cell));
        let says_dead = statuses.iter().any(|status| matches!(status, Status::Dead | Status::On(_)));
        if statuses.contains(&Status::Withdrawn) && !says_dead {
            // Cancels the dates and statuses of this row and of those before it; DEA stands.
            (self.dates, self.unreadable, self.dead) = (Vec::new(), false, false);
            self.status_unknown = statuses.contains(&Status::Unknown);
            return;
        }
        let before = (self.dates.len(), std::mem::take(&mut self.unreadable));
        for status in statuses {
            match status {
                Status::On(date) if is_early(date) => self.unreadable = true,
                Status::On(date) => self.dates.push(date),
                Status::Alive | Status::Dead | Status::Withdrawn | Status::Unknown => {}
            }
        }
        for cell in [&row.date_of_death, &row.other_date_of_death] {
            let word = safety_word(cell);
            match read_date_of_death(&word.to_uppercase()) {
                _ if word.is_empty() => {}
                Some(date) if NO_DATE.contains(&date) => {}
                Some(date) if !is_early(date) => self.dates.push(date),
                _ => self.unreadable = true,
            }
        }
        // Within a row the date decides, whatever the status says beside it.
        let is_dated = self.unreadable || self.dates.len() > before.0;
        self.dead |= statuses.contains(&Status::Dead) && !is_dated;
        self.unreadable |= before.1;
        self.status_unknown |= statuses.contains(&Status::Unknown);
    }

    /// Dead for the reports, as at: the earliest readable date decides. One before birth is as good as
    /// unreadable. Silent: one later than the clock beside other rows or DEA; it decides nothing about them.
    pub fn is_deceased(&self, born: NaiveDate, as_at: NaiveDate, today: NaiveDate) -> bool {
        match self.dates.iter().filter(|date| (born..=today).contains(*date)).min() {
            Some(earliest) => *earliest <= as_at,
            None => self.unreadable || self.dates.iter().any(|date| *date < born) || self.dead || self.dea,
        }
    }

    /// A known death, whatever its date; one later than the clock is not known.
    pub fn is_known_death(&self, born: NaiveDate, as_at: NaiveDate, today: NaiveDate) -> bool {
        self.is_deceased(born, as_at, today) || self.dates.iter().any(|date| (born..=today).contains(date))
    }

    /// A death that cannot be ruled out.
    pub fn is_death_unknown(&self, born: NaiveDate, today: NaiveDate) -> bool {
        self.unreadable || self.status_unknown || self.dates.iter().any(|date| !(born..=today).contains(date))
    }
}

const DEATH: [&str; 4] = ["date_of_death", "other_date_of_death", "death_status", "other_death_status"];
const REMOVAL: [&str; 2] = ["reason_for_removal", "other_reason_for_removal"];
const RESTRICTION: [&str; 2] = ["sensitive_flag", "other_sensitive_flag"];
const CONSENT: [&str; 2] = ["sms_consent", "other_sms_consent"];

/// Whether a row ends before a safety column of its file.
pub fn is_short(file: &PatientFile, row: &PatientRow) -> bool {
    let safety = DEATH.iter().chain(&REMOVAL).chain(&RESTRICTION).chain(&CONSENT);
    let missing = beyond_the_end(file, row);
    safety.into_iter().any(|field| missing.contains(field))
}

/// Whether more than half of a file's rows are short: then the exporter cuts blanks off.
pub fn cuts_blanks_off(file: &PatientFile) -> bool {
    let read: Vec<_> = file.rows.iter().filter(|row| **row != PatientRow::default()).collect();
    let short = read.iter().filter(|row| is_short(file, row)).count();
    // A share counts from three rows concerned (8.4).
    short >= 3 && 2 * short > read.len()
}
