//! What a line list shows of each person.

use super::columns::ListColumn;
use super::{ListLine, ListableReport};
use crate::classify::{Assessment, Role, ThirdPrimaryStatus, answer};
use crate::domain::{Contact, Dose, Flags};
use crate::report::contact_log::{ContactLog, LoggedContact};
use crate::report::counting::View;
use crate::report::model::{Cell, Table};
use crate::rules::FaultRule;

/// The list as a table. `contacts` are those of `lines`, in the same order, or
/// empty where no column needs them: each is let go of with its line, since a
/// list may be long. `sites` are the site codes of the extract, and `log` is the
/// invite log, where one was given.
#[must_use]
pub fn list_table(
    view: View<'_>,
    report: &dyn ListableReport,
    lines: &[ListLine<'_>],
    columns: &[ListColumn],
    contacts: Vec<Contact>,
    sites: &[String],
    log: Option<&ContactLog>,
) -> Table {
    let mut contacts = contacts.into_iter();
    let rows = lines.iter().map(|line| {
        let contact = contacts.next().unwrap_or_default();
        let listed = ListedPerson { view, report, line, contact, sites, log, doses: view.doses(line.assessment) };
        columns.iter().map(|column| listed.cell(*column)).collect()
    });
    Table::new("list", "People", columns.iter().map(|column| column.column()).collect(), rows.collect())
}

/// A person of the list, with everything that a column may show.
struct ListedPerson<'a> {
    view: View<'a>,
    report: &'a dyn ListableReport,
    line: &'a ListLine<'a>,
    contact: Contact,
    sites: &'a [String],
    log: Option<&'a ContactLog>,
    doses: &'a [Dose],
}

