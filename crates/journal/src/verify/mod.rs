//! Checks a journal from the stored bytes alone, also beside a running server.
//!
//! - **Walk**: every entry in order: position, time, JSON, leaf, and the tiles and roots they make.
//! - **Side tables**: origins, checkpoints and settings against their digests, signatures and the walk's roots.
//! - **Kept checkpoint**: `checkpoint.txt` beside the database, and the one somebody kept elsewhere, against the walk.
//! - **SQLite**: its own integrity check, which compares every index with its table; the tables' definitions; the WAL.
//! - **Damage**: the first place, in the order of positions, that is not as it was written.
//!
//! One read transaction sees one state of the log, however long it takes. Memory does not grow with the log.

mod outside;
mod side;
mod walk;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use thiserror::Error;

use crate::folder::{self, with_suffix};
use crate::kept;
use crate::open_error::OpenError;
use crate::sqlite::rows::Rows;
use crate::sqlite::schema;
use crate::tree::Hash;
use crate::wal::{self, Wal};

/// How far the walk has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Entries checked.
    pub checked: u64,
    /// Entries there are.
    pub total: u64,
}

/// What was found good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The number of entries.
    pub entries: u64,
    /// The root over them.
    pub root: Hash,
    /// The name the log signs under.
    pub origin: String,
    /// What checks its signatures, in its text form.
    pub verifier: String,
    /// How many stored checkpoints were checked.
    pub checkpoints: u64,
}

/// Where damage was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The entry at this position.
    Entry(u64),
    /// The tile of this level and number; its hashes cover the entries from `first` on.
    Tile {
        /// The tile's level.
        level: u8,
        /// Its number.
        number: u64,
        /// The first position under it.
        first: u64,
    },
    /// The row of table `origins` with this number.
    Origin(i64),
    /// The stored checkpoint of this size.
    Checkpoint(i64),
    /// The setting of this name in table `meta`.
    Setting(String),
    /// The tables' definitions.
    Schema,
    /// `log.key`.
    LogKey,
    /// `checkpoint.txt`.
    Kept,
    /// The checkpoint that the log was to be compared with.
    Given,
    /// The write-ahead log beside the database.
    Wal,
    /// The database file as such.
    File,
}

impl Place {
    /// The first position the place stands for; what stands for no entry sorts behind all that do.
    fn position(&self) -> u64 {
        match self {
            Self::Entry(position) | Self::Tile { first: position, .. } => *position,
            _ => u64::MAX,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(position) => write!(f, "position {position}"),
            Self::Tile { level, number, first } => write!(f, "position {first} (tile {level}/{number})"),
            Self::Origin(number) => write!(f, "origin {number}"),
            Self::Checkpoint(size) => write!(f, "checkpoint of size {size}"),
            Self::Setting(name) => write!(f, "setting {name}"),
            Self::Schema => f.write_str("the tables of journal.sqlite"),
            Self::LogKey => f.write_str("log.key"),
            Self::Kept => f.write_str("checkpoint.txt"),
            Self::Given => f.write_str("the checkpoint kept elsewhere"),
            Self::Wal => f.write_str("journal.sqlite-wal"),
            Self::File => f.write_str("journal.sqlite"),
        }
    }
}

/// The first place that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{place}: {reason}")]
pub struct Damage {
    /// Where.
    pub place: Place,
    /// What is wrong there.
    pub reason: String,
}

impl Damage {
    fn new(place: Place, reason: impl Into<String>) -> Self {
        Self {
            place,
            reason: reason.into(),
        }
    }
}

