//! The second step: which practices may be seen, as at which date.

use chrono::NaiveDate;

use super::accepted::Accepted;
use super::fault::RunFault;
use crate::domain::{ImdVersion, Scope};
use crate::load::{Decided, ScopeFault, Survey};
use crate::rules::RuleSet;

/// The dates of a run.
#[derive(Debug, Clone, Copy)]
pub struct Dates {
    /// The date of the report.
    pub as_at: NaiveDate,
    /// The day of the clock, in London: no dose given and no death can lie after it.
    pub today: NaiveDate,
}

/// What is settled before any row of a person is read.
pub struct Setup<'r> {
    /// The rules in force.
    pub rules: &'r RuleSet,
    /// The practices that may be seen.
    pub scope: Scope,
    /// The date of the report.
    pub as_at: NaiveDate,
    /// The day of the clock.
    pub today: NaiveDate,
    /// The doubts that somebody accepted by name.
    pub accepted: Accepted,
    /// Whether ranks of deprivation are those of 2025 even where none shows it.
    pub imd_2025: bool,
    /// Whether it is noted what is wrong with records: it takes time, and few ask.
    pub quality: bool,
}

/// The files, and what is settled of a run.
pub struct Scoped<'r> {
    /// What is settled.
    pub setup: Setup<'r>,
    /// The files, with the practice lists that decide.
    pub files: Decided,
}

/// Files without anybody who may be seen.
pub struct NoScope {
    /// The files, all of them examined.
    pub files: Decided,
    /// Why nobody may be seen.
    pub fault: RunFault,
}

/// Finds the practices that may be seen, narrowed to these Primary Care
/// Networks where any are named.
///
/// # Errors
/// The files, where nobody may be seen.
pub fn scope<'r>(
    survey: Survey,
    rules: &'r RuleSet,
    networks: &[String],
    Dates { as_at, today }: Dates,
) -> Result<Scoped<'r>, Box<NoScope>> {
    let files = survey.decide(networks, as_at);
    match files.scope(&rules.general.activity_code) {
        Ok(scope) => Ok(Scoped {
            setup: Setup { rules, scope, as_at, today, accepted: Accepted::default(), imd_2025: false, quality: false },
            files,
        }),
        Err(fault) => {
            // A file that could not be read might be the list.
            let files = files.examined();
            let fault = match (fault, files.refused().next()) {
                (ScopeFault::NoList | ScopeFault::Empty, Some((file, reason))) => {
                    RunFault::RefusedFile { file: file.to_owned(), reason: reason.to_owned() }
                }
                (fault, _) => RunFault::NoScope(fault),
            };
            Err(Box::new(NoScope { files, fault }))
        }
    }
}

impl Scoped<'_> {
    /// The same, with the doubts that somebody accepted, and the year of the
    /// ranks of deprivation where somebody says it.
    #[must_use]
    pub fn with_settings(mut self, accepted: Accepted, imd: Option<ImdVersion>) -> Self {
        self.setup.accepted = accepted;
        self.setup.imd_2025 = imd == Some(ImdVersion::Of2025);
        self
    }
}

impl Scoped<'_> {
    /// The same, with what is wrong with records noted, where somebody asks.
    #[must_use]
    pub fn with_quality(mut self, asked: bool) -> Self {
        self.setup.quality = asked;
        self
    }
}

/// Older files in the scope of newer ones: the practices that may be seen are
/// those of the newer.
#[must_use]
pub fn scope_of<'r>(newer: &Setup<'r>, survey: Survey, networks: &[String], as_at: NaiveDate) -> Scoped<'r> {
    let Setup { rules, scope, today, accepted, imd_2025, .. } = newer;
    let (scope, accepted) = (scope.clone(), accepted.clone());
    let (imd_2025, quality) = (*imd_2025, false);
    let setup = Setup { rules, scope, as_at, today: *today, accepted, imd_2025, quality };
    Scoped { setup, files: survey.decide(networks, as_at) }
}

/// Nothing can be said as at a date before the programme began.
///
/// # Errors
/// That it is.
pub fn check_start(as_at: NaiveDate, rules: &RuleSet) -> Result<(), RunFault> {
    let start = rules.general.programme_start;
    if as_at < start { Err(RunFault::BeforeStart { as_at, start }) } else { Ok(()) }
}
