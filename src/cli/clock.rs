//! The only place that asks what time it is.

use chrono::{NaiveDate, Utc};

use crate::domain::london_date;

/// Today in Europe/London.
pub fn today() -> NaiveDate {
    london_date(Utc::now())
}
