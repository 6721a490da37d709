//! Lists of all England that ODS publishes, and the networks that narrow them.

use serde_json::json;

use crate::books::of_texts;
use crate::data::{buckets, checked, column, extract, influenza, input, nhs, on, patient, remarks, report};
use crate::harness::Folder;

/// One patient in each of A81001, A81002, A81003 and B82099, and no list.
fn four() -> Folder {
    let codes = ["A81001", "A81002", "A81003", "B82099"];
    let patients: Vec<_> = (1..).zip(codes).map(|(n, code)| patient(n).with("Practice code", code)).collect();
    let folder = extract(&patients, &(1..=4).map(|n| influenza(&nhs(n))).collect::<Vec<_>>());
    std::fs::remove_file(folder.file("practices.csv")).unwrap();
    folder
}

/// The networks as the first sheet of ePCN has them.
const DETAILS: &str = "PCN Code,PCN Name,Current Sub ICB Loc Code,Sub ICB Location,Open Date,Close Date,Postcode\n\
    U11111,NORTH PCN,36L,ICB,20191001,,LS71 1AA\n";

/// The practices as its second sheet has them, with line breaks in the headings.
fn partners() -> String {
    let header = "\"Partner\nOrganisation\nCode\",\"Partner\nName\",\"Practice\nParent\nSub ICB Loc Code\",PCN Code,\
        PCN Name,\"Practice to PCN\nRelationship\nStart Date\",\"Practice to PCN\nRelationship\nEnd Date\"\n";
    let rows = [
        "A81001,ABBEY SURGERY,36L,U11111,NORTH PCN,20191001,",
        // It left for another network.
        "A81002,BRIDGE PRACTICE,36L,U11111,NORTH PCN,20191001,20210930",
        "A81002,BRIDGE PRACTICE,36L,U22222,SOUTH PCN,20211001,",
        // It will join.
        "A81003,CASTLE SURGERY,36L,U11111,NORTH PCN,20220601,",
        // Its membership ends on the day of the report.
        "B82099,DOCK SURGERY,36L,U11111,NORTH PCN,20191001,20220511",
        // No practice, and a date that cannot be read.
        "8HX12,CARE LTD,36L,U11111,NORTH PCN,20191001,",
        "C84001,FORD SURGERY,36L,U33333,EAST PCN,20191001,soon",
    ];
    header.to_owned() + &rows.map(|row| row.to_owned() + "\n").concat()
}

/// A folder of lists: ePCN as a workbook and as text, and epraccur.
fn published() -> Folder {
    let quoted = |cells: &[&str]| cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",") + "\r\n";
    let register = |code, name, status| {
        let mut cells = [""; 27];
        (cells[0], cells[1], cells[9], cells[10], cells[12]) = (code, name, "LS71 1AA", "19740401", status);
        (cells[13], cells[14], cells[25]) = ("B", "16C", "4");
        quoted(&cells)
    };
    Folder::new()
        .with("ePCN.xlsx", of_texts(&[("PCNDetails", DETAILS), ("PCN Core Partner Details", &partners())], b','))
        .with("ePCN.csv", partners())
        .with("epraccur.csv", register("A81001", "THE ABBEY", "A") + &register("A81002", "THE BRIDGE, OLD", "C"))
}

/// The options that name these lists and networks.
fn options(lists: &Folder, names: &[&str], networks: &[&str]) -> Vec<String> {
    let practices =
        names.iter().flat_map(|name| ["--practices".to_owned(), lists.file(name).to_str().unwrap().to_owned()]);
    practices.chain(networks.iter().flat_map(|code| ["--pcn".to_owned(), (*code).to_owned()])).collect()
}

#[track_caller]
fn seen(args: &[String], more: &[&str]) -> serde_json::Value {
    let args: Vec<&str> = args.iter().map(String::as_str).chain(more.iter().copied()).collect();
    json!(column(&report(&four(), "uptake", &args), "uptake", "practice_code"))
}

/// Why there is no scope.
#[track_caller]
fn refused(args: &[String]) -> String {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let run = on(&four(), "uptake", &args).ended(4);
    assert!(run.out.is_empty());
    run.err
}

