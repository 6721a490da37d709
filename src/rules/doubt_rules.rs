//! What makes a finding a doubt, and what follows from it (specification 8.4;
//! `doubts.toml`).

use super::provenance::RuleId;
use super::vocabulary::in_words;
use crate::domain::{Consequence, Doubt, DoubtId, Finding};

/// What follows beyond the share of a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// The doubt stands only there.
    Stands,
    /// It stands always, and is graver there.
    Graver(Consequence),
    /// It stands always, and there the file is refused.
    Refused,
}

/// A share of the rows, and what follows beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// In per cent.
    pub over_percent: u8,
    /// What follows.
    pub beyond: Beyond,
}

/// One doubt.
#[derive(Debug, Clone)]
pub struct DoubtRule {
    /// The row.
    pub rule: RuleId,
    /// The doubt.
    pub id: DoubtId,
    /// What follows from it.
    pub consequence: Consequence,
    /// The share it has, if it has one.
    pub share: Option<Share>,
    /// What to do.
    pub what_to_do: String,
}

/// Every doubt, and the words by which some are found.
#[derive(Debug, Clone)]
pub struct DoubtRules {
    /// A share counts from so many rows concerned.
    pub least_rows: u64,
    /// Share of removed people beyond which the column is not believed, in per cent.
    pub removed_over_percent: u8,
    /// One a doubt, in the order in which they are shown.
    pub doubts: Vec<DoubtRule>,
    /// The rows of the word lists.
    pub rules: Vec<RuleId>,
    pub(super) safety_headings: Vec<String>,
    pub(super) covid_terms: Vec<String>,
    /// How they begin.
    pub(super) covid_starts: Starts,
}

impl DoubtRules {
    /// The rule of a doubt.
    #[must_use]
    pub fn of(&self, id: DoubtId) -> Option<&DoubtRule> {
        self.doubts.iter().find(|rule| rule.id == id)
    }

    /// Whether `count` of `of` is more than `over_percent`, and enough rows to count.
    #[must_use]
    pub fn is_over(&self, count: u64, of: u64, over_percent: u8) -> bool {
        count >= self.least_rows && u128::from(count) * 100 > u128::from(of) * u128::from(over_percent)
    }

    /// Whether a count passes the share of its doubt; without a share, whether there is any.
    #[must_use]
    pub fn passes_share(&self, id: DoubtId, count: u64, of: u64) -> bool {
        match self.of(id).and_then(|rule| rule.share) {
            Some(share) => self.is_over(count, of, share.over_percent),
            None => count > 0,
        }
    }

    /// The doubt that a finding is, if it is one.
    #[must_use]
    pub fn judge(&self, finding: &Finding, is_accepted: impl Fn(DoubtId, &str) -> bool) -> Option<Doubt> {
        let rule = self.of(finding.id)?;
        let over = rule.share.is_some_and(|share| self.is_over(finding.count, finding.of, share.over_percent));
        let by_share = match rule.share.map(|share| share.beyond) {
            Some(Beyond::Stands) => over.then_some(rule.consequence),
            Some(Beyond::Graver(graver)) if over => Some(graver),
            // A file that is refused says so itself.
            None | Some(Beyond::Graver(_) | Beyond::Refused) => Some(rule.consequence),
        };
        let consequence = finding.consequence.or(by_share).filter(|_| finding.count > 0)?;
        Some(Doubt {
            id: finding.id,
            consequence,
            accepted: is_accepted(finding.id, &finding.file),
            file: finding.file.clone(),
            count: finding.count,
            of: finding.of,
            what: finding.what.clone(),
            what_to_do: rule.what_to_do.clone(),
        })
    }

    /// The words by which a heading is taken for one that keeps people safe,
    /// and a term for COVID-19.
    #[must_use]
    pub fn phrases(&self) -> [(&'static str, Vec<&str>); 2] {
        [("heading", trimmed(&self.safety_headings)), ("term", trimmed(&self.covid_terms))]
    }

    /// Whether a heading resembles that of a column that keeps people safe:
    /// by whole words, cut at capitals, spaces and marks.
    #[must_use]
    pub fn is_safety_heading(&self, heading: &str) -> bool {
        let words = in_words(&cut_at_capitals(heading));
        self.safety_headings.iter().any(|phrase| words.contains(phrase.as_str()))
    }

    /// Whether a term says that a vaccination is against COVID-19.
    #[must_use]
    pub fn is_covid_term(&self, term: &str) -> bool {
        self.is_covid_cell(term.as_bytes())
    }

    /// The same of a cell that holds the term.
    #[must_use]
    pub fn is_covid_cell(&self, cell: &[u8]) -> bool {
        // "COVID19" is one word, and says it all the same.
        if self.covid_terms.iter().all(|phrase| phrase.is_ascii()) {
            return self.holds_covid_term(cell);
        }
        let term = String::from_utf8_lossy(cell).to_lowercase();
        self.covid_terms.iter().any(|phrase| term.contains(phrase.as_str()))
    }

    /// Whether a text holds one of the phrases, whatever the capitals of its
    /// letters: there are millions of terms, so each is walked through once, no
    /// memory is taken for any, and few places begin like a phrase.
    fn holds_covid_term(&self, text: &[u8]) -> bool {
        let begins =
            |rest: &[u8], phrase: &[u8]| rest.get(..phrase.len()).is_some_and(|p| p.eq_ignore_ascii_case(phrase));
        text.iter().enumerate().any(|(place, first)| {
            self.covid_starts.has(*first) && {
                let rest = text.get(place..).unwrap_or_default();
                self.covid_starts.holds(rest) && self.covid_terms.iter().any(|phrase| begins(rest, phrase.as_bytes()))
            }
        })
    }
}

/// The first two letters of phrases: by the first, small or capital, which the second can be.
#[derive(Debug, Clone)]
pub struct Starts(Box<[u32; 256]>);

impl Starts {
    /// Those of these phrases; a phrase of one letter begins with every letter beside it.
    pub(super) fn of(phrases: &[String]) -> Self {
        let mut starts = Box::new([0_u32; 256]);
        for phrase in phrases {
            match phrase.to_ascii_lowercase().as_bytes() {
                [first, second, ..] => {
                    for first in [*first, first.to_ascii_uppercase()] {
                        starts[usize::from(first)] |= 1 << (second & 31);
                    }
                }
                [first] => {
                    for first in [*first, first.to_ascii_uppercase()] {
                        starts[usize::from(first)] = u32::MAX;
                    }
                }
                [] => starts.fill(u32::MAX),
            }
        }
        Self(starts)
    }

