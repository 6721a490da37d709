//! Reports as JSON, schema `vaxdash.report/1`. A change of shape raises the number.

use std::io::{self, Write};

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use crate::domain::{Input, IsoDate};
use crate::report::{Cell, Column, Receipt, Report, Table};

/// Writes the report, pretty-printed.
pub fn write_json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &value(report))?;
    out.write_all(b"\n")
}

fn value(report: &Report) -> Value {
    let mut root = Map::new();
    root.insert("schema".to_owned(), json!("vaxdash.report/1"));
    root.insert("report".to_owned(), json!(report.name));
    if let Some(stamp) = &report.stamp {
        root.insert("as_at".to_owned(), json!(IsoDate(stamp.as_at).to_string()));
    }
    if let Some(receipt) = &report.receipt {
        root.insert("last_refreshed".to_owned(), receipt.last_refreshed.map_or(Value::Null, |at| json!(instant(at))));
        root.insert("filters".to_owned(), filters(receipt));
        root.insert("practices_in_scope".to_owned(), json!(receipt.practices));
        root.insert("exclusions".to_owned(), exclusions(receipt));
        root.insert("disclosure".to_owned(), json!("none"));
        root.insert("inputs".to_owned(), receipt.inputs.iter().map(input).collect());
    }
    root.insert("tables".to_owned(), report.tables.iter().map(table).collect());
    if let Some(receipt) = &report.receipt {
        root.insert("reconciliation".to_owned(), reconciliation(receipt));
    }
    root.insert("notes".to_owned(), json!(report.notes));
    if let Some(stamp) = &report.stamp {
        root.insert("version".to_owned(), json!(stamp.version));
        root.insert("rules_version".to_owned(), json!(stamp.rules_version));
    }
    Value::Object(root)
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn filters(receipt: &Receipt) -> Value {
    receipt.filters.iter().map(|(name, values)| ((*name).to_owned(), json!(values))).collect::<Map<_, _>>().into()
}

/// Who is left out of every count.
fn exclusions(receipt: &Receipt) -> Value {
    let tally = &receipt.patients;
    json!({
        "deceased": tally.deceased,
        "removed": tally.removed,
        "not_yet_born": tally.not_yet_born,
        "rejected_rows": tally.rejected,
        "practices_without_activity_code": receipt.left_out,
    })
}

fn input(input: &Input) -> Value {
    json!({
        "file": input.file,
        "kind": input.kind,
        "rows": input.rows,
        "sha256": input.sha256,
        "encoding": input.encoding,
        "delimiter": input.delimiter,
        "last_refreshed": input.refreshed.map(instant),
    })
}

fn reconciliation(receipt: &Receipt) -> Value {
    let object = |rows_read: u64, ends: &[(&str, u64)]| {
        let mut object = Map::new();
        object.insert("rows_read".to_owned(), json!(rows_read));
        object.extend(ends.iter().map(|(name, count)| ((*name).to_owned(), json!(count))));
        object
    };
    let patients = object(receipt.patients.rows_read, &receipt.patients.ends());
    let mut vaccinations = object(receipt.vaccinations.rows_read, &receipt.vaccinations.ends());
    vaccinations.insert("date_repaired".to_owned(), json!(receipt.vaccinations.date_repaired));
    json!({"patients": patients, "vaccinations": vaccinations})
}

fn table(table: &Table) -> Value {
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| json!({"key": column.key, "label": column.label, "kind": column.kind.name()}))
        .collect();
    let rows: Vec<Value> = table.rows.iter().map(|row| object(&table.columns, row, true)).collect();
    let mut shown = Map::new();
    shown.insert("name".to_owned(), json!(table.name));
    shown.insert("title".to_owned(), json!(table.title));
    shown.insert("columns".to_owned(), Value::Array(columns));
    shown.insert("rows".to_owned(), Value::Array(rows));
    if let Some(totals) = &table.totals {
        shown.insert("totals".to_owned(), object(&table.columns, totals, false));
    }
    Value::Object(shown)
}

/// A row by column key; totals leave out the columns that name a group.
fn object(columns: &[Column], row: &[Cell], with_names: bool) -> Value {
    let shown = columns.iter().zip(row).filter(|(column, _)| with_names || column.kind.is_number());
    shown.map(|(column, cell)| (column.key.to_owned(), cell_value(cell))).collect::<Map<_, _>>().into()
}

fn cell_value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => json!(text),
        Cell::Count(count) => json!(count),
        Cell::Whole(number) => json!(number),
        // As displayed: tenths divided by ten prints with one decimal.
        Cell::Percent(percent) => percent.tenths().map_or(Value::Null, |tenths| json!(f64::from(tenths) / 10.0)),
        Cell::Points(tenths) => i32::try_from(*tenths).map_or(Value::Null, |tenths| json!(f64::from(tenths) / 10.0)),
        Cell::Date(date) => json!(IsoDate(*date).to_string()),
        Cell::Null => Value::Null,
    }
}
