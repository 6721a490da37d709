//! `vaxdash check`: what each file is, who is in scope, where every row went,
//! and an exit code for scripts.

use serde_json::{Value, json};

use crate::data::{checked, csv, dose, doses, extract, input, nhs, on, patient, pick, pipes, remarks, row};
use crate::harness::{Folder, table, vaxdash};

fn well() -> Folder {
    extract(&[patient(1), patient(2)], &doses(1, &["20210301"]))
}

/// The rows of a table as (first keys) arrays.
#[track_caller]
fn rows(report: &Value, name: &str, keys: &[&str]) -> Value {
    table(report, name)["rows"].as_array().unwrap().iter().map(|row| pick(row, keys)).collect()
}

#[test]
fn all_is_well() {
    let run = on(&well(), "check", &[]).ended(0);
    assert!(run.out.starts_with("Fit to report and to invite\n"), "{}", run.out);
    assert_eq!(run.err, "");
}

#[test]
fn every_file_with_its_kind_rows_delimiter_encoding_and_time() {
    let folder = extract(&[patient(1), patient(2)], &[]).with(
        "COVID_Vaccinations_v5_YGM41_20220511T07000001.csv",
        pipes(&doses(1, &["20210301", "20210601", "20211001"])),
    );
    let report = checked(&folder, &[]);
    let keys = ["file", "kind", "rows", "delimiter", "encoding", "last_refreshed", "remark"];
    let expected = json!([
        ["patients.csv", "patients", 2, "comma", "UTF-8", null, null],
        ["practices.csv", "practices", 3, "comma", "UTF-8", null, null],
        ["vaccinations.csv", "vaccinations", 1, "pipe", "UTF-8", null, null],
        [
            "COVID_Vaccinations_v5_YGM41_20220511T07000001.csv",
            "vaccinations",
            3,
            "pipe",
            "UTF-8",
            "11/05/2022 06:00 GMT",
            null
        ],
    ]);
    assert_eq!(rows(&report, "inputs", &keys), expected);
}

#[test]
fn the_practices_in_scope_and_those_left_out() {
    let folder = well().with(
        "practices.csv",
        "Practice code,Practice name,PCN code,Activity codes\nA81001,Abbey,U11111,B0360\nA81002,Bridge,,\n",
    );
    let report = checked(&folder, &[]);
    let expected =
        json!([["A81001", "Abbey", "U11111", "yes"], ["A81002", "Bridge", null, "no: lacks the activity code"]]);
    assert_eq!(rows(&report, "practices", &["practice_code", "practice_name", "pcn_code", "in_scope"]), expected);
    assert!(remarks(&report).contains("Registration Authority"));
    // Left out is no problem of the data.
    on(&folder, "check", &[]).ended(0);
}

#[test]
fn where_every_row_went() {
    let report = checked(&well(), &[]);
    let expected = json!([
        ["patients", "rows_read", 2],
        ["patients", "other_practices", 0],
        ["patients", "rejected", 0],
        ["patients", "not_yet_born", 0],
        ["patients", "duplicate", 0],
        ["patients", "deceased", 0],
        ["patients", "removed", 0],
        ["patients", "patients", 2],
        ["vaccinations", "rows_read", 1],
        ["vaccinations", "delete_instructions", 0],
        ["vaccinations", "unlinkable", 0],
        ["vaccinations", "other_people", 0],
        ["vaccinations", "excluded_people", 0],
        ["vaccinations", "replaced", 0],
        ["vaccinations", "not_covid", 0],
        ["vaccinations", "not_given", 0],
        ["vaccinations", "rejected", 0],
        ["vaccinations", "after_as_at", 0],
        ["vaccinations", "duplicates", 0],
        ["vaccinations", "doses", 1],
        ["vaccinations", "date_repaired", 0],
    ]);
    assert_eq!(rows(&report, "reconciliation", &["rows_of", "ended_in", "rows"]), expected);
}

#[test]
fn rejected_rows_by_reason_are_a_note_and_with_strict_exit_3() {
    let patients = [
        patient(1),
        patient(2).with("NHS Number", ""),
        patient(3).with("NHS Number", ""),
        patient(4).with("Date of Birth", ""),
    ];
    let folder = extract(&patients, &[dose(1, "never")]);
    on(&folder, "check", &["--strict"]).ended(3);
    let report = on(&folder, "check", &["--format", "json"]).ended(0).json();
    assert_eq!(report["verdict"], "Fit to report and to invite");
    let expected = json!([
        ["patients.csv", "Date of Birth", 1],
        ["patients.csv", "NHS Number", 2],
        ["vaccinations.csv", "DATE_AND_TIME", 1]
    ]);
    assert_eq!(rows(&report, "rejected", &["file", "column", "rows"]), expected);
}

#[test]
fn rejected_rows_one_by_one() {
    let folder = extract(&[patient(1), patient(2).with("NHS Number", "")], &[]);
    let out = Folder::new();
    on(&folder, "check", &["--rejects", out.file("r.csv").to_str().unwrap()]).ended(0);
    let text = std::fs::read_to_string(out.file("r.csv")).unwrap();
    assert_eq!(text, "file,row,column,reason\npatients.csv,3,NHS Number,the NHS number is blank\n");
    // It is never written over without --force.
    let path = out.file("r.csv");
    on(&folder, "check", &["--rejects", path.to_str().unwrap()]).ended(4);
    on(&folder, "check", &["--rejects", path.to_str().unwrap(), "--force"]).ended(0);
}

