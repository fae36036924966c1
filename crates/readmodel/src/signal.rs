//! Signals that were no alarm: tests, supervision, opening and closing.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use saqta_domain::alarm::Flag;
use saqta_domain::event::{Recorded, SignalRecorded};
use saqta_domain::ids::{DeviceId, SiteId};
use saqta_domain::signal::{Report, Source};

use crate::value::{Columns, joined, json, stored};
use crate::{Error, Page};

/// The most items of a page.
const MOST: usize = 500;

/// A signal that was no alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalRow {
    /// Its journal position.
    pub position: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// The site it concerns.
    pub site: SiteId,
    /// The declared device that sent it, if it is known.
    pub device: Option<DeviceId>,
    /// Where it came from.
    pub source: Source,
    /// What it reported.
    pub reports: Vec<Report>,
    /// When it happened by the device's own clock.
    pub occurred: Option<Timestamp>,
    /// What was wrong with it.
    pub flags: BTreeSet<Flag>,
}

pub(crate) fn insert(
    connection: &Connection,
    recorded: &Recorded,
    fact: &SignalRecorded,
) -> Result<(), Error> {
    let site = recorded.site.clone().unwrap_or_else(SiteId::unassigned);
    connection
        .prepare_cached(
            "INSERT INTO signals (position, at, site, device, source, reports, occurred, flags) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            stored(recorded.position),
            recorded.at.as_microsecond(),
            site.as_str(),
            fact.device.as_ref().map(DeviceId::as_str),
            json(&fact.source)?,
            json(&fact.reports)?,
            fact.occurred.map(|at| at.to_string()),
            joined(&fact.flags),
        ])?;
    Ok(())
}

pub(crate) const PAGE: &str = "SELECT position, at, site, device, source, reports, occurred, flags FROM signals \
     WHERE device = ?1 AND position < ?2 ORDER BY position DESC LIMIT ?3";

/// A device's signals, newest first.
pub(crate) fn page(
    connection: &Connection,
    device: &DeviceId,
    before: Option<u64>,
    limit: usize,
    position: u64,
) -> Result<Page<SignalRow>, Error> {
    let limit = limit.clamp(1, MOST);
    let mut statement = connection.prepare_cached(PAGE)?;
    let wanted = stored(limit as u64 + 1);
    let mut rows = statement.query(params![device.as_str(), before.map_or(i64::MAX, stored), wanted])?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        items.push(signal(row)?);
    }
    let more = items.len() > limit;
    items.truncate(limit);
    let next = if more {
        items.last().map(|signal: &SignalRow| signal.position)
    } else {
        None
    };
    Ok(Page {
        items,
        next,
        position,
    })
}

fn signal(row: &Row<'_>) -> Result<SignalRow, Error> {
    let mut columns = Columns::of(row);
    let c = &mut columns;
    Ok(SignalRow {
        position: c.number("position")?,
        at: c.time("at")?,
        site: SiteId(c.text("site")?.into()),
        device: c.optional_text("device")?.map(|id| DeviceId(id.into())),
        source: c.json("source")?,
        reports: c.json("reports")?,
        occurred: c
            .optional_text("occurred")?
            .map(|text| parsed(&text))
            .transpose()?,
        flags: c.words("flags")?,
    })
}

fn parsed(text: &str) -> Result<Timestamp, Error> {
    text.parse().map_err(|error| Error::bad_value("occurred", error))
}
