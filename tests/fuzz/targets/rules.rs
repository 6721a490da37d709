#![no_main]

use libfuzzer_sys::fuzz_target;
use vaxdash_fuzz::{Input, try_input};

fuzz_target!(|bytes: &[u8]| try_input(Input::Rules, bytes));
