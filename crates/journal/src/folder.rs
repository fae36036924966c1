//! The data folder: its files, the lock that keeps a second process out, and durable small files.
//!
//! | file | holds |
//! |---|---|
//! | `lock` | the running process's id; locked as long as it runs |
//! | `journal.sqlite` | the log |
//! | `checkpoint.txt` | the newest checkpoint, which notices when the log is cut short |
//! | `log.key` | the log's signing key (secret) |
//! | `keys.sqlite` | subjects' keys, wrapped |
//! | `instance.key` | what wraps them (secret) |
//! | `reserve.bin` | disk space to give up when the disk is full |

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

pub(crate) const JOURNAL: &str = "journal.sqlite";
pub(crate) const KEYS: &str = "keys.sqlite";
pub(crate) const CHECKPOINT: &str = "checkpoint.txt";
pub(crate) const LOG_KEY: &str = "log.key";
pub(crate) const INSTANCE_KEY: &str = "instance.key";
pub(crate) const RESERVE: &str = "reserve.bin";
pub(crate) const LOCK: &str = "lock";

/// The data folder cannot be used by this process.
#[derive(Debug, Error)]
pub enum LockError {
    /// Another process holds it.
    #[error("{} is in use by another process{}", dir.display(), pid.map(|pid| format!(" ({pid})")).unwrap_or_default())]
    Held {
        /// The data folder.
        dir: PathBuf,
        /// The process, when it could be read.
        pid: Option<u32>,
    },
    /// The lock file cannot be made or locked.
    #[error("{} cannot be locked", dir.display())]
    Io {
        /// The data folder.
        dir: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// The right to write in a data folder: one process at a time. The operating system ends it with the process,
/// however that ends. Clones share it; the last one dropped gives it back.
#[derive(Clone, Debug)]
pub struct DataLock(Arc<Locked>);

#[derive(Debug)]
struct Locked {
    dir: PathBuf,
    /// Holds the lock as long as it is open.
    _file: File,
}

impl DataLock {
    /// Locks an existing folder, without waiting.
    ///
    /// # Errors
    /// [`LockError::Held`] when another process has it.
    pub fn acquire(dir: &Path) -> Result<Self, LockError> {
        let failed = |source| LockError::Io {
            dir: dir.to_owned(),
            source,
        };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(dir.join(LOCK))
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                let pid = file
                    .read_to_string(&mut text)
                    .ok()
                    .and_then(|_| text.trim().parse().ok());
                return Err(LockError::Held {
                    dir: dir.to_owned(),
                    pid,
                });
            }
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        // The number only helps whoever is refused: the lock stands without it, also on a full disk.
        let written = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()));
        if let Err(error) = written {
            tracing::warn!(%error, "the process id could not be written into the lock file");
        }
        Ok(Self(Arc::new(Locked {
            dir: dir.to_owned(),
            _file: file,
        })))
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.0.dir
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.dir.join(name)
    }
}

/// Keeps everybody but its owner out of a folder.
pub(crate) fn restrict(dir: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(dir, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    #[cfg(not(unix))]
    let _unused = dir;
    Ok(())
}

/// A new file that only its owner may read.
pub(crate) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a small secret file so that after a crash it is whole or absent. An existing one is replaced.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let partial = with_suffix(path, ".partial");
    match fs::remove_file(&partial) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = create_private(&partial)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&partial, path)?;
    sync_parent(path)
}

/// Makes the renames and creations in the folder of `path` durable.
pub(crate) fn sync_parent(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => sync_dir(Path::new(".")),
        Some(parent) => sync_dir(parent),
        None => Ok(()),
    }
}

/// Makes the renames and creations in `dir` durable.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    // Windows cannot open a folder; its renames are durable by themselves.
    if cfg!(unix) {
        File::open(dir)?.sync_all()
    } else {
        Ok(())
    }
}

/// `path` with `suffix` behind its file name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
