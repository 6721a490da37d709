//! The promises of the README are held by the tests that it names.

use std::collections::BTreeSet;
use std::path::Path;

use crate::repository;

/// The rows of the table of promises.
fn promises() -> Vec<String> {
    let readme = repository::text("README.md");
    let (_, below) = readme.split_once("## What it promises\n").unwrap();
    let (table, _) = below.split_once("\n## ").unwrap();
    table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise")).map(str::to_owned).collect()
}

fn is_rust(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending == "rs")
}

/// The names of all tests.
fn tests() -> BTreeSet<String> {
    let sources = repository::files();
    let sources = sources.iter().filter(|file| file.starts_with("tests/") || file.starts_with("src/"));
    let mut names = BTreeSet::new();
    for source in sources.filter(|file| is_rust(file)) {
        let text = repository::text(source);
        let mut is_test = false;
        for line in text.lines().map(str::trim) {
            let name = line.strip_prefix("fn ").and_then(|rest| rest.split_once('(')).map(|(name, _)| name);
            if let Some(name) = name.filter(|_| is_test) {
                names.insert(name.to_owned());
            }
            is_test = line == "#[test]" || (is_test && (line.starts_with("#[") || line.starts_with("//")));
        }
    }
    names
}

#[test]
fn every_promise_names_tests_that_are_there() {
    let tests = tests();
    assert!(tests.len() > 500, "{}", tests.len());
    let promises = promises();
    assert!(promises.len() >= 11, "{promises:?}");
    for promise in promises {
        let (_, held_by) = promise.trim_end_matches('|').rsplit_once('|').unwrap();
        let named: Vec<&str> = held_by.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "{promise}: held by no test");
        for name in named {
            assert!(tests.contains(name), "{name} is no test: {promise}");
        }
    }
}

/// Crates that speak to a network, or wait for one.
const NETWORK: [&str; 12] = [
    "reqwest",
    "ureq",
    "hyper",
    "tokio",
    "async-std",
    "socket2",
    "mio",
    "openssl",
    "native-tls",
    "rustls",
    "curl",
    "isahc",
];

#[test]
fn nothing_speaks_to_a_network_and_nothing_is_unsafe() {
    for source in repository::files().iter().filter(|file| file.starts_with("src/") && is_rust(file)) {
        let text = repository::text(source);
        for word in ["std::net", "TcpStream", "UdpSocket", "allow(unsafe_code)"] {
            assert!(!text.contains(word), "{source}: {word}");
        }
    }
    let manifest: toml::Table = repository::text("Cargo.toml").parse().unwrap();
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    let lock: toml::Table = repository::text("Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    assert!(packages.len() > 50);
    for package in packages {
        let name = package["name"].as_str().unwrap();
        assert!(!NETWORK.contains(&name), "{name} speaks to a network");
    }
}
