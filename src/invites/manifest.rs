//! `manifest.json`: what the files of a run are, beside them; for whoever sends
//! them, and for the run that replaces them. It names no patient.

use serde::{Deserialize, Serialize};

use super::plan::InvitePlan;
use super::targets::{BookingTarget, Channel};

/// Its name in the folder.
pub const MANIFEST: &str = "manifest.json";
const SCHEMA: &str = "vaxdash.manifest/1";

/// A step of the waterfall, for programs.
#[derive(Debug, Clone, Serialize)]
pub struct StepCount {
    key: &'static str,
    /// Null where it is not known.
    people: Option<u64>,
}

impl StepCount {
    /// Every step of a plan, in order.
    #[must_use]
    pub fn all(plan: &InvitePlan) -> Vec<Self> {
        plan.waterfall.steps().into_iter().map(|(step, people)| Self { key: step.name(), people }).collect()
    }
}

/// A target, and how many people it is given.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelCount {
    channel: Option<&'static str>,
    target: String,
    people: usize,
}

impl ChannelCount {
    /// Those of a plan, in the order in which they are tried.
    #[must_use]
    pub fn all(plan: &InvitePlan, targets: &[BookingTarget]) -> Vec<Self> {
        let count = |(place, target): (usize, &BookingTarget)| Self {
            channel: target.channel.map(Channel::name),
            target: target.name.clone(),
            people: plan.rows.iter().filter(|row| row.target == place).count(),
        };
        targets.iter().enumerate().map(count).collect()
    }
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenFile {
    /// Its name in the folder.
    pub file: String,
    /// Its rows, the headings apart.
    pub rows: usize,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// One call for people: the command, or a step of a preset.
#[derive(Debug, Clone, Serialize)]
pub struct ManifestStep {
    /// The dose, or `next`.
    pub dose: String,
    /// The campaign, if people are invited to one.
    pub campaign: Option<String>,
    /// The targets, and whom they are given.
    pub channels: Vec<ChannelCount>,
    /// The waterfall.
    pub steps: Vec<StepCount>,
    /// People let go by `--reviewed`.
    pub reviewed: u64,
    /// Why nobody is invited, where nobody is.
    pub reason: Option<String>,
    /// The doubts that stand and were accepted, as they are typed.
    pub doubts_accepted: Vec<String>,
}

/// What a folder holds.
#[derive(Debug, Serialize)]
pub struct Manifest {
    schema: &'static str,
    /// The date of the report, as `YYYY-MM-DD`.
    pub as_at: String,
    /// The newest refresh of the vaccination files, in GMT; null where it is not known.
    pub last_refreshed: Option<String>,
    /// Several where steps of a preset share the folder.
    pub invitations: Vec<ManifestStep>,
    /// Every file, itself apart.
    pub files: Vec<WrittenFile>,
    /// The version of the program.
    pub version: &'static str,
    /// The version of the rules.
    pub rules_version: String,
}

impl Manifest {
    /// A manifest of nothing yet.
    #[must_use]
    pub const fn new(
        as_at: String,
        last_refreshed: Option<String>,
        version: &'static str,
        rules_version: String,
    ) -> Self {
        Self {
            schema: SCHEMA,
            as_at,
            last_refreshed,
            invitations: Vec::new(),
            files: Vec::new(),
            version,
            rules_version,
        }
    }

    /// The bytes of its file.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// Of a manifest that is read back, what it says of files.
#[derive(Deserialize)]
struct FormerManifest {
    schema: String,
    files: Vec<WrittenFile>,
}

/// The files of a manifest that an earlier run left; `None` if it is none of
/// this program, or names a file that is not beside it.
#[must_use]
pub fn read_manifest(bytes: &[u8]) -> Option<Vec<WrittenFile>> {
    let former: FormerManifest = serde_json::from_slice(bytes).ok()?;
    let is_plain = |name: &str| {
        !name.is_empty() && !name.starts_with('.') && name != MANIFEST && !name.contains(['/', '\\', ':', '\0'])
    };
    let is_sound = former.schema == SCHEMA && former.files.iter().all(|file| is_plain(&file.file));
    is_sound.then_some(former.files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(names: &[&str]) -> Manifest {
        let mut manifest = Manifest::new("2022-05-11".to_owned(), None, "1", "2".to_owned());
        manifest.files.extend(names.iter().map(|name| WrittenFile {
            file: (*name).to_owned(),
            rows: 1,
            sha256: "0".to_owned(),
        }));
        manifest
    }

    #[test]
    fn what_is_written_is_read_back() {
        let written = manifest(&["accubook_A81001_second_2022-05-11.csv", "visits_x.csv"]);
        assert_eq!(read_manifest(&written.bytes().unwrap()), Some(written.files));
    }

    #[test]
    fn names_that_lead_elsewhere_are_none() {
        for name in ["../x.csv", "/etc/x", "a/b", "a\\b", "c:x", ".hidden", "..", "", MANIFEST, "a\0"] {
            assert_eq!(read_manifest(&manifest(&["good.csv", name]).bytes().unwrap()), None, "{name:?}");
        }
        for text in
            ["", "{}", "[]", "{\"schema\":\"vaxdash.manifest/2\",\"files\":[]}", "{\"schema\":\"vaxdash.manifest/1\"}"]
        {
            assert_eq!(read_manifest(text.as_bytes()), None, "{text}");
        }
    }
}
