//! Who is due a dose: one line a person, for the invite files.

use chrono::{Days, NaiveDate};

use super::counting::Filter;
use super::review::{ReviewEvent, is_booked, review_events};
use crate::classify::{
    Assessment, BoosterStatus, CampaignStatus, DaysOverdue, FirstDoseStatus, ListStatus, Population, SecondDoseStatus,
    StatusWord, ThirdPrimaryStatus, WhenDue, booster_due_at_opening, campaign_verdict, group_of,
};
use crate::domain::{Named, Person, named_values};
use crate::rules::Campaign;

/// The doses people are invited to, in the order in which a person is due them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DoseKind {
    /// First dose.
    First,
    /// Second dose.
    Second,
    /// Third primary dose of the immunosuppressed.
    ThirdPrimary,
    /// First booster.
    Booster,
    /// Dose of the campaign open as at.
    Campaign,
}

impl DoseKind {
    /// The dose in plain English; a campaign's has its name besides.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::First => "first dose",
            Self::Second => "second dose",
            Self::ThirdPrimary => "third primary dose",
            Self::Booster => "first booster",
            Self::Campaign => "campaign dose",
        }
    }

    /// The words by which people can be chosen, each with the statuses that it
    /// means: only of people who are due the dose, or will be. A dose whose
    /// ladder does not know them is also due and not-yet-due in general.
    #[must_use]
    pub fn choices(self) -> Vec<(&'static str, ListStatus)> {
        match self {
            Self::First => with_general_words(FirstDoseStatus::when_due),
            Self::Second => own_words(SecondDoseStatus::when_due).map(|(word, status, _)| (word, status)).collect(),
            Self::ThirdPrimary => with_general_words(ThirdPrimaryStatus::when_due),
            Self::Booster => with_general_words(BoosterStatus::when_due),
            Self::Campaign => with_general_words(CampaignStatus::when_due),
        }
    }
}

/// The statuses of a ladder in which a dose can be had, by their own words.
fn own_words<S: StatusWord + Into<ListStatus>>(
    when_due: impl Fn(S) -> Option<WhenDue>,
) -> impl Iterator<Item = (&'static str, ListStatus, WhenDue)> {
    S::ALL.iter().filter_map(move |status| Some((status.word(), (*status).into(), when_due(*status)?)))
}

/// The same, each also by the word for when the dose can be had.
fn with_general_words<S: StatusWord + Into<ListStatus>>(
    when_due: impl Fn(S) -> Option<WhenDue>,
) -> Vec<(&'static str, ListStatus)> {
    let both = own_words(when_due).flat_map(|(word, status, when)| {
        let in_general = match when {
            WhenDue::Now => "due",
            WhenDue::Later => "not-yet-due",
        };
        [(word, status), (in_general, status)]
    });
    both.collect()
}

// The words of `--dose` and of file names.
named_values!(DoseKind {
    First => ("first", "First dose."),
    Second => ("second", "Second dose."),
    ThirdPrimary => ("third-primary", "Third primary dose of the immunosuppressed."),
    Booster => ("booster", "First booster."),
    Campaign => ("campaign", "Dose of the campaign that is open."),
});

/// Who is wanted.
pub struct DueQuery<'a> {
    /// Which patients.
    pub filter: Filter<'a>,
    /// Which dose; `None` for what each person is due next.
    pub dose: Option<DoseKind>,
    /// Which statuses; empty for everybody due on or before as-at.
    pub statuses: Vec<ListStatus>,
    /// Also those due within this many days.
    pub due_within: Option<u32>,
    /// The campaign that people are invited to: the one open as at, else the
    /// first that begins within the days of `due_within`.
    pub campaign: Option<&'a Campaign>,
}

/// A person who is due a dose.
#[derive(Debug, Clone)]
pub struct DueLine {
    /// The person.
    pub person: Person,
    /// The dose.
    pub kind: DoseKind,
    /// The dose in plain English, such as `COVID-19 second dose`.
    pub vaccine: String,
    /// Where the person stands.
    pub status: ListStatus,
    /// When the dose is, or was, due.
    pub due: NaiveDate,
    /// Days overdue, where that is reckoned.
    pub days_overdue: Option<i64>,
    /// Whether the person declined on or after the last dose; for a campaign,
    /// since its declines count.
    pub declined: bool,
    /// Whether a vaccination is booked.
    pub booked: bool,
    /// What a clinician must look at before the person is invited.
    pub to_review: Vec<ReviewEvent>,
    /// The date of the last dose.
    pub last_dose: Option<NaiveDate>,
}

/// What a person may be due of one kind.
struct Candidate {
    status: ListStatus,
    due: NaiveDate,
    days_overdue: Option<i64>,
    when: WhenDue,
    /// The last day on which the dose is offered.
    last_day: NaiveDate,
}

/// The people due a dose: by practice, then by due date, then by NHS number.
#[must_use]
pub fn due_lines(population: &Population<'_>, query: &DueQuery<'_>) -> Vec<DueLine> {
    let kinds: &[DoseKind] = query.dose.as_ref().map_or(DoseKind::ALL, std::slice::from_ref);
    let kept =
        population.assessments.iter().filter(|assessment| query.filter.keeps(assessment, population.doses(assessment)));
    let mut lines: Vec<DueLine> = kept
        .filter_map(|assessment| kinds.iter().find_map(|kind| due_line(population, assessment, *kind, query)))
        .collect();
    lines.sort_by_key(|line| (line.person.practice, line.due, line.person.nhs_number));
    lines
}