    /// Whether one of the phrases begins with this byte.
    #[inline]
    fn has(&self, first: u8) -> bool {
        self.0[usize::from(first)] != 0
    }

    /// Whether a text may begin with one of the phrases; a last letter may.
    fn holds(&self, text: &[u8]) -> bool {
        let [first, rest @ ..] = text else { return false };
        let seconds = self.0[usize::from(*first)];
        seconds != 0 && rest.first().is_none_or(|second| seconds >> (second.to_ascii_lowercase() & 31) & 1 == 1)
    }
}

fn trimmed(phrases: &[String]) -> Vec<&str> {
    phrases.iter().map(|phrase| phrase.trim()).collect()
}

/// `DeathDate` as `Death Date`; `NHSNumber` as `NHS Number`.
fn cut_at_capitals(heading: &str) -> String {
    let letters: Vec<char> = heading.chars().collect();
    let mut cut = String::with_capacity(heading.len() + 8);
    for (place, letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(place + 1);
        let begins_word = letter.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_ascii_digit()
                    || before.is_uppercase() && after.is_some_and(|after| after.is_lowercase())
            });
        if begins_word {
            cut.push(' ');
        }
        cut.push(*letter);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Named;
    use crate::rules::RuleSet;

    fn rules() -> DoubtRules {
        RuleSet::built_in().unwrap().doubts
    }

    fn finding(id: DoubtId, count: u64, of: u64) -> Finding {
        Finding { id, file: "a.csv".to_owned(), count, of, what: String::new(), consequence: None }
    }

    #[test]
    fn every_doubt_has_a_rule() {
        for id in DoubtId::ALL {
            assert!(rules().of(*id).is_some(), "{id}");
        }
    }

    #[test]
    fn headings_are_compared_by_whole_words() {
        for heading in [
            "Deceased Date",
            "DeceasedDateTime",
            "date_of-DEATH",
            "DOD",
            "OptOut",
            "opt out",
            "SMS Consent given",
            "Vital Status",
            "leftPractice",
            "S_Flag_Sensitive",
        ] {
            assert!(rules().is_safety_heading(heading), "{heading}");
        }
        for heading in ["Dodgy", "Deathwatch", "consented", "Sensitivity", "NHS Number", "Actions", "given"] {
            assert!(!rules().is_safety_heading(heading), "{heading}");
        }
    }

    #[test]
    fn terms_say_covid_in_any_spelling_and_companies_do_not() {
        for term in ["SARS-CoV-2 vaccination", "Covid19 vaccine", "COMIRNATY LP.8.1", "2019-nCoV coronavirus"] {
            assert!(rules().is_covid_term(term), "{term}");
        }
        for term in ["Influenza vaccine (Pfizer)", "Moderna mRNA influenza", ""] {
            assert!(!rules().is_covid_term(term), "{term}");
        }
        // Each phrase, at any place, in any capitals, and not when it is cut short.
        for phrase in &rules().covid_terms {
            for term in [phrase.clone(), format!("Ccovi {}", phrase.to_uppercase()), format!("x{phrase}y")] {
                assert!(rules().is_covid_term(&term), "{term}");
            }
            assert!(
                !rules().is_covid_term(&phrase[..phrase.len() - 1])
                    || rules().covid_terms.iter().any(|other| phrase[..phrase.len() - 1].contains(other.as_str())),
                "{phrase}"
            );
        }
    }

    #[test]
    fn a_share_counts_from_three_rows_and_only_beyond_it() {
        let judge = |count, of| {
            rules().judge(&finding(DoubtId::CodesDamaged, count, of), |_, _| false).map(|doubt| doubt.consequence)
        };
        assert_eq!(judge(0, 100), None);
        assert_eq!(judge(2, 10), Some(Consequence::Review));
        assert_eq!(judge(3, 300), Some(Consequence::Review));
        assert_eq!(judge(3, 299), Some(Consequence::Unsafe));
        let stands = |count, of| rules().judge(&finding(DoubtId::RowsUnlinkable, count, of), |_, _| false).is_some();
        assert!(!stands(2, 2) && !stands(5, 100) && stands(6, 100) && stands(3, 3));
    }
}
