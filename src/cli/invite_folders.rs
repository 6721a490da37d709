//! The folders of invitations: each has one manifest, and no file of an earlier
//! run stays in it unsaid.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::audit::LoggedOutput;
use crate::domain::{Foreign, shown};
use crate::exit::Failure;
use crate::invites::{InviteFile, LISTS, MANIFEST, Manifest, ManifestStep, WrittenFile, read_manifest};
use crate::render::OutputFile;

/// What a call for people leaves in a folder.
pub struct FolderStep {
    /// The folder.
    pub folder: PathBuf,
    /// What its manifest says of all of the steps.
    pub manifest: Manifest,
    /// What it says of this one.
    pub step: ManifestStep,
    /// The files of the step.
    pub files: Vec<WrittenFile>,
    /// The log that knows whom the step invites.
    pub log: Option<PathBuf>,
    /// The names of all targets: how import files begin.
    pub targets: Vec<String>,
}

/// What is to be done to the folders besides the files of the steps.
#[derive(Default)]
pub struct FolderChanges {
    /// The manifests.
    pub manifests: Vec<OutputFile>,
    /// Files of earlier runs that go.
    pub removed: Vec<PathBuf>,
    /// What nobody may miss, in whole lines.
    pub warnings: Vec<String>,
}

/// A file as the manifest has it.
pub fn written_file(file: &InviteFile) -> WrittenFile {
    let name = file.output.path.file_name().unwrap_or_default().to_string_lossy();
    let LoggedOutput { name, sha256 } = LoggedOutput::of(name, &file.output.bytes);
    WrittenFile { file: name, rows: file.rows, sha256 }
}

/// What is to be done so that each folder holds the files of this run, as its manifest says.
///
/// # Errors
/// When a folder holds a manifest already and may not be changed, or a file
/// that would go is not as it was written.
pub fn folder_changes(steps: Vec<FolderStep>, force: bool) -> Result<FolderChanges, Failure> {
    let mut by_folder: BTreeMap<PathBuf, Vec<FolderStep>> = BTreeMap::new();
    for step in steps {
        let folder = fs::canonicalize(&step.folder).unwrap_or_else(|_| step.folder.clone());
        by_folder.entry(folder).or_default().push(step);
    }
    let mut changes = FolderChanges::default();
    for steps in by_folder.into_values() {
        change_folder(steps, force, &mut changes)?;
    }
    Ok(changes)
}

/// The same for one folder and all of its steps.
fn change_folder(steps: Vec<FolderStep>, force: bool, changes: &mut FolderChanges) -> Result<(), Failure> {
    let logs: Vec<PathBuf> = steps.iter().filter_map(|step| step.log.clone()).collect();
    let targets: Vec<String> = steps.iter().flat_map(|step| step.targets.clone()).collect();
    let mut steps = steps.into_iter();
    let Some(FolderStep { folder, mut manifest, step, files, .. }) = steps.next() else { return Ok(()) };
    manifest.invitations.push(step);
    manifest.files.extend(files);
    for next in steps {
        manifest.invitations.push(next.step);
        manifest.files.extend(next.files);
    }
    let former = former_files(&folder, force)?;
    let is_new = |name: &str| manifest.files.iter().any(|file| file.file == name);
    let gone: Vec<&String> = former.iter().flatten().filter(|name| !is_new(name)).collect();
    // Of a run that used no manifest, a file may be replaced as well.
    let replaced = manifest.files.iter().map(|file| &file.file).filter(|name| is_there(&folder.join(name)));
    let lost: Vec<&str> =
        replaced.chain(gone.iter().copied()).map(String::as_str).filter(|name| !is_list(name)).collect();
    if let Some(log) = logs.first()
        && !lost.is_empty()
    {
        changes.warnings.push(format!(
            "import files of an earlier run were replaced or removed: {}. Whoever was in them and is not in the files \
             of this run is in the invite log {} all the same, and is invited by nobody before the days of \
             --reinvite-after are over",
            listed(lost.into_iter()),
            Foreign::path(log)
        ));
    }
    let stale = stale_files(&folder, &targets);
    let stale: Vec<String> = stale.into_iter().filter(|name| !is_new(name) && !gone.contains(&name)).collect();
    if !stale.is_empty() {
        changes.warnings.push(format!(
            "files of an earlier run are still in the folder: {}.",
            listed(stale.iter().map(String::as_str))
        ));
    }
    changes.removed.extend(gone.iter().map(|name| folder.join(name)));
    let path = folder.join(MANIFEST);
    if !manifest.files.is_empty() {
        let bytes = manifest.bytes().map_err(|error| Failure::fault(error.to_string()))?;
        changes.manifests.push(OutputFile { path, bytes });
    } else if former.is_some() {
        changes.removed.push(path);
    }
    Ok(())
}

