//! Plain English for what a row says.

use super::model::{AgeOn, CampaignGroup, Who};
use crate::domain::{Cohort, Flags, UkDate};

/// "a", "a and b", "a, b and c".
pub(super) fn list(items: &[String], link: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} {link} {last}", most.join(", ")),
    }
}

/// "cohorts 1 to 9", "cohort 10", "cohorts 14 to 16 and people in no cohort".
pub(super) fn cohorts(cohorts: &[Cohort]) -> String {
    let mut sorted: Vec<Cohort> = cohorts.to_vec();
    sorted.sort();
    let numbers: Vec<usize> = sorted.iter().map(|cohort| cohort.index()).filter(|index| *index > 0).collect();
    let runs: Vec<String> = numbers
        .chunk_by(|left, right| left + 1 == *right)
        .flat_map(|run| match run {
            [first, _, .., last] => vec![format!("{first} to {last}")],
            short => short.iter().map(usize::to_string).collect(),
        })
        .collect();
    let mut parts = Vec::new();
    if !runs.is_empty() {
        parts.push(format!("cohort{} {}", if numbers.len() == 1 { "" } else { "s" }, list(&runs, "and")));
    }
    if numbers.len() < sorted.len() {
        parts.push("people in no cohort".to_owned());
    }
    list(&parts, "and")
}

/// A sentence with a capital.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "1 day", "91 days".
pub(super) fn days(count: u16) -> String {
    format!("{count} day{}", if count == 1 { "" } else { "s" })
}

/// "at risk, carer or household contact".
fn flags(flags: Flags) -> String {
    let names: Vec<String> = flags.names().map(|name| name.replace('_', " ")).collect();
    list(&names, "or")
}

/// "aged 65 or over on 31/03/2021 and care home resident".
pub(super) fn who(who: &Who) -> String {
    let day = match who.age_on {
        AgeOn::AsAt => "on the as-at date".to_owned(),
        AgeOn::Date(date) => format!("on {}", UkDate(date)),
    };
    let age = match (who.min_age, who.max_age) {
        (None, None) => None,
        (Some(min), None) => Some(format!("aged {min} or over {day}")),
        (None, Some(max)) => Some(format!("aged {max} or under {day}")),
        (Some(min), Some(max)) => Some(format!("aged {min} to {max} {day}")),
    };
    let reached = who.min_age.zip(who.min_age_reached_by);
    let reached = reached.map(|(min, day)| format!("{min} or over on {}", UkDate(day)));
    let flags = Some(flags(who.any_of)).filter(|text| !text.is_empty());
    let parts: Vec<String> = age.into_iter().chain(reached).chain(flags).collect();
    list(&parts, "and")
}

/// "75+; care home; immunosuppressed 12+".
pub(super) fn groups(groups: &[CampaignGroup]) -> String {
    let labels: Vec<&str> = groups.iter().map(|group| group.label.as_str()).collect();
    labels.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cohorts_are_named_in_runs() {
        for (numbers, text) in [
            (vec![1, 2, 3, 4], "cohorts 1 to 4"),
            (vec![10], "cohort 10"),
            (vec![12, 11], "cohorts 11 and 12"),
            (vec![1, 2, 3, 13, 15, 16], "cohorts 1 to 3, 13, 15 and 16"),
        ] {
            let named: Vec<Cohort> = numbers.into_iter().filter_map(Cohort::numbered).collect();
            assert_eq!(cohorts(&named), text);
        }
        assert_eq!(cohorts(&[Cohort::NONE]), "people in no cohort");
        let all: Vec<Cohort> = Cohort::all().collect();
        assert_eq!(cohorts(&all), "cohorts 1 to 17 and people in no cohort");
    }
}
