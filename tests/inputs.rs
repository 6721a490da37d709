//! What vaxdash reads, and how: section 1 of the specification.

mod aliases;
mod columns;
mod dates;
mod files;
mod flags;
mod headers;
mod hostile;
mod lists;
mod networks;
mod reports;
mod text;
