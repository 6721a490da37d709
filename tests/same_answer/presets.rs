//! Every report, dashboard and booking file, as the steps of a few presets.

use std::fmt::Write;

use crate::harness::Folder;

/// The reports that are compared, each with its arguments as they stand in a preset.
pub fn reports() -> Vec<Vec<String>> {
    let step = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    let mut reports = Vec::new();
    for by in ["practice", "pcn", "cohort", "age", "gender", "ethnicity", "imd", "practice,age,imd"] {
        let by = format!("by = \"{by}\"");
        reports.push(step(&["uptake", &by]));
        reports.push(step(&["uptake", &by, "detail = true", "campaign = \"spring-2022\""]));
    }
    for command in
        ["cohorts", "first-dose", "second-dose", "boosters", "campaign", "immunosuppressed", "quality", "patients"]
    {
        reports.push(step(&[command]));
        reports.push(step(&[command, "list = true"]));
    }
    reports.push(step(&["trend"]));
    for key in ["practice", "pcn", "site", "brand", "supplier"] {
        reports.push(step(&["activity", &format!("by = \"{key}\"")]));
        reports.push(step(&["trend", &format!("by = \"{key}\""), "every = \"month\""]));
    }
    reports.push(step(&["trend", "every = \"day\"", "from = \"01/05/2022\"", "to = \"2022-05-09\""]));
    // Filters, columns of counts, targets and their limits.
    for command in ["cohorts", "first-dose", "boosters", "campaign", "immunosuppressed", "patients"] {
        reports.push(step(&[command, "brand = \"Moderna,Janssen\""]));
        reports.push(step(&[command, "in_campaign = \"spring-2022\"", "list = true"]));
        reports.push(step(&[
            command,
            "status = \"patients\"",
            "columns = \"nhs_number,declined_date,contraindicated_date\"",
        ]));
    }
    for words in [&["uptake", "by = \"pcn,imd\""][..], &["cohorts"], &["campaign"]] {
        reports.push(step(&[words, &["target = \"75\"", "interval = true"]].concat()));
    }
    reports.push(step(&["cohorts", "status = \"second-dose-overdue,booster-eligible\""]));
    // What is kept back is kept back of whatever order the figures were made in.
    for words in [
        &["uptake", "by = \"practice,age\""][..],
        &["uptake", "detail = true", "by = \"cohort\""],
        &["cohorts", "target = \"75\"", "interval = true"],
        &["first-dose"],
        &["second-dose"],
        &["boosters"],
        &["campaign", "target = \"75\""],
        &["immunosuppressed"],
        &["patients", "by = \"imd\""],
        &["quality"],
        &["trend"],
        &["trend", "every = \"day\"", "by = \"practice\""],
        &["activity"],
    ] {
        for profile in ["nhs", "opensafely", "midpoint6"] {
            reports.push(step(&[words, &[&format!("disclosure = \"{profile}\"")]].concat()));
        }
    }
    reports
}

/// The presets: what one of them publishes is by one profile.
pub const PRESETS: [&str; 4] = ["all", "nhs", "opensafely", "midpoint6"];

/// Presets that make every report, dashboard and booking file, each from one load of the data: a process for
/// each would take most of the time of these tests to start.
pub fn presets(data: &Folder, reports: &[Vec<String>]) -> String {
    let mut steps: Vec<String> = Vec::new();
    let mut published: [Vec<String>; 3] = Default::default();
    for (place, words) in reports.iter().enumerate() {
        let (command, settings) = words.split_first().unwrap();
        let step = format!("command = \"{command}\"\n{}\noutput = \"{place}.json\"", settings.join("\n"));
        match PRESETS[1..].iter().position(|profile| settings.iter().any(|setting| setting.contains(profile))) {
            Some(preset) => published[preset].push(step),
            None => steps.push(step),
        }
    }
    for (more, name) in DASHBOARDS {
        steps.push(format!("command = \"dashboard\"\n{more}\noutput = \"{name}.xlsx\""));
    }
    let doses =
        ["first", "second", "third-primary", "booster", "campaign"].map(|dose| ["accubook", dose].map(str::to_owned));
    let targets = vaxdash::invites::targets().unwrap().into_iter().map(|target| [target.name, "next".to_owned()]);
    for [target, dose] in doses.into_iter().chain(targets) {
        let dose_line = if dose == "next" { String::new() } else { format!("dose = \"{dose}\"\n") };
        steps.push(format!(
            "command = \"invites\"\nallow_old_data = true\ntarget = \"{target}\"\n{dose_line}output = \"invites {target} {dose}\""
        ));
    }
    let mut text = format!("data = {:?}\nas_at = \"11/05/2022\"\n", data.arg());
    let [nhs, opensafely, midpoint6] = published;
    for (name, steps) in PRESETS.into_iter().zip([steps, nhs, opensafely, midpoint6]) {
        let _ = writeln!(text, "[preset.{name}]");
        for step in steps {
            let _ = writeln!(text, "[[preset.{name}.step]]\n{step}");
        }
    }
    text
}

/// The dashboards that are compared, by name.
pub const DASHBOARDS: [(&str, &str); 2] =
    [("with_patients = true", "dashboard"), ("disclosure = \"nhs\"", "dashboard nhs")];