impl ListedPerson<'_> {
    fn cell(&self, column: ListColumn) -> Cell {
        let assessment = self.line.assessment;
        let person = &assessment.person;
        // Nobody rings the home of somebody who has died.
        if (person.restricted || !person.is_patient()) && column.is_hidden_of_restricted() {
            return Cell::Null;
        }
        match column {
            ListColumn::NhsNumber => Cell::text(person.nhs_number.digits()),
            ListColumn::Title => trimmed(&self.contact.title),
            ListColumn::Forename => trimmed(&self.contact.forename),
            ListColumn::Surname => trimmed(&self.contact.surname),
            ListColumn::DateOfBirth => Cell::Date(person.birth),
            ListColumn::Age => Cell::Count(u64::from(assessment.age)),
            ListColumn::Gender => Cell::text(person.gender.name()),
            ListColumn::Ethnicity => Cell::text(person.ethnicity.name()),
            ListColumn::PracticeCode => Cell::text(self.view.scope.get(person.practice).code.as_str()),
            ListColumn::PracticeName => Cell::text(&self.view.scope.get(person.practice).name),
            ListColumn::Cohort => Cell::text(assessment.cohort.to_string()),
            ListColumn::Status => Cell::text(self.line.status.word()),
            ListColumn::DueDate => Cell::date(self.line.due),
            ListColumn::DaysOverdue => self.line.days_overdue.map_or(Cell::Null, Cell::Whole),
            ListColumn::Mobile => first(&self.contact.mobiles),
            ListColumn::Telephone => first(&self.contact.telephones),
            ListColumn::Email => first(&self.contact.emails),
            ListColumn::Address => address(&self.contact.address),
            ListColumn::Postcode => trimmed(&self.contact.postcode),
            ListColumn::Immunosuppressed => yes_no(person.flags.any(Flags::IMMUNOSUPPRESSED)),
            ListColumn::Housebound => yes_no(person.flags.any(Flags::HOUSEBOUND)),
            ListColumn::Restricted => yes_no(person.restricted),
            ListColumn::Reason => {
                let answer = answer(self.view.population, assessment, self.report.question());
                answer.map_or(Cell::Null, |answer| Cell::text(answer.because))
            }
            ListColumn::Wrong => self.fault().map_or(Cell::Null, |rule| Cell::text(&rule.label)),
            ListColumn::EventDate => Cell::date(self.line.record.and_then(|record| record.date)),
            ListColumn::Code => {
                let code = self.line.record.and_then(|record| record.code).filter(|code| *code > 0);
                code.map_or(Cell::Null, |code| Cell::text(code.to_string()))
            }
            ListColumn::Supplier => {
                let record = self.line.record.as_ref();
                record.and_then(|record| self.report.supplier_of(record)).map_or(Cell::Null, Cell::text)
            }
            ListColumn::WhatToDo => self.fault().map_or(Cell::Null, |rule| Cell::text(&rule.what_to_do)),
            ListColumn::Doses => Cell::Count(count(self.doses.len())),
            ListColumn::FirstDoseDate => date(self.of_role(Role::Dose1)),
            ListColumn::FirstDoseBrand => self.brand(self.of_role(Role::Dose1)),
            ListColumn::FirstDoseSite => self.of_role(Role::Dose1).map_or(Cell::Null, |dose| self.site(dose)),
            ListColumn::SecondDoseDate => date(self.of_role(Role::Dose2)),
            ListColumn::SecondDoseBrand => self.brand(self.of_role(Role::Dose2)),
            ListColumn::ThirdPrimaryDate => Cell::date(assessment.course.third_primary_date),
            ListColumn::ThirdPrimaryDue => Cell::date(assessment.third_primary.and_then(|third| match third.status {
                ThirdPrimaryStatus::Given => None,
                ThirdPrimaryStatus::EarlierDosesNotRecorded
                | ThirdPrimaryStatus::PrimaryIncomplete
                | ThirdPrimaryStatus::Due
                | ThirdPrimaryStatus::NotYetDue
                | ThirdPrimaryStatus::Closed => third.due,
            })),
            ListColumn::LastDoseDate => date(self.doses.last()),
            ListColumn::LastDoseBrand => self.brand(self.doses.last()),
            ListColumn::Boosters => Cell::Count(u64::from(assessment.course.boosters)),
            ListColumn::BoosterDue => {
                let booster = assessment.booster;
                Cell::date(booster.due.filter(|_| booster.status.when_due().is_some()))
            }
            ListColumn::DeclinedDate => Cell::date(assessment.declined_on),
            ListColumn::ContraindicatedDate => Cell::date(assessment.contraindicated_on),
            ListColumn::Invited => {
                self.log.map_or(Cell::Null, |log| Cell::Count(count(log.of(person.nhs_number).len())))
            }
            ListColumn::LastInvited => Cell::date(self.latest().and_then(|contact| contact.as_at)),
            ListColumn::Target => self.latest().map_or(Cell::Null, |contact| Cell::text(&contact.target)),
            ListColumn::Round => self.latest().map_or(Cell::Null, |contact| Cell::Count(u64::from(contact.round))),
            ListColumn::CampaignDue => self.campaign_due(assessment),
        }
    }

    /// The due date of the campaign open as at, where the person is or will be
    /// eligible in it.
    fn campaign_due(&self, assessment: &Assessment) -> Cell {
        let Some(verdict) = self.view.in_open_campaign(assessment) else { return Cell::Null };
        Cell::date(verdict.due.filter(|_| verdict.status.when_due().is_some()))
    }

    /// The rule of what is wrong with the record.
    fn fault(&self) -> Option<&FaultRule> {
        self.view.population.rules.quality.fault(self.line.record?.fault)
    }

    /// The person's latest contact.
    fn latest(&self) -> Option<&LoggedContact> {
        self.log?.latest(self.line.assessment.person.nhs_number)
    }

    fn of_role(&self, role: Role) -> Option<&Dose> {
        let course = &self.line.assessment.course;
        self.doses.iter().enumerate().find(|(place, _)| course.role(*place) == role).map(|(_, dose)| dose)
    }

    fn brand(&self, dose: Option<&Dose>) -> Cell {
        dose.map_or(Cell::Null, |dose| Cell::text(self.codes().brand_name(dose.brand)))
    }

    fn site(&self, dose: &Dose) -> Cell {
        let place = usize::try_from(dose.site.0).unwrap_or(usize::MAX);
        self.sites.get(place).map_or(Cell::Null, Cell::text)
    }

    fn codes(&self) -> &crate::rules::Codes {
        &self.view.population.rules.codes
    }
}

fn date(dose: Option<&Dose>) -> Cell {
    Cell::date(dose.map(|dose| dose.date))
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// A cell of the patient file on one line, without the spaces around it.
fn trimmed(text: &str) -> Cell {
    Cell::text(text.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ").trim())
}

fn first(filled: &[String]) -> Cell {
    filled.first().map_or(Cell::Null, |text| trimmed(text))
}

/// The lines of an address, those within a cell included.
fn address(lines: &[String]) -> Cell {
    let lines =
        lines.iter().flat_map(|line| line.split(['\n', '\r'])).map(|line| line.trim().trim_end_matches([',', ' ']));
    Cell::text(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "))
}

fn yes_no(is_so: bool) -> Cell {
    Cell::text(if is_so { "yes" } else { "no" })
}
