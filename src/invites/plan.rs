//! Who among the people due a dose is written, and to which file
//! (specification 5).

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::reach::{Invitee, Unreached, row_for};
use super::reviewed::Reviewed;
use super::rounds::Rounds;
use super::targets::BookingTarget;
use super::waterfall::{Waterfall, WaterfallStep};
use crate::domain::{Contact, Flags, NhsNumber, Scope};
use crate::report::DueLine;

/// What the user chose.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Keep care-home residents and the housebound.
    pub include_visits: bool,
    /// People invited lately.
    pub already_invited: HashSet<NhsNumber>,
    /// People whose records a clinician has looked at.
    pub reviewed: Reviewed,
    /// Steps for which no file has a column.
    pub not_known: Vec<WaterfallStep>,
    /// At most this many rows a practice.
    pub limit: Option<u64>,
    /// What went before, and how often and how soon people may be contacted.
    pub rounds: Rounds,
}

/// A row of an import file.
#[derive(Clone)]
pub struct InviteRow {
    /// The person and the dose.
    pub line: DueLine,
    /// Which of the targets.
    pub target: usize,
    /// The cells, in the order of the target's columns.
    pub cells: Vec<String>,
    /// The how many-th contact about the dose this is.
    pub round: u32,
}

impl fmt::Debug for InviteRow {
    /// Never prints a cell: they are names and numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InviteRow").field("line", &self.line).field("target", &self.target).finish_non_exhaustive()
    }
}

/// A person who is not written, and why.
#[derive(Debug, Clone)]
pub struct NotInvited {
    /// The person and the dose.
    pub line: DueLine,
    /// Why.
    pub because: String,
    /// More on it; never the value of a cell.
    pub detail: String,
}

/// Where everybody goes.
#[derive(Default)]
pub struct InvitePlan {
    /// The rows of the import files, in list order.
    pub rows: Vec<InviteRow>,
    /// People for the list of exceptions.
    pub exceptions: Vec<NotInvited>,
    /// People for the visit list.
    pub visits: Vec<NotInvited>,
    /// People for the review file, by practice and due date.
    pub to_review: Vec<ToReview>,
    /// How many people a clinician has looked at, so that they leave its steps.
    pub let_go: u64,
    /// The count of every step.
    pub waterfall: Waterfall,
}

/// A person whom a clinician must look at first.
#[derive(Debug, Clone)]
pub struct ToReview {
    /// The person and the dose.
    pub line: DueLine,
    /// Name, for the review file.
    pub contact: Contact,
}

/// The steps that need no contact details: gives the people still in.
/// `targets` are the ways in which people are invited, in the order in which
/// they are tried.
pub fn apply_exclusions(
    lines: Vec<DueLine>,
    targets: &[BookingTarget],
    choices: &Choices,
    plan: &mut InvitePlan,
) -> Vec<DueLine> {
    for step in &choices.not_known {
        plan.waterfall.has_no_column(*step);
    }
    let only_by_text = targets.iter().all(|target| target.by_text);
    let mut left = Vec::with_capacity(lines.len());
    for line in lines.into_iter().filter(|line| choices.rounds.is_wanted(line)) {
        plan.waterfall.count(WaterfallStep::Eligible);
        let step = step_of(&line, choices, only_by_text);
        let comes_to_review =
            !matches!(step, Some(WaterfallStep::KnownDeath | WaterfallStep::DeathUnknown | WaterfallStep::Restricted));
        plan.let_go += u64::from(comes_to_review && choices.reviewed.lets_go(&line));
        let Some(step) = step else {
            left.push(line);
            continue;
        };
        plan.waterfall.count(step);
        if step == WaterfallStep::VisitList {
            let because = visit_reason(line.person.flags).unwrap_or_default();
            plan.visits.push(NotInvited { line, because: because.to_owned(), detail: String::new() });
        } else if matches!(step, WaterfallStep::Contraindicated | WaterfallStep::InDoubt) {
            plan.to_review.push(ToReview { line, contact: Contact::default() });
        }
    }
    left
}

/// The first step at which a person falls out, before contact details are looked at.
fn step_of(line: &DueLine, choices: &Choices, only_by_text: bool) -> Option<WaterfallStep> {
    let person = &line.person;
    let falls_out = [
        (WaterfallStep::KnownDeath, person.known_death),
        (WaterfallStep::DeathUnknown, person.death_unknown),
        (WaterfallStep::Restricted, person.restricted),
        (WaterfallStep::Contraindicated, choices.reviewed.is_contraindicated(line)),
        (WaterfallStep::InDoubt, choices.reviewed.is_to_review(line)),
        (WaterfallStep::Booked, line.booked),
        (WaterfallStep::VisitList, !choices.include_visits && visit_reason(person.flags).is_some()),
        (WaterfallStep::Declined, line.declined),
        (
            WaterfallStep::AlreadyInvited,
            choices.already_invited.contains(&person.nhs_number) || choices.rounds.is_too_soon(line),
        ),
        (WaterfallStep::ContactsUsedUp, choices.rounds.are_used_up(line)),
        (WaterfallStep::TextsDeclined, only_by_text && person.sms_declined),
    ];
    falls_out.into_iter().find(|(_, is_so)| *is_so).map(|(step, _)| step)
}

