//! The live state that decisions look at: what is open, what is declared, what came in the last minute.
//!
//! The cast: [`State`] owns the [`Directory`], the [`LiveAlarms`], the [`RecentFrames`] and the versions of the
//! small streams. The writer applies events before they are durable; [`State::commit`] keeps them,
//! [`State::rollback`] undoes them when the journal could not.

mod alarms;
mod frames;
mod register;
mod table;

pub use alarms::LiveAlarms;
pub use frames::{FrameSeen, RecentFrames};
pub use register::{Imports, KnownSeries, LentInjuries, SeriesTable};

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};

use crate::alarm::{Alarm, Mark};
use crate::directory::Directory;
use crate::event::{Event, Recorded, Stream};
use crate::ids::{ImportId, InjuryId, SeriesId};
use crate::import::Import;
use crate::injury::Injury;
use table::Table;

/// What decisions look at.
#[derive(Debug, Default)]
pub struct State {
    directory: Arc<Directory>,
    directory_before: Option<Arc<Directory>>,
    directory_log: Vec<u64>,
    directory_log_committed: usize,
    alarms: LiveAlarms,
    frames: RecentFrames,
    versions: Table<String, u64>,
    injuries: LentInjuries,
    imports: Imports,
    series: SeriesTable,
}

/// The live state without the directory, which holds people and is read from the journal instead.
#[derive(Debug, Serialize, Deserialize)]
pub struct Snapshot {
    /// The positions of the entries that make the directory.
    pub directory: Vec<u64>,
    /// The position of the oldest entry whose frame was still remembered; 0 when there was none.
    pub frames_from: u64,
    #[serde(serialize_with = "by_id")]
    alarms: Vec<Arc<Alarm>>,
    versions: Vec<(String, u64)>,
    #[serde(default)]
    imports: Vec<(ImportId, Import)>,
    #[serde(default)]
    series: Vec<(SeriesId, KnownSeries)>,
}

/// Sorted only when it is written: taking a snapshot holds up the writer, writing one does not.
fn by_id<S: Serializer>(alarms: &[Arc<Alarm>], serializer: S) -> Result<S::Ok, S::Error> {
    let mut sorted: Vec<&Alarm> = alarms.iter().map(AsRef::as_ref).collect();
    sorted.sort_unstable_by_key(|alarm| alarm.id);
    serializer.collect_seq(sorted)
}

impl State {
    /// What is declared.
    #[must_use]
    pub fn directory(&self) -> &Arc<Directory> {
        &self.directory
    }

    /// The open alarms, and closed ones lent for a decision.
    #[must_use]
    pub fn alarms(&self) -> &LiveAlarms {
        &self.alarms
    }

    /// The frames of the last minute.
    #[must_use]
    pub fn frames(&self) -> &RecentFrames {
        &self.frames
    }

    /// The injuries lent for a decision.
    #[must_use]
    pub fn injuries(&self) -> &LentInjuries {
        &self.injuries
    }

    /// Every import.
    #[must_use]
    pub fn imports(&self) -> &Imports {
        &self.imports
    }

    /// Every series, without its figures.
    #[must_use]
    pub fn series(&self) -> &SeriesTable {
        &self.series
    }

    /// Lends an injury, read from its stream, to the decisions of the batch.
    pub fn lend_injury(&mut self, id: InjuryId, injury: Injury) {
        self.injuries.lend(id, injury);
    }

    /// The version that a stream's next event will have.
    #[must_use]
    pub fn next_version(&self, stream: &Stream, event: &Event) -> u64 {
        let known = match (event.alarm(), event.injury()) {
            (Some(id), _) => self.alarms.get(id).map(|alarm| alarm.version),
            (_, Some(id)) => self.injuries.get(id).map(|injury| injury.version),
            (None, None) => self.versions.get(&stream.0).copied(),
        };
        known.unwrap_or(0) + 1
    }

    /// Lends a closed alarm, read from its stream, to the decision that needs it.
    pub fn lend(&mut self, alarm: Alarm) {
        self.alarms.lend(alarm);
    }

    /// Forgets frames that can no longer be repeated. Only between commands whose events are durable.
    pub fn prune(&mut self, now: Timestamp) {
        self.frames.prune(now);
    }

    /// Makes an event part of the state.
    pub fn apply(&mut self, recorded: &Recorded) {
        if Directory::concerns(&recorded.event) {
            self.directory_before
                .get_or_insert_with(|| Arc::clone(&self.directory));
            Arc::make_mut(&mut self.directory).apply(recorded);
            self.directory_log.push(recorded.position);
        }
        match recorded.event.alarm() {
            Some(_) => self.apply_to_alarm(recorded),
            None if is_counted(&recorded.event) => {
                self.versions
                    .set(recorded.stream.0.clone(), Some(recorded.version));
            }
            None => {}
        }
        self.frames.apply(recorded);
        self.injuries.apply(recorded);
        self.imports.apply(recorded);
        self.series.apply(recorded);
    }

