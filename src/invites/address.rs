//! Addresses to which the post delivers.

use super::forces::{forces_fault, is_bfpo};
use super::invisible::{as_seen, is_blank};
use super::postcode::is_postcode;
use crate::domain::Contact;

/// Lines of a letter's address beside the postcode: the name and five lines.
pub const LINES: usize = 6;

/// What makes a line of text an address for nobody.
const NO_ABODE: [&str; 2] = ["no fixed abode", "no fixed address"];

/// An address as a letter needs it.
#[derive(PartialEq, Eq)]
pub struct LetterAddress {
    /// The name, then the lines of the address without gaps: 2 to 6. With the
    /// postcode they are the 3 to 7 that GOV.UK Notify asks for.
    pub lines: Vec<String>,
    /// The postcode as written.
    pub postcode: String,
}

impl std::fmt::Debug for LetterAddress {
    /// Never prints where somebody lives.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LetterAddress(hidden)")
    }
}

/// The address of a person, or why no letter can be sent.
///
/// The post cannot deliver to people of no fixed abode, to the pseudo
/// postcodes of the NHS (ZZ99 … for no abode, abroad or not known, ZZZ …), or
/// without a name, a line and a postcode (ODS *pseudo country postcodes*;
/// GOV.UK Notify, *Send letters*), nor to a postcode of an area that does not
/// exist. Whether a postcode is in use is not known. `BFPO 57` stands as one.
pub fn letter_address(contact: &Contact) -> Result<LetterAddress, &'static str> {
    let name: Vec<&str> = [&contact.title, &contact.forename, &contact.surname]
        .map(|part| trimmed(part))
        .into_iter()
        .filter(|part| !is_blank(part))
        .collect();
    if is_blank(&contact.forename) && is_blank(&contact.surname) {
        return Err("no name");
    }
    let name = name.join(" ");
    // A line of nothing but punctuation is no line.
    let lines: Vec<&String> = contact.address.iter().filter(|line| line.chars().any(char::is_alphanumeric)).collect();
    if lines.iter().any(|line| is_no_abode(line)) || is_no_abode(&name) {
        return Err("no fixed abode");
    }
    let parts: Vec<&str> = contact.postcode.split_whitespace().collect();
    let (postcode, spaced) = (parts.concat().to_uppercase(), parts.join(" ").to_uppercase());
    if postcode.starts_with("ZZ99") || postcode.starts_with("ZZZ") {
        return Err("a pseudo postcode: no fixed abode, abroad or not known");
    }
    if lines.is_empty() {
        return Err("no address");
    }
    if postcode.is_empty() {
        return Err("no postcode");
    }
    if is_bfpo(&spaced) {
        forces_fault(lines.iter().map(|line| line.as_str())).map_or(Ok(()), Err)?;
    } else if !is_postcode(&postcode) {
        return Err("not a UK postcode");
    }
    // GOV.UK Notify refuses a file whose first two lines are in another script, the name being the first of them.
    let has_latin = |line: &str| line.bytes().any(|byte| byte.is_ascii_alphanumeric());
    if !has_latin(&name) || !lines.first().is_some_and(|line| has_latin(line)) {
        return Err("no letter from A to Z and no digit in the name or the first line");
    }
    if lines.len() >= LINES {
        return Err("more lines than a letter has");
    }
    let lines = std::iter::once(name).chain(lines.into_iter().cloned()).collect();
    Ok(LetterAddress { lines, postcode: contact.postcode.clone() })
}

fn trimmed(cell: &str) -> &str {
    cell.trim_matches([' ', '\u{a0}'])
}

