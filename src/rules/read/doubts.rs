//! `doubts.toml`: what makes a doubt, and what follows.

use super::each;
use crate::domain::{Consequence, Described, DoubtId, Named, did_you_mean, shown};
use crate::rules::doubt_rules::{Beyond, DoubtRule, DoubtRules, Share, Starts};
use crate::rules::provenance::RuleId;
use crate::rules::row_header::To;
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::rules::vocabulary::in_words;
use crate::toml_rows::{Document, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "doubts.toml";

/// Reads the file: every doubt once.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> Result<DoubtRules, Reported> {
    let document = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics)?;
    let top = document.top();
    let least_rows = top.number::<u32>("least_rows", 1..=1_000);
    let headings =
        phrases(register, &top, "safety_headings", "A heading that is not used is doubted where it holds one of: ");
    let terms = phrases(register, &top, "covid_terms", "A term says COVID-19 where it holds one of: ");
    let removed = removed(register, &top);
    let doubts = each(top.rows("doubt"), |row| doubt(register, row));
    top.done();
    for id in DoubtId::ALL {
        let rows = doubts.good.iter().filter(|rule| rule.id == *id).count();
        if rows != 1 && doubts.all {
            top.report(format!("the doubt {id} must be there once, not {rows} times"));
        }
    }
    let ((headings, headings_rule), (terms, terms_rule)) = (headings?, terms?);
    let (removed_over_percent, removed_rule) = removed?;
    let mut ordered = doubts.good;
    ordered.sort_by_key(|rule| rule.id);
    Ok(DoubtRules {
        least_rows: u64::from(least_rows?),
        removed_over_percent,
        doubts: ordered,
        rules: vec![headings_rule, terms_rule, removed_rule],
        safety_headings: headings.iter().map(|phrase| in_words(phrase)).collect(),
        covid_starts: Starts::of(&terms),
        covid_terms: terms.iter().map(|phrase| phrase.to_lowercase()).collect(),
    })
}

fn phrases(
    register: &RowRegister,
    top: &TomlRow<'_>,
    key: &'static str,
    says: &str,
) -> Result<(Vec<String>, RuleId), Reported> {
    let row = top.table(key)?;
    let head = register.header(&row, To::Never);
    let phrases = row.texts("phrases");
    row.done();
    let (head, phrases) = (head?, phrases?);
    let says = format!("{says}{}.", phrases.join(", "));
    Ok((phrases, register.enter(head, says)))
}

fn removed(register: &RowRegister, top: &TomlRow<'_>) -> Result<(u8, RuleId), Reported> {
    let row = top.table("removed")?;
    let head = register.header(&row, To::Never);
    let over = row.number::<u8>("over_percent", 0..=100);
    row.done();
    let (head, over) = (head?, over?);
    Ok((over, register.enter(head, format!("Reasons for removal of over {over} % of the people are not believed."))))
}

fn doubt(register: &RowRegister, row: &TomlRow<'_>) -> Result<DoubtRule, Reported> {
    let head = register.header(row, To::Never);
    let consequence = row.text("consequence").and_then(|name| named_consequence(row, &name));
    let over = row.optional_number::<u8>("over_percent", 0..=100);
    let then = row.optional_text("then").and_then(|then| match then.as_deref() {
        None => Ok(Beyond::Stands),
        Some("refused") => Ok(Beyond::Refused),
        Some(name) => named_consequence(row, name).map(Beyond::Graver),
    });
    let what_to_do = row.text("do");
    row.done();
    let (head, over, beyond) = (head?, over?, then?);
    let id = DoubtId::named(&head.id).ok_or_else(|| {
        let message = format!("unknown doubt {}{}", shown(&head.id), did_you_mean(&head.id, &DoubtId::names()));
        row.report(message)
    })?;
    if over.is_none() && beyond != Beyond::Stands {
        return Err(row.report("\"then\" needs \"over_percent\""));
    }
    let share = over.map(|over_percent| Share { over_percent, beyond });
    let (consequence, what_to_do) = (consequence?, what_to_do?);
    let says = sentence(id, consequence, share);
    Ok(DoubtRule { rule: register.enter(head, says), id, consequence, share, what_to_do })
}

fn named_consequence(row: &TomlRow<'_>, name: &str) -> Result<Consequence, Reported> {
    Consequence::named(name).ok_or_else(|| {
        let message = format!("unknown consequence {}{}", shown(name), did_you_mean(name, &Consequence::names()));
        row.report(message)
    })
}

/// One sentence of what a row says.
fn sentence(id: DoubtId, consequence: Consequence, share: Option<Share>) -> String {
    let name = consequence.name();
    match share {
        None => format!("Where {}: {name}.", id.help()),
        Some(Share { over_percent, beyond: Beyond::Stands }) => {
            format!("Where {}, over {over_percent} %: {name}.", id.help())
        }
        Some(Share { over_percent, beyond: Beyond::Graver(graver) }) => {
            format!("Where {}: {name}; over {over_percent} %: {}.", id.help(), graver.name())
        }
        Some(Share { over_percent, beyond: Beyond::Refused }) => {
            format!("Where {}: {name}; over {over_percent} %: the file is refused.", id.help())
        }
    }
}
