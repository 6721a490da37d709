//! UK mobile numbers (Ofcom National Telephone Numbering Plan).

/// The mobile number in a cell, as `07700900123`; `None` where the cell holds
/// anything else.
///
/// `+44`, `0044`, `(0)`, spaces, dashes, dots and a missing leading 0 are
/// understood. 070 (personal numbers) and 076 (pagers, except 07624, the Isle
/// of Man) are not mobiles. Free text beside the number makes it unusable.
#[must_use]
pub fn uk_mobile(cell: &str) -> Option<String> {
    let mut digits = String::with_capacity(16);
    for c in cell.trim().chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => digits.push(c),
            ' ' | '\u{a0}' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '.' | '(' | ')' => {}
            _ => return None,
        }
    }
    let international = ["+44", "0044"].iter().find_map(|prefix| digits.strip_prefix(prefix));
    // `44…` without the plus has twelve digits; a national number never has.
    let without_plus = || digits.strip_prefix("44").filter(|rest| rest.len() == 10);
    let national = international.or_else(without_plus).unwrap_or(&digits);
    let subscriber = national.strip_prefix('0').unwrap_or(national);
    let is_mobile = subscriber.len() == 10
        && subscriber.starts_with('7')
        && !subscriber.starts_with("70")
        && (!subscriber.starts_with("76") || subscriber.starts_with("7624"));
    is_mobile.then(|| format!("0{subscriber}"))
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
            "+447700900123",
            "+44 (0)7700 900 123",
            "0044 7700 900123",
            "447700900123",
            "7700900123",
            "(07700) 900123",
            "\u{a0}07700\u{a0}900123 ",
        ] {
            assert_eq!(uk_mobile(cell).as_deref(), Some("07700900123"), "{cell}");
        }
        assert_eq!(uk_mobile("07624 900123").as_deref(), Some("07624900123"));
    }

    #[test]
    fn what_is_no_mobile() {
        for cell in [
            "",
            "07700900123 (wife)",
            "07700900123/07700900124",
            "0770090012",
            "077009001234",
            "01632960123",
            "07012345678",
            "07612345678",
            "+337700900123",
            "07700+900123",
            "+44 447700900123",
            "0044447700900123",
            "ex-directory",
        ] {
            assert_eq!(uk_mobile(cell), None, "{cell}");
        }
    }
}
