//! Measures over the register, and what a published sentence about injuries is worth.
//!
//! The cast:
//! - the **register** ([`register::Register`]) holds the injuries in memory; a **crossing** ([`cross::count`]) counts them
//!   by what one wants to know; a **measure** ([`measure::Measure`]) divides counts by a named denominator; a **table**
//!   ([`table::tabulate`]) is all three;
//! - an **analysis** ([`analysis`]) says who stands out, what changed, what is to be watched, what is missing;
//! - a **release** ([`release::build`]) is a set of figures that can be published, and computed again byte for byte;
//! - **suppression** ([`suppress::protect`]) decides what stays unpublished;
//! - **knowledge** ([`knowledge::Knowledge`]) is whatever can say how many were counted and how many people work: the
//!   reference data that ship with the program ([`knowledge::Reference`]), or a register;
//! - the **headline check** ([`headline::check`]) reads a press text, finds its claims, recomputes what can be
//!   recomputed, and writes the text anew with its uncertainty.
//!
//! Nothing here reads a clock, a file or a network: the same input gives the same figures, to the last digit.

pub mod analysis;
pub mod cross;
pub mod headline;
pub mod knowledge;
pub mod measure;
pub mod register;
pub mod release;
pub mod suppress;
pub mod table;
mod wording;
