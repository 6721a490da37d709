//! Which columns a narrow terminal does without (specification 4).

/// When a narrow terminal leaves a column out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DropOrder {
    /// First of all, where no row has anything: a warning, which else stays.
    WhereNothing,
    /// Among the first: brands, sites and texts.
    First,
    /// After those.
    Next,
    /// After those, where every value is 0: a rung of a ladder, which else stays.
    WhereZero,
    /// Last: contact details and counts.
    Last,
    /// Never.
    Never,
}

impl DropOrder {
    /// Those that go, in this order.
    pub const GOING: [Self; 5] = [Self::WhereNothing, Self::First, Self::Next, Self::WhereZero, Self::Last];
}
