//! Rows of `patients.csv` and `immunosuppressed.csv`.

use crate::domain::{Flag, Flags, Named};
use crate::sample::calendar::{civil, day};
use crate::sample::numbers::PEOPLE;
use crate::sample::people::PatientAnomaly;
use crate::sample::people::{EdgeCase, edge_case};
use crate::sample::people::{SyntheticPerson, place_among_listed};
use crate::sample::practices::Registration;
use crate::sample::random::{Rng, Stream};
use crate::sample::text;
use crate::sample::world::World;

/// The header of `patients.csv`, without its flags.
const HEADER: [&[u8]; 2] = [
    b"NHS Number,Title,Forename,Surname,Date of Birth,Gender,Address 1,Address 2,Address 3,Address 4,Postcode,\
      Practice code,Mobile Telephone,Home Telephone,E-mail Address,Ethnic Category,Date of death,Death status,\
      Sensitive flag,Reason for removal",
    b",IMD decile,SMS consent\n",
];

/// The header of `immunosuppressed.csv`.
pub const LIST_HEADER: &[u8] = b"NHS Number,Data_Source,date_added\n";

/// Where the entries of the list of immunosuppressed people come from.
const LIST_SOURCES: [&[u8]; 4] =
    [b"Hospital episode", b"GP record", b"Specialist medicines", b"\"Cancer registry, treatment\""];

/// Adds the header of `patients.csv`.
pub fn header(out: &mut Vec<u8>) {
    out.extend_from_slice(HEADER[0]);
    for name in Flag::names() {
        out.push(b',');
        out.extend_from_slice(name.as_bytes());
    }
    out.extend_from_slice(HEADER[1]);
}

impl World {
    /// Adds the patient rows that belong to a place of the file; how many they are.
    pub fn patient_rows(&self, row: u32, out: &mut Vec<u8>) -> u64 {
        let person = self.person(row);
        let mut count = 1;
        self.patient_row(&person, out);
        match person.patient_anomaly {
            Some(PatientAnomaly::Repeated) => {
                self.patient_row(&person, out);
                count += 1;
            }
            Some(PatientAnomaly::RepeatedBadly) => {
                let bad = SyntheticPerson { patient_anomaly: Some(PatientAnomaly::BirthMissing), ..person };
                self.patient_row(&bad, out);
                count += 1;
            }
            _ => {}
        }
        if let Some(moved) = self.moved_to(row) {
            self.patient_row(&moved, out);
            count += 1;
        }
        count
    }

    /// The person half the file away, where that one has moved between practices:
    /// the other registration.
    fn moved_to(&self, row: u32) -> Option<SyntheticPerson> {
        let far = u64::from(row) + u64::from(self.rows / 2);
        let far = u32::try_from(far % u64::from(self.rows.max(1))).unwrap_or(0);
        let moved = far < PEOPLE
            && matches!(place_among_listed(far).and_then(edge_case), Some(EdgeCase::Patient(PatientAnomaly::Moved)));
        moved.then(|| {
            let person = self.person(far);
            let registration = Registration::Listed(self.another_practice(person.home, far));
            SyntheticPerson { registration, ..person }
        })
    }

    /// Whether the patient file and the list know that a person is immunosuppressed.
    fn immunosuppressed(&self, person: &SyntheticPerson) -> (bool, bool) {
        if !person.flags.any(Flags::IMMUNOSUPPRESSED) {
            return (false, false);
        }
        let known = self.list_rng(person).below(10);
        (known < 7, !(5..7).contains(&known))
    }

    fn list_rng(&self, person: &SyntheticPerson) -> Rng {
        Rng::new(self.seed, Stream::PatientRow, u64::from(person.identity) + (1 << 42))
    }

    /// Adds the rows of the list of immunosuppressed people that belong to a
    /// place; how many they are.
    pub fn list_rows(&self, row: u32, out: &mut Vec<u8>) -> u64 {
        let person = self.person(row);
        // One unusable number is on the list too.
        let unusable = person.patient_anomaly == Some(PatientAnomaly::BadCheckDigit);
        if person.round > 0 || !(self.immunosuppressed(&person).1 || unusable) {
            return 0;
        }
        let mut rng = self.list_rng(&person);
        rng.draw();
        let count = 1 + u64::from(rng.chance(100));
        for _ in 0..count {
            person.nhs_number(out);
            out.push(b',');
            out.extend_from_slice(rng.pick(&LIST_SOURCES));
            out.push(b',');
            // Some were added after the as-at date: the list says so, and they are on it.
            text::slashed_date(out, self.as_at + 5 - rng.days(400));
            out.push(b'\n');
        }
        count
    }

