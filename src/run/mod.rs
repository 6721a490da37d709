//! From paths to assessed people.

mod reconcile;

pub use reconcile::reconcile;
