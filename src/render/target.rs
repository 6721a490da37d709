//! Files that are either whole or not there.
//!
//! Each file is written to a temporary file beside its place (readable by its
//! owner only, where the system has modes), synced, and renamed when every
//! file of the run is ready. Nothing is overwritten unless asked for, and what
//! is overwritten is kept until every file has its place: where one cannot
//! have it, those before it are as they were.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::backup::Backup;
use super::pending::{noted, placing};

/// A file to be written.
#[derive(Clone)]
pub struct OutputFile {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for OutputFile {
    /// Never prints what is written: it may be names and numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutputFile({} bytes)", self.bytes.len())
    }
}

/// What is added to the end of a file.
#[derive(Clone)]
pub struct Addition {
    /// The file; it is made if it is not there.
    pub path: PathBuf,
    /// What it held when it was read, nothing if it was not there.
    pub before: Vec<u8>,
    /// What stands between that and all that the run adds, such as headings.
    pub joint: Vec<u8>,
    /// What is added.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Addition {
    /// Never prints what is added: it may be numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Addition({} bytes)", self.bytes.len())
    }
}

/// Why no file was written.
#[derive(Debug)]
pub enum TargetFault {
    /// A file of that name exists.
    Exists(PathBuf),
    /// A folder, device or pipe of that name exists: it is never replaced.
    NotAFile(PathBuf),
    /// Two files of the run would have that name.
    Twice(PathBuf),
    /// A file that is added to was changed while the run went on.
    Changed(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
    /// The system refused, and after that refused to put back what was there before.
    Stuck(PathBuf, io::Error, Vec<PathBuf>),
}

impl fmt::Display for TargetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(path) => {
                write!(f, "{} exists already: nothing was written. Use --force to replace it", path.display())
            }
            Self::NotAFile(path) => write!(
                f,
                "{} is a folder, device or pipe, which is never replaced: nothing was written. Use -o - for standard output",
                path.display()
            ),
            Self::Twice(path) => {
                write!(f, "two outputs of this run are called {}: nothing was written. Rename one", path.display())
            }
            Self::Changed(path) => {
                write!(f, "{} was changed by another program meanwhile: nothing was written. Run again", path.display())
            }
            Self::Io(path, error) => write!(f, "{} cannot be written: {error}. Nothing was written", path.display()),
            Self::Stuck(path, error, left) => {
                let left: Vec<String> = left.iter().map(|path| path.display().to_string()).collect();
                write!(
                    f,
                    "{} cannot be written: {error}. These could not be put back as they were: {}",
                    path.display(),
                    left.join(", ")
                )
            }
        }
    }
}

/// A file that is ready to take its place.
struct Ready {
    temporary: NamedTempFile,
    path: PathBuf,
    /// Whether a file that is there may be replaced.
    replaces: bool,
    /// What the file must hold still, if it is one that is added to.
    before: Option<Vec<u8>>,
}

/// Files of a run that are being made beside their places.
pub struct Staging {
    force: bool,
    ready: Vec<Ready>,
}

impl Staging {
    /// No files yet; `force` allows files that exist to be replaced.
    #[must_use]
    pub const fn new(force: bool) -> Self {
        Self { force, ready: Vec::new() }
    }

    /// Starts a file: what is written to it appears at `path` only with [`Staging::commit`].
    pub fn create(&mut self, path: &Path) -> Result<fs::File, TargetFault> {
        if !self.force && fs::symlink_metadata(path).is_ok() && !is_no_file(path) {
            return Err(TargetFault::Exists(path.to_owned()));
        }
        self.start(path, self.force, None)
    }

