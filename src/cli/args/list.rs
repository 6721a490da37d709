//! Options of the reports whose people can be listed, and how such a report is
//! made.

use clap::{ArgGroup, Args};

use crate::cli::args::OutputArgs;
use crate::cli::args::audit::AuditArgs;
use crate::cli::args::typed_status::TypedStatus;
use crate::cli::args::value_hints::{columns, dimensions, with_hints};
use crate::cli::command_output::InvitedByLog;
use crate::cli::contact_log::{InvitedArgs, check_log, contact_log};
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{CommonArgs, ReportStep, StepOptions};
use crate::domain::{Foreign, did_you_mean};
use crate::exit::Failure;
use crate::report::{
    ContactLog, Dimension, ListChoice, ListColumn, ListableReport, Report, StatusColumn, Table, View, list_lines,
    list_table, rules_used,
};
use crate::run::{Reconciled, Setup};

/// The options that ask for a list.
const LISTING: &str = "listing";

/// The people instead of their count.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Report", group = ArgGroup::new(LISTING).args(["list", "status"]).multiple(true))]
pub struct ListArgs {
    /// List the people instead of counting them: by practice, then most overdue.
    #[arg(long)]
    pub list: bool,
    /// List only these people (--list need not be said): the columns of the table, such as due,overdue.
    ///
    /// Every column that counts people is a word, with hyphens or underscores.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = TypedStatus::read)]
    pub status: Vec<TypedStatus>,
    /// The columns of the list, in this order.
    ///
    /// nhs_number, title, forename, surname, date_of_birth, age, gender, ethnicity,
    /// practice_code, practice_name, cohort, status, due_date, days_overdue, doses,
    /// first_dose_date, first_dose_brand, first_dose_site, second_dose_date,
    /// second_dose_brand, third_primary_date, third_primary_due, last_dose_date,
    /// last_dose_brand, boosters, booster_due, campaign_due, declined_date,
    /// contraindicated_date, invited, last_invited, target, round, mobile, telephone,
    /// email, address, postcode, immunosuppressed, housebound, restricted, reason, wrong,
    /// event_date, code, supplier, what_to_do.
    ///
    /// From wrong on, they are of records to mend. From invited to round, they need --invite-log.
    #[arg(long, value_name = "LIST", value_delimiter = ',', requires = LISTING, value_parser = with_hints(read_column, columns), hide_possible_values = true)]
    pub columns: Vec<ListColumn>,
}

/// The groups of a table.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Report")]
pub struct ByArgs {
    /// The groups: practice (default), pcn, cohort, age, gender, ethnicity, imd, or several with commas.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = with_hints(read_dimension, dimensions), hide_possible_values = true)]
    pub by: Vec<Dimension>,
}

/// The options of a report whose people can be listed.
#[derive(Debug, Clone, Args)]
pub struct ListedArgs {
    #[command(flatten)]
    pub list: ListArgs,
    #[command(flatten)]
    pub invited: InvitedArgs,
    #[command(flatten)]
    pub audit: AuditArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

/// A picture beside the table.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Report")]
pub struct ChartArgs {
    /// Draw the table as bars, too.
    #[arg(long)]
    pub chart: bool,
}

impl ChartArgs {
    /// The option, where it is given.
    pub fn given(&self) -> Option<&'static str> {
        self.chart.then_some("--chart")
    }
}

impl ByArgs {
    /// The option, where it is given.
    pub fn given(&self) -> Option<&'static str> {
        (!self.by.is_empty()).then_some("--by")
    }

    /// The groups; practices where none are given. A group named twice is
    /// refused.
    pub fn dimensions(&self) -> Result<Vec<Dimension>, Failure> {
        once_each(&self.by, Dimension::name, "--by")?;
        Ok(if self.by.is_empty() { vec![Dimension::Practice] } else { self.by.clone() })
    }

    /// What was chosen, for the receipt.
    pub fn choice(&self) -> Option<(&'static str, Vec<String>)> {
        (!self.by.is_empty()).then(|| ("by", self.by.iter().map(|by| by.name().to_owned()).collect()))
    }
}

impl ListArgs {
    /// Whether people are listed.
    pub fn is_list(&self) -> bool {
        self.list || !self.status.is_empty()
    }

