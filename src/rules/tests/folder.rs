//! Rules folders: what is replaced, and what cannot be read.

use std::fs;
use std::path::Path;

use super::text;
use crate::rules::RuleSet;

fn problems(folder: &Path) -> String {
    RuleSet::from_folder(folder).unwrap_err().to_string()
}

#[test]
fn a_replaced_file_shows_in_the_version() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in RuleSet::files() {
        fs::write(folder.path().join(name), text).unwrap();
    }
    assert_eq!(RuleSet::from_folder(folder.path()).unwrap().version, "2026.11", "nothing differs");
    let changed = text("offers.toml").replace("ends = 2023-06-30", "ends = 2023-07-31");
    fs::write(folder.path().join("offers.toml"), &changed).unwrap();
    let rules = RuleSet::from_folder(folder.path()).unwrap();
    assert_eq!(rules.offer.ends.to_string(), "2023-07-31");
    let digest = rules
        .version
        .strip_prefix("2026.11 (offers.toml from rules folder, sha256 ")
        .and_then(|rest| rest.strip_suffix(')'));
    assert!(
        digest.is_some_and(|digest| digest.len() == 8 && digest.bytes().all(|byte| byte.is_ascii_hexdigit())),
        "{}",
        rules.version
    );
    assert_eq!(RuleSet::from_folder(folder.path()).unwrap().version, rules.version);
}

#[test]
fn one_file_with_a_byte_order_mark_and_windows_line_ends_will_do() {
    let folder = tempfile::tempdir().unwrap();
    let text = format!("\u{feff}{}", text("products.csv").replace('\n', "\r\n"));
    fs::write(folder.path().join("products.csv"), text).unwrap();
    fs::write(folder.path().join("README.md"), "not a rules file").unwrap();
    let text = format!("\u{feff}{}", super::text("campaigns.toml").replace('\n', "\r\n"));
    fs::write(folder.path().join("campaigns.toml"), text).unwrap();
    let rules = RuleSet::from_folder(folder.path()).unwrap();
    assert_eq!((rules.codes.products().count(), rules.campaigns.len()), (116, 10));
}

#[test]
fn unexpected_names_and_empty_folders_are_problems() {
    let folder = tempfile::tempdir().unwrap();
    let found = problems(folder.path());
    assert!(
        found.contains("none of the rules files is in this folder; they are general.toml, cohorts.toml"),
        "{found}"
    );
    fs::write(folder.path().join("campaings.toml"), "").unwrap();
    fs::write(folder.path().join("extra.CSV"), "").unwrap();
    let found = problems(folder.path());
    assert!(found.contains("campaings.toml: no rules file has this name; did you mean \"campaigns.toml\"?"), "{found}");
    assert!(found.contains("extra.CSV: no rules file has this name"), "{found}");
    let missing = problems(&folder.path().join("nowhere"));
    assert!(missing.contains("nowhere: the rules folder cannot be read: there is no such file or folder"), "{missing}");
    assert!(problems(&folder.path().join("extra.CSV")).contains("it is not a folder"));
}

#[test]
fn files_that_cannot_be_read_are_all_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("general.toml")).unwrap();
    fs::write(folder.path().join("cohorts.toml"), b"# fine\n# caf\xe9\n").unwrap();
    fs::write(folder.path().join("products.csv"), vec![b'#'; (1 << 20) + 1]).unwrap();
    fs::write(folder.path().join("booster.toml"), "").unwrap();
    let found = problems(folder.path());
    for part in [
        "general.toml: it is not a file",
        "cohorts.toml line 2: it is not UTF-8 text; save it as UTF-8",
        "products.csv: it is larger than 1 MiB",
        "booster.toml: \"opening\" is missing",
        "booster.toml: \"interval\" is missing",
        "booster.toml: \"offer\" is missing",
    ] {
        assert!(found.contains(part), "{part}\n{found}");
    }
}

#[test]
fn a_file_of_a_mebibyte_is_read_to_its_last_byte() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in RuleSet::files() {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut text = vec![b'#'; 1 << 20];
    *text.last_mut().unwrap() = 0xE9;
    fs::write(folder.path().join("cohorts.toml"), text).unwrap();
    let found = problems(folder.path());
    assert!(found.contains("cohorts.toml line 1: it is not UTF-8 text"), "{found}");
}