    /// Adds one row of the patients file.
    fn patient_row(&self, person: &SyntheticPerson, out: &mut Vec<u8>) {
        let mut rng = Rng::new(self.seed, Stream::PatientRow, person.row.into());
        person.nhs_number(out);
        out.push(b',');
        out.extend_from_slice(person.title(&mut rng));
        out.push(b',');
        text::csv_cell(out, person.forename.as_bytes());
        out.push(b',');
        person.surname_cell(out);
        out.push(b',');
        self.birth(person, out);
        out.push(b',');
        match person.patient_anomaly {
            Some(PatientAnomaly::GenderWord) if person.gender == 2 => out.extend_from_slice(b"Female"),
            Some(PatientAnomaly::GenderWord) => out.extend_from_slice(b"Male"),
            Some(PatientAnomaly::GenderNine) => out.push(b'9'),
            Some(PatientAnomaly::GenderZero) => out.push(b'0'),
            _ => out.push(b'0' + person.gender),
        }
        out.push(b',');
        person.address(&mut rng, out);
        person.practice_code(out);
        out.push(b',');
        person.contacts(&mut rng, out);
        if person.patient_anomaly == Some(PatientAnomaly::OddEthnicity) {
            out.extend_from_slice(b"Q");
        } else {
            out.extend_from_slice(person.ethnicity.as_bytes());
        }
        out.push(b',');
        self.death_and_removal(person, &mut rng, out);
        self.flags(person, &mut rng, out);
        out.push(b',');
        match person.patient_anomaly {
            Some(PatientAnomaly::OddDecile) => out.extend_from_slice(b"11"),
            _ if rng.chance(12) => {}
            _ => text::number(out, u32::try_from(person.decile).unwrap_or(1)),
        }
        out.push(b',');
        let consent = rng.below(1000);
        out.extend_from_slice(match person.patient_anomaly {
            Some(PatientAnomaly::NoTexts) => b"declined",
            Some(PatientAnomaly::NoTextsShort) => b"N",
            _ if consent < 20 => b"declined",
            _ if consent < 300 => b"Y",
            _ => b"",
        });
        out.push(b'\n');
    }

    fn birth(&self, person: &SyntheticPerson, out: &mut Vec<u8>) {
        match person.patient_anomaly {
            Some(PatientAnomaly::BirthMissing) => {}
            Some(PatientAnomaly::BirthImpossible) => out.extend_from_slice(b"31/02/1980"),
            Some(PatientAnomaly::BirthTwoDigits) => out.extend_from_slice(b"12/03/58"),
            Some(PatientAnomaly::Over120) => text::slashed_date(out, day(civil(self.as_at).0 - 123, 6, 1)),
            _ => text::slashed_date(out, person.birth),
        }
    }

