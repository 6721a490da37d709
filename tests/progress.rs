//! Progress on standard error, seen through a pseudo-terminal: a bar while a
//! load is long, nothing of it afterwards, and plain words where a terminal
//! takes no more.
#![cfg(unix)]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::blocking::{Command, Pty, open};

use crate::harness::{Folder, vaxdash};

/// A run of `uptake` that takes so long is long beyond doubt.
const LONG: Duration = Duration::from_secs(5);
const NAME: &str = "COVID_Vaccinations_v5_YGM41_20220511T06000000.csv";

/// Data of a few people, and so many vaccinations of others that reading them
/// takes a while on this machine. In UTF-16, which is read by the slow way.
fn slow_data() -> Folder {
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let folder = Folder::new();
    vaxdash(&["sample", "-o", folder.arg(), "--patients", "300", "--practices", "2", "-q"]).ended(0);
    let header = "\u{feff}NHS_NUMBER,DATE_AND_TIME,VACCINATION_PROCEDURE_CODE,VACCINE_PRODUCT_CODE\n";
    let row = "9990000026,20210301T10000000,1324681000000101,39115611000001103\n";
    let rows = utf_16(&row.repeat((1 << 19) / row.len()));
    fs::write(folder.file(NAME), utf_16(header)).unwrap();
    let mut mebibytes = 16;
    loop {
        let mut file = File::options().append(true).open(folder.file(NAME)).unwrap();
        for _ in 0..mebibytes {
            file.write_all(&rows).unwrap();
        }
        let started = Instant::now();
        vaxdash(&[&args(&folder)[..], &["-q"]].concat()).ended(0);
        if started.elapsed() > LONG || mebibytes > 1024 {
            return folder;
        }
        mebibytes *= 2;
    }
}

/// The command, before what each test adds.
fn args(folder: &Folder) -> Vec<&str> {
    vec!["uptake", "--data", folder.arg(), "--format", "json", "--threads", "1"]
}

/// A run on a terminal of so many columns, with its answer going elsewhere.
fn start(columns: u16, more: &[&str], environment: &[(&str, &str)], data: &Folder) -> (Child, Pty) {
    let (pty, terminal) = open().unwrap();
    pty.resize(pty_process::Size::new(24, columns)).unwrap();
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("vaxdash"))
        .args(args(data))
        .args(more)
        .env_remove("NO_COLOR")
        .env("TERM", "xterm-256color")
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    for (variable, value) in environment {
        command = command.env(variable, value);
    }
    (command.spawn(terminal).unwrap(), pty)
}

/// What came to the terminal until its other end was closed.
fn rest(pty: &mut Pty) -> String {
    let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
    // The end of a pseudo-terminal is an error.
    while let Ok(read @ 1..) = pty.read(&mut buffer) {
        seen.extend_from_slice(&buffer[..read]);
    }
    String::from_utf8(seen).unwrap()
}

/// A run to its end: the answer, and what came to the terminal.
fn ended(columns: u16, more: &[&str], environment: &[(&str, &str)], data: &Folder) -> (ExitStatus, String, String) {
    let (mut child, mut pty) = start(columns, more, environment, data);
    let mut out = child.stdout.take().unwrap();
    let reading = thread::spawn(move || {
        let mut text = String::new();
        out.read_to_string(&mut text).unwrap();
        text
    });
    let seen = rest(&mut pty);
    (child.wait().unwrap(), reading.join().unwrap(), seen)
}

