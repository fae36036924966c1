//! The newest checkpoint, kept outside the database in `checkpoint.txt`.
//!
//! Whoever cuts the end off a log can cut off the checkpoints stored beside it as well; this file still knows.
//!
//! - **Kept**: a signed checkpoint of the whole log, with one extension line: how many checkpoints were stored.
//! - **Never ahead**: it is written when what it names is durable. After a crash it may lag behind; so whoever
//!   compares reads it before the log.
//! - **Silent**: a log without the file is older than the file, or somebody took it away. Opening the log writes it;
//!   until then verification reports it.

use std::fs;
use std::io;
use std::path::Path;

use crate::folder;
use crate::note::{NoteError, Signer, Verifier, extension_lines};
use crate::open_error::OpenError;
use crate::sqlite::rows::Rows;
use crate::tree::{Hash, root};

/// What the extension line begins with.
const STORED: &str = "saqta-checkpoints ";

/// What `checkpoint.txt` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// How many entries there were at least.
    pub(crate) size: u64,
    /// The root over them.
    pub(crate) root: Hash,
    /// How many checkpoints were stored at least, under any origin.
    pub(crate) stored: u64,
}

impl Kept {
    /// The signed note.
    pub(crate) fn sign(&self, signer: &Signer) -> String {
        let extension = format!("{STORED}{}\n", self.stored);
        signer.sign_extended(self.size, &self.root, &extension).note
    }

    /// Reads a note of the log that `verifier` stands for.
    pub(crate) fn open(note: &str, verifier: &Verifier) -> Result<Self, NoteError> {
        let signed = verifier.open(note)?;
        let stored = extension_lines(note)
            .find_map(|line| line.strip_prefix(STORED)?.parse().ok())
            .ok_or(NoteError::Malformed("no number of checkpoints"))?;
        Ok(Self {
            size: signed.size,
            root: signed.root,
            stored,
        })
    }

    /// Writes the file of the folder `dir`: after a crash it is whole, or the one before.
    pub(crate) fn write(&self, dir: &Path, signer: &Signer) -> io::Result<()> {
        folder::write_private(&dir.join(folder::CHECKPOINT), self.sign(signer).as_bytes())
    }
}

/// The file's text, if there is one. Bytes that are no text stand for a note that cannot be right.
pub(crate) fn read(dir: &Path) -> io::Result<Option<String>> {
    match fs::read(dir.join(folder::CHECKPOINT)) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Compares `checkpoint.txt` with the log. To go on behind a log that was cut short would be to sign two histories
/// under one name. A file that proves nothing only is reported: it must not keep a sound log from being used.
pub(crate) fn check(
    dir: &Path,
    signer: &Signer,
    rows: &Rows<'_>,
    head: u64,
) -> Result<Option<Kept>, OpenError> {
    let Some(note) = read(dir)? else {
        tracing::warn!("checkpoint.txt is missing: it is written anew");
        return Ok(None);
    };
    let kept = match Kept::open(&note, &signer.verifier()) {
        Ok(kept) => kept,
        Err(error) => {
            tracing::error!(%error, "checkpoint.txt proves nothing: it is kept as checkpoint.txt.bad and written anew");
            let path = dir.join(folder::CHECKPOINT);
            fs::rename(&path, folder::with_suffix(&path, ".bad"))?;
            return Ok(None);
        }
    };
    let size = kept.size;
    if size > head {
        return Err(OpenError::Damaged(format!(
            "it ends at {head}, checkpoint.txt was signed at {size}"
        )));
    }
    if size > 0 && root(rows, size)? != kept.root {
        return Err(OpenError::Damaged(format!(
            "its first {size} entries are not those checkpoint.txt was signed over"
        )));
    }
    Ok(Some(kept))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;

    #[test]
    fn the_number_of_checkpoints_is_under_the_signature() {
        let signer = Signer::generate(&mut SeededRandom::new(1));
        let kept = Kept {
            size: 7,
            root: [3; 32],
            stored: 12,
        };
        let note = kept.sign(&signer);
        assert_eq!(Kept::open(&note, &signer.verifier()), Ok(kept));
        let changed = note.replace("saqta-checkpoints 12", "saqta-checkpoints 11");
        assert!(matches!(
            Kept::open(&changed, &signer.verifier()),
            Err(NoteError::BadSignature(_))
        ));
        let plain = signer.sign(7, &[3; 32]).note;
        assert!(matches!(
            Kept::open(&plain, &signer.verifier()),
            Err(NoteError::Malformed(_))
        ));
    }
}
