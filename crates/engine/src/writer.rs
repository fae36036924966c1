//! The writer thread: gathers what waits into a batch, has the core record it, publishes, answers.
//!
//! Snapshots are written by a thread of their own, which the writer only lends its state for a moment: nobody's press
//! waits for them.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use jiff::SignedDuration;
use saqta_domain::command::{Command, Principal};
use saqta_domain::event::{Event, Recorded};
use saqta_domain::state::Snapshot;
use saqta_journal::Journal;
use tokio::sync::oneshot;

use crate::core::{Core, Outcome, Request};
use crate::handle::{Message, Shared};
use crate::snapshot::SnapshotFile;

/// How many commands are recorded in one transaction at most: some milliseconds of work, so that nobody waits long
/// behind a crowd.
const BATCH: usize = 512;

/// How many entries are recorded between two snapshots.
const SNAPSHOT_EVERY: u64 = 100_000;

/// How often housekeeping is looked at.
const HOUSEKEEPING: Duration = Duration::from_secs(5);

/// How often the end looks whether a snapshot that is being written is done.
const LAST_LOOK: Duration = Duration::from_millis(10);

/// How long the public log lags behind, so that its growth does not betray a silent alarm.
const PUBLIC_LAG: SignedDuration = SignedDuration::from_mins(10);

/// How often a checkpoint of the head is signed and stored while entries come in.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(60);

pub(crate) struct Writer<J> {
    core: Core<J>,
    shared: Arc<Shared>,
    folder: Option<PathBuf>,
    snapshot_at: u64,
    snapshotter: Option<JoinHandle<()>>,
    housekept: Duration,
    checkpointed: (Duration, u64),
}

impl<J: Journal> Writer<J> {
    pub(crate) fn new(core: Core<J>, shared: Arc<Shared>, folder: Option<PathBuf>) -> Self {
        let head = core.journal().head();
        let now = shared.clock.monotonic();
        Self {
            core,
            shared,
            folder,
            snapshot_at: head,
            snapshotter: None,
            housekept: now,
            checkpointed: (now, head),
        }
    }

