//! Which columns any file of a run has: what no file has cannot be known.

use super::decided::Decided;
use super::files::headings::Field;
use super::files::kind::FileKind;

/// What can be known of people, because some file has a column for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownColumns {
    /// Whether somebody has died: a date of death or a death status.
    pub death: bool,
    /// Whether a record is restricted.
    pub restriction: bool,
    /// Whether text messages were declined.
    pub consent: bool,
    /// Whether somebody is to be visited: a care-home resident or housebound.
    pub visits: bool,
    /// Whether a vaccine was declined or must not be given: a code of procedure, situation or reason.
    pub refusals: bool,
}

impl Decided {
    /// What can be known from the columns of these files.
    #[must_use]
    pub fn known_columns(&self) -> KnownColumns {
        let any = |kind: FileKind, fields: &[Field]| {
            let layouts = self.survey.files.iter().filter_map(|file| file.layout());
            layouts.filter(|layout| layout.kind == kind).any(|layout| fields.iter().any(|one| layout.columns.has(*one)))
        };
        KnownColumns {
            death: any(FileKind::Patients, &[Field::DateOfDeath, Field::DeathStatus]),
            restriction: any(FileKind::Patients, &[Field::SensitiveFlag]),
            consent: any(FileKind::Patients, &[Field::SmsConsent]),
            visits: any(FileKind::Patients, &[Field::CareHomeResident, Field::Housebound]),
            refusals: any(
                FileKind::Vaccinations,
                &[Field::ProcedureCode, Field::SituationCode, Field::ReasonNotGiven, Field::VaccinationType],
            ),
        }
    }
}
