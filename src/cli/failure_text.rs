//! A failure as it is said.

use std::ffi::OsString;

use clap::builder::StyledStr;

use crate::domain::{Foreign, LONGEST_SHOWN, safe_lines};
use crate::exit::Failure;

/// A failure in words, or as JSON. What was typed may have been somebody's
/// number, or forge a line: it goes through the gate.
pub fn failure_text(failure: &Failure, args: &[OsString], as_json: bool) -> String {
    let message = without_forged_lines(&failure.to_string(), args.iter().map(|arg| arg.to_string_lossy()));
    let message = safe_lines(&message);
    if as_json {
        serde_json::json!({"error": {"code": failure.exit.code(), "kind": failure.exit.kind(), "message": message}})
            .to_string()
    } else {
        format!("vaxdash: {message}")
    }
}

/// The message with what was typed in it as it may be shown. The parser of the
/// command line quotes it as it is, whole or in parts, with or without the
/// sequences that steer a terminal.
pub fn without_forged_lines(message: &str, typed: impl Iterator<Item = impl AsRef<str>>) -> String {
    let is_risky =
        |text: &str| text.contains(char::is_control) || text.len() > LONGEST_SHOWN || text.contains(is_line_break);
    let mut message = message.to_owned();
    for text in typed {
        let text = text.as_ref();
        let named = text.split_once('=').map(|(_, value)| value);
        let wholes = [Some(text), named].into_iter().flatten();
        let parts = wholes.flat_map(|whole| [whole].into_iter().chain(whole.split(',')));
        let parts = parts.flat_map(|part| [part, part.trim()]).filter(|part| is_risky(part));
        let mut quoted: Vec<(String, Foreign)> = parts
            .flat_map(|part| {
                let stripped = StyledStr::from(part.to_owned()).to_string();
                [part.to_owned(), stripped].map(|quoted| (quoted, Foreign::new(part)))
            })
            .filter(|(quoted, _)| is_risky(quoted))
            .collect();
        // The longest first: the others are parts of it.
        quoted.sort_by_key(|(quoted, _)| std::cmp::Reverse(quoted.len()));
        for (quoted, shown) in quoted {
            message = message.replace(&quoted, shown.shown());
        }
    }
    message
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_parser_took_sequences_out_of_is_known_again() {
        let message = without_forged_lines("invalid value 'ab\nc'", ["a\u{1b}[2Jb\nc"].iter());
        assert_eq!(message, "invalid value 'a\\u{1b}[2Jb c'");
    }

    #[test]
    fn what_was_typed_forges_no_line_and_shows_no_number() {
        let typed: Vec<OsString> = ["uptake", "--as-at=x\nvaxdash: all is well", "--pcn", "a,\u{1b}[2J,999 000 0018"]
            .map(OsString::from)
            .to_vec();
        let failure = Failure::usage("invalid value 'x\nvaxdash: all is well' and '\u{1b}[2J' and 999 000 0018\n\nTip");
        assert_eq!(
            failure_text(&failure, &typed, false),
            "vaxdash: invalid value 'x vaxdash: all is well' and '\\u{1b}[2J' and 999****018\n\nTip"
        );
        let long = "x".repeat(5000);
        assert!(failure_text(&Failure::usage(format!("no {long}")), &[long.into()], false).len() < 400);
    }
}
