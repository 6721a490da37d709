//! From a person's vaccinations to rows of the suppliers' files, with the
//! awkward rows among them.

use super::row::{EventRow, Refusal, Subject, When};
use crate::sample::calendar::{Day, OFFER_END, PROGRAMME_START, civil, day};
use crate::sample::codes::{
    BOOSTER_DECLINED, BRAND_UNKNOWN, CONTRAINDICATED, COURSE_DECLINED, DAMAGED_PROCEDURE, DID_NOT_ATTEND, FIRST,
    FIRST_DECLINED, FIRST_NOT_GIVEN, FLU, FLU_VACCINE, MODERNA, NOT_INDICATED, PFIZER, Procedure, Product,
    UNKNOWN_PROCEDURE,
};
use crate::sample::files::Source;
use crate::sample::history::Dose;
use crate::sample::people::EventMess;
use crate::sample::people::Person;
use crate::sample::random::{Rng, Stream};
use crate::sample::world::World;

/// The rows of a person as they are gathered.
struct Gathering<'a> {
    world: &'a World,
    person: &'a Person,
    rng: Rng,
    rows: &'a mut Vec<EventRow>,
    next_id: u32,
}

impl World {
    /// Fills `rows` with the vaccination rows of a person. `doses` is room to work in.
    pub fn events(&self, person: &Person, doses: &mut Vec<Dose>, rows: &mut Vec<EventRow>) {
        rows.clear();
        self.history(person, doses);
        let rng = Rng::new(self.seed, Stream::Events, person.row.into());
        let mut gathering = Gathering { world: self, person, rng, rows, next_id: 0 };
        for dose in doses.iter() {
            gathering.dose(dose);
        }
        gathering.others(doses);
        if let Some(mess) = person.event_mess {
            gathering.awkward(mess, doses);
        }
    }
}

