//! `vaxdash campaign`.

use clap::Args;

use crate::cli::args::filter::find_campaign;
use crate::cli::args::list::{ChartArgs, ListedArgs, ListedStep};
use crate::cli::args::share::ShareArgs;
use crate::cli::args::value_hints::{any, as_typed, campaigns, with_hints};
use crate::domain::{Named, UkDate};
use crate::exit::Failure;
use crate::report::{CampaignReport, Dimension, ListableReport, View};
use crate::rules;
use crate::run::Setup;

/// Show a seasonal campaign by practice and group, and who is still due its dose; --list names the people.
///
/// Without an ID or --campaign: the campaign open as at the date of the report, else the one that ended last.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash campaign --data extracts/ --target 75\n  vaxdash campaign autumn-2025 --data extracts/ --by group\n  vaxdash campaign --data extracts/ --list --status eligible -o due.csv"
)]
pub struct CampaignArgs {
    /// The campaign, such as spring-2022; `vaxdash rules` lists them.
    #[arg(value_name = "ID", value_parser = with_hints(any, campaigns), hide_possible_values = true)]
    id: Option<String>,
    /// The same as ID.
    #[arg(long = "campaign", value_name = "ID", value_parser = with_hints(any, campaigns), hide_possible_values = true, help_heading = "Report")]
    campaign: Option<String>,
    /// The groups: practice, pcn, cohort, age, gender, ethnicity, imd, group (of the campaign), or several with commas.
    ///
    /// Without it: every practice and every group of the campaign.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = with_hints(read_key, as_typed::<Dimension>), hide_possible_values = true, help_heading = "Report")]
    by: Vec<Dimension>,
    #[command(flatten)]
    share: ShareArgs,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    listed: ListedArgs,
}

impl CampaignArgs {
    fn campaign<'a>(&self, setup: &'a Setup<'_>) -> Result<&'a rules::Campaign, Failure> {
        if let (Some(id), Some(other)) = (&self.id, &self.campaign)
            && id != other
        {
            let (id, other) = (find_campaign(id, setup.rules)?, find_campaign(other, setup.rules)?);
            return Err(Failure::usage(format!(
                "two campaigns are named, {} and --campaign {} (one may be a setting): keep one",
                id.id, other.id
            )));
        }
        if let Some(id) = self.id.as_ref().or(self.campaign.as_ref()) {
            return find_campaign(id, setup.rules);
        }
        setup.rules.campaign_open_or_latest(setup.as_at).ok_or_else(|| {
            let as_at = UkDate(setup.as_at);
            Failure::usage(format!("no campaign is open or has ended as at {as_at}: name one, such as spring-2022"))
        })
    }
}

impl ListedStep for CampaignArgs {
    const NAME: &'static str = "campaign";

    fn args(&self) -> &ListedArgs {
        &self.listed
    }

    fn table_only(&self) -> Vec<&'static str> {
        let by = (!self.by.is_empty()).then_some("--by");
        by.into_iter().chain(self.share.given()).chain(self.chart.given()).collect()
    }

    fn chart(&self) -> bool {
        self.chart.chart
    }

    fn listed<'a>(&'a self, setup: &'a Setup<'_>) -> Result<(String, Box<dyn ListableReport + 'a>), Failure> {
        let campaign = self.campaign(setup)?;
        let (start, end) = (UkDate(campaign.start), UkDate(campaign.end));
        let title = format!("{} campaign, {start} to {end}", campaign.label);
        crate::cli::args::list::once_each(&self.by, Dimension::name, "--by")?;
        let before = setup.rules.campaign_before(campaign);
        Ok((title, Box::new(CampaignReport { campaign, by: self.by.clone(), detail: self.share.detail(), before })))
    }

    fn choices(&self, setup: &Setup<'_>) -> Vec<(&'static str, Vec<String>)> {
        let id = self.campaign(setup).ok().map(|campaign| ("campaign", vec![campaign.id.clone()]));
        let by = (!self.by.is_empty()).then(|| ("by", self.by.iter().map(|by| by.name().to_owned()).collect()));
        id.into_iter().chain(by).chain(self.share.choices()).collect()
    }

    fn notes(&self, _: View<'_>) -> Vec<String> {
        self.share.notes()
    }
}

fn read_key(text: &str) -> Result<Dimension, String> {
    let keys = || Dimension::names().join(", ");
    Dimension::named(text.trim()).ok_or_else(|| format!("the groups are: {}", keys()))
}