fn is_no_abode(line: &str) -> bool {
    let line = as_seen(line).to_lowercase();
    let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    let text = words.join(" ");
    let is_initials = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).eq("nfa".chars());
    NO_ABODE.iter().any(|phrase| text.contains(phrase))
        || is_initials(&text)
        || words.iter().any(|word| is_initials(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(address: &[&str], postcode: &str) -> Contact {
        Contact {
            title: "Ms".to_owned(),
            forename: "Ada".to_owned(),
            surname: "Fell".to_owned(),
            address: address.iter().map(|line| (*line).to_owned()).collect(),
            postcode: postcode.to_owned(),
            ..Contact::default()
        }
    }

    #[test]
    fn the_name_is_the_first_line_and_the_postcode_the_last() {
        let full = contact(&["Flat 1", "2 High Street", "Green", "Elderton", "Midshire"], "LS71 1AA");
        let address = letter_address(&full).unwrap();
        assert_eq!(address.lines, ["Ms Ada Fell", "Flat 1", "2 High Street", "Green", "Elderton", "Midshire"]);
        let short = letter_address(&contact(&["2 High Street", " ,"], "ls711aa")).unwrap();
        assert_eq!((short.lines.len() + 1, short.postcode.as_str()), (3, "ls711aa"));
        let forces = letter_address(&contact(&["Elder Barracks"], "bfpo 57")).unwrap();
        assert_eq!(forces.postcode, "bfpo 57");
        // A country, too, beside a postcode.
        assert!(letter_address(&contact(&["2 High Street", "Cyprus"], "LS71 1AA")).is_ok());
        let unnamed = Contact { title: " ".to_owned(), forename: String::new(), ..full };
        assert_eq!(letter_address(&unnamed).unwrap().lines[0], "Fell");
    }

    #[test]
    fn addresses_to_which_nothing_is_sent() {
        for (address, postcode, because) in [
            (&[][..], "LS71 1AA", "no address"),
            (&[".", " - "], "LS71 1AA", "no address"),
            (&["2 High Street"], "", "no postcode"),
            (&["2 High Street"], "LS71", "not a UK postcode"),
            (&["2 High Street"], "QQ71 1AA", "not a UK postcode"),
            (&["2 High Street"], "GX11 1AA", "not a UK postcode"),
            (&["2 High Street"], "ZZ99 3VZ", "pseudo"),
            (&["2 High Street"], "zz993cz", "pseudo"),
            (&["2 High Street"], "ZZZ99 9ZZ", "pseudo"),
            (&["2 High Street"], "ZZZ", "pseudo"),
            (&["No Fixed Abode"], "LS71 1AA", "abode"),
            (&["Of no  fixed ABODE", "Elderton"], "LS71 1AA", "abode"),
            (&["c/o Day Centre", "no fixed address"], "LS71 1AA", "abode"),
            (&["NFA"], "LS71 1AA", "abode"),
            (&["N.F.A."], "", "abode"),
            (&["N F A"], "LS71 1AA", "abode"),
            (&["nfa, Elderton"], "LS71 1AA", "abode"),
            (&["No fixed\u{200b} abode"], "LS71 1AA", "abode"),
            (&["1", "2", "3", "4", "5", "6"], "LS71 1AA", "lines"),
            (&["東京", "Elderton"], "LS71 1AA", "A to Z"),
            (&["½", "Elderton"], "LS71 1AA", "A to Z"),
            (&["Elder Barracks", "Cyprus"], "BFPO 57", "country"),
            (&["BFPO 57"], "BFPO 57", "no address"),
            (&["Elder Barracks"], "BFPO 5 7", "not a UK postcode"),
        ] {
            let found = letter_address(&contact(address, postcode)).unwrap_err();
            assert!(found.contains(because), "{address:?} {postcode}: {found}");
        }
        let nobody =
            Contact { forename: " ".to_owned(), surname: String::new(), ..contact(&["2 High Street"], "LS71 1AA") };
        assert_eq!(letter_address(&nobody), Err("no name"));
        let named = |title: &str, forename: &str, surname: &str| {
            let [title, forename, surname] = [title, forename, surname].map(str::to_owned);
            letter_address(&Contact { title, forename, surname, ..contact(&["2 High Street"], "LS71 1AA") }).err()
        };
        assert_eq!(named("", "\u{2060}", "\u{200d}"), Some("no name"));
        assert_eq!(named("", "No Fixed", "Abode"), Some("no fixed abode"));
        assert!(named("", "Ольга", "Иванова").is_some_and(|why| why.contains("A to Z")));
        assert_eq!(named("Ms", "Ольга", "Иванова"), None);
        // Words that hold the letters are no such words.
        assert!(letter_address(&contact(&["2 Danfast Road"], "LS71 1AA")).is_ok());
    }
}
