//! A journal in memory, with injected faults: the simulation's disk.
//!
//! - **Disk**: what is durable. It outlives the journal that wrote it.
//! - **Fault**: what happens to one append (module `faults`).
//!
//! The same seed and the same calls give the same history.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::entry::{DedupeKey, Entry, Item};
use crate::faults::{Fault, Faults};
use crate::head::Head;
use crate::journal::{AppendError, Appended, Journal, JournalReader, ReadError};
use crate::note::{SignedCheckpoint, Signer};
use crate::plan::{Recorded, plan};
use crate::tree::{Hash, Hashes, MemoryTree, empty_root, root};

/// What is durable.
#[derive(Clone, Debug, Default)]
struct Disk {
    entries: Vec<Entry>,
    keys: HashMap<DedupeKey, u64>,
    streams: HashMap<String, Vec<u64>>,
    tree: MemoryTree,
    epoch: u64,
    published: u64,
    checkpoints: Vec<SignedCheckpoint>,
}

impl Disk {
    fn head(&self) -> u64 {
        self.entries.len() as u64
    }

    fn write(&mut self, entry: Entry) {
        if let Some(key) = entry.dedupe_key {
            self.keys.insert(key, entry.position);
        }
        self.streams
            .entry(entry.stream.clone())
            .or_default()
            .push(entry.position);
        self.tree.push(entry.leaf);
        self.entries.push(entry);
    }

    fn read(&self, from: u64, limit: usize) -> Vec<Entry> {
        let skip = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
        self.entries.iter().skip(skip).take(limit).cloned().collect()
    }

    fn read_stream(&self, stream: &str) -> Vec<Entry> {
        let positions = self.streams.get(stream).map_or(&[][..], Vec::as_slice);
        positions
            .iter()
            .flat_map(|position| self.read(*position, 1))
            .collect()
    }
}

impl Recorded for Disk {
    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError> {
        Ok(self.keys.get(key).copied())
    }

    fn last_version(&self, stream: &str) -> Result<u64, ReadError> {
        Ok(self
            .streams
            .get(stream)
            .map_or(0, |positions| positions.len() as u64))
    }
}

impl Hashes for Disk {
    type Error = ReadError;

    fn hashes(&self, level: u8, start: u64, count: usize) -> Result<Vec<Hash>, ReadError> {
        self.tree
            .hashes(level, start, count)
            .map_err(|_| ReadError::Beyond { head: self.head() })
    }
}

/// The writer of an in-memory journal.
#[derive(Debug)]
pub struct MemoryJournal {
    disk: Arc<Mutex<Disk>>,
    head: Head,
    signer: Signer,
    faults: Faults,
    injected: Option<Fault>,
    delay: Duration,
    crashed: bool,
}

impl MemoryJournal {
    /// An empty journal.
    #[must_use]
    pub fn new(signer: Signer, faults: Faults) -> Self {
        Self::open(Arc::default(), signer, faults)
    }

    fn open(disk: Arc<Mutex<Disk>>, signer: Signer, faults: Faults) -> Self {
        let head = Head::new(lock(&disk).head());
        Self {
            disk,
            head,
            signer,
            faults,
            injected: None,
            delay: Duration::ZERO,
            crashed: false,
        }
    }

    /// Makes this happen to the next append, before any fault is drawn.
    pub fn inject(&mut self, fault: Fault) {
        self.injected = Some(fault);
    }

    /// Whether the process died during an append: every call is refused until [`MemoryJournal::crash`].
    #[must_use]
    pub fn crashed(&self) -> bool {
        self.crashed
    }

    /// Kills the process and starts it again on what is durable. Readers of the old journal see it closed.
    #[must_use]
    pub fn crash(self) -> Self {
        self.head.close();
        Self::open(self.disk, self.signer, self.faults)
    }

    /// The journal that the next process finds on this disk. Once that one has claimed it, this one is fenced off.
    #[must_use]
    pub fn on_same_disk(&self, faults: Faults) -> Self {
        Self::open(Arc::clone(&self.disk), self.signer.clone(), faults)
    }

    /// A journal on a copy of this disk, without faults.
    #[must_use]
    pub fn on_copied_disk(&self) -> Self {
        let copy = lock(&self.disk).clone();
        Self::open(Arc::new(Mutex::new(copy)), self.signer.clone(), Faults::none())
    }

    /// How long the appends since the last call would have taken by [`Fault::Slow`].
    pub fn take_delay(&mut self) -> Duration {
        std::mem::take(&mut self.delay)
    }

    /// The checkpoints stored so far, oldest first.
    #[must_use]
    pub fn checkpoints(&self) -> Vec<SignedCheckpoint> {
        lock(&self.disk).checkpoints.clone()
    }

    fn alive(&self) -> Result<(), AppendError> {
        if self.crashed {
            Err(AppendError::Unknown("the process has died".into()))
        } else {
            Ok(())
        }
    }

