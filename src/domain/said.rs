//! What a cell says (specification 8.1).

/// What a cell says of a fact.
///
/// Blank and unknown are two things: nothing was said, or something that is
/// not understood. There is no default, so that whoever reads a column that
/// keeps people safe has to say what follows from each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Said<T> {
    /// The cell is empty, or holds a word for it.
    Blank,
    /// The cell was understood.
    Read(T),
    /// The cell is filled in, and was not understood.
    Unknown,
}

impl<T> Said<T> {
    /// What was read, if anything was.
    #[must_use]
    pub fn read(self) -> Option<T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Blank | Self::Unknown => None,
        }
    }

    /// Whether the cell was filled in and not understood.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}
