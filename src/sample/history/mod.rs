//! What vaccinations a person had: when offered, whether taken, of which brand.

mod offers;
mod vaccine;

use self::offers::{booster_offered, first_offered, uptake};
use self::vaccine::vaccine;
use crate::domain::Flags;
use crate::sample::calendar::{Day, day};
use crate::sample::codes::{
    ASTRAZENECA, BOOSTER, FIRST, FIRST_MRNA, GIVEN, JANSSEN, Procedure, Product, SECOND, SECOND_MRNA, THIRD,
};
use crate::sample::people::SyntheticPerson;
use crate::sample::programme::{Programme, SeasonalOffer};
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

impl World {
    /// Fills `doses` with the vaccinations of a person, in date order.
    pub fn history(&self, person: &SyntheticPerson, doses: &mut Vec<SimulatedDose>) {
        doses.clear();
        let rng = Rng::new(self.seed, Stream::History, person.identity.into());
        let mut simulation = Simulation { person, programme: &self.programme, as_at: self.as_at, rng, doses };
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
    programme: &'a Programme,
    as_at: Day,
    rng: Rng,
    doses: &'a mut Vec<SimulatedDose>,
}

impl Simulation<'_> {
    /// The doses of a story, as far as they fall into the programme.
    fn apply_story(&mut self, doses: &[(i32, &'static Procedure)], janssen: bool) {
        for (ago, procedure) in doses {
            let on = self.as_at - ago;
            if on >= self.programme.start {
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
        for campaign in self.programme.campaigns.iter().take_while(|campaign| campaign.start <= as_at) {
            self.campaign(campaign);
        }
    }

    fn first(&mut self) -> bool {
        let per_mille = uptake(self.person);
        let taken = self.happens(per_mille);
        let Some(opens) = first_offered(self.person, self.programme, self.as_at).filter(|_| taken) else {
            return false;
        };
        let on = opens + self.rng.days(28) + self.rng.days(30) + self.delay(110, 260);
        if on > self.as_at.min(self.programme.offer_end) {
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
        let gap = if first.day < const { day(2021, 1, 5) } && self.rng.chance(400) {
            21 + self.rng.days(8)
        } else if first.day < const { day(2021, 5, 14) } {
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
        on <= self.as_at.min(self.programme.offer_end) && self.add(on, procedure, first.product)
    }

    /// The third primary dose of the immunosuppressed.
    fn third(&mut self) {
        let offer = &self.programme.third;
        let offered = self.person.flags.any(Flags::IMMUNOSUPPRESSED) && self.person.is_aged(offer.min_age, self.as_at);
        if !offered || !self.happens(680) {
            return;
        }
        let on = (self.last() + offer.due_after).max(offer.from) + self.rng.days(60);
        if on <= self.as_at.min(offer.to) {
            let product = self.product(on);
            let procedure = if self.rng.chance(650) { &THIRD } else { &BOOSTER };
            self.add(on, procedure, product);
        }
    }

    fn booster(&mut self) {
        let Some(opens) = booster_offered(self.person, self.programme, self.as_at) else { return };
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
        let earliest = self.programme.earliest_booster(opens, self.last());
        let on = earliest + self.rng.days(22) + self.rng.days(22) + self.delay(90, 130);
        if on <= self.as_at.min(self.programme.booster_end) {
            let product = self.product(on);
            self.add(on, &BOOSTER, product);
        }
    }

    fn campaign(&mut self, campaign: &SeasonalOffer) {
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
        let earliest = campaign.start.max(self.last() + campaign.min_interval);
        let on = earliest + self.rng.days(20) + self.rng.days(35);
        if self.happens(turnout) && on <= campaign.end.min(self.as_at) {
            let product = self.product(on);
            self.add(on, &BOOSTER, product);
        }
    }

    /// The vaccine the person was given on a day.
    fn product(&mut self, on: Day) -> &'static Product {
        let roll = self.rng.below(1000);
        vaccine(self.person, on, self.doses.is_empty(), roll)
    }

    /// Adds a dose; true, so that it can end a step.
    fn add(&mut self, on: Day, procedure: &'static Procedure, product: &'static Product) -> bool {
        let sequence = u32::try_from(self.doses.len() + 1).unwrap_or(1);
        self.doses.push(SimulatedDose { day: on, procedure, product, sequence });
        true
    }

    /// The day of the last dose so far.
    fn last(&self) -> Day {
        self.doses.last().map_or(self.programme.start, |dose| dose.day)
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
