//! An uptake that is aimed at.

use std::fmt;

/// An uptake aimed at, in hundredths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UptakeTarget(u32);

impl UptakeTarget {
    /// Reads `75` or `82.5`: a percentage from 0 to 100, with two decimals at most.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (whole, part) =
            text.trim().trim_end_matches('%').split_once('.').unwrap_or((text.trim_end_matches('%'), ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
            return None;
        }
        let hundredths: u32 = format!("{whole}{part:0<2}").parse().ok()?;
        (hundredths <= 10_000).then_some(Self(hundredths))
    }

    /// How many more people must be vaccinated: `max(0, ceil(P × patients / 100) − vaccinated)`
    /// (specification 4, `campaign`).
    #[must_use]
    pub fn needed(self, patients: u64, vaccinated: u64) -> u64 {
        let aim = (u128::from(self.0) * u128::from(patients)).div_ceil(10_000);
        u64::try_from(aim).unwrap_or(u64::MAX).saturating_sub(vaccinated)
    }
}

/// How many people a week `needed` in so many days are, none left over: whole
/// people; nothing where there are no days for them.
#[must_use]
pub const fn per_week(needed: u64, days: u64) -> Option<u64> {
    match (needed, days) {
        (0, _) => Some(0),
        (_, 0) => None,
        (needed, days) => Some(needed.saturating_mul(7).div_ceil(days)),
    }
}

impl fmt::Display for UptakeTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_exact() {
        for (target, patients, vaccinated, needed) in [
            ("75", 100, 70, 5),
            ("75", 101, 70, 6), // 75.75 people are 76
            ("75", 4, 3, 0),
            ("75", 4, 4, 0),
            ("0", 10, 0, 0),
            ("100", 10, 3, 7),
            ("33.33", 10_000, 0, 3333),
            ("33.34", 3, 1, 1), // 1.0002 people are 2
            ("75", 0, 0, 0),
        ] {
            assert_eq!(
                UptakeTarget::read(target).unwrap().needed(patients, vaccinated),
                needed,
                "{target} of {patients}"
            );
        }
        for bad in ["", "101", "100.01", "-1", "7.123", "x", ".5", "7e1"] {
            assert_eq!(UptakeTarget::read(bad), None, "{bad}");
        }
        assert_eq!(
            ["75", "82.5%", "33.05"].map(|text| UptakeTarget::read(text).unwrap().to_string()),
            ["75", "82.5", "33.05"]
        );
    }
}
