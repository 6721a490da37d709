//! Every row is accounted for, on every run (specification 2.5).

use crate::classify::Population;
use crate::domain::{EventBucket, PatientTally, Unreconciled, VaccinationTally};

/// Completes the tally of vaccination rows with doses and duplicates, and
/// checks that both tallies add up.
pub fn reconcile(
    patients: &PatientTally,
    loaded: &VaccinationTally,
    population: &Population<'_>,
) -> Result<VaccinationTally, Unreconciled> {
    let mut vaccinations = *loaded;
    vaccinations.add(EventBucket::Doses, population.dose_count());
    vaccinations.add(EventBucket::Duplicates, population.duplicates);
    if !patients.adds_up() {
        return Err(Unreconciled(format!("the patient rows do not add up: {patients:?}")));
    }
    if !vaccinations.adds_up() {
        return Err(Unreconciled(format!("the vaccination rows do not add up: {vaccinations:?}")));
    }
    let assessed = u64::try_from(population.assessments.len()).unwrap_or(u64::MAX);
    if assessed != patients.patients {
        return Err(Unreconciled(format!(
            "{assessed} people were assessed, but there are {} patients",
            patients.patients
        )));
    }
    Ok(vaccinations)
}
