//! A status, profile, format or outcome is a type to the last step, and nothing
//! decides for one that is not there yet.

use super::room_of;
use super::source::Token;

/// The types of which every match names every value.
pub const DECIDED: [&str; 16] = [
    "FirstDoseStatus",
    "SecondDoseStatus",
    "ThirdPrimaryStatus",
    "BoosterStatus",
    "CampaignStatus",
    "CourseStatus",
    "OutcomeStatus",
    "ListStatus",
    "WhenDue",
    "RowOutcome",
    "Profile",
    "Format",
    "WorkList",
    "DoseKind",
    "Channel",
    "Severity",
];

/// The words of statuses, as reports and files have them: each is given by one
/// type, in `classify`.
pub const WORDS: [&str; 29] = [
    "boosted",
    "closed",
    "contraindicated",
    "declined",
    "due",
    "earlier-doses-not-recorded",
    "eligible",
    "first-dose-only",
    "left-or-died",
    "missed",
    "not-in-cohort",
    "not-open",
    "not-yet-due",
    "offer-closed",
    "overdue",
    "pending",
    "primary-complete",
    "primary-first",
    "primary-incomplete",
    "still-due",
    "third-primary",
    "third-primary-closed",
    "third-primary-due",
    "third-primary-first",
    "third-primary-given",
    "third-primary-not-yet-due",
    "too-soon",
    "unvaccinated",
    "vaccinated",
];

/// Where a status is never a word again once it was a type.
const TYPED: [&str; 5] = ["classify", "run", "report", "invites", "cli"];

fn is_at(tokens: &[Token], place: usize, text: &str) -> bool {
    tokens.get(place).is_some_and(|token| token.is(text))
}

/// A status that is kept or compared as a word.
pub fn words(file: &str, tokens: &[Token]) -> Vec<String> {
    if !TYPED.contains(&room_of(file).as_str()) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let compares = |place: usize| {
            // `==` or `!=`, and not the `=>` of an arm.
            (is_at(tokens, place, "=") || is_at(tokens, place, "!")) && is_at(tokens, place + 1, "=")
        };
        let before = place.checked_sub(2).is_some_and(compares)
            || place >= 3 && compares(place - 3) && ["*", "&"].iter().any(|mark| is_at(tokens, place - 1, mark));
        let is_arm = is_at(tokens, place + 1, "=") && is_at(tokens, place + 2, ">") || is_at(tokens, place + 1, "|");
        if WORDS.contains(&token.literal.as_str()) && (before || is_arm || compares(place + 1)) {
            faults.push(format!("{file}:{}: the status \"{}\" is compared as a word", token.line, token.literal));
        }
        let is_field = (token.is("status") || token.is("statuses")) && is_at(tokens, place + 1, ":");
        if is_field && is_text(tokens, place + 2) {
            faults.push(format!("{file}:{}: {} is a word, not a type", token.line, token.text));
        }
        let ends_word = token.is("word") && is_at(tokens, place + 1, "(") && is_at(tokens, place + 2, ")");
        if ends_word && (compares(place + 3) || compared_before(tokens, place)) {
            faults.push(format!("{file}:{}: a status is compared by its word", token.line));
        }
    }
    faults
}

/// Whether a type is text, or many texts.
fn is_text(tokens: &[Token], start: usize) -> bool {
    let around = ["&", "[", "Vec", "<", "Option", "Cow", "mut", "static"];
    let inner = tokens[start.min(tokens.len())..].iter().find(|token| !around.contains(&token.text.as_str()));
    inner.is_some_and(|token| token.is("str") || token.is("String"))
}

/// Whether `x == a.b.word()`.
fn compared_before(tokens: &[Token], place: usize) -> bool {
    let mut start = place;
    while start > 0 && (tokens[start - 1].is(".") || tokens[start - 1].is_word() || tokens[start - 1].is("::")) {
        start -= 1;
    }
    start >= 2 && tokens[start - 1].is("=") && (tokens[start - 2].is("=") || tokens[start - 2].is("!"))
}

