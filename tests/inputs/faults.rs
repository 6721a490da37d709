//! What goes wrong between a cell and its column: quotation marks that swallow
//! rows, rows that are shifted, files that are cut off (specification 8.1).

use serde_json::json;

use crate::books::of_csv;
use crate::data::{PRACTICES, buckets, checked, csv, dose, doses, extract, input, nhs, on, patient, pipes, report};
use crate::harness::{Folder, Invocation};

/// A folder of many patients, all with a dose.
fn many() -> (Vec<u32>, Vec<crate::data::Row>) {
    let numbers: Vec<u32> = (100..400).filter(|n| crate::data::nhs_if_any(*n).is_some()).collect();
    let rows = numbers.iter().map(|n| dose(*n, "20210301")).collect();
    (numbers, rows)
}

#[test]
fn a_quotation_mark_that_swallows_rows_refuses_the_file_with_the_row_where_it_opened() {
    let (numbers, rows) = many();
    let text = pipes(&rows);
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let quoted = |places: [usize; 2]| {
        let mut lines = lines.clone();
        for place in places {
            lines[place] = lines[place].replacen("|FX0001", "|\"FX0001", 1);
        }
        lines.join("\n") + "\n"
    };
    let patients: Vec<_> = numbers.iter().map(|n| patient(*n)).collect();
    let folder = extract(&patients, &rows).with("vaccinations.csv", quoted([20, 60]));
    for args in [&[][..], &["--threads", "2"]] {
        let run = on(&folder, "uptake", args).ended(5);
        assert!(run.err.contains("row 21 takes whole rows"), "{}", run.err);
    }
    // A line break alone is no fault, nor one with a delimiter or two after it.
    let harmless = text.replacen("|FX0001", "|\"FX\n0001|x\"", 1);
    let folder = extract(&patients, &rows).with("vaccinations.csv", harmless);
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "vaccinations"), json!({"doses": numbers.len()}));
    // Practice lists, too.
    let list = PRACTICES.replace("Abbey", "\"Abbey").replace("Castle", "\"Castle");
    let run = on(&extract(&[patient(1)], &[]).with("practices.csv", list), "uptake", &[]);
    assert!(run.code == 5 || run.code == 4, "{}", run.err);
    assert!(run.err.contains("row 2"), "{}", run.err);
}

#[test]
fn a_quotation_mark_in_an_exclude_list_refuses_it() {
    let numbers: Vec<u32> = (1..13).collect();
    let patients: Vec<_> = numbers.iter().map(|n| patient(*n)).collect();
    let folder = extract(&patients, &numbers.iter().map(|n| dose(*n, "20210301")).collect::<Vec<_>>());
    let line = |n: &u32| {
        let mark = if [3, 8].contains(n) { "\"" } else { "" };
        format!("{}|{mark}Fell|01/05/2022\n", nhs(*n))
    };
    let list = "NHS Number|Name|Invited\n".to_owned() + &numbers.iter().map(line).collect::<Vec<_>>().concat();
    let seen = Folder::new().with("invited.psv", list);
    let args = ["--target", "accubook", "--dose", "second", "--dry-run", "--allow-old-data", "--exclude"];
    let run = on(&folder, "invites", &[&args[..], &[seen.file("invited.psv").to_str().unwrap()]].concat());
    assert!(run.code != 0 && run.err.contains("row 4"), "{}", run.err);
}

