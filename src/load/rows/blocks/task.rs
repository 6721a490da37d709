//! What the threads that read blocks have to do.

use super::found::{Extent, Found};
use super::shared_file::SharedFile;
use crate::load::rows::body_rules::{BodyRules, Taken};
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::meter::Meter;
use crate::load::rows::row::Row;
use crate::load::rows::scan::Scan;

/// What is to be read, and for whom.
pub struct Task<'a, S> {
    pub source: &'a SharedFile,
    pub delimiter: u8,
    pub rules: BodyRules,
    /// The place of the first byte below the header.
    pub start: u64,
    pub block: u64,
    pub scan: &'a S,
    pub meter: &'static Meter,
}

impl<S> Task<'_, S> {
    /// How many blocks there are.
    pub fn blocks(&self) -> u64 {
        self.source.length().saturating_sub(self.start).div_ceil(self.block)
    }

    /// Where a block is; its first byte is guessed to be no line's.
    pub fn extent(&self, block: u64) -> Extent {
        let from = self.start.saturating_add(block.saturating_mul(self.block));
        let to = from.saturating_add(self.block).min(self.source.length());
        Extent { from, to, is_certain: block == 0, is_first: block == 0 }
    }
}

impl<S: Scan> Task<'_, S> {
    /// Gives a row to the scan, if it is a row read.
    pub fn take(&self, row: &Row<'_>, is_under_header: bool, found: &mut Found<S::Part>) -> Result<(), FileFault> {
        match self.rules.takes(row, is_under_header, &mut found.count)? {
            Taken::Not => Ok(()),
            Taken::Read => self.scan.row(row, &mut found.part),
            Taken::Shifted => {
                self.scan.shifted(row, &mut found.part);
                Ok(())
            }
        }
    }
}
