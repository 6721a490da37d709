//! Awkward but real extracts, each written anew in a few lines: every one gives
//! the answer of the plain file, or is refused, or a doubt names it.

mod domain;
mod people;
