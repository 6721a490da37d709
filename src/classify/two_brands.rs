//! Days on which the rows of one person name two brands.

use super::history::date_of;
use crate::domain::{Event, EventFault, RecordFault};
use crate::rules::Codes;

/// The days on which a person's events, which come in date order, name two known
/// brands: one fault a day, of the row that gives the details.
pub fn days_of_two_brands(given: &[Event], codes: &Codes) -> Vec<EventFault> {
    let of_day = |day: &[Event]| {
        let mut known = day.iter().map(|event| event.brand).filter(|brand| brand.is_known());
        let first = known.next()?;
        known.any(|brand| brand != first).then_some(())?;
        let row = day.iter().min_by_key(|event| codes.precedence(event.brand))?;
        let Event { person, order, code, .. } = *row;
        let fault = RecordFault::TwoBrandsOneDay;
        Some(EventFault { person, order, fault, date: date_of(row), code: codes.code_at(code) })
    };
    given.chunk_by(|one, other| date_of(one) == date_of(other)).filter(|day| day.len() > 1).filter_map(of_day).collect()
}
