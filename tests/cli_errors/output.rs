//! `-o`, `--force`, `--rejects` and the files they make, for every report.

use std::fs;

use super::{REPORTERS, rejecting, well};
use crate::data::on;
use crate::harness::{Folder, Run, vaxdash};

/// A report command written to a file of `out`.
fn to(out: &Folder, command: &str, args: &[&str]) -> Run {
    let path = out.file("report.csv");
    on(&well(), command, &[&["-o", path.to_str().unwrap()], args].concat())
}

#[test]
fn a_report_in_a_file_is_what_it_is_on_standard_output() {
    for (command, args) in REPORTERS {
        for format in ["table", "csv", "json"] {
            let out = Folder::new();
            let run = to(&out, command, &[args, &["--format", format, "--no-bom"]].concat()).ended(0);
            let shown = on(&well(), command, &[args, &["--format", format]].concat()).ended(0);
            assert_eq!(
                (run.out.as_str(), fs::read_to_string(out.file("report.csv")).unwrap()),
                ("", shown.out),
                "{command} {format}"
            );
        }
    }
    let out = Folder::new();
    let path = out.file("rules.json");
    vaxdash(&["rules", "--as-at", "11/05/2022", "-o", path.to_str().unwrap()]).ended(0);
    let shown = vaxdash(&["rules", "--as-at", "11/05/2022", "--format", "json"]).ended(0);
    assert_eq!(fs::read_to_string(path).unwrap(), shown.out);
}

#[test]
fn the_mark_of_a_csv_file_is_a_choice_in_every_report() {
    for (command, args) in REPORTERS {
        for (extra, marked) in [(&[][..], true), (&["--no-bom"], false)] {
            let out = Folder::new();
            to(&out, command, &[args, extra].concat()).ended(0);
            assert_eq!(
                fs::read(out.file("report.csv")).unwrap().starts_with(b"\xef\xbb\xbf"),
                marked,
                "{command} {extra:?}"
            );
        }
    }
    for (extra, marked) in [(&[][..], true), (&["--no-bom"], false)] {
        let out = Folder::new();
        let path = out.file("rules.csv");
        vaxdash(&[&["rules", "-o", path.to_str().unwrap()], extra].concat()).ended(0);
        assert_eq!(fs::read(path).unwrap().starts_with(b"\xef\xbb\xbf"), marked);
    }
}

#[test]
fn nothing_is_written_over_without_force() {
    for (command, args) in REPORTERS {
        let out = Folder::new().with("report.csv", "mine");
        let run = to(&out, command, args).ended(4);
        assert!(run.err.contains("report.csv") && run.err.contains("--force") && run.out.is_empty(), "{}", run.err);
        assert_eq!(fs::read_to_string(out.file("report.csv")).unwrap(), "mine");
        for force in ["--force", "-f"] {
            to(&out, command, &[args, &[force]].concat()).ended(0);
            assert_ne!(fs::read_to_string(out.file("report.csv")).unwrap(), "mine");
        }
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1, "no temporary file is left");
    }
    let out = Folder::new().with("rules.json", "mine");
    let path = out.file("rules.json");
    vaxdash(&["rules", "-o", path.to_str().unwrap()]).ended(4);
    vaxdash(&["rules", "-o", path.to_str().unwrap(), "-f"]).ended(0);
}

#[test]
fn what_cannot_be_written_is_5() {
    // Folders are made, but not below a file.
    let blocked = Folder::new().with("file", "mine");
    for below in ["file/x.csv", "file/below/x.csv"] {
        let path = blocked.file(below);
        let path = path.to_str().unwrap();
        for (command, args) in REPORTERS {
            let run = on(&well(), command, &[args, &["-o", path]].concat()).ended(5);
            assert!(run.err.contains(blocked.arg()) && run.out.is_empty(), "{}", run.err);
        }
        let run = on(&well(), "uptake", &["--rejects", path]).ended(5);
        assert!(run.err.contains(blocked.arg()) && run.out.is_empty(), "{}", run.err);
    }
    let folder = Folder::new();
    on(&well(), "uptake", &["-o", folder.arg()]).ended(4); // a folder is in the way
}

