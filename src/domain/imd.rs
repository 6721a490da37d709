//! The editions of the Index of Multiple Deprivation.

/// Of which year ranks of deprivation are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImdVersion {
    /// 32,844 areas.
    Of2019,
    /// 33,755 areas.
    Of2025,
}

super::named_values!(ImdVersion {
    Of2019 => ("2019", "The ranks are of 2019 (32,844 areas)."),
    Of2025 => ("2025", "The ranks are of 2025 (33,755 areas)."),
});
