//! The writer thread: gathers what waits into a batch, has the core record it, publishes, answers.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use jiff::SignedDuration;
use saqta_domain::command::{Command, Principal};
use saqta_domain::event::{Event, Recorded};
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

/// How long the public log lags behind, so that its growth does not betray a silent alarm.
const PUBLIC_LAG: SignedDuration = SignedDuration::from_mins(10);

/// How often a checkpoint of the head is signed and stored while entries come in.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(60);

pub(crate) struct Writer<J> {
    core: Core<J>,
    shared: Arc<Shared>,
    folder: Option<PathBuf>,
    snapshot_at: u64,
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
            let (requests, answers, stop) = gather(first, queue);
            if !requests.is_empty() && !self.work(requests, answers) {
                break;
            }
            self.keep_house();
            if stop {
                break;
            }
        }
        self.shared.writing.store(false, Ordering::Relaxed);
        self.snapshot();
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
            self.snapshot();
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

    /// Takes a snapshot of the live state. Without one, the next start only takes longer.
    fn snapshot(&mut self) {
        let head = self.core.journal().head();
        let Some(folder) = self.folder.clone().filter(|_| head > self.snapshot_at) else {
            return;
        };
        let (file, event) = match SnapshotFile::of(self.core.state(), head) {
            Ok(made) => made,
            Err(error) => return tracing::warn!(%error, "no snapshot could be made"),
        };
        let request = Request {
            principal: Principal::System,
            command: Command::Record(event),
        };
        let batch = self.core.run(vec![request]);
        // A clock step recorded in the same batch would stand where the file says its entry is.
        if batch.recorded.len() != 1 {
            self.publish(&batch.recorded);
            return;
        }
        self.publish(&batch.recorded);
        self.snapshot_at = self.core.journal().head();
        if let Err(error) = file.write(&folder) {
            tracing::warn!(%error, "the snapshot could not be written");
        }
    }
}

/// Takes what waits, up to a batch.
fn gather(
    first: Option<Message>,
    queue: &Receiver<Message>,
) -> (Vec<Request>, Vec<oneshot::Sender<Outcome>>, bool) {
    let (mut requests, mut answers) = (Vec::new(), Vec::new());
    let mut next = first;
    while let Some(message) = next {
        match message {
            Message::Request(request, answer) => {
                requests.push(*request);
                answers.push(answer);
            }
            Message::Stop => return (requests, answers, true),
        }
        if requests.len() == BATCH {
            break;
        }
        next = queue.try_recv().ok();
    }
    (requests, answers, false)
}

fn is_not_recorded(outcome: &Outcome) -> bool {
    matches!(outcome, Err(crate::error::EngineError::NotRecorded(_)))
}
