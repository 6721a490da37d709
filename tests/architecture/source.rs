//! Rust source as tokens: without comments, the insides of strings, and tests.

/// A word, `::`, or another single mark; a literal in quotes is the mark `"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    /// What is between the quotes of a literal, as it is written.
    pub literal: String,
    pub line: usize,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub fn is_word(&self) -> bool {
        self.text.starts_with(is_word)
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The tokens of a file.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let at = |place: usize| chars.get(place).copied().unwrap_or('\0');
    let mut tokens = Vec::new();
    let (mut place, mut line) = (0, 1);
    while place < chars.len() {
        let start = place;
        let mut token = None;
        match chars[place] {
            '/' if at(place + 1) == '/' => place += chars[place..].iter().take_while(|c| **c != '\n').count(),
            '/' if at(place + 1) == '*' => place = block_comment_end(&chars, place),
            '"' => {
                place = string_end(&chars, place);
                token = Some("\"".to_owned());
            }
            '\'' => {
                let end = quoted_char_end(&chars, place);
                token = end.map(|_| "\"".to_owned());
                // Else a lifetime, of which no check wants to know.
                place = end.unwrap_or_else(|| word_end(&chars, place + 1));
            }
            c if is_word(c) => {
                place = word_end(&chars, place);
                let word: String = chars[start..place].iter().collect();
                let is_prefix = ["r", "b", "c", "br", "cr"].contains(&word.as_str());
                if is_prefix && word.ends_with('r') && raw_string_end(&chars, place).is_some() {
                    place = raw_string_end(&chars, place).unwrap_or(place);
                    token = Some("\"".to_owned());
                } else if !(is_prefix && matches!(at(place), '"' | '\'')) {
                    token = Some(word);
                }
            }
            ':' if at(place + 1) == ':' => {
                place += 2;
                token = Some("::".to_owned());
            }
            c => {
                place += 1;
                token = (!c.is_whitespace()).then(|| c.to_string());
            }
        }
        tokens.extend(token.map(|text| {
            let literal: String = if text == "\"" { chars[start..place].iter().collect() } else { String::new() };
            let literal = literal.trim_start_matches(|c| "brc#".contains(c)).trim_end_matches('#');
            let literal = literal.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or_default();
            Token { text, literal: literal.to_owned(), line }
        }));
        line += chars[start..place.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

fn word_end(chars: &[char], start: usize) -> usize {
    start + chars[start..].iter().take_while(|c| is_word(**c)).count()
}

fn block_comment_end(chars: &[char], start: usize) -> usize {
    let (mut place, mut depth) = (start, 0);
    while place < chars.len() {
        match chars[place..] {
            ['/', '*', ..] => (place, depth) = (place + 2, depth + 1),
            ['*', '/', ..] => (place, depth) = (place + 2, depth - 1),
            _ => place += 1,
        }
        if depth == 0 {
            break;
        }
    }
    place
}

fn string_end(chars: &[char], start: usize) -> usize {
    let mut place = start + 1;
    while place < chars.len() && chars[place] != '"' {
        place += if chars[place] == '\\' { 2 } else { 1 };
    }
    (place + 1).min(chars.len())
}

/// The end of a raw string whose hashes begin at `start`, if one does.
fn raw_string_end(chars: &[char], start: usize) -> Option<usize> {
    let hashes = chars[start..].iter().take_while(|c| **c == '#').count();
    if chars.get(start + hashes) != Some(&'"') {
        return None;
    }
    let body = start + hashes + 1;
    let closes =
        |place: &usize| chars[*place] == '"' && chars[place + 1..].iter().take_while(|c| **c == '#').count() >= hashes;
    (body..chars.len()).find(closes).map(|place| place + 1 + hashes)
}

/// The end of a character between quotes; `None` for a lifetime.
fn quoted_char_end(chars: &[char], start: usize) -> Option<usize> {
    match chars.get(start + 1..)? {
        ['\\', _, rest @ ..] => rest.iter().position(|c| *c == '\'').map(|at| start + at + 4),
        [_, '\'', ..] => Some(start + 3),
        _ => None,
    }
}

/// The tokens without what is under `#[cfg(test)]`, and the names of the
/// modules that are declared so and have files of their own.
pub fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut place = 0;
    while place < tokens.len() {
        let attribute_end = attribute_end(tokens, place);
        if attribute_end.is_some_and(|end| is_test_only(&tokens[place..end])) {
            let item = attribute_end.unwrap_or(place);
            place = item_end(tokens, item);
            if let [keyword, name, end] = &tokens[item..place]
                && keyword.is("mod")
                && end.is(";")
            {
                modules.push(name.text.clone());
            }
        } else {
            kept.push(tokens[place].clone());
            place += 1;
        }
    }
    (kept, modules)
}

/// The end of the attribute that begins here, if one does.
fn attribute_end(tokens: &[Token], start: usize) -> Option<usize> {
    let opens = tokens[start].is("#") && tokens.get(start + 1).is_some_and(|next| next.is("["));
    opens.then(|| closed(tokens, start + 1))
}

fn is_test_only(attribute: &[Token]) -> bool {
    let has = |word: &str| attribute.iter().any(|token| token.is(word));
    has("cfg") && has("test") && !has("not") && !has("any")
}

/// The end of the item that begins here: `;` or a closed block.
fn item_end(tokens: &[Token], start: usize) -> usize {
    let mut place = start;
    while place < tokens.len() {
        match tokens[place].text.as_str() {
            ";" => return place + 1,
            "{" => return closed(tokens, place),
            "(" | "[" => place = closed(tokens, place),
            _ => place += 1,
        }
    }
    place
}

/// The place after the bracket that closes the one at `start`.
pub fn closed(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(start) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return place + 1;
        }
    }
    tokens.len()
}
