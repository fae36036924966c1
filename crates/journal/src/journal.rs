//! The journal as its users see it.
//!
//! - **Journal**: the one writer's handle; only it appends.
//! - **Reader**: a handle for any other thread, with its own connection.
//! - **Epoch**: the fencing token. Whoever claims the journal gets a higher one, and a writer that was replaced
//!   without noticing is refused.
//! - **Head**: the last durable position, 0 when the journal is empty.

use std::time::Duration;

use thiserror::Error;

use crate::entry::{DedupeKey, Entry, Item};
use crate::note::SignedCheckpoint;
use crate::tree::{self, Hash, Hashes};

/// What became of one item of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// Recorded at these positions, both included.
    At {
        /// The first entry's position.
        first: u64,
        /// The last entry's position.
        last: u64,
    },
    /// Its dedupe key already stands at this position; nothing was recorded.
    Duplicate(u64),
}

/// Why a batch was not recorded. Nothing of it was, except after [`AppendError::Unknown`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AppendError {
    /// Somebody else appended; decide again on the state at `head`.
    #[error("the journal's head is {head}, not the one expected")]
    HeadMoved {
        /// The head as it is.
        head: u64,
    },
    /// A newer writer has claimed the journal.
    #[error("the journal was claimed under epoch {epoch}")]
    Fenced {
        /// The epoch that holds now.
        epoch: u64,
    },
    /// The disk is full, and the reserve is used up.
    #[error("the disk is full")]
    Full,
    /// An item breaks the journal's rules (see [`Journal::append`]): a fault of the caller.
    #[error("item {item} cannot be recorded: {reason}")]
    Invalid {
        /// Its index in the batch.
        item: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The storage failed and recorded nothing.
    #[error("the journal could not be written: {0}")]
    Failed(String),
    /// The connection was lost while the answer was awaited: the batch may be recorded or not. The journal has to
    /// be opened again, and dedupe keys tell what was recorded.
    #[error("it is not known whether the batch was recorded: {0}")]
    Unknown(String),
}

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// A stored value cannot be what was written.
    #[error("position {position} is damaged: {reason}")]
    Damaged {
        /// Where.
        position: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// More was asked for than the log holds.
    #[error("the log has {head} entries")]
    Beyond {
        /// The head as it is.
        head: u64,
    },
    /// The storage failed.
    #[error("the journal could not be read: {0}")]
    Failed(String),
}

/// The append-only log, as its one writer holds it.
pub trait Journal: Send {
    /// The last durable position, 0 when empty.
    fn head(&self) -> u64;

    /// Raises the epoch, so that every earlier writer is fenced off, and answers it.
    ///
    /// # Errors
    /// As for [`Journal::append`].
    fn claim(&mut self) -> Result<u64, AppendError>;

    /// Records `items` in one durable transaction (group commit) and answers what became of each, in order.
    ///
    /// An item whose dedupe key is already recorded, before or within this batch, is a [`Appended::Duplicate`];
    /// the rest is recorded. The rules an item must keep: at least one entry; times never decrease; versions of a
    /// stream follow each other from 1; bodies are JSON; stream and kind are not empty.
    ///
    /// # Errors
    /// See [`AppendError`].
    fn append(
        &mut self,
        epoch: u64,
        expected_head: u64,
        items: &[Item],
    ) -> Result<Vec<Appended>, AppendError>;

    /// Where a dedupe key stands.
    ///
    /// # Errors
    /// See [`ReadError`].
    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError>;

    /// Up to `limit` entries from position `from` on, ascending.
    ///
    /// # Errors
    /// See [`ReadError`].
    fn read(&self, from: u64, limit: usize) -> Result<Vec<Entry>, ReadError>;

    /// All entries of a stream, ascending.
    ///
    /// # Errors
    /// See [`ReadError`].
    fn read_stream(&self, stream: &str) -> Result<Vec<Entry>, ReadError>;

    /// All entries of each of some streams, in the order in which they are named. Quicker than one after the other.
    ///
    /// # Errors
    /// See [`ReadError`].
    fn read_streams(&self, streams: &[String]) -> Result<Vec<Vec<Entry>>, ReadError> {
        streams.iter().map(|stream| self.read_stream(stream)).collect()
    }

    /// A handle for another thread.
    fn reader(&self) -> Box<dyn JournalReader>;

    /// Signs the tree at the head and stores the checkpoint. Costs a transaction: never call it while somebody
    /// waits for an answer.
    ///
    /// # Errors
    /// As for [`Journal::append`].
    fn checkpoint_now(&mut self) -> Result<SignedCheckpoint, AppendError>;

