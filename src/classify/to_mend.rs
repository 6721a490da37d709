//! Which records of a person are to be mended, and why (specification 4, `quality`).

use chrono::NaiveDate;

use super::assessment::{Assessment, Population};
use super::course::FirstDoseEvidence;
use crate::domain::{Dose, EventFault, ProcedureClass, RecordFault, RecordGaps, RefusalKind};

/// A record to mend: an event, or the registration of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordToMend {
    /// What is wrong.
    pub fault: RecordFault,
    /// The date of the event.
    pub date: Option<NaiveDate>,
    /// The place of its row in the read order of all vaccination rows.
    pub order: Option<u32>,
    /// Its code, where it has one that is known or can be read.
    pub code: Option<u64>,
}

impl RecordToMend {
    /// The registration of a person.
    #[must_use]
    pub const fn registration(fault: RecordFault) -> Self {
        Self { fault, date: None, order: None, code: None }
    }
}

/// The number of a dose, as the order of the doses and the code of the first tell.
#[derive(Debug, Clone, Copy)]
enum DoseNumber {
    /// This one.
    Exactly(usize),
    /// This one or a later: the first recorded dose is a booster, and nobody knows which.
    AtLeast(usize),
}

impl Population<'_> {
    /// What is to be mended of a patient's records, by kind, then by date; all
    /// but whether there is a contact that can be used.
    #[must_use]
    pub fn records_to_mend(&self, assessment: &Assessment) -> Vec<RecordToMend> {
        let mut found = Vec::new();
        let doses = self.doses(assessment);
        for (place, dose) in doses.iter().enumerate() {
            let previous = place.checked_sub(1).and_then(|before| doses.get(before));
            let number = dose_number(assessment.course.first_dose_evidence, doses.first(), place);
            let faults = self.faults_of_dose(dose, previous, number);
            let code = self.rules.codes.code_at(dose.code);
            let record = |fault| RecordToMend { fault, date: Some(dose.date), order: Some(dose.order), code };
            found.extend(faults.into_iter().flatten().map(record));
        }
        let declined = self.refusals(assessment).iter().filter(|refusal| refusal.kind == RefusalKind::Declined);
        let after_dose =
            declined.filter(|refusal| doses.iter().any(|dose| dose.date == refusal.date && dose.order < refusal.order));
        found.extend(after_dose.map(|refusal| RecordToMend {
            fault: RecordFault::DeclinedAfterDose,
            date: Some(refusal.date),
            order: Some(refusal.order),
            code: Some(refusal.code),
        }));
        // An age is of a dose that counts.
        let counts = |noted: &&EventFault| {
            noted.fault != RecordFault::UnderLicensedAge || doses.iter().any(|dose| dose.order == noted.order)
        };
        let of_rows = self.event_faults(assessment).iter().filter(counts);
        let of_rows = of_rows.chain(self.two_brands(assessment));
        found.extend(of_rows.map(|EventFault { fault, date, order, code, .. }| RecordToMend {
            fault: *fault,
            date: *date,
            order: Some(*order),
            code: *code,
        }));
        found.extend(of_registration(assessment.person.gaps).map(RecordToMend::registration));
        found.sort_by_key(|record| (record.fault, record.date, record.order));
        found
    }

    /// What is wrong with a dose, as its date, its brand, its code and the dose before it tell.
    fn faults_of_dose(&self, dose: &Dose, previous: Option<&Dose>, number: DoseNumber) -> [Option<RecordFault>; 4] {
        let rules = &self.rules.quality;
        let days = previous.map(|previous| (dose.date - previous.date).num_days());
        let is_under = |least: u16| days.is_some_and(|days| days < i64::from(least));
        let is_third = match number {
            DoseNumber::Exactly(number) | DoseNumber::AtLeast(number) => number >= 3,
        };
        let contradicts = said_number(dose.class).is_some_and(|said| match number {
            DoseNumber::Exactly(number) => said != number,
            DoseNumber::AtLeast(number) => said < number,
        });
        let is_early = rules.launched(dose.brand).is_some_and(|launched| dose.date < launched);
        [
            is_early.then_some(RecordFault::BrandBeforeLaunch),
            is_under(rules.least_days).then_some(RecordFault::DoseTooSoon),
            (is_third && is_under(rules.least_days_third)).then_some(RecordFault::ThirdDoseTooSoon),
            contradicts.then_some(RecordFault::DoseNumberContradicted),
        ]
    }
}

/// The number of the dose at a place: what the order tells, and the code of the
/// first where it shows that earlier doses were given elsewhere.
fn dose_number(evidence: FirstDoseEvidence, first: Option<&Dose>, place: usize) -> DoseNumber {
    match evidence {
        FirstDoseEvidence::Usual | FirstDoseEvidence::OneDose => DoseNumber::Exactly(place + 1),
        FirstDoseEvidence::FirstNotRecorded => DoseNumber::Exactly(place + 2),
        FirstDoseEvidence::EarlierNotRecorded => match first.and_then(|dose| said_number(dose.class)) {
            Some(said) => DoseNumber::Exactly(place + said),
            None => DoseNumber::AtLeast(place + 3),
        },
    }
}

/// The number of a dose that its code says.
fn said_number(class: Option<ProcedureClass>) -> Option<usize> {
    match class? {
        ProcedureClass::Dose1 => Some(1),
        ProcedureClass::Dose2 => Some(2),
        ProcedureClass::Dose3 => Some(3),
        ProcedureClass::Dose4 => Some(4),
        ProcedureClass::Dose5 => Some(5),
        ProcedureClass::Given
        | ProcedureClass::Booster
        | ProcedureClass::Declined
        | ProcedureClass::NotGiven
        | ProcedureClass::DidNotAttend
        | ProcedureClass::Contraindicated
        | ProcedureClass::NotIndicated => None,
    }
}

fn of_registration(gaps: RecordGaps) -> impl Iterator<Item = RecordFault> {
    let faults = [
        (RecordGaps::ROWS_DISAGREE, RecordFault::RowsDisagree),
        (RecordGaps::NO_ETHNICITY, RecordFault::NoEthnicity),
        (RecordGaps::NO_ADDRESS, RecordFault::NoAddress),
        (RecordGaps::ON_ONE_LIST, RecordFault::ImmunosuppressedOnOneList),
    ];
    faults.into_iter().filter(move |(gap, _)| gaps.has(*gap)).map(|(_, fault)| fault)
}
