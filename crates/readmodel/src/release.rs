//! Releases, every revision of them.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use saqta_domain::event::Recorded;
use saqta_domain::ids::AccountId;
use saqta_domain::release::ReleasePublished;

use crate::Error;
use crate::value::{Columns, json, stored};

/// One revision of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseRow {
    /// The journal position of its publication.
    pub position: u64,
    /// When it was published.
    pub at: Timestamp,
    /// Who published it.
    pub by: Option<AccountId>,
    /// What was published.
    pub release: ReleasePublished,
}

pub(crate) fn insert(
    connection: &Connection,
    recorded: &Recorded,
    fact: &ReleasePublished,
) -> Result<(), Error> {
    connection
        .prepare_cached("INSERT INTO releases (position, at, by, id, release) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            stored(recorded.position),
            recorded.at.as_microsecond(),
            recorded.actor.map(|id| *id.0.as_bytes()),
            fact.spec.id.as_str(),
            json(fact)?,
        ])?;
    Ok(())
}

/// Every revision of every release, oldest first: there are some thousands at most.
pub(crate) fn all(connection: &Connection) -> Result<Vec<ReleaseRow>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT position, at, by, release FROM releases ORDER BY position")?;
    let mut rows = statement.query([])?;
    let mut releases = Vec::new();
    while let Some(row) = rows.next()? {
        let mut columns = Columns::of(row);
        let c = &mut columns;
        releases.push(ReleaseRow {
            position: c.number("position")?,
            at: c.time("at")?,
            by: c.optional_uuid("by")?.map(AccountId),
            release: c.json("release")?,
        });
    }
    Ok(releases)
}