#[test]
fn rows_with_a_cell_beyond_the_last_heading_are_rejected_and_many_refuse_the_file() {
    let (numbers, rows) = many();
    let patients = csv(&numbers.iter().map(|n| patient(*n)).collect::<Vec<_>>());
    let shift = |shifted: usize| {
        let mut lines: Vec<String> = patients.lines().map(str::to_owned).collect();
        for line in lines.iter_mut().skip(1).take(shifted) {
            *line = format!("1,{line}");
        }
        lines.join("\n") + "\n"
    };
    let folder = |shifted| extract(&[], &rows).with("patients.csv", shift(shifted));
    let few = report(&folder(2), "uptake", &[]);
    assert_eq!(buckets(&few, "patients"), json!({"patients": numbers.len() - 2, "rejected": 2}));
    let doubts = few["doubts"].as_array().unwrap();
    assert!(doubts.iter().any(|doubt| doubt["id"] == "rows-shifted" && doubt["count"] == 2), "{doubts:?}");
    let run = on(&folder(6), "uptake", &[]).ended(5);
    assert!(run.err.contains("under the wrong headings"), "{}", run.err);
    // In a workbook, too.
    let run = on(&extract(&[], &rows).with("patients.csv", of_csv(&shift(6))), "uptake", &[]).ended(5);
    assert!(run.err.contains("under the wrong headings"), "{}", run.err);
    // Events of anybody: whose they are cannot be told.
    let text = pipes(&rows);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    // Without its first cell's neighbour the NHS number stands a column too far right.
    lines[3] = format!("x|{}", lines[3].trim_end_matches("|RX123"));
    let folder = extract(&[patient(100)], &rows).with("vaccinations.csv", lines.join("\n") + "\n");
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "vaccinations")["rejected"], 1);
}

#[test]
fn a_file_that_ends_within_a_row_is_refused() {
    let (_, rows) = many();
    let text = pipes(&rows);
    let cut = &text[..text.len() - 40];
    let folder = extract(&[patient(100)], &[]).with("vaccinations.csv", cut);
    for args in [&[][..], &["--threads", "2"]] {
        let run = on(&folder, "uptake", args).ended(5);
        assert!(run.err.contains("cut off"), "{}", run.err);
    }
    // A whole last row needs no line end.
    let whole = extract(&[patient(100)], &[]).with("vaccinations.csv", text.trim_end());
    on(&whole, "uptake", &[]).ended(0);
    let patients = csv(&[patient(1), patient(2)]);
    let folder = extract(&[], &doses(1, &["20210301"])).with("patients.csv", &patients[..patients.len() - 30]);
    assert!(on(&folder, "uptake", &[]).ended(5).err.contains("row 3"));
}

#[test]
fn every_file_empty_leaves_no_report_and_an_empty_list_is_unsafe() {
    let header = pipes(&[dose(1, "")]).lines().next().unwrap().to_owned() + "\n";
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", &header);
    assert!(on(&folder, "uptake", &[]).ended(5).err.contains("every vaccinations file is empty"));
    // Beside another that has rows it is a note.
    let folder = extract(&[patient(1)], &doses(1, &["20210301"]))
        .with("more.csv", &header)
        .with("list.csv", "NHS Number,immunosuppressed_reason\n");
    let doubts = report(&folder, "uptake", &[])["doubts"].clone();
    let of = |file: &str| {
        let mut found = doubts.as_array().unwrap().iter();
        found
            .find(|doubt| doubt["id"] == "file-empty" && doubt["file"] == file)
            .map(|doubt| doubt["consequence"].clone())
    };
    assert_eq!([of("more.csv"), of("list.csv")], [Some(json!("note")), Some(json!("unsafe"))]);
}

#[test]
fn the_header_is_the_line_with_the_most_known_headings() {
    let events = pipes(&doses(1, &["20210301"]));
    let folder = extract(&[patient(1)], &[])
        .with("vaccinations.csv", format!("Source|EMIS|Last refreshed|10/05/2022\nOrganisation Code|A81001\n{events}"));
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "vaccinations"), json!({"doses": 1}));
}

