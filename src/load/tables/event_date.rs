//! The date of a vaccination row.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::domain::UkDate;
use crate::load::rows::cells::dates::DateCell;

/// A row's date, with what it took to get it.
pub struct RowDate {
    /// The date, if there is one.
    pub date: Option<NaiveDate>,
    /// Whether it is that of RECORDED_DATE.
    pub repaired: bool,
    /// What is wrong with the event date; empty where nothing is.
    pub reason: Cow<'static, str>,
}

impl RowDate {
    /// The date of a row: the event date, or RECORDED_DATE where that is
    /// missing, unreadable or before the programme began.
    pub fn read([event, recorded]: [DateCell; 2], programme_start: NaiveDate) -> Self {
        let in_programme = |cell: DateCell| cell.date().filter(|date| *date >= programme_start);
        if let Some(date) = in_programme(event) {
            return Self { date: Some(date), repaired: false, reason: Cow::Borrowed("") };
        }
        let reason = match event {
            DateCell::Blank => Cow::Borrowed("the date is blank, and no recorded date can stand in for it"),
            DateCell::Bad(fault) => Cow::Borrowed(fault.reason()),
            DateCell::Date(_) => {
                let start = UkDate(programme_start);
                Cow::Owned(format!("the date is before {start}, when the programme began"))
            }
        };
        let date = in_programme(recorded);
        Self { date, repaired: date.is_some(), reason }
    }
}
