//! A database and the files SQLite keeps beside it, as files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::folder::{self, DataLock};

/// Takes a journal out of the way, with its signing key, into `damaged-LABEL` in the data folder, so that a new one
/// can be made. Subjects' keys stay: they open what the old one holds.
///
/// # Errors
/// Those of the file system; a folder of that name must not exist.
pub fn set_aside(lock: &DataLock, label: &str) -> io::Result<PathBuf> {
    let target = lock.file(&format!("damaged-{label}"));
    fs::create_dir(&target)?;
    for name in [folder::LOG_KEY, folder::CHECKPOINT, folder::JOURNAL]
        .into_iter()
        .map(str::to_owned)
        .chain(companions(folder::JOURNAL))
    {
        move_if_there(&lock.file(&name), &target.join(&name))?;
    }
    folder::sync_dir(&target)?;
    folder::sync_dir(lock.dir())?;
    Ok(target)
}

/// The files SQLite may keep beside a database.
pub(crate) fn companions(database: &str) -> impl Iterator<Item = String> {
    ["-wal", "-shm", "-journal"]
        .into_iter()
        .map(move |suffix| format!("{database}{suffix}"))
}

pub(crate) fn move_if_there(from: &Path, to: &Path) -> io::Result<bool> {
    match fs::rename(from, to) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

pub(crate) fn remove_database(path: &Path) -> io::Result<()> {
    remove_if_there(path)?;
    remove_companions(path)
}

pub(crate) fn remove_companions(path: &Path) -> io::Result<()> {
    ["-wal", "-shm", "-journal"]
        .iter()
        .try_for_each(|suffix| remove_if_there(&folder::with_suffix(path, suffix)))
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
