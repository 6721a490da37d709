//! `vaxdash immunosuppressed`.

use clap::Args;

use super::list_args::{ListArgs, ListedStep, MemberArgs};
use super::session::Setup;
use super::step::CommonArgs;
use crate::exit::Failure;
use crate::report::{Immunosuppressed, Listed};

/// Show third primary doses of the immunosuppressed of 12 and over, and what else they are due; --list names them.
///
/// A third primary dose is due 56 days after the primary course, whatever came after it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash immunosuppressed --data extracts/\n  vaxdash immunosuppressed --data extracts/ --list --status third-primary-due -o third.csv"
)]
pub struct ImmunosuppressedArgs {
    #[command(flatten)]
    list: ListArgs,
    #[command(flatten)]
    members: MemberArgs,
    #[command(flatten)]
    common: CommonArgs,
}

impl ListedStep for ImmunosuppressedArgs {
    const NAME: &'static str = "immunosuppressed";

    fn common(&self) -> &CommonArgs {
        &self.common
    }

    fn list(&self) -> &ListArgs {
        &self.list
    }

    fn members(&self) -> Option<&str> {
        self.members.campaign.as_deref()
    }

    fn table_only(&self) -> Vec<&'static str> {
        Vec::new()
    }

    fn listed<'a>(&'a self, _: &'a Setup) -> Result<(String, Box<dyn Listed + 'a>), Failure> {
        Ok(("Immunosuppressed patients".to_owned(), Box::new(Immunosuppressed)))
    }
}
