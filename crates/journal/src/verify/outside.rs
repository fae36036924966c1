//! The checkpoints outside the database: `checkpoint.txt`, and one that somebody kept elsewhere.

use crate::kept::Kept;
use crate::note::{NoteError, SignedCheckpoint, Verifier};
use crate::verify::side::{Side, check_root};
use crate::verify::walk::Walked;
use crate::verify::{Damage, Notes, Place};

/// What was read before the walk; what is wrong with it is said after it.
pub(super) struct Outside {
    /// `checkpoint.txt`; `None` where it may be missing.
    kept: Option<Result<Kept, String>>,
    given: Option<Result<SignedCheckpoint, NoteError>>,
}

impl Outside {
    /// `kept` is the text of `checkpoint.txt`, if there is one.
    pub(super) fn read(side: &Side, kept: Option<&str>, notes: &Notes<'_>) -> Self {
        let verifiers: Vec<Verifier> = side.verifiers().collect();
        let kept = match (kept, verifiers.last()) {
            (Some(note), Some(current)) => Some(Kept::open(note, current).map_err(|error| error.to_string())),
            // A log without an origin is reported as such.
            (Some(_), None) => None,
            (None, _) if notes.may_lack_kept => None,
            (None, _) => Some(Err(
                "it is missing; a folder that has never had it gets it when the server starts".to_owned(),
            )),
        };
        Self {
            kept,
            given: notes.given.map(|note| open_given(note, &verifiers)),
        }
    }

    /// The sizes whose roots are needed.
    pub(super) fn sizes(&self) -> impl Iterator<Item = u64> {
        let kept = self.kept.iter().flatten().map(|kept| kept.size);
        kept.chain(self.given.iter().flatten().map(|given| given.size))
    }

    /// Compares with the walk, and with the number of stored checkpoints.
    pub(super) fn check(self, walked: &Walked, stored: u64) -> Result<(), Damage> {
        if let Some(kept) = self.kept {
            let damage = |reason: String| Damage::new(Place::Kept, reason);
            let kept = kept.map_err(damage)?;
            check_root(walked, kept.size, &kept.root).map_err(damage)?;
            if stored < kept.stored {
                let reason = format!("{} checkpoints were stored, {stored} are left", kept.stored);
                return Err(damage(reason));
            }
        }
        if let Some(given) = self.given {
            let damage = |reason: String| Damage::new(Place::Given, reason);
            let given = given.map_err(|error| damage(error.to_string()))?;
            check_root(walked, given.size, &given.root)
                .map_err(|reason| damage(format!("signed at size {}: {reason}", given.size)))?;
        }
        Ok(())
    }
}

/// Reads a note of this log under any name it has had; the newest name's fault is the one told.
fn open_given(note: &str, verifiers: &[Verifier]) -> Result<SignedCheckpoint, NoteError> {
    let mut fault = NoteError::Malformed("the log has no name");
    for verifier in verifiers {
        match verifier.open(note) {
            Ok(signed) => return Ok(signed),
            // Its name is right: what is wrong is the note.
            Err(error @ NoteError::BadSignature(_)) => return Err(error),
            Err(error) => fault = error,
        }
    }
    Err(fault)
}