    /// Adds death, restriction and removal, with their commas.
    fn death_and_removal(&self, person: &SyntheticPerson, rng: &mut Rng, out: &mut Vec<u8>) {
        let died = self.as_at - 1 - rng.days(300);
        let (year, month, _) = civil(died);
        let (year, month) = (u32::try_from(year).unwrap_or(0), u32::try_from(month).unwrap_or(1));
        let dead = rng.chance(if person.age >= 75 { 22 } else { 1 });
        let gone = rng.chance(3);
        let hidden = rng.chance(2);
        // Stories and awkward vaccination rows belong to people who are counted.
        let usual = person.patient_anomaly.is_none() && person.story.is_none() && !person.always_accepts;
        let mut status: &[u8] = b"";
        let mut sensitive: &[u8] = if usual && hidden { b"S" } else { b"" };
        let mut reason: &[u8] = if usual && gone && !dead { b"RDR" } else { b"" };
        match person.patient_anomaly {
            Some(PatientAnomaly::Dead) => text::slashed_date(out, died),
            Some(PatientAnomaly::DeadYear) => text::digits(out, year, 4),
            Some(PatientAnomaly::DeadMonth) => {
                text::digits(out, year, 4);
                out.push(b'-');
                text::digits(out, month, 2);
            }
            Some(PatientAnomaly::DeadCompactMonth) => text::digits(out, year * 100 + month, 6),
            Some(PatientAnomaly::DeadUnreadable) => out.extend_from_slice(b"last spring"),
            Some(PatientAnomaly::DeadStatusOne) => status = b"1",
            Some(PatientAnomaly::DeadStatusTwo) => status = b"2",
            Some(PatientAnomaly::DeadStatusYes) => status = b"yes",
            Some(PatientAnomaly::DeadReason) => reason = b"DEA",
            Some(PatientAnomaly::DeathWithdrawn) => {
                text::slashed_date(out, died);
                status = b"U";
            }
            Some(PatientAnomaly::DeathWithdrawnButRemoved) => {
                text::slashed_date(out, died);
                status = b"U";
                reason = b"DEA";
            }
            Some(PatientAnomaly::DeathLater) => text::slashed_date(out, self.as_at + 10),
            Some(PatientAnomaly::Removed) => reason = b"SCT",
            Some(PatientAnomaly::RemovedUnknown) => reason = b"ORR",
            Some(PatientAnomaly::Restricted) => sensitive = b"Y",
            Some(PatientAnomaly::RestrictedOddly) => sensitive = b"ask first",
            _ if usual && dead => {
                text::slashed_date(out, died);
                status = b"2";
                reason = b"DEA";
            }
            _ => {}
        }
        for cell in [status, sensitive, reason] {
            out.push(b',');
            out.extend_from_slice(cell);
        }
    }

    fn flags(&self, person: &SyntheticPerson, rng: &mut Rng, out: &mut Vec<u8>) {
        let known = self.immunosuppressed(person).0;
        // A practice's system has one spelling for yes.
        let yes: &[u8] = [&b"Y"[..], b"yes", b"TRUE", b"1"][usize::from(person.home % 4)];
        let says_no = rng.chance(50);
        for flag in Flag::ALL.iter().map(|flag| Flags::of(*flag)) {
            out.push(b',');
            if person.flags.any(flag) && (flag != Flags::IMMUNOSUPPRESSED || known) {
                out.extend_from_slice(yes);
            } else if flag == Flags::CARER && person.patient_anomaly == Some(PatientAnomaly::OddFlag) {
                out.extend_from_slice(b"perhaps");
            } else if says_no {
                out.push(b'N');
            }
        }
    }
}

impl SyntheticPerson {
    /// Adds the NHS number as the patient row has it.
    fn nhs_number(&self, out: &mut Vec<u8>) {
        match self.patient_anomaly {
            Some(PatientAnomaly::BadCheckDigit) => self.number_failing_check(out),
            Some(PatientAnomaly::NineDigits) => {
                out.extend_from_slice(b"99");
                text::digits(out, self.number, 7);
            }
            Some(PatientAnomaly::ExponentNumber) => out.extend_from_slice(b"9.99E+09"),
            Some(PatientAnomaly::BlankNumber) => {}
            Some(PatientAnomaly::SpacedNumber) => {
                out.extend_from_slice(b"999 ");
                text::digits(out, self.number / 10_000, 3);
                out.push(b' ');
                text::digits(out, self.number, 4);
            }
            _ => {
                out.extend_from_slice(b"999");
                text::digits(out, self.number, 7);
            }
        }
    }

    fn practice_code(&self, out: &mut Vec<u8>) {
        let start = out.len();
        self.registration.code(out);
        match self.patient_anomaly {
            Some(PatientAnomaly::BlankPractice) => out.truncate(start),
            Some(PatientAnomaly::ShortPractice) => out.truncate(start + 5),
            Some(PatientAnomaly::SmallPractice) => out[start].make_ascii_lowercase(),
            _ => {}
        }
    }

    /// Adds the NHS number with a wrong check digit.
    pub fn number_failing_check(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"999");
        let check = (self.number % 10 + 1) % 10;
        text::digits(out, self.number / 10 * 10 + check, 7);
    }

    /// Adds the surname as a cell of a comma-separated file.
    fn surname_cell(&self, out: &mut Vec<u8>) {
        if self.surname.1.starts_with(',') {
            out.push(b'"');
            out.extend_from_slice(self.surname.0.as_bytes());
            out.extend_from_slice(self.surname.1.as_bytes());
            out.push(b'"');
        } else {
            out.extend_from_slice(self.surname.0.as_bytes());
            out.extend_from_slice(self.surname.1.as_bytes());
        }
    }
}
