//! Section 7.1: whatever the command and whatever goes wrong, no fact about a
//! person outside one's own practices leaves the program.
//!
//! A marked person is registered with a practice outside the list. Everything
//! that the program prints or writes is searched for the marks.

mod errors;
mod flags;
mod reports;

use std::fs;

use crate::data::{DECLINED, PRACTICES, Row, csv, dose, doses, nhs, patient, pipes};
use crate::harness::{Folder, Run};

/// The number of the marked person: no other person's ends in the same digits.
const MARKED: u32 = 777_772;

/// Everything that would give the marked person away.
fn marks() -> Vec<String> {
    let number = nhs(MARKED);
    let masked = format!("{}****{}", &number[..3], &number[7..]);
    let spaced = format!("{} {} {}", &number[..3], &number[3..6], &number[6..]);
    let facts = [
        "Zebedee",
        "ZEBEDEE",
        "Quuxmark",
        "QUUXMARK",
        "ZZ98 7QX",
        "ZZ987QX",
        "07700900987",
        "07700 900987",
        "quux.example",
        "13/12/1987",
        "1987-12-13",
        "19871213",
        // The same day in a workbook.
        "<v>32124</v>",
        "1 Quince Row",
        "QUUXBATCH",
        "QX999",
        "B82099",
        "Quuxurgery",
    ];
    facts.map(str::to_owned).into_iter().chain([number, masked, spaced]).collect()
}

/// The marked person's row, of a practice outside the list.
fn stranger() -> Row {
    patient(1)
        .with("NHS Number", nhs(MARKED))
        .with("Forename", "Zebedee")
        .with("Surname", "Quuxmark")
        .with("Date of Birth", "13/12/1987")
        .with("Practice code", "B82099")
        .with("Practice name", "Quuxurgery")
        .with("Postcode", "ZZ98 7QX")
        .with("Mobile Telephone", "07700900987")
        .with("Email", "zed@quux.example")
        .with("Address 1", "1 Quince Row")
}

/// An event of the marked person.
fn strange(date: &str) -> Row {
    dose(1, date)
        .with("NHS_NUMBER", nhs(MARKED))
        .with("PERSON_SURNAME", "Quuxmark")
        .with("PERSON_FORENAME", "Zebedee")
        .with("PERSON_POSTCODE", "ZZ98 7QX")
        .with("PERSON_DOB", "19871213")
        .with("BATCH_NUMBER", "QUUXBATCH")
        .with("SITE_CODE", "QX999")
        .with("UNIQUE_ID", format!("z{date}"))
}

/// One's own people, and the marked person wherever a row can go wrong.
fn data() -> Folder {
    let own = [
        patient(1),
        patient(2).with("Practice code", "A81002").with("Mobile Telephone", ""),
        patient(3).with("NHS Number", ""),
        patient(4).flagged(&["housebound"]),
        patient(5).with("Date of death", "unknown"),
    ];
    let strangers = [
        stranger(),
        stranger().with("Date of Birth", "31/13/1987"),
        stranger().with("Date of Birth", "12/13/1987"),
        stranger().with("Date of Birth", ""),
        stranger().with("Date of Birth", "13/12/1787"),
        stranger().with("Date of Birth", "13/12/2087"),
        stranger().with("NHS Number", "Quuxmark"),
        stranger().with("Date of death", "Quuxmark"),
        stranger().with("housebound", "Quuxmark").flagged(&["immunosuppressed"]),
        stranger().with("Practice code", ""),
        stranger().with("Practice code", "Quuxurgery"),
        stranger().with("SENSITIVE_FLAG", "Quuxmark").with("Gender", "Quuxmark").with("Ethnic Category", "Quuxmark"),
        stranger().with("NHS no", nhs(9)).with("birth_date", "14/12/1987").with("GP Practice Code", "B82098"),
    ];
    let events = [
        doses(1, &["20210301", "never"]),
        doses(2, &["20210301"]),
        doses(4, &["20210301"]),
        doses(5, &["20210301"]),
        [strange("20210301"), strange("never"), strange("13/12/1787"), strange("12/13/2021"), strange("")].to_vec(),
        vec![
            strange("20210601").with("VACCINATION_PROCEDURE_CODE", "1.32E+15").with("VACCINE_PRODUCT_CODE", "3.9E+16"),
        ],
        vec![strange("20210701").with("VACCINATION_PROCEDURE_CODE", DECLINED)],
        // A record of one's own, moved to the marked person; and theirs, deleted.
        vec![
            dose(1, "20210801").with("UNIQUE_ID", "moved"),
            strange("20210801").with("UNIQUE_ID", "moved").with("ACTION_FLAG", "UPDATE"),
        ],
        vec![strange("20210301").with("ACTION_FLAG", "DELETE")],
        // Unlinkable, but with a name.
        vec![
            strange("20210901").with("NHS_NUMBER", "0"),
            strange("20210902").with("NHS_NUMBER", "Quuxmark").with("ACTION_FLAG", "UPDATE"),
        ],
        vec![strange("20210903").with("Traced_NHSNUMBER", nhs(9))],
    ];
    Folder::new()
        .with("practices.csv", PRACTICES)
        .with("patients.csv", csv(&[&own[..], &strangers[..]].concat()))
        .with("COVID_Vaccinations_v5_YGM41_20220511T07000001.csv", pipes(&events.concat()))
        .with(
            "list.csv",
            format!("NHS Number,Surname,Data_Source,date_added\n{},Quuxmark,Quuxurgery,13/31/2021\n", nhs(MARKED)),
        )
        .with(
            "invited.csv",
            format!(
                "NHS Number,Target,Dose,As at,Channel,Round,Campaign\n{0},accubook,second,2022-05-01,sms,1,\n\
                 {0},Quuxmark (07700900987),second,2022-05-01,sms,1,QUUXMARK\n{1},accubook,second,2022-05-01,sms,1,\n",
                nhs(MARKED),
                nhs(1)
            ),
        )
        .with("InfAck.csv", format!("MESSAGE_HEADER_ID|NAME\n{}|Quuxmark\n", nhs(MARKED)))
        .with("headless.csv", format!("Quuxmark,Zebedee,{},13/12/1987\n", nhs(MARKED)))
        .with("postcodes.csv", "Quuxmark,Zebedee,ZZ98 7QX,M\n")
}

/// What a run printed and what is in the files it wrote, file names included.
fn traces(run: &Run, out: &Folder) -> String {
    let mut all = format!("{}\n{}\n", run.out, run.err);
    let mut folders = vec![out.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
            all += &(entry.file_name().into_string().unwrap() + "\n");
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let bytes = fs::read(entry.path()).unwrap();
                // A workbook is searched part by part.
                all += &if bytes.starts_with(b"PK") {
                    crate::written_workbooks::text_of(&bytes)
                } else {
                    String::from_utf8_lossy(&bytes).into_owned()
                };
            }
        }
    }
    all
}

/// Nothing of the marked person is in what a run left.
#[track_caller]
fn unseen(run: &Run, out: &Folder) {
    let all = traces(run, out);
    for mark in marks() {
        assert!(!all.contains(&mark), "{mark} was seen: {all}");
    }
}
