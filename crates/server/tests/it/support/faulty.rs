//! A journal whose disk can be filled and emptied from outside.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use saqta_journal::{
    AppendError, Appended, DedupeKey, Entry, Item, Journal, JournalReader, MemoryJournal, ReadError,
    SignedCheckpoint,
};

pub(crate) struct FaultyJournal {
    pub(crate) inner: MemoryJournal,
    pub(crate) full: Arc<AtomicBool>,
}

impl Journal for FaultyJournal {
    fn head(&self) -> u64 {
        self.inner.head()
    }

    fn claim(&mut self) -> Result<u64, AppendError> {
        self.inner.claim()
    }

    fn append(&mut self, epoch: u64, head: u64, items: &[Item]) -> Result<Vec<Appended>, AppendError> {
        if self.full.load(Ordering::SeqCst) {
            return Err(AppendError::Full);
        }
        self.inner.append(epoch, head, items)
    }

    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError> {
        self.inner.find(key)
    }

    fn read(&self, from: u64, limit: usize) -> Result<Vec<Entry>, ReadError> {
        self.inner.read(from, limit)
    }

    fn read_stream(&self, stream: &str) -> Result<Vec<Entry>, ReadError> {
        self.inner.read_stream(stream)
    }

    fn reader(&self) -> Box<dyn JournalReader> {
        self.inner.reader()
    }

    fn checkpoint_now(&mut self) -> Result<SignedCheckpoint, AppendError> {
        self.inner.checkpoint_now()
    }

    fn published(&self) -> u64 {
        self.inner.published()
    }

    fn publish(&mut self, size: u64) -> Result<SignedCheckpoint, AppendError> {
        self.inner.publish(size)
    }

    fn close(self: Box<Self>) -> Result<(), AppendError> {
        Box::new(self.inner).close()
    }
}
