//! What the Organisation Data Service publishes of practices: `epraccur`, the
//! register of all of them, and `ePCN`, which practice is in which network.
//!
//! Both are of all England. They say nothing of who may be seen, until the
//! caller names networks.

use super::headings::{Columns, Field};
use super::kind::FileKind;
use super::layout::Layout;
use crate::load::rows::row::Row;

/// A publication of ODS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// `epraccur`: names, and nothing of networks.
    Register,
    /// `ePCN`: the practices of every network, with the dates of membership.
    Memberships,
}

impl Publication {
    /// The publication of this layout, if it is one.
    #[must_use]
    pub fn of(layout: &Layout) -> Option<Self> {
        if layout.kind != FileKind::Practices {
            None
        } else if layout.columns.has(Field::MembershipEnd) && layout.columns.has(Field::PcnCode) {
            Some(Self::Memberships)
        } else if layout.header_row == 0 && layout.columns.width() == REGISTER_WIDTH {
            Some(Self::Register)
        } else {
            None
        }
    }
}

/// How many columns `epraccur` has; it has no header.
const REGISTER_WIDTH: usize = 27;

/// Its columns as far as they are used: the code and the name.
#[must_use]
pub fn register_columns() -> Columns {
    let mut header = vec!["Organisation Code".to_owned(), "Organisation Name".to_owned()];
    header.resize(REGISTER_WIDTH, String::new());
    Columns::find(&header)
}

/// Whether a row is one of `epraccur`: 27 cells, of which the first is a code,
/// the eleventh the day on which it was opened, the thirteenth its status
/// (active, closed, dormant, proposed) and the last but one a setting.
#[must_use]
pub fn is_register(row: &Row<'_>) -> bool {
    let cell = |number: usize| row.cell(Some(number - 1));
    let is_code = (3..=9).contains(&cell(1).len()) && cell(1).iter().all(u8::is_ascii_alphanumeric);
    let is_day = cell(11).len() == 8 && cell(11).iter().all(u8::is_ascii_digit);
    let is_status = matches!(cell(13), b"A" | b"C" | b"D" | b"P");
    let is_setting = !cell(26).is_empty() && cell(26).iter().all(u8::is_ascii_digit);
    row.width() == REGISTER_WIDTH && is_code && !cell(2).is_empty() && is_day && is_status && is_setting
}
