//! A snapshot of the live state, so that a start does not read a million closed alarms.
//!
//! The file holds no person and no key: the directory is named by the positions of its entries and read from the
//! journal. The file's digest stands in the journal as `state.snapshotted`; a file that does not match is ignored.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use saqta_domain::event::{Event, Snapshotted};
use saqta_domain::state::Snapshot;
use saqta_journal::{JournalReader, ReadError};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The name of the file in the data folder.
pub(crate) const NAME: &str = "state.json";

/// A snapshot as it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SnapshotFile {
    /// The last position it includes.
    pub position: u64,
    /// The position of the entry that vouches for it.
    pub entry: u64,
    /// The snapshot as JSON text: its digest is over exactly these bytes.
    state: String,
}

impl SnapshotFile {
    /// A snapshot taken at a position, and the event that vouches for it. Its entry is taken to be the next one until
    /// [`SnapshotFile::vouched_at`] says otherwise.
    ///
    /// # Errors
    /// Only if the state cannot be written as JSON.
    pub fn of(snapshot: &Snapshot, position: u64) -> Result<(Self, Event), serde_json::Error> {
        let text = serde_json::to_string(snapshot)?;
        let event = Event::Snapshotted(Snapshotted {
            position,
            digest: digest(&text),
        });
        Ok((
            Self {
                position,
                entry: position + 1,
                state: text,
            },
            event,
        ))
    }

    /// The same, vouched for by the entry at a position.
    #[must_use]
    pub fn vouched_at(self, entry: u64) -> Self {
        Self { entry, ..self }
    }

    /// The snapshot, if the journal vouches for it.
    ///
    /// # Errors
    /// [`ReadError`] when the journal cannot be read.
    pub fn check(&self, reader: &dyn JournalReader) -> Result<Option<Snapshot>, ReadError> {
        let entries = if self.entry <= reader.head() {
            reader.read(self.entry, 1)?
        } else {
            Vec::new()
        };
        let Some(entry) = entries.first().filter(|entry| entry.position == self.entry) else {
            return Ok(None);
        };
        let vouched = match Event::decode(&entry.kind, entry.schema, &entry.body) {
            Ok(Event::Snapshotted(fact)) => {
                fact.position == self.position && fact.digest == digest(&self.state)
            }
            _ => false,
        };
        Ok(vouched.then(|| serde_json::from_str(&self.state).ok()).flatten())
    }

    /// Writes it into a data folder, whole or not at all.
    ///
    /// # Errors
    /// Those of the file system; an older snapshot then stays.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let partial = folder.join(format!("{NAME}.partial"));
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&partial)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.sync_all()?;
        fs::rename(partial, folder.join(NAME))
    }

    /// Reads the one of a data folder; none when there is none that can be read.
    #[must_use]
    pub fn read(folder: &Path) -> Option<Self> {
        let bytes = fs::read(folder.join(NAME)).ok()?;
        serde_json::from_slice(&bytes).ok()
    }
}

fn digest(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _never = write!(text, "{byte:02x}");
        text
    })
}
