//! `words.toml`: what words in the cells of an extract mean.

use chrono::NaiveDate;

use crate::domain::{Gender, LifeStatus, Removal, RowAction, shown};
use crate::rules::null_words::{LONGEST_NULL, NullWords};
use crate::rules::provenance::RuleId;
use crate::rules::row_header::To;
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::rules::vocabulary::{Meanings, Vocabulary, normal};
use crate::toml_rows::{Document, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "words.toml";

/// Reads the file; the words of ethnicity come from a file of their own.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> Result<Vocabulary, Reported> {
    let document = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics)?;
    let top = document.top();
    let mut rules = Vec::new();
    let blank = section(register, &top, "blank", &mut rules, |row| {
        Ok((null_words(row, "words")?, null_words(row, "unknown_where_safety")?))
    });
    let death = section(register, &top, "death", &mut rules, |row| {
        let words = meanings(
            row,
            [("alive", LifeStatus::Alive), ("dead", LifeStatus::Dead), ("withdrawn", LifeStatus::Withdrawn)],
        );
        let no_date = row.texts("no_date")?;
        let dates = no_date.iter().map(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d"));
        let dates: Result<Vec<NaiveDate>, _> = dates.collect();
        let faulty = |_| row.report("\"no_date\" must be dates such as \"9999-12-31\"");
        Ok((words?, dates.map_err(faulty)?))
    });
    let restricted = section(register, &top, "restriction", &mut rules, |row| {
        meanings(row, [("open", false), ("restricted", true)])
    });
    let consent = section(register, &top, "consent", &mut rules, |row| {
        let given = meanings(row, [("given", ())]);
        Ok((given?, row.texts("refused")?))
    });
    let not_given =
        section(register, &top, "not_given", &mut rules, |row| meanings(row, [("given", false), ("not_given", true)]));
    let action = section(register, &top, "action", &mut rules, |row| {
        meanings(row, [("new", RowAction::New), ("update", RowAction::Update), ("delete", RowAction::Delete)])
    });
    let gender = section(register, &top, "gender", &mut rules, |row| {
        meanings(
            row,
            [
                ("male", Gender::Male),
                ("female", Gender::Female),
                ("indeterminate", Gender::Indeterminate),
                ("not_known", Gender::NotKnown),
            ],
        )
    });
    let removal = section(register, &top, "removal", &mut rules, |row| {
        meanings(row, [("death", Removal::Death), ("removed", Removal::Other)])
    });
    top.done();
    let ((null, null_unknown), (life, no_date), (consent_given, consent_null_refuses)) = (blank?, death?, consent?);
    Ok(Vocabulary {
        rules,
        null: NullWords::new(null),
        null_unknown,
        consent_null_refuses,
        life,
        no_date,
        restricted: restricted?,
        consent_given,
        not_given: not_given?,
        action: action?,
        gender: gender?,
        removal: removal?,
        ethnicity: Vec::new(),
    })
}

/// One vocabulary with its source.
fn section<T>(
    register: &RowRegister,
    top: &TomlRow<'_>,
    key: &'static str,
    rules: &mut Vec<RuleId>,
    read: impl FnOnce(&TomlRow<'_>) -> Result<T, Reported>,
) -> Result<T, Reported> {
    let row = top.table(key)?;
    let head = register.header(&row, To::Never);
    let read = read(&row);
    row.done();
    let (head, read) = (head?, read?);
    rules.push(register.enter(head, format!("Words in cells: {}.", key.replace('_', " "))));
    Ok(read)
}

/// Words for an empty cell, in small letters.
fn null_words(row: &TomlRow<'_>, key: &'static str) -> Result<Vec<String>, Reported> {
    let words = row.texts(key)?;
    if let Some(long) = words.iter().find(|word| word.len() > LONGEST_NULL) {
        return Err(row.report(format!("{} is longer than {LONGEST_NULL} letters", shown(long))));
    }
    Ok(words)
}

/// Lists of words, each list with what its words mean; no word has two meanings.
fn meanings<T: Copy, const N: usize>(
    row: &TomlRow<'_>,
    lists: [(&'static str, T); N],
) -> Result<Meanings<T>, Reported> {
    let mut all: Vec<(String, T)> = Vec::new();
    let mut fault = None;
    for (key, meaning) in lists {
        match row.texts(key) {
            Err(noted) => fault = Some(noted),
            Ok(words) => {
                for word in words {
                    let word = normal(&word);
                    if all.iter().any(|(known, _)| *known == word) {
                        let message = format!("the word {} is there twice", shown(&word));
                        fault = Some(row.report(message));
                    }
                    all.push((word, meaning));
                }
            }
        }
    }
    fault.map_or(Ok(Meanings(all)), Err)
}
