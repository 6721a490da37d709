//! Import files for booking systems: who is invited, who is not, and why.
//!
//! The waterfall counts every step between the people eligible and the rows
//! written; the two must add up. Nobody with a known death, removed,
//! restricted or outside the scope is in any file: that is asserted where the
//! rows are made, on every run.

mod files;
mod phone;
mod targets;
mod waterfall;

pub use files::{FileNames, invite_files};
pub use phone::uk_mobile;
pub use targets::{Target, TargetsFault, targets};
pub use waterfall::{Choices, InvitePlan, Listed, Waterfall, sift};
