//! How a person is addressed and reached: nobody's addresses, phones and e-mail.

use crate::sample::names::{COUNTIES, FIRST_PARTS, STREETS, TOWN_ENDS};
use crate::sample::people::PatientAnomaly;
use crate::sample::people::SyntheticPerson;
use crate::sample::random::Rng;
use crate::sample::text;

impl SyntheticPerson {
    /// The title.
    pub fn title(&self, rng: &mut Rng) -> &'static [u8] {
        let roll = rng.below(100);
        match (self.gender, self.age) {
            (2, ..18) => b"Miss",
            (_, ..16) => b"Master",
            (..) if roll < 2 => b"Dr",
            (2, _) if roll < 50 => b"Mrs",
            (2, _) if roll < 75 => b"Ms",
            (2, _) => b"Miss",
            _ => b"Mr",
        }
    }

    /// Adds four address lines and the postcode, each with its comma.
    pub fn address(&self, rng: &mut Rng, out: &mut Vec<u8>) {
        let (number, street) = (1 + rng.below(180), (rng.pick(&FIRST_PARTS), rng.pick(&STREETS)));
        let locality = rng.below(3) == 0;
        // People of a practice live in one town.
        let town = usize::from(self.home);
        match self.patient_anomaly {
            Some(PatientAnomaly::EmailOnly | PatientAnomaly::LandlineOnly | PatientAnomaly::NoContact) => {
                out.extend_from_slice(b",,,,,");
                return;
            }
            Some(PatientAnomaly::BrokenAddress) => out.extend_from_slice(b"\"Flat 2\nThe \"\"Old\"\" Mill, \""),
            _ => {
                text::number(out, number);
                out.push(b' ');
                out.extend_from_slice(street.0.as_bytes());
                out.push(b' ');
                out.extend_from_slice(street.1.as_bytes());
            }
        }
        out.push(b',');
        if locality {
            out.extend_from_slice(FIRST_PARTS[(town * 7 + 3) % FIRST_PARTS.len()].as_bytes());
            out.extend_from_slice(b" Green");
        }
        out.push(b',');
        out.extend_from_slice(FIRST_PARTS[(town * 5 + 1) % FIRST_PARTS.len()].as_bytes());
        out.extend_from_slice(TOWN_ENDS[town % TOWN_ENDS.len()].as_bytes());
        out.push(b',');
        out.extend_from_slice(COUNTIES[town % COUNTIES.len()].as_bytes());
        out.push(b',');
        self.postcode(out);
        out.push(b',');
    }

    /// Adds the postcode: a real area, as whoever posts letters demands, with a
    /// district from 70 to 79, which none of these areas has.
    pub fn postcode(&self, out: &mut Vec<u8>) {
        const AREAS: [&[u8]; 10] = [b"LS", b"BD", b"HX", b"HD", b"WF", b"HG", b"YO", b"HU", b"OL", b"DN"];
        let town = usize::from(self.home);
        out.extend_from_slice(AREAS[town % AREAS.len()]);
        text::number(out, 70 + u32::from(self.home / 10 % 10));
        out.push(b' ');
        let letters = b"ABDEFGHJLNPQRSTUWXYZ";
        let letter = |place: u32| letters[usize::try_from(self.identity / place % 20).unwrap_or(0)];
        text::number(out, self.identity % 9 + 1);
        out.push(letter(9));
        out.push(letter(180));
    }

    /// Adds mobile, home telephone and e-mail address, each with its comma:
    /// numbers and domains that Ofcom and the IETF keep for fiction and examples.
    pub fn contacts(&self, rng: &mut Rng, out: &mut Vec<u8>) {
        let (mobile, landline, style) = (rng.below(1000), rng.below(1000), rng.below(100));
        let anomaly = self.patient_anomaly;
        let alone = matches!(
            anomaly,
            Some(PatientAnomaly::EmailOnly | PatientAnomaly::LandlineOnly | PatientAnomaly::NoContact)
        );
        let has_mobile = rng.chance(if self.age >= 80 { 640 } else { 930 });
        let has_landline = rng.chance(if self.age >= 65 { 750 } else { 260 });
        let has_email = rng.chance(if self.age >= 75 { 330 } else { 660 });
        match anomaly {
            Some(PatientAnomaly::NoMobile | PatientAnomaly::MobileAtHome) => {}
            Some(PatientAnomaly::MobileInternational) => phone(out, b"+447700900", mobile, b""),
            Some(PatientAnomaly::MobileBrackets) => phone(out, b"+44 (0)7700-900-", mobile, b""),
            Some(PatientAnomaly::MobileNoZero) => phone(out, b"7700 900", mobile, b""),
            Some(PatientAnomaly::MobileText) => phone(out, b"07700 900", mobile, b" (wife)"),
            Some(PatientAnomaly::LandlineAsMobile) => phone(out, b"01632 960", landline, b""),
            _ if alone || !has_mobile => {}
            _ if style < 84 => phone(out, b"07700900", mobile, b""),
            _ if style < 94 => phone(out, b"07700 900", mobile, b""),
            _ if style < 97 => phone(out, b"07700 900 ", mobile, b""),
            _ => phone(out, b"+44 7700 900", mobile, b""),
        }
        out.push(b',');
        match anomaly {
            Some(PatientAnomaly::MobileAtHome) => phone(out, b"07700900", mobile, b""),
            Some(PatientAnomaly::LandlineOnly | PatientAnomaly::NoMobile) => phone(out, b"01632 960", landline, b""),
            _ if !alone && has_landline => phone(out, b"01632 960", landline, b""),
            _ => {}
        }
        out.push(b',');
        if anomaly == Some(PatientAnomaly::EmailOnly) || (!alone && has_email) {
            self.email(style, out);
        }
        out.push(b',');
    }

    fn email(&self, style: u32, out: &mut Vec<u8>) {
        let letters = |text: &str, out: &mut Vec<u8>| {
            out.extend(text.bytes().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase()));
        };
        letters(self.forename, out);
        out.push(b'.');
        letters(self.surname.0, out);
        letters(self.surname.1, out);
        text::number(out, self.identity % 10_000);
        out.extend_from_slice(if style.is_multiple_of(2) { b"@example.org" } else { b"@example.com" });
    }
}

/// Adds a phone number: its beginning, three digits, and what follows.
fn phone(out: &mut Vec<u8>, start: &[u8], last: u32, after: &[u8]) {
    out.extend_from_slice(start);
    text::digits(out, last, 3);
    out.extend_from_slice(after);
}