/// A pattern, as far as it matters here.
enum Pattern {
    /// `_` or a name: whatever comes.
    Any,
    /// A value of one of the types.
    Decided,
    /// `Some(…)` and the like, or the place of a tuple, with what is inside.
    Inside(Vec<(String, Pattern)>),
    /// Whatever else: it does not take all.
    Other,
}

/// Where a pattern names a value of the types.
fn decided(pattern: &Pattern, at: &str, found: &mut Vec<String>) {
    match pattern {
        Pattern::Decided => found.push(at.to_owned()),
        Pattern::Inside(parts) => parts.iter().for_each(|(name, part)| decided(part, &format!("{at}/{name}"), found)),
        Pattern::Any | Pattern::Other => {}
    }
}

/// Where a pattern takes whatever comes; `None` if it asks for something besides.
fn anything(pattern: &Pattern, at: &str) -> Option<Vec<String>> {
    match pattern {
        Pattern::Any => Some(vec![at.to_owned()]),
        Pattern::Inside(parts) => {
            let parts: Option<Vec<_>> =
                parts.iter().map(|(name, part)| anything(part, &format!("{at}/{name}"))).collect();
            parts.map(|parts| parts.concat())
        }
        Pattern::Decided | Pattern::Other => None,
    }
}

/// An arm that decides for what is not there yet, in a match over one of the types.
pub fn wildcards(file: &str, tokens: &[Token]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut own = String::new();
    for (place, token) in tokens.iter().enumerate() {
        if token.is("impl") {
            own = self_of(&tokens[place..]);
        }
        if !token.is("match") {
            continue;
        }
        let arms = arms(tokens, place);
        let mut named = Vec::new();
        for (pattern, _) in &arms {
            for one in alternatives(pattern) {
                decided(&read(one, &own), "", &mut named);
            }
        }
        for (pattern, is_guarded) in &arms {
            let takes = alternatives(pattern).into_iter().filter_map(|one| anything(&read(one, &own), "")).flatten();
            let mut takes = takes.filter(|at| named.iter().any(|named| named.starts_with(at.as_str())));
            if !is_guarded && takes.next().is_some() {
                let line = pattern.first().map_or(token.line, |first| first.line);
                faults.push(format!("{file}:{line}: a wildcard decides for values that are not there yet"));
            }
        }
    }
    faults
}

/// The type that an `impl` is of, which is `Self` within.
fn self_of(tokens: &[Token]) -> String {
    let head: Vec<&Token> = tokens.iter().take_while(|token| !token.is("{") && !token.is(";")).collect();
    let after = head.iter().position(|token| token.is("for")).map_or(1, |at| at + 1);
    let names = head[after.min(head.len())..].iter().filter(|token| token.text.starts_with(char::is_uppercase));
    names.map(|token| token.text.clone()).next().unwrap_or_default()
}

/// The patterns of a match with whether a guard stands beside each.
fn arms(tokens: &[Token], start: usize) -> Vec<(&[Token], bool)> {
    let mut place = start;
    // To the block, past what is matched.
    while place < tokens.len() && !tokens[place].is("{") {
        place = if tokens[place].is("(") || tokens[place].is("[") { closed(tokens, place) } else { place + 1 };
    }
    let end = closed(tokens, place).saturating_sub(1);
    place += 1;
    let mut arms = Vec::new();
    while place < end {
        let first = place;
        while place < end && !(tokens[place].is("=") && is_at(tokens, place + 1, ">")) {
            place =
                if ["(", "[", "{"].contains(&tokens[place].text.as_str()) { closed(tokens, place) } else { place + 1 };
        }
        let whole = &tokens[first..place.min(end)];
        let guard = whole.iter().position(|token| token.is("if"));
        arms.push((&whole[..guard.unwrap_or(whole.len())], guard.is_some()));
        place += 2;
        let is_block = is_at(tokens, place, "{");
        while place < end && !tokens[place].is(",") {
            place =
                if ["(", "[", "{"].contains(&tokens[place].text.as_str()) { closed(tokens, place) } else { place + 1 };
            if is_block {
                break;
            }
        }
        place += usize::from(is_at(tokens, place, ","));
    }
    arms
}

