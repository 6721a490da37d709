//! Percentages that never overstate.

/// A part of a whole, shown as a percentage in tenths; as nothing where the
/// whole is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent {
    part: u64,
    whole: u64,
}

impl Percent {
    /// `part` of `whole`.
    #[must_use]
    pub const fn of(part: u64, whole: u64) -> Self {
        Self { part, whole }
    }

    /// The part.
    #[must_use]
    pub const fn part(self) -> u64 {
        self.part
    }

    /// The whole.
    #[must_use]
    pub const fn whole(self) -> u64 {
        self.whole
    }

    /// The percentage in tenths, half away from zero; never 100.0 unless all,
    /// nor 0.0 unless none.
    #[must_use]
    pub fn tenths(self) -> Option<u32> {
        if self.whole == 0 {
            return None;
        }
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        let tenths = (2000 * part + whole) / (2 * whole);
        Some(match u32::try_from(tenths).unwrap_or(u32::MAX) {
            0 if part > 0 => 1,
            1000 if part < whole => 999,
            tenths => tenths,
        })
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
