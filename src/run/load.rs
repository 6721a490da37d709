//! The third step: the people and events of the practices that may be seen.

use super::scope::{Scoped, Setup};
use crate::domain::NhsNumber;
use crate::load::{Extract, LoadPlan};

/// People and events, loaded.
pub struct Loaded<'r> {
    /// What was settled before.
    pub setup: Setup<'r>,
    /// What the files hold of the scope.
    pub extract: Extract,
}

impl<'r> Scoped<'r> {
    /// Loads the people and events of the scope, and every row of the person
    /// watched, if any. What cannot be used is said in the accounts.
    #[must_use]
    pub fn load(self, watch: Option<NhsNumber>) -> Loaded<'r> {
        let Self { setup, files } = self;
        let plan = LoadPlan {
            scope: &setup.scope,
            rules: setup.rules,
            as_at: setup.as_at,
            today: setup.today,
            imd_2025: setup.imd_2025,
            quality: setup.quality,
            watch,
        };
        let extract = files.load(&plan);
        Loaded { setup, extract }
    }
}
