//! Awkward but real extracts, each written anew in a few lines: every one gives
//! the answer of the plain file, or is refused, or a doubt names it.

mod domain;
mod domain_ages;
mod files_cells;
mod files_headings;
mod files_kinds;
mod files_quotes;
mod files_words;
mod people;
mod told;
