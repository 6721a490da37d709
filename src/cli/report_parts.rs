//! From what a command made of the data to its report: with the date, the
//! rules, where every row went, and what the reader must know.

use crate::domain::{Doubt, VaccinationTally};
use crate::load::Accounts;
use crate::report::{Cell, Filter, Profile, Receipt, Report, Stamp, Table, View};
use crate::rules::{RuleId, RuleSet};
use crate::run::{Reconciled, Setup};

/// What a report of these data is made from.
pub fn receipt(
    setup: &Setup<'_>,
    accounts: &Accounts,
    filter: &Filter<'_>,
    vaccinations: Option<VaccinationTally>,
    doubts: &[Doubt],
) -> Receipt {
    let (scope, files) = (&setup.scope, &accounts.files);
    let left_out = files.left_out(&setup.rules.general.activity_code);
    Receipt {
        last_refreshed: files.newest_refresh(),
        filters: filter.described(scope, &setup.rules.codes),
        inputs: files.inputs(),
        practices: scope.practices().len(),
        organisation: scope.organisation(),
        left_out: left_out.iter().map(|practice| practice.code.to_string()).collect(),
        patients: Some(accounts.patients),
        vaccinations,
        disclosure: Profile::None,
        doubts: doubts.to_vec(),
        verdict: None,
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

impl Reconciled<'_> {
    /// What a report looks at.
    #[must_use]
    pub fn view<'s>(&'s self, filter: &'s Filter<'s>) -> View<'s> {
        View { population: &self.population, scope: &self.setup.scope, filter }
    }

    /// The report of what was made.
    #[must_use]
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
        notes.extend(assumptions(self.setup.rules, parts.rules));
        let mut receipt = self.receipt(filter);
        receipt.filters.extend(parts.choices);
        let (stamp, receipt) = (Some(self.stamp()), Some(receipt));
        Report { name: parts.name, title: parts.title, tables, notes, stamp, receipt }
    }

    /// What the report was made from.
    #[must_use]
    pub fn receipt(&self, filter: &Filter<'_>) -> Receipt {
        receipt(&self.setup, &self.accounts, filter, Some(self.vaccinations), &self.doubts)
    }

    /// By which rules, and as at which date.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp::new(self.setup.as_at, &self.setup.rules.version)
    }

    /// What every report of this data must say.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let code = &self.setup.rules.general.activity_code;
        let left_out = self.accounts.files.left_out(code).len();
        let mut notes = Vec::new();
        if !self.accounts.files.checks_activity_codes() {
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
    any.then(|| "A blank percentage (–) means that the denominator is 0.".to_owned())
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
