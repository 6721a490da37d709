//! Whether a log is as it was written.

use std::collections::HashMap;
use std::io::{self, BufRead, Read};

use super::line::{LineKind, OutputOutcome, read_line};
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
        /// The outputs that are logged as failed.
        failed: u64,
        /// The lines of outputs without an outcome, counted from 1: of runs
        /// that were killed, or go on.
        open: Vec<u64>,
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
    let (mut lines, mut failed) = (0, 0);
    let mut open: HashMap<String, u64> = HashMap::new();
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if (&mut log).take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
            let mut open: Vec<u64> = open.into_values().collect();
            open.sort_unstable();
            return Ok(LogCheck::Whole { lines, last, failed, open });
        }
        lines += 1;
        let broken = |why| Ok(LogCheck::Broken { line: lines, why });
        let Some(line) = bytes.strip_suffix(b"\n") else { return broken("it has no end") };
        let Some(read) = std::str::from_utf8(line).ok().and_then(read_line) else {
            return broken("it is not as it was written");
        };
        if read.previous != last {
            return broken(if lines == 1 {
                "lines are missing before it"
            } else {
                "it does not follow the line before: lines were taken out, put in or moved"
            });
        }
        match read.kind {
            LineKind::FormerOutput => {}
            LineKind::Output => _ = open.insert(read.hash.clone(), lines),
            LineKind::OutcomeOf(of, outcome) => {
                if open.remove(&of).is_none() {
                    return broken(
                        "it says what became of an output that is in no line before it, or for the second time",
                    );
                }
                failed += u64::from(outcome == OutputOutcome::Failed);
            }
        }
        last = read.hash;
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::{Entry, LogContext, LoggedOutput, line, outcome_line};
    use super::*;

    fn entry(people: u64) -> Entry {
        Entry {
            command: "patients".into(),
            as_at: "2022-05-11".into(),
            filters: vec![("cohort".into(), vec!["6".into()])],
            accepted: vec!["refresh-unknown".into()],
            practices: vec!["A81001".into()],
            counts: vec![("people", people)],
            outputs: vec![LoggedOutput::of("-", b"x")],
        }
    }

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
            lines.push(line(&entry(people), &context, &last));
            last = read_line(&lines[lines.len() - 1]).unwrap().hash;
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
        assert_eq!(
            verify(&b""[..]).unwrap(),
            LogCheck::Whole { lines: 0, last: NOTHING.to_owned(), failed: 0, open: vec![] }
        );
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

    #[test]
    fn an_output_without_an_outcome_shows() {
        let mut lines = log(3);
        let hash = |line: &str| read_line(line).unwrap().hash;
        let whole = |lines: &[String]| match check(lines) {
            LogCheck::Whole { failed, open, .. } => (failed, open),
            LogCheck::Broken { line, why } => panic!("line {line}: {why}"),
        };
        assert_eq!(whole(&lines), (0, vec![1, 2, 3]));
        for (of, outcome) in [(2, OutputOutcome::Written), (0, OutputOutcome::Failed)] {
            lines.push(outcome_line(&hash(&lines[of]), outcome, "2022-05-11T06:00:01Z", &hash(lines.last().unwrap())));
        }
        assert_eq!(whole(&lines), (1, vec![2]));
        // Twice, and of nothing.
        for of in [hash(&lines[0]), NOTHING.to_owned()] {
            let mut wrong = lines.clone();
            wrong.push(outcome_line(&of, OutputOutcome::Written, "", &hash(lines.last().unwrap())));
            assert!(matches!(check(&wrong), LogCheck::Broken { line: 6, .. }));
        }
    }

    #[test]
    fn a_log_of_the_time_before_outcomes_is_as_it_was_written() {
        // Written by a version that knew none.
        let body = format!(r#"{{"time":"2022-05-11T06:00:00Z","command":"patients","previous":"{NOTHING}""#);
        let former = format!("{body},\"hash\":\"{}\"}}", LoggedOutput::of("", body.as_bytes()).sha256);
        match check(&[former]) {
            LogCheck::Whole { lines: 1, open, .. } => assert!(open.is_empty()),
            other => panic!("{other:?}"),
        }
    }
}
