//! Files brought into the register.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use saqta_domain::event::Recorded;
use saqta_domain::ids::{AccountId, ImportId};
use saqta_domain::import::{Confirmed, ImportBegun, ImportCompleted, ImportStage};

use crate::Error;
use crate::value::{Columns, json, stored};

/// A file brought into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// The import.
    pub import: ImportId,
    /// The journal position of its beginning.
    pub position: u64,
    /// The journal position of its last step.
    pub changed: u64,
    /// When it was begun.
    pub at: Timestamp,
    /// Who began it.
    pub by: Option<AccountId>,
    /// How far it has come.
    pub stage: ImportStage,
    /// SHA-256 of the file, in hex.
    pub digest: String,
    /// What the file is called.
    pub name: Option<String>,
    /// How many rows it has.
    pub rows: u64,
    /// How many rows of which earlier imports it said again; empty before it is completed.
    pub confirmed: Vec<Confirmed>,
}

pub(crate) fn begin(connection: &Connection, recorded: &Recorded, fact: &ImportBegun) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO imports (import, position, changed, at, by, stage, digest, name, rows) \
             VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            fact.import.0.as_bytes(),
            stored(recorded.position),
            recorded.at.as_microsecond(),
            recorded.actor.map(|id| *id.0.as_bytes()),
            ImportStage::Open.code(),
            fact.digest,
            fact.name,
            stored(fact.rows),
        ])?;
    Ok(())
}

pub(crate) fn complete(
    connection: &Connection,
    recorded: &Recorded,
    fact: &ImportCompleted,
) -> Result<(), Error> {
    move_on(connection, recorded, fact.import, ImportStage::Completed)?;
    connection
        .prepare_cached("UPDATE imports SET confirmed = ?2 WHERE import = ?1")?
        .execute(params![fact.import.0.as_bytes(), json(&fact.confirmed)?])?;
    Ok(())
}

pub(crate) fn move_on(
    connection: &Connection,
    recorded: &Recorded,
    import: ImportId,
    stage: ImportStage,
) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE imports SET stage = ?2, changed = ?3 WHERE import = ?1")?
        .execute(params![
            import.0.as_bytes(),
            stage.code(),
            stored(recorded.position)
        ])?;
    Ok(())
}

/// Every import, oldest first: there are some thousands at most.
pub(crate) fn all(connection: &Connection) -> Result<Vec<ImportRow>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT import, position, changed, at, by, stage, digest, name, rows, confirmed FROM imports ORDER BY position",
    )?;
    let mut rows = statement.query([])?;
    let mut imports = Vec::new();
    while let Some(row) = rows.next()? {
        let mut columns = Columns::of(row);
        let c = &mut columns;
        imports.push(ImportRow {
            import: ImportId(c.uuid("import")?),
            position: c.number("position")?,
            changed: c.number("changed")?,
            at: c.time("at")?,
            by: c.optional_uuid("by")?.map(AccountId),
            stage: c.word("stage")?,
            digest: c.text("digest")?,
            name: c.optional_text("name")?,
            rows: c.number("rows")?,
            confirmed: c.optional_json("confirmed")?.unwrap_or_default(),
        });
    }
    Ok(imports)
}
