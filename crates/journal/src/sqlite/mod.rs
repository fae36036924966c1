//! The journal in one SQLite file, `journal.sqlite`: the engine of every single-node installation.
//!
//! - **Writer**: [`SqliteJournal`], one connection, one transaction a batch, synced before it answers.
//! - **Readers**: one connection each, opened at first use and closed with the journal.
//! - **Checkpointer**: its own thread and connection; it also makes the disk reserve again after it was released.

pub(crate) mod files;
pub(crate) mod reader;
pub(crate) mod rows;
pub(crate) mod schema;
pub(crate) mod side;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, ErrorCode, TransactionBehavior, ffi};

use crate::checkpointer::Checkpointer;
use crate::entry::{DedupeKey, Entry, Item};
use crate::folder::{self, DataLock};
use crate::journal::{AppendError, Appended, Journal, JournalReader, ReadError};
use crate::kept::{self, Kept};
use crate::note::{NoteError, SignedCheckpoint, Signer};
use crate::open_error::OpenError;
use crate::plan::{Recorded as _, plan};
use crate::random::Random;
use crate::reserve::{Reserve, free_space};
use crate::sqlite::reader::Readers;
use crate::sqlite::rows::{Rows, insert_entry, insert_tile};
use crate::sqlite::schema::run_checkpoint;
use crate::sqlite::side::{Origin, Setting, count_checkpoints, has_checkpoint, insert_checkpoint};
use crate::tree::{Edge, empty_root, root};
use crate::wal;

/// How many pages the WAL may grow to while the disk reserve is given up: 256 KB.
const TIGHT: u32 = 64;

/// The writer of `journal.sqlite`.
pub struct SqliteJournal {
    lock: DataLock,
    connection: Connection,
    readers: Arc<Readers>,
    checkpointer: Checkpointer,
    reserve: Arc<Reserve>,
    signer: Signer,
    origin: i64,
    last_time: i64,
    edge: Edge,
    /// How many checkpoints are stored, at least.
    stored: u64,
    /// What `checkpoint.txt` says, if it is known.
    kept: Option<Kept>,
}

impl SqliteJournal {
    /// Makes an empty journal and its signing key in a locked folder, and keeps a reserve of disk space.
    ///
    /// # Errors
    /// [`OpenError::Exists`] when there is one.
    pub fn create(lock: &DataLock, random: &mut dyn Random) -> Result<(), OpenError> {
        let path = lock.file(folder::JOURNAL);
        if path.exists() {
            return Err(OpenError::Exists(lock.dir().to_owned()));
        }
        let signer = Signer::generate(random);
        folder::write_private(&lock.file(folder::LOG_KEY), signer.secret_text().as_bytes())?;
        // Under another name first, so that a crash in the middle leaves no half-made journal.
        let partial = folder::with_suffix(&path, ".partial");
        files::remove_database(&partial)?;
        drop(folder::create_private(&partial)?);
        schema::create(&partial, &signer)?;
        fs::File::open(&partial)?.sync_all()?;
        let kept = Kept {
            size: 0,
            root: empty_root(),
            stored: 0,
        };
        kept.write(lock.dir(), &signer)?;
        fs::rename(&partial, &path)?;
        folder::sync_dir(lock.dir())?;
        Ok(())
    }

    /// Opens the journal of a locked folder.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] when what SQLite would recover is less than what was answered; see [`OpenError`].
    pub fn open(lock: &DataLock) -> Result<Self, OpenError> {
        let path = lock.file(folder::JOURNAL);
        if !path.exists() {
            return Err(OpenError::Missing(lock.dir().to_owned()));
        }
        let key = fs::read_to_string(lock.file(folder::LOG_KEY))?;
        let signer = Signer::from_secret_text(&key)?;
        wal::before_recovery(&path)?;

        let mut connection = schema::open_writer(&path)?;
        // 16 MB: dedupe keys are random, so that their index is touched all over.
        connection.pragma_update(None, "cache_size", -16_000)?;
        schema::check_format(&connection)?;
        // What a killed process left half-written behind the last commit must not be taken for damage later on.
        run_checkpoint(&connection, "TRUNCATE")?;
        let origin = Origin::current(&connection)?
            .filter(|row| row.verifier == signer.verifier().to_string())
            .ok_or(NoteError::BadKey("it is not the key this journal is signed with"))?;
        let rows = Rows(&connection);
        let head = rows.head()?;
        let last = rows.read(head, 1)?.pop();
        if let Some(entry) = last.as_ref().filter(|entry| entry.computed_leaf() != entry.leaf) {
            return Err(OpenError::Damaged(format!(
                "position {} is not as it was recorded",
                entry.position
            )));
        }
        let last_time = last.map_or(i64::MIN, |entry| entry.time);
        let edge = Edge::load(&rows, head)?;
        let kept = kept::check(lock.dir(), &signer, &rows, head)?;
        let stored = match &kept {
            Some(kept) => kept.stored,
            None => count_checkpoints(&connection)?,
        };

        let reserve = Arc::new(Reserve::new(lock.file(folder::RESERVE), free_space));
        let chore = {
            let reserve = Arc::clone(&reserve);
            Box::new(move || reserve.restore().is_err())
        };
        let checkpointer = Checkpointer::start(&path, &mut connection, chore)?;
        let mut journal = Self {
            lock: lock.clone(),
            connection,
            readers: Readers::new(path, head),
            checkpointer,
            reserve,
            signer,
            origin: origin.number,
            last_time,
            edge,
            stored,
            kept,
        };
        if journal.kept.is_none() {
            journal.keep_checkpoint();
        }
        Ok(journal)
    }

