//! No file names, along whatever way, a file that names it.
//!
//! A name is looked for where it is defined: what a `mod.rs` only hands on with
//! `pub use` is no import of its own, and who takes it from there imports the
//! file behind.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::{begins_path, module_of, whole};
use super::source::{Token, tokens, without_tests};

/// What a file brings in under a name, tests apart.
struct Import {
    name: String,
    /// From the root of the crate, without `crate`.
    path: Vec<String>,
    is_handed_on: bool,
    line: usize,
}

/// A file of the crate.
struct File {
    name: String,
    module: Vec<String>,
    tokens: Vec<Token>,
    imports: Vec<Import>,
    /// What it defines.
    items: BTreeSet<String>,
}

/// The files of the crate by module.
struct Crate(BTreeMap<Vec<String>, File>);

/// Who imports whom, with the line where.
type Arrows = BTreeMap<String, BTreeMap<String, usize>>;

impl Crate {
    fn of(sources: &[(String, String)]) -> Self {
        let modules: BTreeSet<Vec<String>> = sources.iter().map(|(name, _)| module_of(name)).collect();
        let file = |(name, text): &(String, String)| {
            let (module, (tokens, _)) = (module_of(name), without_tests(&tokens(text)));
            let imports = imports(&tokens, &module, &modules);
            let items = items(&tokens);
            (module.clone(), File { name: name.clone(), module, tokens, imports, items })
        };
        Self(sources.iter().map(file).collect())
    }

    /// The file where a path of the crate leads, and whether it names the file itself.
    fn file_of(&self, path: &[String], seen: &mut BTreeSet<Vec<String>>) -> Option<(&File, bool)> {
        let mut module = Vec::new();
        let mut rest = path;
        while let [next, after @ ..] = rest {
            let inner = [&module[..], std::slice::from_ref(next)].concat();
            if !self.0.contains_key(&inner) {
                break;
            }
            (module, rest) = (inner, after);
        }
        let file = self.0.get(&module)?;
        let [name, after @ ..] = rest else { return Some((file, true)) };
        if !seen.insert(path.to_vec()) || file.items.contains(name) {
            return Some((file, false));
        }
        if let Some(import) = file.imports.iter().find(|import| import.name == *name) {
            return self.file_of(&[&import.path[..], after].concat(), seen);
        }
        // Handed on with all else of another file.
        let all = file.imports.iter().filter(|import| import.name == "*");
        let found = all.filter_map(|import| {
            let path = [&import.path[..import.path.len() - 1], rest].concat();
            self.file_of(&path, seen).filter(|(file, _)| file.items.contains(name))
        });
        found.last().or(Some((file, false)))
    }

    fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        for file in self.0.values() {
            let own = arrows.entry(file.name.clone()).or_default();
            let mut point = |path: &[String], line: usize, is_import: bool| {
                if let Some((other, is_whole)) = self.file_of(path, &mut BTreeSet::new())
                    && other.name != file.name
                    // What is brought in as a module is named again where it is used.
                    && !(is_import && is_whole)
                {
                    own.entry(other.name.clone()).or_insert(line);
                }
            };
            for import in &file.imports {
                if !import.is_handed_on || is_named(&file.tokens, &import.name) {
                    point(&import.path, import.line, true);
                }
            }
            for (path, line) in self.named(file) {
                point(&path, line, false);
            }
        }
        arrows
    }

    /// The paths that a file names outside its imports.
    fn named(&self, file: &File) -> Vec<(Vec<String>, usize)> {
        let mut found = Vec::new();
        let mut place = 0;
        while place < file.tokens.len() {
            let token = &file.tokens[place];
            if token.is("use") {
                place = end_of_use(&file.tokens, place);
                continue;
            }
            if token.is_word()
                && file.tokens.get(place + 1).is_some_and(|next| next.is("::"))
                && begins_path(&file.tokens, place)
            {
                let written = segments(&file.tokens, place);
                let path = match token.text.as_str() {
                    "crate" | "self" | "super" | "vaxdash" => Some(whole(&written, &file.module)[1..].to_vec()),
                    first => {
                        let own = [&file.module[..], &[first.to_owned()]].concat();
                        let import = file.imports.iter().find(|import| import.name == first);
                        let start = import.map(|import| import.path.clone());
                        let start = start.or_else(|| self.0.contains_key(&own).then_some(own));
                        start.map(|start| [&start[..], &written[1..]].concat())
                    }
                };
                found.extend(path.map(|path| (path, token.line)));
            }
            place += 1;
        }
        found
    }
}

/// Whether a name is used besides where it is brought in, or is a module's.
fn is_named(tokens: &[Token], name: &str) -> bool {
    let mut place = 0;
    while place < tokens.len() {
        if tokens[place].is("use") {
            place = end_of_use(tokens, place);
            continue;
        }
        if tokens[place].is(name) && !(place > 0 && tokens[place - 1].is("mod")) {
            return true;
        }
        place += 1;
    }
    false
}

