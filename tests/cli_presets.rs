//! Presets that check and compare, their list, and options before the command.

use std::fs;

use serde_json::Value;

use crate::data::{dose, doses, extract, on, patient};
use crate::harness::{Folder, vaxdash, vaxdash_in};

/// The small files of the tests have no time stamps in their names.
const STAMP: &str = "refresh-unknown";

fn work(data: &Folder, rest: &str) -> Folder {
    Folder::new().with("vaxdash.toml", format!("data = {:?}\nas_at = 2022-05-11\n{rest}", data.arg()))
}

fn json(work: &Folder, file: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(work.file(file)).unwrap()).unwrap()
}

#[test]
fn a_night_checks_its_data_and_compares_them_with_those_of_the_day_before() {
    let before = extract(&[patient(1), patient(2)], &doses(1, &["20210301"]));
    let now = extract(&[patient(1), patient(2)], &[doses(1, &["20210301"]), vec![dose(2, "20220509")]].concat());
    let preset = format!(
        "[preset.night]\n[[preset.night.step]]\ncommand = \"check\"\naccept = [\"{STAMP}\"]\noutput = \"{{preset}}-check.json\"\n\
         [[preset.night.step]]\ncommand = \"compare\"\nold = {:?}\nnew = {:?}\nold_as_at = 2022-05-10\noutput = \"moved.json\"\n\
         [[preset.night.step]]\ncommand = \"uptake\"\noutput = \"uptake.json\"\n",
        before.arg(),
        now.arg()
    );
    let work = work(&now, &preset);
    vaxdash_in(work.path(), &["run", "night", "-q"], "").ended(0);
    assert_eq!(json(&work, "night-check.json")["verdict"], "Fit to report and to invite");
    assert_eq!(json(&work, "uptake.json")["tables"][0]["totals"]["first_dose"], 2);
    // The same as the commands say alone.
    let alone = ["compare", before.arg(), now.arg(), "--old-as-at", "2022-05-10", "--as-at", "2022-05-11", "-q"];
    let alone = vaxdash(&[&alone[..], &["--format", "json"]].concat()).ended(0).json();
    assert_eq!(json(&work, "moved.json")["tables"], alone["tables"]);
    let alone = on(&now, "check", &["--format", "json"]).ended(0).json();
    assert_eq!(json(&work, "night-check.json")["tables"], alone["tables"]);
}

/// Whoever reads the exit code of a night learns what `check` found; the reports are written all the same.
#[test]
fn what_check_finds_is_the_exit_code_of_the_preset() {
    let damaged = dose(1, "20210301").with("VACCINATION_PROCEDURE_CODE", "1.32E+15").with("VACCINE_PRODUCT_CODE", "");
    let data = extract(&[patient(1), patient(2)], &[vec![damaged; 3], doses(2, &["20210301"])].concat());
    let steps = |more: &str| {
        format!(
            "[preset.night]\n[[preset.night.step]]\ncommand = \"check\"\noutput = \"check.json\"\n{more}\
             [[preset.night.step]]\ncommand = \"uptake\"\noutput = \"uptake.json\"\n"
        )
    };
    let unfit = work(&data, &steps(""));
    vaxdash_in(unfit.path(), &["run", "night", "-q"], "").ended(3);
    let verdict = json(&unfit, "check.json")["verdict"].as_str().unwrap().to_owned();
    assert!(verdict.contains("not to invite until") && verdict.contains("codes-damaged"), "{verdict}");
    assert!(unfit.file("uptake.json").exists());
    // Of the step, or of the preset.
    let accepted = work(&data, &steps(&format!("accept = [\"codes-damaged\", \"{STAMP}\"]\n")));
    vaxdash_in(accepted.path(), &["run", "night", "-q"], "").ended(0);
    let accepted = work(&data, &format!("accept = [\"codes-damaged\", \"{STAMP}\"]\n{}", steps("")));
    vaxdash_in(accepted.path(), &["run", "night", "-q"], "").ended(0);
}

#[test]
fn a_comparison_that_is_published_has_a_preset_of_its_own() {
    let data = extract(&[patient(1)], &doses(1, &["20210301"]));
    let compare = format!(
        "command = \"compare\"\nold = {0:?}\nnew = {0:?}\ndisclosure = \"nhs\"\nold_as_at = 2022-05-10\n",
        data.arg()
    );
    let alone = work(&data, &format!("[preset.all]\n[[preset.all.step]]\n{compare}"));
    vaxdash_in(alone.path(), &["run", "all", "-q"], "").ended(0);
    let beside = format!("[preset.all]\n[[preset.all.step]]\ncommand = \"uptake\"\n[[preset.all.step]]\n{compare}");
    let refused = vaxdash_in(work(&data, &beside).path(), &["run", "all"], "").ended(4);
    assert!(refused.err.contains("step 2 (compare) has a disclosure profile"), "{}", refused.err);
}

#[test]
fn the_list_of_a_comparison_is_in_the_log_of_the_preset() {
    let before = extract(&[patient(1)], &doses(1, &["20210301"]));
    let now = extract(&[patient(1)], &doses(1, &["20210301", "20210601"]));
    let preset = format!(
        "audit_log = \"audit.log\"\n[preset.all]\n[[preset.all.step]]\ncommand = \"compare\"\nold = {:?}\nnew = {:?}\n\
         old_as_at = 2021-05-20\nlist = true\noutput = \"moved.csv\"\n",
        before.arg(),
        now.arg()
    );
    let work = work(&now, &preset);
    vaxdash_in(work.path(), &["run", "all", "-q"], "").ended(0);
    let log = fs::read_to_string(work.file("audit.log")).unwrap();
    assert!(log.contains("\"compare") && log.contains("moved.csv"), "{log}");
    vaxdash_in(work.path(), &["audit", "verify", "audit.log"], "").ended(0);
}

#[test]
fn run_alone_lists_the_presets_with_their_steps() {
    let none = vaxdash_in(Folder::new().path(), &["run"], "").ended(2);
    assert!(none.err.contains("there is no preset"), "{}", none.err);
    let data = extract(&[patient(1)], &[]);
    let presets = "[preset.weekly]\n[[preset.weekly.step]]\ncommand = \"uptake\"\n[[preset.weekly.step]]\ncommand = \"trend\"\n\
                   [preset.a]\n[[preset.a.step]]\ncommand = \"check\"\n";
    let listed = vaxdash_in(work(&data, presets).path(), &["run"], "").ended(0);
    let expected =
        "Presets, each with its steps:\n  a       check\n  weekly  uptake, trend\n\nRun one with `vaxdash run NAME`.\n";
    assert_eq!((listed.out.as_str(), listed.err.as_str()), (expected, ""));
}

#[test]
fn some_options_may_stand_before_the_command() {
    let data = extract(&[patient(1)], &doses(1, &["20210301"]));
    let after = vaxdash(&["uptake", "-q", "--data", data.arg(), "--as-at", "2022-05-11"]).ended(0);
    let before = vaxdash(&["-q", "--data", data.arg(), "--as-at=2022-05-11", "uptake"]).ended(0);
    assert_eq!((before.out, before.err), (after.out, after.err));
    let practices = data.file("practices.csv");
    vaxdash(&["--practices", practices.to_str().unwrap(), "uptake", "--data", data.arg()]).ended(0);
    // A command that has no such option says so; others stand where they always did.
    assert!(vaxdash(&["-q", "completions", "bash"]).ended(2).err.contains("-q"));
    vaxdash(&["--by", "age", "uptake", "--data", data.arg()]).ended(2);
    assert!(vaxdash(&["--help"]).ended(0).out.contains("may stand before the"));
}