    /// Adds to the end of a file with [`Staging::commit`], after what the run
    /// has added to it already. A link is followed.
    pub fn add(&mut self, addition: &Addition) -> Result<(), TargetFault> {
        let path = fs::canonicalize(&addition.path).unwrap_or_else(|_| addition.path.clone());
        let fault = |error| TargetFault::Io(path.clone(), error);
        let Addition { before, joint, bytes, .. } = addition;
        let same = |ready: &&mut Ready| ready.before.as_ref() == Some(before) && is_same_place(&ready.path, &path);
        if let Some(ready) = self.ready.iter_mut().find(same) {
            return ready.temporary.write_all(bytes).map_err(fault);
        }
        let mut file = self.start(&path, true, Some(before.clone()))?;
        [before, joint, bytes].into_iter().try_for_each(|part| file.write_all(part)).map_err(fault)
    }

    fn start(&mut self, path: &Path, replaces: bool, before: Option<Vec<u8>>) -> Result<fs::File, TargetFault> {
        if is_no_file(path) {
            return Err(TargetFault::NotAFile(path.to_owned()));
        }
        if self.ready.iter().any(|ready| is_same_place(&ready.path, path)) {
            return Err(TargetFault::Twice(path.to_owned()));
        }
        let fault = |error| TargetFault::Io(path.to_owned(), error);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".vaxdash-").suffix(".part");
        let temporary = noted(|| builder.tempfile_in(folder_of(path))).map_err(fault)?;
        let file = temporary.as_file().try_clone().map_err(fault)?;
        self.ready.push(Ready { temporary, path: path.to_owned(), replaces, before });
        Ok(file)
    }

    /// Puts every file in its place, or none.
    pub fn commit(self) -> Result<(), TargetFault> {
        for Ready { temporary, path, before, .. } in &self.ready {
            temporary.as_file().sync_all().map_err(|error| TargetFault::Io(path.clone(), error))?;
            if before.as_ref().is_some_and(|before| !holds(path, before)) {
                return Err(TargetFault::Changed(path.clone()));
            }
        }
        let _interruptions_wait = placing();
        let mut placed: Vec<(PathBuf, Option<Backup>)> = Vec::with_capacity(self.ready.len());
        for ready in self.ready {
            match place(ready) {
                Ok(done) => placed.push(done),
                Err((path, error)) => return Err(take_back(placed, path, error)),
            }
        }
        // The former files are kept no longer.
        drop(placed);
        Ok(())
    }
}

/// Puts one file in its place; gives what was there before.
fn place(ready: Ready) -> Result<(PathBuf, Option<Backup>), (PathBuf, io::Error)> {
    let Ready { temporary, path, replaces, .. } = ready;
    if !replaces || fs::symlink_metadata(&path).is_err() {
        return match temporary.persist_noclobber(&path) {
            Ok(_) => Ok((path, None)),
            Err(fault) => Err((path, fault.error)),
        };
    }
    if is_no_file(&path) {
        return Err((path, io::Error::other("a folder, device or pipe has taken its place")));
    }
    let backup = match Backup::of(&path, folder_of(&path)) {
        Ok(backup) => backup,
        Err(error) => return Err((path, error)),
    };
    match temporary.persist(&path) {
        Ok(_) => Ok((path, Some(backup))),
        Err(fault) => {
            // Where the former file was moved away, it goes back; failing that, it stays under its other name.
            drop(backup.restore_if_missing(&path));
            Err((path, fault.error))
        }
    }
}

