//! What the views do not know yet, from the journal: for readers who must not wait for views that cannot be written.
//!
//! Everything here waits for the disk.

use std::collections::BTreeSet;

use saqta_domain::alarm::Alarm;
use saqta_domain::alarm::fact::SignalFact;
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::AlarmId;
use saqta_domain::state::replay_alarm;
use saqta_engine::Handle;
use saqta_readmodel::{AlarmDetail, TimelineItem};

use crate::history::{self, HistoryError};

/// How many entries are looked through; beyond that a list says what the views have.
const LOOKED_THROUGH: usize = 4_096;

/// The alarms that entries after a position are about, each as it stands now, oldest first.
pub(crate) fn alarms_after(handle: &Handle, position: u64) -> Result<Vec<Alarm>, HistoryError> {
    let entries = handle.journal().read(position + 1, LOOKED_THROUGH)?;
    let head = handle.live().head();
    let mut concerned = BTreeSet::new();
    for entry in entries {
        concerned.extend(history::public_part(entry)?.event.alarm());
    }
    let mut alarms = Vec::with_capacity(concerned.len());
    for id in concerned {
        alarms.extend(history::alarm_at(handle, id, head)?);
    }
    alarms.sort_by_key(|alarm| alarm.position);
    Ok(alarms)
}

/// An alarm with what happened to it, brought up to now; what somebody wrote since is not among it.
pub(crate) fn detail(
    handle: &Handle,
    id: AlarmId,
    known: Option<AlarmDetail>,
) -> Result<Option<AlarmDetail>, HistoryError> {
    let events = history::of_alarm(handle, id)?;
    let Some(alarm) = replay_alarm(&events) else {
        return Ok(known);
    };
    let mut timeline = known.map(|known| known.timeline).unwrap_or_default();
    let last = timeline.last().map_or(0, |item| item.position);
    let newer = events.iter().filter(|event| event.position > last);
    timeline.extend(newer.map(item));
    Ok(Some(AlarmDetail {
        position: handle.live().head(),
        alarm,
        timeline,
    }))
}

fn item(recorded: &Recorded) -> TimelineItem {
    let closed = match &recorded.event {
        Event::AlarmClosed(fact) => Some(fact),
        _ => None,
    };
    TimelineItem {
        position: recorded.position,
        at: recorded.at,
        event: recorded.event.name(),
        by: recorded.actor,
        note: None,
        claim: None,
        outcome: closed.map(|fact| fact.outcome),
        factors: closed.map(|fact| fact.factors.clone()),
        signal: signal_of(&recorded.event),
    }
}

fn signal_of(event: &Event) -> Option<SignalFact> {
    match event {
        Event::AlarmRaised(fact) => fact.signal.clone(),
        Event::AlarmJoined(fact) => Some(fact.signal.clone()),
        Event::AlarmSignalled(fact) => Some(fact.signal.clone()),
        _ => None,
    }
}