    /// Works until told to stop, and gives the journal back.
    pub(crate) fn run(mut self, queue: &Receiver<Message>) -> J {
        loop {
            let first = match queue.recv_timeout(HOUSEKEEPING) {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            let (requests, answers, then) = gather(first, queue);
            if !requests.is_empty() && !self.work(requests, answers) {
                break;
            }
            self.keep_house();
            match then {
                Some(Message::Record(event, position)) => {
                    if let Some(recorded) = self.record(*event) {
                        let _ended = position.send(recorded);
                    }
                }
                Some(Message::Stop) => break,
                _ => {}
            }
        }
        self.shared.writing.store(false, Ordering::Relaxed);
        self.last_snapshot(queue);
        self.core.into_journal()
    }

    /// Records a batch and answers; false when the journal must be opened again.
    fn work(&mut self, requests: Vec<Request>, answers: Vec<oneshot::Sender<Outcome>>) -> bool {
        let counters = &self.shared.counters;
        let started = self.shared.clock.monotonic();
        let batch = self.core.run(requests);
        let took = self.shared.clock.monotonic().saturating_sub(started);
        let failed = batch
            .outcomes
            .iter()
            .filter(|outcome| is_not_recorded(outcome))
            .count() as u64;
        self.shared.recording.store(failed == 0, Ordering::Relaxed);
        counters.not_recorded.fetch_add(failed, Ordering::Relaxed);
        counters
            .commands
            .fetch_add(batch.outcomes.len() as u64, Ordering::Relaxed);
        if !batch.recorded.is_empty() {
            let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
            counters.batches.fetch_add(1, Ordering::Relaxed);
            counters.last_append_micros.store(micros, Ordering::Relaxed);
            counters.append_micros.fetch_add(micros, Ordering::Relaxed);
            self.publish(&batch.recorded);
        }
        for (outcome, answer) in batch.outcomes.into_iter().zip(answers) {
            // Whoever asked may have gone; what they asked for is recorded all the same.
            let _gone = answer.send(outcome);
        }
        if batch.broken {
            tracing::error!("the journal must be opened again: the writer ends");
        }
        !batch.broken
    }

    fn publish(&self, recorded: &[Arc<Recorded>]) {
        let counters = &self.shared.counters;
        counters
            .entries
            .fetch_add(recorded.len() as u64, Ordering::Relaxed);
        let raised = recorded
            .iter()
            .filter(|each| matches!(each.event, Event::AlarmRaised(_)))
            .count();
        counters.alarms.fetch_add(raised as u64, Ordering::Relaxed);
        let open = self.core.state().alarms().open_count() as u64;
        counters.open_alarms.store(open, Ordering::Relaxed);
        let directory = self.core.state().directory();
        let mut shown = self
            .shared
            .directory
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        if !Arc::ptr_eq(&shown, directory) {
            *shown = Arc::clone(directory);
        }
        drop(shown);
        self.shared.live.publish(recorded);
    }

    /// What nobody waits for.
    fn keep_house(&mut self) {
        let now = self.shared.clock.monotonic();
        if now.saturating_sub(self.housekept) < HOUSEKEEPING {
            return;
        }
        self.housekept = now;
        let head = self.core.journal().head();
        if head >= self.snapshot_at + SNAPSHOT_EVERY {
            self.begin_snapshot();
        }
        let (at, size) = self.checkpointed;
        if head > size && now.saturating_sub(at) >= CHECKPOINT_EVERY {
            self.checkpointed = (now, head);
            if let Err(error) = self.core.journal_mut().checkpoint_now() {
                tracing::warn!(%error, "no checkpoint could be stored");
            }
        }
        self.publish_log();
    }

    /// Makes public what is old enough.
    fn publish_log(&mut self) {
        let old_enough = self.shared.clock.now() - PUBLIC_LAG;
        let size = self
            .shared
            .journal
            .position_at_or_before(old_enough.as_microsecond());
        let published = self.core.journal().published();
        match size {
            Ok(size) if size > published => match self.core.journal_mut().publish(size) {
                Ok(_) => self.shared.counters.published.store(size, Ordering::Relaxed),
                Err(error) => tracing::warn!(%error, "the public checkpoint could not be stored"),
            },
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the age of the log could not be read"),
        }
    }

    /// Has a snapshot of the live state written, beside the work. Without one, the next start only takes longer.
    fn begin_snapshot(&mut self) {
        let running = self
            .snapshotter
            .as_ref()
            .is_some_and(|thread| !thread.is_finished());
        let Some(folder) = self.folder.clone().filter(|_| !running) else {
            return;
        };
        let (snapshot, head) = (self.core.state().snapshot(), self.core.journal().head());
        let queue = self.shared.queue.clone();
        let write = move || {
            let vouch = |event| {
                let (position, recorded) = oneshot::channel();
                queue.send(Message::Record(Box::new(event), position)).ok()?;
                recorded.blocking_recv().ok()
            };
            write_snapshot(&snapshot, head, &folder, vouch);
        };
        match thread::Builder::new().name("snapshot".to_owned()).spawn(write) {
            Ok(thread) => {
                self.snapshotter = Some(thread);
                self.snapshot_at = head;
            }
            Err(error) => tracing::warn!(%error, "no snapshot could be begun"),
        }
    }

    /// The snapshot at the end, once the one that may be under way is out of its way.
    fn last_snapshot(&mut self, queue: &Receiver<Message>) {
        if let Some(thread) = self.snapshotter.take() {
            while !thread.is_finished() {
                // Whoever waits for an entry waits in vain, and is told so.
                drop(queue.recv_timeout(LAST_LOOK));
            }
        }
        let head = self.core.journal().head();
        let Some(folder) = self.folder.clone().filter(|_| head > self.snapshot_at) else {
            return;
        };
        let snapshot = self.core.state().snapshot();
        write_snapshot(&snapshot, head, &folder, |event| self.record(event));
    }

    /// Records a fact of the engine's own, and answers its position.
    fn record(&mut self, event: Event) -> Option<u64> {
        let kind = event.name();
        let request = Request {
            principal: Principal::System,
            command: Command::Record(event),
        };
        let batch = self.core.run(vec![request]);
        self.publish(&batch.recorded);
        let mut recorded = batch.recorded.iter();
        recorded
            .find(|recorded| recorded.event.name() == kind)
            .map(|recorded| recorded.position)
    }
}

/// Writes a snapshot taken at a position into a folder, once `vouch` has recorded its digest and given the position of
/// that entry.
fn write_snapshot(snapshot: &Snapshot, at: u64, folder: &Path, vouch: impl FnOnce(Event) -> Option<u64>) {
    let (file, event) = match SnapshotFile::of(snapshot, at) {
        Ok(made) => made,
        Err(error) => return tracing::warn!(%error, "no snapshot could be made"),
    };
    if let Some(entry) = vouch(event)
        && let Err(error) = file.vouched_at(entry).write(folder)
    {
        tracing::warn!(%error, "the snapshot could not be written");
    }
}

/// Takes what waits, up to a batch, or up to what cannot be part of one, which comes last.
fn gather(
    first: Option<Message>,
    queue: &Receiver<Message>,
) -> (Vec<Request>, Vec<oneshot::Sender<Outcome>>, Option<Message>) {
    let (mut requests, mut answers) = (Vec::new(), Vec::new());
    let mut next = first;
    while let Some(message) = next {
        match message {
            Message::Request(request, answer) => {
                requests.push(*request);
                answers.push(answer);
            }
            other => return (requests, answers, Some(other)),
        }
        if requests.len() == BATCH {
            break;
        }
        next = queue.try_recv().ok();
    }
    (requests, answers, None)
}

fn is_not_recorded(outcome: &Outcome) -> bool {
    matches!(outcome, Err(crate::error::EngineError::NotRecorded(_)))
}
