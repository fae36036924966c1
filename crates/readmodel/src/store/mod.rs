//! The file behind the views: where it is, how connections to it are made, whether what is in it can be kept.
//!
//! The cast: a [`Place`] is a file or shared memory; [`Shared`] is what the one writer and all readers have in common:
//! the place, the pool of idle read connections, and the gate that the writer shuts to replace the file.
//!
//! The file runs in WAL mode with `synchronous=NORMAL`: a transaction costs no fsync, only a checkpoint does, and a
//! power cut loses the last transactions at most, which are replayed. `OFF` would spare the checkpoint's fsyncs too, but
//! a power cut could then tear the file, and a country's journal would have to be replayed when it is needed most.
//! A checkpoint comes every 4 MB: its fsync holds up the journal's on the same disk, by some milliseconds for that much.
//! `secure_delete` overwrites what is deleted, since it may be what an erased person wrote.

mod inspect;
mod shared;

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::Error;

pub(crate) use shared::{Gate, Shared};

/// The version of schema and projection together. Raise it whenever `schema.sql` changes, or what an event does to the
/// tables: a file of another version is dropped and replayed.
pub(crate) const VERSION: i32 = 6;

/// `SQTV` in ASCII, in the file's header: a database that says otherwise holds something else and is never dropped.
const APPLICATION: i32 = 0x5351_5456;

const SCHEMA: &str = include_str!("../schema.sql");

/// How long to wait for another connection's lock: readers and the writer do not block each other for long.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How many prepared statements a connection keeps; more than there are.
const STATEMENTS: usize = 64;

/// Where the views are.
#[derive(Debug)]
pub(crate) enum Place {
    /// In a file.
    File(PathBuf),
    /// In memory, under a name that no other instance of this process has.
    Memory(String),
}

impl Place {
    pub(crate) fn memory() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self::Memory(format!("file:/saqta-views-{number}?vfs=memdb"))
    }

    fn connect(&self, flags: OpenFlags) -> Result<Connection, Error> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = match self {
            Self::File(path) => Connection::open_with_flags(path, flags)?,
            Self::Memory(name) => Connection::open_with_flags(name, flags | OpenFlags::SQLITE_OPEN_URI)?,
        };
        connection.busy_timeout(BUSY_TIMEOUT)?;
        // Otherwise each new value of a parameter that a partial index might depend on has the statement planned anew.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(connection)
    }

    /// A connection that reads.
    pub(crate) fn reader(&self) -> Result<Connection, Error> {
        let connection = self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.execute_batch(
            "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;
             PRAGMA cache_size = -2048;",
        )?;
        Ok(connection)
    }

    /// The connection that writes, to views that can be kept, or else to empty ones.
    pub(crate) fn writer(&self) -> Result<Connection, Error> {
        if let Self::File(path) = self {
            match inspect::verdict(self, path)? {
                inspect::Verdict::Keep => {}
                inspect::Verdict::Absent => remove(path)?,
                inspect::Verdict::Drop(reason) => {
                    tracing::warn!(path = %path.display(), reason, "the views are dropped and will be replayed");
                    remove(path)?;
                }
            }
        }
        let mut connection = self.plain_writer()?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 1000;",
        )?;
        create_if_empty(&mut connection)?;
        Ok(connection)
    }

    /// The connection that fills a file which nobody reads before it is whole: it need not survive a crash.
    pub(crate) fn bulk_writer(&self) -> Result<Connection, Error> {
        let mut connection = self.plain_writer()?;
        connection.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
        create_if_empty(&mut connection)?;
        Ok(connection)
    }

    fn plain_writer(&self) -> Result<Connection, Error> {
        if let Self::File(path) = self {
            make_private(path)?;
        }
        let connection = self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        connection.execute_batch(
            "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;
             PRAGMA cache_size = -8192;",
        )?;
        Ok(connection)
    }
}

/// Makes the file for its owner alone, if there is none: SQLite would let everybody on the machine read it.
fn make_private(path: &Path) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
}

fn create_if_empty(connection: &mut Connection) -> Result<(), Error> {
    let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version == VERSION {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    transaction.execute_batch(SCHEMA)?;
    transaction.execute("INSERT INTO progress (id, position) VALUES (1, 0)", [])?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    Ok(transaction.commit()?)
}

/// A file that SQLite keeps beside the database: `-wal` or `-shm`.
pub(crate) fn sidecar(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Removes the views' files. The database goes first: left alone, a WAL is ignored, but a database without its WAL could
/// be taken for whole.
pub(crate) fn remove(path: &Path) -> Result<(), Error> {
    for file in [path.to_owned(), sidecar(path, "-wal"), sidecar(path, "-shm")] {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Leaves no WAL beside the views, by the gentlest way there is: closing them cleanly, else removing them.
pub(crate) fn settle(path: &Path) -> Result<(), Error> {
    if path.exists() {
        let place = Place::File(path.to_owned());
        let closed = place
            .connect(OpenFlags::SQLITE_OPEN_READ_WRITE)
            .and_then(|connection| {
                connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
                connection.close().map_err(|(_, error)| error.into())
            });
        if let Err(error) = closed {
            tracing::warn!(path = %path.display(), %error, "the old views cannot be closed and are removed");
        }
    }
    if sidecar(path, "-wal").exists() {
        remove(path)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn a_changed_schema_has_a_new_version() {
        let known = (
            6,
            "75c49886a4060151e76bc8a1618717b430a92f9d0fab3482a01f2eba253e074d",
        );
        let today = (VERSION, hex::encode(Sha256::digest(SCHEMA)));
        assert_eq!(
            (today.0, today.1.as_str()),
            known,
            "schema.sql changed: raise VERSION unless only comments did, and write the new hash here"
        );
    }
}
