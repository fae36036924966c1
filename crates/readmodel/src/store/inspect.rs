//! Whether a file of views can be kept.
//!
//! A version or an owner other than ours is seen in the header. A torn file is seen in three ways: after a clean
//! end its length must be what its header says; after any other, which leaves a WAL behind, every page is checked; and
//! what is noticed later is [`Error::Damaged`], upon which the caller resets the views.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{APPLICATION, Place, VERSION, sidecar};
use crate::Error;

/// What to do with a file.
pub(super) enum Verdict {
    /// It can be continued.
    Keep,
    /// There is none.
    Absent,
    /// It must be replayed from the journal, for this reason.
    Drop(String),
}

/// Looks at the file. Fails when it belongs to something else, or cannot be read at all.
pub(super) fn verdict(place: &Place, path: &Path) -> Result<Verdict, Error> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Verdict::Absent),
        Err(error) => return Err(error.into()),
        // Made by whoever saw to it that nobody else can read it.
        Ok(file) if file.len() == 0 => return Ok(Verdict::Absent),
        Ok(_) => {}
    }
    let ended_cleanly = std::fs::metadata(sidecar(path, "-wal")).map_or(true, |wal| wal.len() == 0);
    let looked = place
        .connect(OpenFlags::SQLITE_OPEN_READ_WRITE)
        .and_then(|connection| look(&connection, path, ended_cleanly));
    match looked {
        Err(Error::Damaged(problem)) => Ok(Verdict::Drop(problem)),
        other => other,
    }
}

fn look(connection: &Connection, path: &Path, ended_cleanly: bool) -> Result<Verdict, Error> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != APPLICATION && tables > 0 {
        return Err(Error::Failed(format!(
            "{} is another database and is not replaced",
            path.display()
        )));
    }
    if (application, version) != (APPLICATION, VERSION) {
        return Ok(Verdict::Drop(format!(
            "its version is {version}, this program's is {VERSION}"
        )));
    }
    let _: i64 = connection.query_row("SELECT position FROM progress WHERE id = 1", [], |row| row.get(0))?;
    let problem = if ended_cleanly {
        wrong_length(connection, path)?
    } else {
        bad_page(connection)?
    };
    match problem {
        Some(problem) => Ok(Verdict::Drop(problem)),
        None => Ok(Verdict::Keep),
    }
}

/// Compares the file's length with its header, which hold each other's truth only when there is no WAL.
fn wrong_length(connection: &Connection, path: &Path) -> Result<Option<String>, Error> {
    let pragma = |name| -> Result<u64, Error> {
        let value: i64 = connection.pragma_query_value(None, name, |row| row.get(0))?;
        u64::try_from(value).map_err(|_| Error::bad_value(name, value))
    };
    let (expected, found) = (
        pragma("page_count")? * pragma("page_size")?,
        std::fs::metadata(path)?.len(),
    );
    Ok((expected != found).then(|| format!("it is {found} bytes long instead of {expected}")))
}

/// Looks at every page.
fn bad_page(connection: &Connection) -> Result<Option<String>, Error> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    Ok((found != "ok").then_some(found))
}
