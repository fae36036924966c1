//! The side tables: the log's origins, its stored checkpoints and a few settings. Each row is bound by a digest or
//! a signature, so that verification finds a changed byte in it.

use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest, Sha256};

use crate::encode::put_bytes;
use crate::note::SignedCheckpoint;
use crate::sqlite::rows::signed;
use crate::tree::Hash;

/// SHA-256 over the strings `saqta/side/1`, the table's name and each value; numbers as 8 bytes, big-endian.
fn digest(table: &str, values: &[&[u8]]) -> Hash {
    let mut bytes = Vec::new();
    put_bytes(&mut bytes, b"saqta/side/1");
    put_bytes(&mut bytes, table.as_bytes());
    for value in values {
        put_bytes(&mut bytes, value);
    }
    Sha256::digest(&bytes).into()
}

/// The settings of table `meta`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    Epoch,
    Needs,
    Published,
}

impl Setting {
    /// Every setting a journal has.
    pub(crate) const ALL: [Self; 3] = [Self::Epoch, Self::Needs, Self::Published];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Epoch => "epoch",
            Self::Needs => "needs",
            Self::Published => "published",
        }
    }

    pub(crate) fn digest(self, value: &str) -> Hash {
        digest("meta", &[self.name().as_bytes(), value.as_bytes()])
    }

    pub(crate) fn read(self, connection: &Connection) -> rusqlite::Result<String> {
        connection
            .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
            .query_row([self.name()], |row| row.get(0))
    }

    /// A setting that is a number; what cannot be read counts as 0, and verification reports it.
    pub(crate) fn read_number(self, connection: &Connection) -> rusqlite::Result<u64> {
        Ok(self.read(connection)?.parse().unwrap_or(0))
    }

    pub(crate) fn write(self, connection: &Connection, value: &str) -> rusqlite::Result<()> {
        connection
            .prepare_cached(
                "INSERT INTO meta (name, value, digest) VALUES (?1, ?2, ?3) \
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value, digest = excluded.digest",
            )?
            .execute(params![self.name(), value, self.digest(value).as_slice()])?;
        Ok(())
    }
}

/// A name under which the log signs or signed, and what it took over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) number: i64,
    pub(crate) origin: String,
    pub(crate) verifier: String,
    pub(crate) size: u64,
    pub(crate) root: Hash,
    pub(crate) digest: Vec<u8>,
}

impl Origin {
    pub(crate) fn new(number: i64, verifier: &crate::note::Verifier, size: u64, root: Hash) -> Self {
        let origin = verifier.origin().to_owned();
        let mut row = Self {
            number,
            origin,
            verifier: verifier.to_string(),
            size,
            root,
            digest: Vec::new(),
        };
        row.digest = row.computed_digest().to_vec();
        row
    }

    pub(crate) fn computed_digest(&self) -> Hash {
        digest(
            "origins",
            &[
                &self.number.to_be_bytes(),
                self.origin.as_bytes(),
                self.verifier.as_bytes(),
                &self.size.to_be_bytes(),
                &self.root,
            ],
        )
    }

    pub(crate) fn insert(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection.execute(
            "INSERT INTO origins (number, origin, verifier, size, root, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                self.number,
                self.origin,
                self.verifier,
                signed(self.size),
                self.root.as_slice(),
                self.digest
            ],
        )?;
        Ok(())
    }

    /// Every origin, oldest first.
    pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Self>> {
        let sql = "SELECT number, origin, verifier, size, root, digest FROM origins ORDER BY number";
        let read = |row: &rusqlite::Row<'_>| {
            let size: i64 = row.get(3)?;
            Ok(Self {
                number: row.get(0)?,
                origin: row.get(1)?,
                verifier: row.get(2)?,
                // A negative size fails its digest.
                size: u64::try_from(size).unwrap_or(u64::MAX),
                root: row.get(4)?,
                digest: row.get(5)?,
            })
        };
        connection.prepare(sql)?.query_map([], read)?.collect()
    }

    /// The one that signs now.
    pub(crate) fn current(connection: &Connection) -> rusqlite::Result<Option<Self>> {
        Ok(Self::all(connection)?.pop())
    }
}

/// Keeps a signed checkpoint, and answers whether it is a new one; one that is there already is the same, since
/// signing is deterministic.
pub(crate) fn insert_checkpoint(
    connection: &Connection,
    origin: i64,
    signed_note: &SignedCheckpoint,
) -> rusqlite::Result<bool> {
    let inserted = connection
        .prepare_cached("INSERT OR IGNORE INTO checkpoints (origin, size, note) VALUES (?1, ?2, ?3)")?
        .execute(params![origin, signed(signed_note.size), signed_note.note])?;
    Ok(inserted > 0)
}

/// Whether a checkpoint of this size is stored.
pub(crate) fn has_checkpoint(connection: &Connection, origin: i64, size: u64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM checkpoints WHERE origin = ?1 AND size = ?2")?
        .query_row(params![origin, signed(size)], |_| Ok(()))
        .optional()
        .map(|found| found.is_some())
}

/// How many checkpoints are stored, under any origin. Reads the whole table.
pub(crate) fn count_checkpoints(connection: &Connection) -> rusqlite::Result<u64> {
    let count: i64 = connection.query_row("SELECT count(*) FROM checkpoints", [], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or(0))
}
