//! The data folder: made, opened as a core, and what can go wrong with it.

use std::io;
use std::path::Path;
use std::sync::Arc;

use saqta_domain::command::{Command, Principal};
use saqta_domain::event::{Event, LogOpened};
use saqta_journal::{
    AppendError, DataLock, Journal as _, KeyError, KeyStore, LockError, OsRandom, SqliteJournal,
};

use crate::clock::{Clock, UuidIds};
use crate::core::{Core, CoreParts, OpenError, Request};
use crate::local::LocalError;
use crate::snapshot::SnapshotFile;

/// The engine could not be started or ended.
#[derive(Debug, thiserror::Error)]
pub enum EngineFault {
    /// Another process holds the folder, or it cannot be locked.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The journal cannot be opened.
    #[error(transparent)]
    Journal(#[from] saqta_journal::OpenError),
    /// The journal cannot be read into the live state.
    #[error(transparent)]
    Core(#[from] OpenError),
    /// The keys cannot be used.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The views cannot be used.
    #[error(transparent)]
    Views(#[from] saqta_readmodel::Error),
    /// The local store cannot be used.
    #[error(transparent)]
    Local(#[from] LocalError),
    /// The file system failed.
    #[error("the data folder cannot be used: {0}")]
    Io(#[from] io::Error),
    /// The journal could not be closed cleanly; what was answered is durable all the same.
    #[error("the journal could not be closed cleanly: {0}")]
    Close(#[from] AppendError),
    /// The first entry could not be recorded.
    #[error("the log could not be begun: {0}")]
    Begin(String),
    /// A thread has panicked.
    #[error("the {0} thread has panicked")]
    Panicked(&'static str),
}

/// Makes a data folder: keys and an empty journal. What is there already is kept.
///
/// # Errors
/// [`EngineFault`] when the folder is in use, or cannot be written.
pub fn init(folder: &Path) -> Result<DataLock, EngineFault> {
    std::fs::create_dir_all(folder)?;
    restrict(folder)?;
    let lock = DataLock::acquire(folder)?;
    KeyStore::create(&lock, &mut OsRandom)?;
    match SqliteJournal::create(&lock, &mut OsRandom) {
        Ok(()) | Err(saqta_journal::OpenError::Exists(_)) => Ok(lock),
        Err(error) => Err(error.into()),
    }
}

/// The folder holds keys, and views with what is sealed elsewhere: nobody but its owner looks inside.
fn restrict(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    std::fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    #[cfg(not(unix))]
    let _unused = folder;
    Ok(())
}

/// Closes the folder and its databases to others, also when it was copied there with open doors. What SQLite makes
/// beside a database is as private as the database; so those still missing are begun here.
fn keep_private(folder: &Path) -> io::Result<()> {
    restrict(folder)?;
    #[cfg(unix)]
    for name in ["views.sqlite", "local.sqlite"] {
        use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
        let mut options = std::fs::OpenOptions::new();
        let file = options
            .append(true)
            .create(true)
            .mode(0o600)
            .open(folder.join(name))?;
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// Opens the core of a locked data folder, without threads: for commands of the program that run alone.
///
/// # Errors
/// [`EngineFault`] when something in the folder cannot be opened.
pub fn open_core(lock: &DataLock, clock: &Arc<dyn Clock>) -> Result<Core<SqliteJournal>, EngineFault> {
    if let Err(error) = keep_private(lock.dir()) {
        tracing::warn!(%error, "others may be able to read the data folder");
    }
    let journal = SqliteJournal::open(lock)?;
    let origin = LogOpened {
        origin: journal.signer().origin().to_owned(),
        key: journal.signer().verifier().to_string(),
    };
    let mut core = Core::open(CoreParts {
        journal,
        keys: KeyStore::open(lock)?,
        clock: Arc::clone(clock),
        ids: Box::new(UuidIds::new(Arc::clone(clock), Box::new(OsRandom))),
        random: Box::new(OsRandom),
        snapshot: SnapshotFile::read(lock.dir()),
    })?;
    if core.journal().head() == 0 {
        let begin = Command::Record(Event::LogOpened(origin));
        let batch = core.run(vec![Request {
            principal: Principal::System,
            command: begin,
        }]);
        if let Some(Err(error)) = batch.outcomes.into_iter().next() {
            return Err(EngineFault::Begin(error.to_string()));
        }
    }
    Ok(core)
}
