//! The engine at work: opened on a data folder, or on any journal, with its threads; and ended cleanly.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, RwLock, mpsc};
use std::thread::{self, JoinHandle};

use saqta_journal::{DataLock, Journal, SqliteJournal};
use saqta_readmodel::Views;
use tokio::sync::watch;

use crate::clock::{Clock, SystemClock};
use crate::core::Core;
use crate::folder::EngineFault;
use crate::handle::{Counters, Handle, Shared};
use crate::live::Live;
use crate::local::Local;
use crate::set_aside::open_or_set_aside;
use crate::views::Viewer;
use crate::writer::Writer;

/// The files of a data folder that the engine owns.
const VIEWS: &str = "views.sqlite";
const LOCAL: &str = "local.sqlite";

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
            snapshots.clone(),
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
        // Whatever fails, the journal is closed, and the first failure is told.
        let views = views.close();
        let local = self.handle.shared.local.save();
        let journal = Box::new(journal).close();
        let keys = self.handle.shared.keys.close();
        views?;
        local?;
        journal?;
        keys?;
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
