//! Rows that are awkward: corrected, coded or dated oddly, or there twice.

use super::builder::RowBuilder;
use super::row::{EventDate, EventRow, NotGivenMark, RowSubject};
use crate::sample::calendar::Day;
use crate::sample::codes::{
    BOOSTER_DECLINED, BRAND_UNKNOWN, CONTRAINDICATED, DAMAGED_PROCEDURE, DID_NOT_ATTEND, FIRST, FIRST_DECLINED,
    FIRST_NOT_GIVEN, FLU, FLU_VACCINE, MODERNA, NOT_INDICATED, PFIZER, Procedure, UNKNOWN_PROCEDURE,
};
use crate::sample::files::SampleSupplier;
use crate::sample::history::SimulatedDose;
use crate::sample::people::EventAnomaly;

impl RowBuilder<'_> {
    /// What is awkward about this person's rows. Somebody without a dose (the
    /// as-at date is too early) has a row made for the purpose.
    pub fn apply_anomaly(&mut self, anomaly: EventAnomaly, doses: &[SimulatedDose]) {
        let as_at = self.world.as_at;
        if self.rows.is_empty() {
            self.push(as_at.min(self.world.programme.offer_end), &FIRST, Some(&PFIZER), 1);
        }
        let first = self.rows[0];
        let on = doses.first().map_or(as_at, |dose| dose.day);
        let last = doses.last().map_or(on, |dose| dose.day);
        match anomaly {
            EventAnomaly::DeletedLater
            | EventAnomaly::DeletedAtOnce
            | EventAnomaly::DateCorrected
            | EventAnomaly::ProductCorrected
            | EventAnomaly::MovedToAnother
            | EventAnomaly::MovedToNobody
            | EventAnomaly::UpdateOfNothing
            | EventAnomaly::NewTwice
            | EventAnomaly::NewTwiceOtherDate
            | EventAnomaly::OddAction => self.apply_correction(anomaly, &first, on, last),
            EventAnomaly::Flu
            | EventAnomaly::UnknownCodes
            | EventAnomaly::DamagedCodes
            | EventAnomaly::ProductOnly
            | EventAnomaly::ProcedureOnly
            | EventAnomaly::BrandUnknown
            | EventAnomaly::WrongSequence
            | EventAnomaly::BrokenText => self.apply_code_anomaly(anomaly, &first),
            EventAnomaly::Declined
            | EventAnomaly::BoosterDeclined
            | EventAnomaly::DeclinedSituation
            | EventAnomaly::NotGiven
            | EventAnomaly::NotGivenReason
            | EventAnomaly::NotGivenCode
            | EventAnomaly::DidNotAttend
            | EventAnomaly::Contraindicated
            | EventAnomaly::NotIndicated => self.not_given(anomaly, &first, on, last),
            EventAnomaly::DateMissing
            | EventAnomaly::Year1921
            | EventAnomaly::BothDates1921
            | EventAnomaly::TooEarly
            | EventAnomaly::Unreadable
            | EventAnomaly::NoDate
            | EventAnomaly::AfterAsAt
            | EventAnomaly::BeforeBirth
            | EventAnomaly::IsoDate => self.apply_date_anomaly(anomaly, on),
            EventAnomaly::TwoSuppliers
            | EventAnomaly::TwoSuppliersBrand
            | EventAnomaly::FiveDaysLater
            | EventAnomaly::ThirteenDaysLater => self.apply_duplicate(anomaly, &first, on),
            EventAnomaly::NoNumber => self.copy_for(&first, RowSubject::Blank),
            EventAnomaly::ZeroNumber => self.copy_for(&first, RowSubject::Zero),
            EventAnomaly::BadNumber => self.copy_for(&first, RowSubject::BadCheckDigit),
            EventAnomaly::Stranger => self.copy_for(&first, RowSubject::Stranger),
        }
    }

    /// Records that were corrected, moved or removed after they were sent.
    fn apply_correction(&mut self, anomaly: EventAnomaly, first: &EventRow, on: Day, last: Day) {
        let extra = (last + 20).min(self.world.as_at);
        match anomaly {
            EventAnomaly::DeletedLater | EventAnomaly::DeletedAtOnce => {
                let later = anomaly == EventAnomaly::DeletedLater;
                let mut row = self.fresh(first);
                row.when = EventDate::Usual(extra);
                row.recorded = Some(EventDate::Usual(extra));
                row.source = if later { SampleSupplier::Emis } else { SampleSupplier::Tpp };
                self.rows.push(row);
                self.rows.push(EventRow { later, ids_only: later, action: Some("DELETE"), ..row });
            }
            EventAnomaly::UpdateOfNothing => {
                let row = self.fresh(first);
                self.rows.push(EventRow { source: SampleSupplier::Ravs, action: Some("UPDATE"), ..row });
            }
            EventAnomaly::NewTwice => self.rows.push(*first),
            EventAnomaly::NewTwiceOtherDate => self.rows.push(EventRow { when: EventDate::Usual(on + 40), ..*first }),
            EventAnomaly::OddAction => self.rows[0].action = Some("AMEND"),
            _ => {
                // The record is the first supplier's, which has a second file.
                let row = EventRow { source: SampleSupplier::Emis, ..*first };
                self.rows[0] = row;
                self.rows.push(match anomaly {
                    EventAnomaly::ProductCorrected => {
                        EventRow { product: Some(&MODERNA), action: Some("update"), ..row }
                    }
                    EventAnomaly::MovedToAnother => {
                        EventRow { subject: RowSubject::Neighbour, later: true, action: Some("UPDATE"), ..row }
                    }
                    // In the large file: among few corrections, several would be too many of them.
                    EventAnomaly::MovedToNobody => {
                        EventRow { subject: RowSubject::Blank, action: Some("UPDATE"), ..row }
                    }
                    _ => EventRow { when: EventDate::Usual(on + 3), later: true, action: Some("UPDATE"), ..row },
                });
            }
        }
    }

    /// Records with codes that are missing, foreign or damaged.
    fn apply_code_anomaly(&mut self, anomaly: EventAnomaly, first: &EventRow) {
        match anomaly {
            EventAnomaly::Flu => {
                let mut row = self.fresh(first);
                row.procedure = Some(&FLU);
                row.product = Some(&FLU_VACCINE);
                self.rows.push(row);
            }
            EventAnomaly::UnknownCodes | EventAnomaly::DamagedCodes => {
                let damaged = anomaly == EventAnomaly::DamagedCodes;
                let mut row = self.fresh(first);
                row.procedure = Some(if damaged { &DAMAGED_PROCEDURE } else { &UNKNOWN_PROCEDURE });
                row.product = None;
                self.rows.push(row);
            }
            EventAnomaly::ProductOnly => self.rows[0].procedure = None,
            EventAnomaly::ProcedureOnly => self.rows[0].product = None,
            EventAnomaly::BrandUnknown => self.rows[0].product = Some(&BRAND_UNKNOWN),
            EventAnomaly::WrongSequence => self.rows[0].sequence = 9,
            _ => self.rows[0].broken_text = true,
        }
    }

    /// Records that say that nothing was given.
    fn not_given(&mut self, anomaly: EventAnomaly, first: &EventRow, on: Day, last: Day) {
        let earlier = (on - 10).max(self.world.programme.start);
        let mut row = self.fresh(first);
        row.when = EventDate::Usual(earlier);
        row.recorded = Some(EventDate::Usual(earlier));
        // Only the older, wide file has the columns.
        let wide = |refusal: NotGivenMark| EventRow { source: SampleSupplier::Nims, refusal, ..row };
        let coded = |procedure: &'static Procedure| EventRow { procedure: Some(procedure), product: None, ..row };
        let row = match anomaly {
            EventAnomaly::DeclinedSituation => wide(NotGivenMark::Situation(&FIRST_DECLINED)),
            EventAnomaly::NotGiven => wide(NotGivenMark::Flag),
            EventAnomaly::NotGivenReason => wide(NotGivenMark::Reason),
            EventAnomaly::NotGivenCode => coded(&FIRST_NOT_GIVEN),
            EventAnomaly::DidNotAttend => coded(&DID_NOT_ATTEND),
            EventAnomaly::Contraindicated => coded(&CONTRAINDICATED),
            EventAnomaly::NotIndicated => coded(&NOT_INDICATED),
            EventAnomaly::BoosterDeclined => {
                let on = (last + 20).min(self.world.as_at);
                EventRow { when: EventDate::Usual(on), ..coded(&BOOSTER_DECLINED) }
            }
            _ => coded(&FIRST_DECLINED),
        };
        self.rows.push(row);
    }

    /// Records with dates that are missing, wrong or written otherwise.
    fn apply_date_anomaly(&mut self, anomaly: EventAnomaly, on: Day) {
        let as_at = self.world.as_at;
        let (when, recorded) = match anomaly {
            EventAnomaly::DateMissing => (EventDate::Blank, Some(EventDate::Usual(on))),
            EventAnomaly::Year1921 => (EventDate::CenturyEarly(on), Some(EventDate::Usual(on))),
            EventAnomaly::BothDates1921 => (EventDate::CenturyEarly(on), Some(EventDate::CenturyEarly(on))),
            EventAnomaly::TooEarly => (EventDate::Usual(self.world.programme.start - 20), Some(EventDate::Usual(on))),
            EventAnomaly::Unreadable => (EventDate::Unreadable, Some(EventDate::Usual(on))),
            EventAnomaly::NoDate => (EventDate::Blank, None),
            EventAnomaly::AfterAsAt => (EventDate::Usual(as_at + 3), Some(EventDate::Usual(as_at + 3))),
            EventAnomaly::BeforeBirth => {
                let before = self.person.birth - 30;
                (EventDate::Usual(before), Some(EventDate::Usual(before)))
            }
            _ => (EventDate::Iso(on), Some(EventDate::Usual(on))),
        };
        self.rows[0].when = when;
        self.rows[0].recorded = recorded;
    }

    /// Records of one dose that are there more than once.
    fn apply_duplicate(&mut self, anomaly: EventAnomaly, first: &EventRow, on: Day) {
        let mut row = self.second_source(first);
        match anomaly {
            EventAnomaly::TwoSuppliersBrand => self.rows[0].product = Some(&BRAND_UNKNOWN),
            EventAnomaly::FiveDaysLater => row.when = EventDate::Usual(on + 5),
            EventAnomaly::ThirteenDaysLater => row.when = EventDate::Usual(on + 13),
            _ => {}
        }
        row.recorded = Some(row.when);
        self.rows.push(row);
    }

    /// A record like the first of somebody else or nobody.
    fn copy_for(&mut self, first: &EventRow, subject: RowSubject) {
        let row = self.fresh(first);
        self.rows.push(EventRow { subject, ..row });
    }
}
