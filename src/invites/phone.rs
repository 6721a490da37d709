//! UK telephone numbers (Ofcom National Telephone Numbering Plan).

use crate::domain::undecorated;

/// Marks that stand in cells copied from an address book and show nothing.
const INVISIBLE: [char; 8] =
    ['\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202c}', '\u{2066}', '\u{2069}', '\u{feff}'];
/// The dashes that people and programs write.
const DASHES: [char; 7] = ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}'];

/// The mobile number in a cell, as `07700900123`; `None` where the cell holds
/// anything else.
///
/// `+44`, `0044`, `(0)`, spaces, dashes, dots and a missing leading 0 are
/// understood, and so are the slips that make one number in thirty invalid: a
/// plus before the national number, `0+44`, leading zeros too many (GOV.UK
/// Notify's validator forgives the same), and what a spreadsheet puts around a
/// number (specification 8.1). 070 (personal numbers) and 076 (pagers, except 07624, the Isle
/// of Man) are not mobiles. Free text beside the number makes it unusable.
#[must_use]
pub fn uk_mobile(cell: &str) -> Option<String> {
    let subscriber = subscriber(cell)?;
    is_mobile(&subscriber).then(|| format!("0{subscriber}"))
}

/// The number in a cell that a person can be rung up on, as `01632960123`:
/// a mobile, a geographic number (01, 02), or another that is neither a pager
/// or personal number nor charged at a premium rate (03, 05, 08); read as
/// [`uk_mobile`] does.
#[must_use]
pub fn uk_phone(cell: &str) -> Option<String> {
    let subscriber = subscriber(cell)?;
    let length = subscriber.len();
    let is_number = match subscriber.as_bytes() {
        // Some areas and some freephone numbers are a digit shorter.
        [b'1' | b'8', ..] => length == 10 || length == 9,
        [b'2' | b'3' | b'5', ..] => length == 10,
        _ => is_mobile(&subscriber),
    };
    is_number.then(|| format!("0{subscriber}"))
}

fn is_mobile(subscriber: &str) -> bool {
    subscriber.len() == 10
        && subscriber.starts_with('7')
        && !subscriber.starts_with("70")
        && (!subscriber.starts_with("76") || subscriber.starts_with("7624"))
}

/// The digits of a UK number without the leading 0; `None` where the cell
/// holds anything beside a number, or a number of another country.
fn subscriber(cell: &str) -> Option<String> {
    let cell = std::str::from_utf8(undecorated(cell.as_bytes())).unwrap_or(cell);
    let (mut digits, mut plus) = (String::with_capacity(16), false);
    for c in cell.trim().chars() {
        match c {
            '0'..='9' => digits.push(c),
            // Before the number, or after a 0 that was put before `+44`.
            '+' if !plus && digits.bytes().all(|digit| digit == b'0') => plus = true,
            '.' | '(' | ')' => {}
            _ if DASHES.contains(&c) || INVISIBLE.contains(&c) || (c.is_whitespace() && !c.is_control()) => {}
            _ => return None,
        }
    }
    let significant = digits.trim_start_matches('0');
    let zeros = digits.len() - significant.len();
    let of_country = |digits: &str| digits.strip_prefix("44").map(|rest| rest.trim_start_matches('0').to_owned());
    // `44…` without plus or 00 is a country's code only where a whole number follows.
    let international = of_country(significant).filter(|rest| rest.len() == 10 || plus || zeros >= 2);
    if let Some(rest) = international {
        return is_whole(&rest).then_some(rest);
    }
    // Zeros too many, or a plus before the 0: of a mobile alone. Other countries' numbers begin with 00, too.
    let is_slip = zeros >= 2 || plus;
    let is_national = if is_slip { zeros > 0 && is_mobile(significant) } else { zeros == 1 || significant.len() >= 10 };
    (is_national && is_whole(significant)).then(|| significant.to_owned())
}

/// Whether anything stands after the zeros.
fn is_whole(significant: &str) -> bool {
    significant.starts_with(|c: char| ('1'..='9').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_mobile() {
        for cell in [
            "07700900123",
            "07700 900123",
            "07700-900-123",
            "07700\u{2013}900\u{2212}123",
            "+447700900123",
            "+44 (0)7700 900 123",
            "0044 7700 900123",
            "0044 (0) 7700 900123",
            "44 (0)7700 900123",
            "447700900123",
            "7700900123",
            "(07700) 900123",
            "(+44) 7700 900123",
            "\u{a0}07700\u{a0}900123 ",
            "07700\u{202f}900\u{2009}123",
            "\u{202a}+44 7700 900123\u{202c}",
            "+07700900123",
            "0+447700900123",
            "000007700900123",
            "0+44(0)7700900123",
            "+44 00 7700 900123",
            "7700900123.0",
            "'07700900123",
            "=\"07700900123\"",
            "\"07700 900123\"",
        ] {
            assert_eq!(uk_mobile(cell).as_deref(), Some("07700900123"), "{cell}");
            assert_eq!(uk_phone(cell).as_deref(), Some("07700900123"), "{cell}");
        }
        assert_eq!(uk_mobile("07624 900123").as_deref(), Some("07624900123"));
    }

    #[test]
    fn what_is_no_mobile() {
        for cell in [
            "",
            "07700900123 (wife)",
            "07700900123 ext 4",
            "mob 07700900123",
            "07700900123/07700900124",
            "07700900123, 07700900124",
            "07700\t900123",
            "07700\n900123",
            "0770090012",
            "077009001234",
            "01632960123",
            "07012345678",
            "07612345678",
            "+337700900123",
            "+7700900123",
            "++447700900123",
            "07+700900123",
            "07700+900123",
            "+44 447700900123",
            "0044447700900123",
            "00",
            "+",
            "\u{ff10}7700900123",
            "ex-directory",
        ] {
            assert_eq!(uk_mobile(cell), None, "{cell}");
        }
    }

    #[test]
    fn numbers_that_can_be_rung_up() {
        for cell in ["01632 960123", "(01632) 960 123", "+44 (0)1632 960123", "0044 1632 960123", "1632960123"] {
            assert_eq!(uk_phone(cell).as_deref(), Some("01632960123"), "{cell}");
            assert_eq!(uk_mobile(cell), None, "{cell}");
        }
        // Shorter numbers, other ranges.
        for (cell, number) in [("01632 96012", "0163296012"), ("0800 0000", ""), ("08000 00000", "0800000000")] {
            assert_eq!(uk_phone(cell).unwrap_or_default(), number, "{cell}");
        }
        for cell in [
            "",
            "163296012",
            "0163296012345",
            "0163 2960",
            "07612345678",
            "07012345678",
            "0900 0000000",
            "+33 1632960123",
            "01632960123 (daughter)",
            "01632 960123 x2",
            "9990000018",
            "4000000000",
            // Of Gambia and Belgium, not extra zeros.
            "0022 01234567",
            "00322 1234567",
            "+01632960123",
        ] {
            assert_eq!(uk_phone(cell), None, "{cell}");
        }
    }
}
