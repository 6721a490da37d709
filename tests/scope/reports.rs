//! Every command, format and flag, all going well.

use super::{MARKED, data, marks, strange, stranger, traces, unseen};
use crate::data::{csv, extract, nhs, pipes};
use crate::harness::{Folder, Run, vaxdash};

/// The commands that read data, with arguments that make each show the most.
fn commands() -> Vec<Vec<&'static str>> {
    let mut all: Vec<Vec<&str>> = vec![
        vec!["check"],
        vec!["uptake"],
        vec!["uptake", "--detail", "--by", "practice,pcn,cohort,age,gender,ethnicity,imd"],
        vec!["uptake", "--campaign", "spring-2022", "--by", "pcn"],
        vec!["uptake", "--strict"],
        vec!["uptake", "--immunosuppressed", "--housebound"],
        vec!["uptake", "--age", "34", "--gender", "not-known"],
        vec!["uptake", "--practice", "A81001"],
        vec!["uptake", "--as-at", "2021-03-01"],
        vec!["sources"],
        vec!["trend"],
        vec!["trend", "--every", "day", "--by", "site"],
        vec!["activity"],
        vec!["activity", "--by", "site"],
        vec!["activity", "--by", "supplier"],
        vec!["campaign", "--target", "75", "--interval"],
        vec!["uptake", "--target", "75", "--interval", "--brand", "Unknown,Pfizer"],
        vec!["cohorts", "--target", "75", "--interval", "--in-campaign", "spring-2022"],
    ];
    for profile in ["nhs", "opensafely", "midpoint6"] {
        all.push(vec!["uptake", "--by", "cohort", "--disclosure", profile]);
        all.push(vec!["cohorts", "--disclosure", profile]);
        all.push(vec!["sources", "--disclosure", profile]);
    }
    for command in ["cohorts", "first-dose", "second-dose", "boosters", "immunosuppressed", "quality", "patients"] {
        all.push(vec![command]);
    }
    for command in
        ["cohorts", "first-dose", "second-dose", "boosters", "campaign", "immunosuppressed", "quality", "patients"]
    {
        all.push(vec![command, "--list"]);
        all.push(vec![command, "--list", "--columns", EVERY_COLUMN]);
        let everybody = match command {
            "second-dose" => "first-dose-only",
            "quality" => "records",
            _ => "patients",
        };
        all.push(vec![command, "--status", everybody, "--columns", EVERY_COLUMN]);
    }
    for more in [&[][..], &["--list"], &["--status", "left-or-died"], &["--disclosure", "nhs"]] {
        all.push([&["outcomes", "--invite-log", "DATA/invited.csv"], more].concat());
    }
    for n in ["9990000018", "9990000026", "9990000050"] {
        all.push(vec!["history", n]);
        all.push(vec!["history", n, "--overdue-after", "100"]);
    }
    all
}

/// Every column of line lists.
const EVERY_COLUMN: &str = "nhs_number,title,forename,surname,date_of_birth,age,gender,ethnicity,practice_code,\
    practice_name,cohort,status,due_date,days_overdue,doses,first_dose_date,first_dose_brand,first_dose_site,\
    second_dose_date,second_dose_brand,third_primary_date,third_primary_due,last_dose_date,last_dose_brand,boosters,\
    booster_due,campaign_due,declined_date,contraindicated_date,mobile,telephone,email,address,postcode,immunosuppressed,housebound,restricted,reason,wrong,event_date,code,supplier,what_to_do";

fn run(data: &Folder, args: &[&str], more: &[&str]) -> Run {
    let dated: &[&str] = if args.contains(&"--as-at") { &[] } else { &["--as-at", "11/05/2022"] };
    let placed: Vec<String> = args.iter().map(|word| word.replace("DATA", data.arg())).collect();
    let placed: Vec<&str> = placed.iter().map(String::as_str).collect();
    vaxdash(&[&placed[..], &["--data", data.arg()], dated, more].concat())
}

