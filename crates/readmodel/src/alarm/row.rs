//! An alarm's row: every field of the domain's [`Alarm`], and back without loss.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use saqta_domain::alarm::{Alarm, Closing, Mark};
use saqta_domain::ids::{AccountId, AlarmId, DeviceId, SiteId, SituationId, ZoneId};

use crate::Error;
use crate::value::{Columns, joined, stored};

/// The columns, in the order in which [`alarm`] reads them.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT position, id, version, kind, silent, origin, site, zone, device, raised_from, flags, \
             situation, raised_at, pressed_at, raised_by, acknowledged_by, acknowledged_at, responding_by, responding_at, attended_by, attended_at, \
             closed_by, closed_at, outcome, factors, released_by, released_at, reopened_by, reopened_at, contested, \
             repeats FROM alarms WHERE ",
            $rest
        )
    };
}

/// The alarm raised at a position.
pub(crate) fn alarm_at(connection: &Connection, position: u64) -> Result<Option<Alarm>, Error> {
    let mut statement = connection.prepare_cached(select!("position = ?1"))?;
    let mut rows = statement.query([stored(position)])?;
    rows.next()?.map(alarm).transpose()
}

/// The alarm of an id.
pub(crate) fn alarm_by_id(connection: &Connection, id: AlarmId) -> Result<Option<Alarm>, Error> {
    let mut statement = connection.prepare_cached(select!("id = ?1"))?;
    let mut rows = statement.query([id.0.as_bytes()])?;
    rows.next()?.map(alarm).transpose()
}

fn alarm(row: &Row<'_>) -> Result<Alarm, Error> {
    let mut columns = Columns::of(row);
    let c = &mut columns;
    // Struct fields are evaluated in the order written, which is the order of the columns.
    Ok(Alarm {
        position: c.number("position")?,
        id: AlarmId(c.uuid("id")?),
        version: c.number("version")?,
        kind: c.word("kind")?,
        silent: c.truth("silent")?,
        origin: c.word("origin")?,
        site: SiteId(c.text("site")?.into()),
        zone: c.optional_text("zone")?.map(|id| ZoneId(id.into())),
        device: c.optional_text("device")?.map(|id| DeviceId(id.into())),
        raised_from: c.optional_text("raised_from")?.map(|id| DeviceId(id.into())),
        flags: c.words("flags")?,
        situation: SituationId(c.uuid("situation")?),
        raised_at: c.time("raised_at")?,
        pressed_at: c.optional_time("pressed_at")?,
        raised_by: c.optional_uuid("raised_by")?.map(AccountId),
        acknowledged: mark(c, "acknowledged_by", "acknowledged_at")?,
        responding: mark(c, "responding_by", "responding_at")?,
        attended: mark(c, "attended_by", "attended_at")?,
        closed: closing(c)?,
        released: mark(c, "released_by", "released_at")?,
        reopened: mark(c, "reopened_by", "reopened_at")?,
        contested: c.truth("contested")?,
        repeats: c.number("repeats")?,
    })
}

fn mark(columns: &mut Columns<'_, '_>, by: &str, at: &str) -> Result<Option<Mark>, Error> {
    match (columns.optional_uuid(by)?, columns.optional_time(at)?) {
        (Some(by), Some(at)) => Ok(Some(Mark {
            by: AccountId(by),
            at,
        })),
        (None, None) => Ok(None),
        _ => Err(Error::bad_value(
            by,
            "there without its time, or its time without it",
        )),
    }
}

fn closing(columns: &mut Columns<'_, '_>) -> Result<Option<Closing>, Error> {
    let mark = mark(columns, "closed_by", "closed_at")?;
    match (
        mark,
        columns.optional_word("outcome")?,
        columns.optional_words("factors")?,
    ) {
        (Some(mark), Some(outcome), Some(factors)) => Ok(Some(Closing {
            mark,
            outcome,
            factors,
        })),
        (None, None, None) => Ok(None),
        _ => Err(Error::bad_value(
            "outcome",
            "there without who closed it, or the other way round",
        )),
    }
}

/// An alarm that the events of a batch are about. It is read once and written once, however many they are.
#[derive(Debug)]
pub(crate) struct Touched {
    /// As it stands after the events so far.
    pub(crate) alarm: Alarm,
    /// As its row has it; none when it has no row yet.
    before: Option<Alarm>,
}

impl Touched {
    /// An alarm that was just raised.
    pub(crate) fn new(alarm: Alarm) -> Self {
        Self { alarm, before: None }
    }

    /// The alarm of an id, from its row.
    pub(crate) fn load(connection: &Connection, id: AlarmId) -> Result<Option<Self>, Error> {
        let alarm = alarm_by_id(connection, id)?;
        Ok(alarm.map(|alarm| Self {
            before: Some(alarm.clone()),
            alarm,
        }))
    }

