//! The open alarms, by id, by place and by situation.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::{Bound, RangeBounds};
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use crate::alarm::{Alarm, AlarmKind, Stage};
use crate::ids::{AccountId, AlarmId, DeviceId, SiteId, SituationId, ZoneId};

/// Where alarms gather into a situation.
type Spot = (SiteId, Option<ZoneId>);

/// Below and above every id.
const FIRST: AlarmId = AlarmId(Uuid::nil());
const LAST: AlarmId = AlarmId(Uuid::max());

/// How far help has come, in order, and by whom.
type Progress = (u8, Option<AccountId>);

/// The open alarms. A closed one is here only while it is lent to a decision or not yet committed.
#[derive(Debug, Default)]
pub struct LiveAlarms {
    alarms: HashMap<AlarmId, Arc<Alarm>>,
    by_spot: BTreeMap<Spot, BTreeSet<(Timestamp, AlarmId)>>,
    by_situation: HashMap<SituationId, BTreeSet<(Progress, AlarmId)>>,
    by_device: HashMap<DeviceId, BTreeSet<(AlarmKind, AlarmId)>>,
    open: usize,
    undo: Vec<(AlarmId, Option<Arc<Alarm>>)>,
}

impl LiveAlarms {
    /// An alarm, if it is open or lent.
    #[must_use]
    pub fn get(&self, id: AlarmId) -> Option<&Arc<Alarm>> {
        self.alarms.get(&id)
    }

    /// How many are open.
    #[must_use]
    pub fn open_count(&self) -> usize {
        self.open
    }

    /// The open ones, in no order.
    pub fn open(&self) -> impl Iterator<Item = &Arc<Alarm>> {
        self.alarms.values().filter(|alarm| alarm.is_open())
    }

    /// The open alarm raised last at a spot.
    #[must_use]
    pub fn newest_at(&self, site: &SiteId, zone: Option<&ZoneId>) -> Option<&Arc<Alarm>> {
        let (_, id) = self.by_spot.get(&(site.clone(), zone.cloned()))?.last()?;
        self.alarms.get(id)
    }

    /// An open alarm of a situation, one on which help has come the least far.
    #[must_use]
    pub fn any_of_situation(&self, situation: SituationId) -> Option<&Arc<Alarm>> {
        let (_, id) = self.by_situation.get(&situation)?.first()?;
        self.alarms.get(id)
    }

    /// The open alarms of a situation on which help has come less far than a stage, the least far first. Those
    /// further on cost nothing, however many they are.
    pub fn short_of(&self, situation: SituationId, stage: Stage) -> impl Iterator<Item = &Arc<Alarm>> {
        let (rank, _) = progress(stage);
        self.of_situation(
            situation,
            (Bound::Unbounded, Bound::Excluded(((rank, None), FIRST))),
        )
    }

    /// The open alarms of a situation where others than a person are on the scene.
    pub fn attended_by_others(
        &self,
        situation: SituationId,
        by: AccountId,
    ) -> impl Iterator<Item = &Arc<Alarm>> {
        let own = progress(Stage::Attended(by));
        let (rank, _) = own;
        let before = (
            Bound::Included(((rank, None), FIRST)),
            Bound::Excluded((own, FIRST)),
        );
        let after = (
            Bound::Excluded((own, LAST)),
            Bound::Excluded(((rank + 1, None), FIRST)),
        );
        self.of_situation(situation, before)
            .chain(self.of_situation(situation, after))
    }

    fn of_situation(
        &self,
        situation: SituationId,
        range: impl RangeBounds<(Progress, AlarmId)>,
    ) -> impl Iterator<Item = &Arc<Alarm>> {
        let within = self
            .by_situation
            .get(&situation)
            .map(|alarms| alarms.range(range));
        within
            .into_iter()
            .flatten()
            .filter_map(|(_, id)| self.alarms.get(id))
    }