impl Gathering<'_> {
    /// The row of a dose; now and then a second supplier has it too.
    fn dose(&mut self, dose: &Dose) {
        let row = self.row(dose.day, dose.procedure, Some(dose.product), dose.sequence);
        self.rows.push(row);
        if self.rng.chance(30) {
            let again = self.second_source(&row);
            self.rows.push(again);
        }
    }

    /// Rows that are no doses: flu, refusals, missed appointments.
    fn others(&mut self, doses: &[Dose]) {
        let as_at = self.world.as_at;
        let declined = self.person.story.and_then(|story| story.declined);
        if let Some(ago) = declined.filter(|ago| as_at - ago >= PROGRAMME_START) {
            self.push(as_at - ago, &COURSE_DECLINED, None, 0);
        } else if doses.is_empty() && self.person.age >= 18 && self.person.story.is_none() && self.rng.chance(130) {
            let on = PROGRAMME_START + 30 + self.rng.days(490);
            let procedure = self.rng.pick(&[&FIRST_DECLINED, &FIRST_DECLINED, &COURSE_DECLINED, &DID_NOT_ATTEND]);
            if on <= as_at {
                self.push(on, procedure, None, 0);
            }
        }
        let flu = match self.person.age {
            ..2 => 0,
            2..16 => 200,
            16..50 => 120,
            50..65 => 310,
            _ => 650,
        };
        for year in 2020..=civil(as_at).0 {
            let on = day(year, 10, 1) + self.rng.days(60);
            // Nobody is vaccinated before birth.
            if self.rng.chance(flu) && on <= as_at && on > self.person.birth {
                self.push(on, &FLU, Some(&FLU_VACCINE), 1);
            }
        }
    }

    /// A row with the supplier that such a row would come from.
    fn row(
        &mut self,
        on: Day,
        procedure: &'static Procedure,
        product: Option<&'static Product>,
        sequence: u32,
    ) -> EventRow {
        let practice = self.world.practices.get(self.person.home);
        let source = match self.rng.below(100) {
            0..38 => Source::Pinnacle,
            38..72 if practice.emis => Source::Emis,
            38..72 => Source::Tpp,
            72..90 if on < day(2021, 6, 1) => Source::Nims,
            72..90 => Source::Emis,
            _ => Source::Ravs,
        };
        let recorded = if self.rng.chance(60) { on + 1 } else { on };
        self.next_id += 1;
        EventRow {
            source: source.turned(self.person.round),
            later: false,
            id: self.next_id,
            action: None,
            bare: false,
            subject: Subject::Own,
            when: When::Usual(on),
            recorded: Some(When::Usual(recorded)),
            procedure: Some(procedure),
            product,
            sequence,
            refusal: Refusal::None,
            broken_text: false,
        }
    }

    fn push(&mut self, on: Day, procedure: &'static Procedure, product: Option<&'static Product>, sequence: u32) {
        let row = self.row(on, procedure, product, sequence);
        self.rows.push(row);
    }

    /// The same event as another supplier recorded it.
    fn second_source(&mut self, row: &EventRow) -> EventRow {
        self.next_id += 1;
        EventRow { source: row.source.turned(1), id: self.next_id, ..*row }
    }

    /// A record of its own that is like another.
    fn fresh(&mut self, row: &EventRow) -> EventRow {
        self.next_id += 1;
        EventRow { id: self.next_id, ..*row }
    }

    /// What is awkward about this person's rows. Somebody without a dose (the
    /// as-at date is too early) has a row made for the purpose.
    fn awkward(&mut self, mess: EventMess, doses: &[Dose]) {
        let as_at = self.world.as_at;
        if self.rows.is_empty() {
            self.push(as_at.min(OFFER_END), &FIRST, Some(&PFIZER), 1);
        }
        let first = self.rows[0];
        let on = doses.first().map_or(as_at, |dose| dose.day);
        let last = doses.last().map_or(on, |dose| dose.day);
        match mess {
            EventMess::DeletedLater
            | EventMess::DeletedAtOnce
            | EventMess::DateCorrected
            | EventMess::ProductCorrected
            | EventMess::MovedToAnother
            | EventMess::MovedToNobody
            | EventMess::UpdateOfNothing
            | EventMess::NewTwice
            | EventMess::NewTwiceOtherDate
            | EventMess::OddAction => self.acted_upon(mess, &first, on, last),
            EventMess::Flu
            | EventMess::UnknownCodes
            | EventMess::DamagedCodes
            | EventMess::ProductOnly
            | EventMess::ProcedureOnly
            | EventMess::BrandUnknown
            | EventMess::WrongSequence
            | EventMess::BrokenText => self.oddly_coded(mess, &first),
            EventMess::Declined
            | EventMess::BoosterDeclined
            | EventMess::DeclinedSituation
            | EventMess::NotGiven
            | EventMess::NotGivenReason
            | EventMess::NotGivenCode
            | EventMess::DidNotAttend
            | EventMess::Contraindicated
            | EventMess::NotIndicated => self.not_given(mess, &first, on, last),
            EventMess::DateMissing
            | EventMess::Year1921
            | EventMess::BothDates1921
            | EventMess::TooEarly
            | EventMess::Unreadable
            | EventMess::NoDate
            | EventMess::AfterAsAt
            | EventMess::BeforeBirth
            | EventMess::IsoDate => self.oddly_dated(mess, on),
            EventMess::TwoSuppliers
            | EventMess::TwoSuppliersBrand
            | EventMess::FiveDaysLater
            | EventMess::ThirteenDaysLater => self.repeated(mess, &first, on),
            EventMess::NoNumber => self.also_of(&first, Subject::Blank),
            EventMess::ZeroNumber => self.also_of(&first, Subject::Zero),
            EventMess::BadNumber => self.also_of(&first, Subject::BadCheckDigit),
            EventMess::Stranger => self.also_of(&first, Subject::Stranger),
        }
    }

    /// Records that were corrected, moved or removed after they were sent.
    fn acted_upon(&mut self, mess: EventMess, first: &EventRow, on: Day, last: Day) {
        let extra = (last + 20).min(self.world.as_at);
        match mess {
            EventMess::DeletedLater | EventMess::DeletedAtOnce => {
                let later = mess == EventMess::DeletedLater;
                let mut row = self.fresh(first);
                row.when = When::Usual(extra);
                row.recorded = Some(When::Usual(extra));
                row.source = if later { Source::Emis } else { Source::Tpp };
                self.rows.push(row);
                self.rows.push(EventRow { later, bare: later, action: Some("DELETE"), ..row });
            }
            EventMess::UpdateOfNothing => {
                let row = self.fresh(first);
                self.rows.push(EventRow { source: Source::Ravs, action: Some("UPDATE"), ..row });
            }
            EventMess::NewTwice => self.rows.push(*first),
            EventMess::NewTwiceOtherDate => self.rows.push(EventRow { when: When::Usual(on + 40), ..*first }),
            EventMess::OddAction => self.rows[0].action = Some("AMEND"),
            _ => {
                // The record is the first supplier's, which has a second file.
                let row = EventRow { source: Source::Emis, ..*first };
                self.rows[0] = row;
                self.rows.push(match mess {
                    EventMess::ProductCorrected => EventRow { product: Some(&MODERNA), action: Some("update"), ..row },
                    EventMess::MovedToAnother => {
                        EventRow { subject: Subject::Neighbour, later: true, action: Some("UPDATE"), ..row }
                    }
                    EventMess::MovedToNobody => {
                        EventRow { subject: Subject::Blank, later: true, action: Some("UPDATE"), ..row }
                    }
                    _ => EventRow { when: When::Usual(on + 3), later: true, action: Some("UPDATE"), ..row },
                });
            }
        }
    }

    /// Records with codes that are missing, foreign or damaged.
    fn oddly_coded(&mut self, mess: EventMess, first: &EventRow) {
        match mess {
            EventMess::Flu => {
                let mut row = self.fresh(first);
                row.procedure = Some(&FLU);
                row.product = Some(&FLU_VACCINE);
                self.rows.push(row);
            }
            EventMess::UnknownCodes | EventMess::DamagedCodes => {
                let damaged = mess == EventMess::DamagedCodes;
                let mut row = self.fresh(first);
                row.procedure = Some(if damaged { &DAMAGED_PROCEDURE } else { &UNKNOWN_PROCEDURE });
                row.product = None;
                self.rows.push(row);
            }
            EventMess::ProductOnly => self.rows[0].procedure = None,
            EventMess::ProcedureOnly => self.rows[0].product = None,
            EventMess::BrandUnknown => self.rows[0].product = Some(&BRAND_UNKNOWN),
            EventMess::WrongSequence => self.rows[0].sequence = 9,
            _ => self.rows[0].broken_text = true,
        }
    }

    /// Records that say that nothing was given.
    fn not_given(&mut self, mess: EventMess, first: &EventRow, on: Day, last: Day) {
        let earlier = (on - 10).max(PROGRAMME_START);
        let mut row = self.fresh(first);
        row.when = When::Usual(earlier);
        row.recorded = Some(When::Usual(earlier));
        // Only the older, wide file has the columns.
        let wide = |refusal: Refusal| EventRow { source: Source::Nims, refusal, ..row };
        let coded = |procedure: &'static Procedure| EventRow { procedure: Some(procedure), product: None, ..row };
        let row = match mess {
            EventMess::DeclinedSituation => wide(Refusal::Situation(&FIRST_DECLINED)),
            EventMess::NotGiven => wide(Refusal::Flag),
            EventMess::NotGivenReason => wide(Refusal::Reason),
            EventMess::NotGivenCode => coded(&FIRST_NOT_GIVEN),
            EventMess::DidNotAttend => coded(&DID_NOT_ATTEND),
            EventMess::Contraindicated => coded(&CONTRAINDICATED),
            EventMess::NotIndicated => coded(&NOT_INDICATED),
            EventMess::BoosterDeclined => {
                let on = (last + 20).min(self.world.as_at);
                EventRow { when: When::Usual(on), ..coded(&BOOSTER_DECLINED) }
            }
            _ => coded(&FIRST_DECLINED),
        };
        self.rows.push(row);
    }

    /// Records with dates that are missing, wrong or written otherwise.
    fn oddly_dated(&mut self, mess: EventMess, on: Day) {
        let as_at = self.world.as_at;
        let (when, recorded) = match mess {
            EventMess::DateMissing => (When::Blank, Some(When::Usual(on))),
            EventMess::Year1921 => (When::CenturyEarly(on), Some(When::Usual(on))),
            EventMess::BothDates1921 => (When::CenturyEarly(on), Some(When::CenturyEarly(on))),
            EventMess::TooEarly => (When::Usual(PROGRAMME_START - 20), Some(When::Usual(on))),
            EventMess::Unreadable => (When::Unreadable, Some(When::Usual(on))),
            EventMess::NoDate => (When::Blank, None),
            EventMess::AfterAsAt => (When::Usual(as_at + 3), Some(When::Usual(as_at + 3))),
            EventMess::BeforeBirth => {
                let before = self.person.birth - 30;
                (When::Usual(before), Some(When::Usual(before)))
            }
            _ => (When::Iso(on), Some(When::Usual(on))),
        };
        self.rows[0].when = when;
        self.rows[0].recorded = recorded;
    }

    /// Records of one dose that are there more than once.
    fn repeated(&mut self, mess: EventMess, first: &EventRow, on: Day) {
        let mut row = self.second_source(first);
        match mess {
            EventMess::TwoSuppliersBrand => self.rows[0].product = Some(&BRAND_UNKNOWN),
            EventMess::FiveDaysLater => row.when = When::Usual(on + 5),
            EventMess::ThirteenDaysLater => row.when = When::Usual(on + 13),
            _ => {}
        }
        row.recorded = Some(row.when);
        self.rows.push(row);
    }

    /// A record like the first of somebody else or nobody.
    fn also_of(&mut self, first: &EventRow, subject: Subject) {
        let row = self.fresh(first);
        self.rows.push(EventRow { subject, ..row });
    }
}
