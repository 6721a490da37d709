//! What a page may do: nothing but be shown, with its own style and script.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::{REPORTS, on_samples, written};
use crate::harness::Folder;

/// What could make a browser ask for something.
const ASKS: [&str; 12] = [
    "src",
    "srcset",
    "action",
    "formaction",
    "poster",
    "data",
    "ping",
    "background",
    "style",
    "xlink:href",
    "manifest",
    "cite",
];

#[test]
fn no_request_leaves_a_page() {
    for command in REPORTS {
        let page = written(command);
        for (name, attributes) in &page.tags {
            assert!(
                !["img", "link", "iframe", "object", "embed", "base", "form", "audio", "video"]
                    .contains(&name.as_str()),
                "{command}: {name}"
            );
            for (key, value) in attributes {
                assert!(!ASKS.contains(&key.as_str()) && !key.starts_with("on"), "{command}: {key}");
                assert!(key != "href" || value.starts_with('#'), "{command}: {value}");
            }
        }
        for part in [page.raw("style"), page.raw("script")] {
            for asks in [
                "http",
                "url(\"",
                "@import",
                "fetch(",
                "XMLHttpRequest",
                "eval(",
                "innerHTML",
                "outerHTML",
                "document.write",
                "import(",
            ] {
                assert!(!part.contains(asks), "{command}: {asks}");
            }
        }
    }
}

#[test]
fn the_policy_names_the_style_and_script_that_are_there() {
    for command in ["uptake", "uptake --disclosure nhs", "history 9990124531"] {
        let page = written(command);
        let policy = page
            .tags
            .iter()
            .find(|(_, with)| with.contains_key("http-equiv"))
            .map(|(_, with)| &with["content"])
            .unwrap();
        let digest = |text: &str| {
            let digest = Sha256::digest(text.as_bytes());
            // Bits as letters, by another way than the program's.
            let bits = digest.iter().fold(String::new(), |bits, byte| bits + &format!("{byte:08b}"));
            let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
            let groups: Vec<String> =
                bits.as_bytes().chunks(6).map(|six| format!("{:0<6}", String::from_utf8_lossy(six))).collect();
            let text: String = groups.iter().map(|six| letters[usize::from_str_radix(six, 2).unwrap()]).collect();
            format!("'sha256-{text}='")
        };
        let (style, script) = (digest(page.raw("style")), digest(page.raw("script")));
        let expected =
            format!("default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'");
        assert_eq!(*policy, expected, "{command}");
    }
}

#[test]
fn every_name_of_a_part_is_given_once_and_every_link_leads_somewhere() {
    for command in REPORTS {
        let page = written(command);
        let ids: Vec<&String> = page.tags.iter().filter_map(|(_, with)| with.get("id")).collect();
        let known: BTreeSet<&String> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{command}: {ids:?}");
        let named = page.tags.iter().flat_map(|(_, with)| {
            let links = with.get("href").map(|link| link.trim_start_matches('#').to_owned()).into_iter();
            links.chain(with.get("aria-labelledby").into_iter().flat_map(|ids| ids.split(' ').map(str::to_owned)))
        });
        for name in named.collect::<Vec<_>>() {
            assert!(known.contains(&name), "{command}: {name}");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes_in_a_file_and_printed() {
    let folder = Folder::new();
    let path = folder.file("out.html");
    for command in ["uptake", "check"] {
        let printed = on_samples(command, &["--format", "html"]).ended(0).out;
        assert_eq!(printed, on_samples(command, &["--format", "html", "--threads", "1"]).ended(0).out);
        on_samples(command, &["-f", "-o", path.to_str().unwrap()]).ended(0);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), printed, "{command}");
    }
    // What is there is not written over.
    on_samples("uptake", &["-o", path.to_str().unwrap()]).ended(4);
}

#[test]
fn what_a_page_cannot_have_is_refused() {
    let folder = Folder::new().with("password", "correct horse battery\n");
    let password = folder.file("password");
    for more in [&["--format", "html"][..], &["-o", "out.html"]] {
        let run = on_samples("uptake", &[more, &["--password-file", password.to_str().unwrap()]].concat()).ended(2);
        assert!(run.err.contains("--password-file encrypts workbooks"), "{}", run.err);
    }
}