    /// Writes the row: all of it, in two parts, since the part that indices depend on seldom changes.
    pub(crate) fn store(&self, connection: &Connection) -> Result<(), Error> {
        let alarm = &self.alarm;
        let Some(before) = &self.before else {
            insert(connection, alarm)?;
            // The other part is as the table has it by default until something happens.
            return if alarm.version == 1 {
                Ok(())
            } else {
                update_progress(connection, alarm)
            };
        };
        if call(before) != call(alarm) {
            update_call(connection, alarm)?;
        }
        update_progress(connection, alarm)
    }
}

/// Everything that [`update_call`] writes.
fn call(alarm: &Alarm) -> impl PartialEq {
    (
        (
            alarm.is_open(),
            alarm.kind,
            alarm.silent,
            alarm.origin,
            &alarm.site,
            &alarm.zone,
            &alarm.device,
            &alarm.raised_from,
        ),
        (
            &alarm.flags,
            alarm.situation,
            alarm.raised_at,
            alarm.pressed_at,
            alarm.raised_by,
        ),
    )
}

/// Writes a new row: who calls for help, what for and where.
fn insert(connection: &Connection, alarm: &Alarm) -> Result<(), Error> {
    write_call(
        connection,
        alarm,
        "INSERT INTO alarms (open, kind, silent, origin, site, zone, device, flags, situation, raised_at, raised_by, \
         raised_from, pressed_at, position, id, version, contested, repeats) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 1, 0, 0)",
    )
}

/// Writes who calls for help, what for and where, when that turns out to be otherwise, and whether it is over.
fn update_call(connection: &Connection, alarm: &Alarm) -> Result<(), Error> {
    write_call(
        connection,
        alarm,
        "UPDATE alarms SET open = ?1, kind = ?2, silent = ?3, origin = ?4, site = ?5, zone = ?6, device = ?7, \
         flags = ?8, situation = ?9, raised_at = ?10, raised_by = ?11, raised_from = ?12, \
         pressed_at = ?13 WHERE position = ?14 AND id = ?15",
    )
}

fn write_call(connection: &Connection, alarm: &Alarm, sql: &str) -> Result<(), Error> {
    let changed = connection.prepare_cached(sql)?.execute(params![
        alarm.is_open(),
        alarm.kind.code(),
        alarm.silent,
        alarm.origin.code(),
        alarm.site.as_str(),
        alarm.zone.as_ref().map(ZoneId::as_str),
        alarm.device.as_ref().map(DeviceId::as_str),
        joined(&alarm.flags),
        alarm.situation.0.as_bytes(),
        alarm.raised_at.as_microsecond(),
        alarm.raised_by.map(|by| *by.0.as_bytes()),
        alarm.raised_from.as_ref().map(DeviceId::as_str),
        alarm.pressed_at.map(Timestamp::as_microsecond),
        stored(alarm.position),
        alarm.id.0.as_bytes(),
    ])?;
    expect_one(changed)
}

/// Writes how far help has come.
fn update_progress(connection: &Connection, alarm: &Alarm) -> Result<(), Error> {
    let by = |mark: &Option<Mark>| mark.map(|mark| *mark.by.0.as_bytes());
    let at = |mark: &Option<Mark>| mark.map(|mark| mark.at.as_microsecond());
    let closed = alarm.closed.as_ref();
    let closed_mark = closed.map(|closing| closing.mark);
    let changed = connection
        .prepare_cached(
            "UPDATE alarms SET version = ?2, acknowledged_by = ?3, acknowledged_at = ?4, responding_by = ?5, \
             responding_at = ?6, attended_by = ?7, attended_at = ?8, closed_by = ?9, closed_at = ?10, \
             outcome = ?11, factors = ?12, released_by = ?13, released_at = ?14, reopened_by = ?15, \
             reopened_at = ?16, contested = ?17, repeats = ?18 WHERE position = ?1",
        )?
        .execute(params![
            stored(alarm.position),
            stored(alarm.version),
            by(&alarm.acknowledged),
            at(&alarm.acknowledged),
            by(&alarm.responding),
            at(&alarm.responding),
            by(&alarm.attended),
            at(&alarm.attended),
            by(&closed_mark),
            at(&closed_mark),
            closed.map(|closing| closing.outcome.code()),
            closed.map(|closing| joined(&closing.factors)),
            by(&alarm.released),
            at(&alarm.released),
            by(&alarm.reopened),
            at(&alarm.reopened),
            alarm.contested,
            stored(alarm.repeats),
        ])?;
    expect_one(changed)
}

fn expect_one(changed: usize) -> Result<(), Error> {
    if changed == 1 {
        Ok(())
    } else {
        Err(Error::Damaged(format!("{changed} rows of one alarm")))
    }
}
