//! The only place that asks what time it is.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::london_date;

/// Now.
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Today in Europe/London.
pub fn today() -> NaiveDate {
    london_date(now())
}
