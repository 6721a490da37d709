//! People who were invited already: the files of `--exclude`, and the log.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use super::invite_log::{InviteLog, is_same_file};
use crate::cli::command_output::InvitedByLog;
use crate::domain::{DoubtId, Finding, Foreign, NhsNumber, UkDate, shown};
use crate::exit::Failure;
use crate::invites::{BookingTarget, EarlierContacts, Reviewed, Rounds};
use crate::load::{DatedBy, Invited, ListedBy, read_invited};
use crate::run::Reconciled;

/// The least days between two contacts (specification 5).
const REINVITE_AFTER: u16 = 14;

/// Who was invited already, and where it is written who is now.
#[derive(Debug, Args)]
pub struct AlreadyArgs {
    /// A file of people invited already (repeatable): any with an NHS number column, or a list of numbers.
    #[arg(long, value_name = "FILE", help_heading = "Invitation")]
    pub exclude: Vec<PathBuf>,
    /// The least days between two contacts: of the dates in --exclude, and of --invite-log for the same dose.
    /// [default: 14]
    #[arg(long, value_name = "DAYS", help_heading = "Invitation")]
    pub reinvite_after: Option<u16>,
    /// A file of people at whose records a clinician has looked (repeatable): NHS number and date reviewed.
    ///
    /// They are no longer held back as contraindicated or in doubt, until something newer than
    /// that day is recorded. A row without a date refuses the file.
    #[arg(long, value_name = "FILE", help_heading = "Invitation")]
    pub reviewed: Vec<PathBuf>,
    /// Read who was contacted before from this log, and add everybody invited to it.
    ///
    /// It holds NHS number, target, dose, as-at date, channel, round and campaign, and only its owner may read it. It
    /// is made if it is not there. Nobody in it is contacted about the same dose or campaign
    /// again before --reinvite-after days are over. Runs with the same log wait for one another.
    #[arg(long, value_name = "FILE", help_heading = "Invitation")]
    pub invite_log: Option<PathBuf>,
    /// At most this many contacts about one dose or campaign, those of --invite-log counted.
    #[arg(long, value_name = "N", requires = "invite_log", value_parser = clap::value_parser!(u32).range(1..), help_heading = "Invitation")]
    pub max_contacts: Option<u32>,
    /// Only people for whom this is the N-th contact about the dose or campaign.
    #[arg(long, value_name = "N", requires = "invite_log", value_parser = clap::value_parser!(u32).range(1..), help_heading = "Invitation")]
    pub round: Option<u32>,
    /// Move people one channel on at each contact: text message, e-mail, letter, telephone call.
    #[arg(long, requires = "invite_log", help_heading = "Invitation")]
    pub escalate: bool,
    /// Wait at most this long for another run that has the invite log.
    #[arg(long, value_name = "SECONDS", default_value_t = 600, requires = "invite_log", help_heading = "Invitation")]
    pub wait: u32,
}

impl AlreadyArgs {
    /// What does not go together; clap lets an option off that needs another
    /// where that one is ruled out.
    pub fn check(&self, has_channels: bool) -> Result<(), Failure> {
        if self.reinvite_after.is_some() && self.exclude.is_empty() && self.invite_log.is_none() {
            return Err(Failure::usage("--reinvite-after is about the dates of --exclude or --invite-log: give one"));
        }
        if self.escalate && !has_channels {
            return Err(Failure::usage("--escalate moves people along --channels: give them instead of --target"));
        }
        Ok(())
    }

    /// The least days between two contacts.
    fn days_between(&self) -> u16 {
        self.reinvite_after.unwrap_or(REINVITE_AFTER)
    }

