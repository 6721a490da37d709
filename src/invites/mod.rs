//! Import files for booking systems: who is invited, who is not, and why.
//!
//! The waterfall counts every step between the people eligible and the rows
//! written; the two must add up. Nobody who has died or may have, was removed,
//! is restricted, contraindicated or outside the scope is in any file: that is
//! asserted where the bytes are made, on every run. What a file looks like is data
//! (`targets.toml`); who can be reached by it is code.

// A wildcard would decide for statuses, doses and profiles that are not there yet.
#![warn(clippy::wildcard_enum_match_arm)]

mod address;
mod contacts;
mod email;
mod files;
mod forces;
mod invisible;
mod log;
mod logged;
mod manifest;
mod message;
mod phone;
mod plan;
mod postcode;
mod reach;
mod read_targets;
mod review_file;
mod reviewed;
mod rounds;
mod targets;
mod value_formats;
mod waterfall;

pub use contacts::{ContactsSoFar, EarlierContact, EarlierContacts};
pub use email::usable_email;
pub use files::{EXCEPTIONS, FileNames, InviteFile, LISTS, VISITS, invite_files};
pub use log::{contacts_made, is_invite_log, log_headers, log_joint, log_of_today, log_rows, read_log, rows_of_nobody};
pub use manifest::{ChannelCount, MANIFEST, Manifest, ManifestStep, StepCount, WrittenFile, read_manifest};
pub use message::{MessageLength, MessageTemplate, length};
pub use phone::{uk_mobile, uk_phone};
pub use plan::{Choices, InvitePlan, InviteRow, NotInvited, ToReview, apply_exclusions};
pub use reach::is_reachable;
pub use read_targets::{TargetsFault, built_in_table, read_targets, targets, with_added};
pub use review_file::REVIEW_HEADER;
pub use reviewed::Reviewed;
pub use rounds::Rounds;
pub use targets::{BookingTarget, Channel, Confidence, ContactNeed, LetterLine, TargetColumn, TargetField};
pub use value_formats::{DateFormat, FileType, NhsNumberFormat, PhoneFormat};
pub use waterfall::{Waterfall, WaterfallStep};
