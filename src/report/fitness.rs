//! What data are fit for: the first thing that `check` says.

use std::fmt;

/// What the data are fit for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fitness {
    /// For everything.
    All,
    /// For reports; for invitations once each of these is done.
    Reports(Vec<String>),
    /// For nothing, for these reasons.
    Nothing(Vec<String>),
}

impl Fitness {
    /// The verdict on data of which a report can be made, but for what must be
    /// done before anybody is invited.
    #[must_use]
    pub fn until(conditions: Vec<String>) -> Self {
        if conditions.is_empty() { Self::All } else { Self::Reports(conditions) }
    }
}

impl fmt::Display for Fitness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("Fit to report and to invite"),
            Self::Reports(until) => write!(f, "Fit to report; not to invite until: {}", until.join("; ")),
            Self::Nothing(reasons) => write!(f, "Not fit: {}", reasons.join("; ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_verdicts() {
        assert_eq!(Fitness::until(Vec::new()).to_string(), "Fit to report and to invite");
        let until = Fitness::until(vec!["a is b".to_owned(), "c is d".to_owned()]);
        assert_eq!(until.to_string(), "Fit to report; not to invite until: a is b; c is d");
        assert_eq!(Fitness::Nothing(vec!["no file".to_owned()]).to_string(), "Not fit: no file");
    }
}
