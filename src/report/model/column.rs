//! What a column of a table is.

use super::constraints::DerivedFrom;
use super::drop_order::DropOrder;

/// What kind of value a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Free text.
    Text,
    /// A code or number that is a name: never reckoned with, never altered.
    Code,
    /// A count.
    Count,
    /// A percentage.
    Percent,
    /// A number of days, which may be a half.
    Days,
    /// A date.
    Date,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Text, Self::Code, Self::Count, Self::Percent, Self::Days, Self::Date];

    /// The word used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Code => "code",
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Days => "days",
            Self::Date => "date",
        }
    }

    /// Whether the column is aligned to the right.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Count | Self::Percent | Self::Days)
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The key in JSON and CSV.
    pub key: &'static str,
    /// The label in plain English.
    pub label: &'static str,
    /// A shorter label for narrow terminals.
    pub short: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// When a narrow terminal does without it.
    pub dropped: DropOrder,
    /// What people read where a row has nothing: of a group, that it is not known.
    pub blank: Option<&'static str>,
    /// The least width at which its words are worth reading.
    pub least_width: usize,
    /// Whether it holds sentences: several such columns do not fit beside one
    /// another on a narrow terminal.
    pub holds_sentences: bool,
    /// Whether its texts are keys, of which people read words.
    pub holds_keys: bool,
    /// What its figures are reckoned from.
    pub derived_from: DerivedFrom,
}

impl Column {
    /// A column whose label is short enough for any terminal.
    #[must_use]
    pub const fn new(key: &'static str, label: &'static str, kind: Kind) -> Self {
        Self {
            key,
            label,
            short: label,
            kind,
            dropped: DropOrder::Never,
            blank: None,
            least_width: 12,
            holds_sentences: false,
            holds_keys: false,
            derived_from: DerivedFrom::Itself,
        }
    }

    /// The same column with a shorter label for narrow terminals.
    #[must_use]
    pub const fn or_short(mut self, short: &'static str) -> Self {
        self.short = short;
        self
    }

    /// The same column, which needs room for sentences.
    #[must_use]
    pub const fn at_least(mut self, width: usize) -> Self {
        self.least_width = width;
        self
    }

    /// The same column, which holds sentences.
    #[must_use]
    pub const fn of_sentences(mut self) -> Self {
        self.holds_sentences = true;
        self
    }

    /// The same column, whose texts are keys: programs read them as they are, people as words.
    #[must_use]
    pub const fn of_keys(mut self) -> Self {
        self.holds_keys = true;
        self
    }

    /// The same column, whose figures are reckoned from others of their row.
    #[must_use]
    pub const fn of(mut self, derived_from: DerivedFrom) -> Self {
        self.derived_from = derived_from;
        self
    }

    /// The same column, left out where the terminal is too narrow for all:
    /// texts first, counts last.
    #[must_use]
    pub const fn or_dropped(self) -> Self {
        let dropped = match self.kind {
            Kind::Text => DropOrder::First,
            Kind::Count => DropOrder::Last,
            Kind::Code | Kind::Percent | Kind::Days | Kind::Date => DropOrder::Next,
        };
        self.dropped_in(dropped)
    }

    /// Whether this is the other limit of the interval that a column is a limit of.
    #[must_use]
    pub fn is_of_interval_of(&self, other: &Self) -> bool {
        match (self.derived_from, other.derived_from) {
            (DerivedFrom::Limit { part, whole, .. }, DerivedFrom::Limit { part: of, whole: out_of, .. }) => {
                part == of && whole == out_of
            }
            _ => false,
        }
    }

    /// The same column, left out in this order.
    #[must_use]
    pub const fn dropped_in(mut self, dropped: DropOrder) -> Self {
        self.dropped = dropped;
        self
    }

    /// The same column, where people read these words if a row has nothing.
    #[must_use]
    pub const fn blank_as(mut self, words: &'static str) -> Self {
        self.blank = Some(words);
        self
    }
}
