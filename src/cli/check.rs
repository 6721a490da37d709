//! `vaxdash check`.

use std::io::Write;

use clap::Args;

use super::args::{DataArgs, OutputArgs, RejectArgs};
use super::notices::write_rejects;
use super::session::{find_as_at, find_scope, has_problems, load_rules, survey};
use super::{Done, Terminal};
use crate::classify::classify;
use crate::domain::{Issue, Severity};
use crate::exit::{Exit, Failure};
use crate::load::LoadPlan;
use crate::report::{CheckFacts, Receipt, Report, check, reconcile};

/// Show what each file is, which practices are in scope, and where every row went.
///
/// Exits 0 if all is well and 3 if there are problems: rejected rows, files that are not
/// recognised or are refused, faults in a rules folder.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash check --data extracts/\n  vaxdash check --data extracts/ --rejects rejected.csv"
)]
pub struct CheckArgs {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl CheckArgs {
    pub(super) fn run(self, terminal: Terminal, err: &mut dyn Write) -> anyhow::Result<Done> {
        let rules = match load_rules(&self.data) {
            Ok(rules) => rules,
            Err(problems) => {
                drop(writeln!(err, "{problems}"));
                return Ok(Done { out: Vec::new(), exit: Exit::Problems });
            }
        };
        let mut data = survey(&self.data)?;
        let code = &rules.general.activity_code;
        let left_out = data.practices_without_code(code);
        let title = "What was found in the data".to_owned();
        let scope = match find_scope(&data, &rules) {
            Ok(scope) => scope,
            Err(failure) => {
                // Show the files, so that the user sees what is missing; then refuse.
                let inputs = data.inputs();
                let facts = CheckFacts {
                    inputs: &inputs,
                    practices: &[],
                    left_out: &left_out,
                    tallies: None,
                    rejected: Vec::new(),
                    issues: &[],
                };
                let report = Report { name: "check", title, tables: check(&facts), notes: Vec::new(), receipt: None };
                let out = self.output.deliver(&report, terminal, err)?;
                drop(writeln!(err, "vaxdash: {failure}"));
                return Ok(Done { out, exit: failure.exit });
            }
        };
        let as_at = find_as_at(&self.data, &data, &rules)?;
        let mut extract = data.load(&LoadPlan { scope: &scope, rules: &rules, as_at, watch: None });
        let events = std::mem::take(&mut extract.events);
        let population = classify(&extract.people, events, None, &rules, as_at);
        // A run whose files could not all be read has nothing to reconcile.
        let vaccinations = if extract.unusable.is_empty() {
            Some(reconcile(&extract.patients, &extract.vaccinations, &population).map_err(|fault| {
                Failure::fault(format!("this run does not add up, which is a fault of vaxdash: {fault}"))
            })?)
        } else {
            None
        };
        let missing = extract.unusable.iter().filter(|_| data.refused().next().is_none());
        extract.issues.extend(missing.map(|text| Issue::about(Severity::Problem, "", text)));
        if let Some(path) = &self.rejects.rejects {
            write_rejects(path, &extract.rejects, self.output.force)?;
        }
        let inputs = data.inputs();
        let rejected = extract.rejects.iter();
        let facts = CheckFacts {
            inputs: &inputs,
            practices: scope.practices(),
            left_out: &left_out,
            tallies: vaccinations.as_ref().map(|vaccinations| (&extract.patients, vaccinations)),
            rejected: rejected
                .map(|reject| (reject.file.as_str(), reject.column.as_str(), reject.reason.as_str()))
                .collect(),
            issues: &extract.issues,
        };
        let tables = check(&facts);
        let problems = !extract.rejects.is_empty() || has_problems(&extract.issues);
        let receipt = vaccinations.map(|vaccinations| Receipt {
            as_at,
            last_refreshed: data.newest_refresh(),
            filters: Vec::new(),
            practices: scope.practices().len(),
            patients: extract.patients,
            vaccinations,
            version: env!("CARGO_PKG_VERSION"),
            rules_version: rules.version.clone(),
            inputs,
        });
        let notes = vec![if problems { "There are problems: see above." } else { "All is well." }.to_owned()];
        let report = Report { name: "check", title, tables, notes, receipt };
        let exit = if problems { Exit::Problems } else { Exit::Done };
        Ok(Done { out: self.output.deliver(&report, terminal, err)?, exit })
    }
}
