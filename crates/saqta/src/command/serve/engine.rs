//! The engine on its data folder.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::SignedDuration;
use saqta_engine::Engine;
use saqta_journal::ReadError;

use crate::failure::Failure;
use crate::folder::explain;

/// How long the public log lags behind, so that its growth does not betray a silent alarm.
const PUBLIC_LAG: SignedDuration = SignedDuration::from_mins(10);

/// Opens the folder and starts to work.
pub(super) fn open(data: &Path) -> Result<Engine, Failure> {
    Engine::open(data).map_err(|fault| explain(data, fault))
}

/// The size of the log that is public: what is old enough. It never shrinks, even when the clock is set back.
pub(super) fn published(engine: &Engine) -> impl Fn() -> Result<u64, ReadError> + Send + Sync + 'static {
    let handle = engine.handle();
    let shown = AtomicU64::new(0);
    move || {
        let old_enough = handle.now() - PUBLIC_LAG;
        let size = handle
            .journal()
            .position_at_or_before(old_enough.as_microsecond())?;
        Ok(shown.fetch_max(size, Ordering::Relaxed).max(size))
    }
}
