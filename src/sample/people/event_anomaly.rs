//! The ways in which a person's vaccination rows are awkward.

/// What is wrong with, or unusual about, a person's vaccination rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventAnomaly {
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

impl EventAnomaly {
    /// Every one, in this order.
    pub const ALL: [Self; 44] = [
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
