//! Which rows of a sample are awkward, and how.
//!
//! Every awkward thing has a place in a block of 997 listed people, and the first
//! of every four blocks has them, scattered: a sample of 1,000 patients has each
//! at least once, and a large one is not made of them.

use super::stories::{STORIES, Story};

/// What is wrong with, or unusual about, a patient row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatientMess {
    /// The NHS number fails its check.
    BadCheckDigit,
    /// The NHS number has nine digits.
    NineDigits,
    /// The NHS number reads 9.99E+09.
    ExponentNumber,
    /// There is no NHS number.
    BlankNumber,
    /// The NHS number is written with spaces: it counts.
    SpacedNumber,
    /// There is no date of birth.
    BirthMissing,
    /// The date of birth is not a date.
    BirthImpossible,
    /// The date of birth has a two-digit year.
    BirthTwoDigits,
    /// The date of birth makes the person 123.
    Over120,
    /// The date of birth is after the as-at date.
    BornLater,
    /// There is another row, far away, in another practice.
    Moved,
    /// The row is there twice.
    Repeated,
    /// The row is followed by one of the same person without a usable date of birth.
    RepeatedBadly,
    /// Died; the date is whole.
    Dead,
    /// Died; the date is a year.
    DeadYear,
    /// Died; the date is `YYYY-MM`.
    DeadMonth,
    /// Died; the date is `YYYYMM`.
    DeadCompactMonth,
    /// Died; the date cannot be read.
    DeadUnreadable,
    /// Died, by status 1 alone.
    DeadStatusOne,
    /// Died, by status 2 alone.
    DeadStatusTwo,
    /// Died, by the status "yes" alone.
    DeadStatusYes,
    /// Died, by the reason for removal alone.
    DeadReason,
    /// Status U cancels the date of death.
    DeathWithdrawn,
    /// Status U, but the reason for removal stands.
    DeathWithdrawnButRemoved,
    /// Died after the as-at date.
    DeathLater,
    /// Removed from the list: moved away.
    Removed,
    /// Removed from the list: address not known.
    RemovedUnknown,
    /// Restricted.
    Restricted,
    /// The sensitive flag is a word of no vocabulary.
    RestrictedOddly,
    /// No mobile number.
    NoMobile,
    /// The mobile number begins with +44.
    MobileInternational,
    /// The mobile number begins with +44 (0) and has dashes.
    MobileBrackets,
    /// The mobile number has lost its leading zero.
    MobileNoZero,
    /// The mobile number is followed by free text.
    MobileText,
    /// The mobile number is in the other phone field.
    MobileAtHome,
    /// A landline number is in the mobile field.
    LandlineAsMobile,
    /// An e-mail address and nothing else.
    EmailOnly,
    /// A landline number and nothing else.
    LandlineOnly,
    /// No phone, e-mail address or address.
    NoContact,
    /// The forename would be run as a formula by a spreadsheet.
    FormulaName,
    /// Text messages declined.
    NoTexts,
    /// Text messages declined, as `N`.
    NoTextsShort,
    /// No practice code.
    BlankPractice,
    /// A practice code without its last digit.
    ShortPractice,
    /// A practice code in small letters.
    SmallPractice,
    /// A surname with a comma.
    CommaName,
    /// A surname with an apostrophe.
    ApostropheName,
    /// A forename with quotes.
    QuotedName,
    /// A forename beyond ASCII.
    AccentName,
    /// An address with a line break in a cell.
    BrokenAddress,
    /// A flag that is neither yes nor no.
    OddFlag,
    /// An IMD decile of 11.
    OddDecile,
    /// Gender as a word.
    GenderWord,
    /// Gender code 9.
    GenderNine,
    /// Gender code 0.
    GenderZero,
    /// An ethnic category of no list.
    OddEthnicity,
}

