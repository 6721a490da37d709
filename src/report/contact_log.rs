//! Who was contacted when, as the invite log says: for what became of them, and
//! for the columns of lists.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::NhsNumber;

/// A contact of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedContact {
    /// The target whose file the person was in; blank where that cannot be read.
    pub target: String,
    /// The how many-th contact about the dose it was.
    pub round: u32,
    /// The date of the run; `None` where it cannot be read.
    pub as_at: Option<NaiveDate>,
}

/// The contacts of an invite log up to a date, by person, in the order of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactLog {
    people: BTreeMap<NhsNumber, Vec<LoggedContact>>,
    /// How many contacts were left out because they are after the date.
    pub later: u64,
    /// How many rows are nobody's: their NHS number cannot be read.
    pub unreadable: u64,
}

impl ContactLog {
    /// Adds a contact of a person, after those of the person that there are.
    pub fn add(&mut self, number: NhsNumber, contact: LoggedContact) {
        self.people.entry(number).or_default().push(contact);
    }

    /// The contacts of a person.
    #[must_use]
    pub fn of(&self, number: NhsNumber) -> &[LoggedContact] {
        self.people.get(&number).map_or(&[], Vec::as_slice)
    }

    /// The latest contact of a person: of several of a day the last of the log,
    /// and one without a date only where none has any.
    #[must_use]
    pub fn latest(&self, number: NhsNumber) -> Option<&LoggedContact> {
        self.of(number).iter().max_by_key(|contact| contact.as_at)
    }

    /// Everybody who was contacted.
    pub fn people(&self) -> impl Iterator<Item = NhsNumber> {
        self.people.keys().copied()
    }

    /// How many contacts there are.
    #[must_use]
    pub fn contacts(&self) -> usize {
        self.people.values().map(Vec::len).sum()
    }

    /// How many contacts have no date.
    #[must_use]
    pub fn undated(&self) -> usize {
        self.people.values().flatten().filter(|contact| contact.as_at.is_none()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_contact_is_by_date_then_by_place() {
        let mut log = ContactLog::default();
        let number = NhsNumber::read(b"9990000018").unwrap();
        let day = |day| NaiveDate::from_ymd_opt(2022, 5, day);
        let mut add =
            |target: &str, as_at| log.add(number, LoggedContact { target: target.to_owned(), round: 1, as_at });
        for (target, as_at) in [("a", day(3)), ("b", day(9)), ("c", day(9)), ("d", None), ("e", day(1))] {
            add(target, as_at);
        }
        assert_eq!(log.latest(number).map(|contact| contact.target.as_str()), Some("c"));
        assert_eq!((log.contacts(), log.undated(), log.people().count()), (5, 1, 1));
        assert_eq!(ContactLog::default().latest(number), None);
    }
}