#[test]
fn no_report_in_any_format_shows_the_marked_person() {
    let data = data();
    for command in commands() {
        for format in ["table", "csv", "json", "xlsx", "html"] {
            let out = Folder::new();
            if format != "xlsx" {
                let shown = run(&data, &command, &["--format", format]);
                assert!(!shown.out.is_empty(), "{command:?}: {}", shown.err);
                unseen(&shown, &out);
            }
            let path = out.file("report");
            unseen(
                &run(&data, &command, &["--format", format, "-o", path.to_str().unwrap(), "--width", "80", "-q"]),
                &out,
            );
            assert!(path.exists());
        }
        unseen(&vaxdash(&[&command[..], &["--data", data.arg()]].concat()), &Folder::new());
    }
}

#[test]
fn no_dashboard_shows_the_marked_person() {
    let data = data();
    for more in [&[][..], &["--with-patients"], &["--with-patients", "--practice", "A81001", "--age", "5+"]] {
        let out = Folder::new();
        let path = out.file("dashboard.xlsx");
        let shown = run(&data, &["dashboard"], &[more, &["-o", path.to_str().unwrap()]].concat()).ended(0);
        unseen(&shown, &out);
        // One's own people are there: the search finds what it looks for.
        assert!(more.is_empty() || traces(&shown, &out).contains("9990000018"));
    }
}

#[test]
fn no_audit_log_names_the_marked_person() {
    let data = data();
    let out = Folder::new();
    let (log, to, book) = (out.file("audit.log"), out.file("invites"), out.file("all.xlsx"));
    let audit = ["--audit", log.to_str().unwrap(), "--reason", "recall"];
    for command in
        ["cohorts", "first-dose", "second-dose", "boosters", "campaign", "immunosuppressed", "quality", "patients"]
    {
        unseen(&run(&data, &[command, "--list"], &audit).ended(0), &out);
    }
    unseen(&run(&data, &["dashboard", "--with-patients", "-o", book.to_str().unwrap()], &audit).ended(0), &out);
    unseen(&run(&data, &INVITES, &[&audit[..], &["-o", to.to_str().unwrap()]].concat()).ended(0), &out);
    // What is theirs is asked for, and refused; the log has nothing of it.
    unseen(&run(&data, &["history", &nhs(MARKED)], &audit).ended(4), &out);
    let reason = format!("about {}", nhs(MARKED));
    unseen(&run(&data, &["patients", "--list", "--reason", &reason], &audit[..2]).ended(2), &out);
    let log = log.to_str().unwrap();
    unseen(&vaxdash(&["audit", "verify", log]).ended(0), &out);
    std::fs::write(log, format!("{{\"name\":\"Quuxmark {}\"}}\n", nhs(MARKED))).unwrap();
    // Whatever somebody else wrote into it is not repeated.
    for run in [vaxdash(&["audit", "verify", log]).ended(3), run(&data, &["patients", "--list"], &audit).ended(4)] {
        unseen(&run, &Folder::new());
    }
}

#[test]
fn no_rejected_row_is_the_marked_persons() {
    let data = data();
    for command in [&["uptake"][..], &["check"], &["invites", "--target", "accubook", "--allow-old-data", "-o", "out"]]
    {
        let out = Folder::new();
        let (path, to) = (out.file("rejects.csv"), out.file("out"));
        let command: Vec<&str> =
            command.iter().map(|arg| if *arg == "out" { to.to_str().unwrap() } else { *arg }).collect();
        let shown = run(&data, &command, &["--rejects", path.to_str().unwrap()]);
        unseen(&shown, &out);
        let text = std::fs::read_to_string(path).unwrap();
        // One patient without a number, one event without a date: one's own.
        assert_eq!(text.lines().count(), 3, "{text}");
    }
}

/// The arguments of `invites` that write the most.
const INVITES: [&str; 5] = ["invites", "--target", "accubook", "--allow-old-data", "--include-visits"];

