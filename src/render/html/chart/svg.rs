//! The pieces of charts: positions, fills, marks and axes.

use maud::{Markup, html};

/// The forms of points, by the place of their series.
const FORMS: [&str; 4] =
    ["M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z", "M-4-4h8v8h-8z", "M0-5.5L5.5 0L0 5.5L-5.5 0z", "M0-5L5 4H-5z"];
/// How many fills can be told apart in grey.
pub const FILLS: usize = 6;

/// A share of the width, in per cent with two decimals.
pub fn share(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "0%".to_owned();
    }
    let hundredths = (u128::from(part) * 20_000 + u128::from(whole)) / (2 * u128::from(whole));
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => format!("{whole}%"),
        rest if rest % 10 == 0 => format!("{whole}.{}%", rest / 10),
        rest => format!("{whole}.{rest:02}%"),
    }
}

/// Where a value lies across, beside a gutter: all in tenths of a per cent of the width.
pub fn across(gutter: u64, value: u64, whole: u64) -> String {
    share(gutter * whole.max(1) + value * (1000 - gutter), whole.max(1) * 1000)
}

/// The stripes and forms that charts use, by which each names its own.
pub fn patterns() -> Markup {
    const STRIPES: [(&str, &str); 4] = [
        ("p2", "M-2 2l4-4M0 8l8-8M6 10l4-4"),
        ("p3", "M-2 6l4 4M0 0l8 8M6-2l4 4"),
        ("p4", "M0 2h8M0 6h8"),
        ("p5", "M2 0v8M6 0v8"),
    ];
    html! {
        svg.hidden width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                @for (id, stripes) in STRIPES {
                    pattern id=(id) width="8" height="8" patternUnits="userSpaceOnUse" {
                        path class=(format!("line {id}")) d=(stripes) {}
                    }
                }
                @for (place, form) in FORMS.iter().enumerate() { path id=(format!("m{place}")) d=(form) {} }
            }
        }
    }
}

/// The class of a filled mark.
pub fn fill(place: usize) -> String {
    format!("f{}", place % FILLS)
}

/// The class of a line or point.
pub fn stroke(place: usize) -> String {
    format!("s{}", place % FILLS)
}

/// The form of a point.
pub fn form(place: usize) -> String {
    format!("#m{}", place % FORMS.len())
}

/// Which mark is which.
pub fn swatch(place: usize, is_point: bool, is_line: bool) -> Markup {
    html! {
        svg.swatch width="18" height="12" aria-hidden="true" focusable="false" {
            @if is_point { use href=(form(place)) x="9" y="6" class=(stroke(place)) {} }
            @else if is_line { path class=(format!("line {}", stroke(place))) d="M0 6h18" {} }
            @else { rect class=(fill(place)) x="1" y="1" width="16" height="10" {} }
        }
    }
}

/// The mark of all rows together.
pub fn mean_swatch() -> Markup {
    html! { svg.swatch width="18" height="12" aria-hidden="true" focusable="false" { path class="mean" d="M9 0v12" {} } }
}

/// The mark of a share of few people.
pub fn few_swatch() -> Markup {
    html! { svg.swatch width="18" height="12" aria-hidden="true" focusable="false" { use href=(form(0)) x="9" y="6" class="few s4" {} } }
}

/// Lines from top to bottom at values, with their words below.
pub fn axis(gutter: u64, ticks: &[(u64, String)], whole: u64, height: usize) -> Markup {
    html! {
        @for (place, (value, words)) in ticks.iter().enumerate() {
            @let at = across(gutter, *value, whole);
            @let anchor = if place == 0 && gutter == 0 { Some("start") } else if place + 1 == ticks.len() { Some("end") } else { None };
            line.grid x1=(at) x2=(at) y1="0" y2=(height) {}
            text.tick x=(at) y=(height + 16) text-anchor=[anchor] { (words) }
        }
    }
}

/// The pixels that an axis takes below what is drawn.
pub const AXIS: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_short_and_exact() {
        assert_eq!(
            [share(1, 3), share(1, 2), share(0, 0), share(1, 8), share(2, 1)],
            ["33.33%", "50%", "0%", "12.5%", "200%"]
        );
        assert_eq!(
            [across(0, 1, 2), across(200, 0, 5), across(200, 5, 5), across(200, 1, 2)],
            ["50%", "20%", "100%", "60%"]
        );
    }
}