    /// Whether the disk reserve is given up: the disk was full, and somebody must make room.
    #[must_use]
    pub fn reserve_released(&self) -> bool {
        self.reserve.is_released()
    }

    /// The folder of the journal.
    #[must_use]
    pub fn dir(&self) -> &Path {
        self.lock.dir()
    }

    /// The log's signer; strangers are given its verifier.
    #[must_use]
    pub fn signer(&self) -> &Signer {
        &self.signer
    }

    fn try_append(
        &mut self,
        epoch: u64,
        expected_head: u64,
        items: &[Item],
    ) -> Result<Vec<Appended>, AppendError> {
        let head = self.edge.size();
        let _gate = self.checkpointer.gate();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let holds = Setting::Epoch.read_number(&transaction)?;
        if epoch != holds {
            return Err(AppendError::Fenced { epoch: holds });
        }
        if expected_head != head {
            return Err(AppendError::HeadMoved { head });
        }
        let plan = plan(&Rows(&transaction), head, self.last_time, items)?;
        let Some(last) = plan.entries.last() else {
            return Ok(plan.results);
        };

        let mut edge = self.edge.clone();
        let mut tiles = Vec::new();
        for entry in &plan.entries {
            insert_entry(&transaction, entry)?;
            edge.push(entry.leaf, |tile| tiles.push(tile));
        }
        for tile in &tiles {
            insert_tile(&transaction, tile)?;
        }
        transaction.commit()?;
        self.last_time = last.time;
        self.edge = edge;
        self.readers.head.set(self.edge.size());
        Ok(plan.results)
    }

    /// Runs `write`, and when the disk is full once more in the room that the WAL has used, and at last on the reserve.
    fn with_reserve<T>(
        &mut self,
        mut write: impl FnMut(&mut Self) -> Result<T, AppendError>,
    ) -> Result<T, AppendError> {
        let is_full = |result: &Result<T, AppendError>| matches!(result, Err(AppendError::Full));
        let mut result = write(self);
        if is_full(&result) && self.begin_wal_anew() {
            result = write(self);
        }
        if is_full(&result) && self.reserve.release() {
            self.begin_wal_anew();
            result = write(self);
        }
        if is_full(&result) {
            self.checkpointer.call_chore();
        } else if self.reserve.is_released() && self.checkpointer.frames() >= TIGHT {
            // Before the WAL has taken the room that the database needs to take it in.
            self.begin_wal_anew();
        }
        result
    }

    /// Moves the WAL into the database, so that the next commits use its room again; answers whether they will. Every
    /// alarm writes the same pages anew into the WAL: ten times what it adds to the database.
    fn begin_wal_anew(&self) -> bool {
        let _gate = self.checkpointer.gate();
        matches!(run_checkpoint(&self.connection, "RESTART"), Ok(true))
    }

    /// A failed write must have left nothing behind; if it did, nobody can say what was answered.
    fn settle<T>(&self, result: Result<T, AppendError>) -> Result<T, AppendError> {
        let Err(AppendError::Failed(reason)) = &result else {
            return result;
        };
        match Rows(&self.connection).head() {
            Ok(head) if head == self.edge.size() => result,
            _ => Err(AppendError::Unknown(reason.clone())),
        }
    }