#[test]
fn a_problem_keeps_from_inviting_a_refused_file_from_everything_and_a_warning_from_nothing() {
    for (name, text, code, verdict) in [
        (
            "notes.csv",
            "Ward,Beds\n",
            3,
            "Fit to report; not to invite until: the problems below are put right: notes.csv\n",
        ),
        ("cut.csv", "NHS Number,Data_Source\n\"1,x\n", 5, "Not fit: cut.csv is refused: "),
    ] {
        let run = on(&well().with(name, text), "check", &[]).ended(code);
        assert!(run.out.starts_with(verdict), "{}", run.out);
    }
    let warned = extract(&[patient(1).with("housebound", "maybe"), patient(2).with("Practice code", "?")], &[]);
    assert!(on(&warned, "check", &[]).ended(0).out.contains("warning"));
}

#[test]
fn problems_come_after_warnings_and_warnings_after_notes() {
    let folder = extract(&[patient(1).with("housebound", "maybe")], &[])
        .with("practices.csv", "Practice code\nA81001\n")
        .with("notes.csv", "Ward,Beds\n");
    let levels = rows(&checked(&folder, &[]), "issues", &["severity"]);
    assert_eq!(levels, json!([["note"], ["warning"], ["problem"]]));
}

#[test]
fn the_faults_of_a_rules_folder_are_problems_too() {
    let rules = Folder::new().with("booster.toml", "x = 1\n");
    let run = on(&well(), "check", &["--rules", rules.arg(), "--format", "json"]).ended(3);
    let report = run.json();
    let said = remarks(&report);
    assert!(said.contains("booster.toml") && said.contains("unknown key"), "{said}");
    // The files are shown all the same.
    assert_eq!(input(&report, "patients.csv")["kind"], "patients");
}

#[test]
fn without_a_scope_the_files_are_shown_and_then_it_is_refused() {
    let folder = Folder::new().with("patients.csv", csv(&[patient(1)]));
    let run = on(&folder, "check", &[]).ended(4);
    assert!(run.out.starts_with("Not fit: there is no practice list"), "{}", run.out);
    assert!(run.out.contains("patients.csv") && !run.out.contains(&nhs(1)), "{}", run.out);
    assert!(run.err.contains("no practice list"), "{}", run.err);
}

#[test]
fn the_date_of_the_check_decides_where_rows_end() {
    let folder = well();
    let ends = |args: &[&str]| {
        let report = checked(&folder, args);
        row(&report, "reconciliation", "ended_in", "after_as_at")["rows"].clone()
    };
    assert_eq!(ends(&["--as-at", "01/03/2021"]), 0);
    assert_eq!(ends(&["--as-at", "2021-02-28"]), 1);
}

#[test]
fn another_list_decides_for_check_too() {
    let list = Folder::new().with("mine.txt", "A81002\n");
    let report = checked(&well(), &["--practices", list.file("mine.txt").to_str().unwrap()]);
    assert_eq!(rows(&report, "practices", &["practice_code"]), json!([["A81002"]]));
    assert_eq!(report["reconciliation"]["patients"]["other_practices"], 2);
}

#[test]
fn damaged_text_and_unused_columns_are_notes() {
    let mut text =
        csv(&[patient(1).with("Surname", "Brontë-Müller").with("Sex", "1").with("Gender", "2")]).into_bytes();
    text.extend(b"x\xeb,,,,,\n");
    let said = remarks(&checked(&extract(&[], &[]).with("patients.csv", text), &[]));
    assert!(said.contains("U+FFFD") && said.contains("is not used"), "{said}");
}

#[test]
fn old_data_are_worth_a_warning_where_the_date_was_taken_from_them() {
    let folder = |days| {
        let stamp = crate::data::today() - chrono::Days::new(days);
        let name = format!("COVID_Vaccinations_v5_YGA_{}T12000000.csv", stamp.format("%Y%m%d"));
        extract(&[patient(1)], &[]).with(&name, pipes(&doses(1, &["20210301"])))
    };
    for command in [&["uptake"][..], &["check"], &["history", "9990000018"]] {
        let run = |days, more: &[&str]| vaxdash(&[command, &["--data", folder(days).arg()], more].concat()).ended(0);
        assert!(run(3, &[]).err.contains("days ago"), "{command:?}: {}", run(3, &[]).err);
        assert!(!run(2, &[]).err.contains("days ago"), "{command:?}");
        // Said on purpose, it is no surprise; and quiet is quiet.
        assert!(!run(3, &["--as-at", &crate::data::days_ago(3)]).err.contains("days ago"), "{command:?}");
        assert_eq!(run(3, &["--quiet"]).err, "", "{command:?}");
        // A later date than the data know of is worth another warning.
        let today = run(3, &["--as-at", "today"]).err;
        assert!(today.contains("3 days before") && today.contains("not in them"), "{command:?}: {today}");
        assert!(!run(2, &["--as-at", "today"]).err.contains("days before"), "{command:?}");
    }
}

