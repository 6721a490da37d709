//! Which events are doses (specification 2.4, steps 10 and 11).

use chrono::NaiveDate;

use crate::domain::{Brand, Dose, Event, RowOutcome};

/// The counted doses among one person's events, which come in date order, then
/// read order.
///
/// A day less than `days_between` after the previous counted dose makes no
/// dose. Of the rows of a dose's day, the first of the brand that comes first by
/// `precedence` gives the details; the others are duplicates.
pub fn doses(events: &[Event], days_between: u16, precedence: impl Fn(Brand) -> u8) -> impl Iterator<Item = Dose> {
    let mut previous: Option<NaiveDate> = None;
    events.chunk_by(|a, b| date_of(a) == date_of(b)).filter_map(move |day| {
        let date = date_of(day.first()?)?;
        if previous.is_some_and(|previous| (date - previous).num_days() < i64::from(days_between)) {
            return None;
        }
        previous = Some(date);
        // Of equal rows the first is taken: they come in read order.
        let row = day.iter().min_by_key(|event| precedence(event.brand))?;
        Some(Dose { date, order: row.order, brand: row.brand, class: row.class, code: row.code, site: row.site })
    })
}

/// The date of an event that was given.
pub fn date_of(event: &Event) -> Option<NaiveDate> {
    match event.outcome {
        RowOutcome::Given(date) => Some(date),
        RowOutcome::NotCovid | RowOutcome::NotGiven | RowOutcome::Rejected | RowOutcome::AfterAsAt => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Brand, CodePlace, Site};

    fn event(day: u32, order: u32, brand: u8) -> Event {
        let date = NaiveDate::from_ymd_opt(2021, 3, day).unwrap();
        let outcome = RowOutcome::Given(date);
        Event { person: 0, order, outcome, brand: Brand(brand), class: None, code: CodePlace::NONE, site: Site(0) }
    }

    /// The places in the read order of the doses; brand 2 comes after all others, none known last.
    fn orders(events: &[Event]) -> Vec<u32> {
        let precedence = |brand: Brand| if brand.is_known() { brand.0 % 2 } else { u8::MAX };
        doses(events, 14, precedence).map(|dose| dose.order).collect()
    }

    #[test]
    fn fourteen_days_make_a_new_dose_and_thirteen_do_not() {
        assert_eq!(orders(&[event(1, 0, 1), event(14, 1, 1), event(15, 2, 1), event(28, 3, 1)]), [0, 2]);
    }

    #[test]
    fn a_known_brand_of_the_same_day_gives_the_details() {
        assert_eq!(orders(&[event(1, 0, 0), event(1, 1, 2), event(1, 2, 2)]), [1]);
        assert_eq!(orders(&[event(1, 4, 0), event(1, 5, 0)]), [4]);
    }

    #[test]
    fn of_several_known_brands_of_a_day_precedence_decides() {
        assert_eq!(orders(&[event(1, 0, 1), event(1, 1, 2), event(1, 2, 2)]), [1]);
        assert_eq!(orders(&[event(1, 0, 0), event(1, 1, 1), event(1, 2, 1)]), [1]);
    }
}