/// The files of the manifest that is in the folder and are there still, each as
/// it was written; `None` where there is no manifest.
fn former_files(folder: &Path, force: bool) -> Result<Option<Vec<String>>, Failure> {
    let path = folder.join(MANIFEST);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        // A file in the place of the folder is told of where it is written to.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(Failure::input(format!("{} cannot be read: {error}", Foreign::path(path)))),
    };
    if !force {
        return Err(Failure::refused(format!(
            "{} exists already: the folder holds the files of an earlier run, and nothing was written. Use --force to \
             replace all of them, or a folder of its own for each run, such as -o \"invites-{{date}}\"",
            Foreign::path(path)
        )));
    }
    let former = read_manifest(&bytes).ok_or_else(|| {
        Failure::refused(format!(
            "{} is no manifest of vaxdash, or names files outside its folder: nothing was written. Move it away",
            Foreign::path(path)
        ))
    })?;
    let mut names = Vec::new();
    for file in former {
        let path = folder.join(&file.file);
        let Ok(metadata) = fs::symlink_metadata(&path) else { continue };
        let is_as_written =
            metadata.is_file() && fs::read(&path).is_ok_and(|bytes| LoggedOutput::of("", &bytes).sha256 == file.sha256);
        if !is_as_written {
            return Err(Failure::refused(format!(
                "{} in {} was changed since it was written (its SHA-256 is not that of {MANIFEST}), so it is not \
                 replaced, not even with --force: nothing was written. Move it away, or remove it, and run again",
                shown(&file.file),
                Foreign::path(folder)
            )));
        }
        names.push(file.file);
    }
    Ok(Some(names))
}

/// Names one after the other, without marks that a terminal would obey.
fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| name.escape_debug().to_string()).collect::<Vec<_>>().join(", ")
}

/// Whether the name is that of a list beside the import files.
fn is_list(name: &str) -> bool {
    LISTS.iter().any(|list| name.strip_prefix(list).is_some_and(|rest| rest.starts_with('_')))
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Files in the folder with names such as invitations give, whatever the dose and the date.
fn stale_files(folder: &Path, targets: &[String]) -> Vec<String> {
    let is_of_a_target = |name: &str| {
        targets.iter().any(|target| name.strip_prefix(target.as_str()).is_some_and(|rest| rest.starts_with('_')))
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| (is_list(name) || is_of_a_target(name)) && holds_date(name))
        .collect();
    names.sort();
    names
}

/// Whether a name holds a date as the names of these files do: `_2022-05-11`.
fn holds_date(name: &str) -> bool {
    name.as_bytes().windows(11).any(|part| {
        part.iter()
            .zip(b"_dddd-dd-dd")
            .all(|(byte, form)| if *form == b'd' { byte.is_ascii_digit() } else { byte == form })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_invitations_are_known() {
        for (name, dated) in [
            ("accubook_A81001_second_2022-05-11.csv", true),
            ("emis_A81001_next_2022-05-11_2.txt", true),
            ("review_notes.csv", false),
            ("accubook_22-05-11.csv", false),
            ("", false),
        ] {
            assert_eq!(holds_date(name), dated, "{name}");
        }
        assert!(is_list("visits_emis_next_2022-05-11.csv") && !is_list("visitors_2022-05-11.csv"));
    }
}
