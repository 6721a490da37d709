//! From a person's vaccinations to rows of the suppliers' files, with the
//! awkward rows among them.

use super::row::{EventDate, EventRow, NotGivenMark, RowSubject};
use crate::sample::calendar::{Day, civil, day};
use crate::sample::codes::{COURSE_DECLINED, DID_NOT_ATTEND, FIRST_DECLINED, FLU, FLU_VACCINE, Procedure, Product};
use crate::sample::files::SampleSupplier;
use crate::sample::history::SimulatedDose;
use crate::sample::people::SyntheticPerson;
use crate::sample::random::{Rng, Stream};
use crate::sample::world::World;

/// The rows of a person as they are put together.
pub struct RowBuilder<'a> {
    pub(super) world: &'a World,
    pub(super) person: &'a SyntheticPerson,
    pub(super) rng: Rng,
    pub(super) rows: &'a mut Vec<EventRow>,
    pub(super) next_id: u32,
}

impl World {
    /// Fills `rows` with the vaccination rows of a person. `doses` is room to work in.
    pub fn events(&self, person: &SyntheticPerson, doses: &mut Vec<SimulatedDose>, rows: &mut Vec<EventRow>) {
        rows.clear();
        self.history(person, doses);
        let rng = Rng::new(self.seed, Stream::Events, person.row.into());
        let mut builder = RowBuilder { world: self, person, rng, rows, next_id: 0 };
        for dose in doses.iter() {
            builder.dose(dose);
        }
        builder.other_rows(doses);
        if let Some(anomaly) = person.event_anomaly {
            builder.apply_anomaly(anomaly, doses);
        }
    }
}

impl RowBuilder<'_> {
    /// The row of a dose; now and then a second supplier has it too.
    fn dose(&mut self, dose: &SimulatedDose) {
        let row = self.row(dose.day, dose.procedure, Some(dose.product), dose.sequence);
        self.rows.push(row);
        if self.rng.chance(30) {
            let again = self.second_source(&row);
            self.rows.push(again);
        }
    }

    /// Rows that are no doses: flu, refusals, missed appointments.
    fn other_rows(&mut self, doses: &[SimulatedDose]) {
        let as_at = self.world.as_at;
        let declined = self.person.story.and_then(|story| story.declined);
        if let Some(ago) = declined.filter(|ago| as_at - ago >= self.world.programme.start) {
            self.push(as_at - ago, &COURSE_DECLINED, None, 0);
        } else if doses.is_empty() && self.person.age >= 18 && self.person.story.is_none() && self.rng.chance(130) {
            let on = self.world.programme.start + 30 + self.rng.days(490);
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
            0..38 => SampleSupplier::Pinnacle,
            38..72 if practice.emis => SampleSupplier::Emis,
            38..72 => SampleSupplier::Tpp,
            72..90 if on < const { day(2021, 6, 1) } => SampleSupplier::Nims,
            72..90 => SampleSupplier::Emis,
            _ => SampleSupplier::Ravs,
        };
        let recorded = if self.rng.chance(60) { on + 1 } else { on };
        self.next_id += 1;
        EventRow {
            source: source.rotated(self.person.round),
            later: false,
            id: self.next_id,
            action: None,
            ids_only: false,
            subject: RowSubject::Own,
            when: EventDate::Usual(on),
            recorded: Some(EventDate::Usual(recorded)),
            procedure: Some(procedure),
            product,
            sequence,
            refusal: NotGivenMark::None,
            broken_text: false,
        }
    }

    pub(super) fn push(
        &mut self,
        on: Day,
        procedure: &'static Procedure,
        product: Option<&'static Product>,
        sequence: u32,
    ) {
        let row = self.row(on, procedure, product, sequence);
        self.rows.push(row);
    }

    /// The same event as another supplier recorded it.
    pub(super) fn second_source(&mut self, row: &EventRow) -> EventRow {
        self.next_id += 1;
        EventRow { source: row.source.rotated(1), id: self.next_id, ..*row }
    }

    /// A record of its own that is like another.
    pub(super) fn fresh(&mut self, row: &EventRow) -> EventRow {
        self.next_id += 1;
        EventRow { id: self.next_id, ..*row }
    }
}
