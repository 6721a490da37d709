//! The machine output of `invites`, schema `vaxdash.invites/1`. A change of
//! shape raises the number.

use std::collections::BTreeMap;

use serde::Serialize;

use super::messages::MessageCounts;
use crate::domain::{Doubt, IsoDate};
use crate::exit::Failure;
use crate::invites::{BookingTarget, ChannelCount, InvitePlan, StepCount, WrittenFile};
use crate::render::JsonDoubt;
use crate::report::Stamp;

/// What the output tells of a run.
pub struct MachineFacts<'a> {
    /// By which rules, and as at which date.
    pub stamp: &'a Stamp,
    /// The dose, or `next`.
    pub dose: &'a str,
    /// The targets, in the order in which they are tried.
    pub targets: &'a [BookingTarget],
    /// Where everybody goes.
    pub plan: &'a InvitePlan,
    /// The files that are written; none in a dry run.
    pub files: &'a [WrittenFile],
    /// Why nobody is invited, where nobody is.
    pub reason: Option<&'a str>,
    /// How long the text messages are, where a template was given.
    pub messages: Option<&'a MessageCounts>,
    /// The doubts, accepted or not.
    pub doubts: &'a [Doubt],
}

/// The document, its fields in their order.
#[derive(Serialize)]
struct InvitesDocument<'a> {
    schema: &'static str,
    as_at: String,
    dose: &'a str,
    steps: Vec<StepCount>,
    /// People let go by `--reviewed`.
    reviewed: u64,
    channels: Vec<ChannelCount>,
    /// How many people are contacted for the first time, the second, and so on.
    rounds: Vec<RoundCount>,
    files: Vec<WrittenFile>,
    /// Why nobody is invited; null where anybody is.
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    messages: Option<&'a MessageCounts>,
    doubts: Vec<JsonDoubt<'a>>,
    version: &'static str,
    rules_version: &'a str,
}

/// The people for whom this is the how many-th contact.
#[derive(Serialize)]
struct RoundCount {
    round: u32,
    people: u64,
}

/// The rounds of a plan that have anybody, in order.
fn rounds(plan: &InvitePlan) -> Vec<RoundCount> {
    let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
    for row in &plan.rows {
        *counts.entry(row.round).or_default() += 1;
    }
    counts.into_iter().map(|(round, people)| RoundCount { round, people }).collect()
}

impl MachineFacts<'_> {
    /// The output, pretty-printed.
    pub fn written(&self) -> Result<Vec<u8>, Failure> {
        let bytes = serde_json::to_vec_pretty(&self.document());
        let mut bytes = bytes.map_err(|error| Failure::fault(error.to_string()))?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn document(&self) -> InvitesDocument<'_> {
        InvitesDocument {
            schema: "vaxdash.invites/1",
            as_at: IsoDate(self.stamp.as_at).to_string(),
            dose: self.dose,
            steps: StepCount::all(self.plan),
            reviewed: self.plan.let_go,
            channels: ChannelCount::all(self.plan, self.targets),
            rounds: rounds(self.plan),
            files: self.files.to_vec(),
            reason: self.reason,
            messages: self.messages,
            doubts: self.doubts.iter().map(|doubt| JsonDoubt::of(doubt, false)).collect(),
            version: self.stamp.version,
            rules_version: &self.stamp.rules_version,
        }
    }
}
