//! `--chart`: bars under the table, never wider than the terminal.

use crate::data::on;
use crate::harness::Folder;

fn sample() -> Folder {
    let folder = Folder::new();
    crate::harness::vaxdash(&["sample", "-o", folder.arg(), "--patients", "400", "--practices", "3"]).ended(0);
    folder
}

#[test]
fn every_chart_fits_and_is_drawn_only_when_asked_for() {
    let folder = sample();
    for command in [
        &["uptake"][..],
        &["uptake", "--by", "age"],
        &["uptake", "--detail"],
        &["cohorts"],
        &["boosters"],
        &["campaign"],
        &["campaign", "--by", "group"],
        &["trend"],
        &["trend", "--every", "month", "--by", "practice"],
        &["activity"],
        &["activity", "--by", "brand"],
    ] {
        let plain = on(&folder, command[0], &command[1..]).ended(0);
        assert!(!plain.out.contains('█'), "{command:?}");
        for width in ["80", "120"] {
            let drawn = on(&folder, command[0], &[&command[1..], &["--chart", "--width", width]].concat()).ended(0);
            assert!(drawn.out.contains('█'), "{command:?}: {}", drawn.out);
            let widest = drawn.out.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{command:?} at {width}: {widest}\n{}", drawn.out);
        }
    }
}

#[test]
fn a_chart_that_cannot_be_drawn_is_refused() {
    let folder = sample();
    for more in [&["--format", "csv"][..], &["--format", "json"], &["-o", "x.csv"]] {
        let run = on(&folder, "boosters", &[&["--chart"], more].concat()).ended(2);
        assert!(run.err.contains("--chart"), "{}", run.err);
    }
}

#[test]
fn every_table_fits_eighty_columns() {
    let folder = sample();
    for command in [
        &["uptake"][..],
        &["uptake", "--target", "75", "--interval"],
        &["cohorts"],
        &["cohorts", "--target", "75", "--interval"],
        &["first-dose"],
        &["second-dose"],
        &["boosters"],
        &["campaign", "--target", "75"],
        &["campaign", "--target", "75", "--interval"],
        &["immunosuppressed"],
        &["trend"],
        &["trend", "--every", "day", "--by", "practice"],
        &["activity"],
        &["activity", "--by", "site"],
        &["patients"],
        &["sources"],
        &["first-dose", "--list"],
        &["second-dose", "--list"],
        &["boosters", "--list"],
        &["campaign", "--list"],
        &["immunosuppressed", "--list"],
        &["cohorts", "--list"],
        &["patients", "--list"],
    ] {
        let run = on(&folder, command[0], &[&command[1..], &["--width", "80"]].concat()).ended(0);
        let widest = run.out.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= 80, "{command:?}: {widest}\n{}", run.out);
    }
}
