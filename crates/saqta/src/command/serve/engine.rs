//! The engine on its data folder.

use std::path::Path;
use std::sync::atomic::Ordering;

use saqta_engine::Engine;
use saqta_journal::ReadError;

use crate::failure::Failure;
use crate::folder::explain;

/// Opens the folder and starts to work.
pub(super) fn open(data: &Path) -> Result<Engine, Failure> {
    Engine::open(data).map_err(|fault| explain(data, fault))
}

/// The size of the log that is public: what the writer last published.
pub(super) fn published(engine: &Engine) -> impl Fn() -> Result<u64, ReadError> + Send + Sync + 'static {
    let handle = engine.handle();
    move || Ok(handle.counters().published.load(Ordering::Relaxed))
}
