//! Measures over the register, and what a published sentence about injuries is worth.
//!
//! The cast:
//! - **knowledge** ([`knowledge::Knowledge`]) is whatever can say how many were counted and how many people work: the
//!   reference data that ship with the program ([`knowledge::Reference`]), or a register;
//! - the **headline check** ([`headline::check`]) reads a press text, finds its claims, recomputes what can be
//!   recomputed, and writes the text anew with its uncertainty.
//!
//! Nothing here reads a clock, a file or a network: the same text and the same knowledge give the same report.

pub mod activity;
pub mod headline;
pub mod knowledge;
pub mod period;
pub mod place;
