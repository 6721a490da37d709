//! What rows say of a death, and what follows from all rows of a person
//! (specification 2.2, 8.1 and 8.3).

use chrono::NaiveDate;

use crate::domain::{LifeStatus, Said};

/// What one row says of a death, or several rows in their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DeathClaim {
    /// The earliest date of death that can be read and can be true.
    pub date: Option<NaiveDate>,
    /// There is a date that cannot be read, or lies before birth.
    pub unreadable: bool,
    /// There is a date later than the clock.
    pub after_clock: bool,
    /// A status says so, on a row without a date.
    pub dead: bool,
    /// A status is not understood.
    pub unknown: bool,
    /// The death is withdrawn, and so are those of earlier rows.
    pub withdrawn: bool,
    /// The reason for removal is death, which nothing withdraws.
    pub by_removal: bool,
}

/// What is known of a death.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Death {
    /// None.
    None,
    /// Something is said that is not understood.
    Unknown,
    /// After the date of the report.
    Future,
    /// On or before the date of the report.
    Past,
}

/// A date cell of a row, as far as deaths go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeathDate {
    /// Readable, and no other reason to doubt it.
    Readable(NaiveDate),
    /// Not a date, or one before birth.
    Unreadable,
    /// Later than the clock.
    AfterClock,
}

impl DeathClaim {
    /// The claim of one row: of its dates, its statuses, each with the date
    /// that stands in it if one does, and its reason for removal.
    pub fn of_row(
        dates: impl Iterator<Item = DeathDate>,
        statuses: impl Iterator<Item = (Said<LifeStatus>, Option<DeathDate>)>,
        by_removal: bool,
    ) -> Self {
        let mut claim = Self { by_removal, ..Self::default() };
        let mut from_status = Self::default();
        let mut says_dead = false;
        let mut withdrawn = false;
        for (status, date) in statuses {
            match (status, date) {
                (_, Some(date)) => {
                    says_dead = true;
                    from_status.add_date(date);
                }
                (Said::Read(LifeStatus::Dead), None) => says_dead = true,
                (Said::Read(LifeStatus::Withdrawn), None) => withdrawn = true,
                (Said::Unknown, None) => claim.unknown = true,
                (Said::Blank | Said::Read(LifeStatus::Alive), None) => {}
            }
        }
        // Where the columns of one row disagree on a death, it is a death.
        claim.withdrawn = withdrawn && !says_dead;
        if !claim.withdrawn {
            dates.for_each(|date| claim.add_date(date));
            claim.join(from_status);
        }
        // The date decides where there is one.
        claim.dead = says_dead && claim.date.is_none() && !claim.unreadable && !claim.after_clock;
        claim
    }

    fn add_date(&mut self, date: DeathDate) {
        match date {
            DeathDate::Readable(date) => self.date = Some(self.date.map_or(date, |known| known.min(date))),
            DeathDate::Unreadable => self.unreadable = true,
            DeathDate::AfterClock => self.after_clock = true,
        }
    }

    /// Adds the claim of a later row.
    pub fn add(&mut self, later: Self) {
        if later.withdrawn {
            *self = Self { by_removal: self.by_removal, ..Self::default() };
        }
        self.join(later);
    }

    fn join(&mut self, other: Self) {
        if let Some(date) = other.date {
            self.add_date(DeathDate::Readable(date));
        }
        self.unreadable |= other.unreadable;
        self.after_clock |= other.after_clock;
        self.dead |= other.dead;
        self.unknown |= other.unknown;
        self.withdrawn |= other.withdrawn;
        self.by_removal |= other.by_removal;
    }

    /// The same where the row did not say when the person was born: a death
    /// before `birth` is as good as unreadable.
    pub fn checked(self, birth: NaiveDate) -> Self {
        match self.date {
            Some(date) if date < birth => Self { date: None, unreadable: true, ..self },
            _ => self,
        }
    }

    /// What is known as at a date: a readable date decides.
    pub fn as_at(&self, as_at: NaiveDate) -> Death {
        match self.date {
            Some(date) if date > as_at => Death::Future,
            Some(_) => Death::Past,
            None if self.unreadable || self.dead || self.by_removal => Death::Past,
            None if self.after_clock || self.unknown => Death::Unknown,
            None => Death::None,
        }
    }

