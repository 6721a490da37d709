//! `campaigns.toml`: the seasonal campaigns.

use super::{AGES, DAYS, MONTHS, each, note_repeats};
use crate::domain::UkDate;
use crate::domain::shown;
use crate::rules::coverage::{Cover, Period, check};
use crate::rules::describe;
use crate::rules::model::{Campaign, CampaignGroup, MinAge};
use crate::rules::row_header::To;
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::toml_rows::{Document, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "campaigns.toml";

/// Reads the file: the campaigns by date.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> Vec<Campaign> {
    let Ok(document) = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics) else {
        return Vec::new();
    };
    let top = document.top();
    let (mut periods, mut labels) = (Vec::new(), Vec::new());
    let mut campaigns = each(top.rows("campaign"), |row| {
        let label = row.text("label");
        if let Ok(label) = &label {
            labels.push((label.clone(), row.location.clone()));
        }
        campaign(register, row, label, &mut periods)
    })
    .good;
    top.done();
    note_repeats(&register.diagnostics, &labels, |label, first| {
        format!("the label {} is that of {} already", shown(label), first.place)
    });
    // Between campaigns there is none: gaps are as they should be.
    check(&register.diagnostics, FILE, &periods, Cover::Anything);
    campaigns.sort_by_key(|campaign| campaign.start);
    campaigns
}

fn campaign(
    register: &RowRegister,
    row: &TomlRow<'_>,
    label: Result<String, Reported>,
    periods: &mut Vec<Period>,
) -> Result<Campaign, Reported> {
    let head = register.header(row, To::Needed);
    let age_by = row.date("age_by");
    let min_interval = row.number::<u16>("min_interval", DAYS);
    let needs_primary = row.yes_no("needs_primary");
    let declines_from = row.optional_date("declines_from");
    let mut labels = Vec::new();
    let groups = each(row.rows("groups"), |group_row| {
        let group = group(group_row)?;
        labels.push((group.label.clone(), group_row.location.clone()));
        Ok(group)
    });
    note_repeats(row.diagnostics(), &labels, |label, _| format!("the group {} is there twice", shown(label)));
    row.done();
    let head = head?;
    periods.push(Period::of(&row.location, &head, &[]));
    let (label, age_by, min_interval, needs_primary) = (label?, age_by?, min_interval?, needs_primary?);
    let declines_from = declines_from?;
    if !groups.all {
        return Err(Reported);
    }
    let (id, start, end) = (head.id.clone(), head.from, head.to.ok_or(Reported)?);
    let says = format!(
        "{label}, {} to {}: {}, by age on {}, {} after the last dose{}{}.",
        UkDate(start),
        UkDate(end),
        describe::groups(&groups.good),
        UkDate(age_by),
        describe::days(min_interval),
        if needs_primary { ", once the primary course is complete" } else { "" },
        declines_from.map(|from| format!("; refusals count from {}", UkDate(from))).unwrap_or_default(),
    );
    Ok(Campaign {
        rule: register.enter(head, says),
        id,
        label,
        start,
        end,
        age_by,
        min_interval,
        needs_primary,
        declines_from,
        groups: groups.good,
    })
}

fn group(row: &TomlRow<'_>) -> Result<CampaignGroup, Reported> {
    let label = row.text("label");
    let years = row.optional_number::<u8>("min_age", AGES);
    let months = row.optional_number::<u8>("min_age_months", MONTHS);
    let any_of = row.flags("any_of");
    row.done();
    let (label, any_of) = (label?, any_of?);
    let min_age = match (years?, months?) {
        (Some(_), Some(_)) => {
            return Err(row.report("give min_age or min_age_months, not both"));
        }
        (Some(years), None) => Some(MinAge::Years(years)),
        (None, Some(months)) => Some(MinAge::Months(months)),
        (None, None) if any_of.is_empty() => {
            return Err(row.report("it fits everybody; give min_age, min_age_months or any_of"));
        }
        (None, None) => None,
    };
    Ok(CampaignGroup { label, min_age, any_of })
}
