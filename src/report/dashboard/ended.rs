//! Which offers can still be taken up: those that are over have no sheet, but a
//! line on the cover (specification 6.2).

use chrono::NaiveDate;

use crate::domain::UkDate;
use crate::report::counting::View;
use crate::rules::Campaign;

/// The offers, as at a date.
#[derive(Debug, Clone, Copy)]
pub struct Offers<'a> {
    /// Whether a second dose can be due.
    pub second_doses: bool,
    /// Whether a first booster can be due.
    pub boosters: bool,
    /// Whether a third primary dose can be due.
    pub third_primary: bool,
    /// The campaign that is shown, where it is open.
    pub campaign_open: Option<&'a Campaign>,
}

impl<'a> Offers<'a> {
    /// The offers as at the date of the report; `shown` is the campaign that the dashboard shows.
    #[must_use]
    pub fn of(view: View<'_>, shown: Option<&'a Campaign>) -> Self {
        let (rules, as_at) = (view.population.rules, view.population.as_at);
        Self {
            second_doses: as_at <= rules.offer.ends,
            boosters: as_at <= rules.booster_offer.ends,
            third_primary: as_at <= rules.third_primary.to,
            campaign_open: shown.filter(|campaign| campaign.start <= as_at && as_at <= campaign.end),
        }
    }

    /// Whether the immunosuppressed have a sheet: as long as a campaign is open, whose dose they may be due, too.
    #[must_use]
    pub fn immunosuppressed(self, view: View<'_>) -> bool {
        self.third_primary || view.open_campaign().is_some()
    }

    /// The same, as if none were over.
    #[must_use]
    pub const fn with_those_over(self) -> Self {
        Self { second_doses: true, boosters: true, third_primary: true, ..self }
    }

    /// When each offer that is over ended, in a line each.
    #[must_use]
    pub fn ended(self, view: View<'_>) -> Vec<String> {
        let day = view.population.rules.third_primary.to;
        let third = (!self.third_primary).then(|| ended_on("third primary doses", day));
        [self.doses_ended(view), self.boosters_ended(view), third].into_iter().flatten().collect()
    }

    /// When the offer of first and second doses ended, where it is over: why nobody is due one.
    #[must_use]
    pub fn doses_ended(self, view: View<'_>) -> Option<String> {
        (!self.second_doses).then(|| ended_on("first and second doses", view.population.rules.offer.ends))
    }

    /// When the offer of first boosters ended, where it is over.
    #[must_use]
    pub fn boosters_ended(self, view: View<'_>) -> Option<String> {
        (!self.boosters).then(|| ended_on("first boosters", view.population.rules.booster_offer.ends))
    }
}

fn ended_on(what: &str, day: NaiveDate) -> String {
    format!("The offer of {what} ended on {}.", UkDate(day))
}