#[test]
fn no_booking_file_names_the_marked_person() {
    let data = data();
    let excluded = Folder::new().with("seen.csv", csv(&[stranger()])).with("events.csv", pipes(&[strange("20220510")]));
    let (seen, events) = (excluded.file("seen.csv"), excluded.file("events.csv"));
    let excluding =
        ["--exclude", seen.to_str().unwrap(), "--exclude", events.to_str().unwrap(), "--reinvite-after", "100"];
    for dose in ["first", "second", "third-primary", "booster", "campaign", "next"] {
        for more in [&[][..], &["--limit", "1"], &["--due-within", "300"], &excluding, &["--immunosuppressed"]] {
            let dose = if dose == "next" { vec![] } else { vec!["--dose", dose] };
            let args = [&INVITES[..], &dose, more].concat();
            let out = Folder::new();
            let to = out.file("out");
            let ended = run(&data, &args, &["-o", to.to_str().unwrap()]).ended(0);
            unseen(&ended, &out);
            unseen(&run(&data, &args, &["--dry-run"]).ended(0), &Folder::new());
        }
    }
    let out = Folder::new();
    let to = out.file("out");
    run(&data, &INVITES[..4], &["-o", to.to_str().unwrap()]).ended(0);
    assert!(["visits", "exceptions"].iter().all(|list| has_list(&to, list)), "the test reaches every file");
}

/// Whether a list of this name is in a folder.
fn has_list(folder: &std::path::Path, list: &str) -> bool {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.into_iter().any(|name| name.starts_with(&format!("{list}_")))
}

/// Every target, and every way to be written to a file that there is.
#[test]
fn no_target_names_the_marked_person() {
    let data = data();
    let seen = Folder::new().with("seen.csv", csv(&[stranger()])).with("log.csv", "NHS Number,Target,Dose,As at\r\n");
    let mut ways: Vec<Vec<String>> = vaxdash::invites::targets()
        .unwrap()
        .into_iter()
        .map(|target| {
            let mut way = vec!["--target".to_owned(), target.name];
            way.extend((!target.header).then(|| "--header".to_owned()));
            way
        })
        .collect();
    for channels in ["sms,email,letter,phone", "phone,letter", "email"] {
        ways.push(vec!["--channels".to_owned(), channels.to_owned()]);
    }
    let own = [nhs(1), nhs(2), nhs(4)];
    for way in ways {
        let way: Vec<&str> = way.iter().map(String::as_str).collect();
        let out = Folder::new();
        let (to, log, seen) = (out.file("out"), out.file("log.csv"), seen.file("seen.csv"));
        let more = [
            "--allow-old-data",
            "--include-visits",
            "-o",
            to.to_str().unwrap(),
            "--invite-log",
            log.to_str().unwrap(),
            "--exclude",
            seen.to_str().unwrap(),
            "--due-within",
            "300",
        ];
        let ended = run(&data, &[&["invites"], &way[..]].concat(), &more).ended(0);
        unseen(&ended, &out);
        // One's own people are there: in the files, by number or telephone, or among the exceptions.
        let all = traces(&ended, &out);
        assert!(own.iter().any(|number| all.contains(number.as_str())) || all.contains("07700900"), "{way:?}: {all}");
        // A second run that reads its log back, and one that may replace the files.
        let log = ["--exclude", log.to_str().unwrap()];
        let again = [&["invites"], &way[..], &more, &log, &["--force"]].concat();
        unseen(&run(&data, &again, &[]).ended(0), &out);
    }
}

#[test]
fn a_log_and_a_table_of_the_marked_person_are_not_repeated() {
    // Their number in the log stays there and is seen nowhere else; a table that names them is no table.
    let data = data();
    let row = format!(
        "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n{},accubook,second,2022-05-10,sms,1,\r\n",
        nhs(MARKED)
    );
    let other = Folder::new().with("log.csv", &row).with("mine.toml", "[[target]]\nname = \"fax\"\n");
    let (log, table) = (other.file("log.csv"), other.file("mine.toml"));
    let out = Folder::new();
    let to = out.file("out");
    let args = ["--invite-log", log.to_str().unwrap(), "--exclude", log.to_str().unwrap(), "-o", to.to_str().unwrap()];
    unseen(&run(&data, &INVITES, &args).ended(0), &out);
    assert!(std::fs::read_to_string(log).unwrap().starts_with(&row));
    unseen(&run(&data, &INVITES, &["-n", "--targets", table.to_str().unwrap()]).ended(5), &out);
}