impl PatientMess {
    const ALL: [Self; 56] = [
        Self::BadCheckDigit,
        Self::NineDigits,
        Self::ExponentNumber,
        Self::BlankNumber,
        Self::SpacedNumber,
        Self::BirthMissing,
        Self::BirthImpossible,
        Self::BirthTwoDigits,
        Self::Over120,
        Self::BornLater,
        Self::Moved,
        Self::Repeated,
        Self::RepeatedBadly,
        Self::Dead,
        Self::DeadYear,
        Self::DeadMonth,
        Self::DeadCompactMonth,
        Self::DeadUnreadable,
        Self::DeadStatusOne,
        Self::DeadStatusTwo,
        Self::DeadStatusYes,
        Self::DeadReason,
        Self::DeathWithdrawn,
        Self::DeathWithdrawnButRemoved,
        Self::DeathLater,
        Self::Removed,
        Self::RemovedUnknown,
        Self::Restricted,
        Self::RestrictedOddly,
        Self::NoMobile,
        Self::MobileInternational,
        Self::MobileBrackets,
        Self::MobileNoZero,
        Self::MobileText,
        Self::MobileAtHome,
        Self::LandlineAsMobile,
        Self::EmailOnly,
        Self::LandlineOnly,
        Self::NoContact,
        Self::FormulaName,
        Self::NoTexts,
        Self::NoTextsShort,
        Self::BlankPractice,
        Self::ShortPractice,
        Self::SmallPractice,
        Self::CommaName,
        Self::ApostropheName,
        Self::QuotedName,
        Self::AccentName,
        Self::BrokenAddress,
        Self::OddFlag,
        Self::OddDecile,
        Self::GenderWord,
        Self::GenderNine,
        Self::GenderZero,
        Self::OddEthnicity,
    ];
}

/// What is wrong with, or unusual about, a person's vaccination rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventMess {
    /// A DELETE of ids only, in a later file, removes a dose that was never given.
    DeletedLater,
    /// A whole DELETE row, in the same file, does so.
    DeletedAtOnce,
    /// An UPDATE in a later file corrects the date.
    DateCorrected,
    /// An UPDATE in the same file corrects the product.
    ProductCorrected,
    /// An UPDATE moves the record to another person.
    MovedToAnother,
    /// An UPDATE moves the record to nobody.
    MovedToNobody,
    /// An UPDATE of a record that was never sent.
    UpdateOfNothing,
    /// The same NEW row twice.
    NewTwice,
    /// A NEW row twice, with different dates.
    NewTwiceOtherDate,
    /// An action of no vocabulary.
    OddAction,
    /// A flu row.
    Flu,
    /// Codes that no list has.
    UnknownCodes,
    /// Codes that a spreadsheet has rounded.
    DamagedCodes,
    /// The first dose was declined before it was given.
    Declined,
    /// The booster course was declined.
    BoosterDeclined,
    /// A situation code says declined; the procedure code says given.
    DeclinedSituation,
    /// NOT_GIVEN is true.
    NotGiven,
    /// A reason why not given, and nothing else.
    NotGivenReason,
    /// The procedure code means not given.
    NotGivenCode,
    /// Did not attend.
    DidNotAttend,
    /// Contraindicated.
    Contraindicated,
    /// Not indicated.
    NotIndicated,
    /// No DATE_AND_TIME; RECORDED_DATE serves.
    DateMissing,
    /// DATE_AND_TIME in 1921; RECORDED_DATE serves.
    Year1921,
    /// Both dates in 1921.
    BothDates1921,
    /// DATE_AND_TIME in the month before the programme; RECORDED_DATE serves.
    TooEarly,
    /// DATE_AND_TIME that is no date; RECORDED_DATE serves.
    Unreadable,
    /// No date at all.
    NoDate,
    /// Dated after the as-at date.
    AfterAsAt,
    /// Dated before birth.
    BeforeBirth,
    /// The same dose from two suppliers.
    TwoSuppliers,
    /// The same dose from two suppliers, the first without a brand.
    TwoSuppliersBrand,
    /// A row five days after a dose.
    FiveDaysLater,
    /// A row 13 days after a dose.
    ThirteenDaysLater,
    /// A dose without an NHS number.
    NoNumber,
    /// A dose with the NHS number 0.
    ZeroNumber,
    /// A dose with an NHS number that fails its check.
    BadNumber,
    /// A dose of somebody whom no patient row knows.
    Stranger,
    /// A dose with a product code and no procedure code.
    ProductOnly,
    /// A dose with a procedure code and no product code.
    ProcedureOnly,
    /// A dose of a vaccine whose brand is not known.
    BrandUnknown,
    /// A dose with a DOSE_SEQUENCE that is wrong.
    WrongSequence,
    /// A date written `YYYY-MM-DDThh:mm:ss+00`.
    IsoDate,
    /// A line break, a quote and the delimiter in a text cell.
    BrokenText,
}

