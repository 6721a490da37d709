//! The machine output of `invites`, schema `vaxdash.invites/1`. A change of
//! shape raises the number.

use serde::Serialize;

use super::messages::MessageCounts;
use crate::audit::LoggedOutput;
use crate::domain::{Doubt, IsoDate};
use crate::exit::Failure;
use crate::invites::{BookingTarget, Channel, InviteFile, InvitePlan};
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
    pub files: &'a [InviteFile],
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
    steps: Vec<JsonStep>,
    /// People let go by `--reviewed`.
    reviewed: u64,
    channels: Vec<JsonChannel<'a>>,
    files: Vec<JsonFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    messages: Option<&'a MessageCounts>,
    doubts: Vec<JsonDoubt<'a>>,
    version: &'static str,
    rules_version: &'a str,
}

/// A step of the waterfall.
#[derive(Serialize)]
struct JsonStep {
    key: &'static str,
    /// Null where it is not known.
    people: Option<u64>,
}

/// A target, and how many people it is given.
#[derive(Serialize)]
struct JsonChannel<'a> {
    channel: Option<&'static str>,
    target: &'a str,
    people: usize,
}

/// A file that is written.
#[derive(Serialize)]
struct JsonFile {
    file: String,
    rows: usize,
    sha256: String,
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
        let steps = self.plan.waterfall.steps();
        let channels = self.targets.iter().enumerate().map(|(place, target)| JsonChannel {
            channel: target.channel.map(Channel::name),
            target: &target.name,
            people: self.plan.rows.iter().filter(|row| row.target == place).count(),
        });
        let files = self.files.iter().map(|file| {
            let name = file.output.path.file_name().unwrap_or_default().to_string_lossy();
            let LoggedOutput { name, sha256 } = LoggedOutput::of(name, &file.output.bytes);
            JsonFile { file: name, rows: file.rows, sha256 }
        });
        InvitesDocument {
            schema: "vaxdash.invites/1",
            as_at: IsoDate(self.stamp.as_at).to_string(),
            dose: self.dose,
            steps: steps.into_iter().map(|(step, people)| JsonStep { key: step.name(), people }).collect(),
            reviewed: self.plan.let_go,
            channels: channels.collect(),
            files: files.collect(),
            messages: self.messages,
            doubts: self.doubts.iter().map(|doubt| JsonDoubt::of(doubt, false)).collect(),
            version: self.stamp.version,
            rules_version: &self.stamp.rules_version,
        }
    }
}
