//! A new user whose extract has other headings is led by `check` alone, message
//! by message, to a run that is fit to invite.

use std::fs;

use serde_json::Value;

use crate::data::{DOSE1, PFIZER, nhs};
use crate::harness::{Folder, Run, table, vaxdash_in};

/// A desk with an extract of a system that nobody here has seen.
fn desk() -> Folder {
    let work = Folder::new();
    fs::create_dir(work.file("extract")).unwrap();
    let header = "Patient no.,Forename,Surname,Born,GP code,Went on,Left why,Consent by text,Mobile\n";
    let person = |n: u32, went_on: &str, texts: &str| {
        format!("{},Ada,Fell{n},01/06/1970,A81001,{went_on},,{texts},0770090000{n}\n", nhs(n))
    };
    let people = [person(1, "", ""), person(2, "03/05/2022", ""), person(3, "", "N")].concat();
    let events: Vec<String> = (1..4).map(|n| format!("{},01/03/2021,{DOSE1},{PFIZER}\n", nhs(n))).collect();
    let events = events.concat();
    for (name, text) in [
        ("practices.csv", "Practice code,Practice name,Activity codes\nA81001,Abbey Surgery,B0360\n".to_owned()),
        ("register.csv", format!("{header}{people}")),
        ("jabs.csv", format!("NHS number,Given on,SNOMED,dmd\n{events}")),
    ] {
        fs::write(work.file("extract").join(name), text).unwrap();
    }
    work
}

/// Runs a command at the desk, with what its `vaxdash.toml` says.
#[track_caller]
fn at(work: &Folder, settings: &str, args: &[&str], code: i32) -> Run {
    fs::write(work.file("vaxdash.toml"), format!("data = \"extract\"\nas_at = 2022-05-11\n{settings}")).unwrap();
    vaxdash_in(work.path(), args, "").ended(code)
}