#[test]
fn no_comparison_names_the_marked_person() {
    // The marked person was never one's own; whoever moved to another practice was.
    let (old, new) = (data(), data());
    for more in [&[][..], &["--list"], &["--list", "--format", "json"], &["--format", "csv"]] {
        let args = [&["compare", old.arg(), new.arg(), "--as-at", "11/05/2022", "--old-as-at", "01/05/2022"], more];
        let run = vaxdash(&args.concat()).ended(0);
        unseen(&run, &Folder::new());
    }
}

#[test]
fn history_of_the_marked_person_is_history_of_nobody_to_the_byte() {
    let data = data();
    for more in [
        &[][..],
        &["--format", "json"],
        &["--format", "csv", "-q"],
        &["--as-at", "2021-03-01"],
        &["--overdue-after", "100"],
        &["-o", "/no/such/place/x"],
        &["--format", "xlsx"],
        &["--as-at", "2020-01-01"],
    ] {
        let of = |number: &str| vaxdash(&[&["history", number, "--data", data.arg()], more].concat());
        let (theirs, nobodys) = (of(&nhs(MARKED)), of(&nhs(123_457)));
        assert_eq!((theirs.code, &theirs.out, &theirs.err), (nobodys.code, &nobodys.out, &nobodys.err), "{more:?}");
        unseen(&theirs, &Folder::new());
        assert!(more.len() > 1 || theirs.code == 4, "{}", theirs.err);
    }
    // The number in a file or on standard input makes no difference.
    let numbers = Folder::new().with("theirs", nhs(MARKED)).with("nobodys", nhs(123_457));
    let of = |name: &str| {
        vaxdash(&["history", "--nhs-number-file", numbers.file(name).to_str().unwrap(), "--data", data.arg()])
    };
    assert_eq!((of("theirs").code, of("theirs").err), (of("nobodys").code, of("nobodys").err));
}

#[test]
fn a_practice_without_the_activity_code_is_outside_too() {
    let list = "Practice code,Practice name,Activity codes\nA81001,Abbey,B0360\nA81002,Bridge,B0360\nB82099,Hill Practice,B0401\n";
    let data = data().with("practices.csv", list);
    for command in commands() {
        for format in ["table", "json"] {
            let run = run(&data, &command, &["--format", format]);
            let all = traces(&run, &Folder::new());
            // The practice is named, with what to do; its people are not.
            for mark in marks().into_iter().filter(|mark| mark != "B82099") {
                assert!(!all.contains(&mark), "{mark} was seen by {command:?}: {all}");
            }
        }
    }
}

#[test]
fn every_practice_left_out_in_turn() {
    // With --practices, the same data for the users of one practice each.
    let data = data();
    for (code, others) in [("A81001", [2]), ("A81002", [1])] {
        let list = Folder::new().with("mine.txt", format!("{code}\n"));
        let path = list.file("mine.txt");
        for command in [&["uptake"][..], &["check"], &["uptake", "--detail", "--format", "json"]] {
            let run = run(&data, command, &["--practices", path.to_str().unwrap()]);
            let all = traces(&run, &Folder::new());
            for n in others {
                assert!(!all.contains(&nhs(n)) && !all.contains(&format!("Fell{n}")), "{code}: {all}");
            }
        }
        for n in others {
            let run = run(&data, &["history", &nhs(n)], &["--practices", path.to_str().unwrap()]).ended(4);
            assert!(!run.err.contains(&nhs(n)), "{}", run.err);
        }
    }
}

#[test]
fn the_marks_are_seen_where_they_may_be() {
    // The same person in one's own practice: the search finds the marks, so that it can fail.
    let own = stranger().with("Practice code", "A81001");
    let data = extract(&[own], &[strange("20210301")]);
    let out = Folder::new();
    let to = out.file("out");
    let args = ["invites", "--target", "accubook", "--allow-old-data", "-o", to.to_str().unwrap()];
    let written = run(&data, &args, &["--accept", "refresh-unknown"]).ended(0);
    let history = run(&data, &["history", &nhs(MARKED)], &[]).ended(0);
    let all = traces(&written, &out) + &traces(&history, &Folder::new());
    let number = nhs(MARKED);
    for mark in ["Zebedee", "Quuxmark", "07700900987", "13/12/1987", "QUUXBATCH", "QX999", &number] {
        assert!(all.contains(mark), "{mark}: {all}");
    }
}
