//! Whom a reader of the page can choose, on the uptake view.

use crate::domain::Unreconciled;
use crate::report::Uptake;
use crate::report::counting::{Dimension, ShareDetail, View};
use crate::report::model::{Cube, Profile};

/// The counts from which the uptake by practice is made again, by practice, age,
/// cohort and gender; none where figures are disclosed, since so many small
/// counts would undo what is kept back.
///
/// # Errors
/// When they do not add up: a fault of the program.
pub fn uptake_cube(view: View<'_>, profile: Profile) -> Result<Option<Cube>, Unreconciled> {
    match profile {
        Profile::None => {}
        Profile::Nhs | Profile::OpenSafely | Profile::Midpoint6 => return Ok(None),
    }
    let by = vec![Dimension::Practice, Dimension::Age, Dimension::Cohort, Dimension::Gender];
    let counts = Uptake { by, detail: false, campaign: None, shown: ShareDetail::default() }.table(view)?;
    Ok(Some(Cube { table: "uptake", counts }))
}
