//! What stands beside percentages, as options.

use clap::Args;

use crate::report::{ShareDetail, UptakeTarget};

/// What stands beside each percentage.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Report")]
pub struct ShareArgs {
    /// The uptake aimed at, in per cent: adds how many more people it needs.
    #[arg(long, value_name = "PERCENT", value_parser = read_target)]
    pub target: Option<UptakeTarget>,
    /// Add the 95 % limits of each percentage: how far chance alone may carry it (Wilson).
    #[arg(long)]
    pub interval: bool,
}

impl ShareArgs {
    /// What is shown.
    pub const fn detail(&self) -> ShareDetail {
        ShareDetail { interval: self.interval, target: self.target }
    }

    /// The options given, which a list has no room for.
    pub fn given(&self) -> impl Iterator<Item = &'static str> {
        [self.target.is_some().then_some("--target"), self.interval.then_some("--interval")].into_iter().flatten()
    }

    /// What was chosen, for the receipt.
    pub fn choices(&self) -> impl Iterator<Item = (&'static str, Vec<String>)> {
        let target = self.target.map(|target| ("target", vec![target.to_string()]));
        let interval = self.interval.then(|| ("interval", vec!["yes".to_owned()]));
        [target, interval].into_iter().flatten()
    }

    /// What the reader must know.
    pub fn notes(&self) -> Vec<String> {
        let words = "Low and high are the 95 % limits of a percentage (Wilson): the fewer the people, the wider apart.";
        self.interval.then(|| words.to_owned()).into_iter().collect()
    }
}

fn read_target(text: &str) -> Result<UptakeTarget, String> {
    UptakeTarget::read(text).ok_or_else(|| "write the target as a percentage, such as 75 or 82.5".to_owned())
}
