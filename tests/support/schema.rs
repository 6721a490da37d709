//! JSON held against a JSON Schema, as far as the schema of reports goes: no
//! more of the language is known here, and a word that is not known is a fault.
//!
//! The published schema lets keys be added. Here none may be that it does not
//! name: what is written and not documented fails.

use std::sync::OnceLock;

use serde_json::Value;

/// What does not hold, with the place of each.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, value, "$", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    for (word, says) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "title" | "description" | "$defs" | "required" | "additionalProperties" | "properties" => {}
            "$ref" => {
                let place = says.as_str().unwrap().strip_prefix('#').unwrap();
                check(root, root.pointer(place).unwrap(), value, at, found);
            }
            "type" => {
                let kinds = says.as_array().cloned().unwrap_or_else(|| vec![says.clone()]);
                if !kinds.iter().any(|kind| is_of(kind.as_str().unwrap(), value)) {
                    found.push(format!("{at}: {value} is not {says}"));
                }
            }
            "const" if says == value => {}
            "enum" if says.as_array().unwrap().contains(value) => {}
            "const" | "enum" => found.push(format!("{at}: {value} is not {says}")),
            "minimum" => {
                if value.as_i64().is_some_and(|number| number < says.as_i64().unwrap()) {
                    found.push(format!("{at}: {value} is under {says}"));
                }
            }
            "pattern" => {
                if value.as_str().is_some_and(|text| !matches_pattern(says.as_str().unwrap(), text)) {
                    found.push(format!("{at}: {value} is not {says}"));
                }
            }
            "anyOf" => {
                let fits = |one: &&Value| {
                    let mut faults = Vec::new();
                    check(root, one, value, at, &mut faults);
                    faults.is_empty()
                };
                if !says.as_array().unwrap().iter().any(|one| fits(&one)) {
                    found.push(format!("{at}: {value} is none of {says}"));
                }
            }
            "items" => {
                for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, says, item, &format!("{at}[{place}]"), found);
                }
            }
            other => panic!("the schema says {other}, which is not known here"),
        }
    }
    if let Some(object) = value.as_object() {
        let properties = &schema["properties"];
        for key in schema["required"].as_array().into_iter().flatten() {
            if !object.contains_key(key.as_str().unwrap()) {
                found.push(format!("{at}: {key} is missing"));
            }
        }
        for (key, inner) in object {
            let at = format!("{at}.{key}");
            if let Some(of_key) = properties.get(key) {
                check(root, of_key, inner, &at, found);
            } else if schema["additionalProperties"].is_object() {
                check(root, &schema["additionalProperties"], inner, &at, found);
            } else if schema["type"] == "object" {
                found.push(format!("{at}: the schema has no such key"));
            }
        }
    }
}

/// Whether a text is as one of the patterns of the schema says: in its form, each 0 stands for a digit.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    let has_form = |form: &str| {
        let digits = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c });
        digits.eq(form.chars())
    };
    match pattern {
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => has_form("0000-00-00"),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$" => has_form("0000-00-00T00:00:00Z"),
        "^([0-9a-f]{64})?$" => {
            text.is_empty() || text.len() == 64 && text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
        }
        other => panic!("the schema has the pattern {other}, which is not known here"),
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema says type {other}"),
    }
}

/// The schema of reports, as the program gives it.
pub fn of_reports() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA
        .get_or_init(|| serde_json::from_str(&super::harness::vaxdash(&["rules", "--outputs", "schema"]).out).unwrap())
}

/// Fails where a report of vaxdash is not as its schema says.
#[track_caller]
pub fn check_report(value: &Value) {
    if value["schema"] == "vaxdash.report/1" {
        let faults = faults(of_reports(), value);
        assert!(faults.is_empty(), "not as the schema says: {}", faults[..faults.len().min(5)].join("\n"));
    }
}
