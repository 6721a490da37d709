//! Texts made to do harm are text, wherever they come from.

use super::reading::ReadPage;
use crate::data::{doses, nhs, on, patient, pipes};
use crate::harness::{Folder, vaxdash};

/// What would leave its place, run, be fetched, or turn text round.
const HOSTILE: [&str; 6] = [
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</td></table></style><!--",
    "&lt;b&gt; &#60;b> & javascript:alert(1)",
    "a\u{202e}b\u{2066}c\u{1b}[2J",
];

fn folder() -> Folder {
    let people: Vec<_> = (1_u32..)
        .zip(HOSTILE)
        .map(|(n, text)| patient(n).with("Surname", text).with("Forename", text).with("Ethnic Category", text))
        .collect();
    let practice = HOSTILE.map(|text| text.replace('"', "\"\"")).join(" ");
    let vaccinations: Vec<_> = (1_u32..=6)
        .zip(HOSTILE)
        .flat_map(|(n, text)| {
            doses(n, &["20210301"]).into_iter().map(move |row| row.with("BATCH_NUMBER", text).with("SITE_CODE", text))
        })
        .collect();
    Folder::new()
        .with("patients.csv", crate::data::csv(&people))
        .with("practices.csv", format!("Practice code,Practice name,PCN code,PCN name,Activity codes\nA81001,\"{practice}\",U11111,\"{practice}\",B0360\n"))
        .with("vaccinations.csv", pipes(&vaccinations))
}

#[track_caller]
fn is_harmless(place: &str, text: &str) -> ReadPage {
    let page = ReadPage::of(text);
    assert_eq!((page.count("script"), page.count("style"), page.count("img")), (1, 1, 0), "{place}");
    assert!(
        !text.contains(|c: char| ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
            || c == '\u{1b}'),
        "{place}"
    );
    assert!(page.tags.iter().all(|(_, with)| with.keys().all(|key| !key.starts_with("on"))), "{place}");
    page
}

#[test]
fn hostile_texts_are_shown_as_text() {
    let folder = folder();
    let history = nhs(3);
    for (command, more) in [
        ("uptake", &[][..]),
        ("second-dose", &["--list", "--columns", "nhs_number,surname,forename,practice_name,first_dose_site"]),
        ("history", &[history.as_str()]),
        ("check", &[]),
    ] {
        let run = on(&folder, command, &[more, &["--format", "html"]].concat());
        let page = is_harmless(command, &run.out);
        assert!(
            command == "check"
                || page.text().contains("<img src=x onerror=alert(1)>")
                || page.text().contains("onmouseover"),
            "{command}"
        );
    }
    let list = on(&folder, "second-dose", &["--list", "--columns", "nhs_number,surname", "--format", "html"]).ended(0);
    let page = is_harmless("list", &list.out);
    let mut names: Vec<&str> = page.tables[0].rows.iter().map(|row| row[1].as_str()).collect();
    names.sort_unstable();
    let mut expected: Vec<String> = HOSTILE
        .map(|text| text.replace('\u{202e}', "\\u{202e}").replace('\u{2066}', "\\u{2066}").replace('\u{1b}', "\\u{1b}"))
        .to_vec();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

#[test]
fn a_hostile_organisation_and_name_of_a_file_are_text() {
    let folder = folder().with("stray<img src=x>.csv", "a,b\n1,2\n");
    for text in HOSTILE {
        let path = folder.file("out.html");
        let organisation = format!("--organisation={text}");
        let args = [
            "dashboard",
            "--data",
            folder.arg(),
            "--as-at",
            "11/05/2022",
            "-f",
            "--with-patients",
            &organisation,
            "-o",
            path.to_str().unwrap(),
        ];
        vaxdash(&args).ended(0);
        is_harmless(text, &std::fs::read_to_string(&path).unwrap());
    }
}
