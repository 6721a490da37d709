//! Section 6.3: what disclosure control keeps back cannot be worked out.

mod attack;
mod commands;
mod cover;
mod dashboard;
mod doses;
pub mod populations;
mod preset;
mod solver;
mod synthetic;
mod workbooks;
