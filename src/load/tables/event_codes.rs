//! The codes of a vaccination row, and what they say.

use super::event_columns::{CODE_COLUMNS, EventColumns};
use super::term_memo::TermMemo;
use crate::domain::{Brand, CodePlace, ProcedureClass, RefusalKind, undecorated};
use crate::load::rows::row::Row;
use crate::rules::{Codes, DoubtRules, Vocabulary};

/// The codes of a row.
pub struct RowCodes<'r> {
    /// As written, without decoration; empty where nothing is said.
    cells: [&'r [u8]; CODE_COLUMNS],
    /// Those that can be read as numbers.
    numbers: [Option<u64>; CODE_COLUMNS],
    /// What the procedure code says.
    pub class: Option<ProcedureClass>,
    /// The brand of the product code.
    pub brand: Option<Brand>,
    /// The place of the procedure code among all that are known, else that of the product code.
    pub place: CodePlace,
    situation: Option<ProcedureClass>,
    reason: Option<ProcedureClass>,
}

impl<'r> RowCodes<'r> {
    /// Reads the codes of a row.
    pub fn read(row: &Row<'r>, columns: &EventColumns<'_>, codes: &Codes, words: &Vocabulary) -> Self {
        let code = |column: Option<usize>| {
            let cell = row.cell(column);
            // Nearly every code is a bare number, and there is no mark on it to take off.
            match Codes::number(cell) {
                Some(number) if !words.is_blank(cell) => (cell, Some(number)),
                _ => {
                    let cell = code_cell(cell, words);
                    (cell, Codes::number(cell))
                }
            }
        };
        let [procedure, product, situation, reason] = columns.codes();
        let ((procedure_cell, procedure), (product_cell, product)) = (code(procedure), code(product));
        let ((situation_cell, situation), (reason_cell, reason)) = (code(situation), code(reason));
        let class = |number: Option<u64>| codes.class_of(number?);
        let found = procedure.and_then(|number| codes.find_procedure(number));
        let found_product = product.and_then(|number| codes.find_product(number));
        let place = found.map(|(place, _)| place).or(found_product.map(|(place, _)| place));
        Self {
            cells: [procedure_cell, product_cell, situation_cell, reason_cell],
            numbers: [procedure, product, situation, reason],
            class: found.map(|(_, class)| class),
            brand: found_product.map(|(_, brand)| brand),
            place: place.unwrap_or_default(),
            situation: class(situation),
            reason: class(reason),
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
    pub fn refusals(&self) -> impl Iterator<Item = (RefusalKind, u64)> + use<> {
        let [procedure, _, situation, reason] = self.numbers;
        let said = [(self.class, procedure), (self.situation, situation), (self.reason, reason)];
        said.into_iter().filter_map(|(class, number)| {
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
            Some((kind, number?))
        })
    }

    /// Which of the codes are damaged: filled in, and no identifier of SNOMED CT.
    pub fn damaged(&self) -> [bool; CODE_COLUMNS] {
        let is_known = [self.class.is_some(), self.brand.is_some(), self.situation.is_some(), self.reason.is_some()];
        // A code that a list knows is whole, for the lists are: nearly every one.
        let is_damaged = |(cell, is_known): (&[u8], bool)| !is_known && !cell.is_empty() && !Codes::is_identifier(cell);
        std::array::from_fn(|column| is_damaged((self.cells[column], is_known[column])))
    }

    /// The product code, where it can be read as a number.
    pub const fn product(&self) -> Option<u64> {
        self.numbers[1]
    }

    /// The first code that can be read as a number.
    pub fn number(&self) -> Option<u64> {
        self.numbers.into_iter().flatten().next()
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
    pub fn read(
        row: &Row<'_>,
        columns: &EventColumns<'_>,
        codes: &RowCodes<'_>,
        (doubts, words): (&DoubtRules, &Vocabulary),
        memo: &mut TermMemo,
    ) -> Self {
        let mut terms = Self::Blank;
        for column in columns.terms {
            if words.is_blank(row.cell(column)) {
                continue;
            }
            if memo.is_covid(row.cell(column), doubts) {
                return Self::Covid;
            }
            terms = Self::Other;
        }
        // Where cells have moved, a term stands in the column of a code.
        let is_words = |cell: &[u8]| cell.iter().any(u8::is_ascii_alphabetic);
        let mut cells = columns.codes().into_iter().zip(codes.numbers).filter(|(_, number)| number.is_none());
        let is_covid = cells.any(|(column, _)| {
            let cell = row.cell(column);
            is_words(cell) && doubts.is_covid_cell(cell)
        });
        if is_covid { Self::Covid } else { terms }
    }
}

/// A code without decoration; `0` and words for an empty cell are blank.
fn code_cell<'r>(cell: &'r [u8], words: &Vocabulary) -> &'r [u8] {
    if cell.is_empty() {
        return cell;
    }
    let cell = undecorated(cell);
    if cell == b"0" || words.is_blank(cell) { b"" } else { cell }
}
