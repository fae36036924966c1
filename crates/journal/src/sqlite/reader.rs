//! Reading `journal.sqlite` from other threads.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use rusqlite::Connection;

use crate::entry::{DedupeKey, Entry};
use crate::folder::JOURNAL;
use crate::head::Head;
use crate::journal::{JournalReader, ReadError};
use crate::plan::Recorded as _;
use crate::sqlite::rows::Rows;
use crate::sqlite::schema;
use crate::tree::{Hash, Hashes};

/// A reader's connection, opened at first use and taken away when the journal closes.
type Slot = Mutex<Option<Connection>>;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Knows every reader of a journal, so that a clean end can close their connections before the WAL is removed.
pub(crate) struct Readers {
    path: PathBuf,
    pub(crate) head: Head,
    closed: AtomicBool,
    slots: Mutex<Vec<Weak<Slot>>>,
}

impl Readers {
    pub(crate) fn new(path: PathBuf, head: u64) -> Arc<Self> {
        let head = Head::new(head);
        Arc::new(Self {
            path,
            head,
            closed: AtomicBool::new(false),
            slots: Mutex::default(),
        })
    }

    pub(crate) fn reader(self: &Arc<Self>) -> Box<dyn JournalReader> {
        let slot = Arc::new(Slot::default());
        let mut slots = lock(&self.slots);
        slots.retain(|slot| slot.strong_count() > 0);
        slots.push(Arc::downgrade(&slot));
        Box::new(SqliteReader {
            readers: Arc::clone(self),
            slot,
        })
    }

    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.head.close();
        for slot in lock(&self.slots).iter().filter_map(Weak::upgrade) {
            lock(&slot).take();
        }
    }
}

/// A reader of the journal in a folder, beside whoever may be writing it. What is recorded later it does not know of.
///
/// # Errors
/// [`ReadError`] when there is no journal, or it cannot be read.
pub fn read_beside(dir: &Path) -> Result<Box<dyn JournalReader>, ReadError> {
    let path = dir.join(JOURNAL);
    let connection = schema::open_reader(&path)?;
    let head = Rows(&connection).head()?;
    Ok(Readers::new(path, head).reader())
}

struct SqliteReader {
    readers: Arc<Readers>,
    slot: Arc<Slot>,
}

impl fmt::Debug for SqliteReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SqliteReader({})", self.readers.path.display())
    }
}

impl SqliteReader {
    fn with<T>(&self, read: impl FnOnce(&Rows<'_>) -> Result<T, ReadError>) -> Result<T, ReadError> {
        let mut slot = lock(&self.slot);
        if self.readers.closed.load(Ordering::Acquire) {
            return Err(ReadError::Failed("it is closed".to_owned()));
        }
        let connection = match slot.take() {
            Some(connection) => connection,
            None => schema::open_reader(&self.readers.path)?,
        };
        read(&Rows(slot.insert(connection)))
    }
}

impl Hashes for SqliteReader {
    type Error = ReadError;

    fn hashes(&self, level: u8, start: u64, count: usize) -> Result<Vec<Hash>, ReadError> {
        self.with(|rows| rows.hashes(level, start, count))
    }
}

impl JournalReader for SqliteReader {
    fn head(&self) -> u64 {
        self.readers.head.get()
    }

    fn wait(&self, after: u64, timeout: Duration) -> u64 {
        self.readers.head.wait(after, timeout)
    }

    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError> {
        self.with(|rows| rows.find(key))
    }

    fn read(&self, from: u64, limit: usize) -> Result<Vec<Entry>, ReadError> {
        self.with(|rows| rows.read(from, limit))
    }

    fn read_stream(&self, stream: &str) -> Result<Vec<Entry>, ReadError> {
        self.with(|rows| rows.read_stream(stream))
    }

    fn position_at_or_before(&self, time: i64) -> Result<u64, ReadError> {
        self.with(|rows| rows.position_at_or_before(time))
    }

    fn reader(&self) -> Box<dyn JournalReader> {
        self.readers.reader()
    }
}
