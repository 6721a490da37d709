//! What became of a contact: where a person who was contacted stands since.

use chrono::NaiveDate;

use super::assessment::Assessment;
use super::verdict::status_words;
use crate::domain::Dose;

/// What became of a person since a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutcomeStatus {
    /// Had a dose on the day of the contact or since.
    Vaccinated,
    /// Declined on that day or since.
    Declined,
    /// A contraindication is recorded on that day or since.
    Contraindicated,
    /// Is known to have died, or is no patient of one's own practices any more.
    LeftOrDied,
    /// None of these.
    StillDue,
}

status_words!(OutcomeStatus {
    Vaccinated => "vaccinated",
    Declined => "declined",
    Contraindicated => "contraindicated",
    LeftOrDied => "left-or-died",
    StillDue => "still-due",
});

impl OutcomeStatus {
    /// The first that applies to a person, who has had these doses, since a
    /// contact. Nothing is known to have come after a contact without a date.
    #[must_use]
    pub fn since(contact: Option<NaiveDate>, assessment: &Assessment, doses: &[Dose]) -> Self {
        let is_since = |date: Option<NaiveDate>| contact.zip(date).is_some_and(|(contact, date)| date >= contact);
        if days_to_dose(contact, doses).is_some() {
            Self::Vaccinated
        } else if is_since(assessment.declined_on) {
            Self::Declined
        } else if is_since(assessment.contraindicated_on) {
            Self::Contraindicated
        } else if assessment.person.known_death || !assessment.person.is_patient() {
            Self::LeftOrDied
        } else {
            Self::StillDue
        }
    }
}

/// The days from a contact to the first of these doses, which come in date
/// order, that was given on its day or since.
#[must_use]
pub fn days_to_dose(contact: Option<NaiveDate>, doses: &[Dose]) -> Option<u64> {
    let contact = contact?;
    let first = doses.iter().map(|dose| dose.date).find(|date| *date >= contact)?;
    u64::try_from((first - contact).num_days()).ok()
}
