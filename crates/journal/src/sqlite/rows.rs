//! Entries and tiles as rows.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params, params};
use uuid::Uuid;

use crate::entry::{DedupeKey, Entry, decode_sealed, encode_sealed};
use crate::journal::ReadError;
use crate::plan::Recorded;
use crate::tree::{Hash, Hashes, TILE_WIDTH, Tile};

/// The columns of an entry in the order [`entry`] reads them.
pub(crate) const COLUMNS: &str =
    "position, time, actor, site, stream, version, kind, schema, body, sealed, nonce, dedupe_key, leaf";

impl From<rusqlite::Error> for ReadError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// A stored number that cannot be negative.
fn unsigned<T: TryFrom<i64>>(value: ValueRef<'_>) -> Option<T> {
    value.as_i64().ok().and_then(|number| T::try_from(number).ok())
}

/// A position, version or size as SQLite keeps it. What lies beyond (nine trillion million) cannot be reached.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn optional<'a, T>(value: ValueRef<'a>, read: impl FnOnce(ValueRef<'a>) -> Option<T>) -> Option<Option<T>> {
    if value == ValueRef::Null {
        Some(None)
    } else {
        read(value).map(Some)
    }
}

fn text(value: ValueRef<'_>) -> Option<String> {
    value.as_str().ok().map(str::to_owned)
}

fn blob<const N: usize>(value: ValueRef<'_>) -> Option<[u8; N]> {
    value.as_blob().ok().and_then(|bytes| bytes.try_into().ok())
}

/// Reads an entry as it is stored, without checking its leaf.
pub(crate) fn entry(row: &Row<'_>) -> Result<Entry, ReadError> {
    let position = unsigned::<u64>(row.get_ref(0)?).unwrap_or(0);
    let damaged = |reason: &str| ReadError::Damaged {
        position,
        reason: format!("its {reason} cannot be read"),
    };
    let column = |index: usize| row.get_ref(index).map_err(ReadError::from);
    Ok(Entry {
        position,
        time: column(1)?.as_i64().map_err(|_| damaged("time"))?,
        actor: optional(column(2)?, blob)
            .ok_or_else(|| damaged("actor"))?
            .map(Uuid::from_bytes),
        site: optional(column(3)?, text).ok_or_else(|| damaged("site"))?,
        stream: text(column(4)?).ok_or_else(|| damaged("stream"))?,
        version: unsigned(column(5)?).ok_or_else(|| damaged("version"))?,
        kind: text(column(6)?).ok_or_else(|| damaged("kind"))?,
        schema: unsigned(column(7)?).ok_or_else(|| damaged("schema"))?,
        body: text(column(8)?).ok_or_else(|| damaged("body"))?.into_bytes(),
        sealed: column(9)?
            .as_blob()
            .ok()
            .and_then(decode_sealed)
            .ok_or_else(|| damaged("sealed part"))?,
        nonce: blob(column(10)?).ok_or_else(|| damaged("nonce"))?,
        dedupe_key: optional(column(11)?, blob)
            .ok_or_else(|| damaged("dedupe key"))?
            .map(DedupeKey),
        leaf: blob(column(12)?).ok_or_else(|| damaged("leaf"))?,
    })
}

/// Writes an entry.
pub(crate) fn insert_entry(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO entries (position, time, actor, site, stream, version, kind, schema, body, sealed, nonce, \
         dedupe_key, leaf) VALUES (:position, :time, :actor, :site, :stream, :version, :kind, :schema, :body, \
         :sealed, :nonce, :dedupe_key, :leaf)",
    )?;
    // The plan has checked that the body is UTF-8.
    let body = std::str::from_utf8(&entry.body).map_err(|error| rusqlite::Error::Utf8Error(8, error))?;
    statement.execute(named_params! {
        ":position": signed(entry.position),
        ":time": entry.time,
        ":actor": entry.actor.as_ref().map(|actor| actor.as_bytes().as_slice()),
        ":site": entry.site,
        ":stream": entry.stream,
        ":version": signed(entry.version),
        ":kind": entry.kind,
        ":schema": entry.schema,
        ":body": body,
        ":sealed": encode_sealed(&entry.sealed),
        ":nonce": entry.nonce.as_slice(),
        ":dedupe_key": entry.dedupe_key.as_ref().map(|key| key.0.as_slice()),
        ":leaf": entry.leaf.as_slice(),
    })?;
    Ok(())
}

/// Writes a full tile.
pub(crate) fn insert_tile(connection: &Connection, tile: &Tile) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO tiles (level, number, root, hashes) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            tile.level,
            signed(tile.number),
            tile.root.as_slice(),
            tile.hashes.as_flattened()
        ])?;
    Ok(())
}

/// The queries of one connection.
pub(crate) struct Rows<'a>(pub(crate) &'a Connection);

