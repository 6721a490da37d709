//! Who among the people due a dose is written, step by step (specification 5).

use std::collections::{HashMap, HashSet};

use super::phone::uk_mobile;
use super::targets::{Target, TargetField};
use crate::domain::{Contact, Flags, NhsNumber, UkDate};
use crate::report::DueLine;

/// How many people each step took out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waterfall {
    /// Everybody due.
    pub eligible: u64,
    /// A death is known, whatever its date.
    pub known_death: u64,
    /// Sensitive record.
    pub restricted: u64,
    /// Care-home residents and the housebound: the visit list.
    pub visits: u64,
    /// Declined on or after the last dose.
    pub declined: u64,
    /// Invited lately.
    pub already_invited: u64,
    /// Declined text messages.
    pub texts_declined: u64,
    /// No usable contact for this target.
    pub no_contact: u64,
    /// A cell that the target cannot take.
    pub bad_cell: u64,
    /// Beyond the limit.
    pub beyond_limit: u64,
    /// Written.
    pub written: u64,
}

impl Waterfall {
    /// The steps with their labels, in order, `eligible` first and `written` last.
    #[must_use]
    pub const fn steps(&self) -> [(&'static str, u64); 11] {
        [
            ("Eligible", self.eligible),
            ("A death is known", self.known_death),
            ("Restricted record", self.restricted),
            ("Care home or housebound: visit list", self.visits),
            ("Declined", self.declined),
            ("Already invited", self.already_invited),
            ("Text messages declined", self.texts_declined),
            ("No usable contact", self.no_contact),
            ("A cell the target cannot take", self.bad_cell),
            ("Beyond the limit", self.beyond_limit),
            ("Written", self.written),
        ]
    }

    /// Whether everybody eligible is in exactly one step.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.eligible == self.steps().iter().skip(1).map(|(_, count)| count).sum::<u64>()
    }
}

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

/// A person who is not written, and why.
#[derive(Debug, Clone)]
pub struct Listed {
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
    /// The rows of the target, by practice, in list order.
    pub rows: Vec<(u16, Vec<String>)>,
    /// People for `exceptions.csv`.
    pub exceptions: Vec<Listed>,
    /// People for `visits.csv`.
    pub visits: Vec<Listed>,
    /// The count of every step.
    pub waterfall: Waterfall,
}

/// The steps that need no contact details: gives the people still in.
pub fn sift(lines: Vec<DueLine>, target: &Target, choices: &Choices, plan: &mut InvitePlan) -> Vec<DueLine> {
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
            plan.visits.push(Listed { line, because: because.to_owned(), detail: String::new() });
        } else if line.declined {
            waterfall.declined += 1;
        } else if choices.already_invited.contains(&person.nhs_number) {
            waterfall.already_invited += 1;
        } else if target.by_text && person.sms_declined {
            waterfall.texts_declined += 1;
        } else {
            left.push(line);
        }
    }
    left
}

impl InvitePlan {
    /// The steps that need contact details: `contacts` are those of `lines`.
    ///
    /// # Errors
    /// When somebody who must never be contacted has come this far: a fault of
    /// the program.
    pub fn fill(
        &mut self,
        lines: Vec<DueLine>,
        contacts: &[Contact],
        target: &Target,
        choices: &Choices,
        practices: usize,
    ) -> Result<(), String> {
        let mut per_practice: HashMap<u16, u64> = HashMap::new();
        for (line, contact) in lines.into_iter().zip(contacts) {
            let person = line.person;
            if person.known_death
                || person.restricted
                || !person.is_patient()
                || usize::from(person.practice) >= practices
            {
                return Err("somebody who must not be contacted was about to be written".to_owned());
            }
            let mobile = contact.phones().find_map(uk_mobile);
            if target.needs_mobile() && mobile.is_none() {
                self.waterfall.no_contact += 1;
                let detail =
                    if contact.phones().next().is_none() { "no telephone number" } else { "no usable mobile number" };
                self.except(line, &target.without_contact, detail.to_owned());
                continue;
            }
            let cells: Vec<String> =
                target.columns.iter().map(|column| cell(column.field, &line, contact, mobile.as_deref())).collect();
            if let Some((column, fault)) = target
                .columns
                .iter()
                .zip(&cells)
                .find_map(|(column, cell)| cell_fault(cell).map(|fault| (column, fault)))
            {
                self.waterfall.bad_cell += 1;
                let detail = format!("{}: {fault}", column.header);
                self.except(line, "A cell the target cannot take", detail);
                continue;
            }
            let written = per_practice.entry(person.practice).or_default();
            if choices.limit.is_some_and(|limit| *written >= limit) {
                self.waterfall.beyond_limit += 1;
                continue;
            }
            *written += 1;
            self.waterfall.written += 1;
            self.rows.push((person.practice, cells));
        }
        if self.waterfall.adds_up() {
            Ok(())
        } else {
            Err(format!("the waterfall does not add up: {:?}", self.waterfall))
        }
    }

    fn except(&mut self, line: DueLine, because: &str, detail: String) {
        self.exceptions.push(Listed { line, because: because.to_owned(), detail });
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

fn cell(field: TargetField, line: &DueLine, contact: &Contact, mobile: Option<&str>) -> String {
    match field {
        TargetField::Title => contact.title.clone(),
        TargetField::Forename => contact.forename.clone(),
        TargetField::Surname => contact.surname.clone(),
        TargetField::DateOfBirth => UkDate(line.person.birth).to_string(),
        TargetField::NhsNumber => line.person.nhs_number.digits(),
        TargetField::Mobile => mobile.unwrap_or_default().to_owned(),
    }
}

/// Why an import file cannot hold a cell. Bytes are never altered to make one safe.
fn cell_fault(cell: &str) -> Option<&'static str> {
    if cell.starts_with(['=', '+', '-', '@']) {
        Some("a spreadsheet would run it as a formula")
    } else if cell.chars().any(char::is_control) {
        Some("it holds a line break or control character")
    } else {
        None
    }
}