#[test]
fn epcn_with_a_network_gives_its_members_as_at_the_date() {
    let lists = published();
    for name in ["ePCN.xlsx", "ePCN.csv"] {
        let with = |networks: &[&str]| options(&lists, &[name], networks);
        // On its last day a membership still holds; it has begun on its first.
        assert_eq!(seen(&with(&["U11111"]), &[]), json!(["A81001", "B82099"]));
        assert_eq!(seen(&with(&["u22222 "]), &[]), json!(["A81002"]));
        assert_eq!(seen(&with(&["U11111", "U22222"]), &[]), json!(["A81001", "A81002", "B82099"]));
        let past = &["--as-at", "30/09/2021"];
        assert_eq!(seen(&with(&["U11111"]), past), json!(["A81001", "A81002", "B82099"]));
        let later = &["--as-at", "01/06/2022"];
        assert_eq!(seen(&with(&["U11111"]), later), json!(["A81001", "A81003"]));
    }
    let found = report(&four(), "uptake", &options(&lists, &["ePCN.xlsx"], &["U11111"]).each_str());
    let first = crate::data::row(&found, "uptake", "practice_code", "A81001");
    assert_eq!(first["practice_name"], "ABBEY SURGERY");
    assert_eq!(buckets(&found, "patients"), json!({"patients": 2, "other_practices": 2}));
    let found = checked(&four(), &options(&lists, &["ePCN.xlsx"], &["U11111"]).each_str());
    assert!(remarks(&found).contains("--pcn U11111 leaves 2 practices, members as at 11/05/2022"));
    assert_eq!(input(&found, "ePCN.xlsx")["kind"], "practices");
    // Nothing was wrong with the rows of all the others.
    assert!(!remarks(&found).contains("right form"));
}

/// Arguments as they are given to the harness.
trait EachStr {
    fn each_str(&self) -> Vec<&str>;
}

impl EachStr for Vec<String> {
    fn each_str(&self) -> Vec<&str> {
        self.iter().map(String::as_str).collect()
    }
}

#[test]
fn a_list_of_all_england_without_a_network_is_refused() {
    let lists = published().with("mine.csv", "Practice code\nA81001\n");
    for names in [
        &["ePCN.xlsx"][..],
        &["ePCN.csv"],
        &["epraccur.csv"],
        &["ePCN.xlsx", "epraccur.csv"],
        &["mine.csv", "ePCN.xlsx"],
    ] {
        let said = refused(&options(&lists, names, &[]));
        assert!(said.contains("all England") && said.contains("--pcn"), "{names:?}: {said}");
    }
}

#[test]
fn epraccur_gives_names_and_nothing_else() {
    let said = refused(&options(&published(), &["epraccur.csv"], &["U11111"]));
    assert!(said.contains("epraccur.csv") && said.contains("ePCN.xlsx"), "{said}");
    // What ePCN calls a practice stands; what no list names, the register names.
    let lists = published().with("mine.csv", "Practice code,PCN code\nA81001,U11111\nA81002,U11111\n");
    let args = options(&lists, &["mine.csv", "epraccur.csv"], &["U11111"]);
    let found = report(&four(), "uptake", &args.each_str());
    assert_eq!(column(&found, "uptake", "practice_name"), ["THE ABBEY", "THE BRIDGE, OLD"]);
    let args = options(&lists, &["ePCN.csv", "epraccur.csv"], &["U11111"]);
    let found = report(&four(), "uptake", &args.each_str());
    assert_eq!(column(&found, "uptake", "practice_name"), ["ABBEY SURGERY", "DOCK SURGERY"]);
}