/// The verdict is of the data, whatever the day is; the note beside it is of the day.
#[test]
fn data_too_old_to_invite_from_are_said_to_be() {
    for (days, is_old) in [(14, false), (15, true)] {
        let stamp = crate::data::today() - chrono::Days::new(days);
        let name = format!("COVID_Vaccinations_v5_YGA_{}T12000000.csv", stamp.format("%Y%m%d"));
        let folder = extract(&[patient(1)], &[]).with(&name, pipes(&doses(1, &["20210301"])));
        let run = vaxdash(&["check", "--data", folder.arg()]).ended(0);
        assert!(run.out.starts_with("Fit to report and to invite\n"), "{}", run.out);
        assert_eq!(run.out.contains("invites refuses them unless --allow-old-data"), is_old, "{days}: {}", run.out);
    }
}

#[test]
fn a_report_saved_beside_the_data_is_no_practice_list() {
    let folder = well();
    for (name, more) in [("uptake.csv", &[][..]), ("detail.csv", &["--detail"]), ("by-pcn.csv", &["--by", "pcn"])] {
        let file = folder.file(name);
        let args = [&["uptake", "--data", folder.arg(), "-o", file.to_str().unwrap()], more].concat();
        vaxdash(&args).ended(0);
    }
    let report = on(&folder, "check", &["--format", "json"]).ended(0).json();
    let inputs = table(&report, "inputs")["rows"].as_array().unwrap().clone();
    let skipped = inputs.iter().filter(|input| input["kind"] == "not-ours").count();
    assert_eq!(skipped, 3, "{inputs:?}");
    vaxdash(&["uptake", "--data", folder.arg()]).ended(0);
}

/// A new user who does what each message says comes to a working set-up.
#[test]
fn a_broken_set_up_leads_message_by_message_to_a_working_one() {
    let said = |folder: &Folder, code: i32| {
        let run = vaxdash(&["check", "--data", folder.arg(), "--as-at", "2022-05-11"]).ended(code);
        assert!(!run.out.contains("`vaxdash check`"), "check sends nobody to check: {}", run.out);
        // Cells may be broken over lines.
        let text = run.out + &run.err;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let folder = Folder::new();
    let empty = said(&folder, 4);
    for part in ["No file was found", ".csv", "there is no practice list", "--practices FILE"] {
        assert!(empty.contains(part), "{part}: {empty}");
    }
    // Files of something else.
    let folder = folder.with("staff.csv", "Name,Desk\nA,1\n").with("notes.txt", "hello\n");
    let wrong = said(&folder, 4);
    for part in
        ["none of its 2 headings is known", "patients need NHS number", "Put a file with a \"Practice code\" column"]
    {
        assert!(wrong.contains(part), "{part}: {wrong}");
    }
    // The list lacks the activity code.
    let folder = folder.with("practices.csv", "Practice code,Practice name,Activity codes\nA81001,Abbey,B0001\n");
    let without = said(&folder, 4);
    assert!(without.contains("Ask the local Registration Authority to add B0360"), "{without}");
    let folder = folder.with("practices.csv", "Practice code,Practice name,Activity codes\nA81001,Abbey,B0360\n");
    assert!(said(&folder, 5).contains("there is no patients file (NHS number, date of birth and practice code)"));
    // Dates in US order.
    let american = patient(1).with("Date of Birth", "06/21/1970");
    let folder = folder.with("patients.csv", csv(&[american]));
    let dates = said(&folder, 5);
    assert!(dates.contains("month first (US order)") && dates.contains("Export again with UK settings"), "{dates}");
    let folder = folder.with("patients.csv", csv(&[patient(1).with("Date of Birth", "21/06/1970")]));
    assert!(said(&folder, 5).contains("there is no vaccinations file"));
    // The reports send to `check` while something is missing.
    let run = vaxdash(&["uptake", "--data", folder.arg()]).ended(5);
    assert!(run.err.contains("`vaxdash check` shows what each file is"), "{}", run.err);
    let folder = folder.with("vaccinations.csv", pipes(&doses(1, &["20210301"])));
    // What is not recognised stays a problem until it is taken away.
    assert!(said(&folder, 3).contains("staff.csv"));
    for name in ["staff.csv", "notes.txt"] {
        std::fs::remove_file(folder.file(name)).unwrap();
    }
    // A file without a date in its name is as old as nobody knows.
    let undated = said(&folder, 3);
    assert!(undated.starts_with("Fit to report; not to invite until: put right or accepted by name: refresh-unknown "));
    assert!(undated.contains("Keep the name that the file had (COVID_Vaccinations_v5_…_YYYYMMDDThhmmss00.csv)"));
    let name = "COVID_Vaccinations_v5_YGA_20220511T06300001.csv";
    std::fs::rename(folder.file("vaccinations.csv"), folder.file(name)).unwrap();
    assert!(said(&folder, 0).starts_with("Fit to report and to invite"));
}
