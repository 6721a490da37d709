//! `vaxdash.toml`, the environment and presets.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::data::{doses, extract, patient};
use crate::harness::{Folder, Invocation, Run};

/// A working folder with data, and a folder of the user's.
struct Desk {
    work: Folder,
    home: Folder,
}

impl Desk {
    fn new() -> Self {
        let patients = [patient(1), patient(2).with("Practice code", "A81002")];
        let data = extract(&patients, &[doses(1, &["20210301"]), doses(2, &["20210301", "20210601"])].concat());
        let work = Folder::new();
        fs::create_dir(work.file("data")).unwrap();
        for entry in fs::read_dir(data.path()).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, work.file("data").join(path.file_name().unwrap())).unwrap();
        }
        Self { work, home: Folder::new() }
    }

    fn project(self, text: &str) -> Self {
        fs::write(self.work.file("vaxdash.toml"), text).unwrap();
        self
    }

    fn user(self, text: &str) -> Self {
        fs::create_dir_all(self.home.file("vaxdash")).unwrap();
        fs::write(self.home.file("vaxdash").join("vaxdash.toml"), text).unwrap();
        self
    }

    fn run_with(&self, environment: &[(&str, &str)], args: &[&str]) -> Run {
        let home = self.home.path();
        let run = Invocation::new().env("XDG_CONFIG_HOME", home).env("APPDATA", home).envs(environment);
        run.within(self.work.path()).args(args).run()
    }

    fn run(&self, args: &[&str]) -> Run {
        self.run_with(&[], args)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.work.file(file)).unwrap_or_default()
    }
}

/// The date of a report on the screen.
fn as_at(run: &Run) -> String {
    run.out.split("As at ").nth(1).unwrap_or_default().chars().take(10).collect()
}

#[test]
fn flags_before_environment_before_project_before_user() {
    let desk = Desk::new().user("data = \"data\"\nas_at = \"01/01/2022\"\n");
    assert_eq!(as_at(&desk.run(&["uptake"]).ended(0)), "01/01/2022", "the user's file");
    let desk = desk.project("as_at = \"02/01/2022\"\n");
    assert_eq!(as_at(&desk.run(&["uptake"]).ended(0)), "02/01/2022", "the project's file");
    let environment = [("VAXDASH_AS_AT", "03/01/2022")];
    assert_eq!(as_at(&desk.run_with(&environment, &["uptake"]).ended(0)), "03/01/2022", "the environment");
    let typed = desk.run_with(&environment, &["uptake", "--as-at", "04/01/2022"]).ended(0);
    assert_eq!(as_at(&typed), "04/01/2022", "what is typed");
}

#[test]
fn a_command_of_its_own_comes_before_all_commands_of_the_same_file() {
    let desk = Desk::new().project("data = \"data\"\nas_at = 2022-05-11\nformat = \"csv\"\n[trend]\nformat = \"json\"\n[uptake]\nby = [\"cohort\", \"gender\"]\n");
    assert!(desk.run(&["trend"]).ended(0).out.starts_with('{'));
    assert!(desk.run(&["uptake"]).ended(0).out.starts_with("cohort,gender,"));
    assert!(desk.run(&["uptake", "--by", "pcn"]).ended(0).out.starts_with("pcn_code,"));
    // A nearer file comes before whatever a farther one says, also of one command.
    let desk = desk.user("[second-dose]\nformat = \"json\"\n");
    assert!(desk.run(&["second-dose"]).ended(0).out.starts_with("practice_code,"));
}

#[test]
fn a_flag_that_is_set_is_on() {
    let desk = Desk::new().project("data = \"data\"\nas_at = \"2022-05-11\"\nquiet = true\n");
    assert_eq!(desk.run(&["uptake"]).ended(0).err, "");
    let desk =
        desk.project("data = \"data\"\nas_at = \"2022-05-11\"\nquiet = false\npractices = [\"data/none.csv\"]\n");
    assert!(desk.run(&["uptake"]).ended(5).err.contains("none.csv"));
}