#[test]
fn a_list_of_ones_own_is_narrowed_and_never_widened() {
    let lists = published()
        .with("mine.csv", "Practice code,PCN code,PCN name\nA81001,u11111,North\nA81002,U22222,South\nA81003,,\n")
        .with("plain.csv", "A81001\nA81002\n");
    assert_eq!(seen(&options(&lists, &["mine.csv"], &["U11111"]), &[]), json!(["A81001"]));
    assert_eq!(seen(&options(&lists, &["mine.csv"], &["U11111", "U22222"]), &[]), json!(["A81001", "A81002"]));
    // ePCN has B82099 in the network as well, but it is none of mine.
    assert_eq!(seen(&options(&lists, &["plain.csv", "ePCN.xlsx"], &["U11111"]), &[]), json!(["A81001"]));
    assert_eq!(seen(&options(&lists, &["plain.csv", "ePCN.xlsx"], &["U22222"]), &[]), json!(["A81002"]));
    let said = refused(&options(&lists, &["plain.csv"], &["U11111"]));
    assert!(said.contains("plain.csv") && said.contains("PCN code"), "{said}");
    // The list in the data is narrowed alike.
    let folder = four().with("practices.csv", "Practice code,PCN code\nA81001,U11111\nA81002,U22222\n");
    let found = report(&folder, "uptake", &["--pcn", "U22222"]);
    assert_eq!(column(&found, "uptake", "practice_code"), ["A81002"]);
    assert!(remarks(&checked(&folder, &["--pcn", "U22222"])).contains("leaves 1 of 2 listed practices"));
}

#[test]
fn a_network_without_members_is_refused_with_its_code() {
    let lists = published();
    for (networks, word) in [(&["U99999"][..], "U99999"), (&["U11111", "U33333"], "U33333"), (&[""], "check the code")]
    {
        let said = refused(&options(&lists, &["ePCN.xlsx"], networks));
        assert!(said.contains(word) && said.contains("11/05/2022"), "{said}");
    }
    let folder = four().with("practices.csv", "Practice code,PCN code\nA81001,U11111\n");
    assert!(on(&folder, "uptake", &["--pcn", "U22222"]).ended(4).err.contains("U22222"));
    // A number typed in the wrong place is masked.
    let run = on(&folder, "uptake", &["--pcn", "9990000018"]).ended(4);
    assert!(!run.err.contains("9990000018"), "{}", run.err);
}

#[test]
fn in_the_data_a_list_of_all_england_decides_nothing() {
    let lists = published();
    let bytes = std::fs::read(lists.file("ePCN.xlsx")).unwrap();
    let alone = four().with("ePCN.xlsx", &bytes);
    for args in [&[][..], &["--pcn", "U11111"]] {
        let run = on(&alone, "uptake", args).ended(4);
        assert!(run.err.contains("ePCN.xlsx") && run.err.contains("--practices"), "{}", run.err);
    }
    let beside = four().with("ePCN.xlsx", &bytes).with("practices.csv", "Practice code\nA81001\n");
    assert_eq!(column(&report(&beside, "uptake", &[]), "uptake", "practice_code"), ["A81001"]);
    let remark = input(&checked(&beside, &[]), "ePCN.xlsx")["remark"].as_str().unwrap().to_owned();
    assert!(remark.contains("ignored") && remark.contains("--pcn"), "{remark}");
}

#[test]
fn memberships_in_us_order_are_refused() {
    let text = partners().replace("20220601", "06/13/2022");
    let lists = Folder::new().with("ePCN.csv", text);
    let args = options(&lists, &["ePCN.csv"], &["U11111"]);
    let run = on(&four(), "uptake", &args.each_str()).ended(5);
    assert!(run.err.contains("ePCN.csv") && run.err.contains("month first"), "{}", run.err);
}

#[test]
fn a_row_that_only_looks_a_little_like_the_register_is_none() {
    let whole = std::fs::read_to_string(published().file("epraccur.csv")).unwrap();
    for (from, to) in [
        ("\"A\"", "\"X\""),
        ("19740401", "1974"),
        ("\"4\"", "\"\""),
        ("\"A81001\"", "\"A81001!\""),
        (",\"\"\r\n", "\r\n"),
    ] {
        assert!(whole.contains(from));
        let folder = four().with("register.csv", whole.replace(from, to));
        assert_eq!(input(&checked(&folder, &[]), "register.csv")["kind"], "unrecognised", "{from}");
    }
    let folder = four().with("register.csv", whole);
    assert_eq!(input(&checked(&folder, &[]), "register.csv")["kind"], "practices");
}
