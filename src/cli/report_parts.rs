//! From what a command made of the data to its report: with the date, the
//! rules, where every row went, and what the reader must know.

use crate::cli::session::Session;
use crate::domain::{Scope, VaccinationTally};
use crate::load::{Data, Extract};
use crate::report::{Cell, Filter, Profile, Receipt, Report, Stamp, Table, View};
use crate::rules::{RuleId, RuleSet};

/// What a report of these data is made from.
pub fn receipt(
    data: &Data,
    setup: (&Scope, &RuleSet),
    filter: &Filter<'_>,
    extract: &Extract,
    vaccinations: VaccinationTally,
) -> Receipt {
    let (scope, rules) = setup;
    let left_out = data.practices_without_code(&rules.general.activity_code);
    Receipt {
        last_refreshed: data.newest_refresh(),
        filters: filter.described(scope),
        inputs: data.inputs(),
        practices: scope.practices().len(),
        organisation: scope.organisation(),
        left_out: left_out.iter().map(|practice| practice.code.to_string()).collect(),
        patients: Some(extract.patients),
        vaccinations: Some(vaccinations),
        disclosure: Profile::None,
    }
}

/// What a command made of the data, before it is told from what.
#[derive(Default)]
pub struct ReportParts {
    /// The name of the report: its command.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// Its tables.
    pub tables: Vec<Table>,
    /// What was chosen besides the people, by name.
    pub choices: Vec<(&'static str, Vec<String>)>,
    /// What the reader must know besides what every report says.
    pub notes: Vec<String>,
    /// The rules that the figures rest on.
    pub rules: Vec<RuleId>,
    /// Whether the tables are drawn as well.
    pub chart: bool,
}

impl Session<'_> {
    /// What a report looks at.
    pub fn view<'s>(&'s self, filter: &'s Filter<'s>) -> View<'s> {
        View { population: &self.population, scope: &self.setup.scope, filter }
    }

    /// The report of what was made.
    pub fn report(&self, parts: ReportParts, filter: &Filter<'_>) -> Report {
        let mut tables = parts.tables;
        if !parts.chart {
            for table in &mut tables {
                table.charts.clear();
            }
        }
        let mut notes = self.notes();
        notes.extend(zero_note(&tables));
        notes.extend(parts.notes);
        notes.extend(assumptions(&self.setup.rules, parts.rules));
        let mut receipt = self.receipt(filter);
        receipt.filters.extend(parts.choices);
        let (stamp, receipt) = (Some(self.stamp()), Some(receipt));
        Report { name: parts.name, title: parts.title, tables, notes, stamp, receipt }
    }

    /// What the report was made from.
    pub fn receipt(&self, filter: &Filter<'_>) -> Receipt {
        receipt(&self.data, (&self.setup.scope, &self.setup.rules), filter, &self.extract, self.vaccinations)
    }

    /// By which rules, and as at which date.
    pub fn stamp(&self) -> Stamp {
        Stamp::new(self.setup.as_at, &self.setup.rules.version)
    }

    /// What every report of this data must say.
    pub fn notes(&self) -> Vec<String> {
        let code = &self.setup.rules.general.activity_code;
        let left_out = self.data.practices_without_code(code).len();
        let mut notes = Vec::new();
        if !self.data.checks_activity_codes() {
            notes.push(format!("The practice list has no activity codes, so {code} was not checked."));
        } else if left_out > 0 {
            notes.push(format!("Listed practices left out because they lack activity code {code}: {left_out}."));
        }
        notes
    }
}

/// A note where a percentage has no denominator.
fn zero_note(tables: &[Table]) -> Option<String> {
    let blank = |cell: &Cell| matches!(cell, Cell::Percent(percent) if percent.tenths().is_none());
    let any = tables.iter().flat_map(|table| &table.rows).flatten().any(blank);
    any.then(|| "A blank percentage (–) has nobody to be a share of.".to_owned())
}

/// What of the rules is assumed, as one note.
fn assumptions(rules: &RuleSet, mut ids: Vec<RuleId>) -> Option<String> {
    ids.sort_unstable();
    ids.dedup();
    let assumed: Vec<String> = ids
        .into_iter()
        .map(|rule| rules.provenance(rule))
        .filter_map(|rule| rule.assumed.as_ref().map(|what| format!("{} ({what})", rule.id)))
        .collect();
    (!assumed.is_empty()).then(|| format!("Assumed, no published source found: {}.", assumed.join("; ")))
}
