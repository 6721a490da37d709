//! Every row of one person, for `history`.

use chrono::NaiveDate;

use crate::domain::{Brand, EventBucket, NhsNumber};

/// A vaccination row of the person watched, with its details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceRow {
    /// Place in the read order of all vaccination rows.
    pub order: u32,
    /// File name.
    pub file: String,
    /// Row number as a spreadsheet shows it.
    pub row: u32,
    /// The date used, or else the date written.
    pub date: Option<NaiveDate>,
    /// Where the row ended; `None` while only the person's doses can tell.
    pub bucket: Option<EventBucket>,
    /// Brand by its product code; `None` without a known code.
    pub brand: Option<Brand>,
    /// Procedure code as written.
    pub procedure_code: String,
    /// Product code as written.
    pub product_code: String,
    /// Batch number as written.
    pub batch: String,
    /// ODS code of the site as written.
    pub site_code: String,
}

/// The rows of the person watched, if any.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// Whom to watch.
    pub number: Option<NhsNumber>,
    /// The person's rows, in read order.
    pub rows: Vec<TraceRow>,
}

impl Trace {
    /// Notes where a row of the person ended.
    pub fn end(&mut self, order: u32, bucket: EventBucket) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.order == order) {
            row.bucket = Some(bucket);
        }
    }
}
