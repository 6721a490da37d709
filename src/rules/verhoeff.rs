//! The Verhoeff check digit of SNOMED CT identifiers.

/// Multiplication in the dihedral group of ten elements.
const MULTIPLY: [[u8; 10]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
    [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
    [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
    [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
    [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
    [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];

/// What becomes of a digit at each place from the right; the places repeat after eight.
const PERMUTE: [[u8; 10]; 8] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
    [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
    [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
    [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
    [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
    [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
    [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];

/// Whether `digits` are all ASCII digits and the last is their Verhoeff check digit.
pub(super) fn passes(digits: &[u8]) -> bool {
    let mut sum = 0_u8;
    for (place, byte) in digits.iter().rev().enumerate() {
        if !byte.is_ascii_digit() {
            return false;
        }
        let digit = PERMUTE[place % 8][usize::from(byte - b'0')];
        sum = MULTIPLY[usize::from(sum)][usize::from(digit)];
    }
    sum == 0 && !digits.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        // The textbook examples 236, 12345 and 142857 have the check digits 3, 1 and 0; the
        // others are SNOMED CT identifiers: the root concept, diabetes, and of the code lists.
        for good in
            ["2363", "123451", "1428570", "138875005", "73211009", "840534001", "1324681000000101", "39114711000001108"]
        {
            assert!(passes(good.as_bytes()), "{good}");
        }
        for bad in ["2364", "123452", "138875006", "840534010", "804534001", "", "84053400x"] {
            assert!(!passes(bad.as_bytes()), "{bad}");
        }
    }

    #[test]
    fn every_single_slip_and_every_swap_of_neighbours_shows() {
        let good = b"1324681000000101";
        for place in 0..good.len() {
            for digit in b'0'..=b'9' {
                let mut changed = *good;
                changed[place] = digit;
                assert_eq!(passes(&changed), changed == *good);
            }
            let mut swapped = *good;
            swapped.swap(place, (place + 1).min(good.len() - 1));
            assert_eq!(passes(&swapped), swapped == *good);
        }
    }
}
