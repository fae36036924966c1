//! A data folder, held by a command that runs alone.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use saqta_domain::command::{Answer, Command, Principal};
use saqta_domain::directory::Directory;
use saqta_domain::event::Recorded;
use saqta_engine::{Clock, Core, EngineError, EngineFault, Request, SystemClock, decode, open_core};
use saqta_journal::{DataLock, Journal as _, LockError, OpenError, SqliteJournal};
use saqta_readmodel::Views;

use crate::failure::Failure;

/// The journal's name in a data folder.
pub(crate) const JOURNAL: &str = "journal.sqlite";

/// The views' name in a data folder.
pub(crate) const VIEWS: &str = "views.sqlite";

/// How many entries are read at once.
const CHUNK: usize = 2_000;

/// A data folder that no other process writes.
pub(crate) struct HeldFolder {
    path: PathBuf,
    core: Core<SqliteJournal>,
}

impl HeldFolder {
    /// Locks a folder and makes the live state of its journal.
    ///
    /// # Errors
    /// A misuse when there is no journal or another process holds it.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        require_journal(path)?;
        let lock = DataLock::acquire(path).map_err(|error| explain(path, error.into()))?;
        Self::open_locked(&lock)
    }

    /// Makes the live state of a locked folder's journal.
    ///
    /// # Errors
    /// When something in the folder cannot be used.
    pub(crate) fn open_locked(lock: &DataLock) -> Result<Self, Failure> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
        let core = open_core(lock, &clock).map_err(|error| explain(lock.dir(), error))?;
        Ok(Self {
            path: lock.dir().to_owned(),
            core,
        })
    }

    /// What is declared.
    pub(crate) fn directory(&self) -> &Directory {
        self.core.state().directory()
    }

    /// The core.
    pub(crate) fn core(&self) -> &Core<SqliteJournal> {
        &self.core
    }

    /// The last recorded position.
    pub(crate) fn head(&self) -> u64 {
        self.core.journal().head()
    }

    /// Does something as whoever holds the folder; durable when this returns, with what was recorded for it.
    ///
    /// # Errors
    /// What the engine says.
    pub(crate) fn ask(&mut self, command: Command) -> Result<(Answer, Vec<Arc<Recorded>>), EngineError> {
        let batch = self.core.run(vec![Request {
            principal: Principal::System,
            command,
        }]);
        let outcome = batch.outcomes.into_iter().next();
        let answer =
            outcome.unwrap_or_else(|| Err(EngineError::NotRecorded("no answer was given".to_owned())))?;
        Ok((answer, batch.recorded))
    }

    /// Every entry after a position, in order.
    pub(crate) fn entries_after(
        &self,
        position: u64,
    ) -> impl Iterator<Item = anyhow::Result<Arc<Recorded>>> + use<'_> {
        let mut next = position + 1;
        std::iter::from_fn(move || {
            let read = || -> anyhow::Result<Vec<Arc<Recorded>>> {
                let entries = self.core.journal().read(next, CHUNK)?;
                entries
                    .iter()
                    .map(|entry| Ok(Arc::new(decode(entry, self.core.keys())?)))
                    .collect()
            };
            match read() {
                Ok(entries) => {
                    next = entries.last()?.position + 1;
                    Some(entries.into_iter().map(Ok).collect::<Vec<_>>())
                }
                Err(error) => {
                    // Nothing is read behind what cannot be read.
                    next = u64::MAX;
                    Some(vec![Err(error)])
                }
            }
        })
        .flatten()
    }

    /// The views, with everything applied that the journal holds.
    ///
    /// # Errors
    /// When the journal cannot be read or the views not be written.
    pub(crate) fn settled_views(&self) -> anyhow::Result<Views> {
        let mut views = Views::open(self.path.join(VIEWS))?;
        let origin = self.core.journal().signer().origin();
        let is_foreign = views.origin().is_some_and(|found| found != origin);
        if is_foreign || views.position() > self.core.journal().head() {
            views.reset()?;
        }
        let mut batch = Vec::with_capacity(CHUNK);
        for entry in self.entries_after(views.position()) {
            batch.push(entry?);
            if batch.len() == CHUNK {
                views.apply(&batch)?;
                batch.clear();
            }
        }
        views.apply(&batch)?;
        Ok(views)
    }

    /// Ends cleanly, so that nothing is left to recover.
    ///
    /// # Errors
    /// When the journal cannot be closed; what was answered is durable all the same.
    pub(crate) fn close(self) -> anyhow::Result<()> {
        let keys = self.core.keys().clone();
        Box::new(self.core.into_journal()).close()?;
        keys.close()?;
        Ok(())
    }
}

/// Refuses a folder without a journal.
///
/// # Errors
/// A misuse that says how to make one.
pub(crate) fn require_journal(path: &Path) -> Result<(), Failure> {
    if path.join(JOURNAL).exists() {
        return Ok(());
    }
    Err(Failure::misuse(format!(
        "{} is no data folder of Saqta: it holds no journal",
        path.display()
    ))
    .advice(format!(
        "name another folder, or make one: saqta init --data {} --admin LOGIN --password-file FILE",
        path.display()
    )))
}

/// What an engine that could not be opened means to whoever called.
pub(crate) fn explain(path: &Path, fault: EngineFault) -> Failure {
    let what = format!("the data folder {} cannot be used", path.display());
    match fault {
        EngineFault::Lock(error @ LockError::Held { .. }) => held(&error),
        EngineFault::Lock(error @ LockError::Io { .. }) => Failure::misuse(what)
            .because(error)
            .safe("nothing was changed")
            .advice("check that the folder exists and that this user may write in it"),
        EngineFault::Journal(error @ OpenError::TooNew { .. }) => Failure::misuse(what)
            .because(error)
            .safe("nothing was changed")
            .advice("use the newer program; an older one would not understand what it reads"),
        EngineFault::Journal(error @ OpenError::Missing(_)) => Failure::misuse(error.to_string())
            .advice(format!("make a journal: saqta init --data {} …", path.display())),
        EngineFault::Journal(error @ (OpenError::Damaged(_) | OpenError::NotAJournal)) => {
            Failure::failed(what)
                .because(error)
                .safe("nothing was changed")
                .advice(
                    "look at it with `saqta verify`; `saqta serve` sets it aside and goes on with a new one",
                )
        }
        fault => Failure::failed(what)
            .because(fault)
            .advice("check the disk and the folder's owner"),
    }
}

/// Another process holds the folder.
pub(crate) fn held(error: &LockError) -> Failure {
    Failure::misuse(error.to_string())
        .safe("nothing was changed")
        .advice("ask the running server (--server URL --token-file FILE), or stop it first (systemctl stop saqta)")
}
