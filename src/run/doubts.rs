//! From findings to doubts: what was counted while files were read, judged by
//! the rules, with what somebody accepted by name (specification 8.4).

use super::accepted::Accepted;
use super::assess::Reconciled;
use super::scope::{NoScope, Setup};
use crate::domain::{Doubt, Finding, Foreign};
use crate::rules::RuleSet;

impl Setup<'_> {
    /// The doubts that these findings are, in the order in which they are shown.
    #[must_use]
    pub fn judge(&self, findings: &[Finding]) -> Vec<Doubt> {
        judge(self.rules, &self.accepted, findings)
    }
}

impl NoScope {
    /// The doubts about the files themselves, of which no row was read.
    #[must_use]
    pub fn doubts(&self, rules: &RuleSet, accepted: &Accepted) -> Vec<Doubt> {
        judge(rules, accepted, &self.files.findings(&rules.doubts))
    }
}

fn judge(rules: &RuleSet, accepted: &Accepted, findings: &[Finding]) -> Vec<Doubt> {
    let judged = findings.iter().filter_map(|finding| rules.doubts.judge(finding, |id, file| accepted.has(id, file)));
    let mut doubts: Vec<Doubt> = judged.map(harmless).collect();
    doubts.sort_by(|one, other| (one.id, &one.file).cmp(&(other.id, &other.file)));
    doubts
}

impl Reconciled<'_> {
    /// Takes these doubts for accepted, and no others.
    pub fn accept(&mut self, accepted: &Accepted) {
        self.setup.accepted = accepted.clone();
        self.doubts = self.setup.judge(&self.accounts.findings);
    }
}

/// A doubt fit to be shown: a file may be named after a person, or hold control
/// characters in its cells.
fn harmless(doubt: Doubt) -> Doubt {
    const LONGEST: usize = 4000;
    let shown = |text: &str| Foreign::cut_to(text, LONGEST).into_shown();
    Doubt { file: shown(&doubt.file), what: shown(&doubt.what), ..doubt }
}
