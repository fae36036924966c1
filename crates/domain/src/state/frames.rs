//! The frames of the last minute, so that a repeated one raises nothing anew and a corrected one joins.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

use crate::alarm::Flag;
use crate::event::{Event, Recorded};
use crate::ids::AlarmId;
use crate::signal::{Fingerprint, Line, Source};

use super::table::Table;

/// How long a frame can be repeated.
const REPEAT_WINDOW: SignedDuration = SignedDuration::from_secs(60);

/// How long a good frame can follow one whose checksum was wrong.
const JOIN_WINDOW: SignedDuration = SignedDuration::from_secs(10);

/// Sequence numbers run from 1 to 9999. When a line has sent half of them since, the same number has been used anew.
const HALF_OF_SEQUENCE: u64 = 5_000;

/// A frame seen in the last minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameSeen {
    /// When it was first recorded.
    pub at: Timestamp,
    /// Its first entry's position.
    pub position: u64,
    /// The alarms it raised, in order; empty when it was no alarm.
    pub alarms: Vec<AlarmId>,
    /// Its last entry's position so far.
    last: u64,
    /// Which of its line's different frames it is.
    ordinal: u64,
}

/// Address, account and sequence number: what a good frame shares with the broken one before it. Receiver and prefix
/// may be the very part that was damaged.
type BrokenKey = (String, Option<String>, u16);

/// A frame in the order in which frames are forgotten.
#[derive(Debug)]
struct Queued {
    at: Timestamp,
    /// Its first entry's position.
    position: u64,
    source: Source,
}

/// The frames of the last minute.
#[derive(Debug, Default)]
pub struct RecentFrames {
    frames: Table<Fingerprint, FrameSeen>,
    lines: Table<Line, (u64, Timestamp)>,
    broken: Table<BrokenKey, (Timestamp, Vec<AlarmId>)>,
    queue: VecDeque<Queued>,
    queue_committed: usize,
}

impl RecentFrames {
    /// What became of the same frame, if it came within the last minute and its sequence number has not come round
    /// again since.
    #[must_use]
    pub fn repeated(&self, source: &Source, now: Timestamp) -> Option<&FrameSeen> {
        let seen = self.frames.get(&source.fingerprint)?;
        let sent = self.lines.get(&source.line()).map_or(0, |(count, _)| *count);
        let recent = now.duration_since(seen.at) <= REPEAT_WINDOW;
        (recent && sent - seen.ordinal.min(sent) < HALF_OF_SEQUENCE).then_some(seen)
    }

    /// Where the same frame was recorded last, if that is remembered.
    #[must_use]
    pub fn last_position(&self, fingerprint: &Fingerprint) -> Option<u64> {
        self.frames.get(fingerprint).map(|seen| seen.position)
    }

    /// The alarms that a broken frame from the same address with the same account and sequence raised within the
    /// last ten seconds, which a good frame joins, in the order of its reports.
    #[must_use]
    pub fn broken_before(&self, source: &Source, now: Timestamp) -> &[AlarmId] {
        match broken_key(source).and_then(|key| self.broken.get(&key)) {
            Some((at, alarms)) if now.duration_since(*at) <= JOIN_WINDOW => alarms,
            _ => &[],
        }
    }