#[test]
fn patients_without_a_known_nhs_number_heading_are_no_practice_list() {
    let text = csv(&[patient(1)]).replace("NHS Number", "Hospital no");
    let folder = extract(&[], &[]).with("patients.csv", &text);
    std::fs::remove_file(folder.file("practices.csv")).unwrap();
    assert!(on(&folder, "uptake", &[]).ended(4).err.contains("no practice list"));
    let folder = extract(&[patient(1)], &doses(1, &["20210301"])).with("more.csv", &text);
    let found = report(&folder, "uptake", &[]);
    assert!(found["doubts"].as_array().unwrap().iter().any(|doubt| doubt["id"] == "file-unrecognised"));
    let remark = input(&checked(&folder, &[]), "more.csv")["remark"].as_str().unwrap().to_owned();
    assert!(remark.contains("without a known NHS number heading"), "{remark}");
}

#[test]
fn headings_of_ones_own_count_and_an_unknown_field_is_refused() {
    let text = csv(&[patient(1), patient(2).with("Went on", "01/05/2022"), patient(3).with("Deceased when", "")]);
    let folder = extract(&[], &doses(1, &["20210301"])).with("patients.csv", text);
    let home = Folder::new().with("vaxdash.toml", "[headings]\n\"Went on\" = \"date_of_death\"\n");
    let run = |args: &[&str]| {
        let all = [&["uptake", "--as-at", "2022-05-11", "--format", "json"], args].concat();
        Invocation::new().args(all).data(&folder).within(home.path()).run()
    };
    let found = run(&[]).ended(0).json();
    assert_eq!(buckets(&found, "patients"), json!({"patients": 2, "deceased": 1}));
    // Another heading that resembles a safety field is not used, and said.
    let doubts = found["doubts"].as_array().unwrap();
    let unused = doubts.iter().find(|doubt| doubt["id"] == "heading-unused").unwrap();
    assert!(unused["what"].as_str().unwrap().contains("Deceased when"), "{unused}");
    let wrong = Folder::new().with("vaxdash.toml", "[headings]\n\"Went on\" = \"date_of_deth\"\n");
    let run = Invocation::new().args(["check"]).data(&folder).within(wrong.path()).run().ended(2);
    assert!(run.err.contains("did you mean \"date_of_death\"?"), "{}", run.err);
}

#[test]
fn other_files_are_named_and_psv_and_tab_are_read() {
    let folder = extract(&[patient(1)], &doses(1, &["20210301"]))
        .with("more.psv", pipes(&doses(1, &["20210601"])))
        .with("more.tab", crate::data::delimited(&doses(1, &["20211101"]), '\t'))
        .with("data.zip", "PK")
        .with("data.bin", "x")
        .with("noending", "x");
    let found = report(&folder, "uptake", &[]);
    assert_eq!(buckets(&found, "vaccinations"), json!({"doses": 3}));
    let doubts = found["doubts"].as_array().unwrap();
    let files: Vec<_> =
        doubts.iter().filter(|doubt| doubt["id"] == "file-not-read").map(|doubt| &doubt["file"]).collect();
    assert_eq!(files, ["data.bin", "data.zip", "noending"]);
}

#[test]
fn headings_of_ones_own_hold_for_lists_of_people() {
    let folder = extract(&[patient(1), patient(2)], &[doses(1, &["20210301"]), doses(2, &["20210301"])].concat());
    let line = |n: u32| format!("{},01/05/2022\n", nhs(n));
    let home = Folder::new().with("seen.csv", "Their number,Date invited\n".to_owned() + &line(1) + &line(2));
    let run = || {
        let args = ["invites", "--target", "accubook", "--dose", "second", "--dry-run", "--allow-old-data"];
        let more = ["--as-at", "2022-05-11", "--accept", "refresh-unknown", "--exclude", "seen.csv"];
        Invocation::new().args(args).data(&folder).args(more).within(home.path()).run()
    };
    let unknown = run().ended(5);
    assert!(unknown.err.contains("no NHS number column"), "{}", unknown.err);
    std::fs::write(home.file("vaxdash.toml"), "[headings]\n\"Their number\" = \"nhs_number\"\n").unwrap();
    let known = run().ended(0);
    assert!(known.err.contains("Date invited"), "{}", known.err);
}
