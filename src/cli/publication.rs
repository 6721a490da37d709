//! The steps of a preset as one publication: whoever gets what one of them
//! shows gets what all of them show (specification 6.3).

use crate::exit::Failure;
use crate::report::{Filter, KeptBack, Profile, Report, Table, kept_back_together};

/// The exact figures of a step, and how they are to be shown.
pub struct PublishedStep {
    profile: Profile,
    /// The filters that choose whom it counts.
    people: Vec<(&'static str, Vec<String>)>,
    tables: Vec<Table>,
}

impl PublishedStep {
    /// What is published of a report that is still exact.
    pub fn of(report: Report, profile: Profile) -> Self {
        let chosen = report.receipt.map(|receipt| receipt.filters).unwrap_or_default();
        let people = chosen.into_iter().filter(|(name, _)| Filter::NAMES.contains(name)).collect();
        Self { profile, people, tables: report.tables }
    }

    fn people(&self) -> String {
        let filters: Vec<String> =
            self.people.iter().map(|(name, values)| format!("{name} {}", values.join(","))).collect();
        if filters.is_empty() { "everybody".to_owned() } else { filters.join(", ") }
    }
}

/// What each of so many steps of a preset keeps back for the sake of the others;
/// `published` are those with a profile, each with its place.
///
/// # Errors
/// When steps are published that count different people, or by different
/// profiles: what one keeps back could be worked out from the other.
pub fn kept_back_of_steps(
    published: &[(usize, PublishedStep)],
    steps: usize,
    preset: &str,
) -> Result<Vec<Option<KeptBack>>, Failure> {
    let mut kept_back = vec![None; steps];
    let Some((first, own)) = published.first() else { return Ok(kept_back) };
    for (place, other) in &published[1..] {
        let differ = |what: &str, one: &str, two: &str, mend: &str| {
            Failure::refused(format!(
                "preset {preset}: steps {} and {} are published together, but {what}: {one} and {two}. What one of them keeps back could be worked out from the other: {mend}",
                first + 1,
                place + 1
            ))
        };
        if own.profile != other.profile {
            let mend = "give all steps the same --disclosure";
            return Err(differ("their disclosure profiles differ", own.profile.name(), other.profile.name(), mend));
        }
        if own.people != other.people {
            let mend = "count the same people in all of them, and tell groups apart with --by";
            return Err(differ("they count different people", &own.people(), &other.people(), mend));
        }
    }
    let tables: Vec<&[Table]> = published.iter().map(|(_, step)| step.tables.as_slice()).collect();
    let together = kept_back_together(own.profile, &tables);
    for ((place, _), kept) in published.iter().zip(together) {
        kept_back[*place] = Some(kept);
    }
    Ok(kept_back)
}
