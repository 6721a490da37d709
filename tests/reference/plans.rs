//! Histories around every interval: when something was recorded for a person, and what.

use super::dates::{PROGRAMME_START, age_on, day, plus};
use super::people::Draft;
use super::rng::Rng;
use super::rules::{CAMPAIGNS, Campaign, booster_opens, second_dose_opens};
use chrono::{Datelike, NaiveDate};

/// What an event records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The nth dose, coded in any of the usual ways.
    Dose(usize),
    /// A dose whose procedure code is of this class, whatever its place.
    Coded(&'static str),
    /// A dose of this brand; the rest may be coded in any way.
    Brand(&'static str),
    /// A refusal.
    Declined,
    /// Not given, for a reason the columns of every layout can hold.
    NotGiven,
    /// Not given, said in the columns of the wide layout.
    NotGivenWide,
    /// Another vaccine, or codes nobody knows.
    Other,
}

/// One event of a history.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    /// The vaccination date.
    pub date: NaiveDate,
    /// What it records.
    pub what: What,
}

/// A history being made.
struct Plan<'rng> {
    rng: &'rng mut Rng,
    as_at: NaiveDate,
    events: Vec<Planned>,
}

/// A history for a person.
pub fn plan(rng: &mut Rng, draft: &Draft, as_at: NaiveDate) -> Vec<Planned> {
    let mut plan = Plan { rng, as_at, events: Vec::new() };
    match opening_of_second_doses(draft, as_at) {
        Some(opening) if plan.rng.percent(35) => {
            // Due by the opening rather than by the days since the first dose.
            let first = plus(opening, -plan.rng.pick(&[84, 98, 120]));
            let first = plan.near(first);
            plan.add(first, What::Dose(1));
        }
        _ => plan.doses(),
    }
    if draft.date_of_birth >= plus(PROGRAMME_START, 2) && plan.rng.percent(60) {
        // Around birth: a dose before it is no dose.
        let date = plus(draft.date_of_birth, plan.rng.between(-2, 2));
        plan.events.push(Planned { date, what: What::Dose(1) });
    }
    plan.extras();
    plan.events.into_iter().filter_map(|event| keep_within_the_programme(rng, event)).collect()
}

/// The opening of second doses for a person of that age, about the time when it mattered.
fn opening_of_second_doses(draft: &Draft, as_at: NaiveDate) -> Option<NaiveDate> {
    let cohort = match age_on(draft.date_of_birth, as_at) {
        16..=17 => "14",
        12..=15 => "15",
        _ => return None,
    };
    second_dose_opens(cohort).filter(|_| (day(1, 8, 2021)..=day(31, 3, 2022)).contains(&as_at))
}

/// Most of what falls before the programme is dropped or moved to its first days.
fn keep_within_the_programme(rng: &mut Rng, event: Planned) -> Option<Planned> {
    if event.date >= PROGRAMME_START {
        return Some(event);
    }
    match rng.below(10) {
        0..=3 => None,
        4..=8 => Some(Planned { date: plus(PROGRAMME_START, rng.between(0, 3)), ..event }),
        _ => Some(event),
    }
}