    fn die<T>(&mut self) -> Result<T, AppendError> {
        self.crashed = true;
        self.head.close();
        Err(AppendError::Unknown("the process has died".into()))
    }
}

// A panic of another test thread leaves the disk as its last whole write made it.
fn lock(disk: &Mutex<Disk>) -> MutexGuard<'_, Disk> {
    disk.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Journal for MemoryJournal {
    fn head(&self) -> u64 {
        self.head.get()
    }

    fn claim(&mut self) -> Result<u64, AppendError> {
        self.alive()?;
        let mut disk = lock(&self.disk);
        disk.epoch += 1;
        Ok(disk.epoch)
    }

    fn append(
        &mut self,
        epoch: u64,
        expected_head: u64,
        items: &[Item],
    ) -> Result<Vec<Appended>, AppendError> {
        self.alive()?;
        let fault = self.injected.take().or_else(|| self.faults.draw());
        match fault {
            Some(Fault::Failed) => return Err(AppendError::Failed("injected".into())),
            Some(Fault::Full) => return Err(AppendError::Full),
            Some(Fault::CrashBefore) => return self.die(),
            Some(Fault::Slow(delay)) => self.delay += delay,
            Some(Fault::CrashAfter) | None => {}
        }
        let results = {
            let mut disk = lock(&self.disk);
            if epoch != disk.epoch {
                return Err(AppendError::Fenced { epoch: disk.epoch });
            }
            let head = disk.head();
            if expected_head != head {
                return Err(AppendError::HeadMoved { head });
            }
            let last_time = disk.entries.last().map_or(i64::MIN, |entry| entry.time);
            let plan = plan(&*disk, head, last_time, items)?;
            for entry in plan.entries {
                disk.write(entry);
            }
            plan.results
        };
        if fault == Some(Fault::CrashAfter) {
            return self.die();
        }
        self.head.set(lock(&self.disk).head());
        Ok(results)
    }

    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError> {
        lock(&self.disk).find(key)
    }

    fn read(&self, from: u64, limit: usize) -> Result<Vec<Entry>, ReadError> {
        Ok(lock(&self.disk).read(from, limit))
    }

    fn read_stream(&self, stream: &str) -> Result<Vec<Entry>, ReadError> {
        Ok(lock(&self.disk).read_stream(stream))
    }

    fn reader(&self) -> Box<dyn JournalReader> {
        Box::new(MemoryReader {
            disk: Arc::clone(&self.disk),
            head: self.head.clone(),
        })
    }

    fn checkpoint_now(&mut self) -> Result<SignedCheckpoint, AppendError> {
        self.alive()?;
        let mut disk = lock(&self.disk);
        let signed = sign(&self.signer, &disk, disk.head())?;
        disk.checkpoints.push(signed.clone());
        Ok(signed)
    }

    fn published(&self) -> u64 {
        lock(&self.disk).published
    }

    fn publish(&mut self, size: u64) -> Result<SignedCheckpoint, AppendError> {
        self.alive()?;
        let mut disk = lock(&self.disk);
        let size = size.max(disk.published);
        let signed = sign(&self.signer, &disk, size)?;
        disk.published = size;
        disk.checkpoints.push(signed.clone());
        Ok(signed)
    }

    fn close(mut self: Box<Self>) -> Result<(), AppendError> {
        let stored = self.checkpoint_now().map(|_| ());
        self.head.close();
        stored
    }
}

fn sign(signer: &Signer, disk: &Disk, size: u64) -> Result<SignedCheckpoint, AppendError> {
    let root = match size {
        0 => empty_root(),
        _ => root(disk, size).map_err(|error| AppendError::Failed(error.to_string()))?,
    };
    Ok(signer.sign(size, &root))
}

/// Reads an in-memory journal.
#[derive(Clone, Debug)]
struct MemoryReader {
    disk: Arc<Mutex<Disk>>,
    head: Head,
}

impl Hashes for MemoryReader {
    type Error = ReadError;

    fn hashes(&self, level: u8, start: u64, count: usize) -> Result<Vec<Hash>, ReadError> {
        lock(&self.disk).hashes(level, start, count)
    }
}

impl JournalReader for MemoryReader {
    fn head(&self) -> u64 {
        self.head.get()
    }

    fn wait(&self, after: u64, timeout: Duration) -> u64 {
        self.head.wait(after, timeout)
    }

    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError> {
        lock(&self.disk).find(key)
    }

    fn read(&self, from: u64, limit: usize) -> Result<Vec<Entry>, ReadError> {
        Ok(lock(&self.disk).read(from, limit))
    }

    fn read_stream(&self, stream: &str) -> Result<Vec<Entry>, ReadError> {
        Ok(lock(&self.disk).read_stream(stream))
    }

    fn position_at_or_before(&self, time: i64) -> Result<u64, ReadError> {
        Ok(lock(&self.disk)
            .entries
            .partition_point(|entry| entry.time <= time) as u64)
    }

    fn reader(&self) -> Box<dyn JournalReader> {
        Box::new(self.clone())
    }
}
