//! The contacts of an invite log as reports take them.

use chrono::NaiveDate;

use super::contacts::{EarlierContact, EarlierContacts};
use crate::report::{ContactLog, LoggedContact};

/// The longest name of a target that is shown.
const LONGEST: usize = 40;

impl EarlierContacts {
    /// The contacts up to a date, each with its round.
    #[must_use]
    pub fn logged(&self, as_at: NaiveDate) -> ContactLog {
        let mut log = ContactLog::default();
        for number in self.people() {
            let contacts = self.of(number);
            for (place, contact) in contacts.iter().enumerate() {
                if contact.as_at.is_some_and(|date| date > as_at) {
                    log.later += 1;
                    continue;
                }
                let round = round_of(contacts, place);
                log.add(number, LoggedContact { target: target(&contact.target), round, as_at: contact.as_at });
            }
        }
        log
    }
}

/// The round that the log says; where it says none, the place of the contact
/// among those about the same dose or campaign, by date, then as they stand.
fn round_of(contacts: &[EarlierContact], place: usize) -> u32 {
    let own = &contacts[place];
    let campaign = Some(own.campaign.as_str()).filter(|campaign| !campaign.is_empty());
    let is_same = |other: &EarlierContact| own.dose.is_none_or(|dose| other.is_about(dose, campaign));
    let when = |place: usize, contact: &EarlierContact| (contact.as_at.is_none(), contact.as_at, place);
    let before = contacts
        .iter()
        .enumerate()
        .filter(|(other, contact)| is_same(contact) && when(*other, contact) < when(place, own))
        .count();
    own.round.filter(|round| *round > 0).unwrap_or_else(|| u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1))
}

/// The name of a target, as targets are named. What is no such name may be
/// anything, a person's among it: nothing of that is shown.
fn target(cell: &str) -> String {
    let is_name = cell.len() <= LONGEST
        && cell.starts_with(|c: char| c.is_ascii_lowercase())
        && cell.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if is_name { cell.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NhsNumber;
    use crate::invites::read_log;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, 5, day).unwrap()
    }

    fn log(rows: &str) -> ContactLog {
        let header = "NHS Number,Target,Dose,As at,Channel,Round,Campaign\n";
        read_log(format!("{header}{rows}").as_bytes()).unwrap().logged(day(11))
    }

    fn rounds(rows: &str) -> Vec<u32> {
        log(rows).of(NhsNumber::read(b"9990000018").unwrap()).iter().map(|contact| contact.round).collect()
    }

    #[test]
    fn a_round_is_what_the_log_says_or_the_place_among_contacts_of_the_dose() {
        assert_eq!(rounds("9990000018,a,second,2022-05-01,sms,4,\n"), [4]);
        // Two of one dose, one of another; by date, whatever their order.
        let former = "9990000018,a,second,2022-05-09,,,\n9990000018,a,booster,2022-05-05,,,\n9990000018,a,second,2022-05-01,,,\n";
        assert_eq!(rounds(former), [2, 1, 1]);
        // Of one day as they stand; one without a date is the last.
        let undated =
            "9990000018,a,second,never,,,\n9990000018,a,second,2022-05-01,,,\n9990000018,a,second,2022-05-01,,,\n";
        assert_eq!(rounds(undated), [3, 1, 2]);
        // Two campaigns, and one that may be either.
        let campaigns = "9990000018,a,campaign,2022-05-01,,,x\n9990000018,a,campaign,2022-05-02,,,y\n9990000018,a,campaign,2022-05-03,,,\n9990000018,a,campaign,2022-05-04,,,x\n";
        assert_eq!(rounds(campaigns), [1, 1, 3, 3]);
    }

    #[test]
    fn contacts_after_the_date_are_counted_and_left_out() {
        let found = log("9990000018,a,second,2022-05-11,sms,1,\n9990000018,a,second,2022-05-12,sms,2,\n");
        assert_eq!((found.contacts(), found.later), (1, 1));
    }

    #[test]
    fn a_target_that_is_no_name_is_not_shown() {
        for (cell, shown) in
            [("notify-sms", "notify-sms"), ("9990000026", ""), ("=1+1", ""), ("Ada Fell", ""), ("Fell\u{202e}", "")]
        {
            assert_eq!(target(cell), shown);
        }
    }
}
