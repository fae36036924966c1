//! What happened to an alarm, one item per event.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use saqta_domain::alarm::fact::SignalFact;
use saqta_domain::alarm::{Factor, Outcome};
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::AccountId;
use saqta_domain::private::Claim;

use crate::Error;
use crate::value::{Columns, joined, json, stored};

/// One thing that happened to an alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineItem {
    /// The event's journal position.
    pub position: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// The event's type name, as [`Event::name`] has it.
    pub event: &'static str,
    /// Who did it, if a person did.
    pub by: Option<AccountId>,
    /// What they wrote; gone once the writer is erased.
    pub note: Option<String>,
    /// What a press said that nobody could place; gone once the presser is erased.
    pub claim: Option<Claim>,
    /// How it ended, if this closed it.
    pub outcome: Option<Outcome>,
    /// What contributed to it, if this closed it.
    pub factors: Option<BTreeSet<Factor>>,
    /// The signal that made the event, if one did. That of a repeated frame has no report.
    pub signal: Option<SignalFact>,
}

/// Adds the item of an event to the timeline of the alarm raised at a position.
pub(crate) fn append(connection: &Connection, alarm: u64, recorded: &Recorded) -> Result<(), Error> {
    let closed = match &recorded.event {
        Event::AlarmClosed(fact) => Some(fact),
        _ => None,
    };
    connection
        .prepare_cached(
            "INSERT INTO timeline (alarm, position, at, event, by, outcome, factors, signal) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            stored(alarm),
            stored(recorded.position),
            recorded.at.as_microsecond(),
            recorded.event.name(),
            recorded.actor.map(|by| *by.0.as_bytes()),
            closed.map(|fact| fact.outcome.code()),
            closed.map(|fact| joined(&fact.factors)),
            signal_of(&recorded.event).as_ref().map(json).transpose()?,
        ])?;
    Ok(())
}

fn signal_of(event: &Event) -> Option<SignalFact> {
    match event {
        Event::AlarmRaised(fact) => fact.signal.clone(),
        Event::AlarmJoined(fact) => Some(fact.signal.clone()),
        Event::AlarmSignalled(fact) => Some(fact.signal.clone()),
        Event::AlarmRepeated(fact) => Some(SignalFact {
            source: fact.source.clone(),
            report: None,
            occurred: None,
        }),
        _ => None,
    }
}

/// The timeline of the alarm raised at a position, oldest first.
pub(crate) fn timeline_of(connection: &Connection, alarm: u64) -> Result<Vec<TimelineItem>, Error> {
    let mut statement = connection.prepare_cached(TIMELINE)?;
    let mut rows = statement.query([stored(alarm)])?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        items.push(item(row)?);
    }
    Ok(items)
}

pub(super) const TIMELINE: &str = "SELECT timeline.position, at, event, by, outcome, factors, signal, note, claim \
     FROM timeline LEFT JOIN texts ON texts.position = timeline.position \
     WHERE alarm = ?1 ORDER BY timeline.position";

fn item(row: &Row<'_>) -> Result<TimelineItem, Error> {
    let mut columns = Columns::of(row);
    let c = &mut columns;
    Ok(TimelineItem {
        position: c.number("position")?,
        at: c.time("at")?,
        event: event_name(&c.text("event")?)?,
        by: c.optional_uuid("by")?.map(AccountId),
        outcome: c.optional_word("outcome")?,
        factors: c.optional_words("factors")?,
        signal: c.optional_json("signal")?,
        note: c.optional_text("note")?,
        claim: c.optional_json("claim")?,
    })
}

fn event_name(stored: &str) -> Result<&'static str, Error> {
    let known = Event::TYPES.iter().find(|(name, _)| *name == stored);
    known
        .map(|(name, _)| *name)
        .ok_or_else(|| Error::bad_value("event", stored))
}
