//! Files that one run writes and a later one reads: the audit log, the log of
//! invitations, a table of targets.

use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use vaxdash::audit::{LogCheck, verify};
use vaxdash::invites::{is_invite_log, log_joint, read_targets};
use vaxdash::load::{DatedBy, ListedBy, UserHeadings, read_invited};

use super::law;
use crate::data::{doses, extract, nhs, on, patient};
use crate::harness::Folder;

/// The lines of a log as three runs wrote it.
fn log() -> &'static [u8] {
    static LOG: OnceLock<Vec<u8>> = OnceLock::new();
    LOG.get_or_init(|| {
        let (data, folder) = (extract(&[patient(1), patient(2)], &doses(1, &["20210301"])), Folder::new());
        let path = folder.file("audit.log");
        for reason in ["recall", "recall again: \"why\"", "für Zoë"] {
            on(&data, "patients", &["--list", "--audit", path.to_str().unwrap(), "--reason", reason]).ended(0);
        }
        std::fs::read(path).unwrap()
    })
}

law! {
    any_bytes_are_a_whole_log_or_a_broken_one("logs", 1, bytes in vec(any::<u8>(), 0..400)) {
        // Nothing that was not written is whole, but a log without a line.
        let verdict = verify(&bytes[..]).unwrap();
        let is_whole = matches!(verdict, LogCheck::Whole { .. });
        prop_assert_eq!(is_whole, bytes.is_empty());
    }
}

law! {
    a_byte_that_is_changed_put_in_or_taken_out_breaks_its_line(
        "logs", 1, at in any::<Index>(), byte in any::<u8>(), how in 0_u8..3,
    ) {
        let whole = log();
        let at = at.index(whole.len());
        let mut bytes = whole.to_vec();
        match how {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            _ => drop(bytes.remove(at)),
        }
        if bytes == whole {
            return Ok(());
        }
        // The first line that is not as it was.
        let lines = |bytes: &[u8]| bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
        let same = lines(whole).iter().zip(&lines(&bytes)).take_while(|(was, is)| was == is).count();
        let line = u64::try_from(same).unwrap() + 1;
        match verify(&bytes[..]).unwrap() {
            LogCheck::Whole { lines, .. } => prop_assert!(false, "{} lines are whole", lines),
            LogCheck::Broken { line: found, .. } => prop_assert_eq!(found, line),
        }
    }
}

law! {
    a_log_that_is_cut_is_whole_up_to_the_cut("logs", 1, end in any::<Index>()) {
        let whole = log();
        let end = end.index(whole.len() + 1);
        let ended = end == 0 || whole[end - 1] == b'\n';
        let verdict = verify(&whole[..end]).unwrap();
        prop_assert_eq!(matches!(verdict, LogCheck::Whole { .. }), ended);
    }
}

/// Rows of a log of invitations, or of what looks like one.
fn rows() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: [&[u8]; 16] = [
        b"NHS Number,Target,Dose,As at\r\n",
        b"NHS Number,Date\n",
        b"9990000018,accubook,second,2022-05-10\r\n",
        b"9990000018",
        b"999 000 0026",
        b",",
        b"\n",
        b"\r\n",
        b"\"",
        b"2022-05-10",
        b"10/05/2022",
        b"13/31/2022",
        b"\xff",
        b"\0",
        b"\xef\xbb\xbf",
        b"accubook",
    ];
    prop_oneof![vec(any::<u8>(), 0..200), vec(select(&PIECES[..]), 0..30).prop_map(|pieces| pieces.concat())]
}

law! {
    whoever_was_invited_is_in_the_file_that_says_so("logs", 4, bytes in rows()) {
        let folder = Folder::new().with("seen.csv", &bytes);
        // Whoever is found was written down.
        let named = UserHeadings::default();
        let by = ListedBy { dates: DatedBy::Invitation, named: &named };
        if let Ok(found) = read_invited(&folder.file("seen.csv"), by, |number| number.digits() == nhs(1)) {
            let digits: Vec<u8> = bytes.iter().copied().filter(u8::is_ascii_digit).collect();
            for (number, _) in found.people {
                prop_assert!(digits.windows(10).any(|ten| ten == number.digits().as_bytes()));
            }
        }
        // What is added to a log leaves it one.
        if is_invite_log(&bytes) {
            let joint = [&bytes[..], &log_joint(&bytes)].concat();
            prop_assert!(is_invite_log(&joint));
        }
    }
}

const TARGETS: &str = include_str!("../../src/invites/targets.toml");

law! {
    a_table_of_targets_with_slips_is_sound_or_has_faults(
        "logs", 2, cuts in vec((any::<Index>(), 0_usize..40, select(&TYPED[..])), 0..4),
    ) {
        let mut text: Vec<char> = TARGETS.chars().collect();
        for (at, gap, typed) in cuts {
            let at = at.index(text.len());
            let end = (at + gap).min(text.len());
            text.splice(at..end, typed.chars());
        }
        match read_targets("mine.toml", &text.into_iter().collect::<String>()) {
            Ok(targets) => {
                let mut names: Vec<&str> = targets.iter().map(|target| target.name.as_str()).collect();
                names.sort_unstable();
                let count = names.len();
                names.dedup();
                prop_assert_eq!(names.len(), count);
                // A name is part of a file's, and must not lead anywhere else.
                prop_assert!(names.iter().all(|name| !name.is_empty() && !name.contains(['/', '\\', '.', '\0'])));
                prop_assert!(targets.iter().all(|target| !target.columns.is_empty()));
            }
            Err(fault) => prop_assert!(fault.to_string().contains("mine.toml"), "{}", fault),
        }
    }
}

const TYPED: [&str; 12] =
    ["", "\"", "[", "]]", "=", "\n", "0", "-1", "../", "name = \"fax\"\n", "[[target]]\n", "\u{202e}"];
