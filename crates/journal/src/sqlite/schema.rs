//! The tables of `journal.sqlite`, and how its connections are set up.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::note::Signer;
use crate::open_error::OpenError;
use crate::sqlite::side::{Origin, Setting};
use crate::tree::empty_root;

/// Stands in the file's header: "Saqt".
pub(crate) const APPLICATION_ID: i32 = 0x5361_7174;

/// The newest format this program reads and writes (`PRAGMA user_version`).
pub(crate) const FORMAT: i32 = 1;

/// The oldest program that reads [`FORMAT`]; kept in the file, for programs that do not know its format.
pub(crate) const NEEDS: &str = "0.1.0";

/// How long a connection waits for another one's lock. Only checkpoints of the WAL ever hold one that long.
pub(crate) const BUSY: Duration = Duration::from_secs(5);

/// Every table. Entries are never changed or removed; a side table's `digest` covers the other columns of its row,
/// so that verification reaches them too.
pub(crate) const TABLES: &str = "
CREATE TABLE entries (
  position INTEGER PRIMARY KEY,  -- 1, 2, 3 … without a gap
  time INTEGER NOT NULL,         -- microseconds since 1970-01-01T00:00:00Z; never decreases
  actor BLOB,                    -- an account's UUID, 16 bytes
  site TEXT,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,      -- 1, 2, 3 … within the stream, without a gap
  kind TEXT NOT NULL,
  schema INTEGER NOT NULL,       -- the version of the body's shape for this kind
  body TEXT NOT NULL,            -- JSON, hashed byte for byte
  sealed BLOB NOT NULL,          -- count (u32); of each part subject (u32 length, bytes), key id (16), salt (24),
                                 -- ciphertext (u32 length, bytes)
  nonce BLOB NOT NULL,           -- 16 bytes
  dedupe_key BLOB,               -- 16 bytes, on the first entry of an item
  leaf BLOB NOT NULL             -- RFC 6962 leaf hash over everything above
) STRICT;
CREATE UNIQUE INDEX entries_by_stream ON entries (stream, version);
CREATE UNIQUE INDEX entries_by_dedupe_key ON entries (dedupe_key) WHERE dedupe_key IS NOT NULL;
CREATE TABLE tiles (
  level INTEGER NOT NULL,        -- 0 holds leaf hashes, level n the roots of tiles of level n - 1
  number INTEGER NOT NULL,
  root BLOB NOT NULL,            -- over the hashes: the hash of this tile in the level above
  hashes BLOB NOT NULL,          -- always 256 hashes of 32 bytes: unfinished tiles are not stored
  PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE origins (
  number INTEGER PRIMARY KEY,    -- 1, 2 …; the last one signs now, a restored backup begins a new one
  origin TEXT NOT NULL,
  verifier TEXT NOT NULL,        -- origin, key hash and public key as in a C2SP signed note
  size INTEGER NOT NULL,         -- the size of the log when this origin began
  root BLOB NOT NULL,            -- and its root
  digest BLOB NOT NULL
) STRICT;
CREATE TABLE checkpoints (
  origin INTEGER NOT NULL,       -- origins.number
  size INTEGER NOT NULL,
  note TEXT NOT NULL,            -- the signed note
  PRIMARY KEY (origin, size)
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY, -- epoch: the fencing token; needs: the oldest program that reads this file;
                                  -- published: the tree size last made public
  value TEXT NOT NULL,
  digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
";

/// A connection that writes; it never checkpoints the WAL by itself, and writes nothing before it commits.
pub(crate) fn open_writer(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_spill = OFF; PRAGMA trusted_schema = OFF; \
         PRAGMA cell_size_check = ON;",
    )?;
    // Otherwise each new value of a parameter that a partial index might depend on has the statement planned anew.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

/// A connection of the running program that only reads. It may write as far as the operating system is concerned,
/// so that whoever closes last can remove the WAL.
pub(crate) fn open_reader(path: &Path) -> rusqlite::Result<Connection> {
    let connection = open_writer(path)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    Ok(connection)
}

/// Refuses a file that is not a journal, or one of a newer program.
pub(crate) fn check_format(connection: &Connection) -> Result<(), OpenError> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(OpenError::NotAJournal);
    }
    let format: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if format == FORMAT {
        return Ok(());
    }
    let needs = connection.query_row("SELECT value FROM meta WHERE name = 'needs'", [], |row| {
        row.get(0)
    });
    Err(OpenError::TooNew {
        format,
        known: FORMAT,
        needs: needs.unwrap_or_else(|_| "?".to_owned()),
    })
}

/// The rows of `sqlite_schema` that the tables above make: type, name, table, SQL.
pub(crate) type SchemaRow = (String, String, String, Option<String>);

/// What stands in `sqlite_schema`, by name.
pub(crate) fn schema_of(connection: &Connection) -> rusqlite::Result<Vec<SchemaRow>> {
    connection
        .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect()
}

/// Makes the tables in the empty file at `path`, with `signer` as the first origin.
pub(crate) fn create(path: &Path, signer: &Signer) -> rusqlite::Result<()> {
    let connection = open_writer(path)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", FORMAT)?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    let transaction = connection.unchecked_transaction()?;
    transaction.execute_batch(TABLES)?;
    Origin::new(1, &signer.verifier(), 0, empty_root()).insert(&transaction)?;
    Setting::Epoch.write(&transaction, "0")?;
    Setting::Needs.write(&transaction, NEEDS)?;
    Setting::Published.write(&transaction, "0")?;
    transaction.commit()?;
    run_checkpoint(&connection, "TRUNCATE")?;
    connection.close().map_err(|(_, error)| error)
}

/// Runs a checkpoint and answers whether it went through to the end.
pub(crate) fn run_checkpoint(connection: &Connection, mode: &str) -> rusqlite::Result<bool> {
    connection.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |row| {
        let (busy, log, done): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(busy == 0 && log == done)
    })
}
