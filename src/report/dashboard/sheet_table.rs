//! A sheet of the dashboard.

use crate::report::model::{Sheet, Table};

/// A sheet with its table.
pub type SheetTable = (Sheet, Table);
