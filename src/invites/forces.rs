//! Addresses of the British Forces Post Office.

/// The marks of a number of the British Forces Post Office.
const BFPO: &str = "BFPO";

/// Words of places where people of the forces live and work; no name of a country holds one.
const QUARTERS: [&str; 60] = [
    "avenue",
    "barracks",
    "battalion",
    "battery",
    "block",
    "box",
    "brigade",
    "building",
    "camp",
    "clinic",
    "close",
    "company",
    "corps",
    "court",
    "crescent",
    "depot",
    "detachment",
    "division",
    "drive",
    "flat",
    "flight",
    "gardens",
    "garrison",
    "grove",
    "headquarters",
    "hms",
    "hospital",
    "house",
    "hq",
    "lane",
    "lines",
    "mess",
    "mod",
    "nursery",
    "place",
    "platoon",
    "quarters",
    "raf",
    "regiment",
    "rfa",
    "road",
    "room",
    "school",
    "sfa",
    "ship",
    "sp",
    "square",
    "squadron",
    "ssvc",
    "street",
    "submarine",
    "surgery",
    "terrace",
    "troop",
    "walk",
    "ward",
    "way",
    "wing",
    "workshop",
    "yard",
];

/// The parts of the United Kingdom and what lies about it, as people end an address with them.
const HOME: [&str; 19] = [
    "uk",
    "u k",
    "gb",
    "g b",
    "united kingdom",
    "great britain",
    "britain",
    "england",
    "scotland",
    "wales",
    "cymru",
    "northern ireland",
    "jersey",
    "guernsey",
    "alderney",
    "sark",
    "isle of man",
    "channel islands",
    "kernow",
];

/// Whether a postcode, in capitals and with single spaces, is a number of the
/// British Forces Post Office, which stands in the place of one: `BFPO 57`,
/// also `BFPO C/O 57` (Ministry of Defence, *BFPO locations*). GOV.UK Notify
/// takes no other spaces.
pub fn is_bfpo(code: &str) -> bool {
    let after = |text: &str, start: &str| text.strip_prefix(start).map(|rest| rest.trim_start().to_owned());
    let number = after(code, BFPO).map(|rest| after(&rest, "C/O").unwrap_or(rest));
    number.is_some_and(|number| (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Why an address of the forces is not written. What only names its number again
/// or a country at home is no line of it (GOV.UK Notify does not count it), and
/// its last line must be a place that is no country: a letter to the forces
/// names none, and the system refuses the file over one.
pub fn forces_fault<'a>(lines: impl IntoIterator<Item = &'a str>) -> Option<&'static str> {
    let own = lines.into_iter().map(words).filter(|words| {
        let joined = words.join(" ");
        !joined.starts_with("bfpo") && !HOME.contains(&joined.as_str())
    });
    match own.last() {
        None => Some("no address beside a BFPO number"),
        Some(words) => {
            let is_place =
                |word: &String| QUARTERS.contains(&word.as_str()) || word.bytes().any(|byte| byte.is_ascii_digit());
            (!words.iter().any(is_place)).then_some("a country or other place beside a BFPO number")
        }
    }
}

/// The words of a line, without what stands between them.
fn words(line: &str) -> Vec<String> {
    line.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_forces_post_office_number() {
        for code in ["BFPO1", "BFPO 57", "BFPO5765", "BFPOC/O57", "BFPO C/O 57"] {
            assert!(is_bfpo(code), "{code}");
        }
        for code in [
            "BFPO",
            "BFPO57A",
            "BFPO57651",
            "57",
            "BFP57",
            "BFPOC/O",
            "B F P O 57",
            "BF PO 57",
            "BFPO 5 7",
            "BFPO C / O 57",
        ] {
            assert!(!is_bfpo(code), "{code}");
        }
    }

    /// What GOV.UK Notify does not count, and what may be a country to it, sends nobody a letter.
    #[test]
    fn addresses_of_the_forces() {
        for lines in [
            &["Elder Barracks"][..],
            &["12 Signal Squadron", "BFPO 57"],
            &["14 Birch Close", "England"],
            &["Officers' Mess", "RAF Akrotiri"],
            &["Cyprus Barracks"],
        ] {
            assert_eq!(forces_fault(lines.iter().copied()), None, "{lines:?}");
        }
        for lines in [&["BFPO 57"][..], &["England"], &["U.K."], &["Channel Islands", "bfpo"], &[]] {
            assert_eq!(forces_fault(lines.iter().copied()), Some("no address beside a BFPO number"), "{lines:?}");
        }
        for country in
            ["Cyprus", "FALKLAND  ISLANDS,", "Akrotiri", "Deutschland", "DE", "America", "Kingdom of Norway", "Egyt"]
        {
            let lines = ["Elder Barracks", country];
            let found = forces_fault(lines);
            assert_eq!(found, Some("a country or other place beside a BFPO number"), "{country}");
        }
    }
}
