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

use crate::harness::{Folder, binary, sealed, vaxdash};

const NAME: &str = "COVID_Vaccinations_v5_YGM41_20220511T06000000.csv";
/// A load that takes longer is worth a bar.
const LONG: Duration = Duration::from_secs(1);
/// A machine that reads more than this, in bytes, before a second is over has no need of a bar.
const LARGEST: u64 = 8 << 30;

/// Data of a few people, and a file of vaccinations of others.
fn data() -> Folder {
    let folder = Folder::new();
    vaxdash(&["sample", "-o", folder.arg(), "--patients", "300", "--practices", "2", "-q"]).ended(0);
    fs::write(
        folder.file(NAME),
        utf_16("\u{feff}NHS_NUMBER,DATE_AND_TIME,VACCINATION_PROCEDURE_CODE,VACCINE_PRODUCT_CODE\n"),
    )
    .unwrap();
    folder
}

/// UTF-16 is read by the slow way.
fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Makes the file twice as long, and 64 MiB at the least.
fn grow(data: &Folder) {
    let row = "9990000026,20210301T10000000,1324681000000101,39115611000001103\n";
    let rows = utf_16(&row.repeat((1 << 19) / row.len()));
    let mut file = File::options().append(true).open(data.file(NAME)).unwrap();
    let length = file.metadata().unwrap().len();
    assert!(length < LARGEST, "nothing was said of a load of {length} bytes");
    for _ in 0..(length >> 20).max(64) {
        file.write_all(&rows).unwrap();
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
    let mut command = Command::new(binary())
        .args(args(data))
        .args(more)
        .env_clear()
        .envs(sealed())
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

/// A run that is long enough for something to be said of its progress.
fn long(columns: u16, environment: &[(&str, &str)], data: &Folder) -> (ExitStatus, String, String) {
    loop {
        let run = ended(columns, &[], environment, data);
        if run.2.contains("left") {
            return run;
        }
        grow(data);
    }
}

#[test]
fn progress_is_shown_as_far_as_the_terminal_takes_it() {
    let data = data();
    a_bar_is_drawn_and_taken_away(&data);
    plain_terminals_get_one_line_of_words(&data);
    quiet_runs_and_pipes_say_nothing_of_it(&data);
    an_interrupted_run_takes_its_bar_along(&data);
}

fn a_bar_is_drawn_and_taken_away(data: &Folder) {
    for (columns, parts) in [(80, ["Reading [", "B of ", "B/s, "]), (40, ["%, ", "B/s, ", " left"])] {
        let (status, out, seen) = long(columns, &[], data);
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
        let quiet = vaxdash(&[&args(data)[..], &["-q"]].concat()).ended(0).out;
        assert!(out == quiet, "the answer is that of a run without a bar");
    }
}

fn plain_terminals_get_one_line_of_words(data: &Folder) {
    for environment in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let (status, _, seen) = long(80, &[environment], data);
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
    // On a machine that has much else to do, a load may be long however little there is to read:
    // a run that ended within the second that makes it so shows what is meant.
    let is_short = || {
        let began = Instant::now();
        let (status, _, seen) = ended(80, &[], &[], &short);
        let took = began.elapsed();
        assert!(status.success() && (took > LONG || !seen.contains("left")), "{took:?}: {seen:?}");
        took <= LONG
    };
    assert!((0..1000).any(|_| is_short()), "no run of a thousand ended within a second");
}

fn an_interrupted_run_takes_its_bar_along(data: &Folder) {
    loop {
        let (mut child, mut pty) = start(80, &[], &[], data);
        let (mut seen, mut buffer) = (String::new(), [0; 4096]);
        while !seen.contains("left") {
            // The end of a pseudo-terminal is an error.
            let Ok(read @ 1..) = pty.read(&mut buffer) else { break };
            seen.push_str(str::from_utf8(&buffer[..read]).unwrap());
        }
        if seen.contains("left") {
            let killed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
            assert!(killed.success());
        }
        seen.push_str(&rest(&mut pty));
        let status = child.wait().unwrap();
        // Else it had nothing more to read before the signal came.
        if !status.success() {
            assert_eq!(status.signal(), Some(2));
            let (last, _) = screen(&seen);
            assert_eq!(last, "", "{seen:?}");
            return;
        }
        grow(data);
    }
}
