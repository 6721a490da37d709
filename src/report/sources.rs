//! `vaxdash sources`: the Caveats and Information page.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::model::{Cell, Column, Kind, Table};
use crate::domain::{DataSource, SourceOf, UkDateTime, london_date, own_columns};

/// A source this much older than the newest is worth a word.
const BEHIND: TimeDelta = TimeDelta::days(2);

/// One line a data source: when it was last refreshed, its age as at, and what
/// is to be known of it.
#[must_use]
pub fn sources(sources: &[DataSource], as_at: NaiveDate) -> Table {
    let events = sources.iter().filter(|source| source.of == SourceOf::Vaccinations);
    let newest = events.filter_map(|source| source.refreshed).max();
    let rows = sources.iter().map(|source| {
        let age = source.refreshed.map(|at| (as_at - london_date(at)).num_days());
        vec![
            Cell::text(&source.source),
            Cell::text(&source.file),
            source.rows.map_or(Cell::Null, Cell::Count),
            source.refreshed.map_or(Cell::Null, |at| Cell::text(UkDateTime(at).to_string())),
            age.map_or(Cell::Null, Cell::Whole),
            Cell::text(caveat(source, newest)),
        ]
    });
    Table::new(
        "sources",
        "Data sources",
        vec![
            Column::new("source", "Source", Kind::Text).at_least(16),
            Column::new("file", "File", Kind::Text).or_dropped(),
            Column::new("rows", "Rows", Kind::Count),
            Column::new("last_refreshed", "Last refreshed", Kind::Code),
            Column::new(own_columns::AGE_DAYS, "Age, days", Kind::Count).or_short("Age,\ndays"),
            Column::new("caveat", "Caveat", Kind::Text).at_least(20),
        ],
        rows.collect(),
    )
}

/// Why nothing says when a source was refreshed: what somebody could change.
fn why_not_known(source: &DataSource) -> &'static str {
    match source.of {
        _ if source.rows.is_none() => "its row of the sources file has no date that can be read",
        SourceOf::Vaccinations if source.source == DataSource::NOT_KNOWN => {
            "the name of the file tells no supplier, so that no row of a sources file is matched to it"
        }
        SourceOf::Vaccinations => "neither its name nor a row of a sources file says",
        SourceOf::Patients | SourceOf::Immunosuppressed => "no row of a sources file has its name",
    }
}

fn caveat(source: &DataSource, newest: Option<DateTime<Utc>>) -> String {
    let mut caveats = Vec::new();
    if source.of == SourceOf::Patients {
        caveats.push("changes of a patient's details are seen the day after".to_owned());
    }
    match (source.refreshed, newest) {
        (None, _) => {
            caveats.push(format!("it is not known when this was last refreshed: {}", why_not_known(source)));
        }
        (Some(at), Some(newest)) if source.of == SourceOf::Vaccinations && newest - at > BEHIND => {
            caveats.push(format!(
                "{} days behind the newest source: recent vaccinations may be missing",
                (newest - at).num_days()
            ));
        }
        _ => {}
    }
    caveats.join("; ")
}
