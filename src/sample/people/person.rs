//! Who the people of a sample are.

use super::edge_cases::{EdgeCase, edge_case};
use super::event_anomaly::EventAnomaly;
use super::patient_anomaly::PatientAnomaly;
use super::stories::{Birthday, Story};
use crate::domain::Flags;
use crate::sample::calendar::{Day, civil, day};
use crate::sample::names::{ETHNICITY, ETHNICITY_MIXED, FEMALE, FIRST_PARTS, MALE, SURNAME_ENDS};
use crate::sample::numbers::PEOPLE;
use crate::sample::practices::Registration;
use crate::sample::random::{Rng, Stream};
use crate::sample::world::World;

/// Every 101st row of the patients file is a person of another practice: one
/// for each hundred who are the caller's.
pub const UNLISTED_STEP: u32 = 101;

/// A person as registered by one row of the patients file.
#[derive(Debug, Clone)]
pub struct SyntheticPerson {
    /// The row, before anything is repeated.
    pub row: u32,
    /// The person: the same for rows that are [`PEOPLE`] apart.
    pub identity: u32,
    /// How often the person has been registered in earlier rows.
    pub round: u32,
    /// The last seven digits of the NHS number.
    pub number: u32,
    /// The practice whose people the person is like.
    pub home: u16,
    /// Where this row registers the person.
    pub registration: Registration,
    /// Birthday: year, month, date.
    pub born: (i32, i32, i32),
    /// Day of birth.
    pub birth: Day,
    /// Age in completed years as at; −1 before birth.
    pub age: i32,
    /// Gender code, 1 male, 2 female.
    pub gender: u8,
    /// Ethnic category code.
    pub ethnicity: &'static str,
    /// Given name.
    pub forename: &'static str,
    /// First part of the surname, or all of it.
    pub surname: (&'static str, &'static str),
    /// IMD decile.
    pub decile: i32,
    /// Facts, whether a file knows them or not.
    pub flags: Flags,
    /// What is awkward about this row.
    pub patient_anomaly: Option<PatientAnomaly>,
    /// What is awkward about the vaccination rows.
    pub event_anomaly: Option<EventAnomaly>,
    /// Whether the person took every offer at once.
    pub always_accepts: bool,
    /// The person's course, where it is set in advance.
    pub story: Option<&'static Story>,
}

impl SyntheticPerson {
    /// The day on which the person becomes `age` (29 February: 1 March in common years).
    #[must_use]
    pub const fn birthday(&self, age: i32) -> Day {
        day(self.born.0 + age, self.born.1, self.born.2)
    }

    /// Whether the person has completed `age` years on a day.
    #[must_use]
    pub const fn is_aged(&self, age: i32, on: Day) -> bool {
        self.birthday(age) <= on
    }
}

/// Ages by five years with their weights (England, ONS estimates for mid-2021).
const AGES: [(u32, i32); 19] = [
    (54, 0),
    (59, 5),
    (60, 10),
    (57, 15),
    (60, 20),
    (66, 25),
    (70, 30),
    (67, 35),
    (64, 40),
    (63, 45),
    (69, 50),
    (67, 55),
    (58, 60),
    (49, 65),
    (50, 70),
    (36, 75),
    (26, 80),
    (16, 85),
    (9, 90),
];

impl World {
    /// The person of a row.
    #[must_use]
    pub fn person(&self, row: u32) -> SyntheticPerson {
        let identity = row % PEOPLE;
        let round = row / PEOPLE;
        let mut rng = Rng::new(self.seed, Stream::Person, identity.into());
        // Facts belong to the person, so they come from the first row's place.
        let edge_case = place_among_listed(identity).and_then(edge_case);
        let home = self.home(identity, &mut rng);
        let practice = self.practices.get(home);
        let gender = if rng.chance(507) { 2 } else { 1 };
        let birth = self.as_at - days_lived(&mut rng);
        let ethnicity =
            if rng.chance(practice.mixed) { rng.weighted(&ETHNICITY_MIXED) } else { rng.weighted(&ETHNICITY) };
        let decile = (practice.decile + rng.weighted(&[(25, -1), (50, 0), (25, 1)])).clamp(1, 10);
        let forename = if gender == 2 { rng.pick(&FEMALE) } else { rng.pick(&MALE) };
        let surname = (rng.pick(&FIRST_PARTS), rng.pick(&SURNAME_ENDS));
        let mut person = SyntheticPerson {
            row,
            identity,
            round,
            number: self.numbers.of(identity),
            home,
            registration: self.registration(row, round, home),
            born: civil(birth),
            birth,
            age: 0,
            gender,
            ethnicity,
            forename,
            surname,
            decile,
            flags: Flags::none(),
            patient_anomaly: None,
            event_anomaly: None,
            always_accepts: false,
            story: None,
        };
        match edge_case {
            Some(EdgeCase::Patient(anomaly)) => self.apply_patient_anomaly(&mut person, anomaly),
            Some(EdgeCase::Event(anomaly)) => self.apply_event_anomaly(&mut person, anomaly, &mut rng),
            Some(EdgeCase::Story(story)) => self.set_story(&mut person, story),
            None => {}
        }
        person.age = person.completed_years(self.as_at);
        person.flags = person.story.map_or_else(|| flags(&person, &mut rng), |story| story.flags);
        person
    }

    /// The practice whose people a person is like: while there are enough
    /// people, each practice has one of the first.
    fn home(&self, identity: u32, rng: &mut Rng) -> u16 {
        let any = self.practices.any(rng);
        let place = place_among_listed(identity).and_then(|place| u16::try_from(place).ok());
        place
            .filter(|place| *place < self.practices.count() && self.patients >= u32::from(self.practices.count()))
            .unwrap_or(any)
    }

