//! What is counted of the rows of one patients file, and what of it may be
//! implausible (specification 8.4).

use std::ops::AddAssign;

use super::column_notes::ColumnNote;
use crate::domain::{Consequence, DoubtId, Finding};
use crate::load::files::headings::{Columns, Field};
use crate::rules::RuleSet;

/// Counts of the rows of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PatientFileCounts {
    /// All rows.
    pub rows: u64,
    /// Rows of one's own practices.
    pub own: u64,
    /// Of these, rejected.
    pub rejected: u64,
    /// All rows without a well-formed practice code.
    pub unplaced: u64,
    /// All rows that end before a column that keeps people safe.
    pub short: u64,
    /// One's own rows, deceased or restricted.
    pub dead_or_restricted: u64,
    /// One's own rows, restricted only because they end too early.
    pub restricted_by_end: u64,
    /// One's own rows, removed.
    pub removed: u64,
    /// One's own rows whose deprivation is a rank.
    pub ranks: u64,
    /// One's own rows with a rank that only 2025 has.
    pub ranks_2025: u64,
}

impl AddAssign for PatientFileCounts {
    fn add_assign(&mut self, more: Self) {
        self.rows += more.rows;
        self.own += more.own;
        self.rejected += more.rejected;
        self.unplaced += more.unplaced;
        self.short += more.short;
        self.dead_or_restricted += more.dead_or_restricted;
        self.restricted_by_end += more.restricted_by_end;
        self.removed += more.removed;
        self.ranks += more.ranks;
        self.ranks_2025 += more.ranks_2025;
    }
}

/// A patients file at its end.
pub struct EndedFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its headings.
    pub headings: &'a Columns,
    /// The rules.
    pub rules: &'a RuleSet,
    /// What was counted.
    pub counts: PatientFileCounts,
    /// Whether ranks of deprivation are those of 2025, whatever they show.
    pub imd_2025: bool,
}

impl EndedFile<'_> {
    /// Whether so many rows end early that their missing cells are blank.
    pub fn cuts_blanks(&self) -> bool {
        self.rules.doubts.passes_share(DoubtId::RowsShort, self.counts.short, self.counts.rows)
    }

    /// Whether ranks of deprivation are those of 2025.
    pub fn is_of_2025(&self) -> bool {
        self.imd_2025 || self.counts.ranks_2025 > 0
    }

    /// What may be implausible of the file.
    pub fn findings(&self, notes: &[ColumnNote]) -> Vec<Finding> {
        let counts = &self.counts;
        let mut found = vec![
            self.finding(DoubtId::RowsRejected, counts.rejected, counts.own, |count, of| {
                format!("{count} of {of} patient rows of your practices are rejected")
            }),
            self.finding(DoubtId::PracticeCodes, counts.unplaced, counts.rows, |count, of| {
                format!("{count} of {of} rows have no practice code of the right form")
            }),
            self.finding(DoubtId::RowsShort, counts.short, counts.rows, |count, of| {
                let read_as = if self.cuts_blanks() {
                    "missing cells are taken for blank ones"
                } else {
                    "what is missing is not known: these people are not invited"
                };
                format!("{count} of {of} rows end before a column of death, removal, restriction or consent: {read_as}")
            }),
        ];
        let by_end = if self.cuts_blanks() { 0 } else { counts.restricted_by_end };
        let gone = counts.dead_or_restricted + by_end;
        found.push(self.finding(DoubtId::StatusImplausible, gone, counts.own, |count, of| {
            format!("{count} of {of} patient rows of your practices are deceased or restricted")
        }));
        let doubts = &self.rules.doubts;
        if doubts.is_over(counts.removed, counts.own, doubts.removed_over_percent) {
            let removed = self.finding(DoubtId::StatusImplausible, counts.removed, counts.own, |count, of| {
                format!("{count} of {of} patient rows of your practices are removed")
            });
            found.push(Finding { consequence: Some(Consequence::Unsafe), ..removed });
        }
        if !self.imd_2025 {
            let (ranks, of_2025) = (self.rules.general.imd_ranks, self.rules.general.imd_ranks_2025);
            found.push(self.finding(DoubtId::ImdVersion, counts.ranks, counts.own, |count, _| {
                if self.is_of_2025() {
                    let above = counts.ranks_2025;
                    format!(
                        "{above} deprivation ranks are above {ranks}: all {count} are taken as of 2025 ({of_2025} areas)"
                    )
                } else {
                    format!("no deprivation rank is above {ranks}: all {count} are taken as of 2019 ({ranks} areas)")
                }
            }));
        }
        found.extend(notes.iter().map(|note| {
            let heading = self.headings.written(note.column);
            self.finding(DoubtId::WordsUnknown, note.unknown, counts.own, |count, _| {
                let (read_as, first) = (read_as(note.field), note.first);
                let values = if count == 1 { "value is" } else { "values are" };
                format!("column \"{heading}\": {count} {values} not understood, the first in row {first}: {read_as}")
            })
        }));
        found.retain(|finding| finding.count > 0);
        found
    }

    fn finding(&self, id: DoubtId, count: u64, of: u64, what: impl Fn(u64, u64) -> String) -> Finding {
        Finding { id, file: self.name.to_owned(), count, of, what: what(count, of), consequence: None }
    }
}

/// What follows from a value that is not understood.
pub fn read_as(field: Field) -> &'static str {
    match field {
        Field::DateOfDeath => {
            "where it cannot be read or lies before birth, the person is taken to have died; where it lies after \
             today, the person is not invited"
        }
        Field::DeathStatus => "the person is counted, and not invited",
        Field::ReasonForRemoval => "the person is taken to be removed",
        Field::SensitiveFlag => "the record is taken to be restricted",
        Field::SmsConsent => "text messages are taken to be declined",
        Field::Gender | Field::EthnicCategory | Field::ImdQuintile | Field::ImdDecile | Field::ImdRank => {
            "taken as not known"
        }
        Field::DateOfBirth => "an instant in UTC that is no midnight in London: the date in London is taken",
        _ => "taken as no",
    }
}
