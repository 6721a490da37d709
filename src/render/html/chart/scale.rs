//! Scales: round steps for counts, a few dates for weeks.

use maud::{Markup, html};

use super::plot::Plot;
use super::svg::across;

/// A round step, and the first multiple of it that is not below the largest value.
pub fn steps(largest: u64) -> (u64, u64) {
    let mut unit = 1_u64;
    loop {
        for step in [unit, unit.saturating_mul(2), unit.saturating_mul(5)] {
            if largest.div_ceil(step) <= 4 {
                return (step, largest.div_ceil(step).max(1).saturating_mul(step));
            }
        }
        unit = unit.saturating_mul(10);
    }
}

/// The names of the first row, the last, and of some between, below what is drawn.
pub fn dates(plot: &Plot<'_>, gutter: u64, y: u64) -> Markup {
    let count = plot.rows.len();
    let (first, last) = (0, count.saturating_sub(1));
    let mut shown = vec![(first, "start"), (last / 2, "middle"), (last, "end")];
    shown.dedup_by_key(|(row, _)| *row);
    let of = |row: usize| u64::try_from(row).unwrap_or(0);
    html! {
        @for (row, anchor) in shown {
            @let at = if row == last && row > 0 { across(gutter, 1, 1) } else { across(gutter, of(row), of(count)) };
            text.tick x=(at) y=(y) text-anchor=(anchor) { (plot.name_of(row)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_few() {
        for (largest, expected) in
            [(0, (1, 1)), (3, (1, 3)), (7, (2, 8)), (97, (50, 100)), (412, (200, 600)), (401, (200, 600))]
        {
            assert_eq!(steps(largest), expected, "{largest}");
        }
        assert!(steps(u64::MAX).0 > 0);
    }
}
