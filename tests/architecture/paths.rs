//! Every path that a file names, however it is written.

use super::source::Token;

/// A path, whole: of this crate it begins `crate`, and has no `self` or `super`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub path: Vec<String>,
    pub line: usize,
}

/// The first words of a path that a check may want to see.
const ROOTS: [&str; 6] = ["crate", "self", "super", "std", "chrono", "vaxdash"];

/// The module that a file below `src/` is: `src/load/mod.rs` is `load`.
pub fn module_of(file: &str) -> Vec<String> {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let mut module: Vec<String> = inside.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod" || last == "lib") {
        module.pop();
    }
    module
}

/// The paths of a file, in order.
pub fn paths(tokens: &[Token], module: &[String]) -> Vec<Named> {
    let mut found = Vec::new();
    // The blocks that are open, with the name of those that are modules.
    let mut open: Vec<Option<String>> = Vec::new();
    let text = |place: usize| tokens.get(place).map_or("", |token| token.text.as_str());
    for (place, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "{" => {
                let is_module = place >= 2 && text(place - 2) == "mod";
                open.push(is_module.then(|| text(place - 1).to_owned()));
            }
            "}" => drop(open.pop()),
            root if ROOTS.contains(&root) && text(place + 1) == "::" && begins_path(tokens, place) => {
                let mut here = module.to_vec();
                here.extend(open.iter().flatten().cloned());
                let mut written = Vec::new();
                leaves(tokens, place, &[], &mut written);
                found.extend(written.iter().map(|path| Named { path: whole(path, &here), line: token.line }));
            }
            // The crate by another name.
            "crate" if text(place + 1) == "as" || place > 0 && text(place - 1) == "extern" => {
                found.push(Named { path: vec!["crate".to_owned()], line: token.line });
            }
            _ => {}
        }
    }
    found
}

/// Whether no word comes before, as in `a::self::b`; `::std` begins a path.
pub fn begins_path(tokens: &[Token], place: usize) -> bool {
    let before = |back: usize| place.checked_sub(back).map(|place| &tokens[place]);
    match (before(2), before(1)) {
        (Some(word), Some(mark)) if mark.is("::") => !(word.is_word() || word.is(">")),
        _ => true,
    }
}

/// Every path of the tree at `place`; gives the place after it.
fn leaves(tokens: &[Token], mut place: usize, prefix: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let is = |place: usize, text: &str| tokens.get(place).is_some_and(|token| token.is(text));
    let mut path = prefix.to_vec();
    loop {
        if is(place, "{") {
            place += 1;
            while place < tokens.len() && !is(place, "}") {
                place = leaves(tokens, place, &path, found);
                // Passes over `as name` and the comma.
                while place < tokens.len() && !is(place, "}") && !is(place, ",") {
                    place += 1;
                }
                place += usize::from(is(place, ","));
            }
            return place + 1;
        }
        match tokens.get(place) {
            Some(token) if token.is_word() || token.is("*") => path.push(token.text.clone()),
            // `::<` of a type: the path has ended.
            _ => {
                found.push(path);
                return place;
            }
        }
        place += 1;
        if !is(place, "::") {
            found.push(path);
            return place;
        }
        place += 1;
    }
}

/// The path from its root, as seen from the module `here`.
pub fn whole(path: &[String], here: &[String]) -> Vec<String> {
    let mut base: Vec<String> = Vec::new();
    for (place, segment) in path.iter().enumerate() {
        match (place, segment.as_str()) {
            (0, "crate" | "vaxdash") => base = vec!["crate".to_owned()],
            (0, "self" | "super") => {
                base = std::iter::once("crate".to_owned()).chain(here.iter().cloned()).collect();
                if segment == "super" {
                    base.pop();
                }
            }
            (_, "super") => drop(base.pop()),
            // `{self}` at the end of a tree is what stands before it.
            (_, "self") => {}
            _ => base.push(segment.clone()),
        }
    }
    base
}