    /// The people of the `--exclude` files who were invited lately, and what of
    /// these files may be implausible.
    pub fn already_invited(
        &self,
        run: &Reconciled<'_>,
        invited_before: &InvitedByLog,
        log: Option<&InviteLog>,
        err: &mut dyn Write,
    ) -> Result<(HashSet<NhsNumber>, Vec<Finding>), Failure> {
        let (mut invited, mut findings) = (HashSet::new(), Vec::new());
        let by = ListedBy { dates: DatedBy::Invitation, named: run.accounts.files.named_headings() };
        let own: HashSet<NhsNumber> = run.people.iter().map(|person| person.nhs_number).collect();
        for path in &self.exclude {
            // The first night of a script, nobody has been invited.
            let is_empty_log = log.is_some_and(|log| log.is_empty() && log.is_at(path));
            let read = if is_empty_log { Ok(Invited::default()) } else { list_of(path, by, &own) }?;
            if !is_empty_log {
                drop(writeln!(err, "vaxdash: {}: {}", Foreign::path(path), dates_taken(&read)));
                say_unreadable(&read, path, "whoever it is may be invited again", err);
            }
            findings.extend(unmatched(&read, path));
            let lately = read.people.into_iter().filter(|(_, date)| {
                date.is_none_or(|date| (run.setup.as_at - date).num_days() < i64::from(self.days_between()))
            });
            invited.extend(lately.map(|(number, _)| number));
            // As if the log held already whom this run has invited.
            let of_log = invited_before.iter().filter(|(log, _)| self.days_between() > 0 && is_same_file(log, path));
            invited.extend(of_log.flat_map(|(_, contacts)| contacts.people()));
        }
        // A log that nobody is excluded by is looked at all the same.
        let unread = log.filter(|log| !log.is_empty() && !self.exclude.iter().any(|path| log.is_at(path)));
        if let Some(log) = unread {
            findings.extend(unmatched(&list_of(log.path(), by, &own)?, log.path()));
        }
        Ok((invited, findings))
    }

    /// The contacts that went before: of the log, and of the steps of this run that add to it.
    pub fn rounds(
        &self,
        log: Option<&InviteLog>,
        invited_before: &InvitedByLog,
        table: &[BookingTarget],
        as_at: NaiveDate,
        campaign: Option<String>,
    ) -> Rounds {
        let mut earlier = EarlierContacts::default();
        if let Some(log) = log {
            earlier.extend(log.contacts.clone());
            let of_log = invited_before.iter().filter(|(path, _)| log.is_at(path));
            of_log.for_each(|(_, contacts)| earlier.extend(contacts.clone()));
        }
        earlier.fill_channels(table);
        Rounds {
            earlier,
            as_at,
            campaign,
            days_between: self.days_between(),
            most: self.max_contacts,
            round: self.round,
            escalates: self.escalate,
        }
    }

    /// The people of the `--reviewed` files: a clinician has looked at them.
    pub fn reviewed(&self, run: &Reconciled<'_>, err: &mut dyn Write) -> Result<Reviewed, Failure> {
        let mut reviewed = Reviewed::default();
        let by = ListedBy { dates: DatedBy::Review, named: run.accounts.files.named_headings() };
        let own: HashSet<NhsNumber> = run.people.iter().map(|person| person.nhs_number).collect();
        for path in &self.reviewed {
            let read = list_of(path, by, &own)?;
            let refuse =
                |why: String| Err(Failure::input(format!("--reviewed {} is refused: {why}", Foreign::path(path))));
            if read.dates.is_none() {
                return refuse(
                    "it has no column of the day on which a clinician looked: head it \"Date reviewed\"".to_owned(),
                );
            }
            if let Some(row) = read.undated_row {
                return refuse(format!(
                    "row {row} has no date that can be read, and every row needs the day of the review"
                ));
            }
            say_unreadable(&read, path, "whoever it is, is still held back", err);
            for (number, day) in read.people {
                let Some(day) = day else { continue };
                if day > run.setup.today {
                    return refuse(format!("it has a review on {}, which is still to come", UkDate(day)));
                }
                reviewed.add(number, day);
            }
        }
        Ok(reviewed)
    }
}

fn list_of(path: &Path, by: ListedBy<'_>, own: &HashSet<NhsNumber>) -> Result<Invited, Failure> {
    read_invited(path, by, |number| own.contains(&number))
        .map_err(|error| Failure::input(format!("{} cannot be used: {error}", Foreign::path(path))))
}

/// Which date counts, in words.
fn dates_taken(read: &Invited) -> String {
    match &read.dates {
        Some(heading) => format!("the date of the invitation is taken from the column {}", shown(heading)),
        None => "it has no date of invitation, so everybody in it is left out".to_owned(),
    }
}

fn say_unreadable(read: &Invited, path: &Path, so: &str, err: &mut dyn Write) {
    if read.unreadable > 0 {
        let rows = if read.unreadable == 1 { "row has" } else { "rows have" };
        let (count, file) = (read.unreadable, Foreign::path(path));
        drop(writeln!(err, "vaxdash: {count} {rows} no readable NHS number in {file}: {so}"));
    }
}

/// That rows of a list of people invited have no valid NHS number.
fn unmatched(read: &Invited, path: &Path) -> Option<Finding> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    (read.unreadable > 0).then(|| Finding {
        id: DoubtId::ExcludeUnmatched,
        file: name,
        count: read.unreadable,
        of: read.rows(),
        what: format!("{} of {} rows have no valid NHS number", read.unreadable, read.rows()),
        consequence: None,
    })
}
