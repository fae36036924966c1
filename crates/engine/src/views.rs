//! The views thread: applies what was recorded, behind the answers.

use std::sync::Arc;
use std::time::Duration;

use saqta_domain::event::Recorded;
use saqta_journal::JournalReader;
use saqta_readmodel::Views;
use tokio::sync::watch;

use crate::handle::{LOOK_AROUND, Shared};

/// How many entries are applied in one transaction at most.
const CHUNK: usize = 1_024;

/// How long to gather entries after a transaction. A transaction rewrites the same dozen pages for one entry as for ten,
/// and what the views write to the disk the journal's syncs must wait for.
const PACE: Duration = Duration::from_millis(10);

pub(crate) struct Viewer {
    views: Views,
    shared: Arc<Shared>,
    journal: Box<dyn JournalReader>,
    stop: watch::Receiver<bool>,
}

impl Viewer {
    pub(crate) fn new(
        views: Views,
        shared: Arc<Shared>,
        journal: Box<dyn JournalReader>,
        stop: watch::Receiver<bool>,
    ) -> Self {
        Self {
            views,
            shared,
            journal,
            stop,
        }
    }

    /// Applies until told to stop and nothing is left that can be applied, and gives the views back.
    pub(crate) fn run(mut self) -> Views {
        let mut position = self.views.position();
        loop {
            match self.next(position) {
                Ok(entries) if entries.is_empty() => {
                    if self.is_over() && position >= self.journal.head() {
                        return self.views;
                    }
                    self.keep_last_seen();
                    self.shared.live.wait(position, LOOK_AROUND);
                }
                Ok(entries) => {
                    if let Err(error) = self.views.apply(&entries) {
                        if self.is_over() {
                            tracing::warn!(%error, position, "the views lag behind at the end; the next start catches up");
                            return self.views;
                        }
                        self.recover(&error);
                    }
                    position = self.views.position();
                    self.shared.viewed.send_replace(position);
                    if entries.len() < CHUNK {
                        self.shared.live.wait(u64::MAX, PACE);
                    }
                }
                Err(problem) if self.is_over() => {
                    tracing::warn!(
                        problem,
                        position,
                        "the views lag behind at the end; the next start catches up"
                    );
                    return self.views;
                }
                Err(problem) => {
                    tracing::error!(
                        problem,
                        position,
                        "the journal could not be read for the views; tried again"
                    );
                    self.shared.live.wait(u64::MAX, LOOK_AROUND);
                }
            }
        }
    }

    /// Whether the end has come. Then nothing is tried again: nothing may keep the process from ending.
    fn is_over(&self) -> bool {
        *self.stop.borrow()
    }

    /// Nobody waits for these, so they are written here, not by the writer.
    fn keep_last_seen(&self) {
        if let Err(error) = self.shared.local.save() {
            tracing::warn!(%error, "last-seen times could not be kept; tried again");
        }
    }

    /// Damaged views are made anew; anything else is tried again. Presses do not depend on the views, and reads wait.
    fn recover(&mut self, error: &saqta_readmodel::Error) {
        let position = self.views.position();
        if !error.is_damage() {
            tracing::error!(%error, position, "the views could not be written; tried again");
            self.shared.live.wait(u64::MAX, LOOK_AROUND);
            return;
        }
        tracing::error!(%error, position, "the views are damaged and made anew from the journal");
        if let Err(error) = self.views.reset() {
            tracing::error!(%error, "the damaged views could not be emptied; tried again");
            self.shared.live.wait(u64::MAX, LOOK_AROUND);
        }
    }

    /// What comes after a position: from memory, else from the journal.
    fn next(&self, position: u64) -> Result<Vec<Arc<Recorded>>, String> {
        if let Some(entries) = self.shared.live.after(position, CHUNK) {
            return Ok(entries);
        }
        let handle = crate::handle::Handle {
            shared: Arc::clone(&self.shared),
        };
        handle.read_after(position, CHUNK)
    }
}
