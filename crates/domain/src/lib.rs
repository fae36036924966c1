//! Saqta's words, rules and decisions: what would be true without a computer.
//!
//! The cast: an [`account::Account`] or a [`device::Device`] asks for something by a [`command::Command`];
//! [`decide::decide`] looks at the live [`state::State`] and answers with [`event::Draft`]s of what became true, or
//! with a [`decide::Refusal`]; once those are recorded, [`state::State::apply`] makes them part of the state. Who may
//! ask for what is one table in [`permission`].
//!
//! Nothing here reads a clock, draws a random number or touches a file: time and ids come in as parameters, so that
//! a seed reproduces everything.

pub mod account;
pub mod activity;
pub mod alarm;
pub mod command;
pub mod decide;
pub mod declaration;
pub mod device;
pub mod directory;
pub mod event;
pub mod ids;
pub mod import;
pub mod injury;
pub mod name;
pub mod period;
pub mod permission;
pub mod post;
pub mod private;
pub mod region;
pub mod release;
pub mod series;
pub mod signal;
pub mod site;
pub mod state;
pub mod token;
mod words;
pub mod zone;
