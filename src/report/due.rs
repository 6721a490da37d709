//! Who is due a dose: one line a person, for the invite files.

use chrono::{Days, NaiveDate};

use super::counting::Filter;
use crate::classify::{
    Assessment, BoosterStatus, CampaignStatus, DaysOverdue, FirstDoseStatus, Population, SecondDoseStatus, StatusWord,
    ThirdPrimaryStatus, campaign_verdict, group_of,
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

    /// The status words by which people can be chosen: only of people who are
    /// due the dose, or will be.
    #[must_use]
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::First => &["eligible", "declined", "not-open", "due", "not-yet-due"],
            Self::Second => &["due", "overdue", "not-yet-due"],
            Self::ThirdPrimary => &["third-primary-due", "third-primary-not-yet-due", "due", "not-yet-due"],
            Self::Booster | Self::Campaign => &["eligible", "pending", "due", "not-yet-due"],
        }
    }
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
    pub statuses: Vec<String>,
    /// Also those due within this many days.
    pub due_within: Option<u32>,
    /// The campaign open as at.
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
    pub status: &'static str,
    /// When the dose is, or was, due.
    pub due: NaiveDate,
    /// Days overdue, where that is reckoned.
    pub days_overdue: Option<i64>,
    /// Whether the person declined on or after the last dose.
    pub declined: bool,
}

/// Whether a status is due now, or will be due later.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Now,
    Later,
}

/// What a person may be due of one kind.
struct Candidate {
    status: &'static str,
    due: NaiveDate,
    days_overdue: Option<i64>,
    when: When,
    /// The last day on which the dose is offered.
    last_day: NaiveDate,
}

impl Candidate {
    /// Whether a status word means this candidate: its own, or for doses whose
    /// ladder does not know them, due and not-yet-due.
    fn is_called(&self, word: &str, kind: DoseKind) -> bool {
        let in_general = match self.when {
            When::Now => "due",
            When::Later => "not-yet-due",
        };
        word == self.status || (kind != DoseKind::Second && word == in_general)
    }
}

/// The people due a dose: by practice, then most overdue, then NHS number.
#[must_use]
pub fn due_lines(population: &Population<'_>, query: &DueQuery<'_>) -> Vec<DueLine> {
    let kinds: &[DoseKind] = query.dose.as_ref().map_or(DoseKind::ALL, std::slice::from_ref);
    let kept = population.assessments.iter().filter(|assessment| query.filter.keeps(assessment));
    let mut lines: Vec<DueLine> = kept
        .filter_map(|assessment| kinds.iter().find_map(|kind| due_line(population, assessment, *kind, query)))
        .collect();
    lines.sort_by_key(|line| {
        let overdue = std::cmp::Reverse(line.days_overdue);
        (line.person.practice, line.days_overdue.is_none(), overdue, line.person.nhs_number)
    });
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
        candidate.when == When::Now
    } else {
        query.statuses.iter().any(|word| candidate.is_called(word, kind))
    };
    let doses = population.doses(assessment);
    let last_dose = doses.last().map(|dose| dose.date);
    (chosen || (soon && candidate.when == When::Later)).then(|| DueLine {
        person: assessment.person,
        kind,
        vaccine: vaccine(kind, query.campaign),
        status: candidate.status,
        due: candidate.due,
        days_overdue: candidate.days_overdue,
        declined: assessment.declined_on.is_some_and(|declined| last_dose.is_none_or(|last| declined >= last)),
    })
}

/// The dose as a letter or message calls it.
fn vaccine(kind: DoseKind, campaign: Option<&Campaign>) -> String {
    match (kind, campaign) {
        (DoseKind::Campaign, Some(campaign)) => format!("COVID-19 {} dose", campaign.label),
        _ => format!("COVID-19 {}", kind.label()),
    }
}

fn candidate(
    population: &Population<'_>,
    assessment: &Assessment,
    kind: DoseKind,
    campaign: Option<&Campaign>,
) -> Option<Candidate> {
    let rules = population.rules;
    let (status, due, days_overdue, when, last_day) = match kind {
        DoseKind::First => {
            let verdict = assessment.first_dose?;
            let when = match verdict.status {
                FirstDoseStatus::Eligible | FirstDoseStatus::Declined => When::Now,
                FirstDoseStatus::NotOpen => When::Later,
                FirstDoseStatus::NotInCohort | FirstDoseStatus::OfferClosed => return None,
            };
            (verdict.status.word(), verdict.due?, verdict.days_overdue.map(DaysOverdue::days), when, rules.offer.ends)
        }
        DoseKind::Second => {
            let verdict = assessment.second_dose?;
            let when = match verdict.status {
                SecondDoseStatus::Due | SecondDoseStatus::Overdue => When::Now,
                SecondDoseStatus::NotYetDue => When::Later,
                SecondDoseStatus::OfferClosed => return None,
            };
            (verdict.status.word(), verdict.due?, verdict.days_overdue.map(DaysOverdue::days), when, rules.offer.ends)
        }
        DoseKind::ThirdPrimary => {
            let verdict = assessment.third_primary?;
            let when = match verdict.status {
                ThirdPrimaryStatus::Due => When::Now,
                ThirdPrimaryStatus::NotYetDue => When::Later,
                _ => return None,
            };
            // Before the offer began, it is what will be due then, however long ago the primary course was.
            let due = match when {
                When::Now => verdict.due?,
                When::Later => verdict.due?.max(rules.third_primary.from),
            };
            (verdict.status.word(), due, verdict.days_overdue.map(DaysOverdue::days), when, rules.third_primary.to)
        }
        DoseKind::Booster => {
            let verdict = assessment.booster;
            let when = match verdict.status {
                BoosterStatus::Eligible => When::Now,
                BoosterStatus::Pending => When::Later,
                _ => return None,
            };
            (
                verdict.status.word(),
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
            let when = match verdict.status {
                CampaignStatus::Eligible => When::Now,
                CampaignStatus::Pending => When::Later,
                _ => return None,
            };
            (verdict.status.word(), verdict.due?, verdict.days_overdue.map(DaysOverdue::days), when, campaign.end)
        }
    };
    Some(Candidate { status, due, days_overdue, when, last_day })
}
