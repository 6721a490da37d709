//! The codes of a vaccination row, and what they say.

use super::event_columns::{CODE_COLUMNS, EventColumns};
use crate::domain::{Brand, ProcedureClass, RefusalKind, undecorated};
use crate::load::rows::row::Row;
use crate::rules::{Codes, DoubtRules, Vocabulary};

/// The codes of a row.
pub struct RowCodes<'r> {
    /// As written, without decoration; empty where nothing is said.
    cells: [&'r [u8]; CODE_COLUMNS],
    /// What the procedure code says.
    pub class: Option<ProcedureClass>,
    /// The brand of the product code.
    pub brand: Option<Brand>,
    situation: Option<ProcedureClass>,
    reason: Option<ProcedureClass>,
}

impl<'r> RowCodes<'r> {
    /// Reads the codes of a row.
    pub fn read(row: &Row<'r>, columns: &EventColumns<'_>, codes: &Codes, words: &Vocabulary) -> Self {
        let cells = columns.codes().map(|column| code_cell(row.cell(column), words));
        let [procedure, product, situation, reason] = cells;
        Self {
            cells,
            class: codes.procedure(procedure),
            brand: codes.product(product),
            situation: codes.procedure(situation),
            reason: codes.procedure(reason),
        }
    }

    /// Whether any of the codes is known as COVID-19.
    pub fn is_covid(&self) -> bool {
        self.class.is_some() || self.brand.is_some() || self.situation.is_some() || self.reason.is_some()
    }

    /// Whether the codes say that nothing was given.
    pub fn says_not_given(&self) -> bool {
        let [_, _, situation, reason] = self.cells;
        !situation.is_empty() || !reason.is_empty() || self.class.is_some_and(|class| !class.is_given())
    }

    /// The codes that say declined or contraindicated.
    pub fn refusals(&self) -> impl Iterator<Item = (RefusalKind, u64)> + use<'r> {
        let [procedure, _, situation, reason] = self.cells;
        let said = [(self.class, procedure), (self.situation, situation), (self.reason, reason)];
        said.into_iter().filter_map(|(class, cell)| {
            let kind = match class? {
                ProcedureClass::Declined => RefusalKind::Declined,
                ProcedureClass::Contraindicated => RefusalKind::Contraindicated,
                ProcedureClass::Given
                | ProcedureClass::Dose1
                | ProcedureClass::Dose2
                | ProcedureClass::Dose3
                | ProcedureClass::Dose4
                | ProcedureClass::Dose5
                | ProcedureClass::Booster
                | ProcedureClass::NotGiven
                | ProcedureClass::DidNotAttend
                | ProcedureClass::NotIndicated => return None,
            };
            Some((kind, Codes::number(cell)?))
        })
    }

    /// Which of the codes are damaged: filled in, and no identifier of SNOMED CT.
    pub fn damaged(&self) -> [bool; CODE_COLUMNS] {
        self.cells.map(|cell| !cell.is_empty() && !Codes::is_identifier(cell))
    }

    /// The first code that can be read as a number.
    pub fn number(&self) -> Option<u64> {
        self.cells.iter().find_map(|cell| Codes::number(cell))
    }
}

/// What the terms of a row say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terms {
    /// There is none.
    Blank,
    /// One of them says COVID-19.
    Covid,
    /// Something else.
    Other,
}

impl Terms {
    /// Reads the terms of a row.
    pub fn read(row: &Row<'_>, columns: &EventColumns<'_>, doubts: &DoubtRules, words: &Vocabulary) -> Self {
        let mut terms = Self::Blank;
        for column in columns.terms {
            if words.is_blank(row.cell(column)) {
                continue;
            }
            if doubts.is_covid_term(&row.text(column)) {
                return Self::Covid;
            }
            terms = Self::Other;
        }
        // Where cells have moved, a term stands in the column of a code.
        let is_words = |cell: &[u8]| cell.iter().any(u8::is_ascii_alphabetic);
        let mut codes = columns.codes().into_iter().filter(|column| is_words(row.cell(*column)));
        if codes.any(|column| doubts.is_covid_term(&row.text(column))) { Self::Covid } else { terms }
    }
}

/// A code without decoration; `0` and words for an empty cell are blank.
fn code_cell<'r>(cell: &'r [u8], words: &Vocabulary) -> &'r [u8] {
    let cell = undecorated(cell);
    if cell == b"0" || words.is_blank(cell) { b"" } else { cell }
}
