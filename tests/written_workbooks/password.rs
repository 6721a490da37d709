//! `--password-file`. That the password opens the workbook, and a wrong one
//! does not, is seen by an independent program: `.ci/workbooks`.

use super::{on_samples, read};
use crate::harness::{Folder, Invocation, Run};

/// Writes a workbook with the password file that holds these bytes.
fn sealed(command: &str, folder: &Folder, password: &[u8]) -> Run {
    let (secret, file) = (folder.file("secret"), folder.file("out.xlsx"));
    std::fs::write(&secret, password).unwrap();
    on_samples(command, &["-f", "-o", file.to_str().unwrap(), "--password-file", secret.to_str().unwrap()])
}

#[test]
fn what_is_written_is_encrypted() {
    for command in ["uptake", "second-dose --list", "dashboard --with-patients", "history 9990124531"] {
        let folder = Folder::new();
        sealed(command, &folder, b"correct horse\r\n").ended(0);
        let bytes = read(&folder.file("out.xlsx"));
        // A compound file with agile encryption inside.
        assert_eq!(bytes[..4], [0xD0, 0xCF, 0x11, 0xE0], "{command}");
        let info = b"keyEncryptor/password\"";
        assert!(bytes.windows(info.len()).any(|window| window == info), "{command}");
        assert!(!bytes.windows(4).any(|window| window == b"PK\x03\x04"), "{command}: a plain archive");
        let run =
            crate::harness::vaxdash(&["check", "--data", folder.arg(), "--practices", "samples/pcn/practices.csv"]);
        assert!(run.out.contains("password") || run.err.contains("password"), "{}{}", run.out, run.err);
    }
}

#[test]
fn nothing_else_is_written_on_the_way() {
    let folder = Folder::new();
    let (secret, file) = (folder.file("secret"), folder.file("out.xlsx"));
    std::fs::write(&secret, "secret").unwrap();
    // A folder for temporary files that nobody can write to, since it is not there.
    let run = Invocation::new().within(crate::repository::root()).env("TMPDIR", folder.file("not-there"));
    let run = run.args(["dashboard", "--with-patients", "--data", "samples/pcn", "--as-at", "11/05/2022", "-q"]);
    let run = run.args(["-o".as_ref(), file.as_os_str()]).args(["--password-file".as_ref(), secret.as_os_str()]);
    run.run().ended(0);
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    // The mode of the writer that would keep cells in a file is not built in.
    let manifest = std::fs::read_to_string(crate::repository::root().join("Cargo.toml")).unwrap();
    assert!(!manifest.contains("constant_memory"));
}

#[test]
fn a_file_that_holds_no_password_is_refused() {
    let long = "x".repeat(256);
    for (bytes, why) in [
        (&b""[..], "it is empty"),
        (b"\n", "it is empty"),
        (b"\xef\xbb\xbf\r\n", "it is empty"),
        (b"one\ntwo\n", "on one line"),
        (b"tab\there", "on one line"),
        (b"caf\xe9", "not UTF-8"),
        (long.as_bytes(), "255 characters"),
        (&[b'x'; 5000], "too long for a password"),
    ] {
        for command in ["uptake", "dashboard"] {
            let folder = Folder::new();
            let run = sealed(command, &folder, bytes).ended(2);
            assert!(run.err.contains(why) && run.err.contains("secret"), "{}", run.err);
            assert!(!run.err.contains("caf") && !run.err.contains("two"), "a password in a message: {}", run.err);
            assert!(!folder.file("out.xlsx").exists());
        }
    }
    let missing = on_samples("uptake", &["-o", "x.xlsx", "--password-file", "/not/there"]).ended(5);
    assert!(missing.err.contains("/not/there cannot be read"), "{}", missing.err);
    let folder = on_samples("uptake", &["-o", "x.xlsx", "--password-file", "samples"]).ended(2);
    assert!(folder.err.contains("not a file"), "{}", folder.err);
}

#[test]
fn only_workbooks_are_encrypted() {
    let folder = Folder::new().with("secret", "s");
    let secret = folder.file("secret");
    for more in [&[][..], &["--format", "csv"], &["-o", "x.json"], &["--format", "table", "-o", "x.xlsx"]] {
        let run = on_samples("uptake", &[more, &["--password-file", secret.to_str().unwrap()]].concat()).ended(2);
        assert!(run.err.contains("--password-file encrypts workbooks"), "{}", run.err);
    }
}
