//! Reports of injuries, in the journal's order. What they add up to is the domain's own fold.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::{AccountId, AlarmId, ImportId, InjuryId};
use saqta_domain::injury::Details;

use crate::Error;
use crate::value::{Columns, json, stored};

/// One report of an injury, as the journal has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Its journal position.
    pub position: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: Option<AccountId>,
    /// The injury.
    pub injury: InjuryId,
    /// The import that brought it.
    pub import: Option<ImportId>,
    /// The alarm in which it happened; with the first report only.
    pub alarm: Option<AlarmId>,
    /// The reporter's own number of the case.
    pub number: Option<String>,
    /// What it says; none when it takes the injury out of the count.
    pub details: Option<Details>,
}

impl ReportRow {
    /// The report that a recorded event is, if it is one.
    #[must_use]
    pub fn of(recorded: &Recorded) -> Option<Self> {
        Self::of_event(&recorded.event, recorded.position, recorded.at, recorded.actor)
    }

    /// The report that an event is, if it is one.
    #[must_use]
    pub fn of_event(event: &Event, position: u64, at: Timestamp, by: Option<AccountId>) -> Option<Self> {
        let mut report = Self {
            position,
            at,
            by,
            injury: event.injury()?,
            import: None,
            alarm: None,
            number: None,
            details: None,
        };
        match event {
            Event::InjuryRecorded(fact) => {
                report.import = fact.import;
                report.alarm = fact.alarm;
                report.number.clone_from(&fact.number);
                report.details = Some(fact.details.clone());
            }
            Event::InjuryReported(fact) | Event::InjuryRevised(fact) => {
                report.import = fact.import;
                report.number.clone_from(&fact.number);
                report.details = Some(fact.details.clone());
            }
            _ => {}
        }
        Some(report)
    }
}

pub(crate) fn insert(connection: &Connection, report: &ReportRow) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO reports (position, at, by, injury, import, alarm, number, details) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            stored(report.position),
            report.at.as_microsecond(),
            report.by.map(|id| *id.0.as_bytes()),
            report.injury.0.as_bytes(),
            report.import.map(|id| *id.0.as_bytes()),
            report.alarm.map(|id| *id.0.as_bytes()),
            report.number,
            report.details.as_ref().map(json).transpose()?,
        ])?;
    Ok(())
}

pub(crate) const AFTER: &str = "SELECT position, at, by, injury, import, alarm, number, details FROM reports \
     WHERE position > ?1 ORDER BY position";

/// Hands every report after a position to `take`, in the journal's order.
pub(crate) fn after(
    connection: &Connection,
    position: u64,
    mut take: impl FnMut(ReportRow),
) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(AFTER)?;
    let mut rows = statement.query(params![stored(position)])?;
    while let Some(row) = rows.next()? {
        take(report(row)?);
    }
    Ok(())
}

fn report(row: &Row<'_>) -> Result<ReportRow, Error> {
    let mut columns = Columns::of(row);
    let c = &mut columns;
    Ok(ReportRow {
        position: c.number("position")?,
        at: c.time("at")?,
        by: c.optional_uuid("by")?.map(AccountId),
        injury: InjuryId(c.uuid("injury")?),
        import: c.optional_uuid("import")?.map(ImportId),
        alarm: c.optional_uuid("alarm")?.map(AlarmId),
        number: c.optional_text("number")?,
        details: c.optional_json("details")?,
    })
}
