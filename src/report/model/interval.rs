//! How sure a share is: the limits of its Wilson 95 % interval
//! (specification 4, `--interval`).

use super::percent::Percent;

/// The standard normal deviate of 95 %.
const Z: f64 = 1.959_964;

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntervalEnd {
    /// The lower.
    Low,
    /// The upper.
    High,
}

impl Percent {
    /// A limit in tenths of a per cent, plainly rounded; `None` where the whole is 0.
    #[must_use]
    pub fn limit(self, end: IntervalEnd) -> Option<u32> {
        let (low, high) = limits(self.part(), self.whole())?;
        let limit = match end {
            IntervalEnd::Low => low,
            IntervalEnd::High => high,
        };
        // Between 0 and 1,000 by the two clamps.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let tenths = (limit * 10.0).round().clamp(0.0, 1000.0) as u32;
        Some(tenths)
    }
}

/// Both limits in per cent.
// A double holds every count of people exactly.
#[allow(clippy::cast_precision_loss)]
fn limits(part: u64, whole: u64) -> Option<(f64, f64)> {
    if whole == 0 {
        return None;
    }
    let (with, without, all) = (part as f64, whole.saturating_sub(part) as f64, whole as f64);
    let square = Z * Z;
    let centre = with + square / 2.0;
    let half = Z * (with * without / all + square / 4.0).sqrt();
    let of_all = |count: f64| (100.0 * count / (all + square)).clamp(0.0, 100.0);
    Some((of_all(centre - half), of_all(centre + half)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out by Python's `decimal`, to 40 digits, from the formula as textbooks have it, with the share
    /// instead of counts: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
    const WORKED_OUT: [(u64, u64, f64, f64); 13] = [
        (0, 1, 0.000_000_00, 79.345_068_82),
        (1, 1, 20.654_931_18, 100.000_000_00),
        (0, 10, 0.000_000_00, 27.753_280_30),
        (10, 10, 72.246_719_70, 100.000_000_00),
        (1, 2, 9.453_120_46, 90.546_879_54),
        (3, 7, 15.821_985_40, 74.954_163_72),
        (81, 263, 25.528_851_95, 36.620_957_75),
        (15, 148, 6.238_639_93, 16.048_724_23),
        (5, 56, 3.874_214_82, 19.256_001_49),
        (1_234, 5_678, 20.679_555_45, 22.824_676_00),
        (999_999, 1_000_000, 99.999_433_51, 99.999_982_35),
        (1, 100_000, 0.000_176_52, 0.005_664_71),
        (123_456_789, 987_654_321, 12.497_937_48, 12.502_062_58),
    ];

    #[test]
    fn the_limits_are_those_of_another_program_to_six_digits() {
        for (part, whole, low, high) in WORKED_OUT {
            let found = limits(part, whole).unwrap();
            assert!((found.0 - low).abs() < 1e-6 && (found.1 - high).abs() < 1e-6, "{part}/{whole}: {found:?}");
        }
        assert_eq!(limits(0, 0), None);
    }

    #[test]
    fn limits_are_plainly_rounded_to_a_tenth() {
        for (part, whole, low, high) in [
            (0, 1, 0, 793),
            (1, 1, 207, 1000),
            (81, 263, 255, 366),
            (15, 148, 62, 160),
            // Unlike a percentage, a limit may be 100.0 where not all are, and 0.0 where somebody is.
            (999_999, 1_000_000, 1000, 1000),
            (1, 100_000, 0, 0),
        ] {
            let share = Percent::of(part, whole);
            let found = [IntervalEnd::Low, IntervalEnd::High].map(|end| share.limit(end));
            assert_eq!(found, [Some(low), Some(high)], "{part}/{whole}");
        }
        assert_eq!(Percent::of(0, 0).limit(IntervalEnd::Low), None);
    }
}
