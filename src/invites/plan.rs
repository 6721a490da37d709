//! Who among the people due a dose is written, and to which file
//! (specification 5).

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::reach::{Invitee, Unreached, row_for};
use super::targets::BookingTarget;
use super::waterfall::Waterfall;
use crate::domain::{Contact, Flags, NhsNumber, Scope};
use crate::report::DueLine;

/// What the user chose.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Keep care-home residents and the housebound.
    pub include_visits: bool,
    /// People invited lately.
    pub already_invited: HashSet<NhsNumber>,
    /// At most this many rows a practice.
    pub limit: Option<u64>,
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
    /// People for `exceptions.csv`.
    pub exceptions: Vec<NotInvited>,
    /// People for `visits.csv`.
    pub visits: Vec<NotInvited>,
    /// The count of every step.
    pub waterfall: Waterfall,
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
    let only_by_text = targets.iter().all(|target| target.by_text);
    let mut left = Vec::with_capacity(lines.len());
    for line in lines {
        let person = &line.person;
        let waterfall = &mut plan.waterfall;
        waterfall.eligible += 1;
        let visit = visit_reason(person.flags).filter(|_| !choices.include_visits);
        if person.known_death {
            waterfall.known_death += 1;
        } else if person.restricted {
            waterfall.restricted += 1;
        } else if let Some(because) = visit {
            waterfall.visits += 1;
            plan.visits.push(NotInvited { line, because: because.to_owned(), detail: String::new() });
        } else if line.declined {
            waterfall.declined += 1;
        } else if choices.already_invited.contains(&person.nhs_number) {
            waterfall.already_invited += 1;
        } else if only_by_text && person.sms_declined {
            waterfall.texts_declined += 1;
        } else {
            left.push(line);
        }
    }
    left
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
        let alone = targets.len() == 1;
        if alone && targets[0].only_without_mobile {
            self.waterfall.has_mobile = Some(0);
        }
        let mut per_practice: HashMap<u16, u64> = HashMap::new();
        for (line, contact) in lines.into_iter().zip(contacts) {
            let practice = scope.practices().get(usize::from(line.person.practice));
            let practice_code = practice.map_or("", |practice| practice.code.as_str());
            let invitee = Invitee { line: &line, contact, practice_code };
            let mut unreached = Vec::new();
            let found = targets.iter().enumerate().find_map(|(place, target)| {
                row_for(target, &invitee, alone).map_err(|why| unreached.push(why)).ok().map(|cells| (place, cells))
            });
            let Some((target, cells)) = found else {
                self.add_exception(line, targets, unreached);
                continue;
            };
            let written = per_practice.entry(line.person.practice).or_default();
            if choices.limit.is_some_and(|limit| *written >= limit) {
                self.waterfall.beyond_limit += 1;
                continue;
            }
            *written += 1;
            self.waterfall.written += 1;
            self.rows.push(InviteRow { line, target, cells });
        }
        self.check()
    }

    /// Counts somebody whom no target reaches, at the step that the person came nearest to passing.
    fn add_exception(&mut self, line: DueLine, targets: &[BookingTarget], unreached: Vec<Unreached>) {
        let alone = targets.len() == 1;
        let is_bad = unreached.iter().any(|why| matches!(why, Unreached::BadCell(_)));
        if is_bad {
            self.waterfall.bad_cell += 1;
        } else if unreached.contains(&Unreached::HasMobile) {
            self.waterfall.has_mobile = Some(self.waterfall.has_mobile.unwrap_or_default() + 1);
            return;
        } else {
            self.waterfall.no_contact += 1;
        }
        let details = targets.iter().zip(unreached).map(|(target, why)| {
            let why = match why {
                Unreached::TextsDeclined => "text messages declined".to_owned(),
                Unreached::HasMobile => "has a mobile number".to_owned(),
                Unreached::NoContact(why) => why.to_owned(),
                Unreached::BadCell(why) => why,
            };
            if alone { why } else { format!("{}: {why}", target.name) }
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
        let waterfall = &self.waterfall;
        let count = |people: usize| u64::try_from(people).unwrap_or(u64::MAX);
        let counted = [waterfall.written, waterfall.visits, waterfall.no_contact + waterfall.bad_cell];
        let listed = [count(self.rows.len()), count(self.visits.len()), count(self.exceptions.len())];
        if !waterfall.adds_up() || counted != listed {
            return Err(format!("the waterfall does not add up: {waterfall:?}"));
        }
        let mut seen = HashSet::new();
        if self.everybody().all(|line| seen.insert(line.person.nhs_number)) {
            Ok(())
        } else {
            Err("somebody was about to be written twice".to_owned())
        }
    }

    /// Everybody who is in any file.
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
