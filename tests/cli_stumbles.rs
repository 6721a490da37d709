//! What new users stumbled over: each is mended, and stays so.

use crate::harness::{Folder, Run, table, vaxdash_in};
use crate::repository;

/// A command on the samples.
#[track_caller]
fn on_samples(args: &[&str], as_at: &str, code: i32) -> Run {
    let data = ["--data", "samples/pcn", "--as-at", as_at];
    vaxdash_in(repository::root(), &[args, &data].concat(), "").ended(code)
}

/// Whether every line of a table fits; what is said below it may name files, which are not broken.
#[track_caller]
fn fits(text: &str, width: usize) {
    for line in text.lines().take_while(|line| !line.starts_with("Note: ")) {
        assert!(line.chars().count() <= width, "{line}");
    }
}

#[test]
fn a_wrong_profile_lists_the_profiles_and_suggests_none_that_is_far() {
    let err = on_samples(&["uptake", "--disclosure", "ons"], "11/05/2022", 2).err;
    assert!(err.contains("none, nhs, opensafely, midpoint6") && !err.contains("similar"), "{err}");
    let err = on_samples(&["uptake", "--disclosure", "opensafly"], "11/05/2022", 2).err;
    assert!(err.contains("a similar value exists: 'opensafely'"), "{err}");
}

#[test]
fn the_hint_of_data_stands_only_where_data_are_missing() {
    let hint = "(or set VAXDASH_DATA, or data = \"extracts/\" in vaxdash.toml)";
    let err = on_samples(&["dashboard"], "11/05/2022", 2).err;
    assert!(err.contains("--output <") && !err.contains(hint), "{err}");
    let err = vaxdash_in(repository::root(), &["dashboard", "-o", "x.xlsx"], "").ended(2).err;
    assert!(err.contains(hint), "{err}");
}

#[test]
fn the_targets_and_the_steps_of_invitations_fit_a_terminal_of_eighty_columns() {
    let run = vaxdash_in(repository::root(), &["invites", "--list-targets", "--width", "80"], "").ended(0);
    fits(&run.out, 80);
    assert!(run.out.contains("Columns: Title, Given Name,"), "{}", run.out);
    let steps = ["invites", "--target", "accubook", "--dry-run", "--allow-old-data", "--quiet", "--width", "60"];
    fits(&on_samples(&steps, "11/05/2022", 0).out, 60);
}

#[test]
fn people_read_words_and_programs_keys() {
    let run = on_samples(&["check", "--quiet", "--width", "120"], "11/05/2022", 0);
    for words in ["rows read", "other practices", "not COVID-19", "counted"] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    assert!(!run.out.contains("rows_read") && !run.out.contains("other_people"), "{}", run.out);
    let found = on_samples(&["check", "--format", "json", "--quiet"], "11/05/2022", 0).json();
    assert_eq!(table(&found, "reconciliation")["rows"][0]["ended_in"], "rows_read");
    let listed = ["patients", "--list", "--housebound", "--columns", "nhs_number", "--quiet"];
    let run = on_samples(&listed, "11/05/2022", 0);
    assert!(run.out.contains("Chosen: housebound · list · columns nhs_number"), "{}", run.out);
}

#[test]
fn a_published_dashboard_does_not_say_that_its_columns_add_up() {
    for (profile, said) in [("none", "the columns add up to the patients."), ("nhs", "before disclosure control")] {
        let out = Folder::new();
        let page = out.file("dashboard.html");
        let args = ["dashboard", "--quiet", "--disclosure", profile, "-o", page.to_str().unwrap()];
        on_samples(&args, "11/05/2022", 0);
        let text = std::fs::read_to_string(page).unwrap();
        assert!(text.contains(said), "{profile}");
        assert_eq!(text.contains("add up to the patients."), profile == "none");
    }
}

#[test]
fn an_offer_that_is_over_is_said_in_one_line() {
    for (command, what) in [
        ("first-dose", "first and second doses"),
        ("second-dose", "first and second doses"),
        ("boosters", "first boosters"),
    ] {
        let said = format!("Note: The offer of {what} ended on ");
        assert!(on_samples(&[command, "--quiet"], "01/11/2026", 0).out.contains(&said), "{command}");
        assert!(!on_samples(&[command, "--quiet"], "11/05/2022", 0).out.contains(&said), "{command}");
    }
}

#[test]
fn cohorts_fit_sixty_columns_and_keep_their_names_at_eighty() {
    fits(&on_samples(&["cohorts", "--quiet", "--width", "60"], "11/05/2022", 0).out, 60);
    let wide = on_samples(&["cohorts", "--quiet", "--width", "80"], "11/05/2022", 0).out;
    fits(&wide, 80);
    assert!(wide.lines().any(|line| line.starts_with("Cohort Who ")), "{wide}");
}

#[test]
fn a_list_in_csv_says_how_it_is_opened_in_excel() {
    let out = Folder::new();
    let (list, counts) = (out.file("list.csv"), out.file("counts.csv"));
    let args = ["second-dose", "--list", "-o", list.to_str().unwrap()];
    assert!(on_samples(&args, "11/05/2022", 0).err.contains("to open the list in it, write -o FILE.xlsx"));
    let args = ["second-dose", "-o", counts.to_str().unwrap()];
    assert!(!on_samples(&args, "11/05/2022", 0).err.contains("Excel"));
}
