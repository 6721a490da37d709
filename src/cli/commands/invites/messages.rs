//! `--message`: how long the text messages of a run will be, and what they cost.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::small_file::read_small;
use crate::domain::Foreign;
use crate::exit::Failure;
use crate::invites::{BookingTarget, InvitePlan, MessageTemplate, length};
use crate::report::{Cell, Column, Kind, Table};

/// A template is never longer, in bytes.
const LONGEST_TEMPLATE: u64 = 1 << 16;

/// The template of the messages, and what a fragment costs.
#[derive(Debug, Args)]
pub struct MessageArgs {
    /// A template of the text message, such as "Dear ((first name))": its fragments are counted as GOV.UK Notify does.
    ///
    /// The names in double brackets are headings of the target's file; case, spaces and hyphens do not matter.
    #[arg(long, value_name = "FILE", help_heading = "Invitation")]
    message: Option<PathBuf>,
    /// What a fragment of a text message costs, in pence; the summary shows the cost.
    #[arg(long, value_name = "PENCE", requires = "message", value_parser = price, help_heading = "Invitation")]
    price: Option<Price>,
}

/// A price in thousandths of a penny, so that sums are exact.
#[derive(Debug, Clone, Copy)]
struct Price(u64);

/// Reads a price in pence with at most three decimal places.
fn price(text: &str) -> Result<Price, String> {
    let fault = || format!("\"{text}\" is no price in pence, such as 2.5");
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(places) || places.len() > 3 || whole.len() > 6 {
        return Err(fault());
    }
    format!("{whole}{places:0<3}").parse().map(Price).map_err(|_| fault())
}

impl Price {
    /// So many fragments in pounds, to the penny: half a penny counts as one.
    fn pounds(self, fragments: u64) -> String {
        let pence = (u128::from(self.0) * u128::from(fragments) + 500) / 1000;
        format!("{}.{:02}", pence / 100, pence % 100)
    }
}

/// The template of each target that sends text messages, by its place.
pub struct Messages {
    templates: BTreeMap<usize, MessageTemplate>,
    price: Option<Price>,
}

/// What the messages of a run come to.
#[derive(Debug, Default, Serialize)]
pub struct MessageCounts {
    /// People who get one.
    people: u64,
    /// Fragments in all.
    fragments: u64,
    /// Characters of the longest.
    longest: usize,
    /// People whose message has more than one fragment.
    more_than_one: u64,
    /// People whose message GOV.UK Notify refuses for its length.
    too_long: u64,
    /// People whose message is UCS-2.
    ucs_2: u64,
    /// The characters that made a message UCS-2.
    beyond_gsm: Vec<String>,
    /// The cost in pounds.
    cost: Option<String>,
}

impl MessageArgs {
    /// Reads the template for the targets of a run.
    pub fn read(&self, targets: &[BookingTarget]) -> Result<Option<Messages>, Failure> {
        let Some(path) = &self.message else { return Ok(None) };
        let text = read_small(path, LONGEST_TEMPLATE)
            .map_err(|error| Failure::input(format!("--message {}: {error}", Foreign::path(path))))?;
        let mut templates = BTreeMap::new();
        for (place, target) in targets.iter().enumerate().filter(|(_, target)| target.by_text) {
            let headers: Vec<&str> = target.columns.iter().map(|column| column.header.as_str()).collect();
            let template = MessageTemplate::read(&text, &headers).map_err(|unknown| {
                Failure::usage(format!(
                    "--message {}: the files for {} have no column {}. They have: {}",
                    Foreign::path(path),
                    target.name,
                    unknown.iter().map(|name| crate::domain::shown(name)).collect::<Vec<_>>().join(", "),
                    headers.join(", ")
                ))
            })?;
            templates.insert(place, template);
        }
        if templates.is_empty() {
            return Err(Failure::usage("--message is about text messages, and no target of this run sends any"));
        }
        Ok(Some(Messages { templates, price: self.price }))
    }
}

impl Messages {
    /// What the messages of a plan come to.
    pub fn counts(&self, plan: &InvitePlan) -> MessageCounts {
        let mut counts = MessageCounts::default();
        let mut beyond = std::collections::BTreeSet::new();
        for row in &plan.rows {
            let Some(template) = self.templates.get(&row.target) else { continue };
            let message = length(&template.filled(&row.cells));
            counts.people += 1;
            counts.fragments += u64::try_from(message.fragments).unwrap_or(u64::MAX);
            counts.longest = counts.longest.max(message.characters);
            counts.more_than_one += u64::from(message.fragments > 1);
            counts.too_long += u64::from(message.is_too_long());
            counts.ucs_2 += u64::from(!message.beyond_gsm.is_empty());
            beyond.extend(message.beyond_gsm);
        }
        counts.beyond_gsm = beyond.into_iter().map(seen).collect();
        counts.cost = self.price.map(|price| price.pounds(counts.fragments));
        counts
    }
}

/// A character as it is shown: by its number where it is no letter or mark that a terminal shows.
fn seen(c: char) -> String {
    if c.is_alphanumeric() { c.to_string() } else { format!("U+{:04X}", u32::from(c)) }
}

impl MessageCounts {
    /// The counts as a table.
    pub fn table(&self) -> Table {
        let mut rows = vec![
            ("People", self.people.to_string()),
            ("Fragments", self.fragments.to_string()),
            ("Characters of the longest", self.longest.to_string()),
            ("People with more than one fragment", self.more_than_one.to_string()),
        ];
        if self.ucs_2 > 0 {
            rows.push(("People with fewer characters a fragment (UCS-2)", self.ucs_2.to_string()));
            rows.push(("The characters that make it so", self.beyond_gsm.join(" ")));
        }
        if self.too_long > 0 {
            rows.push(("People whose message is too long to be sent", self.too_long.to_string()));
        }
        rows.extend(self.cost.iter().map(|cost| ("Cost", format!("£{cost}"))));
        let rows = rows.into_iter().map(|(what, value)| vec![Cell::text(what), Cell::text(value)]).collect();
        let columns = vec![Column::new("message", "Text messages", Kind::Text), Column::new("value", "", Kind::Text)];
        Table::new("messages", "How long the text messages are", columns, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_exact() {
        for (text, fragments, pounds) in [
            ("2.5", 1, "0.03"),
            ("2.5", 2, "0.05"),
            ("2.27", 1_000, "22.70"),
            ("0.001", 499, "0.00"),
            ("0.001", 500, "0.01"),
            ("3", 100_000, "3000.00"),
        ] {
            assert_eq!(price(text).unwrap().pounds(fragments), pounds, "{text}");
        }
        for text in ["", "x", "2.", ".5", "-1", "2,5", "1.2345", "1e3", "1234567"] {
            assert!(price(text).is_err(), "{text}");
        }
    }
}