/// The journal is not verified.
#[derive(Debug, Error)]
pub enum VerifyError {
    /// There is none in the folder.
    #[error("{} holds no journal", .0.display())]
    Missing(PathBuf),
    /// A newer program wrote it, so that this one cannot tell what is right.
    #[error(transparent)]
    TooNew(OpenError),
    /// It is not as it was written.
    #[error(transparent)]
    Damage(#[from] Damage),
}

/// Checks the journal in the data folder `dir`.
///
/// # Errors
/// [`VerifyError::Damage`] with the first place that is not as it was written.
pub fn verify(dir: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Report, VerifyError> {
    check_folder(dir, &Notes::default(), progress)
}

/// Checks the journal in the data folder `dir`, and that it still is the log that `checkpoint` was signed over: a
/// signed note that was kept elsewhere, of this log's name or of one it had before a restore.
///
/// # Errors
/// As for [`verify`]; [`Place::Given`] when the checkpoint is not this log's.
pub fn verify_against(
    dir: &Path,
    checkpoint: &str,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, VerifyError> {
    let notes = Notes {
        given: Some(checkpoint),
        ..Notes::default()
    };
    check_folder(dir, &notes, progress)
}

/// As [`verify`], of a backup's files: one made by an earlier program has no `checkpoint.txt`.
pub(crate) fn verify_copy(dir: &Path) -> Result<Report, VerifyError> {
    let notes = Notes {
        may_lack_kept: true,
        ..Notes::default()
    };
    check_folder(dir, &notes, &mut |_| ())
}

/// What a log is compared with beside what stands in its database.
#[derive(Clone, Copy, Default)]
struct Notes<'a> {
    given: Option<&'a str>,
    may_lack_kept: bool,
}

fn check_folder(
    dir: &Path,
    notes: &Notes<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, VerifyError> {
    let path = dir.join(folder::JOURNAL);
    if !path.exists() {
        return Err(VerifyError::Missing(dir.to_owned()));
    }
    // Opening a database whose WAL is gone would leave an empty WAL behind. A closed one is read as it lies; should a
    // server start meanwhile, what looks like damage is looked at again.
    if is_closed(&path) {
        let result = verify_with(dir, notes, Access::Closed, progress);
        if result.is_ok() || is_closed(&path) {
            return result;
        }
    }
    verify_with(dir, notes, Access::Shared, progress)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Closed,
    Shared,
}

fn is_closed(path: &Path) -> bool {
    let wal = fs::metadata(with_suffix(path, "-wal")).map_or(0, |wal| wal.len());
    wal == 0 && !with_suffix(path, "-shm").exists()
}

fn verify_with(
    dir: &Path,
    notes: &Notes<'_>,
    access: Access,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, VerifyError> {
    let path = &dir.join(folder::JOURNAL);
    // Before the log: a running server writes it behind the log, so that it is never ahead of what is read next.
    let kept = kept::read(dir).map_err(|error| Damage::new(Place::Kept, error.to_string()))?;
    check_wal(path)?;
    let failed = |error: rusqlite::Error| Damage::new(Place::File, error.to_string());
    let connection = open(path, access).map_err(failed)?;
    match schema::check_format(&connection) {
        Ok(()) => {}
        Err(error @ OpenError::TooNew { .. }) => return Err(VerifyError::TooNew(error)),
        Err(error) => return Err(Damage::new(Place::File, error.to_string()).into()),
    }
    connection.execute_batch("BEGIN").map_err(failed)?;
    check_schema(&connection)?;
    let side = side::Side::read(&connection)?;
    let outside = outside::Outside::read(&side, kept.as_deref(), notes);
    let sizes = side.sizes().into_iter().chain(outside.sizes()).collect();
    let walked = walk::walk(&connection, &sizes, progress);
    // The walk reads tables, not indexes: what it found may stand behind what the others find.
    let found = [
        walked.as_ref().err().cloned(),
        walk::check_versions(&connection).err(),
        check_integrity(&connection).err(),
    ];
    if let Some(first) = found
        .into_iter()
        .flatten()
        .min_by_key(|damage| damage.place.position())
    {
        return Err(first.into());
    }
    let walked = walked?;
    let origin = side.check(&walked, dir)?;
    outside.check(&walked, side.checkpoints())?;
    Ok(Report {
        entries: walked.size,
        root: walked.root,
        origin: origin.origin().to_owned(),
        verifier: origin.to_string(),
        checkpoints: side.checkpoints(),
    })
}

fn open(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match access {
        Access::Shared => Connection::open_with_flags(path, flags)?,
        Access::Closed => Connection::open_with_flags(uri(path), flags | OpenFlags::SQLITE_OPEN_URI)?,
    };
    connection.busy_timeout(schema::BUSY)?;
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")?;
    Ok(connection)
}

/// The URI of a file nobody changes, in which only what SQLite would misread is escaped.
fn uri(path: &Path) -> String {
    let text = path
        .to_string_lossy()
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    format!("file:{text}?immutable=1")
}

/// A running server may be writing the very frame that is read: only what stays bad is damage.
fn check_wal(path: &Path) -> Result<(), Damage> {
    let mut last = Wal::Whole;
    for _ in 0..5 {
        let found = wal::inspect(path).map_err(|error| Damage::new(Place::Wal, error.to_string()))?;
        if found == Wal::Whole {
            return Ok(());
        }
        if found == last {
            break;
        }
        last = found;
        thread::park_timeout(Duration::from_millis(100));
    }
    match last {
        Wal::Whole => Ok(()),
        Wal::Damaged { frame } => Err(Damage::new(Place::Wal, wal::describe(frame))),
        Wal::Torn { frame } => Err(Damage::new(
            Place::Wal,
            format!("{}: the last write before an unclean stop", wal::describe(frame)),
        )),
    }
}

fn check_schema(connection: &Connection) -> Result<(), Damage> {
    let failed = |error: rusqlite::Error| Damage::new(Place::Schema, error.to_string());
    let expected = Connection::open_in_memory().map_err(failed)?;
    expected.execute_batch(schema::TABLES).map_err(failed)?;
    let (expected, found) = (
        schema::schema_of(&expected).map_err(failed)?,
        schema::schema_of(connection).map_err(failed)?,
    );
    if expected == found {
        Ok(())
    } else {
        Err(Damage::new(Place::Schema, "they are not as they were made"))
    }
}

/// SQLite's own check. A message about an index names the row that it misses, which is the entry's position.
fn check_integrity(connection: &Connection) -> Result<(), Damage> {
    let failed = |error: rusqlite::Error| Damage::new(Place::File, error.to_string());
    let messages: Vec<String> = connection
        .prepare("PRAGMA integrity_check")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .map_err(failed)?;
    let head = Rows(connection).head().unwrap_or(0);
    let damage = |message: &String| {
        let place = row_of(message)
            .filter(|row| (1..=head).contains(row))
            .map_or(Place::File, Place::Entry);
        Damage::new(place, message.clone())
    };
    let found = messages.iter().filter(|message| *message != "ok").map(damage);
    found
        .min_by_key(|damage| damage.place.position())
        .map_or(Ok(()), Err)
}

/// The number in `row N missing from index entries_by_…`.
fn row_of(message: &str) -> Option<u64> {
    let index = message.split("index ").nth(1)?;
    let row = message.strip_prefix("row ")?.split(' ').next()?.parse().ok()?;
    index.starts_with("entries_by_").then_some(row)
}