#[test]
fn unknown_keys_are_refused_with_a_suggestion() {
    for (text, said) in [
        ("dta = \"data\"", "dta; did you mean \"data\"?"),
        ("[uptakes]\nby = \"age\"", "uptakes; did you mean \"uptake\"?"),
        ("[uptake]\nbye = \"age\"", "uptake.bye; did you mean \"by\"?"),
        (
            "[preset.w]\ndata = \"data\"\nas_att = \"today\"\n[[preset.w.step]]\ncommand = \"uptake\"",
            "as_att; did you mean \"as_at\"?",
        ),
        ("[[preset.w.step]]\ncommand = \"uptak\"", "did you mean \"uptake\"?"),
        ("[[preset.w.step]]\ncommand = \"boosters\"\nstatuss = \"x\"", "statuss; did you mean \"status\"?"),
        ("[[preset.w.step]]\ncommand = \"uptake\"\nas_at = \"today\"", "belongs to the preset as a whole"),
        ("[preset.w]\nstep = 3", "has no steps"),
        ("[preset]\nw = 3", "is no table"),
        ("[[preset.w.step]]\nby = \"age\"", "has no command"),
        ("data = { a = 1 }", "neither a value nor a list"),
        ("data = ", "vaxdash.toml"),
    ] {
        let run = Desk::new().project(text).run(&["uptake"]).ended(2);
        assert!(run.err.contains(said) && run.err.contains("vaxdash.toml"), "{text}: {}", run.err);
    }
    // Whoever asks for help gets it, whatever the file says.
    assert!(Desk::new().project("dta = 1").run(&["uptake", "--help"]).ended(0).out.contains("Usage"));
}

#[test]
fn a_wrong_value_says_where_it_was_set() {
    let desk = Desk::new().project("data = \"data\"\nas_at = \"31/02/2022\"\n");
    let run = desk.run(&["uptake"]).ended(2);
    assert!(run.err.contains("as_at in vaxdash.toml"), "{}", run.err);
    let run = desk.run_with(&[("VAXDASH_AS_AT", "never")], &["uptake"]).ended(2);
    assert!(run.err.contains("set by VAXDASH_AS_AT"), "{}", run.err);
}

const WEEKLY: &str = "[preset.weekly]\ndata = \"data\"\nas_at = \"11/05/2022\"\naccept = \"refresh-unknown\"\n\
    [[preset.weekly.step]]\ncommand = \"uptake\"\nby = \"pcn\"\noutput = \"uptake.csv\"\nno_bom = true\n\
    [[preset.weekly.step]]\ncommand = \"second-dose\"\nlist = true\nstatus = [\"due\", \"overdue\"]\ncolumns = \"nhs_number,status\"\noutput = \"second.json\"\n\
    [[preset.weekly.step]]\ncommand = \"campaign\"\nid = \"spring-2022\"\nby = \"group\"\n\
    [[preset.weekly.step]]\ncommand = \"invites\"\ntarget = \"accubook\"\ndose = \"second\"\nallow_old_data = true\noutput = \"out\"\n";

#[test]
fn a_preset_makes_what_its_commands_make_alone() {
    let desk = Desk::new().project(WEEKLY);
    let run = desk.run(&["run", "weekly"]).ended(0);
    let settings = ["--data", "data", "--as-at", "11/05/2022", "--accept", "refresh-unknown"];
    let alone = |args: &[&str]| desk.run(&[args, &settings].concat()).ended(0).out;
    assert_eq!(run.out, alone(&["campaign", "spring-2022", "--by", "group"]));
    assert_eq!(desk.read("uptake.csv"), alone(&["uptake", "--by", "pcn", "--format", "csv"]));
    let second =
        ["second-dose", "--list", "--status", "due,overdue", "--columns", "nhs_number,status", "--format", "json"];
    assert_eq!(desk.read("second.json"), alone(&second));
    assert!(desk.read("out/accubook_A81001_second_2022-05-11.csv").contains(",Ada,Fell1,"));
    assert!(run.err.contains("Written"), "the waterfall is shown: {}", run.err);
}

