//! `vaxdash rules --doubts`: what makes a doubt, and what follows.

use super::model::{Cell, Column, Kind, Table};
use crate::domain::{Described, DoubtId};
use crate::rules::{Beyond, DoubtRule, DoubtRules};

/// The columns of the doubts.
pub(super) const DOUBTS: [Column; 6] = [
    Column::new("id", "Doubt", Kind::Code),
    Column::new("when", "When", Kind::Text).of_sentences(),
    Column::new("consequence", "What follows", Kind::Text).or_short("Follows"),
    Column::new("over_percent", "Over %", Kind::Count),
    Column::new("beyond", "Beyond it", Kind::Text),
    Column::new("do", "What to do", Kind::Text).of_sentences(),
];

/// Every doubt with its threshold, then the words by which some are found.
#[must_use]
pub fn doubt_rules(rules: &DoubtRules) -> Vec<Table> {
    vec![doubts(rules), words(rules)]
}

fn doubts(rules: &DoubtRules) -> Table {
    let row = |rule: &DoubtRule| {
        vec![
            Cell::text(rule.id.name()),
            Cell::text(when(rule, rules)),
            Cell::text(rule.consequence.name()),
            rule.share.map_or(Cell::Null, |share| Cell::Count(u64::from(share.over_percent))),
            rule.share.map_or(Cell::Null, |share| match share.beyond {
                Beyond::Stands => Cell::text(rule.consequence.name()),
                Beyond::Graver(graver) => Cell::text(graver.name()),
                Beyond::Refused => Cell::text("file refused"),
            }),
            Cell::text(&rule.what_to_do),
        ]
    };
    Table::new("doubts", "Doubts", DOUBTS.to_vec(), rules.doubts.iter().map(row).collect())
}

/// What the doubt is about, and a second share where it has one.
fn when(rule: &DoubtRule, rules: &DoubtRules) -> String {
    let meaning = rule.id.help();
    if rule.id == DoubtId::StatusImplausible {
        format!("{meaning} (removed: over {} %)", rules.removed_over_percent)
    } else {
        meaning.to_owned()
    }
}

fn words(rules: &DoubtRules) -> Table {
    let phrases = rules.phrases();
    let rows =
        phrases.iter().flat_map(|(of, phrases)| phrases.iter().map(|one| vec![Cell::text(*of), Cell::text(*one)]));
    Table::new(
        "doubt_words",
        "Words by which an unused heading (heading-unused) and an unknown code (codes-unknown-covid) are doubted",
        vec![Column::new("of", "In a", Kind::Text), Column::new("phrase", "Words", Kind::Text)],
        rows.collect(),
    )
}
