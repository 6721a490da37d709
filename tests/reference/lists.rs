//! Line lists (section 4): who is on a list, in which order, and with which status and due date.

pub mod cells;

use super::dates::plus;
use super::engine::{Person, Results};
use super::model::World;
use super::reports::vaccinated_on;
use super::reports::{Row, SINCE_PRIMARY, cohorts_count};
use super::rules::{campaign_called, default_campaign, first_doses_from};
use super::uptake::Filter;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// The reports that have a line list.
pub const LISTS: [&str; 7] =
    ["first-dose", "second-dose", "boosters", "campaign", "immunosuppressed", "cohorts", "patients"];

/// The columns of cohorts that count people, but for `patients`.
const COHORT_WORDS: [&str; 7] = [
    "first-dose",
    "primary-complete",
    "booster",
    "first-dose-eligible",
    "second-dose-pending",
    "second-dose-overdue",
    "booster-eligible",
];

/// Silent: the words by which the second table of boosters is listed; its key, with the band after it.
const SINCE: &str = "time-since-primary";
const BANDS: [&str; 8] = [
    "time-since-primary-0-27",
    "time-since-primary-28-55",
    "time-since-primary-56-90",
    "time-since-primary-91-121",
    "time-since-primary-122-151",
    "time-since-primary-152-181",
    "time-since-primary-182-364",
    "time-since-primary-365+",
];

/// The words for `--status` of a report that are no status of a person: columns that count people.
pub fn column_words(report: &str) -> Vec<&'static str> {
    match report {
        "second-dose" => vec!["first-dose-only"],
        "boosters" => ["patients", SINCE].into_iter().chain(BANDS).collect(),
        "immunosuppressed" => vec!["patients", "booster-due", "campaign-due"],
        "cohorts" => std::iter::once("patients").chain(COHORT_WORDS).collect(),
        "patients" => vec!["patients", "immunosuppressed", "housebound", "restricted"],
        "campaign" => vec!["patients", "last-7-days"],
        _ => vec!["patients"],
    }
}

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The report, one of [`LISTS`].
    pub report: &'static str,
    /// The id of the campaign, where `campaign` is told one.
    pub campaign: Option<&'static str>,
    /// The filters.
    pub filter: Filter,
    /// What `--status` is given, in hyphens: statuses, or the columns of the table; none is all.
    pub statuses: Vec<&'static str>,
}

/// Where a person stands in the report that the list belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The status word.
    pub status: &'static str,
    /// The report's own due date.
    pub due: Option<NaiveDate>,
    /// Days overdue: 0 on the due date itself, but for second doses, which have a day of their own for it.
    pub days_overdue: Option<i64>,
}

/// A person on a list.
pub struct Entry<'run> {
    /// The person.
    pub person: &'run Person,
    /// Why and since when.
    pub verdict: Verdict,
}

impl Results {
    /// Where a person stands in a report; none where its table does not count the person.
    pub fn verdict(&self, request: &Request, person: &Person) -> Option<Verdict> {
        let late = |due: NaiveDate, is_late: bool| is_late.then(|| (self.as_at - due).num_days());
        match request.report {
            "first-dose" => {
                // Silent: who has no due date. The vaccinated: a date would say that a dose is due.
                let due = first_doses_from(person.cohort).filter(|_| person.first_dose != "vaccinated");
                Some(Verdict { status: person.first_dose, due, days_overdue: None })
            }
            "second-dose" => {
                let second = person.second_dose.as_ref()?;
                // Dose 1 + due_after (3.2) on every row, also after the offer has closed.
                Some(Verdict { status: second.status, due: Some(second.due), days_overdue: second.days_overdue })
            }
            "boosters" => {
                let status = person.booster.status;
                let due = person.booster.due.filter(|_| matches!(status, "pending" | "eligible"));
                let days_overdue = due.and_then(|due| late(due, status == "eligible"));
                Some(Verdict { status, due, days_overdue })
            }
            "campaign" => {
                let id = request.campaign.or_else(|| default_campaign(self.as_at).map(|campaign| campaign.id))?;
                let standing = person.campaigns[id].as_ref()?;
                let status = standing.status;
                let due = Some(standing.earliest).filter(|_| matches!(status, "too-soon" | "pending" | "eligible"));
                let days_overdue = due.and_then(|due| late(due, status == "eligible"));
                Some(Verdict { status, due, days_overdue })
            }
            "immunosuppressed" => {
                let third = person.third_primary.as_ref()?;
                // Silent: whether the due date is still shown when the offer is over. It is, until given.
                let days_overdue = third.due.and_then(|due| late(due, third.status == "third-primary-due"));
                Some(Verdict { status: third.status, due: third.due, days_overdue })
            }
            "cohorts" | "patients" => Some(Verdict { status: person.status, due: None, days_overdue: None }),
            other => panic!("{other} has no line list"),
        }
    }

    /// The people on a list: by practice, then most overdue and blanks last, then NHS number.
    pub fn entries(&self, request: &Request) -> Vec<Entry<'_>> {
        let wanted = |entry: &Entry<'_>| {
            let mut words = request.statuses.iter();
            request.statuses.is_empty() || words.any(|word| self.is_counted(request, word, entry))
        };
        let mut entries: Vec<Entry<'_>> = self
            .admitted(&request.filter)
            .into_iter()
            .filter_map(|person| Some(Entry { person, verdict: self.verdict(request, person)? }))
            .filter(wanted)
            .collect();
        entries.sort_by_key(|entry| {
            let days = entry.verdict.days_overdue;
            let facts = &entry.person.facts;
            (facts.practice_code.clone(), days.is_none(), Reverse(days), facts.nhs_number.clone())
        });
        entries
    }

    /// Whether a column of the report's table, by its key in hyphens, or a status counts a person of it.
    ///
    /// Silent: `primary-complete` is a column of cohorts and a course status; it is the column.
    fn is_counted(&self, request: &Request, word: &str, entry: &Entry<'_>) -> bool {
        let Entry { person, verdict } = entry;
        match (request.report, word) {
            ("second-dose", "first-dose-only") => true,
            ("second-dose", _) => verdict.status == word,
            (_, "patients") => true,
            ("boosters", _) if word.starts_with(SINCE) => self.days_waiting(person).is_some_and(|days| {
                let band = word[SINCE.len()..].strip_prefix('-');
                let within = SINCE_PRIMARY.iter().find(|(_, from, to)| (*from..=*to).contains(&days));
                band.is_none_or(|band| within.is_some_and(|(name, _, _)| *name == band))
            }),
            ("campaign", "last-7-days") => {
                let id = request.campaign.or_else(|| default_campaign(self.as_at).map(|campaign| campaign.id));
                let day = id.and_then(|id| vaccinated_on(person, campaign_called(id)));
                day.is_some_and(|day| day >= plus(self.as_at, -6))
            }
            ("immunosuppressed", "booster-due") => person.booster.status == "eligible",
            ("immunosuppressed", "campaign-due") => self.due_in_the_open_campaign(person),
            ("cohorts", _) if COHORT_WORDS.contains(&word) => cohorts_count(&word.replace('-', "_"), person),
            ("patients", "immunosuppressed") => person.facts.immunosuppressed,
            ("patients", "housebound") => person.facts.housebound,
            ("patients", "restricted") => person.facts.restricted,
            _ => verdict.status == word,
        }
    }

    /// A list with every column, in the order of section 4.
    pub fn list(&self, world: &World, request: &Request) -> Vec<Row> {
        self.entries(request).iter().map(|entry| self.list_row(world, entry)).collect()
    }
}
