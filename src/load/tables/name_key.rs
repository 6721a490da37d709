//! What somebody is called, as a number: two files that write one surname
//! differently have the same.

/// A digest of the letters and digits of a surname, in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameKey(u64);

/// The start and the factor of the FNV-1a hash.
const START: u64 = 0xcbf2_9ce4_8422_2325;
const FACTOR: u64 = 0x0100_0000_01b3;

impl NameKey {
    /// The key of a cell; unknown where no letter or digit is in it.
    #[must_use]
    pub fn of(cell: &[u8]) -> Self {
        let mut hash = START;
        let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(FACTOR);
        if cell.is_ascii() {
            cell.iter().filter(|byte| byte.is_ascii_alphanumeric()).for_each(|byte| add(byte.to_ascii_lowercase()));
        } else {
            let text = String::from_utf8_lossy(cell);
            let letters = text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
            let mut buffer = [0; 4];
            for letter in letters {
                letter.encode_utf8(&mut buffer).bytes().for_each(&mut add);
            }
        }
        if hash == START { Self::default() } else { Self(hash) }
    }

    /// Whether both are known, and not the same.
    #[must_use]
    pub fn differs_from(self, other: Self) -> bool {
        self != other && self != Self::default() && other != Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_spaces_and_marks_make_no_other_name() {
        let differ = |one: &str, other: &str| NameKey::of(one.as_bytes()).differs_from(NameKey::of(other.as_bytes()));
        for (one, other) in
            [("O'Reilly", "O\\'REILLY"), ("Smith-Jones", "smith jones"), ("MÜLLER", "Müller"), (" Fell ", "Fell")]
        {
            assert!(!differ(one, other), "{one} {other}");
        }
        assert!(differ("Fell", "Fells") && differ("Moor", "Fell"));
        assert!(!differ("", "Fell") && !differ("Fell", " - "), "what is blank differs from nothing");
    }
}
