//! What the register says beyond its counts: who stands out, what changed, what is to be watched, what is missing.
//!
//! Each module puts questions of `saqta-statistics` to the register, and answers with what a person needs to judge the
//! answer: intervals, adjusted p-values, the assumption it rests on.

pub mod anchored;
pub mod change;
pub mod fallen_silent;
pub mod funnel;
pub mod nowcast;
pub mod over_time;
pub mod reference;
pub mod standardised;
pub mod unreported;
pub mod watch;
