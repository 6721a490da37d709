//! Laws that hold for whatever is put in, on random input.
//!
//! `VAXDASH_CASES=1000000 cargo test --release properties` looks longer, at
//! other cases every time. Without it the cases are few and always the same,
//! so that CI gives one answer for one commit. What once failed is kept in
//! `tests/proptest-regressions` and tried first.

mod books;
mod dates;
mod hostile;
mod invites;
mod logs;
mod phones;
mod rules;
mod table;
mod tables;
mod words;

use proptest::test_runner::{Config, FileFailurePersistence, RngSeed};

/// How many cases a cheap property tries.
const CASES: u32 = 256;

/// The configuration of a property that tries one case where a cheap one
/// tries `one_in`, and in a long run one for its cube, so that the dear ones do
/// not take days; failures are kept in `file`.
fn config(file: &'static str, one_in: u32) -> Config {
    let asked = std::env::var("VAXDASH_CASES").ok();
    let cases = asked.as_ref().map_or(CASES, |text| text.parse().expect("VAXDASH_CASES is a number"));
    let one_in = if asked.is_some() { one_in.pow(3) } else { one_in };
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