fn due_line(
    population: &Population<'_>,
    assessment: &Assessment,
    kind: DoseKind,
    query: &DueQuery<'_>,
) -> Option<DueLine> {
    let candidate = candidate(population, assessment, kind, query.campaign)?;
    let soon = query.due_within.is_some_and(|days| {
        let until = population.as_at.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        candidate.due <= until.min(candidate.last_day)
    });
    let chosen = if query.statuses.is_empty() {
        candidate.when == WhenDue::Now
    } else {
        query.statuses.contains(&candidate.status)
    };
    let doses = population.doses(assessment);
    let last_dose = doses.last().map(|dose| dose.date);
    (chosen || (soon && candidate.when == WhenDue::Later)).then(|| DueLine {
        person: assessment.person,
        kind,
        vaccine: vaccine(kind, query.campaign),
        status: candidate.status,
        due: candidate.due,
        days_overdue: candidate.days_overdue,
        declined: has_declined(assessment, last_dose, query.campaign.filter(|_| kind == DoseKind::Campaign)),
        booked: is_booked(assessment),
        to_review: review_events(population, assessment),
        last_dose,
    })
}

/// Whether the latest refusal counts: on or after the last dose, and for a
/// campaign from the day from which it counts refusals.
fn has_declined(assessment: &Assessment, last_dose: Option<NaiveDate>, campaign: Option<&Campaign>) -> bool {
    let from = last_dose.max(campaign.and_then(|campaign| campaign.declines_from));
    assessment.declined_on.is_some_and(|declined| from.is_none_or(|from| declined >= from))
}

/// The dose as a letter or message calls it.
fn vaccine(kind: DoseKind, campaign: Option<&Campaign>) -> String {
    match campaign.filter(|_| kind == DoseKind::Campaign) {
        Some(campaign) => format!("COVID-19 {} dose", campaign.label),
        None => format!("COVID-19 {}", kind.label()),
    }
}

fn candidate(
    population: &Population<'_>,
    assessment: &Assessment,
    kind: DoseKind,
    campaign: Option<&Campaign>,
) -> Option<Candidate> {
    let rules = population.rules;
    let (status, due, days_overdue, when, last_day): (ListStatus, _, _, _, _) = match kind {
        DoseKind::First => {
            let verdict = assessment.first_dose?;
            let when = verdict.status.when_due()?;
            (verdict.status.into(), verdict.due?, verdict.days_overdue.map(DaysOverdue::days), when, rules.offer.ends)
        }
        DoseKind::Second => {
            let verdict = assessment.second_dose?;
            let when = verdict.status.when_due()?;
            (verdict.status.into(), verdict.due?, verdict.days_overdue.map(DaysOverdue::days), when, rules.offer.ends)
        }
        DoseKind::ThirdPrimary => {
            let verdict = assessment.third_primary?;
            let when = verdict.status.when_due()?;
            // Before the offer began, it is what will be due then, however long ago the primary course was.
            let due = match when {
                WhenDue::Now => verdict.due?,
                WhenDue::Later => verdict.due?.max(rules.third_primary.from),
            };
            (verdict.status.into(), due, verdict.days_overdue.map(DaysOverdue::days), when, rules.third_primary.to)
        }
        DoseKind::Booster if assessment.booster.status == BoosterStatus::NotOpen => {
            // An opening of the offer: due then, by the interval in force on that day.
            let due = booster_due_at_opening(&assessment.course, assessment.cohort, rules, population.as_at)?;
            (BoosterStatus::NotOpen.into(), due, None, WhenDue::Later, rules.booster_offer.ends)
        }
        DoseKind::Booster => {
            let verdict = assessment.booster;
            let when = verdict.status.when_due()?;
            (
                verdict.status.into(),
                verdict.due?,
                verdict.days_overdue.map(DaysOverdue::days),
                when,
                rules.booster_offer.ends,
            )
        }
        DoseKind::Campaign => {
            let campaign = campaign?;
            group_of(&assessment.person, campaign)?;
            let verdict = campaign_verdict(campaign, assessment, population.doses(assessment), population.as_at);
            let when = verdict.status.when_due()?;
            (verdict.status.into(), verdict.due?, verdict.days_overdue.map(DaysOverdue::days), when, campaign.end)
        }
    };
    Some(Candidate { status, due, days_overdue, when, last_day })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever cannot be due a dose cannot be chosen for it, by whatever word.
    #[test]
    fn only_statuses_of_people_who_are_or_will_be_due_can_be_chosen() {
        let words = |kind: DoseKind| {
            let choices = kind.choices();
            choices.iter().map(|(word, status)| format!("{word}={}", status.word())).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            words(DoseKind::First),
            "not-open=not-open not-yet-due=not-open contraindicated=contraindicated due=contraindicated \
             declined=declined due=declined eligible=eligible due=eligible"
        );
        assert_eq!(words(DoseKind::Second), "not-yet-due=not-yet-due due=due overdue=overdue");
        assert_eq!(
            words(DoseKind::ThirdPrimary),
            "third-primary-due=third-primary-due due=third-primary-due \
             third-primary-not-yet-due=third-primary-not-yet-due not-yet-due=third-primary-not-yet-due"
        );
        for kind in [DoseKind::Booster, DoseKind::Campaign] {
            assert_eq!(words(kind), "pending=pending not-yet-due=pending eligible=eligible due=eligible");
        }
    }
}
