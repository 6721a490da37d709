//! Where every row went (specification 2.5).

use std::ops::AddAssign;

use super::EventBucket;

/// The dispositions of the patient rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PatientTally {
    /// All rows read.
    pub rows_read: u64,
    /// Rows of other practices, blank and malformed practice codes included.
    pub other_practices: u64,
    /// Bad NHS number, no or bad date of birth, over 120 years.
    pub rejected: u64,
    /// Born after as-at.
    pub not_yet_born: u64,
    /// An earlier row of a person who has a later one.
    pub duplicate: u64,
    /// Died on or before as-at.
    pub deceased: u64,
    /// Removed from the list.
    pub removed: u64,
    /// The denominator.
    pub patients: u64,
}

impl PatientTally {
    /// Each disposition, with the name used in every output.
    #[must_use]
    pub const fn dispositions(&self) -> [(&'static str, u64); 7] {
        [
            ("other_practices", self.other_practices),
            ("rejected", self.rejected),
            ("not_yet_born", self.not_yet_born),
            ("duplicate", self.duplicate),
            ("deceased", self.deceased),
            ("removed", self.removed),
            ("patients", self.patients),
        ]
    }

    /// Whether every row read has exactly one disposition.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.rows_read == self.dispositions().iter().map(|(_, count)| count).sum::<u64>()
    }
}

impl AddAssign for PatientTally {
    fn add_assign(&mut self, more: Self) {
        self.rows_read += more.rows_read;
        self.other_practices += more.other_practices;
        self.rejected += more.rejected;
        self.not_yet_born += more.not_yet_born;
        self.duplicate += more.duplicate;
        self.deceased += more.deceased;
        self.removed += more.removed;
        self.patients += more.patients;
    }
}

/// The dispositions of the vaccination rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VaccinationTally {
    /// All rows read.
    pub rows_read: u64,
    counts: [u64; 11],
    /// Rows whose date was taken from RECORDED_DATE, whatever their disposition.
    pub date_repaired: u64,
}

impl VaccinationTally {
    /// The eleven dispositions, in the order they are tested.
    pub const BUCKETS: [EventBucket; 11] = [
        EventBucket::DeleteInstructions,
        EventBucket::Unlinkable,
        EventBucket::OtherPeople,
        EventBucket::ExcludedPeople,
        EventBucket::Replaced,
        EventBucket::NotCovid,
        EventBucket::NotGiven,
        EventBucket::Rejected,
        EventBucket::AfterAsAt,
        EventBucket::Duplicates,
        EventBucket::Doses,
    ];

    /// Counts one row.
    pub fn count(&mut self, bucket: EventBucket) {
        self.add(bucket, 1);
    }

    /// Counts several rows.
    pub fn add(&mut self, bucket: EventBucket, rows: u64) {
        self.counts[bucket as usize] += rows;
    }

    /// The rows with this disposition.
    #[must_use]
    pub fn of(&self, bucket: EventBucket) -> u64 {
        self.counts[bucket as usize]
    }

    /// Each disposition, with the name used in every output.
    #[must_use]
    pub fn dispositions(&self) -> [(&'static str, u64); 11] {
        Self::BUCKETS.map(|bucket| (bucket.name(), self.of(bucket)))
    }

    /// Whether every row read has exactly one disposition.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.rows_read == self.counts.iter().sum::<u64>()
    }
}

impl AddAssign for VaccinationTally {
    fn add_assign(&mut self, more: Self) {
        self.rows_read += more.rows_read;
        self.date_repaired += more.date_repaired;
        for (count, more) in self.counts.iter_mut().zip(more.counts) {
            *count += more;
        }
    }
}
