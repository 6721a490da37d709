//! What the words of the command line mean: targets, channels, doses, statuses.

use std::path::Path;

use chrono::Days;

use crate::classify::ListStatus;
use crate::cli::args::filter::find_campaign;
use crate::cli::args::typed_channel::TypedChannel;
use crate::cli::args::typed_status::TypedStatus;
use crate::cli::small_file::read_small;
use crate::domain::{Foreign, Named, UkDate};
use crate::exit::Failure;
use crate::invites::{BookingTarget, TargetField, read_targets, targets, with_added};
use crate::report::DoseKind;
use crate::rules::Campaign;
use crate::run::Setup;

/// A file of targets is never longer, in bytes.
const LONGEST_TABLE: u64 = 1 << 20;

/// The targets: built in, with those of a file that adds to them.
pub fn read_table(path: Option<&Path>) -> Result<Vec<BookingTarget>, Failure> {
    let built_in = targets().map_err(|fault| Failure::fault(fault.to_string()))?;
    let Some(path) = path else { return Ok(built_in) };
    let unreadable = |why: &str| Failure::input(format!("{} cannot be used: {why}", Foreign::path(path)));
    let text = read_small(path, LONGEST_TABLE).map_err(|error| unreadable(&error.to_string()))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let added = read_targets(&name, &text)
        .map_err(|fault| unreadable(&format!("these are its faults:\n{fault}\nThe fields are: {}", fields())))?;
    Ok(with_added(built_in, added))
}

/// What a column of a target can hold, as the table of targets says it.
fn fields() -> String {
    TargetField::names().join(", ")
}

/// The target asked for, or those of the channels in their order.
pub fn choose_targets(
    table: Vec<BookingTarget>,
    name: Option<&str>,
    channels: &[TypedChannel],
    header: bool,
) -> Result<Vec<BookingTarget>, Failure> {
    let is_before =
        |place: usize, typed: &TypedChannel| channels[..place].iter().any(|one| one.channel == typed.channel);
    if channels.iter().enumerate().any(|(place, typed)| is_before(place, typed)) {
        return Err(Failure::usage("--channels names a channel twice"));
    }
    if name.is_some() && !channels.is_empty() {
        // Both typed is refused before: one is a setting.
        return Err(Failure::usage(
            "there are --channels and a --target, one of them set by vaxdash.toml or the environment: keep one",
        ));
    }
    let targets = match name {
        Some(name) => vec![find_target(table, name)?],
        None if channels.is_empty() => {
            return Err(Failure::usage(
                "give --target NAME or --channels LIST. `vaxdash invites --list-targets` shows the targets",
            ));
        }
        None => channels.iter().map(|typed| serving(&table, typed)).collect::<Result<_, _>>()?,
    };
    let is_twice = |place: usize, target: &BookingTarget| targets[..place].iter().any(|one| one.name == target.name);
    if let Some((_, target)) = targets.iter().enumerate().find(|(place, target)| is_twice(*place, target)) {
        return Err(Failure::usage(format!(
            "--channels: two channels are served by {}, which has one file for both: keep one",
            target.name
        )));
    }
    match targets.iter().find(|target| header && target.header) {
        Some(target) => Err(Failure::usage(format!("--header: files for {} have their headings already", target.name))),
        None => Ok(targets),
    }
}

fn find_target(table: Vec<BookingTarget>, name: &str) -> Result<BookingTarget, Failure> {
    let names: Vec<String> = table.iter().map(|target| target.name.clone()).collect();
    table
        .into_iter()
        .find(|target| target.name == name)
        .ok_or_else(|| Failure::usage(format!("there is no target \"{name}\". The targets are: {}", names.join(", "))))
}

/// The target that serves a channel: the one named, or that of the table.
fn serving(table: &[BookingTarget], typed: &TypedChannel) -> Result<BookingTarget, Failure> {
    let channel = typed.channel.name();
    let found = match &typed.target {
        Some(name) => find_target(table.to_vec(), name)?,
        None => table.iter().find(|target| target.channel == Some(typed.channel)).cloned().ok_or_else(|| {
            Failure::usage(format!("--channels: no target of this table serves the channel {channel}"))
        })?,
    };
    if typed.target.is_some() && !found.serves(typed.channel) {
        let able: Vec<&str> =
            table.iter().filter(|target| target.serves(typed.channel)).map(|target| target.name.as_str()).collect();
        return Err(Failure::usage(format!(
            "--channels: {} does not serve the channel {channel}. Those that do are: {}",
            found.name,
            able.join(", ")
        )));
    }
    // For this run, whatever the table has it serve.
    Ok(BookingTarget { channel: Some(typed.channel), ..found })
}

/// The campaign that people are invited to: the one named, which must be open
/// or begin within these days, else the one that is.
pub fn campaign_invited_to<'a>(
    named: Option<&str>,
    dose: Option<DoseKind>,
    due_within: Option<u32>,
    setup: &'a Setup<'_>,
) -> Result<Option<&'a Campaign>, Failure> {
    let (rules, as_at) = (setup.rules, setup.as_at);
    let Some(id) = named else { return Ok(rules.campaign_open_within(as_at, due_within.unwrap_or_default())) };
    let campaign = find_campaign(id, rules)?;
    if let Some(dose) = dose.filter(|dose| *dose != DoseKind::Campaign) {
        return Err(Failure::usage(format!(
            "--campaign {id} says to which campaign people are invited, and --dose {} invites to none: \
             --in-campaign {id} chooses the members of its groups",
            dose.name()
        )));
    }
    let until = as_at.checked_add_days(Days::new(u64::from(due_within.unwrap_or_default()))).unwrap_or(as_at);
    let (shown, start, end) = (UkDate(as_at), UkDate(campaign.start), UkDate(campaign.end));
    if as_at > campaign.end {
        return Err(Failure::usage(format!("--campaign {id} is not open as at {shown}: it ended on {end}")));
    }
    if campaign.start > until {
        return Err(Failure::usage(format!(
            "--campaign {id} is not open as at {shown}: it begins on {start} (--due-within invites to what begins soon)"
        )));
    }
    Ok(Some(campaign))
}

/// The statuses asked for; a word that the dose does not know is refused.
pub fn statuses(typed: &[TypedStatus], dose: Option<DoseKind>) -> Result<Vec<ListStatus>, Failure> {
    let kinds: &[DoseKind] = dose.as_ref().map_or(DoseKind::ALL, std::slice::from_ref);
    let choices: Vec<(&str, ListStatus)> = kinds.iter().flat_map(|kind| kind.choices()).collect();
    let mut statuses = Vec::new();
    for word in typed.iter().map(TypedStatus::hyphened) {
        let meant = choices.iter().filter(|(known, _)| *known == word).map(|(_, status)| *status);
        let before = statuses.len();
        statuses.extend(meant);
        if statuses.len() == before {
            let mut known: Vec<&str> = choices.iter().map(|(known, _)| *known).collect();
            known.sort_unstable();
            known.dedup();
            let known = known.join(", ");
            return Err(Failure::usage(format!("--status {word}: the statuses that can be invited are {known}")));
        }
    }
    Ok(statuses)
}
