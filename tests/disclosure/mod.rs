//! Section 6.3: what disclosure control keeps back cannot be worked out.

mod attack;
mod commands;
mod dashboard;
mod populations;
mod solver;
mod synthetic;
mod workbooks;
