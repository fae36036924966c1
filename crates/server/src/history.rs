//! What the journal says of one alarm: its events without their sealed parts, and how it stood at a position; and of one
//! injury: its reports, and what was done with their sealed parts.
//!
//! Everything here waits for the disk.

use std::collections::HashMap;

use jiff::Timestamp;
use saqta_domain::alarm::{Alarm, Flag, Origin};
use saqta_domain::decide::injury_subject;
use saqta_domain::event::{Event, Recorded, Stream, Unreadable};
use saqta_domain::ids::{AccountId, AlarmId, InjuryId, SiteId};
use saqta_domain::state::replay_alarm;
use saqta_engine::Handle;
use saqta_journal::{Entry, ReadError};
use saqta_readmodel::ReportRow;

use crate::shape::alarm::Signal;

/// Why an alarm's history could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HistoryError {
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The entries could not be read together with what is sealed in them.
    #[error("{0}")]
    Sealed(String),
}

/// The events of an alarm, oldest first, without their sealed parts.
pub(crate) fn of_alarm(handle: &Handle, id: AlarmId) -> Result<Vec<Recorded>, HistoryError> {
    let entries = handle.journal().read_stream(&Stream::alarm(id).0)?;
    entries.into_iter().map(public_part).collect()
}

/// All reports of an injury, oldest first; none when there is no such injury.
pub(crate) fn reports_of(handle: &Handle, id: InjuryId) -> Result<Vec<ReportRow>, HistoryError> {
    let entries = handle.journal().read_stream(&Stream::injury(id).0)?;
    let events = entries.into_iter().map(public_part);
    events
        .filter_map(|event| event.map(|event| ReportRow::of(&event)).transpose())
        .collect()
}

/// What was done with who was hurt, oldest first.
pub(crate) struct InjuredHistory {
    /// The openings, each with the position of the report that was opened.
    pub(crate) openings: Vec<(u64, Recorded)>,
    /// The first erasure.
    pub(crate) erasure: Option<Recorded>,
    /// Whether any report said who was hurt.
    pub(crate) is_said: bool,
}

/// Who opened what is sealed about who was hurt, and who erased it; with their reasons, where these can still be read.
pub(crate) fn of_injured(handle: &Handle, id: InjuryId) -> Result<InjuredHistory, HistoryError> {
    let reports = sealed_reports(handle, id)?;
    let mut openings = Vec::new();
    for report in &reports {
        let opened = handle.read_stream(&Stream::opening_of(*report));
        let opened = opened.map_err(HistoryError::Sealed)?;
        openings.extend(opened.into_iter().map(|event| (*report, event)));
    }
    openings.sort_by_key(|(_, event)| event.position);
    let erased = handle.read_stream(&Stream::erasure_of(id));
    let erased = erased.map_err(HistoryError::Sealed)?;
    Ok(InjuredHistory {
        openings,
        erasure: erased.into_iter().next(),
        is_said: !reports.is_empty(),
    })
}

/// The positions of the reports that sealed who was hurt, oldest first.
pub(crate) fn sealed_reports(handle: &Handle, id: InjuryId) -> Result<Vec<u64>, HistoryError> {
    let subject = injury_subject(id);
    let entries = handle.journal().read_stream(&Stream::injury(id).0)?;
    let said = entries
        .iter()
        .filter(|entry| entry.sealed.iter().any(|part| part.subject == subject));
    Ok(said.map(|entry| entry.position).collect())
}

/// An alarm as it stood after a position; none if it was not raised by then.
pub(crate) fn alarm_at(handle: &Handle, id: AlarmId, position: u64) -> Result<Option<Alarm>, HistoryError> {
    let mut events = of_alarm(handle, id)?;
    events.retain(|event| event.position <= position);
    Ok(replay_alarm(&events))
}

/// The signal that raised an alarm, if one did; of a bad frame and the good one that followed it, the good one.
pub(crate) fn raising_signal(handle: &Handle, alarm: &Alarm) -> Result<Option<Signal>, HistoryError> {
    if alarm.origin == Origin::Person {
        return Ok(None);
    }
    let Some(first) = handle.journal().read(alarm.position, 1)?.pop() else {
        return Ok(None);
    };
    let Event::AlarmRaised(raised) = Event::decode(&first.kind, first.schema, &first.body)? else {
        return Ok(None);
    };
    if raised.flags.contains(&Flag::BadChecksum) {
        for entry in handle.journal().read_stream(&first.stream)?.iter().rev() {
            if let Event::AlarmJoined(joined) = Event::decode(&entry.kind, entry.schema, &entry.body)? {
                return Ok(Some(Signal::of(joined.signal, handle.signal_text(entry))));
            }
        }
    }
    Ok(raised
        .signal
        .map(|fact| Signal::of(fact, handle.signal_text(&first))))
}

/// The texts of the signals in an alarm's stream, by the position of their entries.
pub(crate) fn signal_texts(handle: &Handle, alarm: &Alarm) -> Result<HashMap<u64, String>, HistoryError> {
    if alarm.origin == Origin::Person {
        return Ok(HashMap::new());
    }
    let entries = handle.journal().read_stream(&Stream::alarm(alarm.id).0)?;
    let texts = entries
        .iter()
        .filter_map(|entry| Some((entry.position, handle.signal_text(entry)?)));
    Ok(texts.collect())
}

pub(crate) fn public_part(entry: Entry) -> Result<Recorded, HistoryError> {
    Ok(Recorded {
        position: entry.position,
        at: Timestamp::from_microsecond(entry.time).unwrap_or(Timestamp::UNIX_EPOCH),
        actor: entry.actor.map(AccountId),
        site: entry.site.as_deref().map(SiteId::from),
        stream: Stream(entry.stream),
        version: entry.version,
        event: Event::decode(&entry.kind, entry.schema, &entry.body)?,
        private: Vec::new(),
    })
}
