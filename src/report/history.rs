//! `vaxdash history`: one person, every event, every answer with its reason.

use chrono::NaiveDate;

use super::model::{Cell, Column, Kind, Table};
use crate::classify::{Answer, Assessment, Population, explain};
use crate::domain::{Brand, Contact, Person, RegistrationStatus};

/// A vaccination row of the person, as it was loaded.
#[derive(Debug, Clone)]
pub struct HistoryFacts {
    /// Place in the read order of all vaccination rows.
    pub order: u32,
    /// The date used, or else the date written.
    pub date: Option<NaiveDate>,
    /// The name of the bucket it ended in; `None` for rows that were given.
    pub bucket: Option<&'static str>,
    /// Brand by its product code.
    pub brand: Option<Brand>,
    /// Codes and details as written.
    pub procedure_code: String,
    /// Product code.
    pub product_code: String,
    /// Batch number.
    pub batch: String,
    /// ODS code of the site.
    pub site_code: String,
    /// Supplier, or the file.
    pub source: String,
}

/// The columns of the person.
pub(super) const WHO: [Column; 3] = [
    Column::new("forename", "Forename", Kind::Text),
    Column::new("surname", "Surname", Kind::Text),
    Column::new("date_of_birth", "Date of birth", Kind::Date),
];

/// Who this is, so that whoever asks can make sure.
#[must_use]
pub fn who(person: &Person, contact: &Contact) -> Table {
    // Nobody knows when somebody with only rejected rows was born.
    let birth = (person.registration != RegistrationStatus::Rejected).then_some(person.birth);
    let row = vec![Cell::text(&contact.forename), Cell::text(&contact.surname), Cell::date(birth)];
    Table::new("person", "Who this is", WHO.to_vec(), vec![row])
}

/// The columns of the answers.
pub(super) const ASSESSMENT: [Column; 5] = [
    Column::new("question", "Question", Kind::Text),
    Column::new("answer", "Answer", Kind::Text),
    Column::new("due_date", "Due", Kind::Date),
    Column::new("rule", "Rule", Kind::Code).or_dropped(),
    Column::new("because", "Because", Kind::Text).at_least(36),
];

/// The columns of the events.
pub(super) const HISTORY: [Column; 10] = [
    Column::new("date", "Date", Kind::Date),
    Column::new("gap_days", "Days since last dose", Kind::Count).or_short("Gap"),
    Column::new("counted", "Counted", Kind::Text).of_keys(),
    Column::new("role", "Role", Kind::Text),
    Column::new("brand", "Brand", Kind::Text),
    Column::new("procedure_code", "Procedure code", Kind::Code).or_short("Procedure").or_dropped(),
    Column::new("product_code", "Product code", Kind::Code).or_short("Product").or_dropped(),
    Column::new("batch", "Batch", Kind::Code),
    Column::new("site_code", "Site", Kind::Code),
    Column::new("source", "Source", Kind::Text),
];

/// The tables of a person: the answers with their reasons, then every event in
/// date order, undated rows last.
#[must_use]
pub fn history(
    population: &Population<'_>,
    assessment: Option<&Assessment>,
    registration: RegistrationStatus,
    mut facts: Vec<HistoryFacts>,
) -> Vec<Table> {
    facts.sort_by_key(|fact| (fact.date.is_none(), fact.date, fact.order));
    let answers = match assessment {
        Some(assessment) => explain(population, assessment),
        None => vec![not_a_patient(registration)],
    };
    let answers = answers.into_iter().map(|answer| {
        vec![
            Cell::text(answer.question),
            Cell::text(answer.answer),
            Cell::date(answer.due),
            Cell::text(answer.rule),
            Cell::text(answer.because),
        ]
    });
    let assessed = Table::new("assessment", "What is due, and why", ASSESSMENT.to_vec(), answers.collect());
    let events = Table::new("history", "Every event", HISTORY.to_vec(), event_rows(population, assessment, &facts));
    vec![assessed, events]
}

/// Somebody who is not counted, and why.
fn not_a_patient(registration: RegistrationStatus) -> Answer {
    let because = match registration {
        RegistrationStatus::Deceased => "deceased",
        RegistrationStatus::Removed => "removed from the practice's list",
        RegistrationStatus::NotYetBorn => "born after the date of the report",
        RegistrationStatus::Rejected => "every patient row was rejected (`vaxdash check` shows why)",
        RegistrationStatus::Patient => "",
    };
    Answer {
        question: "Patient".to_owned(),
        answer: "not counted".to_owned(),
        due: None,
        rule: String::new(),
        because: because.to_owned(),
    }
}

fn event_rows(population: &Population<'_>, assessment: Option<&Assessment>, facts: &[HistoryFacts]) -> Vec<Vec<Cell>> {
    let doses = assessment.map(|assessment| population.doses(assessment)).unwrap_or_default();
    let codes = &population.rules.codes;
    let mut previous: Option<NaiveDate> = None;
    let mut rows = Vec::with_capacity(facts.len());
    for fact in facts {
        let place = doses.iter().position(|dose| dose.order == fact.order);
        let role = place.and_then(|place| assessment.map(|assessment| assessment.course.role(place).to_string()));
        let counted = match (place, fact.bucket) {
            (Some(_), _) => "yes",
            (None, Some(bucket)) => bucket,
            (None, None) => "duplicates",
        };
        let gap = fact.date.zip(previous).map(|(date, previous)| (date - previous).num_days());
        rows.push(vec![
            Cell::date(fact.date),
            gap.map_or(Cell::Null, Cell::Whole),
            Cell::text(counted),
            role.map_or(Cell::Null, Cell::text),
            fact.brand.map_or(Cell::Null, |brand| Cell::text(codes.brand_name(brand))),
            Cell::text(&fact.procedure_code),
            Cell::text(&fact.product_code),
            Cell::text(&fact.batch),
            Cell::text(&fact.site_code),
            Cell::text(&fact.source),
        ]);
        if place.is_some() {
            previous = fact.date;
        }
    }
    rows
}
