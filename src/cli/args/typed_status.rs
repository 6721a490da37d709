//! Statuses as they are typed.

use std::convert::Infallible;

/// A status as typed: which it is, only the report or dose knows that has it.
#[derive(Debug, Clone)]
pub struct TypedStatus(String);

impl TypedStatus {
    /// Takes any text; what knows the statuses refuses others.
    #[allow(clippy::unnecessary_wraps)] // a reader of options may refuse
    pub fn read(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }

    /// To the letter, for the receipt.
    pub fn as_typed(&self) -> &str {
        &self.0
    }

    /// With hyphens, as statuses are written.
    pub fn hyphened(&self) -> String {
        self.0.trim().replace('_', "-")
    }
}
