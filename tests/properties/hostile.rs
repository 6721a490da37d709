//! Whatever follows a good header, a run ends in a code that says what it
//! means, and gives nothing away.

use std::ffi::OsString;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use vaxdash::{Terminal, run};

use super::law;
use crate::harness::Folder;

pub const PATIENTS: &str = "NHS_NUMBER,PERSON_DOB,GP_PRACTICE,PERSON_SURNAME,DATE_OF_DEATH,death_status,imd_rank,mobile,rfr,restricted,sms_consent\n";
pub const VACCINATIONS: &str = "\"NHS_NUMBER\"|\"DATE_AND_TIME\"|\"UNIQUE_ID\"|\"UNIQUE_ID_URI\"|\"ACTION_FLAG\"|\"RECORDED_DATE\"|\"VACCINATION_PROCEDURE_CODE\"|\"VACCINE_PRODUCT_CODE\"\n";
/// A surname that nothing but `invites` may write.
const SURNAME: &str = "Zwyxlborough";

/// Four people and their vaccinations, the last of another practice.
pub const PEOPLE: &str = "9990000018,01/02/1950,A81001,Zwyxlborough,,,100,07700900001,,,\n\
    9990000026,13/02/1981,A81001,Zwyxlborough,,,5000,+44 7700 900002,,N,Y\n\
    \"9990000034\",\"1990-12-31\",\"A81001\",\"Zwyxl\"\"borough\",\"\",\"2\",\"\",\"\",,,\n\
    9990000042,01/02/1950,B81001,Zwyxlborough,,,,07700900004,,,\n";
pub const EVENTS: &str = "\"9990000018\"|\"20210201T09300000\"|\"a\"|\"https://example.org\"|\"NEW\"|\"20210201\"|\"1324681000000101\"|\"39115611000001103\"\n\
    9990000018|20210501T09300001|b|https://example.org|UPDATE|20210501|1324691000000104|39115611000001103\n\
    9990000026|15/02/2021|c|https://example.org|new||840534001|\n\
    ||a|https://example.org|DELETE|||\n";

/// Runs a command over the folder in this process.
fn ended(folder: &Folder, command: &[&str]) -> (u8, String) {
    let data = ["--data", folder.arg(), "--as-at", "2022-05-11"];
    let args = ["vaxdash"].iter().chain(command).chain(&data);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(args.map(OsString::from), Terminal::default(), &mut out, &mut err);
    (code, format!("{}{}", String::from_utf8_lossy(&out), String::from_utf8_lossy(&err)))
}

pub const COMMANDS: [&[&str]; 6] = [
    &["check"],
    &["check", "--format", "json"],
    &["uptake", "--by", "cohort,age"],
    &["uptake", "--detail", "--campaign", "spring-2022", "--format", "csv"],
    &["invites", "--dry-run", "--target", "accubook", "--allow-old-data"],
    &["history", "9990000018"],
];

pub fn check(patients: &[u8], vaccinations: &[u8], commands: &[&[&str]]) -> Result<(), TestCaseError> {
    let folder = Folder::new()
        .with("practices.csv", "Practice code,Practice name\nA81001,Alder Surgery\n")
        .with("patients.csv", patients)
        .with("vaccinations.csv", vaccinations);
    for command in commands {
        let (code, said) = ended(&folder, command);
        prop_assert!([0, 3, 4, 5].contains(&code), "{:?} ended in {}: {}", command, code, said);
        prop_assert!(!said.contains("fault of vaxdash"), "{}", said);
        // Names and a number in full are only in the history of the person.
        prop_assert!(!said.contains(SURNAME) || command[0] == "history", "{:?}", command);
        for number in ["9990000018", "9990000026", "9990000034", "9990000042"] {
            prop_assert!(!said.contains(number) || command[0] == "history" && number == "9990000018", "{:?}", command);
        }
        prop_assert!(code != 0 || !said.is_empty());
    }
    Ok(())
}

/// Bytes that a reader of tables might trip over.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: [&[u8]; 24] = [
        b"\"",
        b"\"\"",
        b",",
        b"|",
        b"\n",
        b"\r",
        b"\r\n",
        b"\0",
        b"\xff",
        b"\xc3\xa9",
        b"\xe2\x82",
        b"\xef\xbb\xbf",
        b"A81001",
        b"9990000018",
        b"01/02/1950",
        b"13/31/2021",
        b"12/25/2021",
        b"20210201",
        b"DELETE",
        b"1e99",
        b"=",
        b" ",
        b"Zwyxlborough",
        b"\x1fvaxdash: end of file\x1f",
    ];
    prop_oneof![vec(any::<u8>(), 0..300), vec(select(&PIECES[..]), 0..80).prop_map(|pieces| pieces.concat()),]
}

law! {
    any_bytes_below_the_header_of_a_patients_file("hostile", 4, rows in bytes(), command in select(&COMMANDS[..])) {
        let patients = [PATIENTS.as_bytes(), &rows].concat();
        check(&patients, [VACCINATIONS, EVENTS].concat().as_bytes(), &[command])?;
    }
}

law! {
    any_bytes_below_the_header_of_a_vaccinations_file("hostile", 4, rows in bytes(), command in select(&COMMANDS[..])) {
        let vaccinations = [VACCINATIONS.as_bytes(), &rows].concat();
        check([PATIENTS, PEOPLE].concat().as_bytes(), &vaccinations, &[command])?;
    }
}

law! {
    any_bytes_are_some_file_or_other("hostile", 8, patients in bytes(), vaccinations in bytes()) {
        let folder = Folder::new().with("practices.csv", "A81001\n").with("a.csv", patients).with("b.txt", vaccinations);
        for command in [&COMMANDS[0], &COMMANDS[2]] {
            let (code, said) = ended(&folder, command);
            prop_assert!([3, 4, 5].contains(&code), "{:?} ended in {}: {}", command, code, said);
        }
    }
}

/// Good rows, damaged: pieces put in, bytes changed, and the end cut off.
fn damaged(good: &'static str) -> impl Strategy<Value = Vec<u8>> {
    (
        vec((any::<Index>(), bytes()), 0..3),
        vec((any::<Index>(), any::<u8>()), 0..4),
        proptest::option::of(any::<Index>()),
    )
        .prop_map(|(pieces, changes, end)| {
            let mut bytes = good.as_bytes().to_vec();
            for (at, piece) in pieces {
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, piece.into_iter().take(12));
            }
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            bytes.truncate(end.map_or(bytes.len(), |at| at.index(bytes.len() + 1)));
            bytes
        })
}

law! {
    damaged_files_end_in_a_clear_code("hostile", 4, people in damaged(PEOPLE), events in damaged(EVENTS)) {
        let (patients, vaccinations) = ([PATIENTS.as_bytes(), &people].concat(), [VACCINATIONS.as_bytes(), &events].concat());
        check(&patients, &vaccinations, &[COMMANDS[0], COMMANDS[3], COMMANDS[4]])?;
    }
}

#[test]
fn the_undamaged_files_give_every_report() {
    for command in COMMANDS {
        let folder = Folder::new()
            .with("practices.csv", "Practice code\nA81001\n")
            .with("patients.csv", [PATIENTS, PEOPLE].concat())
            .with("vaccinations_20220511T060000.csv", [VACCINATIONS, EVENTS].concat());
        let (code, said) = ended(&folder, command);
        assert_eq!(code, 0, "{command:?}: {said}");
    }
}
