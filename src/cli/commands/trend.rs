//! `vaxdash trend`.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::args::doses::{DoseByArgs, read_day, sources_of_doses};
use crate::cli::args::list::ChartArgs;
use crate::cli::args::named_value::named_value;
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{CommonArgs, ReportStep, StepOptions};
use crate::domain::UkDate;
use crate::exit::Failure;
use crate::report::{Cell, Every, Report, Trend};
use crate::run::{Reconciled, Setup};

/// Show the doses of every week since the programme began, and how uptake grew.
///
/// By day or month with --every, of some days with --from and --to, by practice, PCN, site, brand or
/// supplier with --by. Uptake is of the people registered as at the date of the report. A terminal
/// shows the last 12 weeks unless --from says otherwise; files have them all.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash trend --data extracts/ --chart\n  vaxdash trend --data extracts/ --every day --by site\n  vaxdash trend --data extracts/ --cohort 6 --from 01/09/2021 --format csv -o trend.csv"
)]
pub struct TrendArgs {
    /// A row a day (the last 28 unless --from says otherwise), week or month.
    #[arg(long, value_name = "PERIOD", value_parser = named_value::<Every>(), default_value = Every::Week.name(), hide_possible_values = true, help_heading = "Report")]
    every: Every,
    /// The first day: DD/MM/YYYY or YYYY-MM-DD.
    #[arg(long, value_name = "DATE", value_parser = read_day, help_heading = "Report")]
    from: Option<NaiveDate>,
    /// The last day, instead of the date of the report.
    #[arg(long, value_name = "DATE", value_parser = read_day, help_heading = "Report")]
    to: Option<NaiveDate>,
    #[command(flatten)]
    by: DoseByArgs,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    common: CommonArgs,
}

/// So many weeks are shown on a terminal.
const WEEKS_SHOWN: usize = 12;

impl TrendArgs {
    fn trend(&self) -> Trend {
        Trend { every: self.every, from: self.from, to: self.to, by: self.by.by }
    }

    /// Refuses days of which there are none.
    fn check_days(&self, as_at: NaiveDate) -> Result<(), Failure> {
        let Some(from) = self.from else { return Ok(()) };
        let (last, what) = match self.to {
            Some(to) if to <= as_at => (to, "--to"),
            _ => (as_at, "the date of the report"),
        };
        if from <= last {
            return Ok(());
        }
        let (from, last) = (UkDate(from), UkDate(last));
        Err(Failure::usage(format!("--from {from} is after {what}, {last}: no day lies between them")))
    }

    /// What was chosen, for the receipt.
    fn choices(&self) -> Vec<(&'static str, Vec<String>)> {
        let every = (self.every != Every::default()).then(|| ("every", vec![self.every.name().to_owned()]));
        let day = |name, day: Option<NaiveDate>| day.map(|day| (name, vec![UkDate(day).to_string()]));
        let all = [every, day("from", self.from), day("to", self.to), self.by.choice()];
        all.into_iter().flatten().collect()
    }

    /// That the last day chosen is still to come, where it is.
    fn notes(&self, as_at: NaiveDate) -> Option<String> {
        let to = self.to.filter(|to| *to > as_at)?;
        Some(format!("--to {} is after the date of the report: nothing is known of the days between.", UkDate(to)))
    }
}

impl ReportStep for TrendArgs {
    fn options(&self) -> StepOptions<'_> {
        self.common.options()
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        self.check_days(setup.as_at)?;
        self.common.filter(setup)?;
        self.common.output.check(self.chart.chart).map(|_| ())
    }

    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure> {
        let filter = self.common.filter(&run.setup)?;
        let trend = self.trend();
        let table = trend.table(run.view(&filter), &sources_of_doses(run)).map_err(Failure::unreconciled)?;
        let parts = ReportParts {
            name: "trend",
            title: trend.title(),
            tables: vec![table],
            choices: self.choices(),
            notes: self.notes(run.setup.as_at).into_iter().collect(),
            chart: self.common.output.draws(self.chart.chart)?,
            ..ReportParts::default()
        };
        Ok(run.report(parts, &filter))
    }

    /// The last weeks alone: years of them are nothing to read on a screen.
    fn shorten_for_screen(&self, report: &mut Report) {
        if self.every != Every::Week || self.from.is_some() {
            return;
        }
        let Some(table) = report.tables.first_mut() else { return };
        let mut weeks: Vec<Cell> = table.rows.iter().filter_map(|row| row.first().cloned()).collect();
        weeks.dedup();
        let Some(first) = weeks.len().checked_sub(WEEKS_SHOWN).filter(|before| *before > 0) else { return };
        let shown = &weeks[first..];
        table.rows.retain(|row| row.first().is_some_and(|week| shown.contains(week)));
        report.notes.push(format!(
            "The last {WEEKS_SHOWN} weeks of {} are shown; the totals are of all. --from shows more, and files have them all.",
            weeks.len()
        ));
    }
}