/// The words of a path that is no import.
fn segments(tokens: &[Token], mut place: usize) -> Vec<String> {
    let mut words = Vec::new();
    while tokens.get(place).is_some_and(Token::is_word) {
        words.push(tokens[place].text.clone());
        if !tokens.get(place + 1).is_some_and(|next| next.is("::")) {
            break;
        }
        place += 2;
    }
    words
}

fn end_of_use(tokens: &[Token], place: usize) -> usize {
    let length = tokens[place..].iter().take_while(|token| !token.is(";")).count();
    place + length + 1
}

/// What a file brings in of its own crate.
fn imports(tokens: &[Token], module: &[String], modules: &BTreeSet<Vec<String>>) -> Vec<Import> {
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate().filter(|(_, token)| token.is("use")) {
        let is_handed_on = place > 0 && (tokens[place - 1].is("pub") || tokens[place - 1].is(")"));
        let mut written = Vec::new();
        tree(&tokens[place + 1..end_of_use(tokens, place).min(tokens.len())], &mut 0, &[], &mut written);
        for (path, name) in written {
            let own = [module, &path[..1]].concat();
            let path = match path[0].as_str() {
                "crate" | "self" | "super" | "vaxdash" => whole(&path, module)[1..].to_vec(),
                _ if modules.contains(&own) => [module, &path[..]].concat(),
                _ => continue,
            };
            found.push(Import { name, path, is_handed_on, line: token.line });
        }
    }
    found
}

/// The leaves of an import with the names that they get.
fn tree(tokens: &[Token], place: &mut usize, prefix: &[String], found: &mut Vec<(Vec<String>, String)>) {
    let is = |place: usize, text: &str| tokens.get(place).is_some_and(|token| token.is(text));
    let mut path = prefix.to_vec();
    loop {
        if is(*place, "{") {
            *place += 1;
            while *place < tokens.len() && !is(*place, "}") {
                tree(tokens, place, &path, found);
                *place += usize::from(is(*place, ","));
            }
            *place += 1;
            return;
        }
        let Some(token) = tokens.get(*place) else { return };
        *place += 1;
        if token.is("::") {
            continue;
        }
        if !token.is_word() && !token.is("*") {
            return;
        }
        if !token.is("self") || path.is_empty() {
            path.push(token.text.clone());
        }
        if is(*place, "::") {
            continue;
        }
        let mut name = path.last().cloned().unwrap_or_default();
        if is(*place, "as") {
            name.clone_from(&tokens[*place + 1].text);
            *place += 2;
        }
        found.push((path, name));
        return;
    }
}

/// The names that a file defines at any depth.
fn items(tokens: &[Token]) -> BTreeSet<String> {
    const KEYWORDS: [&str; 9] = ["struct", "enum", "union", "trait", "type", "fn", "const", "static", "macro_rules"];
    let mut items = BTreeSet::new();
    for (place, token) in tokens.iter().enumerate() {
        if KEYWORDS.contains(&token.text.as_str()) {
            let name = tokens[place + 1..].iter().find(|next| next.is_word());
            items.extend(name.map(|name| name.text.clone()));
        }
    }
    items
}

/// The shortest way from a file back to itself, with the lines of its arrows.
fn way_back(arrows: &Arrows, file: &str) -> Option<Vec<String>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut next = std::collections::VecDeque::from([file]);
    while let Some(one) = next.pop_front() {
        for other in arrows.get(one).into_iter().flat_map(BTreeMap::keys) {
            if other == file {
                let mut way = vec![one];
                while way[way.len() - 1] != file {
                    way.push(before[way[way.len() - 1]]);
                }
                way.reverse();
                return Some(way.into_iter().map(str::to_owned).collect());
            }
            if !before.contains_key(other.as_str()) {
                before.insert(other, one);
                next.push_back(other);
            }
        }
    }
    None
}

/// The circles among these files: the shortest of each file that is in one, each once.
pub fn circles(sources: &[(String, String)]) -> Vec<Vec<String>> {
    let arrows = Crate::of(sources).arrows();
    let mut found: Vec<Vec<String>> = Vec::new();
    for file in arrows.keys() {
        if let Some(way) = way_back(&arrows, file)
            && !found.iter().any(|known| known.len() == way.len() && way.iter().all(|file| known.contains(file)))
        {
            found.push(way);
        }
    }
    found.sort_by_key(Vec::len);
    found
}

/// A circle in words: each file with the line where it names the next.
fn said(circle: &[String], arrows: &Arrows) -> String {
    let next = |place: usize| &circle[(place + 1) % circle.len()];
    let steps = circle
        .iter()
        .enumerate()
        .map(|(place, file)| format!("{file}:{} → {}", arrows[file][next(place)], next(place)));
    steps.collect::<Vec<_>>().join("; ")
}

#[test]
fn no_file_is_part_of_a_circle() {
    let sources = super::sources();
    let arrows = Crate::of(&sources).arrows();
    let circles: Vec<String> = circles(&sources).iter().map(|circle| said(circle, &arrows)).collect();
    super::no_more_than_stand("circles", &circles);
    // The arrows that there are have been seen.
    let arrows: usize = arrows.values().map(BTreeMap::len).sum();
    assert!(arrows > 500, "{arrows} arrows");
}
