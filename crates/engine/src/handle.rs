//! What other rooms hold of the engine: they submit commands, follow the log, and look at what is declared.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, mpsc};
use std::time::Duration;

use jiff::Timestamp;
use saqta_domain::command::{Command, Principal};
use saqta_domain::directory::Directory;
use saqta_domain::event::{Event, Recorded, Stream};
use saqta_domain::ids::DeviceId;
use saqta_journal::{Entry, JournalReader, KeyStore};
use saqta_readmodel::Reader;
use tokio::sync::{oneshot, watch};

use crate::clock::Clock;
use crate::codec;
use crate::core::{Outcome, Request};
use crate::error::EngineError;
use crate::live::{Live, Unrecorded};
use crate::local::Local;

/// Figures of the engine since it started.
#[derive(Debug, Default)]
pub struct Counters {
    /// Commands decided.
    pub commands: AtomicU64,
    /// Entries recorded.
    pub entries: AtomicU64,
    /// Durable transactions.
    pub batches: AtomicU64,
    /// Alarms raised.
    pub alarms: AtomicU64,
    /// Requests that could not be made durable.
    pub not_recorded: AtomicU64,
    /// Microseconds that the last durable transaction took.
    pub last_append_micros: AtomicU64,
    /// Microseconds of all durable transactions together.
    pub append_micros: AtomicU64,
    /// Alarms open now.
    pub open_alarms: AtomicU64,
    /// The size of the log that is public.
    pub published: AtomicU64,
}

/// Whether the engine does its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// Whether the writer takes commands.
    pub writing: bool,
    /// Whether the last attempt to record succeeded.
    pub recording: bool,
    /// The last recorded position.
    pub head: u64,
    /// The position that the views have reached.
    pub viewed: u64,
}

/// The engine has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the engine has ended")]
pub struct Stopped;

pub(crate) enum Message {
    Request(Box<Request>, oneshot::Sender<Outcome>),
    /// A fact of the engine's own: once it is recorded, its position is sent. Recorded in a batch of its own.
    Record(Box<Event>, oneshot::Sender<u64>),
    Stop,
}

pub(crate) struct Shared {
    pub(crate) queue: mpsc::Sender<Message>,
    pub(crate) directory: RwLock<Arc<Directory>>,
    pub(crate) live: Live,
    pub(crate) viewed: watch::Sender<u64>,
    pub(crate) local: Local,
    pub(crate) journal: Box<dyn JournalReader>,
    pub(crate) keys: KeyStore,
    pub(crate) views: Reader,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) counters: Counters,
    pub(crate) recording: AtomicBool,
    pub(crate) writing: AtomicBool,
}

/// The engine, as other rooms hold it. Cheap to clone.
#[derive(Clone)]
pub struct Handle {
    pub(crate) shared: Arc<Shared>,
}

impl Handle {
    /// Submits a command and gives the place where its outcome will stand, so that many can be under way at once.
    /// The outcome comes only once it is durable.
    #[must_use]
    pub fn submit(&self, principal: Principal, command: Command) -> Pending {
        let (answer, outcome) = oneshot::channel();
        let message = Message::Request(Box::new(Request { principal, command }), answer);
        // If the writer has ended, the answer's sender is dropped, and the outcome says so.
        let _queued = self.shared.queue.send(message);
        Pending { outcome }
    }

    /// Submits a command and waits for its outcome.
    ///
    /// # Errors
    /// [`EngineError`] when it was refused or could not be recorded.
    pub async fn ask(&self, principal: Principal, command: Command) -> Outcome {
        self.submit(principal, command).await
    }

    /// Submits a command and waits for its outcome on this thread.
    ///
    /// # Errors
    /// [`EngineError`] when it was refused or could not be recorded.
    pub fn ask_blocking(&self, principal: Principal, command: Command) -> Outcome {
        self.submit(principal, command).wait()
    }

