//! The practices of a sample: a practice list for the caller, and a few
//! practices that are on no list.

use super::names::{FIRST_PARTS, PRACTICE_KINDS};
use super::random::{Rng, Stream};
use super::text;

/// How many practices there are that are not on the list.
pub const UNLISTED: u16 = 12;

/// What a practice's people have in common.
#[derive(Debug, Clone, Copy)]
pub struct PracticeProfile {
    /// Usual IMD decile of its people, 1 the most deprived.
    pub decile: i32,
    /// How many of a thousand people live where people are of many origins.
    pub mixed: u32,
    /// Whether it uses EMIS; TPP SystmOne otherwise.
    pub emis: bool,
}

/// Where a person is registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registration {
    /// With a practice of the list.
    Listed(u16),
    /// With a practice that is not on the list.
    Unlisted(u16),
    /// With the practice that is on the list without the activity code.
    NoActivityCode,
}

impl Registration {
    /// Adds the code of a practice. Codes of English practices begin with A to
    /// P or Y: these, with Q, are nobody's.
    pub fn code(self, buffer: &mut Vec<u8>) {
        let number = match self {
            Self::Listed(index) => 10_001 + u32::from(index),
            Self::NoActivityCode => 80_001,
            Self::Unlisted(index) => 90_001 + u32::from(index),
        };
        buffer.push(b'Q');
        text::digits(buffer, number, 5);
    }
}

/// All practices of the list.
#[derive(Debug)]
pub struct SamplePractices {
    all: Vec<PracticeProfile>,
    /// Practice indices, each as often as its size demands.
    slots: Vec<u16>,
    seed: u64,
}

impl SamplePractices {
    /// So many practices.
    #[must_use]
    pub fn new(count: u16, seed: u64) -> Self {
        let mut all = Vec::new();
        let mut slots = Vec::new();
        for index in 0..count {
            let mut rng = Rng::new(seed, Stream::Practice, u64::from(index));
            // The largest practices are six times the size of the smallest.
            slots.resize(slots.len() + usize::try_from(2 + rng.below(11)).unwrap_or(2), index);
            let decile = 1 + rng.days(10);
            let mixed = if rng.chance(250) { 700 } else { rng.below(150) };
            all.push(PracticeProfile { decile, mixed, emis: rng.chance(580) });
        }
        Self { all, slots, seed }
    }

    /// How many practices are on the list, the one without the activity code left out.
    #[must_use]
    pub fn count(&self) -> u16 {
        u16::try_from(self.all.len()).unwrap_or(u16::MAX)
    }

    /// A practice by its index.
    #[must_use]
    pub fn get(&self, index: u16) -> PracticeProfile {
        self.all[usize::from(index)]
    }

    /// Any practice, the large ones more often.
    pub fn any(&self, rng: &mut Rng) -> u16 {
        rng.pick(&self.slots)
    }

    /// Where one of the one in a hundred who are not the caller's is registered.
    pub fn unlisted_registration(&self, rng: &mut Rng) -> Registration {
        if self.has_extra() && rng.chance(300) {
            Registration::NoActivityCode
        } else {
            Registration::Unlisted(u16::try_from(rng.below(UNLISTED.into())).unwrap_or(0))
        }
    }

    /// Whether the list ends with a practice without the activity code.
    fn has_extra(&self) -> bool {
        self.all.len() >= 5
    }

    /// Adds `practices.csv`, header and all.
    pub fn list(&self, buffer: &mut Vec<u8>) -> u64 {
        buffer.extend_from_slice(b"Practice code,Practice Name,PCN Code,PCN Name,Activity codes\n");
        for index in 0..self.count() {
            self.row(buffer, Registration::Listed(index), u32::from(index), b"B0360");
        }
        if self.has_extra() {
            self.row(buffer, Registration::NoActivityCode, u32::from(self.count()), b"B0062");
        }
        u64::from(self.count()) + u64::from(self.has_extra())
    }

    fn row(&self, buffer: &mut Vec<u8>, registration: Registration, index: u32, activity: &[u8]) {
        let mut rng = Rng::new(self.seed, Stream::Practice, u64::from(index) + (1 << 32));
        registration.code(buffer);
        // Every seventh is a partnership with a comma in its name.
        let name = if index % 7 == 6 {
            format!(",\"Drs {}, {} & Partners\"", rng.pick(&FIRST_PARTS), rng.pick(&FIRST_PARTS))
        } else {
            format!(",{} {}", rng.pick(&FIRST_PARTS), rng.pick(&PRACTICE_KINDS))
        };
        buffer.extend_from_slice(name.as_bytes());
        let network = index / 5;
        let place = Rng::new(self.seed, Stream::Practice, u64::from(network) + (1 << 33)).pick(&FIRST_PARTS);
        // Codes of networks are U and five digits: these are nobody's.
        let pcn = format!(",UQ{:04},{place} PCN {},", network + 1, network + 1);
        buffer.extend_from_slice(pcn.as_bytes());
        buffer.extend_from_slice(activity);
        if registration != Registration::NoActivityCode && rng.chance(300) {
            buffer.extend_from_slice(b"; B0570");
        }
        buffer.push(b'\n');
    }
}
