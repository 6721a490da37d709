//! Every link of the documentation leads somewhere: to a file that is there, and
//! to a heading that it has.

use std::path::{Component, Path, PathBuf};

use crate::repository;

/// Whether a file is a page.
fn is_page(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|end| end == "md")
}

/// A page without its blocks of code, in which nothing is a link or a heading.
fn prose(text: &str) -> String {
    let mut inside = false;
    let lines = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The anchor of a heading, as GitHub gives it.
fn anchor(heading: &str) -> String {
    let plain = heading.trim().to_lowercase();
    let kept = plain.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The anchors of a page.
fn anchors(text: &str) -> Vec<String> {
    let text = prose(text);
    let headings = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#'));
    headings.map(anchor).collect()
}

/// Where the links of a page lead.
fn targets(text: &str) -> Vec<String> {
    let text = prose(text);
    let found = text.split("](").skip(1).filter_map(|after| after.split_once(')'));
    found.map(|(target, _)| target.to_owned()).collect()
}

/// A path below the root, without `..`.
fn plain(path: &Path) -> String {
    let mut parts = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => assert!(parts.pop(), "a link leads out of the repository"),
            part => parts.push(part),
        }
    }
    parts.to_str().unwrap().replace('\\', "/")
}

/// What is wrong with the links of a page.
fn broken(page: &str, text: &str, files: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for target in targets(text) {
        if target.starts_with("https://") {
            continue;
        }
        let (file, heading) = target.split_once('#').unwrap_or((&target, ""));
        let folder = Path::new(page).parent().unwrap();
        let file = if file.is_empty() { page.to_owned() } else { plain(&folder.join(file)) };
        if !files.contains(&file) {
            faults.push(format!("{page}: {target}: there is no such file"));
        } else if !heading.is_empty() {
            let there = if file == page { anchors(text) } else { anchors(&repository::text(&file)) };
            if !there.iter().any(|anchor| anchor == heading) {
                faults.push(format!("{page}: {target}: there is no such heading"));
            }
        }
    }
    faults
}

#[test]
fn every_link_of_the_documentation_leads_somewhere() {
    let files = repository::files();
    let pages: Vec<&String> = files.iter().filter(|file| is_page(file)).collect();
    assert!(pages.len() > 20, "{pages:?}");
    let faults: Vec<String> = pages.iter().flat_map(|page| broken(page, &repository::text(page), &files)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn broken_links_are_seen() {
    let files = ["a.md".to_owned(), "docs/b.md".to_owned()];
    let text = "# A b-c (d)\n[x](../a.md) [y](#a-b-c-d)\n```\n[z](nowhere.md)\n```\n[w](https://example.org/x)";
    assert_eq!(broken("docs/b.md", text, &files), Vec::<String>::new());
    let text = "# A\n[x](a.md) [y](#b)\n```\n# B\n```\n";
    assert_eq!(broken("docs/b.md", text, &files).len(), 2);
}

#[test]
fn every_page_of_the_documentation_is_among_its_contents() {
    let contents = targets(&repository::text("docs/README.md"));
    for file in repository::files() {
        let Some(name) = file.strip_prefix("docs/").filter(|name| !name.contains('/') && *name != "README.md") else {
            continue;
        };
        if is_page(name) {
            assert!(contents.iter().any(|target| target == name), "docs/README.md does not name {name}");
        }
    }
}
