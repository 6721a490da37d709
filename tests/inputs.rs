//! What vaxdash reads, and how: section 1 of the specification.

mod aliases;
mod changing;
mod columns;
mod dates;
mod every_file;
mod faults;
mod files;
mod flags;
mod headers;
mod hostile;
mod lists;
mod networks;
mod own_output;
mod reports;
mod text;
