//! Data of which no report can be made, though every file could be read: nobody
//! is in them, or nothing is known of anybody (specification 8.4).

use super::load::Loaded;
use crate::domain::{EventBucket, PatientTally, VaccinationTally};

impl Loaded<'_> {
    /// Why there is nothing to report, saying what was found instead.
    #[must_use]
    pub fn nothing_found(&self) -> Option<String> {
        let accounts = &self.extract.accounts;
        no_patient(&accounts.patients).or_else(|| no_row_of_anybody(&accounts.vaccinations))
    }
}

fn no_patient(tally: &PatientTally) -> Option<String> {
    let found = match tally.rows_read {
        _ if tally.patients > 0 => return None,
        0 => return Some("the patients files have headings and no rows: export them again".to_owned()),
        _ => instead(tally.rows_read, &tally.dispositions()),
    };
    Some(format!(
        "no patient of the practices you may see is in the data: {found}. \
         Check that the practice list and the patients are of the same practices"
    ))
}

fn no_row_of_anybody(tally: &VaccinationTally) -> Option<String> {
    let of_nobody = [EventBucket::DeleteInstructions, EventBucket::Unlinkable, EventBucket::OtherPeople];
    if tally.rows_read == 0 {
        return Some(
            "the vaccinations files have headings and no rows, so everybody would look unvaccinated: export them again"
                .to_owned(),
        );
    }
    if of_nobody.iter().map(|bucket| tally.of(*bucket)).sum::<u64>() < tally.rows_read {
        return None;
    }
    let found = instead(tally.rows_read, &of_nobody.map(|bucket| (bucket.name(), tally.of(bucket))));
    Some(format!(
        "no vaccination row is of anybody in scope, so everybody would look unvaccinated: {found}. \
         Check that the patients and the vaccinations are of the same practices, and their NHS numbers whole"
    ))
}

/// What the rows are instead: `3 rows read, of them 2 other practices, 1 rejected`.
fn instead(rows: u64, dispositions: &[(&'static str, u64)]) -> String {
    let found = dispositions.iter().filter(|(_, count)| *count > 0);
    let found: Vec<String> = found.map(|(name, count)| format!("{count} {}", name.replace('_', " "))).collect();
    format!("{rows} rows read, of them {}", found.join(", "))
}
