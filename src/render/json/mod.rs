//! Reports as JSON, schema `vaxdash.report/1`. A change of shape raises the number.

use std::io::{self, Write};

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use crate::domain::{Doubt, Input, IsoDate};
use crate::report::{Cell, Column, Profile, Receipt, Report, Table};

/// Writes the report, pretty-printed.
pub fn write_json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &value(report))?;
    out.write_all(b"\n")
}

fn value(report: &Report) -> Value {
    let controlled = report.receipt.as_ref().is_some_and(|receipt| receipt.disclosure != Profile::None);
    let mut root = Map::new();
    root.insert("schema".to_owned(), json!("vaxdash.report/1"));
    root.insert("report".to_owned(), json!(report.name));
    if let Some(stamp) = &report.stamp {
        root.insert("as_at".to_owned(), json!(IsoDate(stamp.as_at).to_string()));
    }
    if let Some(receipt) = &report.receipt {
        if let Some(verdict) = &receipt.verdict {
            root.insert("verdict".to_owned(), json!(verdict));
        }
        root.insert("last_refreshed".to_owned(), receipt.last_refreshed.map_or(Value::Null, |at| json!(instant(at))));
        root.insert("filters".to_owned(), filters(receipt));
        root.insert("practices_in_scope".to_owned(), json!(receipt.practices));
        root.insert("exclusions".to_owned(), exclusions(receipt));
        root.insert("disclosure".to_owned(), json!(receipt.disclosure.name()));
        root.insert("inputs".to_owned(), receipt.inputs.iter().map(input).collect());
        root.insert("doubts".to_owned(), receipt.doubts.iter().map(|one| doubt_value(one, controlled)).collect());
    }
    root.insert("tables".to_owned(), report.tables.iter().map(|one| table(one, controlled)).collect());
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

/// Who is left out of every count; practices alone where disclosure control
/// keeps the numbers back.
fn exclusions(receipt: &Receipt) -> Value {
    let mut shown = Map::new();
    if let Some(tally) = &receipt.patients {
        shown.insert("deceased".to_owned(), json!(tally.deceased));
        shown.insert("removed".to_owned(), json!(tally.removed));
        shown.insert("not_yet_born".to_owned(), json!(tally.not_yet_born));
        shown.insert("rejected_rows".to_owned(), json!(tally.rejected));
    }
    shown.insert("practices_without_activity_code".to_owned(), json!(receipt.left_out));
    Value::Object(shown)
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

/// A doubt, accepted or not; without its counts under disclosure control.
#[must_use]
pub fn doubt_value(doubt: &Doubt, controlled: bool) -> Value {
    let count = |count: u64| if controlled { Value::Null } else { json!(count) };
    json!({
        "id": doubt.id.name(),
        "consequence": doubt.consequence.name(),
        "accepted": doubt.accepted,
        "file": doubt.file,
        "count": count(doubt.count),
        "of": count(doubt.of),
        "what": doubt.what,
        "do": doubt.what_to_do,
    })
}

/// Where every row went; null where disclosure control keeps it back.
fn reconciliation(receipt: &Receipt) -> Value {
    let (Some(patients), Some(vaccinations)) = (&receipt.patients, &receipt.vaccinations) else { return Value::Null };
    let object = |rows_read: u64, dispositions: &[(&str, u64)]| {
        let mut object = Map::new();
        object.insert("rows_read".to_owned(), json!(rows_read));
        object.extend(dispositions.iter().map(|(name, count)| ((*name).to_owned(), json!(count))));
        object
    };
    let mut events = object(vaccinations.rows_read, &vaccinations.dispositions());
    events.insert("date_repaired".to_owned(), json!(vaccinations.date_repaired));
    json!({"patients": object(patients.rows_read, &patients.dispositions()), "vaccinations": events})
}

/// A table; under disclosure control with the list of what is kept back.
fn table(table: &Table, controlled: bool) -> Value {
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
    if controlled {
        shown.insert("suppressed".to_owned(), suppressed(table));
    }
    Value::Object(shown)
}

/// Which figures are kept back: rows are counted from 0; the totals have none.
fn suppressed(table: &Table) -> Value {
    let lines = table.rows.iter().enumerate().map(|(row, cells)| (json!(row), cells));
    let lines = lines.chain(table.totals.iter().map(|cells| (json!("totals"), cells)));
    let kept_back = lines.flat_map(|(row, cells)| {
        let columns = table.columns.iter().zip(cells).filter(|(_, cell)| **cell == Cell::Suppressed);
        columns.map(|(column, _)| json!({"row": row, "column": column.key})).collect::<Vec<Value>>()
    });
    kept_back.collect()
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
        Cell::Suppressed | Cell::Null => Value::Null,
    }
}
