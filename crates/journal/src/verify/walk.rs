//! The walk over all entries, and what follows from it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::entry::Entry;
use crate::plan::check_json;
use crate::sqlite::rows::{self, Rows};
use crate::tree::{Edge, Hash, Tile, empty_root};
use crate::verify::{Damage, Place, Progress};

/// How many entries pass between two reports of progress.
const STEP: u64 = 4096;

/// What the stored entries make.
pub(super) struct Walked {
    pub(super) size: u64,
    pub(super) root: Hash,
    /// The roots at the sizes asked for, as far as the log reaches.
    pub(super) roots: BTreeMap<u64, Hash>,
}

struct Walk<'a> {
    connection: &'a Connection,
    sizes: &'a BTreeSet<u64>,
    edge: Edge,
    roots: BTreeMap<u64, Hash>,
    last_time: i64,
    tiles: u64,
}

/// Checks every entry and tile in order; collects the roots at `sizes`.
pub(super) fn walk(
    connection: &Connection,
    sizes: &BTreeSet<u64>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Walked, Damage> {
    let mut walk = Walk {
        connection,
        sizes,
        edge: Edge::default(),
        roots: BTreeMap::from([(0, empty_root())]),
        last_time: i64::MIN,
        tiles: 0,
    };
    let failed = |error: rusqlite::Error| Damage::new(Place::Entry(1), error.to_string());
    let total = Rows(connection)
        .head()
        .map_err(|error| Damage::new(Place::Entry(1), error.to_string()))?;
    let sql = format!("SELECT {} FROM entries ORDER BY position", rows::COLUMNS);
    let mut statement = connection.prepare(&sql).map_err(failed)?;
    let mut stored = statement.query([]).map_err(failed)?;
    loop {
        let position = walk.edge.size() + 1;
        let damage = |reason: String| Damage::new(Place::Entry(position), reason);
        let Some(row) = stored.next().map_err(|error| damage(error.to_string()))? else {
            break;
        };
        let entry = rows::entry(row).map_err(|error| damage(error.to_string()))?;
        walk.step(position, &entry)?;
        if position.is_multiple_of(STEP) {
            progress(Progress {
                checked: position,
                total,
            });
        }
    }
    progress(Progress {
        checked: walk.edge.size(),
        total,
    });
    walk.finish()
}

impl Walk<'_> {
    fn step(&mut self, position: u64, entry: &Entry) -> Result<(), Damage> {
        let damage = |reason: String| Err(Damage::new(Place::Entry(position), reason));
        if entry.position != position {
            return damage(format!("it is missing; the next one is {}", entry.position));
        }
        if entry.computed_leaf() != entry.leaf {
            return damage("its bytes do not make its leaf".to_owned());
        }
        if entry.time < self.last_time {
            return damage("its time is before that of the entry before it".to_owned());
        }
        if let Err(reason) = check_json(&entry.body) {
            return damage(format!("its body is not JSON: {reason}"));
        }
        self.last_time = entry.time;
        let mut full = Vec::new();
        self.edge.push(entry.leaf, |tile| full.push(tile));
        for tile in full {
            self.tiles += 1;
            self.check_tile(&tile)?;
        }
        if self.sizes.contains(&position) {
            self.roots.insert(position, self.edge.root());
        }
        Ok(())
    }

    fn check_tile(&self, tile: &Tile) -> Result<(), Damage> {
        let Tile {
            level,
            number,
            root,
            hashes,
        } = tile;
        let first = (number << (8 * (u32::from(*level) + 1))) + 1;
        let reason = match Rows(self.connection).stored_tile(*level, *number) {
            Ok(Some(stored)) => match stored
                .hashes
                .iter()
                .zip(hashes)
                .position(|(stored, made)| stored != made)
            {
                Some(wrong) => format!("its hash {wrong} is not what the entries make"),
                None if stored.root != *root => "its root is not what its hashes make".to_owned(),
                None => return Ok(()),
            },
            Ok(None) => "it is missing".to_owned(),
            Err(error) => error.to_string(),
        };
        Err(Damage::new(
            Place::Tile {
                level: *level,
                number: *number,
                first,
            },
            reason,
        ))
    }

    fn finish(self) -> Result<Walked, Damage> {
        let size = self.edge.size();
        let count = self
            .connection
            .query_row("SELECT count(*) FROM tiles", [], |row| row.get::<_, i64>(0))
            .map_err(|error| Damage::new(Place::File, error.to_string()))?;
        if u64::try_from(count) != Ok(self.tiles) {
            let reason = format!("{count} tiles are stored, {} are due", self.tiles);
            return Err(Damage::new(Place::File, reason));
        }
        Ok(Walked {
            size,
            root: self.edge.root(),
            roots: self.roots,
        })
    }
}

/// Versions follow each other from 1 in every stream, as the index has them.
pub(super) fn check_versions(connection: &Connection) -> Result<(), Damage> {
    let failed = |error: rusqlite::Error| Damage::new(Place::File, error.to_string());
    let sql =
        "SELECT stream, version, position FROM entries INDEXED BY entries_by_stream ORDER BY stream, version";
    let mut statement = connection.prepare(sql).map_err(failed)?;
    let mut stored = statement.query([]).map_err(failed)?;
    let mut stream = Vec::new();
    let mut last = 0;
    let mut first_bad: Option<Damage> = None;
    while let Some(row) = stored.next().map_err(failed)? {
        let name = row.get_ref(0).map_err(failed)?.as_bytes().unwrap_or_default();
        let version: i64 = row.get(1).map_err(failed)?;
        let position: i64 = row.get(2).map_err(failed)?;
        if name != stream {
            stream.clear();
            stream.extend_from_slice(name);
            last = 0;
        }
        if version != last + 1 {
            let reason = format!("version {version} of its stream comes after {last}");
            let damage = Damage::new(Place::Entry(u64::try_from(position).unwrap_or(0)), reason);
            if first_bad
                .as_ref()
                .is_none_or(|first| damage.place.position() < first.place.position())
            {
                first_bad = Some(damage);
            }
        }
        last = version;
    }
    first_bad.map_or(Ok(()), Err)
}
