//! Laws that hold for whatever is put in, on random input.
//!
//! `VAXDASH_CASES=10000 cargo test --test main properties` looks longer, at
//! other cases every time. Without it the cases are few and always the same,
//! so that CI gives one answer for one commit. What once failed is kept in
//! `tests/proptest-regressions` and tried first.

mod books;
mod dates;
mod hostile;
mod invites;
mod phones;
mod rules;
mod table;
mod tables;
mod words;

use proptest::test_runner::{Config, FileFailurePersistence, RngSeed};

/// How many cases a cheap property tries.
const CASES: u32 = 256;

/// The configuration of a property that tries one case where a cheap one
/// tries `one_in`; failures are kept in `file`.
fn config(file: &'static str, one_in: u32) -> Config {
    let asked = std::env::var("VAXDASH_CASES").ok();
    let cases = asked.as_ref().map_or(CASES, |text| text.parse().expect("VAXDASH_CASES is a number"));
    Config {
        cases: (cases / one_in).max(1),
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(0x0076_6178) },
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(file))),
        ..Config::default()
    }
}

/// Tries a property on values of a strategy.
macro_rules! law {
    ($(#[$about:meta])* $name:ident($file:literal, $one_in:literal, $($value:pat in $strategy:expr),+ $(,)?) $body:block) => {
        proptest::proptest! {
            #![proptest_config(crate::properties::config(concat!("tests/proptest-regressions/", $file, ".txt"), $one_in))]
            $(#[$about])*
            #[test]
            fn $name($($value in $strategy),+) $body
        }
    };
}
use law;
