//! From when a person was offered a dose, and how many of those like the person
//! took it.

use crate::domain::Flags;
use crate::sample::calendar::{Day, day};
use crate::sample::people::SyntheticPerson;
use crate::sample::programme::Programme;

/// How many in a thousand of people like this one have a first dose.
pub fn uptake(person: &SyntheticPerson) -> u32 {
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

/// The day from which a first dose was offered (specification 3.1); ages are as
/// the programme took them when it began.
pub fn first_offered(person: &SyntheticPerson, programme: &Programme, as_at: Day) -> Option<Day> {
    let from = |cohort: usize| programme.first_doses_from(cohort);
    let aged = |age: i32| person.is_aged(age, const { day(2021, 3, 31) });
    let has = |flag: Flags| person.flags.any(flag);
    let risk = has(Flags::AT_RISK
        | Flags::IMMUNOSUPPRESSED
        | Flags::CLINICALLY_EXTREMELY_VULNERABLE
        | Flags::HOUSEHOLD_CONTACT);
    let staff = has(Flags::CARE_HOME_STAFF | Flags::HEALTH_CARE_WORKER);
    let opens = if aged(80) || aged(65) && has(Flags::CARE_HOME_RESIDENT) {
        from(2)
    } else if staff && aged(16) {
        from(2) + 14
    } else if aged(70) || aged(16) && has(Flags::CLINICALLY_EXTREMELY_VULNERABLE) {
        from(4)
    } else if aged(65) || aged(16) && (risk || has(Flags::CARER)) {
        from(6)
    } else if aged(60) {
        from(7)
    } else if aged(55) {
        from(8)
    } else if aged(50) {
        from(9)
    } else if person.is_aged(40, const { day(2021, 7, 1) }) {
        from(10)
    } else if person.is_aged(30, const { day(2021, 7, 1) }) {
        from(11)
    } else {
        // The earliest of what opened as the person grew.
        let since = |age: i32, cohort: usize| from(cohort).max(person.birthday(age));
        let child = since(5, if risk { 17 } else { 16 });
        let teenager = since(12, if risk { 13 } else { 15 });
        child.min(teenager).min(since(16, 14)).min(since(18, 12))
    };
    (opens <= as_at).then_some(opens)
}

/// The day from which a first booster was offered (specification 3.4).
pub fn booster_offered(person: &SyntheticPerson, programme: &Programme, as_at: Day) -> Option<Day> {
    let risk = person.flags.any(
        Flags::AT_RISK
            | Flags::IMMUNOSUPPRESSED
            | Flags::CLINICALLY_EXTREMELY_VULNERABLE
            | Flags::HOUSEHOLD_CONTACT
            | Flags::CARER
            | Flags::HEALTH_CARE_WORKER
            | Flags::CARE_HOME_STAFF,
    );
    let from = |cohort: usize| programme.boosters_from(cohort);
    let aged = |age: i32| person.is_aged(age, as_at);
    Some(if person.is_aged(50, const { day(2021, 3, 31) }) || risk && aged(16) {
        from(9)
    } else if person.is_aged(40, const { day(2021, 7, 1) }) {
        from(10)
    } else if aged(18) {
        from(12).max(person.birthday(18))
    } else if aged(16) {
        from(14).max(person.birthday(16))
    } else if risk && aged(12) {
        from(13)
    } else {
        return None;
    })
}
