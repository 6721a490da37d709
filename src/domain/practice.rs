//! Practices, and the scope they make.

use super::OdsCode;

/// A practice of the caller's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// ODS code.
    pub code: OdsCode,
    /// Name, or empty.
    pub name: String,
    /// Code of its Primary Care Network, or empty.
    pub pcn_code: String,
    /// Name of its Primary Care Network, or empty.
    pub pcn_name: String,
}

/// The practices the caller may see, in code order.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    practices: Vec<Practice>,
}

impl Scope {
    /// The scope of these practices.
    #[must_use]
    pub fn new(mut practices: Vec<Practice>) -> Self {
        practices.sort_by_key(|practice| practice.code);
        practices.dedup_by_key(|practice| practice.code);
        Self { practices }
    }

    /// The practices, in code order.
    #[must_use]
    pub fn practices(&self) -> &[Practice] {
        &self.practices
    }

    /// The index of a practice in [`Scope::practices`].
    #[must_use]
    pub fn find(&self, code: OdsCode) -> Option<u16> {
        self.practices
            .binary_search_by_key(&code, |practice| practice.code)
            .ok()
            .and_then(|index| u16::try_from(index).ok())
    }

    /// The practice at an index given by [`Scope::find`].
    #[must_use]
    pub fn get(&self, index: u16) -> &Practice {
        &self.practices[usize::from(index)]
    }
}
