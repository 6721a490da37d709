//! The quintile of deprivation of a row: given, else from the decile, else
//! from the rank, of which it shows only at the end of the file whether it is
//! one of 2019 or of 2025.

use super::column_notes::ColumnNotes;
use crate::domain::undecorated;
use crate::load::files::headings::Field;
use crate::load::rows::row::Row;
use crate::rules::RuleSet;

/// What a row says of deprivation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deprivation {
    /// The quintile, a rank being of 2019.
    pub of_2019: Option<u8>,
    /// The quintile, a rank being of 2025.
    pub of_2025: Option<u8>,
    /// Whether they come from a rank.
    pub by_rank: bool,
    /// Whether the rank of the row is one of 2025 alone.
    pub shows_2025: bool,
}

/// Reads the columns of quintile, decile and rank.
pub fn read_deprivation(
    row: &Row<'_>,
    columns: [Option<usize>; 3],
    rules: &RuleSet,
    notes: &mut ColumnNotes,
) -> Deprivation {
    let (ranks, ranks_2025) = (rules.general.imd_ranks, rules.general.imd_ranks_2025);
    let [quintile, decile, rank] = columns
        .map(|column| Some((column?, undecorated(row.cell(column)))).filter(|(_, cell)| !rules.words.is_blank(cell)));
    let number = |cell: &[u8]| -> Option<u32> {
        let digit = |number: u32, byte: &u8| {
            let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
            number.checked_mul(10)?.checked_add(digit)
        };
        cell.iter().try_fold(0, digit).filter(|_| !cell.is_empty())
    };
    let within = |cell, most: u32| number(cell).filter(|number| (1..=most).contains(number));
    let small = |quintile: u32| u8::try_from(quintile).ok();
    let fifth = |rank: u32, of: u32| small((rank * 5).div_ceil(of.max(1))).filter(|_| rank <= of);
    let place = rank.and_then(|(_, cell)| within(cell, ranks.max(ranks_2025)));
    let shows_2025 = place.is_some_and(|rank| rank > ranks);
    let mut given = |found: Option<u32>, field, column| {
        if found.is_none() {
            notes.unknown(field, column, row.number);
        }
        let quintile = found.and_then(small);
        Deprivation { of_2019: quintile, of_2025: quintile, by_rank: false, shows_2025 }
    };
    match (quintile, decile, rank) {
        (Some((column, cell)), ..) => given(within(cell, 5), Field::ImdQuintile, column),
        (None, Some((column, cell)), _) => {
            given(within(cell, 10).map(|decile| decile.div_ceil(2)), Field::ImdDecile, column)
        }
        (None, None, Some((column, _))) => match place {
            Some(rank) => {
                Deprivation { of_2019: fifth(rank, ranks), of_2025: fifth(rank, ranks_2025), by_rank: true, shows_2025 }
            }
            None => given(None, Field::ImdRank, column),
        },
        (None, None, None) => Deprivation::default(),
    }
}