    /// Whether the row says nothing of a death.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2021, 3, day).unwrap()
    }

    fn row(dates: &[DeathDate], statuses: &[Said<LifeStatus>], by_removal: bool) -> DeathClaim {
        DeathClaim::of_row(dates.iter().copied(), statuses.iter().map(|status| (*status, None)), by_removal)
    }

    const DEAD: Said<LifeStatus> = Said::Read(LifeStatus::Dead);
    const WITHDRAWN: Said<LifeStatus> = Said::Read(LifeStatus::Withdrawn);

    #[test]
    fn a_readable_date_decides_within_a_row() {
        use DeathDate::{AfterClock, Readable, Unreadable};
        let alive = Said::Read(LifeStatus::Alive);
        for (dates, statuses, removal, expected) in [
            (vec![], vec![Said::Blank], false, Death::None),
            (vec![Readable(day(5))], vec![alive], false, Death::Past),
            (vec![Readable(day(6))], vec![DEAD], true, Death::Future),
            (vec![Readable(day(9)), Readable(day(5))], vec![], false, Death::Past),
            (vec![Unreadable, Readable(day(6))], vec![], false, Death::Future),
            (vec![Unreadable], vec![], false, Death::Past),
            (vec![AfterClock], vec![DEAD], false, Death::Unknown),
            (vec![AfterClock], vec![], true, Death::Past),
            (vec![], vec![DEAD], false, Death::Past),
            (vec![], vec![alive, DEAD], false, Death::Past),
            (vec![], vec![Said::Unknown], false, Death::Unknown),
            (vec![], vec![Said::Unknown], true, Death::Past),
            (vec![Readable(day(5))], vec![WITHDRAWN], false, Death::None),
            (vec![Unreadable], vec![WITHDRAWN], false, Death::None),
            (vec![Readable(day(5))], vec![WITHDRAWN], true, Death::Past),
            (vec![], vec![WITHDRAWN, DEAD], false, Death::Past),
            (vec![Readable(day(6))], vec![WITHDRAWN, DEAD], false, Death::Future),
            (vec![], vec![WITHDRAWN, Said::Unknown], false, Death::Unknown),
        ] {
            let claim = row(&dates, &statuses, removal);
            assert_eq!(claim.as_at(day(5)), expected, "{dates:?} {statuses:?} {removal}");
        }
    }

    #[test]
    fn a_date_in_a_status_is_a_date_of_death() {
        let status = |date| [(Said::Unknown, Some(DeathDate::Readable(date)))].into_iter();
        assert_eq!(DeathClaim::of_row([].into_iter(), status(day(6)), false).as_at(day(5)), Death::Future);
        let withdrawn = status(day(5)).chain([(WITHDRAWN, None)]);
        assert_eq!(DeathClaim::of_row([].into_iter(), withdrawn, false).as_at(day(5)), Death::Past);
    }

    #[test]
    fn later_rows_withdraw_deaths_but_not_a_removal_by_death() {
        use DeathDate::Readable;
        let all = |rows: &[DeathClaim]| {
            let mut all = DeathClaim::default();
            for row in rows {
                all.add(*row);
            }
            all.as_at(day(5))
        };
        let (dated, dead) = (row(&[Readable(day(4))], &[], false), row(&[], &[DEAD], false));
        let (u, dea) = (row(&[], &[WITHDRAWN], false), row(&[], &[], true));
        let later = row(&[Readable(day(9))], &[], false);
        assert_eq!(all(&[dated, DeathClaim::default()]), Death::Past);
        assert_eq!(all(&[dated, u]), Death::None);
        assert_eq!(all(&[u, dated]), Death::Past);
        assert_eq!(all(&[dead, u, dead]), Death::Past);
        assert_eq!(all(&[dea, u]), Death::Past);
        assert_eq!(all(&[later, dated]), Death::Past);
        assert_eq!(all(&[later, dead]), Death::Future);
    }

    #[test]
    fn a_death_before_birth_is_no_date() {
        let claim = row(&[DeathDate::Readable(day(4))], &[], false);
        assert_eq!(claim.checked(day(5)).as_at(day(5)), Death::Past);
        assert_eq!(claim.checked(day(5)).date, None);
        assert_eq!(claim.checked(day(4)), claim);
    }
}