    fn in_transaction<T>(
        &mut self,
        write: impl Fn(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, AppendError> {
        self.with_reserve(|journal| {
            let _gate = journal.checkpointer.gate();
            let transaction = journal
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = write(&transaction)?;
            transaction.commit()?;
            Ok(value)
        })
    }

    /// Renews `checkpoint.txt`, for the whole log. It may lag behind: a failure is only reported.
    fn keep_checkpoint(&mut self) {
        let size = self.edge.size();
        let kept = Kept {
            size,
            root: if size == 0 { empty_root() } else { self.edge.root() },
            stored: self.stored,
        };
        if self.kept.as_ref() == Some(&kept) {
            return;
        }
        match kept.write(self.lock.dir(), &self.signer) {
            Ok(()) => self.kept = Some(kept),
            Err(error) => tracing::warn!(%error, "checkpoint.txt could not be renewed"),
        }
    }

    fn signed(&self, size: u64) -> Result<SignedCheckpoint, AppendError> {
        let head = self.edge.size();
        let failed = |error: ReadError| AppendError::Failed(error.to_string());
        let root = match size {
            0 => empty_root(),
            _ if size == head => self.edge.root(),
            _ if size < head => root(&Rows(&self.connection), size).map_err(failed)?,
            _ => return Err(failed(ReadError::Beyond { head })),
        };
        Ok(self.signer.sign(size, &root))
    }
}

impl From<rusqlite::Error> for AppendError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            // The wal-index could not grow.
            _ if error
                .sqlite_error()
                .is_some_and(|error| error.extended_code == ffi::SQLITE_IOERR_SHMSIZE) =>
            {
                Self::Full
            }
            _ => Self::Failed(error.to_string()),
        }
    }
}

impl Journal for SqliteJournal {
    fn head(&self) -> u64 {
        self.edge.size()
    }

    fn claim(&mut self) -> Result<u64, AppendError> {
        self.in_transaction(|connection| {
            let epoch = Setting::Epoch.read_number(connection)? + 1;
            Setting::Epoch.write(connection, &epoch.to_string())?;
            Ok(epoch)
        })
    }

    fn append(
        &mut self,
        epoch: u64,
        expected_head: u64,
        items: &[Item],
    ) -> Result<Vec<Appended>, AppendError> {
        let result = self.with_reserve(|journal| journal.try_append(epoch, expected_head, items));
        self.settle(result)
    }

    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError> {
        Rows(&self.connection).find(key)
    }

    fn read(&self, from: u64, limit: usize) -> Result<Vec<Entry>, ReadError> {
        Rows(&self.connection).read(from, limit)
    }

    fn read_stream(&self, stream: &str) -> Result<Vec<Entry>, ReadError> {
        Rows(&self.connection).read_stream(stream)
    }

    /// In one transaction: otherwise each stream costs a handful of locks on the file.
    fn read_streams(&self, streams: &[String]) -> Result<Vec<Vec<Entry>>, ReadError> {
        let _gate = self.checkpointer.gate();
        let transaction = self.connection.unchecked_transaction()?;
        let rows = Rows(&transaction);
        streams.iter().map(|stream| rows.read_stream(stream)).collect()
    }

    fn reader(&self) -> Box<dyn JournalReader> {
        self.readers.reader()
    }

    fn checkpoint_now(&mut self) -> Result<SignedCheckpoint, AppendError> {
        let (origin, signed) = (self.origin, self.signed(self.edge.size())?);
        if !has_checkpoint(&self.connection, origin, signed.size)? {
            let new = self.in_transaction(|connection| insert_checkpoint(connection, origin, &signed))?;
            self.stored += u64::from(new);
        }
        self.keep_checkpoint();
        Ok(signed)
    }

    fn published(&self) -> u64 {
        Setting::Published.read_number(&self.connection).unwrap_or(0)
    }

    fn publish(&mut self, size: u64) -> Result<SignedCheckpoint, AppendError> {
        let published = self.published();
        let (origin, signed) = (self.origin, self.signed(size.max(published))?);
        if signed.size > published {
            let new = self.in_transaction(|connection| {
                Setting::Published.write(connection, &signed.size.to_string())?;
                insert_checkpoint(connection, origin, &signed)
            })?;
            self.stored += u64::from(new);
            self.keep_checkpoint();
        }
        Ok(signed)
    }

    fn close(mut self: Box<Self>) -> Result<(), AppendError> {
        let stored = self.checkpoint_now();
        self.checkpointer.stop();
        self.readers.close();
        let emptied = run_checkpoint(&self.connection, "TRUNCATE");
        let Self { connection, .. } = *self;
        let closed = connection.close().map_err(|(_, error)| error);
        stored?;
        emptied?;
        closed?;
        Ok(())
    }
}