    /// Refuses statuses that the report does not know, and columns that it
    /// cannot fill.
    pub fn check(&self, report: &dyn ListableReport, has_log: bool) -> Result<(), Failure> {
        self.chosen(report)?;
        self.chosen_columns(report, has_log).map(|_| ())
    }

    /// Whom the words of `--status` mean; a word that the report does not know
    /// is refused.
    fn chosen(&self, report: &dyn ListableReport) -> Result<Vec<ListChoice>, Failure> {
        if self.status.is_empty() {
            return Ok(report.listed_without_status());
        }
        let (statuses, others) = (report.statuses(), report.other_counts());
        let hyphened = |key: &str| key.replace('_', "-");
        let of_status = |column: &StatusColumn| ListChoice::Status(column.status);
        // What the table calls a column is what its word means; the words of the course status come after.
        let others = others.iter().map(|column| (hyphened(column.word), ListChoice::Column(*column)));
        let keys = statuses.iter().map(|column| (hyphened(column.key), of_status(column)));
        let words = statuses.iter().map(|column| (column.status.word().to_owned(), of_status(column)));
        let named: Vec<(String, ListChoice)> = others.chain(words).chain(keys).collect();
        let read = |typed: &TypedStatus| {
            let word = typed.hyphened().to_ascii_lowercase();
            named.iter().find(|(name, _)| *name == word).map(|(_, counted)| *counted).ok_or_else(|| {
                let mut known: Vec<&str> = Vec::new();
                for (name, _) in &named {
                    if !known.contains(&name.as_str()) {
                        known.push(name);
                    }
                }
                let hint = did_you_mean(&word, &known);
                let word = Foreign::new(&word);
                Failure::usage(format!("--status {word}: the statuses of this list are {}{hint}", known.join(", ")))
            })
        };
        self.status.iter().map(read).collect()
    }

    fn chosen_columns(&self, report: &dyn ListableReport, has_log: bool) -> Result<Vec<ListColumn>, Failure> {
        once_each(&self.columns, |column| column.column().key, "--columns")?;
        if let Some(column) = self.columns.iter().find(|column| column.needs_log() && !has_log) {
            let key = column.column().key;
            return Err(Failure::usage(format!(
                "--columns {key}: give --invite-log FILE as well, the log that says who was invited when"
            )));
        }
        if !self.columns.is_empty() {
            return Ok(self.columns.clone());
        }
        let mut columns = report.columns();
        if has_log && !columns.iter().any(|column| column.needs_log()) {
            let place = columns.iter().position(|column| column.is_hidden_of_restricted()).unwrap_or(columns.len());
            columns.splice(place..place, [ListColumn::Invited, ListColumn::LastInvited]);
        }
        Ok(columns)
    }

    /// What was chosen, for the receipt.
    pub fn choices(&self) -> Vec<(&'static str, Vec<String>)> {
        if !self.is_list() {
            return Vec::new();
        }
        let columns: Vec<String> = self.columns.iter().map(|column| column.column().key.to_owned()).collect();
        let typed = self.status.iter().map(|status| status.as_typed().to_owned()).collect();
        let all = [("list", vec!["yes".to_owned()]), ("status", typed), ("columns", columns)];
        all.into_iter().filter(|(_, values)| !values.is_empty()).collect()
    }
}

/// A command whose people can be listed.
pub trait ListedStep {
    /// The name of the command and of its report.
    const NAME: &'static str;

    /// The options that every such report has.
    fn args(&self) -> &ListedArgs;

    /// The options that mean something for the table alone, as far as they are
    /// given.
    fn table_only(&self) -> Vec<&'static str>;

    /// Whether the table is drawn as well.
    fn chart(&self) -> bool {
        false
    }

    /// Days that replace those after which a second dose is overdue.
    fn overdue_after(&self) -> Option<u16> {
        None
    }

    /// The title of the report, and what it makes of the data.
    fn listed<'a>(&'a self, setup: &'a Setup<'_>) -> Result<(String, Box<dyn ListableReport + 'a>), Failure>;

    /// What was chosen besides people and list, for the receipt.
    fn choices(&self, _setup: &Setup<'_>) -> Vec<(&'static str, Vec<String>)> {
        Vec::new()
    }

    /// What the reader must know besides what every report says.
    fn notes(&self, _view: View<'_>) -> Vec<String> {
        Vec::new()
    }
}

