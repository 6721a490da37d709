//! "Did you mean": the known word nearest to one that is not known.

use super::foreign::Foreign;

/// Longer words are no slip of the finger.
const LONGEST: usize = 60;

/// What to say after naming an unknown word: the nearest known one, or all of them.
#[must_use]
pub fn did_you_mean(word: &str, known: &[&str]) -> String {
    match nearest(word, known) {
        Some(near) => format!("; did you mean \"{near}\"?"),
        None if known.is_empty() => String::new(),
        None => format!("; known here: {}", known.join(", ")),
    }
}

/// Whether a known word is few slips away from `word`.
#[must_use]
pub fn is_near(word: &str, known: &str) -> bool {
    nearest(word, &[known]).is_some()
}

/// The known word few slips away from `word`.
fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    if word.len() > LONGEST {
        return None;
    }
    let allowed = (word.chars().count() / 3).clamp(1, 3);
    known
        .iter()
        .map(|candidate| (slips(&word.to_lowercase(), &candidate.to_lowercase()), *candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The Levenshtein distance: letters added, left out or changed.
fn slips(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, r) in right.iter().enumerate() {
            let changed = diagonal + usize::from(l != *r);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

/// A value as a message shows it: short, on one line, without control characters.
#[must_use]
pub fn shown(value: &str) -> String {
    format!("\"{}\"", Foreign::cut_to(value, LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (left, right, count) in [
            ("from", "from", 0),
            ("form", "from", 2),
            ("", "abc", 3),
            ("at_rsk", "at_risk", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(slips(left, right), count, "{left} {right}");
        }
    }

    #[test]
    fn only_near_words_are_proposed() {
        assert_eq!(did_you_mean("Carrer", &["carer", "at_risk"]), "; did you mean \"carer\"?");
        assert_eq!(did_you_mean("zebra", &["carer", "at_risk"]), "; known here: carer, at_risk");
        assert_eq!(did_you_mean(&"carer".repeat(1000), &["carer"]), "; known here: carer");
        assert_eq!(did_you_mean("zebra", &[]), "");
        for (length, is_near) in [(60, true), (61, false)] {
            let known = "x".repeat(length);
            let typed = format!("{}y", &known[1..]);
            assert_eq!(did_you_mean(&typed, &[&known]).contains("did you mean"), is_near, "{length}");
        }
    }

    #[test]
    fn shown_values_are_short_and_harmless() {
        assert_eq!(shown("a\u{1b}[2Jb"), "\"a\\u{1b}[2Jb\"");
        assert!(shown(&"x".repeat(1 << 20)).len() < 80);
        for (length, dots) in [(60, ""), (61, "…")] {
            assert_eq!(shown(&"x".repeat(length)), format!("\"{}{dots}\"", "x".repeat(60)));
        }
    }
}
