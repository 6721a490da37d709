//! A file that is about to be replaced or removed, kept until the run has ended well.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The former file under another name; it is removed when this is dropped.
pub struct Backup {
    /// Where it is; nowhere any more once it was put back.
    kept: Option<PathBuf>,
}

impl Backup {
    /// Keeps the file at `path` under the name `kept`, which nothing has yet.
    ///
    /// A hard link leaves the file in its place until the new one replaces it;
    /// where the system has none, it is moved away.
    pub fn of(path: &Path, kept: &Path) -> io::Result<Self> {
        if cfg!(windows) {
            // Of a file that another program holds open, Windows takes back no
            // name, that of the link neither: to move it to its own place fails
            // then, and does nothing otherwise.
            fs::rename(path, path)?;
        }
        if fs::symlink_metadata(kept).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::hard_link(path, kept).or_else(|_| fs::rename(path, kept))?;
        Ok(Self { kept: Some(kept.to_owned()) })
    }

    /// Puts the former file back over the one that replaced it, or where it was.
    pub fn restore(mut self, path: &Path) -> io::Result<()> {
        // A former file that cannot be put back is never removed.
        self.kept.take().map_or(Ok(()), |kept| fs::rename(kept, path))
    }

    /// Puts the former file back if nothing has its place: it was moved away,
    /// and the new file never came.
    pub fn restore_if_missing(self, path: &Path) -> io::Result<()> {
        // Of two hard links to one file, renaming removes neither: that one is dropped.
        if fs::symlink_metadata(path).is_ok() { Ok(()) } else { self.restore(path) }
    }
}

impl Drop for Backup {
    fn drop(&mut self) {
        if let Some(kept) = &self.kept {
            drop(fs::remove_file(kept));
        }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_former_file_is_put_back_or_gone() {
        let folder = TempDir::new().unwrap();
        let (path, kept) = (folder.path().join("a"), folder.path().join("kept"));
        let names = || fs::read_dir(folder.path()).unwrap().count();
        fs::write(&path, "old").unwrap();
        drop(Backup::of(&path, &kept).unwrap());
        assert_eq!(names(), 1);
        let backup = Backup::of(&path, &kept).unwrap();
        assert!(Backup::of(&path, &kept).is_err());
        fs::write(folder.path().join("new"), "new").unwrap();
        fs::rename(folder.path().join("new"), &path).unwrap();
        backup.restore(&path).unwrap();
        assert_eq!((names(), fs::read_to_string(&path).unwrap().as_str()), (1, "old"));
        // Still in its place: the other name goes. Moved away: it comes back.
        Backup::of(&path, &kept).unwrap().restore_if_missing(&path).unwrap();
        assert_eq!(names(), 1);
        let backup = Backup::of(&path, &kept).unwrap();
        fs::remove_file(&path).unwrap();
        backup.restore_if_missing(&path).unwrap();
        assert_eq!((names(), fs::read_to_string(&path).unwrap().as_str()), (1, "old"));
    }

    #[test]
    fn a_former_file_that_cannot_be_put_back_is_kept() {
        let folder = TempDir::new().unwrap();
        let (path, kept) = (folder.path().join("a"), folder.path().join("kept"));
        fs::write(&path, "old").unwrap();
        let backup = Backup::of(&path, &kept).unwrap();
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(backup.restore(&path).is_err());
        assert_eq!(fs::read_to_string(kept).unwrap(), "old");
    }
}
