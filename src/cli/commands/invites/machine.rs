//! The machine output of `invites`, schema `vaxdash.invites/1`. A change of
//! shape raises the number.

use serde_json::{Value, json};

use super::summary::channel_word;
use crate::audit::LoggedOutput;
use crate::domain::{Doubt, IsoDate};
use crate::exit::Failure;
use crate::invites::{BookingTarget, InviteFile, InvitePlan};
use crate::render::doubt_value;
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
    /// The doubts, accepted or not.
    pub doubts: &'a [Doubt],
}

impl MachineFacts<'_> {
    /// The output, pretty-printed.
    pub fn written(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = serde_json::to_vec_pretty(&self.value()).map_err(|error| Failure::fault(error.to_string()))?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn value(&self) -> Value {
        let steps = self.plan.waterfall.steps();
        let steps: Vec<Value> =
            steps.into_iter().map(|(step, people)| json!({"key": step.name(), "people": people})).collect();
        let channels = self.targets.iter().enumerate().map(|(place, target)| {
            let people = self.plan.rows.iter().filter(|row| row.target == place).count();
            let channel = Some(channel_word(target)).filter(|word| !word.is_empty());
            json!({"channel": channel, "target": target.name, "people": people})
        });
        let files = self.files.iter().map(|file| {
            let name = file.output.path.file_name().unwrap_or_default().to_string_lossy();
            let LoggedOutput { name, sha256 } = LoggedOutput::of(name, &file.output.bytes);
            json!({"file": name, "rows": file.rows, "sha256": sha256})
        });
        let doubts = self.doubts.iter().map(|doubt| doubt_value(doubt, false));
        json!({
            "schema": "vaxdash.invites/1",
            "as_at": IsoDate(self.stamp.as_at).to_string(),
            "dose": self.dose,
            "steps": steps,
            "reviewed": self.plan.let_go,
            "channels": channels.collect::<Vec<_>>(),
            "files": files.collect::<Vec<_>>(),
            "doubts": doubts.collect::<Vec<_>>(),
            "version": self.stamp.version,
            "rules_version": self.stamp.rules_version,
        })
    }
}
