//! Which server is up, and how much was answered: what the load and the test wait for.

use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

/// How long anything may take that does not fail.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long whoever met a dead server waits for the next one before looking again.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// A server that is up, or was a moment ago.
#[derive(Clone, Debug)]
pub(super) struct Up {
    pub(super) http: String,
    pub(super) dc09: String,
    number: u64,
}

#[derive(Default)]
struct State {
    up: Option<Up>,
    servers: u64,
    answers: u64,
    ending: bool,
}

/// Where the load and the test meet.
pub(super) struct Stage {
    state: Mutex<State>,
    changed: Condvar,
}

impl Stage {
    pub(super) fn new() -> Self {
        Self {
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// A server is up.
    pub(super) fn up(&self, http: &str, dc09: &str) {
        let mut state = self.lock();
        state.servers += 1;
        state.up = Some(Up {
            http: http.to_owned(),
            dc09: dc09.to_owned(),
            number: state.servers,
        });
        self.changed.notify_all();
    }

    /// It was killed.
    pub(super) fn down(&self) {
        self.lock().up = None;
    }

    /// Nothing new is begun from now on; what was begun is brought to its end.
    pub(super) fn end(&self) {
        self.lock().ending = true;
        self.changed.notify_all();
    }

    pub(super) fn is_ending(&self) -> bool {
        self.lock().ending
    }

    /// The server that is up; waits for one. After a failure, waits a moment for another than the one that failed.
    pub(super) fn server(&self, failed: Option<&Up>) -> Up {
        let mut state = self.lock();
        if let Some(failed) = failed {
            let other = |state: &mut State| state.up.as_ref().is_none_or(|up| up.number == failed.number);
            state = self
                .changed
                .wait_timeout_while(state, LOOK_AGAIN, other)
                .unwrap()
                .0;
        }
        let (state, waited) = self
            .changed
            .wait_timeout_while(state, PATIENCE, |state| state.up.is_none())
            .unwrap();
        assert!(!waited.timed_out(), "no server came up");
        state.up.clone().unwrap()
    }

    /// Something was answered.
    pub(super) fn answered(&self) {
        self.lock().answers += 1;
        self.changed.notify_all();
    }

    pub(super) fn answers(&self) -> u64 {
        self.lock().answers
    }

    /// Waits until so much was answered in all.
    pub(super) fn wait_for_answers(&self, enough: u64, log: impl Fn() -> String) {
        let too_few = |state: &mut State| state.answers < enough;
        let (_state, waited) = self
            .changed
            .wait_timeout_while(self.lock(), PATIENCE, too_few)
            .unwrap();
        assert!(!waited.timed_out(), "the server answers no more:\n{}", log());
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }
}
