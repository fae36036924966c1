//! Whether the journal is as it was written: what `saqta verify` does, on the running data and on a copy in which one
//! byte was changed.

use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, ensure};
use rusqlite::{Connection, MAIN_DB};
use saqta_journal::{Damage, Place, VerifyError, backup, verify};
use serde::Serialize;

use super::scratch::Scratch;
use crate::folder::JOURNAL;

/// What a check found.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Finding {
    /// Everything is as it was written.
    Whole {
        ok: bool,
        entries: u64,
        size: u64,
        /// In hex.
        root: String,
    },
    /// Something is not.
    Damaged {
        ok: bool,
        /// The first bad position, if the damage is at one.
        position: Option<u64>,
        message: String,
    },
}

/// Checks a data folder, also beside the running server.
///
/// # Errors
/// When it cannot be checked.
pub(super) fn check(data: &Path) -> anyhow::Result<Finding> {
    match verify(data, &mut |_| {}) {
        Ok(report) => Ok(Finding::Whole {
            ok: true,
            entries: report.entries,
            size: report.entries,
            root: hex::encode(report.root),
        }),
        Err(VerifyError::Damage(Damage { place, reason })) => {
            let position = match place {
                Place::Entry(position) | Place::Tile { first: position, .. } => Some(position),
                _ => None,
            };
            Ok(Finding::Damaged {
                ok: false,
                position,
                message: reason,
            })
        }
        Err(error) => Err(error.into()),
    }
}

/// Makes a copy as `saqta backup` does, changes one byte of the newest alarm in it, and checks the copy.
///
/// # Errors
/// When no copy can be made, or there is no alarm in it.
pub(super) fn check_flipped_copy(data: &Path) -> anyhow::Result<Finding> {
    let copy = Scratch::new("saqta-demo-copy")?;
    let archive = copy.path().join("copy.tar");
    backup(data, &archive)?;
    tar::Archive::new(File::open(&archive)?).unpack(copy.path())?;
    flip_one_byte(&copy.path().join(JOURNAL))?;
    check(copy.path())
}

/// Changes one bit of one byte in the middle of the newest alarm's body, where it lies in the file.
fn flip_one_byte(journal: &Path) -> anyhow::Result<()> {
    let database = Connection::open(journal)?;
    let newest = "SELECT position FROM entries WHERE kind = 'alarm.raised' ORDER BY position DESC LIMIT 1";
    let position: i64 = database
        .query_row(newest, [], |row| row.get(0))
        .context("there is no alarm to change")?;
    let mut body = database.blob_open(MAIN_DB, "entries", "body", position, false)?;
    let middle = body.len() / 2;
    let mut byte = [0];
    ensure!(
        body.read_at(&mut byte, middle)? == 1,
        "the entry at position {position} is empty"
    );
    body.write_at(&[byte[0] ^ 1], middle)?;
    Ok(body.close()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_is_found_at_its_position_and_only_in_the_copy() {
        let folder = tempfile::tempdir().unwrap();
        super::super::prepare::prepare(folder.path()).unwrap();
        let before = check(folder.path()).unwrap();
        let Finding::Whole { entries, .. } = before else {
            panic!("{before:?}")
        };
        let flipped = check_flipped_copy(folder.path()).unwrap();
        let Finding::Damaged {
            position: Some(position),
            ..
        } = flipped
        else {
            panic!("{flipped:?}")
        };
        assert!((1..=entries).contains(&position), "{position} of {entries}");
        assert_eq!(check(folder.path()).unwrap(), before, "the original was touched");
    }
}