#[test]
fn a_preset_writes_all_of_its_files_or_none() {
    let desk = Desk::new().project(WEEKLY);
    fs::write(desk.work.file("second.json"), "mine").unwrap();
    let run = desk.run(&["run", "weekly"]).ended(4);
    assert!(run.err.contains("second.json exists already"), "{}", run.err);
    assert!(!desk.work.file("uptake.csv").exists() && !desk.work.file("out").exists());
    desk.run(&["run", "weekly", "--force"]).ended(0);
    assert!(desk.work.file("uptake.csv").exists() && desk.read("second.json").starts_with('{'));
}

#[test]
fn what_is_typed_comes_before_the_preset() {
    let desk = Desk::new().project(WEEKLY);
    let run = desk.run(&["run", "weekly", "--as-at", "12/05/2022"]).ended(0);
    assert_eq!(as_at(&run), "12/05/2022");
    assert!(desk.work.file("out/accubook_A81001_second_2022-05-12.csv").exists(), "one date for all");
    let run = desk.run_with(&[("VAXDASH_AS_AT", "13/05/2022")], &["run", "weekly", "--force", "-q"]).ended(0);
    assert_eq!((as_at(&run).as_str(), run.err.as_str()), ("13/05/2022", ""));
}

#[test]
fn a_preset_that_cannot_be_run_says_why_before_reading() {
    let desk = Desk::new().project(&WEEKLY.replace("second.json", "uptake.csv"));
    assert!(desk.run(&["run", "weekly"]).ended(2).err.contains("two steps of preset weekly write uptake.csv"));
    let desk = Desk::new().project(&WEEKLY.replace("by = \"pcn\"", "by = \"pnc\""));
    assert!(desk.run(&["run", "weekly"]).ended(2).err.contains("step 1 of preset weekly (uptake)"));
    let desk = Desk::new().project(&WEEKLY.replace("spring-2022", "spring-1999"));
    assert!(desk.run(&["run", "weekly"]).ended(2).err.contains("spring-1999"));
    let run = Desk::new().project(WEEKLY).run(&["run", "wekly"]).ended(2);
    assert!(run.err.contains("did you mean \"weekly\"?"), "{}", run.err);
    let run = Desk::new().run(&["run", "weekly"]).ended(2);
    assert!(run.err.contains("vaxdash run --help"), "{}", run.err);
    assert!(!Path::new("out").exists());
}

#[test]
fn strict_and_rejects_hold_for_the_run_as_a_whole() {
    let desk = Desk::new().project(WEEKLY);
    let patients = fs::read_to_string(desk.work.file("data/patients.csv")).unwrap();
    let broken = patients.lines().nth(1).unwrap().replace("01/06/1970", "never");
    fs::write(desk.work.file("data/patients.csv"), format!("{patients}{broken}\n")).unwrap();
    desk.run(&["run", "weekly", "--strict", "--rejects", "rejects.csv"]).ended(3);
    assert!(
        desk.read("rejects.csv").starts_with("file,row,column,reason\npatients.csv,4,"),
        "{}",
        desk.read("rejects.csv")
    );
    assert!(desk.work.file("uptake.csv").exists());
}

