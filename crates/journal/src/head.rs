//! The head that the writer moves and readers wait on.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Shared between the journal and its readers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head(Arc<(Mutex<State>, Condvar)>);

#[derive(Debug, Default)]
struct State {
    position: u64,
    closed: bool,
}

impl Head {
    pub(crate) fn new(position: u64) -> Self {
        Self(Arc::new((
            Mutex::new(State {
                position,
                closed: false,
            }),
            Condvar::new(),
        )))
    }

    // A panic elsewhere cannot leave two plain values half changed.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn get(&self) -> u64 {
        self.state().position
    }

    pub(crate) fn set(&self, position: u64) {
        self.state().position = position;
        self.0.1.notify_all();
    }

    /// Wakes everybody who waits, now and later.
    pub(crate) fn close(&self) {
        self.state().closed = true;
        self.0.1.notify_all();
    }

    pub(crate) fn wait(&self, after: u64, timeout: Duration) -> u64 {
        let waiting = |state: &mut State| !state.closed && state.position <= after;
        let guard = self.state();
        let (guard, _) = self
            .0
            .1
            .wait_timeout_while(guard, timeout, waiting)
            .unwrap_or_else(PoisonError::into_inner);
        guard.position
    }
}
