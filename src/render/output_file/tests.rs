use std::collections::BTreeMap;

use tempfile::TempDir;

use super::places::is_device_name;
use super::*;

pub mod killed;

fn write_files(files: &[OutputFile], additions: &[Addition], force: bool) -> Result<(), OutputFault> {
    stage_files(files, additions, &[], force)?.commit()
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
    assert!(matches!(&fault, OutputFault::Io(path, _) if path.ends_with("c")), "{fault}");
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
    assert!(matches!(&fault, OutputFault::Io(path, _) if path.ends_with("c")), "{fault}");
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
    assert!(matches!(staging.commit(), Err(OutputFault::Exists(path)) if path.ends_with("b")));
    assert_eq!(contents(folder.path()), BTreeMap::from([("b".to_owned(), Some("somebody else's".to_owned()))]));
}

#[test]
fn what_is_replaced_is_not_kept() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a"), "old a").unwrap();
    let files = [file(folder.path(), "a"), file(folder.path(), "b")];
    assert!(matches!(write_files(&files, &[], false), Err(OutputFault::Exists(_))));
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
        assert!(matches!(fault, Err(OutputFault::Twice(_))));
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
        kept: before.as_bytes().to_vec(),
        joint: if before.is_empty() { b"head,".to_vec() } else { Vec::new() },
        bytes: bytes.as_bytes().to_vec(),
    };
    // Two additions of a run have one joint.
    write_files(&[], &[add("", "zero,"), add("", "one,")], false).unwrap();
    write_files(&[], &[add("head,zero,one,", "two,")], false).unwrap();
    assert_eq!(fs::read_to_string(&log).unwrap(), "head,zero,one,two,");
    // It was read before somebody else added to it.
    let fault = write_files(&[file(folder.path(), "a")], &[add("head,zero,one,", "three,")], true).unwrap_err();
    assert!(matches!(fault, OutputFault::Changed(_)), "{fault}");
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
    let addition = Addition {
        path: link.clone(),
        before: b"one,".to_vec(),
        kept: b"1,".to_vec(),
        joint: Vec::new(),
        bytes: b"two,".to_vec(),
    };
    write_files(&[], &[addition], false).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    // What was there is written anew as the run would have it.
    assert_eq!(fs::read_to_string(&log).unwrap(), "1,two,");
    assert_eq!(fs::metadata(&log).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn names_of_devices_are_known_with_any_ending() {
    for name in ["CON", "con.csv", "out/NUL.xlsx", "Aux.tar.gz", "prn .csv", "COM1", "lpt9.txt"] {
        assert!(is_device_name(Path::new(name)), "{name}");
    }
    for name in ["console.csv", "COM0.csv", "COM10.csv", "LPT", "nullable", "out/CON_Q10001.csv", ".con"] {
        assert!(!is_device_name(Path::new(name)), "{name}");
    }
}

#[cfg(windows)]
#[test]
fn a_file_that_another_program_holds_open_is_left_as_it_was() {
    use std::os::windows::fs::OpenOptionsExt;
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a"), "old a").unwrap();
    // As Excel opens a workbook: nobody else may write or remove it.
    let held = fs::OpenOptions::new().read(true).write(true).share_mode(1).open(folder.path().join("a")).unwrap();
    let fault = write_files(&[file(folder.path(), "a"), file(folder.path(), "b")], &[], true).unwrap_err();
    assert!(fault.to_string().contains("Is it open in Excel?"), "{fault}");
    drop(held);
    assert_eq!(contents(folder.path()), BTreeMap::from([("a".to_owned(), Some("old a".to_owned()))]));
    // Nothing is written to a device.
    let device = write_files(&[file(folder.path(), "NUL.csv")], &[], true);
    assert!(matches!(device, Err(OutputFault::NotAFile(_))));
}