#[test]
fn steps_that_share_an_invite_log_invite_nobody_twice() {
    let step = |rest: &str| {
        format!(
            "[[preset.night.step]]\ncommand = \"invites\"\nallow_old_data = true\nexclude = \"log.csv\"\ninvite_log = \"log.csv\"\n{rest}\n"
        )
    };
    let preset = "[preset.night]\ndata = \"data\"\nas_at = \"11/05/2022\"\naccept = [\"refresh-unknown\"]\n".to_owned()
        + &step("dose = \"second\"\ntarget = \"accubook\"\noutput = \"book\"")
        + &step("target = \"emis\"\noutput = \"emis\"");
    let desk = Desk::new().project(&preset);
    desk.run(&["run", "night"]).ended(0);
    let number = crate::data::nhs;
    let log = format!(
        "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n{},accubook,second,2022-05-11,sms,1,\r\n\
         {},emis,booster,2022-05-11,,1,\r\n",
        number(1),
        number(2)
    );
    assert_eq!(desk.read("log.csv"), log);
    assert_eq!(desk.read("emis/emis_A81002_next_2022-05-11.txt"), format!("{}\r\n", number(2)));
    assert!(!desk.work.file("emis/emis_A81001_next_2022-05-11.txt").exists());
    // Again: nobody, and the log is as it was; the files go, and it is said whose they were.
    desk.run(&["run", "night"]).ended(4);
    let again = desk.run(&["run", "night", "--force"]).ended(0);
    assert!(again.err.matches("invited by nobody").count() == 2, "{}", again.err);
    assert_eq!(desk.read("log.csv"), log);
    assert!(fs::read_dir(desk.work.file("book")).unwrap().next().is_none());
    // A step that fails leaves neither files nor rows of the others.
    fs::remove_file(desk.work.file("log.csv")).unwrap();
    fs::remove_dir_all(desk.work.file("book")).unwrap();
    fs::write(desk.work.file("emis/emis_A81002_next_2022-05-11.txt"), "mine").unwrap();
    let run = desk.run(&["run", "night"]).ended(4);
    assert!(run.err.contains("exists already"), "{}", run.err);
    assert!(!desk.work.file("log.csv").exists() && !desk.work.file("book").exists());
}

#[test]
fn a_target_that_is_set_and_channels_that_are_typed_are_not_guessed_between() {
    let desk = Desk::new()
        .project("[invites]\ntarget = \"accubook\"\nallow_old_data = true\naccept = [\"refresh-unknown\"]\n");
    let typed =
        |args: &[&str]| desk.run(&[&["invites", "--data", "data", "--as-at", "11/05/2022", "-n"], args].concat());
    assert!(typed(&[]).ended(0).out.contains("AccuBook"));
    assert!(typed(&["--target", "emis"]).ended(0).out.contains("EMIS"));
    let run = typed(&["--channels", "sms"]).ended(2);
    assert!(run.err.contains("vaxdash.toml"), "{}", run.err);
}

#[test]
fn targets_are_listed_whatever_is_set() {
    let desk = Desk::new().project("[invites]\ntarget = \"accubook\"\n");
    let run = desk.run_with(&[("VAXDASH_DATA", "data")], &["invites", "--list-targets"]).ended(0);
    assert!(run.out.contains("phone-list"), "{}", run.out);
    let desk = Desk::new().project(
        "[preset.x]\ndata = \"data\"\n[[preset.x.step]]\ncommand = \"invites\"\ntarget = \"emis\"\nallow_old_data = true\ndry_run = true\nlist_targets = true\n",
    );
    desk.run(&["run", "x"]).ended(2);
}

#[test]
fn filters_campaigns_and_what_stands_beside_percentages_may_be_set() {
    let desk = Desk::new().project(
        "data = \"data\"\nas_at = 2022-05-11\n[patients]\nbrand = \"pfizer,MODERNA\"\nin_campaign = \"autumn-2022\"\n\
         [second-dose]\nstatus = [\"due\", \"overdue\"]\n\
         [campaign]\ncampaign = \"autumn-2022\"\ntarget = 75\ninterval = true\n",
    );
    let filters = |args: &[&str]| desk.run(&[args, &["--format", "json"]].concat()).ended(0).json()["filters"].clone();
    let (brands, members) = (json!(["Pfizer", "Moderna"]), json!(["autumn-2022"]));
    assert_eq!(filters(&["patients"]), json!({"brand": brands, "in_campaign": members}));
    assert_eq!(filters(&["second-dose"]), json!({"list": ["yes"], "status": ["due", "overdue"]}));
    let campaign = json!({"campaign": ["autumn-2022"], "target": ["75"], "interval": ["yes"]});
    assert_eq!(filters(&["campaign"]), campaign);
    assert_eq!(filters(&["campaign", "--campaign", "spring-2022"])["campaign"], json!(["spring-2022"]));
    // One that is typed in its place beside one that is set is not guessed between.
    let run = desk.run(&["campaign", "spring-2022"]).ended(2);
    assert!(run.err.contains("spring-2022") && run.err.contains("autumn-2022"), "{}", run.err);
}
