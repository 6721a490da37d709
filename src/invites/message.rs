//! The length of text messages: what GOV.UK Notify counts, and so charges,
//! when it fills in a template (its published source, *notifications-utils*).

use std::collections::BTreeSet;

/// The basic alphabet of GSM 03.38, in which a message has 160 characters.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1b}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                     ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Its extension: each of these takes two.
const EXTENSION: &str = "^{}\\[~]|€";
/// Characters a message of one fragment has, and one fragment of several: in
/// that alphabet, and in UCS-2, which anything beyond it needs.
const GSM: (usize, usize) = (160, 153);
const UCS_2: (usize, usize) = (70, 67);
/// The longest message that GOV.UK Notify takes.
const LONGEST: usize = 918;

/// A template of a text message, with its placeholders.
#[derive(Debug, Clone)]
pub struct MessageTemplate {
    parts: Vec<Part>,
}

/// A part of a template.
#[derive(Debug, Clone)]
enum Part {
    /// Text as it is.
    Text(String),
    /// The cell of a column.
    Cell(usize),
    /// Text that is there only where the cell of a column says yes.
    Where(usize, String),
}

/// How long one message is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageLength {
    /// Characters, those of the extension counted as one.
    pub characters: usize,
    /// What is paid for.
    pub fragments: usize,
    /// The characters that make it UCS-2; none where it is GSM-7.
    pub beyond_gsm: BTreeSet<char>,
}

impl MessageLength {
    /// Whether GOV.UK Notify refuses it for its length.
    #[must_use]
    pub const fn is_too_long(&self) -> bool {
        self.characters > LONGEST
    }
}

impl MessageTemplate {
    /// Reads a template for a file with these headers.
    ///
    /// # Errors
    /// The placeholders that are none of the headers, as they are typed.
    pub fn read(text: &str, headers: &[&str]) -> Result<Self, Vec<String>> {
        let (mut parts, mut unknown, mut rest) = (Vec::new(), Vec::new(), text);
        while let Some((before, inside, after)) = next_placeholder(rest) {
            parts.push(Part::Text(before.to_owned()));
            let (name, conditional) = inside.split_once("??").map_or((inside, None), |(name, text)| (name, Some(text)));
            match headers.iter().position(|header| key(header) == key(name)) {
                Some(column) => parts.push(match conditional {
                    None => Part::Cell(column),
                    Some(text) => Part::Where(column, text.to_owned()),
                }),
                None => unknown.push(name.trim().to_owned()),
            }
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        if unknown.is_empty() { Ok(Self { parts }) } else { Err(unknown) }
    }

    /// The message that a row gets.
    #[must_use]
    pub fn filled(&self, cells: &[String]) -> String {
        let cell = |column: &usize| cells.get(*column).map(String::as_str).unwrap_or_default();
        let text: String = self
            .parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text.as_str(),
                Part::Cell(column) => cell(column),
                Part::Where(column, text) if says_yes(cell(column)) => text.as_str(),
                Part::Where(..) => "",
            })
            .collect();
        tidied(&text)
    }
}

/// How long a message is that has been filled in.
#[must_use]
pub fn length(message: &str) -> MessageLength {
    let characters = message.chars().count();
    let beyond_gsm: BTreeSet<char> =
        message.chars().filter(|c| !BASIC.contains(*c) && !EXTENSION.contains(*c)).collect();
    let (counted, (alone, each)) = if beyond_gsm.is_empty() {
        (characters + message.chars().filter(|c| EXTENSION.contains(*c)).count(), GSM)
    } else {
        (characters, UCS_2)
    };
    let fragments = if counted <= alone { 1 } else { counted.div_ceil(each) };
    MessageLength { characters, fragments, beyond_gsm }
}

/// The text before the first placeholder, what is inside it, and the rest.
fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(found) = text[from..].find("((") {
        // Of three brackets, the last two.
        let open = from + found + text[from + found..].find(|c| c != '(').unwrap_or(2) - 2;
        let inside = &text[open + 2..];
        let end = inside.find(['(', ')'])?;
        if end > 0 && inside[end..].starts_with("))") {
            return Some((&text[..open], &inside[..end], &inside[end + 2..]));
        }
        from = open + 2;
    }
    None
}

/// A name as names are compared: without case, spaces, hyphens and underscores.
fn key(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
}

fn says_yes(cell: &str) -> bool {
    ["yes", "y", "true", "t", "1", "include", "show"].contains(&cell.to_lowercase().as_str())
}

