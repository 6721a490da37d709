//! What the program makes of a folder of data, found in process: the answers of
//! `uptake` and `invites`, and the doubts that `check` would show.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use vaxdash::domain::{Doubt, DoubtId, EventBucket, RecordFault};
use vaxdash::invites::{BookingTarget, Choices, InvitePlan, WaterfallStep, apply_exclusions, is_reachable, targets};
use vaxdash::load::Reading;
use vaxdash::report::{Cell, Dimension, DueQuery, Filter, ShareDetail, Uptake, View, due_lines};
use vaxdash::rules::RuleSet;
use vaxdash::run::{Dates, Paths, Reconciled, RunFault, assess, scope, survey};

/// What is made of a folder.
pub enum Answer {
    /// No report: an exit code that is not 0.
    Refused(String),
    /// The answers, with the doubts that stand.
    Given(Box<Given>),
}

/// The answers of the commands.
pub struct Given {
    /// Uptake by several keys: the rows of each table.
    pub uptake: Vec<Vec<Vec<Cell>>>,
    /// Who is written to which file, cell by cell.
    pub invited: BTreeSet<Vec<String>>,
    /// How many people each step of the waterfall took out.
    pub steps: Vec<(WaterfallStep, Option<u64>)>,
    /// Who is listed for want of a contact, for a visit or for review.
    pub listed: BTreeSet<String>,
    /// Rows that are rejected, of nobody, or of no practice of one's own.
    pub lost: u64,
    /// The doubts.
    pub doubts: Vec<Doubt>,
    /// How many records are to be mended, by what is wrong.
    pub to_mend: BTreeMap<RecordFault, usize>,
}

/// The targets that the invitations are made for.
fn ways() -> Vec<BookingTarget> {
    let wanted = ["notify-sms", "notify-email", "notify-letter", "phone-list"];
    let all = targets().unwrap();
    wanted.iter().map(|name| all.iter().find(|target| target.name == *name).unwrap().clone()).collect()
}

/// Reads a folder as at a date, which is the clock's too.
pub fn answer(folder: &Path, rules: &RuleSet, as_at: NaiveDate) -> Answer {
    match given(folder, rules, as_at) {
        Ok(given) => Answer::Given(Box::new(given)),
        Err(fault) => Answer::Refused(format!("{fault:?}")),
    }
}

fn given(folder: &Path, rules: &RuleSet, as_at: NaiveDate) -> Result<Given, RunFault> {
    let paths = [folder.to_owned()];
    let reading = Reading { threads: 1, ..Reading::default() };
    let found = survey(Paths { data: &paths, ..Paths::default() }, reading)?;
    let scoped = scope(found, rules, &[], Dates { as_at, today: as_at }).map_err(|none| none.fault)?;
    let run = assess(scoped.with_quality(true), None, None)?;
    let filter = Filter::default();
    let view = View { population: &run.population, scope: &run.setup.scope, filter: &filter };
    let tables = [
        (vec![Dimension::Practice], false),
        (vec![Dimension::Practice], true),
        (vec![Dimension::Age, Dimension::Gender], true),
        (vec![Dimension::Ethnicity, Dimension::Imd], false),
        (vec![Dimension::Cohort], false),
    ];
    let uptake = tables
        .map(|(by, detail)| {
            Uptake { by, detail, campaign: None, shown: ShareDetail::default() }.table(view).unwrap().rows
        })
        .to_vec();
    let plan = plan(&run)?;
    let key = |list: &str, number: String, why: &str| format!("{list} {number} {why}");
    let mut listed = BTreeSet::new();
    for one in &plan.exceptions {
        listed.insert(key("exception", one.line.person.nhs_number.digits(), &one.because));
    }
    for one in &plan.visits {
        listed.insert(key("visit", one.line.person.nhs_number.digits(), &one.because));
    }
    for one in &plan.to_review {
        listed.insert(key("review", one.line.person.nhs_number.digits(), ""));
    }
    let invited = plan.rows.iter().map(|row| {
        let number = row.line.person.nhs_number.digits();
        [&[number, row.target.to_string()], &row.cells[..]].concat()
    });
    let [rejected, unlinkable] = [EventBucket::Rejected, EventBucket::Unlinkable].map(|to| run.vaccinations.of(to));
    let lost = run.accounts.patients.rejected + run.accounts.patients.other_practices + rejected + unlinkable;
    let to_mend = to_mend(&run)?;
    Ok(Given {
        to_mend,
        lost,
        uptake,
        invited: invited.collect(),
        steps: plan.waterfall.steps(),
        listed,
        doubts: run.doubts,
    })
}

/// How many records are to be mended, by what is wrong.
fn to_mend(run: &Reconciled<'_>) -> Result<BTreeMap<RecordFault, usize>, RunFault> {
    let mut found = BTreeMap::new();
    let mut people = Vec::new();
    for assessment in &run.population.assessments {
        people.push(assessment.person);
        for record in run.population.records_to_mend(assessment) {
            *found.entry(record.fault).or_default() += 1;
        }
    }
    let unreachable = run.contacts(&people)?.iter().filter(|contact| !is_reachable(contact)).count();
    found.insert(RecordFault::NoContact, unreachable);
    Ok(found)
}

/// Who is invited to what is due next.
fn plan(run: &Reconciled<'_>) -> Result<InvitePlan, RunFault> {
    let campaign = run.setup.rules.campaign_open_within(run.setup.as_at, 0);
    let filter = Filter::default();
    let query = DueQuery { filter, dose: None, statuses: Vec::new(), due_within: None, campaign };
    let (ways, choices) = (ways(), Choices::default());
    let mut plan = InvitePlan::default();
    let left = apply_exclusions(due_lines(&run.population, &query), &ways, &choices, &mut plan);
    let people: Vec<_> = left.iter().map(|line| line.person).collect();
    let contacts = run.contacts(&people)?;
    plan.fill(left, &contacts, &ways, &choices, &run.setup.scope).unwrap();
    Ok(plan)
}

impl Given {
    /// How much there is of each doubt: by its name and what was found, figures apart.
    fn amounts(&self) -> BTreeMap<(DoubtId, String), u64> {
        let mut amounts = BTreeMap::new();
        for doubt in &self.doubts {
            let what = doubt.what.chars().filter(|c| !c.is_ascii_digit()).collect();
            *amounts.entry((doubt.id, what)).or_default() += doubt.count;
        }
        amounts
    }

    /// The doubts that stand here, and not, or not so much, in the other.
    pub fn doubts_beyond(&self, plain: &Self) -> BTreeSet<DoubtId> {
        let before = plain.amounts();
        let more = self.amounts().into_iter().filter(|(key, count)| before.get(key).is_none_or(|other| count > other));
        more.map(|((id, _), _)| id).collect()
    }

    /// In what the answers differ, if they do.
    pub fn differs(&self, plain: &Self) -> Option<String> {
        let said = [
            (self.uptake != plain.uptake).then(|| "uptake".to_owned()),
            (self.invited != plain.invited).then(|| {
                let more = self.invited.difference(&plain.invited).count();
                let fewer = plain.invited.difference(&self.invited).count();
                format!("invited (+{more} −{fewer})")
            }),
            (self.steps != plain.steps).then(|| "the waterfall".to_owned()),
            (self.listed != plain.listed).then(|| "the lists beside".to_owned()),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// The people who are invited here and not in the other.
    pub fn newly_invited(&self, plain: &Self) -> usize {
        let numbers = |given: &Self| given.invited.iter().map(|row| row[0].clone()).collect::<BTreeSet<_>>();
        numbers(self).difference(&numbers(plain)).count()
    }
}
