//! Which events are doses (specification 2.4, steps 10 and 11).

use chrono::NaiveDate;

use crate::domain::{Dose, Event, RowOutcome};

/// The counted doses among one person's events, which come in date order, then
/// read order.
///
/// A day less than `days_between` after the previous counted dose makes no
/// dose. Of the rows of a dose's day, the first with a known brand, else the
/// first, gives the details; the others are duplicates.
pub fn doses(events: &[Event], days_between: u16) -> impl Iterator<Item = Dose> {
    let mut previous: Option<NaiveDate> = None;
    events.chunk_by(|a, b| date_of(a) == date_of(b)).filter_map(move |day| {
        let date = date_of(day.first()?)?;
        if previous.is_some_and(|previous| (date - previous).num_days() < i64::from(days_between)) {
            return None;
        }
        previous = Some(date);
        let row = day.iter().find(|event| event.brand.is_known()).or_else(|| day.first())?;
        Some(Dose { date, order: row.order, brand: row.brand, class: row.class, site: row.site })
    })
}

/// The date of an event that was given.
pub fn date_of(event: &Event) -> Option<NaiveDate> {
    match event.outcome {
        RowOutcome::Given(date) => Some(date),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Brand, Site};

    fn event(day: u32, order: u32, brand: u8) -> Event {
        let date = NaiveDate::from_ymd_opt(2021, 3, day).unwrap();
        Event { person: 0, order, outcome: RowOutcome::Given(date), brand: Brand(brand), class: None, site: Site(0) }
    }

    #[test]
    fn fourteen_days_make_a_new_dose_and_thirteen_do_not() {
        let found: Vec<u32> = doses(&[event(1, 0, 1), event(14, 1, 1), event(15, 2, 1), event(28, 3, 1)], 14)
            .map(|dose| dose.order)
            .collect();
        assert_eq!(found, [0, 2]);
    }

    #[test]
    fn a_known_brand_of_the_same_day_gives_the_details() {
        let found: Vec<u32> =
            doses(&[event(1, 0, 0), event(1, 1, 2), event(1, 2, 3)], 14).map(|dose| dose.order).collect();
        assert_eq!(found, [1]);
        let unknown: Vec<u32> = doses(&[event(1, 4, 0), event(1, 5, 0)], 14).map(|dose| dose.order).collect();
        assert_eq!(unknown, [4]);
    }
}
