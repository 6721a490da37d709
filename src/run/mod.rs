//! From paths to assessed people: what every command, comparison and test does
//! first, and does only here.
//!
//! ```text
//! paths ─► survey ──► scope ───► load ───► classify ─► reconcile
//!          which      which      whose     one         every row
//!          files      practices  rows      Assessment  accounted for
//!          Survey     Scoped     Loaded    Population  Reconciled
//! ```
//!
//! Each arrow takes the value before it, and gives one that owns what was found
//! so far. Between the survey and the scope the caller settles the date, which
//! may be that of the data; no clock is read here, and no option is known.

mod accepted;
mod assess;
mod doubts;
mod fault;
mod load;
mod nothing_found;
mod reconcile;
mod scope;
mod survey;

pub use accepted::Accepted;
pub use assess::{Reconciled, assess, assess_anybody};
pub use fault::RunFault;
pub use load::Loaded;
pub use reconcile::reconcile;
pub use scope::{Dates, NoScope, Scoped, Setup, check_start, scope, scope_of};
pub use survey::{Paths, survey};