#[test]
fn a_dash_is_standard_output() {
    for (command, args) in REPORTERS {
        let dash = on(&well(), command, &[args, &["-o", "-"]].concat()).ended(0);
        assert_eq!(dash.out, on(&well(), command, args).ended(0).out);
    }
}

#[test]
fn rejected_rows_are_named_by_file_row_column_and_reason_never_by_value() {
    for (command, code) in [("uptake", 0), ("check", 0)] {
        let out = Folder::new();
        let path = out.file("rejects.csv");
        on(&rejecting(), command, &["--rejects", path.to_str().unwrap()]).ended(code);
        let text = fs::read_to_string(&path).unwrap();
        let expected = "file,row,column,reason\npatients.csv,3,NHS Number,\
                        nine digits: a leading zero is lost (a spreadsheet read the NHS number as a number)\n";
        assert_eq!(text, expected);
        // Nor is it written over.
        on(&rejecting(), command, &["--rejects", path.to_str().unwrap()]).ended(4);
        on(&rejecting(), command, &["--rejects", path.to_str().unwrap(), "--force"]).ended(code);
    }
}

#[test]
fn a_report_and_its_rejected_rows_are_written_together_or_not_at_all() {
    for (name, other) in [("report.csv", "rejects.csv"), ("rejects.csv", "report.csv")] {
        let out = Folder::new().with(name, "mine");
        let (report, rejects) = (out.file("report.csv"), out.file("rejects.csv"));
        let args = ["-o", report.to_str().unwrap(), "--rejects", rejects.to_str().unwrap()];
        on(&rejecting(), "uptake", &args).ended(4);
        assert!(!out.file(other).exists(), "{other} was left behind");
        on(&rejecting(), "uptake", &[&args[..], &["--force"]].concat()).ended(0);
        assert!(out.file(other).exists());
    }
}

#[test]
fn the_name_of_a_rejects_file_is_on_standard_error() {
    let out = Folder::new();
    let path = out.file("rejects.csv");
    let run = on(&rejecting(), "uptake", &["--rejects", path.to_str().unwrap()]).ended(0);
    assert!(run.err.contains("rejects.csv"), "{}", run.err);
}

#[test]
fn manual_pages_and_completions() {
    let out = Folder::new();
    let pages = out.file("man");
    let args = ["man", "-o", pages.to_str().unwrap()];
    vaxdash(&args).ended(0);
    // One page a command, and one of all.
    let commands = vaxdash::command().get_subcommands().count();
    assert_eq!(fs::read_dir(&pages).unwrap().count(), commands + 1);
    vaxdash(&args).ended(4);
    fs::write(pages.join("vaxdash.1"), "mine").unwrap();
    vaxdash(&["man", "-o", pages.to_str().unwrap(), "--force"]).ended(0);
    let page = fs::read_to_string(pages.join("vaxdash.1")).unwrap();
    assert_eq!(vaxdash(&["man"]).ended(0).out, page);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(vaxdash(&["completions", shell]).ended(0).out.contains("vaxdash"), "{shell}");
    }
    vaxdash(&["completions", "cmd"]).ended(2);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_what_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let out = Folder::new();
    for (command, args) in REPORTERS {
        let path = out.file(command);
        on(&well(), command, &[args, &["-o", path.to_str().unwrap()]].concat()).ended(0);
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600, "{command}");
    }
}

#[test]
fn a_folder_device_or_pipe_is_never_replaced() {
    let out = Folder::new();
    fs::create_dir(out.file("report.csv")).unwrap();
    for force in [&[][..], &["--force"]] {
        let run = to(&out, "uptake", force).ended(4);
        assert!(run.err.contains("never replaced"), "{}", run.err);
        assert!(out.file("report.csv").is_dir());
    }
    #[cfg(unix)]
    {
        let out = Folder::new();
        let socket = std::os::unix::net::UnixListener::bind(out.file("report.csv")).unwrap();
        to(&out, "uptake", &["--force"]).ended(4);
        drop(socket);
        // The socket is still there, and nothing beside it.
        let left = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().file_type().unwrap().is_file());
        assert_eq!(left.collect::<Vec<_>>(), [false]);
    }
}