/// The place after the bracket that closes the one at `start`.
fn closed(tokens: &[Token], start: usize) -> usize {
    super::source::closed(tokens, start)
}

/// Cuts at a mark, outside brackets.
fn cut<'t>(tokens: &'t [Token], mark: &str) -> Vec<&'t [Token]> {
    let (mut parts, mut first, mut place) = (Vec::new(), 0, 0);
    while place < tokens.len() {
        if tokens[place].is(mark) {
            parts.push(&tokens[first..place]);
            first = place + 1;
        }
        place = if ["(", "[", "{"].contains(&tokens[place].text.as_str()) { closed(tokens, place) } else { place + 1 };
    }
    parts.push(&tokens[first.min(tokens.len())..]);
    parts.retain(|part| !part.is_empty());
    parts
}

fn alternatives(pattern: &[Token]) -> Vec<&[Token]> {
    cut(pattern, "|")
}

/// What a pattern without alternatives is.
fn read(pattern: &[Token], own: &str) -> Pattern {
    let pattern = match pattern {
        [mark, rest @ ..] if mark.is("&") || mark.is("ref") || mark.is("mut") => return read(rest, own),
        [name, at, rest @ ..] if name.is_word() && at.is("@") => return read(rest, own),
        other => other,
    };
    match pattern {
        [dots, more] if dots.is(".") && more.is(".") => Pattern::Any,
        [one] if one.is_word() => {
            let is_name = one.text.starts_with(|first: char| first.is_lowercase() || first == '_');
            if is_name && !["true", "false"].contains(&one.text.as_str()) { Pattern::Any } else { Pattern::Other }
        }
        [bracket, .., _] if bracket.is("(") => inside("", &pattern[1..pattern.len() - 1], own),
        [wrapper, bracket, .., _] if bracket.is("(") && wrapper.is_word() => {
            inside(&wrapper.text, &pattern[2..pattern.len() - 1], own)
        }
        // A value that holds another.
        [kind, mark, value, bracket, .., _] if mark.is("::") && value.is_word() && bracket.is("(") => {
            let kind = if kind.is("Self") { own } else { kind.text.as_str() };
            if DECIDED.contains(&kind) {
                Pattern::Decided
            } else {
                inside(&value.text, &pattern[4..pattern.len() - 1], own)
            }
        }
        [.., kind, mark, value] if mark.is("::") && value.is_word() => {
            let kind = if kind.is("Self") { own } else { kind.text.as_str() };
            if DECIDED.contains(&kind) { Pattern::Decided } else { Pattern::Other }
        }
        // Of the fields of a struct, one that names a value is enough.
        [name, .., last] if name.is_word() && last.is("}") => {
            let values = pattern.windows(3).any(|three| three[1].is("::") && DECIDED.contains(&three[0].text.as_str()));
            if values { Pattern::Inside(vec![(name.text.clone(), Pattern::Decided)]) } else { Pattern::Other }
        }
        _ => Pattern::Other,
    }
}

fn inside(wrapper: &str, tokens: &[Token], own: &str) -> Pattern {
    let parts = cut(tokens, ",");
    let named = parts.iter().enumerate().map(|(place, part)| {
        // Of alternatives inside, one that names a value is enough.
        let all: Vec<Pattern> = alternatives(part).into_iter().map(|one| read(one, own)).collect();
        let is_decided = all.iter().any(|one| matches!(one, Pattern::Decided));
        let one = if is_decided { Pattern::Decided } else { all.into_iter().next().unwrap_or(Pattern::Other) };
        (format!("{wrapper}{place}"), one)
    });
    Pattern::Inside(named.collect())
}
