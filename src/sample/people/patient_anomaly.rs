//! The ways in which a patient row is awkward.

/// What is wrong with, or unusual about, a patient row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatientAnomaly {
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

impl PatientAnomaly {
    /// Every one, in this order.
    pub const ALL: [Self; 56] = [
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
