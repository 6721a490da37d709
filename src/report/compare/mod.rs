//! `vaxdash compare`: two snapshots of the same practices, and who entered and
//! left each list between them, and why.

mod changes;
mod reason;
mod snapshot;
mod tables;
mod work_list;

pub use changes::{Change, changes, check_changes};
pub use reason::Reason;
pub use snapshot::Snapshot;
pub use tables::{change_list, changes_table, lists_table, movement_table, sources_table};
pub use work_list::WorkList;