    /// How many are remembered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.frames.len()
    }

    /// The position of the oldest entry that says anything about a remembered frame.
    #[must_use]
    pub fn first_position(&self) -> Option<u64> {
        self.queue.front().map(|queued| queued.position)
    }

    /// Whether none is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn apply(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::AlarmRaised(fact) => {
                if let Some(signal) = &fact.signal {
                    self.see(recorded, &signal.source, Some(fact.alarm));
                    if fact.flags.contains(&Flag::BadChecksum) {
                        self.see_broken(recorded.at, &signal.source, fact.alarm);
                    }
                }
            }
            Event::AlarmJoined(fact) => {
                self.see(recorded, &fact.signal.source, Some(fact.alarm));
                self.resolve_broken(&fact.signal.source, fact.alarm);
            }
            Event::AlarmSignalled(fact) => {
                self.pass_over(recorded, &fact.signal.source);
                self.resolve_broken(&fact.signal.source, fact.alarm);
            }
            Event::SignalRecorded(fact) => self.see(recorded, &fact.source, None),
            _ => {}
        }
    }

    fn see(&mut self, recorded: &Recorded, source: &Source, alarm: Option<AlarmId>) {
        let line = source.line();
        let count = self.lines.get(&line).map_or(0, |(count, _)| *count);
        let mut seen = match self.begun(recorded, source) {
            Some(seen) => seen.clone(),
            None => {
                self.lines.set(line, Some((count + 1, recorded.at)));
                self.queue.push_back(Queued {
                    at: recorded.at,
                    position: recorded.position,
                    source: source.clone(),
                });
                FrameSeen {
                    at: recorded.at,
                    position: recorded.position,
                    alarms: Vec::new(),
                    last: recorded.position,
                    ordinal: count + 1,
                }
            }
        };
        seen.last = recorded.position;
        seen.alarms.extend(alarm);
        self.frames.set(source.fingerprint, Some(seen));
    }

    /// The frame that an entry goes on with. The entries of one frame stand side by side and bear one time. Neither
    /// alone would do: the same frame may be raised anew right behind itself, a minute later; and at the same time,
    /// when its alarm was closed between, for time stands still while a clock that was set back catches up.
    fn begun(&self, recorded: &Recorded, source: &Source) -> Option<&FrameSeen> {
        let seen = self.frames.get(&source.fingerprint)?;
        (seen.at == recorded.at && seen.last + 1 == recorded.position).then_some(seen)
    }

    /// A restore between two calls of one frame keeps their entries side by side.
    fn pass_over(&mut self, recorded: &Recorded, source: &Source) {
        if let Some(seen) = self.begun(recorded, source) {
            let seen = FrameSeen {
                last: recorded.position,
                ..seen.clone()
            };
            self.frames.set(source.fingerprint, Some(seen));
        }
    }

    fn see_broken(&mut self, at: Timestamp, source: &Source, alarm: AlarmId) {
        let Some(key) = broken_key(source) else { return };
        let mut alarms = match self.broken.get(&key) {
            Some((before, alarms)) if *before == at => alarms.clone(),
            _ => Vec::new(),
        };
        alarms.push(alarm);
        self.broken.set(key, Some((at, alarms)));
    }

    /// A good frame has said what a broken one's alarm meant.
    fn resolve_broken(&mut self, source: &Source, alarm: AlarmId) {
        let Some(key) = broken_key(source) else { return };
        let Some((at, alarms)) = self
            .broken
            .get(&key)
            .filter(|(_, alarms)| alarms.contains(&alarm))
        else {
            return;
        };
        let left: Vec<AlarmId> = alarms.iter().copied().filter(|id| *id != alarm).collect();
        let row = (!left.is_empty()).then_some((*at, left));
        self.broken.set(key, row);
    }

    pub(super) fn prune(&mut self, now: Timestamp) {
        while let Some(Queued { at, source, .. }) = self.queue.front() {
            if now.duration_since(*at) <= REPEAT_WINDOW {
                break;
            }
            let (fingerprint, line) = (source.fingerprint, source.line());
            if self.frames.get(&fingerprint).is_some_and(|seen| seen.at == *at) {
                self.frames.forget(&fingerprint);
            }
            if self.lines.get(&line).is_some_and(|(_, last)| last == at) {
                self.lines.forget(&line);
            }
            if let Some(key) = broken_key(source)
                && self.broken.get(&key).is_some_and(|(raised, _)| raised == at)
            {
                self.broken.forget(&key);
            }
            self.queue.pop_front();
        }
        self.queue_committed = self.queue.len();
    }

    pub(super) fn commit(&mut self) {
        self.frames.commit();
        self.lines.commit();
        self.broken.commit();
        self.queue_committed = self.queue.len();
    }

    pub(super) fn rollback(&mut self) {
        self.frames.rollback();
        self.lines.rollback();
        self.broken.rollback();
        self.queue.truncate(self.queue_committed);
    }
}

fn broken_key(source: &Source) -> Option<BrokenKey> {
    Some((source.address.clone(), source.account.clone(), source.sequence?))
}
