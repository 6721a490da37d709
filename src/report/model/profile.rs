//! The profiles of disclosure control: their names, and what they mean to a
//! reader. What they do to a count is in `disclosure`.

use crate::domain::named_values;

/// What is done to counts before they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// Nothing: for direct care.
    #[default]
    None,
    /// 1 to 7 are kept back, the others are rounded to the nearest 5, and no
    /// count that is kept back can be worked out.
    Nhs,
    /// 1 to 7 are kept back, the others are rounded to the nearest 5; totals
    /// are sums of what is shown.
    OpenSafely,
    /// Up to the next multiple of 6, less 3.
    Midpoint6,
}

impl Profile {
    /// What the reader of the figures must know; nothing where nothing is done.
    const fn meaning(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Nhs => Some(
                "0 is none; [c] is kept back: a number from 1 to 7, or a larger one from which such a number could be \
                 worked out; other counts are rounded to the nearest 5, each for itself; percentages are of rounded counts",
            ),
            Self::OpenSafely => Some(
                "0 is none; [c] is kept back: a number from 1 to 7; other counts are rounded to the nearest 5; totals \
                 are sums of the rounded counts, without what is kept back; percentages are of rounded counts",
            ),
            Self::Midpoint6 => Some(
                "0 is none; other counts are the middle of a range of six (1 to 6 is 3, 7 to 12 is 9), each for itself; \
                 percentages are of these",
            ),
        }
    }

    /// What was done to the figures, and what they mean; nothing where nothing was done.
    #[must_use]
    pub fn sentence(self) -> Option<String> {
        self.meaning().map(|meaning| format!("Disclosure control {}: {meaning}", self.name()))
    }

    /// The government's marking of who may see what is shown: exact figures
    /// are those of people whom one looks after.
    #[must_use]
    pub const fn marking(self) -> &'static str {
        match self {
            Self::None => "OFFICIAL-SENSITIVE",
            _ => "OFFICIAL",
        }
    }
}

// The words of `--disclosure` and of the receipt.
named_values!(Profile {
    None => ("none", "Exact counts, for direct care."),
    Nhs => ("nhs", "1 to 7 kept back and protected, else to the nearest 5."),
    OpenSafely => ("opensafely", "1 to 7 kept back, else to the nearest 5, totals of what is shown."),
    Midpoint6 => ("midpoint6", "The middle of a range of six."),
});
