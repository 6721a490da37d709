//! Which cohort somebody is in (specification 3.1): the first that matches.

use chrono::NaiveDate;

use crate::domain::{Cohort, Person, completed_years};
use crate::rules::{AgeOn, CohortRule, RuleSet, Who};

/// The person's cohort and the rule that gave it; no rule for no cohort.
pub fn cohort_of<'a>(person: &Person, rules: &'a RuleSet, as_at: NaiveDate) -> (Cohort, Option<&'a CohortRule>) {
    let found = rules.cohorts.iter().find(|rule| rule.who.iter().any(|who| fits(who, person, as_at)));
    found.map_or((Cohort::NONE, None), |rule| (rule.cohort, Some(rule)))
}

/// Whether one way into a cohort is the person's.
pub fn fits(who: &Who, person: &Person, as_at: NaiveDate) -> bool {
    // Most ways are by a flag, and most people have none.
    if !who.any_of.is_empty() && !person.flags.any(who.any_of) {
        return false;
    }
    let on = match who.age_on {
        AgeOn::AsAt => as_at,
        AgeOn::Date(date) => date,
    };
    let age = completed_years(person.birth, on);
    let old_enough = who.min_age.is_none_or(|youngest| age.is_some_and(|age| age >= u16::from(youngest)));
    let young_enough = who.max_age.is_none_or(|oldest| age.is_none_or(|age| age <= u16::from(oldest)));
    let reached = who
        .min_age
        .zip(who.min_age_reached_by)
        .is_none_or(|(youngest, day)| completed_years(person.birth, day).is_some_and(|age| age >= u16::from(youngest)));
    old_enough && young_enough && reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Flags, NhsNumber};

    fn born(year: i32, month: u32, day: u32) -> Person {
        let number = NhsNumber::read(b"9990000018").unwrap();
        Person::unremarkable(number, NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn both_ends_of_an_age_range_belong_to_it() {
        let as_at = NaiveDate::from_ymd_opt(2022, 5, 11).unwrap();
        let (min_age, max_age) = (Some(12), Some(15));
        let who = Who { age_on: AgeOn::AsAt, min_age, max_age, min_age_reached_by: None, any_of: Flags::default() };
        // 11 until tomorrow, 12, 15 until tomorrow, 16.
        let births = [(2010, 12), (2010, 11), (2006, 12), (2006, 11)];
        let found = births.map(|(year, day)| fits(&who, &born(year, 5, day), as_at));
        assert_eq!(found, [false, true, true, false]);
    }
}
