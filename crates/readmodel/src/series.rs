//! Series that others count, every version of them.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use saqta_domain::event::Recorded;
use saqta_domain::series::Series;

use crate::Error;
use crate::value::{Columns, json, stored};

/// One version of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesRow {
    /// The journal position of its recording.
    pub position: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Its version, from 1.
    pub version: u64,
    /// The series.
    pub series: Series,
}

pub(crate) fn insert(connection: &Connection, recorded: &Recorded, series: &Series) -> Result<(), Error> {
    connection
        .prepare_cached("INSERT INTO series (position, at, version, id, series) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            stored(recorded.position),
            recorded.at.as_microsecond(),
            stored(recorded.version),
            series.id.as_str(),
            json(series)?,
        ])?;
    Ok(())
}

/// Every version of every series after a position, oldest first.
pub(crate) fn after(connection: &Connection, position: u64) -> Result<Vec<SeriesRow>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT position, at, version, series FROM series WHERE position > ?1 ORDER BY position",
    )?;
    let mut rows = statement.query(params![stored(position)])?;
    let mut series = Vec::new();
    while let Some(row) = rows.next()? {
        let mut columns = Columns::of(row);
        let c = &mut columns;
        series.push(SeriesRow {
            position: c.number("position")?,
            at: c.time("at")?,
            version: c.number("version")?,
            series: c.json("series")?,
        });
    }
    Ok(series)
}
