//! Section 6.3: what disclosure control keeps back cannot be worked out.

mod attack;
mod populations;
mod solver;
mod synthetic;
