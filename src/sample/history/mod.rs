//! What vaccinations a person had: when offered, whether taken, of which brand.

use crate::domain::Flags;
use crate::sample::calendar::{CAMPAIGNS, Campaign, Day, OFFER_END, PROGRAMME_START, day};
use crate::sample::codes::{
    ASTRAZENECA, BOOSTER, FIRST, FIRST_MRNA, GIVEN, JANSSEN, MODERNA, MODERNA_BIVALENT, NOVAVAX, PFIZER,
    PFIZER_BIVALENT, PFIZER_CHILD, PFIZER_JN1, PFIZER_XBB, Procedure, Product, SANOFI, SECOND, SECOND_MRNA, THIRD,
};
use crate::sample::people::SyntheticPerson;
use crate::sample::random::{Rng, Stream};
use crate::sample::world::World;

/// One vaccination that took place.
#[derive(Debug, Clone, Copy)]
pub struct SimulatedDose {
    /// The day.
    pub day: Day,
    /// What the record says it was.
    pub procedure: &'static Procedure,
    /// The vaccine.
    pub product: &'static Product,
    /// Its number.
    pub sequence: u32,
}

/// The day from which first boosters were offered 91 instead of 182 days later.
const SHORTER_INTERVAL: Day = day(2021, 12, 8);

impl World {
    /// Fills `doses` with the vaccinations of a person, in date order.
    pub fn history(&self, person: &SyntheticPerson, doses: &mut Vec<SimulatedDose>) {
        doses.clear();
        let rng = Rng::new(self.seed, Stream::History, person.identity.into());
        let mut simulation = Simulation { person, as_at: self.as_at, rng, doses };
        if let Some(story) = person.story {
            simulation.apply_story(story.doses, story.janssen);
        } else if person.age >= 0 {
            simulation.simulate();
        }
    }
}

/// A course of vaccinations as it is simulated.
struct Simulation<'a> {
    person: &'a SyntheticPerson,
    as_at: Day,
    rng: Rng,
    doses: &'a mut Vec<SimulatedDose>,
}

