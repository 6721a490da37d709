//! What of all patients files together may be implausible (specification 8.4).

use super::patient_fields::PatientFields;
use super::people::People;
use crate::domain::{DoubtId, Finding, Flag, Named, Scope};

/// Facts that reports and invitations need beside those that keep people safe,
/// with what cannot be known or done where no file has them.
const USED: [(PatientFields, &str, &str); 8] = [
    (PatientFields::NAME, "title, forename and surname", "lists and invitations are without names"),
    (PatientFields::ADDRESS, "address and postcode", "no letters"),
    (PatientFields::MOBILE, "mobile", "no text messages, unless another telephone column has mobile numbers"),
    (PatientFields::TELEPHONE, "telephone", "no calls to other telephones"),
    (PatientFields::EMAIL, "email", "no e-mails"),
    (PatientFields::GENDER, "gender", "not known of anybody"),
    (PatientFields::ETHNICITY, "ethnic category", "not known of anybody"),
    (PatientFields::IMD, "IMD", "deprivation is not known of anybody"),
];

impl People {
    /// What of all files may be implausible, once the people are counted.
    pub fn add_findings(&mut self, scope: &Scope) {
        let mut found = self.files.findings();
        found.extend(self.practices_without(scope));
        found.extend(self.columns_absent());
        found.extend(self.disagreements());
        self.findings.append(&mut found);
    }

    /// The practices of the scope of which nobody is a patient.
    fn practices_without(&self, scope: &Scope) -> Option<Finding> {
        let mut has = vec![false; scope.practices().len()];
        for person in self.list.iter().filter(|person| person.is_patient()) {
            if let Some(has) = has.get_mut(usize::from(person.practice)) {
                *has = true;
            }
        }
        let without: Vec<String> = scope
            .practices()
            .iter()
            .zip(&has)
            .filter(|(_, has)| !**has)
            .map(|(practice, _)| practice.code.to_string())
            .collect();
        let (count, of) = (whole(without.len()), whole(has.len()));
        let what = format!("{count} of {of} practices have no patients: {}", few(&without));
        finding(DoubtId::PracticeWithoutPatients, count, of, what)
    }

    /// The facts that no patients file has.
    fn columns_absent(&self) -> Option<Finding> {
        let all = self.files.all();
        let used = USED.iter().filter(|(fact, ..)| !all.has(*fact));
        let mut absent: Vec<String> = used.map(|(_, name, then)| format!("{name} ({then})")).collect();
        let no_flags: Vec<&str> =
            Flag::ALL.iter().filter(|flag| !all.has(PatientFields::flag(**flag))).map(|flag| flag.name()).collect();
        let count = whole(absent.len() + no_flags.len());
        if !no_flags.is_empty() {
            absent.push(format!("{} (nobody is in these groups by a flag)", no_flags.join(", ")));
        }
        let what = format!("no patients file has a column for {}", absent.join("; "));
        finding(DoubtId::ColumnsAbsent, count, whole(USED.len() + Flag::ALL.len()), what)
    }

    /// The people whose rows disagree, by fact.
    fn disagreements(&self) -> Vec<Finding> {
        let several = whole(self.rows.len());
        let found = self.disagree.by_fact().into_iter().filter_map(|(fact, count)| {
            let what = format!("the rows of {count} of {several} people with several rows disagree about {fact}");
            finding(DoubtId::PeopleDisagree, count, several, what)
        });
        found.collect()
    }
}

/// A finding about all files, if it concerns anything.
fn finding(id: DoubtId, count: u64, of: u64, what: String) -> Option<Finding> {
    (count > 0).then(|| Finding { id, file: String::new(), count, of, what, consequence: None })
}

/// The first of some names, and how many more there are.
fn few(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
    match names.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

fn whole(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
