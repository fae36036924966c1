//! The side tables against their digests, signatures and the roots of the walk.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use rusqlite::Connection;

use crate::folder;
use crate::note::{Signer, Verifier};
use crate::sqlite::side::{Origin, Setting};
use crate::tree::Hash;
use crate::verify::walk::Walked;
use crate::verify::{Damage, Place};

struct StoredNote {
    origin: i64,
    size: i64,
    note: String,
}

/// The rows of `origins`, `checkpoints` and `meta`.
pub(super) struct Side {
    origins: Vec<Origin>,
    notes: Vec<StoredNote>,
    settings: Vec<(String, String, Vec<u8>)>,
}

impl Side {
    /// Reads them all: they grow with restores and checkpoints, not with entries.
    pub(super) fn read(connection: &Connection) -> Result<Self, Damage> {
        let in_table = |place: Place| move |error: rusqlite::Error| Damage::new(place, error.to_string());
        let origins = Origin::all(connection).map_err(in_table(Place::Origin(1)))?;
        let notes = connection
            .prepare("SELECT origin, size, note FROM checkpoints ORDER BY origin, size")
            .and_then(|mut statement| {
                let read = |row: &rusqlite::Row<'_>| {
                    Ok(StoredNote {
                        origin: row.get(0)?,
                        size: row.get(1)?,
                        note: row.get(2)?,
                    })
                };
                statement.query_map([], read)?.collect()
            })
            .map_err(in_table(Place::Checkpoint(0)))?;
        let settings = connection
            .prepare("SELECT name, value, digest FROM meta ORDER BY name")
            .and_then(|mut statement| {
                statement
                    .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                    .collect()
            })
            .map_err(in_table(Place::Setting("?".to_owned())))?;
        Ok(Self {
            origins,
            notes,
            settings,
        })
    }

    /// The sizes whose roots are needed.
    pub(super) fn sizes(&self) -> BTreeSet<u64> {
        let notes = self.notes.iter().filter_map(|note| u64::try_from(note.size).ok());
        self.origins
            .iter()
            .map(|origin| origin.size)
            .chain(notes)
            .collect()
    }

    /// Whose signatures count, oldest first; what is wrong with an origin is found by [`Side::check`].
    pub(super) fn verifiers(&self) -> impl Iterator<Item = Verifier> {
        self.origins
            .iter()
            .filter_map(|origin| origin.verifier.parse().ok())
    }

    /// How many checkpoints are stored.
    pub(super) fn checkpoints(&self) -> u64 {
        self.notes.len() as u64
    }

    /// Checks everything, and answers who signs now.
    pub(super) fn check(&self, walked: &Walked, dir: &Path) -> Result<Verifier, Damage> {
        let mut verifiers = Vec::new();
        for (index, origin) in self.origins.iter().enumerate() {
            verifiers.push(check_origin(index, origin, walked)?);
        }
        for note in &self.notes {
            self.check_note(note, &verifiers, walked)?;
        }
        self.check_settings(walked)?;
        let current = verifiers
            .pop()
            .ok_or_else(|| Damage::new(Place::Origin(1), "it is missing"))?;
        check_key(dir, &current)?;
        Ok(current)
    }

    fn check_note(&self, stored: &StoredNote, verifiers: &[Verifier], walked: &Walked) -> Result<(), Damage> {
        let damage = |reason: String| Damage::new(Place::Checkpoint(stored.size), reason);
        let index = stored
            .origin
            .checked_sub(1)
            .and_then(|index| usize::try_from(index).ok());
        let verifier = index
            .and_then(|index| verifiers.get(index))
            .ok_or_else(|| damage(format!("there is no origin {}", stored.origin)))?;
        let signed = verifier
            .open(&stored.note)
            .map_err(|error| damage(error.to_string()))?;
        if u64::try_from(stored.size) != Ok(signed.size) {
            return Err(damage(format!("its note says {}", signed.size)));
        }
        check_root(walked, signed.size, &signed.root).map_err(damage)
    }

    fn check_settings(&self, walked: &Walked) -> Result<(), Damage> {
        for setting in Setting::ALL {
            let damage = |reason: &str| Damage::new(Place::Setting(setting.name().to_owned()), reason);
            let (_, value, digest) = self
                .settings
                .iter()
                .find(|(name, ..)| name == setting.name())
                .ok_or_else(|| damage("it is missing"))?;
            if setting.digest(value) != digest.as_slice() {
                return Err(damage("its value does not make its digest"));
            }
            if setting == Setting::Published && value.parse().is_ok_and(|size: u64| size > walked.size) {
                return Err(damage("the log is shorter than what was made public"));
            }
        }
        match self
            .settings
            .iter()
            .find(|(name, ..)| Setting::ALL.iter().all(|known| known.name() != name))
        {
            Some((name, ..)) => Err(Damage::new(Place::Setting(name.clone()), "it is unknown")),
            None => Ok(()),
        }
    }
}

fn check_origin(index: usize, origin: &Origin, walked: &Walked) -> Result<Verifier, Damage> {
    let damage = |reason: String| Damage::new(Place::Origin(origin.number), reason);
    if i64::try_from(index + 1) != Ok(origin.number) {
        return Err(damage("the one before it is missing".to_owned()));
    }
    if origin.computed_digest() != origin.digest.as_slice() {
        return Err(damage("its values do not make its digest".to_owned()));
    }
    let verifier: Verifier = origin
        .verifier
        .parse()
        .map_err(|error| damage(format!("{error}")))?;
    if verifier.origin() != origin.origin {
        return Err(damage("its key bears another name".to_owned()));
    }
    check_root(walked, origin.size, &origin.root).map_err(damage)?;
    Ok(verifier)
}

/// Whether the entries make this root at this size.
pub(super) fn check_root(walked: &Walked, size: u64, root: &Hash) -> Result<(), String> {
    match walked.roots.get(&size) {
        Some(made) if made == root => Ok(()),
        Some(_) => Err("its root is not what the entries make".to_owned()),
        None => Err(format!("the log ends at {}: entries are missing", walked.size)),
    }
}

/// A copy of the journal without its key can be verified too; a key of another log is damage.
fn check_key(dir: &Path, current: &Verifier) -> Result<(), Damage> {
    let damage = |reason: String| Err(Damage::new(Place::LogKey, reason));
    match fs::read_to_string(dir.join(folder::LOG_KEY)) {
        Ok(text) => match Signer::from_secret_text(&text) {
            Ok(signer) if signer.verifier() == *current => Ok(()),
            Ok(_) => damage("it is the key of another log".to_owned()),
            Err(error) => damage(error.to_string()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        // Only the program's own account may read it; another may verify all the same.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        Err(error) => damage(error.to_string()),
    }
}
