//! What words in the cells of an extract can mean (specification 8.1).

/// What a death status says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LifeStatus {
    /// Alive.
    Alive,
    /// Dead, formally or informally notified.
    Dead,
    /// A notified death was withdrawn.
    Withdrawn,
}

/// Why somebody was taken off a practice's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Removal {
    /// By death (DEA).
    Death,
    /// For any other reason.
    Other,
}

/// What a vaccination row asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowAction {
    /// The record is new.
    New,
    /// The record replaces an earlier one.
    Update,
    /// An earlier record is withdrawn.
    Delete,
}
