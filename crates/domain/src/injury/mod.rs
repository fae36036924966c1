//! One person's harm at work: the words, what is known of it, and how reports of it add up.
//!
//! The cast: a [`Reporter`] sends a [`Report`] of an injury with its [`Details`]; the reports that are in effect make its
//! [`Standing`], which is what the register counts. A report is never overwritten: a later one revises it.

mod bin;
mod details;
pub mod esaw;
pub mod fact;
mod live;
mod standing;
mod words;

pub use bin::{Bin, UnknownBin};
pub use details::{Details, Fault};
pub use live::Injury;
pub use standing::{Report, Reporters, Standing};
pub use words::{AgeBand, Cause, InjuryKind, InjuryOutcome, Reporter, Sex};