impl EventMess {
    const ALL: [Self; 44] = [
        Self::DeletedLater,
        Self::DeletedAtOnce,
        Self::DateCorrected,
        Self::ProductCorrected,
        Self::MovedToAnother,
        Self::MovedToNobody,
        Self::UpdateOfNothing,
        Self::NewTwice,
        Self::NewTwiceOtherDate,
        Self::OddAction,
        Self::Flu,
        Self::UnknownCodes,
        Self::DamagedCodes,
        Self::Declined,
        Self::BoosterDeclined,
        Self::DeclinedSituation,
        Self::NotGiven,
        Self::NotGivenReason,
        Self::NotGivenCode,
        Self::DidNotAttend,
        Self::Contraindicated,
        Self::NotIndicated,
        Self::DateMissing,
        Self::Year1921,
        Self::BothDates1921,
        Self::TooEarly,
        Self::Unreadable,
        Self::NoDate,
        Self::AfterAsAt,
        Self::BeforeBirth,
        Self::TwoSuppliers,
        Self::TwoSuppliersBrand,
        Self::FiveDaysLater,
        Self::ThirteenDaysLater,
        Self::NoNumber,
        Self::ZeroNumber,
        Self::BadNumber,
        Self::Stranger,
        Self::ProductOnly,
        Self::ProcedureOnly,
        Self::BrandUnknown,
        Self::WrongSequence,
        Self::IsoDate,
        Self::BrokenText,
    ];
}

/// What is special about a listed person.
#[derive(Debug, Clone, Copy)]
pub enum Special {
    /// The patient row.
    Patient(PatientMess),
    /// The vaccination rows.
    Event(EventMess),
    /// The course: one of every status.
    Story(&'static Story),
}

/// The number of people in a block, a prime.
const BLOCK: u64 = 997;

/// One block in so many has awkward people.
const BLOCKS: u64 = 4;

/// What is special about the listed person at a place, if anything.
#[must_use]
pub fn special(place: u32) -> Option<Special> {
    let place = u64::from(place);
    if !(place / BLOCK).is_multiple_of(BLOCKS) {
        return None;
    }
    // A step prime to the block reaches every place of it once.
    let slot = usize::try_from(place * 577 % BLOCK).unwrap_or(usize::MAX);
    if let Some(mess) = PatientMess::ALL.get(slot) {
        return Some(Special::Patient(*mess));
    }
    let slot = slot - PatientMess::ALL.len();
    if let Some(mess) = EventMess::ALL.get(slot) {
        return Some(Special::Event(*mess));
    }
    STORIES.get(slot - EventMess::ALL.len()).map(Special::Story)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_people_are_enough_for_every_kind() {
        let kinds = PatientMess::ALL.len() + EventMess::ALL.len() + STORIES.len();
        assert_eq!((0..997).filter_map(special).count(), kinds);
        assert_eq!((997..4 * 997).filter_map(special).count(), 0);
        assert_eq!((4 * 997..8 * 997).filter_map(special).count(), kinds);
        for (index, mess) in PatientMess::ALL.iter().enumerate() {
            assert_eq!(*mess as usize, index);
        }
        for (index, mess) in EventMess::ALL.iter().enumerate() {
            assert_eq!(*mess as usize, index);
        }
    }
}
