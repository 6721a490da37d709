//! Gender and ethnicity groups.

use super::named::{Named, named_values};

/// Gender as recorded (NHS Data Dictionary *PERSON GENDER CODE*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Gender {
    /// Code 1.
    Male,
    /// Code 2.
    Female,
    /// Code 9.
    Indeterminate,
    /// Code 0, blank or not understood.
    #[default]
    NotKnown,
}

impl Gender {
    /// Reads a code or a word, any case; `None` where it is neither.
    #[must_use]
    pub fn read(cell: &str) -> Option<Self> {
        // The usual cell is a code.
        match cell {
            "1" => return Some(Self::Male),
            "2" => return Some(Self::Female),
            _ => {}
        }
        Some(match cell.trim().to_ascii_lowercase().as_str() {
            "1" | "m" | "male" => Self::Male,
            "2" | "f" | "female" => Self::Female,
            "9" | "i" | "indeterminate" | "not specified" | "other" => Self::Indeterminate,
            "0" | "u" | "unknown" | "not known" | "not-known" | "" => Self::NotKnown,
            _ => return None,
        })
    }
}

named_values!(Gender {
    Male => "male",
    Female => "female",
    Indeterminate => "indeterminate",
    NotKnown => "not known",
});

/// Ethnicity group (ONS census 2001 groups of the NHS ethnic category codes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Ethnicity {
    /// A to C.
    White,
    /// D to G.
    Mixed,
    /// H to L.
    Asian,
    /// M to P.
    Black,
    /// R and S.
    Other,
    /// Z, 99, blank and anything else.
    #[default]
    NotKnown,
}

impl Ethnicity {
    /// The group of an ethnic category code: by the first letter of a one- or
    /// two-character code, any case.
    #[must_use]
    pub fn of_code(cell: &[u8]) -> Self {
        match cell.trim_ascii() {
            [letter] | [letter, _] => match letter.to_ascii_uppercase() {
                b'A'..=b'C' => Self::White,
                b'D'..=b'G' => Self::Mixed,
                b'H'..=b'L' => Self::Asian,
                b'M'..=b'P' => Self::Black,
                b'R' | b'S' => Self::Other,
                _ => Self::NotKnown,
            },
            _ => Self::NotKnown,
        }
    }

    /// Reads a group name, any case.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        let name = name.trim().replace('-', " ");
        Self::ALL.iter().copied().find(|group| group.name().eq_ignore_ascii_case(&name))
    }
}

named_values!(Ethnicity {
    White => "White",
    Mixed => "Mixed",
    Asian => "Asian",
    Black => "Black",
    Other => "Other",
    NotKnown => "Not known",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ethnic_category_codes() {
        for (code, group) in [
            ("A", "White"),
            ("c1", "White"),
            ("GF", "Mixed"),
            ("l", "Asian"),
            ("P", "Black"),
            ("S2", "Other"),
            ("Q", "Not known"),
            ("Z", "Not known"),
            ("99", "Not known"),
            ("", "Not known"),
            ("ABC", "Not known"),
        ] {
            assert_eq!(Ethnicity::of_code(code.as_bytes()).name(), group, "{code}");
        }
    }
}
