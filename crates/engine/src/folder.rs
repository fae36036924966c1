//! The engine at work: opened on a data folder, or on any journal, with its threads; and ended cleanly.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, RwLock, mpsc};
use std::thread::{self, JoinHandle};

use saqta_domain::command::{Command, Principal};
use saqta_domain::event::{Event, LogOpened};
use saqta_journal::{AppendError, DataLock, Journal, KeyError, KeyStore, LockError, OsRandom, SqliteJournal};
use saqta_readmodel::Views;
use tokio::sync::watch;

use crate::clock::{Clock, SystemClock, UuidIds};
use crate::core::{Core, CoreParts, OpenError, Request};
use crate::handle::{Counters, Handle, Shared};
use crate::live::Live;
use crate::local::{Local, LocalError};
use crate::set_aside::open_or_set_aside;
use crate::snapshot::SnapshotFile;
use crate::views::Viewer;
use crate::writer::Writer;

/// The files of a data folder that the engine owns.
const VIEWS: &str = "views.sqlite";
const LOCAL: &str = "local.sqlite";

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

/// The parts an engine is made of, for whoever does not open a data folder.
pub struct EngineParts<J> {
    /// The core, opened.
    pub core: Core<J>,
    /// The views.
    pub views: Views,
    /// The local store.
    pub local: Local,
    /// The clocks.
    pub clock: Arc<dyn Clock>,
    /// Where snapshots are written, if anywhere.
    pub snapshots: Option<PathBuf>,
}

/// An engine at work.
pub struct Engine<J = SqliteJournal> {
    handle: Handle,
    writer: JoinHandle<J>,
    viewer: JoinHandle<Views>,
    stop_views: watch::Sender<bool>,
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

/// The folder holds keys: nobody but its owner looks inside.
fn restrict(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    std::fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    #[cfg(not(unix))]
    let _unused = folder;
    Ok(())
}

/// Opens the core of a locked data folder, without threads: for commands of the program that run alone.
///
/// # Errors
/// [`EngineFault`] when something in the folder cannot be opened.
pub fn open_core(lock: &DataLock, clock: &Arc<dyn Clock>) -> Result<Core<SqliteJournal>, EngineFault> {
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

impl Engine {
    /// Opens a data folder and starts to work.
    ///
    /// # Errors
    /// [`EngineFault`] when something in the folder cannot be opened.
    pub fn open(folder: &Path) -> Result<Self, EngineFault> {
        let lock = DataLock::acquire(folder)?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
        let core = open_or_set_aside(&lock, &clock)?;
        let mut views = Views::open(folder.join(VIEWS))?;
        let other_log = views
            .origin()
            .is_some_and(|origin| origin != core.journal().signer().origin());
        if other_log || views.position() > core.journal().head() {
            views.reset()?;
        }
        let local = Local::open(&folder.join(LOCAL))?;
        Self::start(EngineParts {
            core,
            views,
            local,
            clock,
            snapshots: Some(folder.to_owned()),
        })
    }
}

impl<J: Journal + 'static> Engine<J> {
    /// Starts the threads.
    ///
    /// # Errors
    /// [`EngineFault::Io`] when a thread cannot be started.
    pub fn start(parts: EngineParts<J>) -> Result<Self, EngineFault> {
        let EngineParts {
            core,
            views,
            local,
            clock,
            snapshots,
        } = parts;
        let (queue, requests) = mpsc::channel();
        let shared = Arc::new(Shared {
            queue,
            directory: RwLock::new(Arc::clone(core.state().directory())),
            live: Live::new(core.journal().head()),
            viewed: watch::Sender::new(views.position()),
            local,
            journal: core.journal().reader(),
            keys: core.keys().clone(),
            views: views.reader(),
            clock,
            counters: Counters {
                open_alarms: AtomicU64::new(core.state().alarms().open_count() as u64),
                published: AtomicU64::new(core.journal().published()),
                ..Counters::default()
            },
            recording: AtomicBool::new(true),
            writing: AtomicBool::new(true),
        });
        let stop_views = watch::Sender::new(false);
        let viewer = Viewer::new(
            views,
            Arc::clone(&shared),
            core.journal().reader(),
            stop_views.subscribe(),
        );
        let writer = Writer::new(core, Arc::clone(&shared), snapshots);
        let viewer = thread::Builder::new()
            .name("views".to_owned())
            .spawn(move || viewer.run())?;
        let writer = thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || writer.run(&requests))?;
        Ok(Self {
            handle: Handle { shared },
            writer,
            viewer,
            stop_views,
        })
    }

    /// What other rooms hold.
    #[must_use]
    pub fn handle(&self) -> Handle {
        self.handle.clone()
    }

    /// Whether the writer has ended by itself, so that the process must start anew.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.writer.is_finished()
    }

    /// Records what waits, applies it to the views, and closes everything so that nothing is left to recover.
    ///
    /// # Errors
    /// [`EngineFault`] when something could not be closed; what was answered is durable all the same.
    pub fn stop(self) -> Result<(), EngineFault> {
        self.handle.stop();
        let journal = self.writer.join().map_err(|_| EngineFault::Panicked("writer"))?;
        self.stop_views.send_replace(true);
        let views = self.viewer.join().map_err(|_| EngineFault::Panicked("views"))?;
        views.close()?;
        self.handle.shared.local.save()?;
        Box::new(journal).close()?;
        self.handle.shared.keys.close()?;
        Ok(())
    }
}

impl Handle {
    /// Whether the writer takes commands.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.shared.writing.load(Ordering::Relaxed)
    }
}
