//! People counted by group: the one way in which every report counts.

mod dimension;
mod filter;
mod groups;
mod rungs;
mod sums;
mod view;

pub use dimension::{Axis, Dimension};
pub use filter::Filter;
pub use groups::{Groups, Rows};
pub use rungs::{Tally, ladder_table, rungs};
pub use sums::check_sums;
pub use view::View;
