//! Doses counted by when, where and by whom they were given, for the reports
//! that count doses and not people.

mod dose_axis;
mod dose_key;

pub use dose_axis::{DoseAxis, DoseSources};
pub use dose_key::DoseKey;
