//! A call for help, from the press to its close.
//!
//! The cast: an [`Alarm`] has a [`AlarmKind`], [`Flag`]s that say what was uncertain when it was raised, and a
//! [`Stage`]; a person moves it on by a [`Step`]; its facts are [`fact`]s. It is never merged with another alarm and
//! never refused.

pub mod fact;
mod kind;
mod live;
mod mark;
mod stage;

pub use kind::{AlarmKind, Factor, Flag, Origin, Outcome};
pub use live::{Alarm, Closing};
pub use mark::Mark;
pub use stage::{Stage, Step, StepRefused, StepTaken};