/// What `check` prints on a terminal of eighty columns, as one line.
#[track_caller]
fn said(work: &Folder, settings: &str, code: i32) -> String {
    let run = at(work, settings, &["check", "--width", "80"], code);
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{}", run.out);
    run.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn holds(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn an_extract_of_other_headings_is_led_to_a_run_fit_to_invite() {
    let work = desk();
    // Nothing is recognised: what it lacks is said, and how to name it. Headings that nobody
    // knows are not shown, for a row of data may stand in their place.
    let text = said(&work, "", 5);
    holds(&text, &["Not fit: there is no patients file", "file-unrecognised (unsafe): register.csv"]);
    holds(
        &text,
        &["Forename, Surname, GP code", "under [headings] in vaxdash.toml: \"your heading\" = \"nhs_number\""],
    );
    assert!(!text.contains("Went on") && !text.contains("columns-absent"), "{text}");
    let mut headings = "[headings]\n\"Patient no.\" = \"nhs_number\"\n".to_owned();
    holds(&said(&work, &headings, 5), &["needs a column for: date of birth (date_of_birth)"]);
    headings += "\"Born\" = \"date_of_birth\"\n";
    // The people are known; what they were given is not.
    let text = said(&work, &headings, 5);
    holds(&text, &["Not fit: there is no vaccinations file", "to be read as vaccinations it needs a column for:"]);
    holds(&text, &["event date (event_date), procedure or product code (procedure_code)"]);
    headings += "\"Given on\" = \"event_date\"\n\"SNOMED\" = \"procedure_code\"\n\"dmd\" = \"product_code\"\n";
    // It can be reported, and not yet invited.
    let text = said(&work, &headings, 3);
    holds(
        &text,
        &["Fit to report; not to invite until: put right or accepted by name: no-death-column (register.csv)"],
    );
    for (id, field) in [
        ("no-death-column", "date_of_death"),
        ("no-removal-column", "reason_for_removal"),
        ("no-restricted-column", "sensitive_flag"),
        ("no-consent-column", "sms_consent"),
    ] {
        holds(&text, &[&format!("{id} (unsafe): register.csv"), &format!("\"your heading\" = \"{field}\"")]);
    }
    holds(&text, &["heading-unused (unsafe): register.csv", "\"Consent by text\" = \"sms_consent\""]);
    assert!(at(&work, &headings, &["uptake"], 0).err.contains("doubt no-death-column: register.csv"));
    let invite = ["invites", "--target", "accubook", "--dose", "second", "--allow-old-data", "-o", "out"];
    let refused = at(&work, &headings, &invite, 4).err;
    holds(&refused, &["nobody is invited while these doubts stand", "--accept no-death-column=register.csv"]);
    // What is there under another name is named, the line that `check` prints pasted as it is.
    headings += "\"Went on\" = \"date_of_death\"\n\"Left why\" = \"reason_for_removal\"\n";
    let report = at(&work, &headings, &["check", "--format", "json"], 3).json();
    let rows = table(&report, "headings")["rows"].as_array().unwrap().clone();
    let pasted: Vec<&str> = rows.iter().filter_map(|row: &Value| row["paste"].as_str()).collect();
    assert_eq!(pasted, ["\"Consent by text\" = \"sms_consent\""]);
    headings.extend([pasted[0], "\n"]);
    // The file gets back the name it had, which says when it was made.
    let text = said(&work, &headings, 3);
    holds(&text, &["refresh-unknown (unsafe)", "Keep the name that the file had (COVID_Vaccinations_v5_…_YYYYMMDD"]);
    let name = "COVID_Vaccinations_v5_YGA_20220511T06300001.csv";
    fs::rename(work.file("extract/jabs.csv"), work.file("extract").join(name)).unwrap();
    // What the system does not hold is accepted by its name, once somebody has looked.
    let text = said(&work, &headings, 3);
    holds(&text, &["until: put right or accepted by name: no-restricted-column (register.csv) As at"]);
    holds(&text, &["Once you have looked and nothing is wrong", "accept = [\"ID\"] in vaxdash.toml"]);
    let settings = format!("accept = [\"no-restricted-column\"]\n{headings}");
    let text = said(&work, &settings, 0);
    assert!(text.starts_with("Fit to report and to invite As at 11/05/2022"), "{text}");
    holds(&text, &["no-restricted-column (unsafe, accepted): register.csv"]);
    // The dead and those who do not consent are in no file, and what is not known is no zero.
    let run = at(&work, &settings, &invite, 0);
    holds(&run.err, &["not known (no such column)", "no-restricted-column (accepted)"]);
    let written = fs::read_to_string(work.file("out/accubook_A81001_second_2022-05-11.csv")).unwrap();
    let numbers: Vec<&str> = written.lines().skip(1).filter_map(|line| line.split(',').nth(4)).collect();
    assert_eq!(numbers, [nhs(1)]);
}

#[test]
fn without_a_practice_list_the_files_and_their_doubts_are_shown_all_the_same() {
    let work = desk();
    fs::remove_file(work.file("extract/practices.csv")).unwrap();
    fs::write(work.file("extract/more.zip"), "PK").unwrap();
    let headings = "[headings]\n\"Patient no.\" = \"nhs_number\"\n\"Born\" = \"date_of_birth\"\n";
    let text = said(&work, headings, 4);
    assert!(text.starts_with("Not fit: there is no practice list"), "{text}");
    holds(&text, &["heading-unused (unsafe): register.csv", "\"Consent by text\" = \"sms_consent\""]);
    holds(&text, &["file-not-read (note): more.zip", "register.csv Born date_of_birth"]);
    let run = at(&work, headings, &["check", "--format", "json"], 4);
    let ids: Vec<Value> = run.json()["doubts"].as_array().unwrap().iter().map(|doubt| doubt["id"].clone()).collect();
    assert_eq!(ids, ["heading-unused", "file-not-read", "file-not-read"]);
    // Why it ended is said last.
    assert!(run.err.lines().last().unwrap().contains("there is no practice list"), "{}", run.err);
}