    /// Where a row registers its person.
    fn registration(&self, row: u32, round: u32, home: u16) -> Registration {
        if place_among_listed(row).is_none() {
            // Random numbers of their own: the person's are for what is the same in every row.
            return self.practices.unlisted_registration(&mut Rng::new(
                self.seed,
                Stream::PatientRow,
                u64::from(row) + (1 << 41),
            ));
        }
        Registration::Listed(if round == 0 { home } else { self.another_practice(home, row) })
    }

    /// A practice that is not `home`, where there is one.
    #[must_use]
    pub fn another_practice(&self, home: u16, row: u32) -> u16 {
        let count = u32::from(self.practices.count());
        let mut rng = Rng::new(self.seed, Stream::PatientRow, u64::from(row) + (1 << 40));
        let step = 1 + rng.below(count.saturating_sub(1));
        u16::try_from((u32::from(home) + step) % count.max(1)).unwrap_or(home)
    }

    /// Facts that go with an awkward patient row.
    fn apply_patient_anomaly(&self, person: &mut SyntheticPerson, anomaly: PatientAnomaly) {
        match anomaly {
            PatientAnomaly::BornLater => person.set_birth(self.as_at + 40),
            PatientAnomaly::FormulaName => person.forename = "=HYPERLINK(A1)",
            PatientAnomaly::CommaName => person.surname = ("Marlworth", ", Jr"),
            PatientAnomaly::ApostropheName => person.surname = ("O'", "Sedgeby"),
            PatientAnomaly::QuotedName => person.forename = "Mary \"Molly\"",
            PatientAnomaly::AccentName => person.forename = "Zoë",
            _ => {}
        }
        if person.round == 0 {
            person.patient_anomaly = Some(anomaly);
        }
    }

    /// Facts that go with awkward vaccination rows: somebody of an age to have
    /// had every dose early.
    fn apply_event_anomaly(&self, person: &mut SyntheticPerson, anomaly: EventAnomaly, rng: &mut Rng) {
        person.set_birth(if anomaly == EventAnomaly::BeforeBirth {
            self.as_at - 200
        } else {
            self.as_at - 365 * 52 - rng.days(365 * 15)
        });
        person.always_accepts = true;
        if person.round == 0 {
            person.event_anomaly = Some(anomaly);
        }
    }

    /// Facts of a person whose course is set in advance.
    fn set_story(&self, person: &mut SyntheticPerson, story: &'static Story) {
        let (year, month, date) = civil(self.as_at);
        person.set_birth(match story.birthday {
            Birthday::Ago(days) => years_before(self.as_at - days, story.age),
            Birthday::In(days) => years_before(self.as_at + days, story.age + 1),
            Birthday::LeapDay => day((year - story.age) / 4 * 4, 2, 29),
            // Before 30 June the person is a year younger than on it.
            Birthday::CampaignEnd => day(year - story.age - i32::from((month, date) < (6, 30)), 6, 30),
        });
        person.story = Some(story);
    }
}

impl SyntheticPerson {
    fn set_birth(&mut self, birth: Day) {
        self.birth = birth;
        self.born = civil(birth);
    }

    /// Completed years on a day; −1 before birth.
    fn completed_years(&self, on: Day) -> i32 {
        let years = civil(on).0 - self.born.0;
        if self.is_aged(years, on) { years } else { years - 1 }
    }
}

/// The place of a row among those of the caller's practices, if it is one.
#[must_use]
pub const fn place_among_listed(row: u32) -> Option<u32> {
    if row % UNLISTED_STEP == UNLISTED_STEP - 1 { None } else { Some(row - row / UNLISTED_STEP) }
}

/// The same date, some years earlier.
fn years_before(on: Day, years: i32) -> Day {
    let (year, month, date) = civil(on);
    day(year - years, month, date)
}

/// How many days somebody has lived.
fn days_lived(rng: &mut Rng) -> i32 {
    let age = rng.weighted(&AGES);
    // Few of those over 90 are much older.
    let beyond = if age == 90 { rng.days(2_000).min(rng.days(4_300)) } else { rng.days(1_826) };
    age * 1_461 / 4 + 1 + beyond
}

/// Facts about somebody of this age.
fn flags(person: &SyntheticPerson, rng: &mut Rng) -> Flags {
    let mut flags = Flags::none();
    let mut add = |per_mille: u32, flag: Flags| {
        if rng.chance(per_mille) {
            flags |= flag;
        }
    };
    // In a thousand: care home, vulnerable, at risk, carer, housebound.
    let (resident, vulnerable, at_risk, carer, housebound) = match person.age {
        ..16 => (0, 3, 25, 0, 1),
        16..40 => (0, 10, 85, 22, 1),
        40..65 => (1, 28, 160, 60, 4),
        65..75 => (6, 60, 220, 60, 12),
        75..85 => (35, 90, 290, 50, 45),
        85.. => (125, 100, 330, 20, 110),
    };
    add(resident, Flags::CARE_HOME_RESIDENT);
    add(vulnerable, Flags::CLINICALLY_EXTREMELY_VULNERABLE);
    add(at_risk, Flags::AT_RISK);
    add(carer, Flags::CARER);
    add(housebound, Flags::HOUSEBOUND);
    add(9, Flags::HOUSEHOLD_CONTACT);
    add(if person.age < 16 { 1 } else { 6 }, Flags::IMMUNOSUPPRESSED);
    if (18..66).contains(&person.age) {
        add(13, Flags::CARE_HOME_STAFF);
        add(48, Flags::HEALTH_CARE_WORKER);
    }
    flags
}