/// The message as it is sent: marks that mean the same in GSM-7, no spaces
/// before commas and full stops, around lines or in a row, no more than one
/// blank line, nothing around it all.
fn tidied(text: &str) -> String {
    let plain: String = text.chars().map(|c| in_gsm(c).map_or_else(|| c.to_string(), str::to_owned)).collect();
    let lines = plain.lines().map(|line| {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        words.replace(" ,", ",").replace(" .", ".")
    });
    let mut text = lines.collect::<Vec<_>>().join("\n");
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    text.trim().to_owned()
}

/// What GOV.UK Notify sends in place of a mark that means the same.
const fn in_gsm(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2011}' | '\u{2013}' | '\u{2014}' | '\u{2212}' => "-",
        '\u{2026}' => "...",
        '\u{2018}' | '\u{2019}' | '\u{201a}' => "'",
        '\u{201c}' | '\u{201d}' | '\u{201e}' => "\"",
        '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' | '\u{2028}' | '\u{2029}' => "",
        '\u{a0}' | '\u{202f}' | '\t' => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(message: &str) -> (usize, usize, String) {
        let MessageLength { characters, fragments, beyond_gsm } = length(&tidied(message));
        (characters, fragments, beyond_gsm.into_iter().collect())
    }

    #[test]
    fn fragments_of_hand_counted_messages() {
        for (message, characters, fragments, beyond) in [
            (String::new(), 0, 1, ""),
            ("a".repeat(160), 160, 1, ""),
            ("a".repeat(161), 161, 2, ""),
            ("a".repeat(306), 306, 2, ""),
            ("a".repeat(307), 307, 3, ""),
            ("a".repeat(918), 918, 6, ""),
            // Two each.
            ("€".repeat(80), 80, 1, ""),
            ("€".repeat(81), 81, 2, ""),
            (format!("{}[]", "a".repeat(156)), 158, 1, ""),
            (format!("{}[]", "a".repeat(157)), 159, 2, ""),
            // In the basic alphabet.
            ("à".repeat(160), 160, 1, ""),
            // Welsh letters that are not, and others.
            (format!("ŵ{}", "a".repeat(69)), 70, 1, "ŵ"),
            (format!("ŵ{}", "a".repeat(70)), 71, 2, "ŵ"),
            (format!("ŷ{}", "a".repeat(133)), 134, 2, "ŷ"),
            (format!("ŷ{}", "a".repeat(134)), 135, 3, "ŷ"),
            ("ê â ŵ".to_owned(), 5, 1, "âêŵ"),
            ("Łukasz".to_owned(), 6, 1, "Ł"),
            // Of the extension, one in UCS-2.
            (format!("ŵ{}", "€".repeat(69)), 70, 1, "ŵ"),
            // Marks that are replaced.
            ("‘a’ – “b”…".to_owned(), 12, 1, ""),
            ("a\u{a0}b\u{200b}\tc".to_owned(), 5, 1, ""),
            // Space that is not sent.
            ("  a  b , c .  \r\n\r\n\r\n\r\nd \n".to_owned(), 10, 1, ""),
        ] {
            assert_eq!(counted(&message), (characters, fragments, beyond.to_owned()), "{message}");
        }
        assert!(length(&"a".repeat(919)).is_too_long() && !length(&"a".repeat(918)).is_too_long());
    }

    #[test]
    fn placeholders_are_filled_in() {
        let headers = ["phone number", "first name", "due date"];
        let cells = ["07700900001", "Ada", "11/05/2022"].map(str::to_owned);
        let filled = |text: &str| MessageTemplate::read(text, &headers).map(|template| template.filled(&cells));
        for (text, message) in [
            ("Hello ((first name)), due ((due date)).", "Hello Ada, due 11/05/2022."),
            ("((First_Name)) ((FIRST-NAME)) ((firstname))", "Ada Ada Ada"),
            ("(((first name))) (a) ((", "(Ada) (a) (("),
            ("(()) ((first name", "(()) ((first name"),
            ("((first name??You are Ada)) end", "end"),
            ("no name", "no name"),
        ] {
            assert_eq!(filled(text).as_deref(), Ok(message), "{text}");
        }
        assert_eq!(filled("((surname)) ((first name)) ((nhs))"), Err(vec!["surname".to_owned(), "nhs".to_owned()]));
        let yes = ["x", "Yes", "z"].map(str::to_owned);
        let template = MessageTemplate::read("((first name??shown))", &headers).unwrap();
        assert_eq!(template.filled(&yes), "shown");
    }
}