/// Takes the files back that have their place already.
fn take_back(placed: Vec<(PathBuf, Option<Backup>)>, path: PathBuf, error: io::Error) -> TargetFault {
    let mut left = Vec::new();
    for (path, backup) in placed.into_iter().rev() {
        let put_back = match backup {
            Some(backup) => backup.restore(&path),
            None => fs::remove_file(&path),
        };
        if put_back.is_err() {
            left.push(path);
        }
    }
    match error.kind() {
        _ if !left.is_empty() => TargetFault::Stuck(path, error, left),
        io::ErrorKind::AlreadyExists => TargetFault::Exists(path),
        _ => TargetFault::Io(path, error),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Whether something that is no file has this name.
fn is_no_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}

/// Whether two paths name one place, however their folders are spelled.
fn is_same_place(a: &Path, b: &Path) -> bool {
    let folder = |path| fs::canonicalize(folder_of(path)).ok();
    a == b || (a.file_name() == b.file_name() && folder(a).is_some_and(|known| Some(known) == folder(b)))
}

/// Whether a file holds these bytes; one that is not there holds none.
fn holds(path: &Path, before: &[u8]) -> bool {
    match fs::read(path) {
        Ok(bytes) => bytes == before,
        Err(error) => error.kind() == io::ErrorKind::NotFound && before.is_empty(),
    }
}

/// Makes all of `files` and `additions` beside their places: what
/// [`Staging::commit`] then puts there, or nothing.
pub fn stage_files(files: &[OutputFile], additions: &[Addition], force: bool) -> Result<Staging, TargetFault> {
    let mut staging = Staging::new(force);
    for file in files {
        let mut handle = staging.create(&file.path)?;
        handle.write_all(&file.bytes).map_err(|error| TargetFault::Io(file.path.clone(), error))?;
    }
    for addition in additions {
        staging.add(addition)?;
    }
    Ok(staging)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tempfile::TempDir;

    use super::*;

    fn write_files(files: &[OutputFile], additions: &[Addition], force: bool) -> Result<(), TargetFault> {
        stage_files(files, additions, force)?.commit()
    }

    /// Every name of a folder with what it holds; `None` for a folder.
    fn contents(folder: &Path) -> BTreeMap<String, Option<String>> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
        entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).ok())).collect()
    }

    fn file(folder: &Path, name: &str) -> OutputFile {
        OutputFile { path: folder.join(name), bytes: format!("new {name}").into_bytes() }
    }

    /// A run whose files are staged, and one of which is then in the way.
    fn staged(folder: &Path, names: &[&str]) -> Staging {
        let mut staging = Staging::new(true);
        for name in names {
            staging.create(&folder.join(name)).unwrap().write_all(b"new").unwrap();
        }
        staging
    }

    #[test]
    fn a_rename_that_fails_leaves_everything_as_it_was() {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("b"), "old b").unwrap();
        let names = ["a", "b", "c", "d"];
        let staging = staged(folder.path(), &names);
        // Something takes the place of the third while the run goes on.
        fs::create_dir(folder.path().join("c")).unwrap();
        let before = {
            let mut seen = contents(folder.path());
            seen.retain(|name, _| !name.starts_with('.'));
            seen
        };
        let fault = staging.commit().unwrap_err();
        assert!(matches!(&fault, TargetFault::Io(path, _) if path.ends_with("c")), "{fault}");
        assert!(fault.to_string().contains("Nothing was written"), "{fault}");
        assert_eq!(contents(folder.path()), before);
        assert_eq!(before["b"].as_deref(), Some("old b"));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_gone_read_only_half_way_leaves_the_other_as_it_was() {
        use std::os::unix::fs::PermissionsExt;
        let (open, closed) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        fs::write(open.path().join("a"), "old a").unwrap();
        let mut staging = Staging::new(true);
        for path in [open.path().join("a"), open.path().join("b"), closed.path().join("c")] {
            staging.create(&path).unwrap().write_all(b"new").unwrap();
        }
        let chattr = |flag| std::process::Command::new("chattr").arg(flag).arg(closed.path()).status();
        fs::set_permissions(closed.path(), fs::Permissions::from_mode(0o555)).unwrap();
        // Modes do not bind root.
        if fs::write(closed.path().join("probe"), "").is_ok() && !chattr("+i").is_ok_and(|status| status.success()) {
            drop(writeln!(io::stderr().lock(), "SKIPPED a folder gone read-only: root, and no chattr"));
            return;
        }
        let fault = staging.commit().unwrap_err();
        drop(chattr("-i"));
        fs::set_permissions(closed.path(), fs::Permissions::from_mode(0o755)).unwrap();
        assert!(matches!(&fault, TargetFault::Io(path, _) if path.ends_with("c")), "{fault}");
        assert_eq!(contents(open.path()), BTreeMap::from([("a".to_owned(), Some("old a".to_owned()))]));
        assert!(!closed.path().join("c").exists());
    }

    #[test]
    fn a_file_that_appears_meanwhile_is_not_replaced() {
        let folder = TempDir::new().unwrap();
        let mut staging = Staging::new(false);
        for name in ["a", "b"] {
            staging.create(&folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("b"), "somebody else's").unwrap();
        assert!(matches!(staging.commit(), Err(TargetFault::Exists(path)) if path.ends_with("b")));
        assert_eq!(contents(folder.path()), BTreeMap::from([("b".to_owned(), Some("somebody else's".to_owned()))]));
    }

    #[test]
    fn what_is_replaced_is_not_kept() {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("a"), "old a").unwrap();
        let files = [file(folder.path(), "a"), file(folder.path(), "b")];
        assert!(matches!(write_files(&files, &[], false), Err(TargetFault::Exists(_))));
        assert_eq!(contents(folder.path()).len(), 1);
        write_files(&files, &[], true).unwrap();
        let expected = ["a", "b"].map(|name| (name.to_owned(), Some(format!("new {name}"))));
        assert_eq!(contents(folder.path()), BTreeMap::from(expected));
    }

    #[test]
    fn one_name_twice_is_refused_however_it_is_spelled() {
        let folder = TempDir::new().unwrap();
        let other = OutputFile { path: folder.path().join(".").join("a"), bytes: Vec::new() };
        for force in [false, true] {
            let fault = write_files(&[file(folder.path(), "a"), other.clone()], &[], force);
            assert!(matches!(fault, Err(TargetFault::Twice(_))));
            assert!(contents(folder.path()).is_empty());
        }
    }

    #[test]
    fn additions_go_to_the_end_and_belong_to_the_run() {
        let folder = TempDir::new().unwrap();
        let log = folder.path().join("log");
        let add = |before: &str, bytes: &str| Addition {
            path: log.clone(),
            before: before.as_bytes().to_vec(),
            joint: if before.is_empty() { b"head,".to_vec() } else { Vec::new() },
            bytes: bytes.as_bytes().to_vec(),
        };
        // Two additions of a run have one joint.
        write_files(&[], &[add("", "zero,"), add("", "one,")], false).unwrap();
        write_files(&[], &[add("head,zero,one,", "two,")], false).unwrap();
        assert_eq!(fs::read_to_string(&log).unwrap(), "head,zero,one,two,");
        // It was read before somebody else added to it.
        let fault = write_files(&[file(folder.path(), "a")], &[add("head,zero,one,", "three,")], true).unwrap_err();
        assert!(matches!(fault, TargetFault::Changed(_)), "{fault}");
        // A file of the run is in the way: nothing is added.
        fs::write(folder.path().join("a"), "old").unwrap();
        assert!(write_files(&[file(folder.path(), "a")], &[add("head,zero,one,two,", "three,")], false).is_err());
        assert_eq!(fs::read_to_string(&log).unwrap(), "head,zero,one,two,");
        assert_eq!(contents(folder.path()).len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_log_stays_a_link_and_only_the_owner_reads_it() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = TempDir::new().unwrap();
        let (log, link) = (folder.path().join("log"), folder.path().join("link"));
        fs::write(&log, "one,").unwrap();
        symlink(&log, &link).unwrap();
        let addition =
            Addition { path: link.clone(), before: b"one,".to_vec(), joint: Vec::new(), bytes: b"two,".to_vec() };
        write_files(&[], &[addition], false).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&log).unwrap(), "one,two,");
        assert_eq!(fs::metadata(&log).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
