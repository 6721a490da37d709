//! Whether a log is as it was written.

use std::io::{self, BufRead, Read};

use super::line::hashes;
use super::{LONGEST, NOTHING};

/// What is found of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogCheck {
    /// Every line follows the one before.
    Whole {
        /// How many lines there are.
        lines: u64,
        /// The hash of the last.
        last: String,
    },
    /// A line is not as it was written, or does not follow the one before.
    Broken {
        /// The first such line, counted from 1.
        line: u64,
        /// What is wrong with it.
        why: &'static str,
    },
}

/// Reads a log from its beginning to its end, or to its first broken line.
///
/// # Errors
/// When it cannot be read.
pub fn verify(mut log: impl BufRead) -> io::Result<LogCheck> {
    let mut last = NOTHING.to_owned();
    let mut lines = 0;
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if (&mut log).take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(LogCheck::Whole { lines, last });
        }
        lines += 1;
        let broken = |why| Ok(LogCheck::Broken { line: lines, why });
        let Some(line) = bytes.strip_suffix(b"\n") else { return broken("it has no end") };
        let Some((hash, previous)) = std::str::from_utf8(line).ok().and_then(hashes) else {
            return broken("it is not as it was written");
        };
        if previous != last {
            return broken(if lines == 1 {
                "lines are missing before it"
            } else {
                "it does not follow the line before: lines were taken out, put in or moved"
            });
        }
        hash.clone_into(&mut last);
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::{Entry, LogContext, LoggedOutput, line};
    use super::*;

    fn log(count: u64) -> Vec<String> {
        let context = LogContext {
            time: "2022-05-11T06:00:00Z".into(),
            user: "a".into(),
            host: "b".into(),
            reason: Some("r".into()),
        };
        let mut last = NOTHING.to_owned();
        let mut lines = Vec::new();
        for people in 0..count {
            let entry = Entry {
                command: "patients".into(),
                as_at: "2022-05-11".into(),
                filters: vec![("cohort".into(), vec!["6".into()])],
                accepted: vec!["refresh-unknown".into()],
                practices: vec!["A81001".into()],
                counts: vec![("people", people)],
                outputs: vec![LoggedOutput::of("-", b"x")],
            };
            lines.push(line(&entry, &context, &last));
            hashes(&lines[lines.len() - 1]).unwrap().0.clone_into(&mut last);
        }
        lines
    }

    fn check(lines: &[String]) -> LogCheck {
        let text = lines.iter().fold(String::new(), |text, line| text + line + "\n");
        verify(text.as_bytes()).unwrap()
    }

    #[test]
    fn whatever_is_done_to_a_line_shows_there() {
        let whole = log(5);
        assert!(matches!(check(&whole), LogCheck::Whole { lines: 5, .. }));
        assert_eq!(verify(&b""[..]).unwrap(), LogCheck::Whole { lines: 0, last: NOTHING.to_owned() });
        let broken_at = |lines: &[String]| match check(lines) {
            LogCheck::Broken { line, .. } => line,
            LogCheck::Whole { .. } => 0,
        };
        for place in 0..5_usize {
            let number = u64::try_from(place).unwrap() + 1;
            let mut changed = whole.clone();
            changed[place] = changed[place].replace("\"people\":", "\"people\":1");
            assert_eq!(broken_at(&changed), number, "changed");
            let mut spaced = whole.clone();
            spaced[place] = spaced[place].replace("\"user\":", "\"user\": ");
            assert_eq!(broken_at(&spaced), number, "a space");
            let mut taken_out = whole.clone();
            taken_out.remove(place);
            // From the end, nothing shows: the last hash is another.
            assert_eq!(broken_at(&taken_out), if place == 4 { 0 } else { number }, "taken out");
            let mut twice = whole.clone();
            twice.insert(place, whole[place].clone());
            assert_eq!(broken_at(&twice), number + 1, "twice");
        }
        let mut moved = whole.clone();
        moved.swap(1, 2);
        assert_eq!(broken_at(&moved), 2);
        let text = whole.join("\n");
        assert!(matches!(verify(text.as_bytes()).unwrap(), LogCheck::Broken { line: 5, .. }), "no end");
        for cut in 1..text.len() {
            assert!(
                matches!(verify(&text.as_bytes()[..cut]).unwrap(), LogCheck::Broken { .. })
                    || text.as_bytes()[cut - 1] == b'\n'
            );
        }
    }
}
