//! A file that is about to be replaced, kept until the run has ended well.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

/// The former file under a name of its own; it is removed when this is dropped.
pub struct Backup {
    kept: NamedTempFile<()>,
}

impl Backup {
    /// Keeps the file at `path` under another name in `folder`, which holds it.
    ///
    /// A hard link leaves the file in its place until the new one replaces it;
    /// where the system has none, it is moved away.
    pub fn of(path: &Path, folder: &Path) -> io::Result<Self> {
        if cfg!(windows) {
            // Of a file that another program holds open, Windows takes back no
            // name, that of the link neither: to move it to its own place fails
            // then, and does nothing otherwise.
            fs::rename(path, path)?;
        }
        let named = |keep: fn(&Path, &Path) -> io::Result<()>| {
            tempfile::Builder::new().prefix(".vaxdash-").suffix(".old").make_in(folder, |name| keep(path, name))
        };
        let kept =
            named(|path, name| fs::hard_link(path, name)).or_else(|_| named(|path, name| fs::rename(path, name)))?;
        Ok(Self { kept })
    }

    /// Puts the former file back over the one that replaced it.
    pub fn restore(self, path: &Path) -> io::Result<()> {
        put_back(self.kept, path)
    }

    /// Puts the former file back if nothing has its place: it was moved away,
    /// and the new file never came.
    pub fn restore_if_missing(self, path: &Path) -> io::Result<()> {
        // Of two hard links to one file, renaming removes neither: that one is dropped.
        if fs::symlink_metadata(path).is_ok() { Ok(()) } else { put_back(self.kept, path) }
    }
}

/// A former file that cannot be put back is never removed.
fn put_back(kept: NamedTempFile<()>, path: &Path) -> io::Result<()> {
    kept.persist(path).map(drop).map_err(|fault| {
        let error = fault.error;
        drop(fault.file.keep());
        error
    })
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_former_file_is_put_back_or_gone() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a");
        let names = || fs::read_dir(folder.path()).unwrap().count();
        fs::write(&path, "old").unwrap();
        drop(Backup::of(&path, folder.path()).unwrap());
        assert_eq!(names(), 1);
        let backup = Backup::of(&path, folder.path()).unwrap();
        fs::write(folder.path().join("new"), "new").unwrap();
        fs::rename(folder.path().join("new"), &path).unwrap();
        backup.restore(&path).unwrap();
        assert_eq!((names(), fs::read_to_string(&path).unwrap().as_str()), (1, "old"));
        // Still in its place: the other name goes. Moved away: it comes back.
        Backup::of(&path, folder.path()).unwrap().restore_if_missing(&path).unwrap();
        assert_eq!(names(), 1);
        let backup = Backup::of(&path, folder.path()).unwrap();
        fs::remove_file(&path).unwrap();
        backup.restore_if_missing(&path).unwrap();
        assert_eq!((names(), fs::read_to_string(&path).unwrap().as_str()), (1, "old"));
    }

    #[test]
    fn a_former_file_that_cannot_be_put_back_is_kept() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "old").unwrap();
        let backup = Backup::of(&path, folder.path()).unwrap();
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(backup.restore(&path).is_err());
        let kept = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_file());
        assert_eq!(fs::read_to_string(kept.unwrap()).unwrap(), "old");
    }
}
