//! Where the figures of reports stand that are published together.

use std::collections::HashSet;

use crate::report::model::Place;

/// A place of one of several reports, counted from 0.
pub type ReportPlace = (usize, Place);

/// The counts of a report that are not shown, whatever they are.
pub type KeptBack = HashSet<Place>;
