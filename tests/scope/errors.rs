//! Every error that data can provoke, provoked in the marked person's rows.

use super::{MARKED, data, strange, stranger, unseen};
use crate::data::{PRACTICES, csv, dose, nhs, patient, pipes};
use crate::harness::{Folder, Run, vaxdash};

const EVENTS: &str = "COVID_Vaccinations_v5_YGM41_20220511T07000001.csv";

/// Runs every command on data of which one file has been replaced.
#[track_caller]
fn provoke(name: &str, bytes: impl AsRef<[u8]>, code: i32) {
    let data = data().with(name, bytes);
    let ended = |args: &[&str]| -> Run { vaxdash(&[args, &["--data", data.arg(), "--as-at", "11/05/2022"]].concat()) };
    for format in ["table", "json"] {
        let run = ended(&["uptake", "--format", format]);
        assert_eq!(run.code, code, "{name}: {}", run.err);
        unseen(&run, &Folder::new());
        let out = Folder::new();
        let path = out.file("rejects.csv");
        unseen(&ended(&["check", "--format", format, "--rejects", path.to_str().unwrap()]), &out);
        unseen(&ended(&["history", &nhs(1), "--format", format]), &Folder::new());
        unseen(&ended(&["history", &nhs(MARKED), "--format", format]), &Folder::new());
    }
    unseen(&ended(&["invites", "--target", "accubook", "--allow-old-data", "--dry-run"]), &Folder::new());
}

#[test]
fn an_unclosed_quote_in_their_row() {
    let text = csv(&[patient(1), stranger().with("Surname", "#Quuxmark"), patient(2)]).replace('#', "\"");
    provoke("patients.csv", text, 5);
    provoke(
        EVENTS,
        pipes(&[dose(1, "20210301"), strange("20210301").with("BATCH_NUMBER", "#QUUXBATCH")]).replace('#', "\""),
        5,
    );
    provoke("list.csv", format!("NHS Number,Data_Source\n{},\"Quuxmark\n", nhs(MARKED)), 5);
}

#[test]
fn a_file_cut_off_in_their_row() {
    let text = csv(&[patient(1), stranger()]);
    for end in ["Quuxmark", "13/12", "B820"] {
        let cut = text.find(end).unwrap() + end.len();
        provoke("patients.csv", &text[..cut], 5);
    }
}

#[test]
fn bytes_that_are_no_text_in_their_row() {
    let text = csv(&[patient(1), stranger().with("Surname", "Quuxmark\0")]);
    provoke("patients.csv", text, 5);
    let broken: Vec<u8> = csv(&[patient(1), stranger().with("Surname", "Quuxmark@")])
        .bytes()
        .map(|b| if b == b'@' { 0xEB } else { b })
        .collect();
    provoke("patients.csv", broken, 0);
}

#[test]
fn a_row_of_theirs_that_is_too_long() {
    let text = csv(&[patient(1), stranger().with("Surname", format!("Quuxmark{}", "x".repeat(3 << 20)))]);
    provoke("patients.csv", text, 5);
}

#[test]
fn their_dates_in_us_order_and_their_columns_that_differ() {
    provoke("patients.csv", csv(&[patient(1), stranger().with("Date of Birth", "12/13/1987")]), 0);
    provoke("patients.csv", csv(&[patient(1), stranger().with("NHS no", nhs(9)).with("birth_date", "14/12/1987")]), 0);
    // Where one of two practice columns is one's own, the file is refused without a word on whom.
    provoke("patients.csv", csv(&[patient(1), stranger().with("GP Practice Code", "A81001")]), 5);
    provoke(EVENTS, pipes(&[dose(1, "20210301"), strange("20210301").with("Traced_NHSNUMBER", nhs(1))]), 5);
}

#[test]
fn a_file_of_theirs_without_a_header() {
    let rows = csv(&[stranger(), stranger()]);
    let (_, without) = rows.split_once('\n').unwrap();
    provoke("patients2.csv", without, 0);
    provoke("names.csv", "Zebedee;Quuxmark;ZZ98 7QX\n", 0);
    provoke("mails.csv", "zed@quux.example\tZebedee\n", 0);
    provoke("numbers.csv", format!("{}\n{}\n", nhs(MARKED), nhs(9)), 0);
}

#[test]
fn a_practice_list_with_their_practice_as_its_mistake() {
    // A list that cannot be read to its end, one that is none, two lists, and none.
    let none = |list: &str| {
        let data = data().with("practices.csv", list);
        for command in ["uptake", "check"] {
            let run = vaxdash(&[command, "--data", data.arg()]);
            assert!(run.code == 4 || run.code == 5, "{}", run.err);
            for mark in ["Zebedee", "Quuxmark", &nhs(MARKED)] {
                assert!(!run.out.contains(mark) && !run.err.contains(mark), "{mark}: {} {}", run.out, run.err);
            }
        }
    };
    none("Practice code\n\"A81001\n");
    none("Practice code\n");
    none("Code\nA81001\n");
    none("Practice code,Activity codes\nA81001,\n");
    let data = data().with("two.csv", PRACTICES);
    unseen(&vaxdash(&["uptake", "--data", data.arg()]).ended(4), &Folder::new());
}

#[test]
fn an_exclude_file_of_theirs_that_cannot_be_used() {
    let data = data();
    for bytes in [
        format!("NHS Number,Name\n{},\"Quuxmark\n", nhs(MARKED)),
        format!("NHS Number,date_added\n{},12/13/2021\n{},13/31/2021\n", nhs(MARKED), nhs(MARKED)),
        "Quuxmark,Zebedee\n".to_owned(),
        format!("NHS Number,Name\n{},Quuxmark\0\n", nhs(MARKED)),
    ] {
        let seen = Folder::new().with("seen.csv", bytes);
        let path = seen.file("seen.csv");
        let args =
            ["invites", "--target", "accubook", "--allow-old-data", "--dry-run", "--exclude", path.to_str().unwrap()];
        unseen(&vaxdash(&[&args[..], &["--data", data.arg()]].concat()), &Folder::new());
    }
}

#[test]
fn a_wrong_command_line_about_them() {
    let data = data();
    let number = nhs(MARKED);
    for args in [
        &["uptake", "--practice", &number][..],
        &["uptake", "--campaign", &number],
        &["history", &number, &number],
        &["history", &number, "--as-at", "never"],
        &["history", &number, "--bananas"],
    ] {
        // What was typed is masked, and is answered as for anybody else.
        let nobody: Vec<String> = args.iter().map(|arg| arg.replace(&number, &nhs(123_457))).collect();
        let nobody: Vec<&str> = nobody.iter().map(String::as_str).collect();
        let of = |args: &[&str]| vaxdash(&[args, &["--data", data.arg()]].concat());
        let mask = |number: &str| format!("{}****{}", &number[..3], &number[7..]);
        let (theirs, nobodys) = (of(args), of(&nobody));
        assert_eq!(theirs.code, nobodys.code, "{args:?}");
        assert_eq!(theirs.err.replace(&mask(&number), ""), nobodys.err.replace(&mask(&nhs(123_457)), ""), "{args:?}");
        assert!(!theirs.err.contains(&number) && theirs.out.is_empty(), "{}", theirs.err);
    }
}