    /// The open alarm of a kind that a device raised last, by its id.
    #[must_use]
    pub fn newest_of_device(&self, device: &DeviceId, kind: AlarmKind) -> Option<&Arc<Alarm>> {
        let ids = (kind, FIRST)..=(kind, LAST);
        let (_, id) = self.by_device.get(device)?.range(ids).next_back()?;
        self.alarms.get(id)
    }

    /// The open alarm that a device raised last, by its id.
    #[must_use]
    pub fn newest_of_device_in_any_kind(&self, device: &DeviceId) -> Option<&Arc<Alarm>> {
        let newest = AlarmKind::ALL
            .iter()
            .filter_map(|kind| self.newest_of_device(device, *kind));
        newest.max_by_key(|alarm| alarm.id)
    }

    pub(super) fn lend(&mut self, alarm: Alarm) {
        self.put(alarm);
    }

    pub(super) fn put(&mut self, alarm: Alarm) {
        let id = alarm.id;
        let before = self.replace(id, Some(&Arc::new(alarm)));
        self.undo.push((id, before));
    }

    pub(super) fn commit(&mut self) {
        for (id, _) in std::mem::take(&mut self.undo) {
            if self.alarms.get(&id).is_some_and(|alarm| !alarm.is_open()) {
                self.replace(id, None);
            }
        }
    }

    pub(super) fn rollback(&mut self) {
        while let Some((id, before)) = self.undo.pop() {
            self.replace(id, before.as_ref());
        }
    }

    /// The one place that changes the map, so that the indices never disagree with it.
    fn replace(&mut self, id: AlarmId, alarm: Option<&Arc<Alarm>>) -> Option<Arc<Alarm>> {
        let before = match alarm {
            Some(alarm) => self.alarms.insert(id, Arc::clone(alarm)),
            None => self.alarms.remove(&id),
        };
        let unchanged = matches!((&before, alarm), (Some(old), Some(new)) if same_index_keys(old, new));
        if !unchanged {
            if let Some(old) = before.as_deref().filter(|old| old.is_open()) {
                self.unindex(old);
            }
            if let Some(new) = alarm.filter(|new| new.is_open()) {
                self.index(new);
            }
        }
        before
    }

    fn index(&mut self, alarm: &Alarm) {
        self.open += 1;
        self.by_spot
            .entry(spot(alarm))
            .or_default()
            .insert((alarm.raised_at, alarm.id));
        self.by_situation
            .entry(alarm.situation)
            .or_default()
            .insert((progress(alarm.stage()), alarm.id));
        if let Some(device) = &alarm.device {
            self.by_device
                .entry(device.clone())
                .or_default()
                .insert((alarm.kind, alarm.id));
        }
    }

    fn unindex(&mut self, alarm: &Alarm) {
        self.open -= 1;
        let spot = spot(alarm);
        if let Some(ids) = self.by_spot.get_mut(&spot) {
            ids.remove(&(alarm.raised_at, alarm.id));
            if ids.is_empty() {
                self.by_spot.remove(&spot);
            }
        }
        if let Some(ids) = self.by_situation.get_mut(&alarm.situation) {
            ids.remove(&(progress(alarm.stage()), alarm.id));
            if ids.is_empty() {
                self.by_situation.remove(&alarm.situation);
            }
        }
        if let Some(device) = &alarm.device
            && let Some(ids) = self.by_device.get_mut(device)
        {
            ids.remove(&(alarm.kind, alarm.id));
            if ids.is_empty() {
                self.by_device.remove(device);
            }
        }
    }
}

fn spot(alarm: &Alarm) -> Spot {
    (alarm.site.clone(), alarm.zone.clone())
}

fn progress(stage: Stage) -> Progress {
    let rank = match stage {
        Stage::Raised => 0,
        Stage::Acknowledged(_) => 1,
        Stage::Responding(_) => 2,
        Stage::Attended(_) => 3,
        Stage::Closed(_) => 4,
    };
    (rank, stage.by())
}

fn same_index_keys(old: &Alarm, new: &Alarm) -> bool {
    old.stage() == new.stage()
        && old.kind == new.kind
        && old.site == new.site
        && old.zone == new.zone
        && old.device == new.device
}
