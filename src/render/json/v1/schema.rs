//! The JSON Schema of `vaxdash.report/1`. The words that a field can have are
//! taken from the types that write them, so that neither changes alone.

use serde_json::{Value, json};

use crate::domain::Named;
use crate::report::{Kind, Profile, words_of_doubts, words_of_reconciliation};

/// What may change within version 1, and what may not.
const PROMISE: &str = "Within version 1, keys, tables, columns and words of enumerations may be added; none is removed or renamed, and none changes its type or meaning. A reader ignores what it does not know. Whatever else changes raises the number.";

/// The schema of a report.
pub fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "vaxdash.report/1",
        "description": format!("A report of vaxdash. {PROMISE}"),
        "type": "object",
        "required": ["schema", "report", "tables", "notes"],
        "properties": {
            "schema": {"const": "vaxdash.report/1"},
            "report": said("string", "The command that made it."),
            "as_at": {"$ref": "#/$defs/date"},
            "verdict": said("string", "What the data are fit for; of check alone."),
            "last_refreshed": {"anyOf": [{"$ref": "#/$defs/instant"}, {"type": "null"}], "description": "When the newest vaccination source was refreshed; null where that is not known."},
            "filters": {
                "type": "object",
                "description": "What was chosen, by option.",
                "additionalProperties": {"type": "array", "items": {"type": "string"}},
            },
            "practices_in_scope": count("Practices that may be seen."),
            "exclusions": exclusions(),
            "disclosure": {"enum": Profile::names(), "description": "The profile of disclosure control."},
            "inputs": {"type": "array", "items": {"$ref": "#/$defs/input"}},
            "doubts": {"type": "array", "items": {"$ref": "#/$defs/doubt"}},
            "tables": {"type": "array", "items": {"$ref": "#/$defs/table"}},
            "reconciliation": {"anyOf": [{"$ref": "#/$defs/reconciliation"}, {"type": "null"}], "description": "Where every row went; null under disclosure control."},
            "notes": {"type": "array", "items": {"type": "string"}, "description": "What the reader must know to read it rightly."},
            "version": said("string", "The version of vaxdash."),
            "rules_version": said("string", "The version of the rules."),
        },
        "$defs": {
            "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "instant": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},
            "cell": {"type": ["string", "number", "null"]},
            "column": column(),
            "table": table(),
            "input": input(),
            "doubt": doubt(),
            "reconciliation": reconciliation(),
        },
    })
}

fn said(kind: &str, description: &str) -> Value {
    json!({"type": kind, "description": description})
}

fn count(description: &str) -> Value {
    json!({"type": "integer", "minimum": 0, "description": description})
}

fn count_or_null(description: &str) -> Value {
    json!({"type": ["integer", "null"], "minimum": 0, "description": description})
}

/// An object whose keys are all there.
fn whole(properties: &Value) -> Value {
    let required: Vec<&String> = properties.as_object().into_iter().flat_map(serde_json::Map::keys).collect();
    json!({"type": "object", "required": required, "properties": properties})
}

fn exclusions() -> Value {
    json!({
        "type": "object",
        "description": "Who is left out of every count; the practices alone under disclosure control.",
        "required": ["practices_without_activity_code"],
        "properties": {
            "deceased": count("People who have died."),
            "removed": count("People removed from the list of their practice."),
            "not_yet_born": count("Rows of people born after the date of the report."),
            "rejected_rows": count("Rows of patients that could not be used."),
            "practices_without_activity_code": {"type": "array", "items": {"type": "string"}},
        },
    })
}

fn column() -> Value {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    whole(&json!({
        "key": said("string", "The key of its cells in every row."),
        "label": said("string", "What people read."),
        "kind": {"enum": kinds, "description": "code: a name, never reckoned with; percent: as displayed, one decimal; date: YYYY-MM-DD."},
    }))
}

fn table() -> Value {
    json!({
        "type": "object",
        "required": ["name", "title", "columns", "rows"],
        "properties": {
            "name": said("string", "Its name; that of a line list is \"list\"."),
            "title": {"type": "string"},
            "columns": {"type": "array", "items": {"$ref": "#/$defs/column"}},
            "rows": {
                "type": "array",
                "items": {"type": "object", "additionalProperties": {"$ref": "#/$defs/cell"}},
                "description": "Each by the keys of the columns; null is blank, or kept back.",
            },
            "totals": {"type": "object", "additionalProperties": {"$ref": "#/$defs/cell"}},
            "suppressed": {
                "type": "array",
                "description": "The figures kept back; there under disclosure control alone.",
                "items": whole(&json!({
                    "row": {"anyOf": [count("A row, from 0."), {"const": "totals"}]},
                    "column": {"type": "string"},
                })),
            },
        },
    })
}

fn input() -> Value {
    whole(&json!({
        "file": {"type": "string"},
        "kind": {"type": "string"},
        "rows": count_or_null("Null where it was not read, or is kept back."),
        "sha256": {"type": "string", "pattern": "^([0-9a-f]{64})?$"},
        "encoding": {"type": "string"},
        "delimiter": {"type": "string"},
        "last_refreshed": {"anyOf": [{"$ref": "#/$defs/instant"}, {"type": "null"}]},
    }))
}

fn doubt() -> Value {
    let [ids, consequences] = words_of_doubts();
    whole(&json!({
        "id": {"enum": ids},
        "consequence": {"enum": consequences},
        "accepted": said("boolean", "Whether somebody accepted it by name."),
        "file": said("string", "The file; empty where it concerns all."),
        "count": count_or_null("How many; null under disclosure control."),
        "of": count_or_null("Of how many."),
        "what": said("string", "What was found."),
        "do": said("string", "What to do."),
    }))
}

fn reconciliation() -> Value {
    let rows = |names: Vec<&'static str>| {
        let counts: serde_json::Map<String, Value> =
            names.into_iter().map(|name| (name.to_owned(), json!({"type": "integer", "minimum": 0}))).collect();
        whole(&Value::Object(counts))
    };
    let [patients, vaccinations] = words_of_reconciliation();
    whole(&json!({"patients": rows(patients), "vaccinations": rows(vaccinations)}))
}
