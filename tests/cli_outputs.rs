//! `rules --outputs`: the data dictionary and the JSON Schema.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::data::{dose, extract, on, patient};
use crate::harness::{Folder, table, vaxdash};
use crate::schema::{faults, of_reports};

#[test]
fn the_dictionary_names_every_column_that_a_report_has() {
    let dictionary = vaxdash(&["rules", "--outputs", "--format", "json"]).ended(0).json();
    let rows = table(&dictionary, "outputs")["rows"].as_array().unwrap();
    let known: BTreeSet<[String; 3]> =
        rows.iter().map(|row| ["report", "table", "key"].map(|key| row[key].as_str().unwrap().to_owned())).collect();
    assert!(rows.iter().all(|row| row["meaning"].as_str().is_some_and(|meaning| meaning.ends_with('.'))));
    let folder = extract(&[patient(1), patient(2)], &[dose(1, "20210301"), dose(2, "20220401")]);
    for args in [
        &["uptake", "--by", "age,imd", "--campaign", "spring-2022", "--target", "75", "--interval"][..],
        &["uptake", "--detail"],
        &["cohorts", "--target", "75"],
        &["first-dose"],
        &["second-dose"],
        &["boosters"],
        &["campaign"],
        &["immunosuppressed"],
        &["trend", "--by", "site"],
        &["activity", "--by", "brand"],
        &["quality", "--by", "supplier"],
        &["patients"],
        &["sources"],
        &["check"],
    ] {
        let report = on(&folder, args[0], &[&args[1..], &["--format", "json"]].concat()).json();
        for found in report["tables"].as_array().unwrap() {
            for column in found["columns"].as_array().unwrap() {
                let key = [args[0], found["name"].as_str().unwrap(), column["key"].as_str().unwrap()];
                assert!(known.contains(&key.map(str::to_owned)), "{key:?}");
            }
        }
    }
}

#[test]
fn the_schema_says_what_may_change() {
    let schema = of_reports();
    assert_eq!(schema["properties"]["schema"]["const"], "vaxdash.report/1");
    assert!(schema["description"].as_str().unwrap().contains("none is removed or renamed"));
    let whole = vaxdash(&["rules", "--format", "json"]).ended(0).json();
    assert!(faults(schema, &whole).is_empty());
    // The check of the tests sees what is wrong.
    let spoilt = |change: fn(&mut Value)| {
        let mut value = whole.clone();
        change(&mut value);
        faults(schema, &value).len()
    };
    assert_eq!(spoilt(|value| value["more"] = json!(1)), 1);
    assert_eq!(spoilt(|value| value["schema"] = json!("vaxdash.report/2")), 1);
    assert_eq!(spoilt(|value| value["as_at"] = json!("11/05/2022")), 1);
    assert_eq!(spoilt(|value| drop(value.as_object_mut().unwrap().remove("notes"))), 1);
    assert_eq!(spoilt(|value| value["tables"][0]["columns"][0]["kind"] = json!("money")), 1);
}

#[test]
fn the_schema_is_json_whatever_else_is_asked_for() {
    let folder = Folder::new();
    let file = folder.file("schema.json");
    vaxdash(&["rules", "--outputs", "schema", "-o", file.to_str().unwrap()]).ended(0);
    let printed = vaxdash(&["rules", "--outputs", "schema", "--format", "json"]).ended(0).out;
    assert_eq!(std::fs::read_to_string(&file).unwrap(), printed);
    assert!(vaxdash(&["rules", "--outputs", "schema", "--format", "csv"]).ended(2).err.contains("is JSON"));
    assert!(vaxdash(&["rules", "--outputs", "tables"]).ended(2).err.contains("dictionary, schema"));
}
