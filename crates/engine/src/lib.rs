//! The one writer: decides, records, answers, publishes.
//!
//! The cast: rooms that take something in hold a [`Handle`] and submit commands; the writer thread gathers waiting
//! commands into a batch and gives it to the [`Core`], which decides each on the live state, appends all events in
//! one durable transaction and only then answers; [`Live`] shows what was recorded to the stream and to the views
//! thread; [`Local`] keeps what is neither proved nor rebuilt (sessions, when a device was last heard).
//!
//! The core knows no thread, clock or disk of its own, so that the simulation drives it through every fault.

mod clock;
mod codec;
mod core;
mod engine;
mod error;
mod folder;
mod handle;
mod live;
mod local;
mod set_aside;
mod snapshot;
mod views;
mod writer;

pub use clock::{Clock, SystemClock, UuidIds};
pub use codec::{decode, encode};
pub use core::{Batch, Core, CoreParts, OpenError, Outcome, Request};
pub use engine::{Engine, EngineParts};
pub use error::EngineError;
pub use folder::{EngineFault, init, open_core};
pub use handle::{Counters, Handle, Health, Pending, Stopped};
pub use live::{Live, Unrecorded};
pub use local::{Local, LocalError, Session, SessionHash};
pub use set_aside::open_or_set_aside;
pub use snapshot::SnapshotFile;
