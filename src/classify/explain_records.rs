//! Answers about what is recorded of a person besides doses, each with the facts that gave it.

use chrono::NaiveDate;

use super::answer::Answer;
use crate::domain::{RecordDoubt, Refusal, RefusalKind, UkDate};

/// That a declined or contraindicated code is in force.
pub fn refusal_answer(refusal: &Refusal) -> Answer {
    let (question, says) = match refusal.kind {
        RefusalKind::Declined => ("Declined", "a declined code stands until a dose after it"),
        RefusalKind::Contraindicated => {
            ("Contraindicated", "a contraindicated code stands until a dose after it; a clinician decides")
        }
    };
    records_answer(question, "yes", format!("{says} — code {} on {}", refusal.code, UkDate(refusal.date)))
}

/// That a vaccination is booked for a day.
pub fn booked_answer(day: NaiveDate) -> Answer {
    let because = format!("a row is dated {}, after the last refresh of its file: an appointment", UkDate(day));
    Answer { due: Some(day), ..records_answer("Booked", "yes", because) }
}

/// That rows on or after the last dose, or without a date, are in doubt, if any is.
pub fn in_doubt_answer<'a>(doubts: impl Iterator<Item = &'a RecordDoubt>) -> Option<Answer> {
    let facts: Vec<String> = doubts
        .map(|doubt| match doubt.date {
            Some(date) => format!("{} on {}", doubt.id, UkDate(date)),
            None => format!("{} without a date", doubt.id),
        })
        .collect();
    (!facts.is_empty()).then(|| records_answer("Record in doubt", "yes", facts.join("; ")))
}

fn records_answer(question: &str, answer: &str, because: String) -> Answer {
    Answer { question: question.to_owned(), answer: answer.to_owned(), due: None, rule: String::new(), because }
}
