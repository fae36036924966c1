//! Moves what the WAL holds into the database file, so that the writer never has to.
//!
//! - **Writer**: commits into the WAL and tells how many frames it has grown to (SQLite's WAL hook).
//! - **Checkpointer**: a thread with its own connection. Beyond 8 MB it copies pages beside the writer, who is not
//!   held up; a WAL that is wholly copied is begun anew by the next commit.
//! - **Gate**: under unbroken load that moment never comes. Beyond 64 MB the checkpointer takes the gate, the writer
//!   waits once for some milliseconds, and the WAL is begun anew. Its file keeps its size: to cut it takes ten times as
//!   long, and the writer syncs faster over blocks that are there already.

use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;

use crate::sqlite::schema::{self, run_checkpoint};

/// 8 MB of pages.
const COPY_AT: u32 = 2_000;
/// 64 MB of pages.
const RESTART_AT: u32 = 16_000;
/// How often work that waits for disk space is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// What a checkpointer does beside its main work, each time it wakes: answers whether it wants to be called again
/// soon.
pub(crate) type Chore = Box<dyn Fn() -> bool + Send>;

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    gate: Mutex<()>,
}

#[derive(Default)]
struct State {
    frames: u32,
    /// The frames at which to checkpoint next.
    due: u32,
    chore: bool,
    stop: bool,
}

/// The handle of the thread; dropping it stops the thread.
pub(crate) struct Checkpointer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Checkpointer {
    /// Starts the thread for the database at `path` and listens to the commits of `writer`.
    pub(crate) fn start(path: &Path, writer: &mut Connection, chore: Chore) -> rusqlite::Result<Self> {
        let shared = Arc::new(Shared::default());
        lock(&shared.state).due = COPY_AT;
        lock(&shared.state).chore = true;
        let hook = Arc::clone(&shared);
        writer.wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, frames| {
            hook.grown(u32::try_from(frames).unwrap_or(0));
            Ok(())
        }))?;
        let connection = schema::open_writer(path)?;
        // Whoever is in the way is not waited for: the next round tries again.
        connection.busy_timeout(Duration::ZERO)?;
        let worker = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("checkpointer".to_owned())
            .spawn(move || worker.run(&connection, &chore))
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        Ok(Self {
            shared,
            thread: Some(thread),
        })
    }

    /// Held by the writer during a transaction.
    pub(crate) fn gate(&self) -> MutexGuard<'_, ()> {
        lock(&self.shared.gate)
    }

    /// How many frames the WAL held after the last commit.
    pub(crate) fn frames(&self) -> u32 {
        lock(&self.shared.state).frames
    }

    /// Has the chore done soon.
    pub(crate) fn call_chore(&self) {
        lock(&self.shared.state).chore = true;
        self.shared.changed.notify_one();
    }

    /// Ends the thread and waits for it.
    pub(crate) fn stop(&mut self) {
        lock(&self.shared.state).stop = true;
        self.shared.changed.notify_one();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the checkpointer has panicked");
        }
    }
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn grown(&self, frames: u32) {
        let mut state = lock(&self.state);
        if frames < state.frames {
            // The WAL has begun anew.
            state.due = COPY_AT;
        }
        state.frames = frames;
        if frames >= state.due {
            self.changed.notify_one();
        }
    }

    fn run(&self, connection: &Connection, chore: &Chore) {
        let mut retry = false;
        loop {
            let (copy, frames) = {
                let idle = |state: &mut State| !state.stop && !state.chore && state.frames < state.due;
                let guard = lock(&self.state);
                let mut guard = if retry {
                    let waited = self.changed.wait_timeout_while(guard, RETRY, idle);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                } else {
                    self.changed
                        .wait_while(guard, idle)
                        .unwrap_or_else(PoisonError::into_inner)
                };
                if guard.stop {
                    return;
                }
                guard.chore = false;
                (guard.frames >= guard.due, guard.frames)
            };
            if copy {
                self.checkpoint(connection, frames);
            }
            retry = chore();
        }
    }

    fn checkpoint(&self, connection: &Connection, frames: u32) {
        let copied = run_checkpoint(connection, "PASSIVE");
        let done = match copied {
            Ok(_) if frames >= RESTART_AT => {
                let _gate = lock(&self.gate);
                run_checkpoint(connection, "RESTART")
            }
            other => other,
        };
        if let Err(error) = &done {
            tracing::warn!(%error, "the WAL could not be moved into the database");
        }
        // A reader in the way, or a failure, must not make this loop spin: wait for further growth.
        let mut state = lock(&self.state);
        if matches!(done, Ok(true)) && frames >= RESTART_AT {
            state.due = COPY_AT;
            state.frames = 0;
        } else {
            state.due = frames + COPY_AT;
        }
    }
}
