//! People counted by group: the one way in which every report counts.

mod count_column;
mod dimension;
mod filter;
mod groups;
mod share;
mod status_columns;
mod sums;
mod view;

pub use count_column::{CountColumn, ListChoice};
pub use dimension::{Axis, Dimension};
pub use filter::Filter;
pub use groups::{Groups, Rows};
pub use share::{ShareColumns, ShareDetail, share_cells};
pub(crate) use status_columns::ladder;
pub use status_columns::{StatusColumn, Tally, ladder_table, rungs};
pub use sums::check_sums;
pub use view::View;
