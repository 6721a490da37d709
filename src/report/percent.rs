//! Percentages that never overstate.

/// A percentage in tenths, or nothing where the denominator is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(Option<u32>);

impl Percent {
    /// `part` of `whole` to one decimal, half away from zero; never 100.0
    /// unless all, nor 0.0 unless none.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self(None);
        }
        let (wide_part, wide_whole) = (u128::from(part), u128::from(whole));
        let tenths = (2000 * wide_part + wide_whole) / (2 * wide_whole);
        let tenths = match u32::try_from(tenths).unwrap_or(u32::MAX) {
            0 if part > 0 => 1,
            1000 if part < whole => 999,
            tenths => tenths,
        };
        Self(Some(tenths))
    }

    /// The percentage in tenths.
    #[must_use]
    pub const fn tenths(self) -> Option<u32> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_and_its_two_exceptions() {
        for (part, whole, tenths) in [
            (0, 0, None),
            (0, 7, Some(0)),
            (7, 7, Some(1000)),
            (1, 3, Some(333)),
            (2, 3, Some(667)),
            (1, 8, Some(125)),
            (1, 16, Some(63)), // 6.25 goes up
            (1, 100_000, Some(1)),
            (99_999, 100_000, Some(999)),
        ] {
            assert_eq!(Percent::of(part, whole).tenths(), tenths, "{part}/{whole}");
        }
    }
}