    /// What is declared, as of the last recorded entry.
    #[must_use]
    pub fn directory(&self) -> Arc<Directory> {
        Arc::clone(
            &self
                .shared
                .directory
                .read()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// What was recorded lately, for followers.
    #[must_use]
    pub fn live(&self) -> &Live {
        &self.shared.live
    }

    /// Entries after a position, from the journal: for a follower who was away. Blocks on the disk.
    ///
    /// # Errors
    /// A text that says what could not be read.
    pub fn read_after(&self, position: u64, limit: usize) -> Result<Vec<Arc<Recorded>>, String> {
        let entries = self
            .shared
            .journal
            .read(position + 1, limit)
            .map_err(|error| error.to_string())?;
        let decoded = entries
            .iter()
            .map(|entry| codec::decode(entry, &self.shared.keys).map(Arc::new));
        decoded
            .collect::<Result<_, _>>()
            .map_err(|error| error.to_string())
    }

    /// The events of one thing, oldest first, with what is sealed in them and can still be opened. Blocks on the disk.
    ///
    /// # Errors
    /// A text that says what could not be read.
    pub fn read_stream(&self, stream: &Stream) -> Result<Vec<Recorded>, String> {
        let entries = self.shared.journal.read_stream(&stream.0);
        let entries = entries.map_err(|error| error.to_string())?;
        let decoded = entries
            .iter()
            .map(|entry| codec::decode(entry, &self.shared.keys));
        decoded
            .collect::<Result<_, _>>()
            .map_err(|error| error.to_string())
    }

    /// The texts of the signal that an entry bears, if there are any and the key still exists. Like a note they are
    /// shown to whoever may see the alarm; the signal's bytes are opened one by one, and each opening is an event.
    #[must_use]
    pub fn signal_text(&self, entry: &Entry) -> Option<String> {
        let recorded = codec::decode(entry, &self.shared.keys).ok()?;
        recorded.signal_text().map(str::to_owned)
    }

    /// The journal, for checkpoints, tiles and proofs.
    #[must_use]
    pub fn journal(&self) -> &dyn JournalReader {
        self.shared.journal.as_ref()
    }

    /// The views. Wait for [`Handle::settled`] first.
    #[must_use]
    pub fn views(&self) -> &Reader {
        &self.shared.views
    }

    /// Waits until the views have applied the head that stands now, and gives the position they reached.
    ///
    /// # Errors
    /// [`Stopped`] when the views thread has ended.
    pub async fn settled(&self) -> Result<u64, Stopped> {
        self.viewed_up_to(self.live().head()).await
    }

    /// Waits until the views have applied a position, and gives the one they reached.
    ///
    /// # Errors
    /// [`Stopped`] when the views thread has ended.
    pub async fn viewed_up_to(&self, wanted: u64) -> Result<u64, Stopped> {
        let mut viewed = self.shared.viewed.subscribe();
        let reached = viewed
            .wait_for(|position| *position >= wanted)
            .await
            .map_err(|_| Stopped)?;
        Ok(*reached)
    }

    /// Notes that a device was heard, now.
    pub fn heard(&self, device: &DeviceId) {
        self.shared.local.heard(device, self.shared.clock.now());
    }

    /// Sessions and last-seen times.
    #[must_use]
    pub fn local(&self) -> &Local {
        &self.shared.local
    }

    /// The clock that the engine was given.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.shared.clock
    }

    /// The wall clock's time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.shared.clock.now()
    }

    /// Shows a press that could not be recorded on the consoles.
    pub fn show_unrecorded(&self, press: Unrecorded) {
        self.live().publish_unrecorded(press);
    }

    /// Figures since the start.
    #[must_use]
    pub fn counters(&self) -> &Counters {
        &self.shared.counters
    }

    /// Whether the engine does its work.
    #[must_use]
    pub fn health(&self) -> Health {
        Health {
            writing: self.shared.writing.load(Ordering::Relaxed),
            recording: self.shared.recording.load(Ordering::Relaxed),
            head: self.live().head(),
            viewed: *self.shared.viewed.borrow(),
        }
    }

    /// Asks the writer to end after what is waiting.
    pub(crate) fn stop(&self) {
        let _already_ended = self.shared.queue.send(Message::Stop);
    }
}

/// An outcome that is under way.
pub struct Pending {
    outcome: oneshot::Receiver<Outcome>,
}

impl Pending {
    /// Waits for the outcome on this thread.
    ///
    /// # Errors
    /// [`EngineError`] when the command was refused or could not be recorded.
    pub fn wait(self) -> Outcome {
        self.outcome.blocking_recv().unwrap_or_else(|_| Err(stopped()))
    }
}

impl Future for Pending {
    type Output = Outcome;

    fn poll(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Outcome> {
        std::pin::Pin::new(&mut self.outcome)
            .poll(context)
            .map(|answer| answer.unwrap_or_else(|_| Err(stopped())))
    }
}

fn stopped() -> EngineError {
    EngineError::NotRecorded(Stopped.to_string())
}

/// How long a blocking wait for the journal's head lasts before the waiter looks whether it should end.
pub(crate) const LOOK_AROUND: Duration = Duration::from_millis(500);