impl InvitePlan {
    /// The steps that need contact details: `contacts` are those of `lines`.
    /// Each person is written for the first target that reaches the person.
    ///
    /// # Errors
    /// When the steps do not add up: a fault of the program.
    pub fn fill(
        &mut self,
        lines: Vec<DueLine>,
        contacts: &[Contact],
        targets: &[BookingTarget],
        choices: &Choices,
        scope: &Scope,
    ) -> Result<(), String> {
        let mut per_practice: HashMap<u16, u64> = HashMap::new();
        for (line, contact) in lines.into_iter().zip(contacts) {
            let practice = scope.practices().get(usize::from(line.person.practice));
            let practice_code = practice.map_or("", |practice| practice.code.as_str());
            let invitee = Invitee { line: &line, contact, practice_code };
            let mut unreached = Vec::new();
            let order = choices.rounds.order(targets);
            let mut reaching = order.into_iter().filter_map(|place| {
                row_for(&targets[place], &invitee)
                    .map_err(|why| unreached.push((place, why)))
                    .ok()
                    .map(|cells| (place, cells))
            });
            let found = choices.rounds.pick(&line, targets, &mut reaching);
            drop(reaching);
            let Some((target, cells)) = found else {
                self.add_exception(line, targets, unreached);
                continue;
            };
            let written = per_practice.entry(line.person.practice).or_default();
            if choices.limit.is_some_and(|limit| *written >= limit) {
                self.waterfall.count(WaterfallStep::BeyondLimit);
                continue;
            }
            *written += 1;
            self.waterfall.count(WaterfallStep::Written);
            let round = choices.rounds.so_far(&line).times + 1;
            self.rows.push(InviteRow { line, target, cells, round });
        }
        self.check()
    }

    /// Counts somebody whom no target reaches, at the step that the person came nearest to passing.
    fn add_exception(&mut self, line: DueLine, targets: &[BookingTarget], mut unreached: Vec<(usize, Unreached)>) {
        unreached.sort_by_key(|(place, _)| *place);
        let alone = targets.len() == 1;
        let is_bad = unreached.iter().any(|(_, why)| matches!(why, Unreached::BadCell(_)));
        self.waterfall.count(if is_bad { WaterfallStep::BadCell } else { WaterfallStep::NoContact });
        let details = unreached.into_iter().map(|(place, why)| {
            let why = match why {
                Unreached::TextsDeclined => "text messages declined".to_owned(),
                Unreached::NoContact(why) => why.to_owned(),
                Unreached::BadCell(why) => why,
            };
            if alone { why } else { format!("{}: {why}", targets[place].name) }
        });
        let detail = details.collect::<Vec<_>>().join("; ");
        let because = match targets {
            _ if is_bad => "A cell the target cannot take",
            [target] => target.without_contact.as_str(),
            _ => "No usable contact",
        };
        self.exceptions.push(NotInvited { line, because: because.to_owned(), detail });
    }

    /// Every step has its people, and nobody is in two.
    fn check(&self) -> Result<(), String> {
        let people = |steps: &[WaterfallStep]| steps.iter().map(|step| self.waterfall.people(*step)).sum::<u64>();
        let listed = |people: usize| u64::try_from(people).unwrap_or(u64::MAX);
        let same = [
            (people(&[WaterfallStep::Written]), listed(self.rows.len())),
            (people(&[WaterfallStep::VisitList]), listed(self.visits.len())),
            (people(&[WaterfallStep::Contraindicated, WaterfallStep::InDoubt]), listed(self.to_review.len())),
            (people(&[WaterfallStep::NoContact, WaterfallStep::BadCell]), listed(self.exceptions.len())),
        ];
        if !self.waterfall.adds_up() || same.iter().any(|(counted, listed)| counted != listed) {
            return Err(format!("the waterfall does not add up: {:?}", self.waterfall));
        }
        let mut seen = HashSet::new();
        let reviewed = self.to_review.iter().map(|listed| &listed.line);
        if self.everybody().chain(reviewed).all(|line| seen.insert(line.person.nhs_number)) {
            Ok(())
        } else {
            Err("somebody was about to be written twice".to_owned())
        }
    }

    /// Everybody who is to be reached in any way: all files but the one for review.
    pub(super) fn everybody(&self) -> impl Iterator<Item = &DueLine> {
        let listed = self.exceptions.iter().chain(&self.visits).map(|listed| &listed.line);
        self.rows.iter().map(|row| &row.line).chain(listed)
    }
}

fn visit_reason(flags: Flags) -> Option<&'static str> {
    if flags.any(Flags::CARE_HOME_RESIDENT) {
        Some("care-home resident")
    } else if flags.any(Flags::HOUSEBOUND) {
        Some("housebound")
    } else {
        None
    }
}