    /// Keeps what was applied.
    pub fn commit(&mut self) {
        self.directory_before = None;
        self.directory_log_committed = self.directory_log.len();
        self.alarms.commit();
        self.frames.commit();
        self.versions.commit();
        self.injuries.clear();
        self.imports.commit();
        self.series.commit();
    }

    /// Undoes what was applied since the last commit.
    pub fn rollback(&mut self) {
        if let Some(before) = self.directory_before.take() {
            self.directory = before;
        }
        self.directory_log.truncate(self.directory_log_committed);
        self.alarms.rollback();
        self.frames.rollback();
        self.versions.rollback();
        self.injuries.clear();
        self.imports.rollback();
        self.series.rollback();
    }

    /// What a snapshot stores; nothing may be uncommitted.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let mut versions: Vec<(String, u64)> = self
            .versions
            .iter()
            .map(|(stream, version)| (stream.clone(), *version))
            .collect();
        versions.sort();
        Snapshot {
            directory: self.directory_log.clone(),
            frames_from: self.frames.first_position().unwrap_or(0),
            alarms: self.alarms.open().cloned().collect(),
            versions,
            imports: self.imports.rows(),
            series: self.series.rows(),
        }
    }

    /// The state of a snapshot, given the entries that make the directory. Frames are not in it: the caller replays
    /// the entries from [`Snapshot::frames_from`] on through [`State::remember_frame`].
    #[must_use]
    pub fn from_snapshot(snapshot: Snapshot, directory: &[Recorded]) -> Self {
        let mut state = Self::default();
        for recorded in directory {
            state.apply(recorded);
        }
        state.versions = Table::default();
        for (stream, version) in snapshot.versions {
            state.versions.set(stream, Some(version));
        }
        for (id, import) in snapshot.imports {
            state.imports.put(id, import);
        }
        for (id, series) in snapshot.series {
            state.series.put(id, series);
        }
        for alarm in snapshot.alarms {
            state.alarms.put(Arc::unwrap_or_clone(alarm));
        }
        state.commit();
        state
    }

    /// Takes in, for good, only what an entry says about frames. Only while nothing is uncommitted.
    pub fn remember_frame(&mut self, recorded: &Recorded) {
        self.frames.apply(recorded);
        self.frames.commit();
    }

    fn apply_to_alarm(&mut self, recorded: &Recorded) {
        let site = || {
            recorded
                .site
                .clone()
                .unwrap_or_else(crate::ids::SiteId::unassigned)
        };
        if let Event::AlarmRaised(fact) = &recorded.event {
            let alarm = Alarm::raised(fact, site(), recorded.actor, recorded.at, recorded.position);
            self.alarms.put(alarm);
            return;
        }
        let Some(id) = recorded.event.alarm() else { return };
        let Some(known) = self.alarms.get(id) else { return };
        let mut alarm = (**known).clone();
        fold(&mut alarm, recorded);
        self.alarms.put(alarm);
    }
}

/// Applies one event to the alarm it is about.
pub fn fold(alarm: &mut Alarm, recorded: &Recorded) {
    alarm.version = recorded.version;
    let mark = recorded.actor.map(|by| Mark { by, at: recorded.at });
    match (&recorded.event, mark) {
        (Event::AlarmAcknowledged(_), Some(mark)) => alarm.acknowledge(mark),
        (Event::AlarmResponding(_), Some(mark)) => alarm.respond(mark),
        (Event::AlarmAttended(_), Some(mark)) => alarm.attend(mark),
        (Event::AlarmClosed(fact), Some(mark)) => alarm.close(mark, fact),
        (Event::AlarmReleased(_), Some(mark)) => alarm.release(mark),
        (Event::AlarmReopened(_), Some(mark)) => alarm.reopen(mark),
        (Event::AlarmContested(_), _) => alarm.contest(),
        (Event::AlarmRepeated(_), _) => alarm.repeats += 1,
        (Event::AlarmJoined(fact), _) => {
            let site = recorded
                .site
                .clone()
                .unwrap_or_else(crate::ids::SiteId::unassigned);
            alarm.join(fact, site);
        }
        _ => {}
    }
}

/// The alarm that the events of its stream make, if the first one raises it.
#[must_use]
pub fn replay_alarm(stream: &[Recorded]) -> Option<Alarm> {
    let (first, rest) = stream.split_first()?;
    let Event::AlarmRaised(fact) = &first.event else {
        return None;
    };
    let site = first.site.clone().unwrap_or_else(crate::ids::SiteId::unassigned);
    let mut alarm = Alarm::raised(fact, site, first.actor, first.at, first.position);
    rest.iter().for_each(|recorded| fold(&mut alarm, recorded));
    Some(alarm)
}

/// Whether the version of a stream must be remembered: a signal's has one event only, an injury is read when it is
/// needed.
fn is_counted(event: &Event) -> bool {
    !matches!(event, Event::SignalRecorded(_)) && event.injury().is_none()
}
