//! How often, when and how people have been contacted about a dose before.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::targets::{BookingTarget, Channel};
use crate::domain::NhsNumber;
use crate::report::{DoseKind, DueLine};

/// A contact of the invite log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierContact {
    /// The target whose file the person was in.
    pub target: String,
    /// The dose; `None` where the log's word is none of today's.
    pub dose: Option<DoseKind>,
    /// The date of the run; `None` where it cannot be read.
    pub as_at: Option<NaiveDate>,
    /// The way; `None` where the log does not say.
    pub channel: Option<Channel>,
    /// The how many-th contact about the dose it was; `None` where the log does not say.
    pub round: Option<u32>,
    /// The campaign; blank for other doses, and in former logs.
    pub campaign: String,
}

impl EarlierContact {
    /// Whether it was about this dose: for a campaign, about the same one,
    /// unless nothing says which it was.
    pub(super) fn is_about(&self, kind: DoseKind, campaign: Option<&str>) -> bool {
        let is_same = kind != DoseKind::Campaign
            || self.campaign.is_empty()
            || campaign.is_none_or(|campaign| campaign == self.campaign);
        self.dose.is_none_or(|dose| dose == kind) && is_same
    }
}

/// Everybody's contacts, in the order of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EarlierContacts(HashMap<NhsNumber, Vec<EarlierContact>>);

impl EarlierContacts {
    /// Adds a contact of a person.
    pub fn add(&mut self, number: NhsNumber, contact: EarlierContact) {
        self.0.entry(number).or_default().push(contact);
    }

    /// Adds all of others.
    pub fn extend(&mut self, others: Self) {
        for (number, contacts) in others.0 {
            self.0.entry(number).or_default().extend(contacts);
        }
    }

    /// Where the log does not say by which channel somebody was contacted, its target does.
    pub fn fill_channels(&mut self, table: &[BookingTarget]) {
        for contact in self.0.values_mut().flatten().filter(|contact| contact.channel.is_none()) {
            contact.channel = table.iter().find(|target| target.name == contact.target).and_then(BookingTarget::way);
        }
    }

    /// The contacts of a person.
    #[must_use]
    pub fn of(&self, number: NhsNumber) -> &[EarlierContact] {
        self.0.get(&number).map_or(&[], Vec::as_slice)
    }

    /// Everybody who was contacted.
    pub fn people(&self) -> impl Iterator<Item = NhsNumber> {
        self.0.keys().copied()
    }

    /// What went before about the dose that a person is due.
    #[must_use]
    pub fn about(&self, line: &DueLine, campaign: Option<&str>) -> ContactsSoFar {
        let contacts = self.of(line.person.nhs_number).iter();
        let mut so_far = ContactsSoFar::default();
        for contact in contacts.filter(|contact| contact.is_about(line.kind, campaign)) {
            so_far.times += 1;
            so_far.furthest = so_far.furthest.max(contact.channel);
            so_far.is_dated &= contact.as_at.is_some();
            so_far.last = so_far.last.max(contact.as_at);
        }
        so_far
    }
}

/// What went before about one dose of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactsSoFar {
    /// How many contacts.
    pub times: u32,
    /// The latest of them.
    last: Option<NaiveDate>,
    /// Whether every one of them has a date that can be read.
    is_dated: bool,
    /// The furthest channel that was tried.
    pub furthest: Option<Channel>,
}

impl Default for ContactsSoFar {
    fn default() -> Self {
        Self { times: 0, last: None, is_dated: true, furthest: None }
    }
}

impl ContactsSoFar {
    /// Whether the last contact is less than these days ago: nobody is
    /// contacted again so soon. One without a date may have been today.
    #[must_use]
    pub fn is_within(&self, days: u16, as_at: NaiveDate) -> bool {
        let is_near = self.last.is_some_and(|last| (as_at - last).num_days() < i64::from(days));
        is_near || (!self.is_dated && days > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(dose: Option<DoseKind>, campaign: &str) -> EarlierContact {
        let as_at = NaiveDate::from_ymd_opt(2022, 5, 1);
        EarlierContact {
            target: "accubook".to_owned(),
            dose,
            as_at,
            channel: Some(Channel::Sms),
            round: None,
            campaign: campaign.to_owned(),
        }
    }

    #[test]
    fn contacts_are_of_one_dose_or_campaign() {
        let second = contact(Some(DoseKind::Second), "");
        assert!(second.is_about(DoseKind::Second, None) && !second.is_about(DoseKind::First, None));
        let spring = contact(Some(DoseKind::Campaign), "spring-2022");
        assert!(spring.is_about(DoseKind::Campaign, Some("spring-2022")));
        assert!(!spring.is_about(DoseKind::Campaign, Some("autumn-2022")));
        // Nobody knows to which: perhaps this one.
        assert!(contact(Some(DoseKind::Campaign), "").is_about(DoseKind::Campaign, Some("autumn-2022")));
        assert!(contact(None, "").is_about(DoseKind::Second, None));
    }

    #[test]
    fn the_days_between_contacts() {
        let day = |day| NaiveDate::from_ymd_opt(2022, 5, day).unwrap();
        let so_far = ContactsSoFar { times: 1, last: Some(day(1)), ..ContactsSoFar::default() };
        assert!(so_far.is_within(14, day(14)) && !so_far.is_within(14, day(15)));
        assert!(!so_far.is_within(0, day(1)));
        // Not known when: perhaps today.
        let undated = ContactsSoFar { is_dated: false, last: None, ..so_far };
        assert!(undated.is_within(14, day(31)) && !undated.is_within(0, day(31)));
        assert!(!ContactsSoFar::default().is_within(14, day(1)));
    }
}
