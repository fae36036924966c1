//! What was recorded, for whoever follows: the stream to the screens, and the views.
//!
//! Followers wait for a level, not for an edge: they ask for what comes after a position they know. The newest
//! entries are kept in memory; older ones are read from the journal.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::Duration;

use jiff::Timestamp;
use saqta_domain::event::Recorded;
use saqta_domain::ids::{SiteId, ZoneId};
use tokio::sync::{broadcast, watch};

/// How many entries are kept in memory: some seconds of the highest load, hours of a hospital's.
const KEPT: usize = 16_384;

/// How many presses that could not be recorded a slow follower may lag behind.
const UNRECORDED_KEPT: usize = 1_024;

/// A press that the journal could not take. It is shown until the journal takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unrecorded {
    /// When it came.
    pub at: Timestamp,
    /// The same for each try of the same press, where that is known.
    pub key: String,
    /// The kind it named.
    pub kind: Option<String>,
    /// Where help is needed, as far as that is known.
    pub site: Option<SiteId>,
    /// The zone it named.
    pub zone: Option<ZoneId>,
}

/// What was recorded lately.
#[derive(Debug)]
pub struct Live {
    recent: RwLock<VecDeque<Arc<Recorded>>>,
    head: watch::Sender<u64>,
    published: (Mutex<u64>, Condvar),
    unrecorded: broadcast::Sender<Arc<Unrecorded>>,
}

impl Live {
    /// Begins after a position.
    #[must_use]
    pub fn new(head: u64) -> Self {
        Self {
            recent: RwLock::new(VecDeque::new()),
            head: watch::Sender::new(head),
            published: (Mutex::new(head), Condvar::new()),
            unrecorded: broadcast::Sender::new(UNRECORDED_KEPT),
        }
    }

    /// Shows a batch; its positions follow on.
    pub(crate) fn publish(&self, batch: &[Arc<Recorded>]) {
        let Some(last) = batch.last() else { return };
        {
            let mut recent = self.recent.write().unwrap_or_else(PoisonError::into_inner);
            recent.extend(batch.iter().cloned());
            let surplus = recent.len().saturating_sub(KEPT);
            recent.drain(..surplus);
        }
        self.head.send_replace(last.position);
        let (published, changed) = &self.published;
        *published.lock().unwrap_or_else(PoisonError::into_inner) = last.position;
        changed.notify_all();
    }

    /// Waits on this thread until something is published beyond a position, or the time is over.
    pub(crate) fn wait(&self, after: u64, timeout: Duration) {
        let (published, changed) = &self.published;
        let published = published.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = changed.wait_timeout_while(published, timeout, |head| *head <= after);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    /// Shows a press that could not be recorded.
    pub fn publish_unrecorded(&self, press: Unrecorded) {
        // Nobody listening is no error here: the presser is told by the answer.
        let _followers = self.unrecorded.send(Arc::new(press));
    }

    /// The last recorded position.
    #[must_use]
    pub fn head(&self) -> u64 {
        *self.head.borrow()
    }

    /// Follows the head.
    #[must_use]
    pub fn follow(&self) -> watch::Receiver<u64> {
        self.head.subscribe()
    }

    /// Follows the presses that could not be recorded.
    #[must_use]
    pub fn follow_unrecorded(&self) -> broadcast::Receiver<Arc<Unrecorded>> {
        self.unrecorded.subscribe()
    }

    /// Up to `limit` entries after a position; none when the next one is no longer in memory.
    #[must_use]
    pub fn after(&self, position: u64, limit: usize) -> Option<Vec<Arc<Recorded>>> {
        let recent = self.recent.read().unwrap_or_else(PoisonError::into_inner);
        if position >= self.head() {
            return Some(Vec::new());
        }
        let first = recent.front()?.position;
        let skip = usize::try_from(position.checked_sub(first - 1)?).ok()?;
        Some(recent.iter().skip(skip).take(limit).cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use saqta_domain::event::{Event, SealOpened, Stream};

    fn entry(position: u64) -> Arc<Recorded> {
        Arc::new(Recorded {
            position,
            at: Timestamp::UNIX_EPOCH,
            actor: None,
            site: None,
            stream: Stream::log(),
            version: position,
            event: Event::SealOpened(SealOpened { position }),
            private: Vec::new(),
        })
    }

    #[test]
    fn a_follower_gets_every_entry_after_the_one_it_knows_or_is_told_to_read_the_journal() {
        let live = Live::new(10);
        let positions = |after| {
            live.after(after, 100)
                .map(|found| found.iter().map(|entry| entry.position).collect::<Vec<_>>())
        };
        assert_eq!(positions(10), Some(vec![]), "nothing is newer than the head");
        assert_eq!(positions(9), None, "entry 10 is in the journal only");
        live.publish(&[entry(11), entry(12), entry(13)]);
        assert_eq!(positions(10), Some(vec![11, 12, 13]));
        assert_eq!(positions(12), Some(vec![13]));
        assert_eq!(positions(9), None, "entry 10 is in the journal only");
        for position in 14..14 + KEPT as u64 {
            live.publish(&[entry(position)]);
        }
        assert_eq!(positions(12), None, "entry 13 has been dropped");
    }
}
