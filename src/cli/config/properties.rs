//! Laws that hold whatever is in a file of settings.

use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{FileFailurePersistence, RngSeed};

use super::{Config, of_all, of_preset};
use crate::exit::Exit;

const GOOD: &str = "data = [\"extracts/\", \"more\"]\npractices = \"my-pcn.csv\"\nas_at = 2022-05-11\nthreads = 2\n\
    quiet = true\n[uptake]\nby = \"pcn,cohort\"\n[preset.weekly]\nas_at = \"today\"\n[[preset.weekly.step]]\n\
    command = \"uptake\"\noutput = \"uptake.csv\"\n[[preset.weekly.step]]\ncommand = \"invites\"\ntarget = \"accubook\"\n";

const TYPED: [&str; 20] = [
    "\"",
    "[",
    "]",
    "=",
    ",",
    "#",
    "\n",
    ".",
    "0",
    "-1",
    "1e400",
    "99999999999999999999",
    "\0",
    "é",
    "'''",
    "[[preset.weekly.step]]\n",
    "[preset]\n",
    "step = []\n",
    "true",
    "2021-02-30",
];

/// The settings of a text.
fn read(text: &str) -> Result<Config, (Exit, String)> {
    static COMMAND: OnceLock<clap::Command> = OnceLock::new();
    let mut config = Config::default();
    let command = COMMAND.get_or_init(crate::cli::command);
    config.add_file("mine.toml", text, command).map_err(|failure| (failure.exit, failure.to_string()))?;
    Ok(config)
}

/// What is read is known, and what is not is said with the file's name.
fn check(text: &str) -> Result<(), TestCaseError> {
    match read(text) {
        Ok(config) => {
            prop_assert!(config.shared.keys().all(|key| of_all().any(|option| option == key)));
            for preset in config.presets.values() {
                prop_assert!(preset.settings.keys().all(|key| of_preset().any(|option| option == key)));
                prop_assert!(
                    preset.steps.iter().all(|(task, _)| crate::cli::commands::preset_commands().contains(task))
                );
            }
        }
        Err((exit, message)) => {
            prop_assert_eq!(exit, Exit::Usage);
            prop_assert!(message.starts_with("mine.toml"), "{}", message);
        }
    }
    Ok(())
}

fn config() -> ProptestConfig {
    let asked = std::env::var("VAXDASH_CASES").ok().and_then(|cases| cases.parse::<u32>().ok());
    ProptestConfig {
        cases: asked.unwrap_or(256),
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(0x0063_6667) },
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/proptest-regressions/config.txt"))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_settings_or_a_fault_in_words(text in prop_oneof![
        any::<String>(),
        vec(select(&TYPED[..]), 0..30).prop_map(|pieces| pieces.concat()),
        vec((select(of_all().collect::<Vec<_>>()), select(&["=1\n", "=\"x\"\n", "={}\n", "=[1,2]\n", "=[[]]\n", "\n"][..])), 0..4)
            .prop_map(|lines| lines.into_iter().map(|(key, rest)| key.to_owned() + rest).collect::<String>()),
    ]) {
        check(&text)?;
    }

    #[test]
    fn slips_of_the_hand_are_settings_or_a_fault_in_words(
        slips in vec((any::<Index>(), 0_usize..30, select(&TYPED[..])), 0..4),
    ) {
        let mut text: Vec<char> = GOOD.chars().collect();
        for (at, gap, typed) in slips {
            let at = at.index(text.len());
            let end = (at + gap).min(text.len());
            text.splice(at..end, typed.chars());
        }
        check(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn what_is_set_is_what_was_written(key in select(of_all().collect::<Vec<_>>()), values in vec("[ -~é]{0,20}", 0..4)) {
        let list = toml::Value::Array(values.iter().cloned().map(toml::Value::String).collect());
        let found = read(&format!("{key} = {list}\n")).map_err(|(_, message)| TestCaseError::fail(message))?;
        prop_assert_eq!(&found.of("uptake")[key].values, &values);
        // What one command says of itself counts for it, and for no other.
        let apart = read(&format!("{key} = \"a\"\n[check]\n{key} = {list}\n"));
        if let Ok(apart) = apart {
            prop_assert_eq!(&apart.of("check")[key].values, &values);
            prop_assert_eq!(&apart.of("uptake")[key].values, &["a".to_owned()]);
        }
    }
}

#[test]
fn the_text_that_slips_are_made_in_is_good() {
    let config = read(GOOD).unwrap();
    assert_eq!(config.presets["weekly"].steps.len(), 2);
    assert_eq!(config.of("uptake")["by"].values, ["pcn,cohort"]);
}
