//! The views thread: applies what was recorded, behind the answers.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use saqta_domain::event::Recorded;
use saqta_journal::{JournalReader, free_space};
use saqta_readmodel::Views;
use tokio::sync::watch;

use crate::handle::{LOOK_AROUND, Shared};

/// How many entries are applied in one transaction at most.
const CHUNK: usize = 1_024;

/// How long to gather entries after a transaction. A transaction rewrites the same dozen pages for one entry as for ten,
/// and what the views write to the disk the journal's syncs must wait for.
const PACE: Duration = Duration::from_millis(10);

/// The last bytes of a disk belong to the journal: with less than this free, nothing else is written.
const JOURNALS_OWN: u64 = 8 * 1_024 * 1_024;

pub(crate) struct Viewer {
    views: Views,
    shared: Arc<Shared>,
    journal: Box<dyn JournalReader>,
    /// The data folder; none when everything is in memory.
    folder: Option<PathBuf>,
    stop: watch::Receiver<bool>,
}

/// Why nothing could be applied.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("the journal could not be read for the views: {0}")]
    Journal(String),
    #[error("the disk is all but full: what is left is for the journal")]
    NoRoom,
    #[error("the views could not be written: {0}")]
    Views(#[from] saqta_readmodel::Error),
}

impl Viewer {
    pub(crate) fn new(
        views: Views,
        shared: Arc<Shared>,
        journal: Box<dyn JournalReader>,
        folder: Option<PathBuf>,
        stop: watch::Receiver<bool>,
    ) -> Self {
        Self {
            views,
            shared,
            journal,
            folder,
            stop,
        }
    }

    /// Applies until told to stop and nothing is left that can be applied, and gives the views back. Presses do not
    /// depend on the views, and lists do without them for a while.
    pub(crate) fn run(mut self) -> Views {
        let mut troubled = false;
        loop {
            let applied = self.apply_next();
            let position = self.views.position();
            match &applied {
                Ok(0) if self.is_over() && position >= self.journal.head() => return self.views,
                Ok(0) => {
                    self.keep_last_seen();
                    self.shared.live.wait(position, LOOK_AROUND);
                }
                Ok(CHUNK..) => {}
                Ok(_) => self.shared.live.wait(u64::MAX, PACE),
                // Nothing may keep the process from ending.
                Err(trouble) if self.is_over() => {
                    tracing::warn!(%trouble, position, "the views lag behind at the end; the next start catches up");
                    return self.views;
                }
                Err(Trouble::Views(error)) if error.is_damage() => self.make_anew(error),
                Err(trouble) => {
                    // Said once, and tried again twice a second.
                    if !troubled {
                        tracing::error!(%trouble, position, "the views lag behind until this is over");
                    }
                    self.shared.live.wait(u64::MAX, LOOK_AROUND);
                }
            }
            troubled = applied.is_err();
        }
    }

    /// Applies what comes next, and tells how many entries that were.
    fn apply_next(&mut self) -> Result<usize, Trouble> {
        let entries = self.next(self.views.position()).map_err(Trouble::Journal)?;
        if entries.is_empty() {
            return Ok(0);
        }
        if !self.has_room() {
            return Err(Trouble::NoRoom);
        }
        self.views.apply(&entries)?;
        self.shared.viewed.send_replace(self.views.position());
        Ok(entries.len())
    }

    /// Whether the end has come.
    fn is_over(&self) -> bool {
        *self.stop.borrow()
    }

    /// Whether the disk has room for others than the journal. A disk that does not tell is taken to have some.
    fn has_room(&self) -> bool {
        let room = self.folder.as_deref().map(free_space);
        !matches!(room, Some(Ok(room)) if room < JOURNALS_OWN)
    }

    /// Nobody waits for these, so they are written here, not by the writer.
    fn keep_last_seen(&self) {
        if !self.has_room() {
            return;
        }
        if let Err(error) = self.shared.local.save() {
            tracing::warn!(%error, "last-seen times could not be kept; tried again");
        }
    }

    /// Empties damaged views, so that they are read from the journal again.
    fn make_anew(&mut self, error: &saqta_readmodel::Error) {
        let position = self.views.position();
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