/// What a terminal shows in the end, and everything that its lines showed meanwhile.
fn screen(seen: &str) -> (String, Vec<String>) {
    let (mut lines, mut row, mut column) = (vec![Vec::new()], 0_usize, 0_usize);
    let mut shown = Vec::new();
    let mut rest = seen.chars();
    while let Some(mark) = rest.next() {
        match mark {
            '\r' => column = 0,
            '\n' => row += 1,
            '\u{1b}' => {
                assert_eq!(rest.next(), Some('['));
                let code: String = until_letter(&mut rest);
                let number = code[..code.len() - 1].parse().unwrap_or(1);
                match &code[code.len() - 1..] {
                    "A" => row = row.saturating_sub(number),
                    "B" => row += number,
                    "K" => {
                        shown.push(lines[row].iter().collect::<String>());
                        lines[row].clear();
                    }
                    other => panic!("a control sequence that no bar needs: {other}"),
                }
            }
            _ => {
                let line: &mut Vec<char> = &mut lines[row];
                line.resize(line.len().max(column + 1), ' ');
                line[column] = mark;
                column += 1;
            }
        }
        while lines.len() <= row {
            lines.push(Vec::new());
        }
    }
    shown.retain(|line| !line.is_empty());
    (lines.iter().map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n").trim().to_owned(), shown)
}

/// A control sequence, after its first two marks.
fn until_letter(rest: &mut std::str::Chars<'_>) -> String {
    let mut code = String::new();
    while !code.ends_with(|mark: char| mark.is_ascii_alphabetic()) {
        code.push(rest.next().unwrap());
    }
    code
}

#[test]
fn progress_is_shown_as_far_as_the_terminal_takes_it() {
    let data = slow_data();
    a_bar_is_drawn_and_taken_away(&data);
    plain_terminals_get_one_line_of_words(&data);
    quiet_runs_and_pipes_say_nothing_of_it(&data);
    an_interrupted_run_takes_its_bar_along(&data);
}

fn a_bar_is_drawn_and_taken_away(data: &Folder) {
    let quiet = vaxdash(&[&args(data)[..], &["-q"]].concat()).ended(0).out;
    for (columns, parts) in [(80, ["Reading [", "MB of ", "MB/s, "]), (40, ["%, ", "MB/s, ", "s left"])] {
        let (status, out, seen) = ended(columns, &[], &[], data);
        assert!(status.success());
        let (last, shown) = screen(&seen);
        let bars: Vec<&String> = shown.iter().filter(|line| line.trim_end().ends_with("left")).collect();
        assert!(!bars.is_empty(), "{seen:?}");
        for bar in bars {
            let is_whole = parts.iter().all(|part| bar.contains(part));
            assert!(is_whole && bar.chars().count() <= usize::from(columns), "{bar:?}");
        }
        // Of the bar, nothing is left but the notices that every run gives.
        let notices = vaxdash(&args(data)).err;
        assert_eq!(last, notices.trim_end());
        assert!(!seen.contains("\u{1b}[?25l"), "the cursor is never hidden");
        assert!(out == quiet, "the answer is that of a run without a bar");
    }
}

fn plain_terminals_get_one_line_of_words(data: &Folder) {
    for environment in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let (status, _, seen) = ended(80, &[], &[environment], data);
        assert!(status.success());
        let marks: Vec<char> = seen.chars().filter(|mark| mark.is_control() && !"\r\n".contains(*mark)).collect();
        assert!(marks.is_empty(), "{seen:?}");
        let lines: Vec<&str> = seen.split("\r\n").collect();
        assert!(lines[0].starts_with("vaxdash: ") && lines[0].contains(" read, ") && lines[0].ends_with(" left"));
        // The file is looked at before it is read: each time has a line.
        let said = lines.iter().filter(|line| line.ends_with(" left")).count();
        assert!((1..=2).contains(&said), "{seen:?}");
        assert!(!lines.concat().contains('\r'), "{seen:?}");
    }
}

fn quiet_runs_and_pipes_say_nothing_of_it(data: &Folder) {
    let (status, _, seen) = ended(80, &["-q"], &[], data);
    assert!(status.success() && seen.is_empty(), "{seen:?}");
    assert!(!vaxdash(&args(data)).err.contains("left"), "standard error is no terminal");
}

#[test]
fn short_loads_say_nothing_of_progress() {
    let short = Folder::new();
    vaxdash(&["sample", "-o", short.arg(), "--patients", "50", "--practices", "1", "-q"]).ended(0);
    let (status, _, seen) = ended(80, &[], &[], &short);
    assert!(status.success() && !seen.contains("left"), "{seen:?}");
}

fn an_interrupted_run_takes_its_bar_along(data: &Folder) {
    let (mut child, mut pty) = start(80, &[], &[], data);
    let (mut seen, mut buffer) = (String::new(), [0; 4096]);
    while !seen.contains("left") {
        let read = pty.read(&mut buffer).unwrap();
        seen.push_str(str::from_utf8(&buffer[..read]).unwrap());
    }
    let killed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    seen.push_str(&rest(&mut pty));
    assert_eq!(child.wait().unwrap().signal(), Some(2));
    let (last, _) = screen(&seen);
    assert_eq!(last, "", "{seen:?}");
}
