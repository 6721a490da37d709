//! What stands beside a percentage (section 4): how far chance may carry it, and how many more a target needs.

use super::reports::{Row, count, percent};
use super::uptake::tenths;
use serde_json::{Value, json};

/// What is asked for beside the percentages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside {
    /// `--target`, in per cent.
    pub target: Option<usize>,
    /// `--interval`.
    pub interval: bool,
}

/// The column keys of a percentage and of what stands beside it.
#[allow(missing_docs, reason = "named after their endings")]
pub struct Keys {
    pub pct: &'static str,
    pub low: &'static str,
    pub high: &'static str,
    pub needed: &'static str,
}

macro_rules! keys {
    ($stem:literal, $needed:literal) => {
        Keys {
            pct: concat!($stem, "_pct"),
            low: concat!($stem, "_pct_low"),
            high: concat!($stem, "_pct_high"),
            needed: $needed,
        }
    };
}

/// First doses, of uptake and cohorts.
pub const FIRST_DOSE: Keys = keys!("first_dose", "first_dose_needed");
/// Complete primary courses.
pub const PRIMARY_COMPLETE: Keys = keys!("primary_complete", "primary_complete_needed");
/// Boosters.
pub const BOOSTER: Keys = keys!("booster", "booster_needed");
/// The campaign whose columns `uptake --campaign` adds.
pub const OF_A_CAMPAIGN: Keys = keys!("campaign_vaccinated", "campaign_vaccinated_needed");
/// `campaign` itself.
pub const CAMPAIGN: Keys = keys!("vaccinated", "needed");

/// A percentage and what stands beside it, in the order of the columns.
///
/// Silent: whether the limits or what is needed come first. The limits are "after each `_pct`".
pub fn cells(keys: &Keys, x: usize, n: usize, beside: Beside) -> Row {
    let mut row: Row = vec![(keys.pct, percent(tenths(x, n)))];
    if beside.interval {
        let (low, high) = limits(x, n).map_or((Value::Null, Value::Null), |(low, high)| (json!(low), json!(high)));
        row.extend([(keys.low, low), (keys.high, high)]);
    }
    if let Some(target) = beside.target {
        // Silent: the totals' needed. It is reckoned from the totals, as their percentages are; it is not
        // the sum of what each row needs.
        row.push((keys.needed, count((target * n).div_ceil(100).saturating_sub(x))));
    }
    row
}

/// The Wilson 95 % limits of x of n, in per cent to one decimal; none of nobody.
///
/// Written as the two roots of (p̂ − p)² = z²·p·(1 − p)/n, which is what the limits are.
pub fn limits(x: usize, n: usize) -> Option<(f64, f64)> {
    let number = |number: usize| f64::from(u32::try_from(number).expect("a small number of people"));
    let (x, n) = (number(x), number(n));
    if n == 0.0 {
        return None;
    }
    let square = 1.959_964_f64.powi(2);
    // (n + z²)·p² − (2x + z²)·p + x²/n = 0
    let (first, second, third) = (n + square, 2.0 * x + square, x * x / n);
    let root = (second * second - 4.0 * first * third).max(0.0).sqrt();
    let rounded = |share: f64| (share * 1000.0).round() / 10.0;
    Some((rounded((second - root) / (2.0 * first)), rounded((second + root) / (2.0 * first))))
}
