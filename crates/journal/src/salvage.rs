//! Reading what is left of a damaged journal.
//!
//! The damaged files are evidence of what happened to them, so they are copied first and only the copy is opened:
//! SQLite writes while it recovers. An entry that is not as it was recorded is left out.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::entry::Entry;
use crate::folder;
use crate::journal::ReadError;
use crate::sqlite::files::{companions, remove_database};
use crate::sqlite::rows::{COLUMNS, entry, signed};
use crate::sqlite::schema;

/// No entry takes less than this in the file, which bounds how many there can be where the table cannot say.
const SMALLEST_ENTRY: u64 = 100;

/// A damaged journal's copy, opened to read what is left. The copy is removed when this is dropped.
pub struct Salvage {
    connection: Option<Connection>,
    copy: PathBuf,
    end: u64,
}

impl Salvage {
    /// Copies the journal of a folder beside it and opens the copy.
    ///
    /// # Errors
    /// [`ReadError::Failed`] when the files cannot be copied. A file that SQLite cannot open is no error: nothing of
    /// it is readable.
    pub fn open(dir: &Path) -> Result<Self, ReadError> {
        let source = dir.join(folder::JOURNAL);
        let copy = dir.join("salvage.sqlite");
        let failed = |error: std::io::Error| ReadError::Failed(error.to_string());
        remove_database(&copy).map_err(failed)?;
        fs::copy(&source, &copy).map_err(failed)?;
        for (from, to) in companions(folder::JOURNAL).zip(companions("salvage.sqlite")) {
            let from = dir.join(from);
            if from.exists() && !from.to_string_lossy().ends_with("-shm") {
                fs::copy(from, dir.join(to)).map_err(failed)?;
            }
        }
        let size = fs::metadata(&copy).map_err(failed)?.len();
        let connection = schema::open_writer(&copy).ok();
        let last = connection.as_ref().and_then(|connection| {
            connection
                .query_row("SELECT max(position) FROM entries", [], |row| {
                    row.get::<_, Option<i64>>(0)
                })
                .ok()
                .flatten()
                .and_then(|last| u64::try_from(last).ok())
        });
        Ok(Self {
            connection,
            copy,
            end: last.unwrap_or(size / SMALLEST_ENTRY),
        })
    }

    /// Hands over every entry that is as it was recorded, ascending, and answers how many there were.
    pub fn read(&self, mut each: impl FnMut(Entry)) -> u64 {
        let sql = format!("SELECT {COLUMNS} FROM entries WHERE position = ?1");
        let statement = self
            .connection
            .as_ref()
            .and_then(|connection| connection.prepare(&sql).ok());
        let Some(mut statement) = statement else { return 0 };
        let mut readable = 0;
        for position in 1..=self.end {
            let found = statement.query_row([signed(position)], |row| Ok(entry(row)));
            if let Ok(Ok(found)) = found
                && found.computed_leaf() == found.leaf
            {
                readable += 1;
                each(found);
            }
        }
        readable
    }
}

impl Drop for Salvage {
    fn drop(&mut self) {
        self.connection = None;
        if let Err(error) = remove_database(&self.copy) {
            tracing::warn!(%error, "the copy made for salvage could not be removed");
        }
    }
}