impl Simulation<'_> {
    /// The doses of a story, as far as they fall into the programme.
    fn apply_story(&mut self, doses: &[(i32, &'static Procedure)], janssen: bool) {
        for (ago, procedure) in doses {
            let on = self.as_at - ago;
            if on >= PROGRAMME_START {
                let product = if janssen && self.doses.is_empty() { &JANSSEN } else { self.product(on) };
                self.add(on, procedure, product);
            }
        }
    }

    /// The doses of somebody like any other.
    fn simulate(&mut self) {
        if !self.first() {
            return;
        }
        let janssen = self.doses[0].product == &JANSSEN;
        if !janssen && !self.second() {
            return;
        }
        self.third();
        self.booster();
        let as_at = self.as_at;
        for campaign in CAMPAIGNS.iter().take_while(|campaign| campaign.start <= as_at) {
            self.campaign(campaign);
        }
    }

    fn first(&mut self) -> bool {
        let per_mille = self.uptake();
        let taken = self.happens(per_mille);
        let Some(opens) = self.first_offered().filter(|_| taken) else { return false };
        let on = opens + self.rng.days(28) + self.rng.days(30) + self.delay(110, 260);
        if on > self.as_at.min(OFFER_END) {
            return false;
        }
        let product = self.product(on);
        let procedure = match self.rng.below(100) {
            0..4 => &GIVEN,
            4..7 if product != &ASTRAZENECA && product != &JANSSEN => &FIRST_MRNA,
            _ => &FIRST,
        };
        self.add(on, procedure, product)
    }

    fn second(&mut self) -> bool {
        let first = self.doses[0];
        let per_mille = match self.person.age {
            ..12 => 450,
            12..18 => 760,
            18..50 => 930,
            _ => 972,
        };
        if !self.happens(per_mille) {
            return false;
        }
        let gap = if first.day < day(2021, 1, 5) && self.rng.chance(400) {
            21 + self.rng.days(8)
        } else if first.day < day(2021, 5, 14) {
            70 + self.rng.days(15)
        } else if self.person.is_aged(18, first.day) {
            56 + self.rng.days(30)
        } else {
            84 + self.rng.days(30)
        };
        let on = first.day + gap + self.delay(40, 150);
        let procedure = match self.rng.below(100) {
            0..4 => &GIVEN,
            4..7 if first.product != &ASTRAZENECA => &SECOND_MRNA,
            _ => &SECOND,
        };
        on <= self.as_at.min(OFFER_END) && self.add(on, procedure, first.product)
    }

    /// The third primary dose of the immunosuppressed.
    fn third(&mut self) {
        let opens = day(2021, 9, 6);
        let offered = self.person.flags.any(Flags::IMMUNOSUPPRESSED) && self.person.is_aged(12, self.as_at);
        if !offered || !self.happens(680) {
            return;
        }
        let on = (self.last() + 56).max(opens) + self.rng.days(60);
        if on <= self.as_at.min(OFFER_END) {
            let product = self.product(on);
            let procedure = if self.rng.chance(650) { &THIRD } else { &BOOSTER };
            self.add(on, procedure, product);
        }
    }

    fn booster(&mut self) {
        let Some(opens) = self.booster_offered() else { return };
        let per_mille = match self.person.age {
            ..16 => 330,
            16..18 => 380,
            18..30 => 540,
            30..40 => 620,
            40..50 => 740,
            50..60 => 860,
            60..70 => 910,
            _ => 945,
        };
        if !self.happens(per_mille) {
            return;
        }
        let long = opens.max(self.last() + 182);
        let earliest = if long < SHORTER_INTERVAL { long } else { opens.max(SHORTER_INTERVAL).max(self.last() + 91) };
        let on = earliest + self.rng.days(22) + self.rng.days(22) + self.delay(90, 130);
        if on <= self.as_at.min(day(2023, 2, 12)) {
            let product = self.product(on);
            self.add(on, &BOOSTER, product);
        }
    }

    fn campaign(&mut self, campaign: &Campaign) {
        let person = self.person;
        let oldest = person.is_aged(75, campaign.age_by);
        let special = Flags::CARE_HOME_RESIDENT | Flags::IMMUNOSUPPRESSED;
        let wide = Flags::AT_RISK | Flags::CARER | Flags::HEALTH_CARE_WORKER | Flags::CARE_HOME_STAFF;
        let turnout = if oldest || person.flags.any(special) {
            campaign.turnout
        } else if person.is_aged(campaign.age, campaign.age_by) {
            campaign.turnout * 7 / 10
        } else if campaign.wide && person.flags.any(wide) {
            campaign.turnout / 3
        } else {
            return;
        };
        let earliest = campaign.start.max(self.last() + 91);
        let on = earliest + self.rng.days(20) + self.rng.days(35);
        if self.happens(turnout) && on <= campaign.end.min(self.as_at) {
            let product = self.product(on);
            self.add(on, &BOOSTER, product);
        }
    }

    /// How many in a thousand of people like this one have a first dose.
    fn uptake(&self) -> u32 {
        let person = self.person;
        // The share of the least deprived and keenest group, and how far the others lie below.
        let (share, spread) = match person.age {
            ..12 => (170, 100),
            12..16 => (640, 100),
            16..18 => (770, 100),
            18..30 => (806, 100),
            30..40 => (838, 100),
            40..50 => (890, 90),
            50..60 => (942, 70),
            60..70 => (962, 55),
            70..80 => (976, 40),
            _ => (979, 28),
        };
        let origin = match person.ethnicity.as_bytes().first() {
            Some(b'A'..=b'C') => 0,
            Some(b'H'..=b'L') => 50,
            Some(b'M'..=b'P') => 140,
            Some(b'D'..=b'G' | b'R' | b'S') => 90,
            _ => 80,
        };
        let below = (150 * (10 - person.decile) / 9 + origin) * spread / 100;
        u32::try_from(share - below).unwrap_or(0)
    }

    /// The day from which a first dose was offered (specification 3.1).
    fn first_offered(&self) -> Option<Day> {
        let person = self.person;
        let aged = |age: i32| person.is_aged(age, day(2021, 3, 31));
        let has = |flag: Flags| person.flags.any(flag);
        let risk = has(Flags::AT_RISK
            | Flags::IMMUNOSUPPRESSED
            | Flags::CLINICALLY_EXTREMELY_VULNERABLE
            | Flags::HOUSEHOLD_CONTACT);
        let staff = has(Flags::CARE_HOME_STAFF | Flags::HEALTH_CARE_WORKER);
        let from_age = |age: i32, on: Day| on.max(person.birthday(age));
        let opens = if aged(80) || aged(65) && has(Flags::CARE_HOME_RESIDENT) {
            PROGRAMME_START
        } else if staff && aged(16) {
            PROGRAMME_START + 14
        } else if aged(70) || aged(16) && has(Flags::CLINICALLY_EXTREMELY_VULNERABLE) {
            day(2021, 1, 18)
        } else if aged(65) || aged(16) && (risk || has(Flags::CARER)) {
            day(2021, 2, 15)
        } else if aged(60) {
            day(2021, 3, 1)
        } else if aged(55) {
            day(2021, 3, 8)
        } else if aged(50) {
            day(2021, 3, 19)
        } else if person.is_aged(40, day(2021, 7, 1)) {
            day(2021, 4, 13)
        } else if person.is_aged(30, day(2021, 7, 1)) {
            day(2021, 5, 13)
        } else {
            let child = from_age(5, if risk { day(2022, 1, 31) } else { day(2022, 4, 2) });
            let teenager = from_age(12, if risk { day(2021, 7, 19) } else { day(2021, 9, 20) });
            child.min(teenager).min(from_age(16, day(2021, 8, 4))).min(from_age(18, day(2021, 6, 8)))
        };
        (opens <= self.as_at).then_some(opens)
    }

    /// The day from which a first booster was offered (specification 3.4).
    fn booster_offered(&self) -> Option<Day> {
        let person = self.person;
        let risk = person.flags.any(
            Flags::AT_RISK
                | Flags::IMMUNOSUPPRESSED
                | Flags::CLINICALLY_EXTREMELY_VULNERABLE
                | Flags::HOUSEHOLD_CONTACT
                | Flags::CARER
                | Flags::HEALTH_CARE_WORKER
                | Flags::CARE_HOME_STAFF,
        );
        let aged = |age: i32| person.is_aged(age, self.as_at);
        Some(if person.is_aged(50, day(2021, 3, 31)) || risk && aged(16) {
            day(2021, 9, 16)
        } else if person.is_aged(40, day(2021, 7, 1)) {
            day(2021, 11, 26)
        } else if aged(18) {
            person.birthday(18).max(day(2021, 12, 16))
        } else if aged(16) {
            person.birthday(16).max(day(2022, 1, 14))
        } else if risk && aged(12) {
            day(2022, 1, 17)
        } else {
            return None;
        })
    }

    /// The vaccine somebody of this age was given on a day.
    fn product(&mut self, on: Day) -> &'static Product {
        let person = self.person;
        let roll = self.rng.below(1000);
        if !person.is_aged(12, on) {
            return &PFIZER_CHILD;
        }
        if on >= day(2024, 9, 1) {
            return &PFIZER_JN1;
        }
        if on >= day(2023, 9, 1) {
            return &PFIZER_XBB;
        }
        if on >= day(2023, 4, 1) && person.is_aged(75, on) && roll < 450 {
            return &SANOFI;
        }
        if on >= day(2022, 9, 1) {
            return if roll < 450 { &MODERNA_BIVALENT } else { &PFIZER_BIVALENT };
        }
        if !self.doses.is_empty() && on >= day(2021, 9, 1) {
            // Boosters and third doses.
            return match roll {
                0..4 => &ASTRAZENECA,
                4..330 => &MODERNA,
                _ => &PFIZER,
            };
        }
        let adult = person.is_aged(18, on);
        match roll {
            0..3 if adult && on >= day(2021, 6, 20) => &JANSSEN,
            3..60 if adult && on >= day(2022, 2, 1) => &NOVAVAX,
            100..790 if person.is_aged(40, on) && (day(2021, 1, 4)..day(2021, 7, 1)).contains(&on) => &ASTRAZENECA,
            100..320 if person.is_aged(30, on) && (day(2021, 1, 4)..day(2021, 5, 7)).contains(&on) => &ASTRAZENECA,
            800..960 if adult && on >= day(2021, 4, 13) => &MODERNA,
            _ => &PFIZER,
        }
    }

    /// Adds a dose; true, so that it can end a step.
    fn add(&mut self, on: Day, procedure: &'static Procedure, product: &'static Product) -> bool {
        let sequence = u32::try_from(self.doses.len() + 1).unwrap_or(1);
        self.doses.push(SimulatedDose { day: on, procedure, product, sequence });
        true
    }

    /// The day of the last dose so far.
    fn last(&self) -> Day {
        self.doses.last().map_or(PROGRAMME_START, |dose| dose.day)
    }

    fn happens(&mut self, per_mille: u32) -> bool {
        // A number is drawn in any case, so that the same numbers follow.
        self.rng.chance(per_mille) || self.person.always_accepts
    }

    /// The wait of the few who come late.
    fn delay(&mut self, per_mille: u32, at_most: u32) -> i32 {
        let late = self.rng.chance(per_mille);
        let days = self.rng.days(at_most);
        if late && !self.person.always_accepts { days } else { 0 }
    }
}