    /// The tree size last made public; 0 before the first.
    fn published(&self) -> u64;

    /// Signs and stores the tree at `size` and remembers it as public. Sizes never shrink: a smaller one changes
    /// nothing and answers the one that stands.
    ///
    /// # Errors
    /// As for [`Journal::append`], and [`AppendError::Failed`] for a size beyond the head.
    fn publish(&mut self, size: u64) -> Result<SignedCheckpoint, AppendError>;

    /// Ends cleanly: stores a checkpoint of the head and leaves nothing to recover.
    ///
    /// # Errors
    /// As for [`Journal::append`]; what was answered before is durable all the same.
    fn close(self: Box<Self>) -> Result<(), AppendError>;
}

/// Reads the journal from any thread. Cheap to make; it sees what is durable, nothing else.
pub trait JournalReader: Hashes<Error = ReadError> + Send + Sync {
    /// The last durable position, 0 when empty.
    fn head(&self) -> u64;

    /// Waits until the head is beyond `after`, the journal is closed or the time is over, and answers the head.
    fn wait(&self, after: u64, timeout: Duration) -> u64;

    /// Where a dedupe key stands.
    ///
    /// # Errors
    /// See [`ReadError`].
    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError>;

    /// Up to `limit` entries from position `from` on, ascending.
    ///
    /// # Errors
    /// See [`ReadError`].
    fn read(&self, from: u64, limit: usize) -> Result<Vec<Entry>, ReadError>;

    /// All entries of a stream, ascending.
    ///
    /// # Errors
    /// See [`ReadError`].
    fn read_stream(&self, stream: &str) -> Result<Vec<Entry>, ReadError>;

    /// The position of the last entry whose time is `time` (microseconds since 1970-01-01T00:00:00Z) or earlier;
    /// 0 when there is none.
    ///
    /// # Errors
    /// See [`ReadError`].
    fn position_at_or_before(&self, time: i64) -> Result<u64, ReadError>;

    /// Another handle of the same journal.
    fn reader(&self) -> Box<dyn JournalReader>;

    /// The number of leaves: the head.
    fn tree_size(&self) -> u64 {
        self.head()
    }

    /// The root of the first `size` leaves.
    ///
    /// # Errors
    /// [`ReadError::Beyond`] when the log is shorter.
    fn root(&self, size: u64) -> Result<Hash, ReadError> {
        self.within(size)?;
        tree::root(self, size)
    }

    /// The proof that leaf `index` (position − 1) is in the tree of `size` leaves.
    ///
    /// # Errors
    /// [`ReadError::Beyond`] unless `index < size <= head`.
    fn inclusion(&self, index: u64, size: u64) -> Result<Vec<Hash>, ReadError> {
        self.within(size)?;
        if index >= size {
            return Err(ReadError::Beyond { head: size });
        }
        tree::inclusion(self, index, size)
    }

    /// The proof that the tree of `new` leaves begins with that of `old`.
    ///
    /// # Errors
    /// [`ReadError::Beyond`] unless `old <= new <= head`.
    fn consistency(&self, old: u64, new: u64) -> Result<Vec<Hash>, ReadError> {
        self.within(new)?;
        if old > new {
            return Err(ReadError::Beyond { head: new });
        }
        tree::consistency(self, old, new)
    }

    /// The first `width` hashes (1 to 256) of a tile.
    ///
    /// # Errors
    /// [`ReadError::Beyond`] when the log does not fill them.
    fn tile(&self, level: u8, number: u64, width: u16) -> Result<Vec<Hash>, ReadError> {
        let beyond = ReadError::Beyond { head: self.head() };
        let Some(start) = number.checked_mul(tree::TILE_WIDTH as u64) else {
            return Err(beyond);
        };
        let width = usize::from(width);
        let complete = self.head().checked_shr(u32::from(level) * 8).unwrap_or(0);
        let enough = start.checked_add(width as u64).is_some_and(|end| end <= complete);
        if width == 0 || width > tree::TILE_WIDTH || !enough {
            return Err(beyond);
        }
        self.hashes(level, start, width)
    }

    /// Refuses a size beyond the head.
    ///
    /// # Errors
    /// [`ReadError::Beyond`].
    fn within(&self, size: u64) -> Result<(), ReadError> {
        let head = self.head();
        if size <= head {
            Ok(())
        } else {
            Err(ReadError::Beyond { head })
        }
    }
}