impl Rows<'_> {
    pub(crate) fn head(&self) -> Result<u64, ReadError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT coalesce(max(position), 0) FROM entries")?;
        let head: i64 = statement.query_row([], |row| row.get(0))?;
        Ok(u64::try_from(head).unwrap_or(0))
    }

    /// The time of the entry at `position`.
    pub(crate) fn time(&self, position: u64) -> Result<Option<i64>, ReadError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT time FROM entries WHERE position = ?1")?;
        Ok(statement
            .query_row([signed(position)], |row| row.get(0))
            .optional()?)
    }

    pub(crate) fn read(&self, from: u64, limit: usize) -> Result<Vec<Entry>, ReadError> {
        let sql = format!("SELECT {COLUMNS} FROM entries WHERE position >= ?1 ORDER BY position LIMIT ?2");
        let mut statement = self.0.prepare_cached(&sql)?;
        collect(statement.query(params![signed(from), i64::try_from(limit).unwrap_or(i64::MAX)])?)
    }

    pub(crate) fn read_stream(&self, stream: &str) -> Result<Vec<Entry>, ReadError> {
        let sql = format!("SELECT {COLUMNS} FROM entries WHERE stream = ?1 ORDER BY version");
        let mut statement = self.0.prepare_cached(&sql)?;
        collect(statement.query([stream])?)
    }

    /// Times never decrease, so halving finds the place without an index on time.
    pub(crate) fn position_at_or_before(&self, time: i64) -> Result<u64, ReadError> {
        let (mut below, mut beyond) = (0, self.head()? + 1);
        while beyond - below > 1 {
            let middle = below + (beyond - below) / 2;
            match self.time(middle)? {
                Some(found) if found <= time => below = middle,
                Some(_) => beyond = middle,
                None => {
                    return Err(ReadError::Damaged {
                        position: middle,
                        reason: "it is missing".into(),
                    });
                }
            }
        }
        Ok(below)
    }

    fn leaves(&self, start: u64, count: usize) -> Result<Vec<Hash>, ReadError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT leaf FROM entries WHERE position > ?1 ORDER BY position LIMIT ?2")?;
        let mut rows = statement.query(params![signed(start), i64::try_from(count).unwrap_or(0)])?;
        let mut leaves = Vec::with_capacity(count);
        while let Some(row) = rows.next()? {
            let position = start + leaves.len() as u64 + 1;
            let leaf = blob(row.get_ref(0)?);
            leaves.push(leaf.ok_or(ReadError::Damaged {
                position,
                reason: "its leaf cannot be read".into(),
            })?);
        }
        Ok(leaves)
    }

    /// The roots of `count` tiles of a level from number `start` on, as far as they are stored.
    fn tile_roots(&self, level: u8, start: u64, count: usize) -> Result<Vec<Hash>, ReadError> {
        let sql = "SELECT root FROM tiles WHERE level = ?1 AND number >= ?2 ORDER BY number LIMIT ?3";
        let mut statement = self.0.prepare_cached(sql)?;
        let limit = i64::try_from(count).unwrap_or(0);
        let mut rows = statement.query(params![level, signed(start), limit])?;
        let mut roots = Vec::with_capacity(count);
        while let Some(row) = rows.next()? {
            let unreadable =
                || tile_damage(level, start + roots.len() as u64, "the root of the tile over it");
            roots.push(blob(row.get_ref(0)?).ok_or_else(unreadable)?);
        }
        Ok(roots)
    }

    /// The root and hashes of a stored tile.
    pub(crate) fn stored_tile(&self, level: u8, number: u64) -> Result<Option<Tile>, ReadError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT root, hashes FROM tiles WHERE level = ?1 AND number = ?2")?;
        let mut rows = statement.query(params![level, signed(number)])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let root = blob(row.get_ref(0)?)
            .ok_or_else(|| tile_damage(level, number, "the root of the tile over it"))?;
        match row.get_ref(1)?.as_blob().map(<[u8]>::as_chunks::<32>) {
            Ok((hashes, [])) if hashes.len() == TILE_WIDTH => Ok(Some(Tile {
                level,
                number,
                root,
                hashes: hashes.to_vec(),
            })),
            _ => Err(tile_damage(level, number, "the tile over it")),
        }
    }
}

/// A tile is reported as its first entry.
fn tile_damage(level: u8, number: u64, what: &str) -> ReadError {
    let position = (number << (8 * (u32::from(level) + 1)).min(63)) + 1;
    ReadError::Damaged {
        position,
        reason: format!("{what} cannot be read"),
    }
}

/// A hash of level `n` is the root of a full tile of level `n - 1`; those of an unfinished tile are computed.
impl Hashes for Rows<'_> {
    type Error = ReadError;

    fn hashes(&self, level: u8, start: u64, count: usize) -> Result<Vec<Hash>, ReadError> {
        let width = TILE_WIDTH as u64;
        let missing = || ReadError::Failed(format!("hashes {start}… of level {level} are missing"));
        if let Some(tile) = self.stored_tile(level, start / width)? {
            let first = usize::try_from(start % width).unwrap_or(0);
            return tile
                .hashes
                .get(first..first + count)
                .map(<[Hash]>::to_vec)
                .ok_or_else(missing);
        }
        let hashes = match level.checked_sub(1) {
            None => self.leaves(start, count)?,
            Some(below) => self.tile_roots(below, start, count)?,
        };
        if hashes.len() == count {
            Ok(hashes)
        } else {
            Err(missing())
        }
    }
}

impl Recorded for Rows<'_> {
    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT position FROM entries WHERE dedupe_key = ?1")?;
        let position = statement
            .query_row([key.0.as_slice()], |row| row.get::<_, i64>(0))
            .optional()?;
        Ok(position.and_then(|position| u64::try_from(position).ok()))
    }

    fn last_version(&self, stream: &str) -> Result<u64, ReadError> {
        let mut statement = self
            .0
            .prepare_cached("SELECT coalesce(max(version), 0) FROM entries WHERE stream = ?1")?;
        let version: i64 = statement.query_row([stream], |row| row.get(0))?;
        Ok(u64::try_from(version).unwrap_or(0))
    }
}

fn collect(mut rows: rusqlite::Rows<'_>) -> Result<Vec<Entry>, ReadError> {
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(entry(row)?);
    }
    Ok(entries)
}