impl<T: ListedStep> ReportStep for T {
    fn options(&self) -> StepOptions<'_> {
        self.args().common.options()
    }

    fn overdue_after(&self) -> Option<u16> {
        ListedStep::overdue_after(self)
    }

    fn audit(&self) -> Option<&AuditArgs> {
        let ListedArgs { list, audit, .. } = self.args();
        list.is_list().then_some(audit)
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        let ListedArgs { list, invited, common, audit } = self.args();
        if !list.is_list() {
            audit.refuse_reason()?;
        }
        if let Some(option) = self.table_only().first().filter(|_| list.is_list()) {
            return Err(Failure::usage(format!(
                "{option} is for the table, not for the list: leave out one of the two"
            )));
        }
        if list.is_list() {
            common.disclosure.refuse("a list names people")?;
        }
        let (_, listed) = self.listed(setup)?;
        list.check(&*listed, invited.invite_log.is_some())?;
        common.filter(setup)?;
        if let Some(log) = invited.invite_log.as_deref().filter(|_| list.is_list()) {
            check_log(log, common.output.output.as_deref())?;
        }
        let check = if list.is_list() { OutputArgs::check_list } else { OutputArgs::check };
        check(&common.output, self.chart()).map(|_| ())
    }

    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure> {
        self.report_after(run, &InvitedByLog::default())
    }

    fn report_after(&self, run: &Reconciled<'_>, invited_before: &InvitedByLog) -> Result<Report, Failure> {
        let (list, setup) = (&self.args().list, &run.setup);
        let filter = self.args().common.filter(setup)?;
        let view = run.view(&filter);
        let (title, listed) = self.listed(setup)?;
        let tables = if list.is_list() {
            let path = self.args().invited.invite_log.as_deref();
            let log = path.map(|path| contact_log(path, setup.as_at, invited_before)).transpose()?;
            vec![list_of(run, view, &*listed, list, log.as_ref())?]
        } else {
            listed.tables(view).map_err(Failure::unreconciled)?
        };
        let choices = self.choices(setup).into_iter().chain(list.choices()).collect();
        let (notes, rules) = (self.notes(view), rules_used(view, listed.question()));
        let parts = ReportParts {
            name: T::NAME,
            title,
            tables,
            choices,
            notes,
            rules,
            chart: self.args().common.output.draws(self.chart())?,
        };
        Ok(run.report(parts, &filter))
    }
}

/// The people of a report as a table; `log` is the invite log, where one was given.
pub fn list_of<'a>(
    run: &'a Reconciled<'_>,
    view: View<'a>,
    report: &'a dyn ListableReport,
    list: &ListArgs,
    log: Option<&ContactLog>,
) -> Result<Table, Failure> {
    let lines = list_lines(view, report, &list.chosen(report)?).map_err(Failure::unreconciled)?;
    let columns = list.chosen_columns(report, log.is_some())?;
    let wanted = columns.iter().any(|column| column.needs_contact());
    let people: Vec<_> = lines.iter().filter(|_| wanted).map(|line| line.assessment.person).collect();
    let contacts = run.contacts(&people)?;
    Ok(list_table(view, report, &lines, &columns, contacts, &run.accounts.sites, log))
}

/// Refuses an option that names one value twice.
pub fn once_each<T: PartialEq + Copy>(
    values: &[T],
    name: impl Fn(T) -> &'static str,
    option: &str,
) -> Result<(), Failure> {
    match values.iter().enumerate().find(|(place, value)| values[..*place].contains(value)) {
        Some((_, twice)) => Err(Failure::usage(format!("{option} names {} twice", name(*twice)))),
        None => Ok(()),
    }
}

fn read_dimension(text: &str) -> Result<Dimension, String> {
    let name = text.trim();
    Dimension::of_every_report().find(|dimension| dimension.name() == name).ok_or_else(|| {
        let names: Vec<&str> = Dimension::of_every_report().map(Dimension::name).collect();
        format!("the groups are: {}", names.join(", "))
    })
}

fn read_column(text: &str) -> Result<ListColumn, String> {
    ListColumn::named(text).ok_or_else(|| {
        let keys: Vec<&str> = ListColumn::ALL.iter().map(|(_, column)| column.key).collect();
        format!("the columns are: {}", keys.join(", "))
    })
}