impl Plan<'_> {
    fn near(&mut self, date: NaiveDate) -> NaiveDate {
        plus(date, self.rng.between(-2, 2))
    }

    fn add(&mut self, date: NaiveDate, what: What) {
        self.events.push(Planned { date, what });
    }

    /// So many doses, the last of them on a day, the others before it at usual distances.
    fn ending_on(&mut self, last: NaiveDate, count: usize) {
        let mut date = last;
        for number in (1..=count).rev() {
            self.add(date, What::Dose(number));
            let usual: &[i64] = match number {
                2 => &[13, 14, 15, 21, 56, 77],
                3 => &[56, 57, 91, 182],
                _ => &[84, 90, 91, 120, 182],
            };
            date = plus(date, -self.rng.pick(usual));
        }
        self.events.reverse();
    }

    /// A campaign that matters about as at.
    fn campaign(&mut self) -> &'static Campaign {
        let begun = CAMPAIGNS.iter().filter(|campaign| campaign.start <= plus(self.as_at, 30)).count();
        let latest = begun.saturating_sub(1);
        &CAMPAIGNS[if self.rng.percent(60) { latest } else { self.rng.below(begun) }]
    }

    fn doses(&mut self) {
        let as_at = self.as_at;
        match self.rng.below(21) {
            0..=2 => {
                let first = plus(as_at, -self.rng.pick(&[56, 77, 84, 98]));
                let first = self.near(first);
                self.add(first, What::Dose(1));
            }
            3 | 4 => {
                let second = plus(as_at, -self.rng.pick(&[56, 56, 91, 182]));
                let second = self.near(second);
                self.ending_on(second, 2);
            }
            5 => {
                let cohort = self.rng.pick(&["1", "10", "11", "13", "14"]);
                let opening = booster_opens(cohort).expect("these cohorts have an opening day");
                let base = plus(opening, -self.rng.pick(&[91, 182]));
                let base = self.near(base);
                let count = self.rng.pick(&[2, 2, 3]);
                self.ending_on(base, count);
            }
            6 | 7 => {
                let only = plus(as_at, -self.rng.pick(&[10, 56, 91, 182]));
                let only = self.near(only);
                self.add(only, What::Brand("Janssen"));
                if self.rng.percent(30) {
                    let next = self.rng.pick(&[14, 56, 91]);
                    self.add(plus(only, next), What::Dose(2));
                }
            }
            8 => {
                let third = plus(as_at, -self.rng.pick(&[91, 182]));
                let third = self.near(third);
                self.ending_on(third, 3);
            }
            9 | 10 => self.long_course(),
            11 => {
                let last = self.near(plus(as_at, -91));
                let count = self.rng.pick(&[1, 2, 3, 4, 5]);
                self.ending_on(last, count);
            }
            12 | 13 => {
                let campaign = self.campaign();
                let edge = self.rng.pick(&[campaign.start, campaign.end]);
                let last = self.near(plus(edge, 0));
                let count = self.rng.pick(&[1, 2, 3, 4, 5, 6]);
                self.ending_on(last, count);
            }
            14 | 15 => {
                let campaign = self.campaign();
                let edge = self.rng.pick(&[campaign.start, campaign.end, campaign.end]);
                let last = self.near(plus(edge, -91));
                let count = self.rng.pick(&[1, 2, 3, 4, 5]);
                self.ending_on(last, count);
            }
            16 => self.close_together(),
            17 => {
                let class = self.rng.pick(&["dose2", "dose3", "dose4", "dose5", "booster"]);
                let first = plus(as_at, -self.rng.pick(&[20, 56, 91, 182, 300]));
                let first = self.near(first);
                self.add(first, What::Coded(class));
                if self.rng.percent(50) {
                    self.add(plus(first, 91), What::Dose(3));
                }
            }
            18 => {
                let last = plus(as_at, self.rng.pick(&[-7, -6, -5, -1, 0, 1, 2]));
                let count = self.rng.pick(&[1, 2, 3, 4]);
                self.ending_on(last, count);
            }
            _ => {}
        }
    }

    /// A natural history from the start of the programme to about as at.
    fn long_course(&mut self) {
        let mut date = plus(PROGRAMME_START, self.rng.between(0, 380));
        let mut number = 1;
        while date <= plus(self.as_at, 5) && number <= 9 {
            self.add(date, What::Dose(number));
            let gap = if number == 1 {
                self.rng.pick(&[21, 56, 77, 80])
            } else {
                self.rng.pick(&[56, 84, 91, 120, 180, 182, 190, 365])
            };
            date = plus(date, gap);
            number += 1;
            if self.rng.percent(8) {
                break;
            }
        }
        // Half of them also have a dose in the year of as at, in the running campaign or not.
        if self.rng.percent(50) {
            let campaign = self.campaign();
            let days = (campaign.end - campaign.start).num_days();
            let within = plus(campaign.start, self.rng.between(0, days));
            self.add(within.min(day(31, 12, self.as_at.year())), What::Dose(number));
        }
    }

    /// Rows of one day, and pairs thirteen to fifteen days apart.
    fn close_together(&mut self) {
        let first = plus(self.as_at, -self.rng.pick(&[14, 40, 84, 98, 200]));
        let first = self.near(first);
        let what = self.rng.pick(&[What::Dose(1), What::Brand("Unknown"), What::Coded("dose2")]);
        self.add(first, what);
        let same_day =
            self.rng.pick(&[What::Dose(1), What::Brand("Janssen"), What::Coded("booster"), What::Brand("Unknown")]);
        self.add(first, same_day);
        let gap = self.rng.pick(&[1, 12, 13, 14, 15, 16]);
        self.add(plus(first, gap), What::Dose(2));
        if self.rng.percent(50) {
            // Fourteen days after a duplicate, not after a dose.
            self.add(plus(first, 27), What::Dose(3));
        }
    }

    /// Refusals, doses not given, and other vaccines.
    fn extras(&mut self) {
        if self.rng.percent(12) {
            let days = self.rng.pick(&[-300, -90, -1, 0, 1, 2]);
            self.add(plus(self.as_at, days), What::Declined);
        }
        for what in [What::NotGiven, What::NotGivenWide, What::Other] {
            if self.rng.percent(7) {
                let date = plus(self.as_at, -self.rng.between(-2, 500));
                self.add(date, what);
            }
        }
    }
}
