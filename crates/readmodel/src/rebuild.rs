//! Making the views anew, beside the old ones.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use saqta_domain::event::Recorded;

use crate::store::{remove, settle, sidecar};
use crate::{Error, Views};

/// How many events go into one transaction.
const BATCH: usize = 2_000;

/// What was rebuilt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuilt {
    /// The journal position of the last event.
    pub position: u64,
    /// The canonical digest of the new views.
    pub digest: String,
}

/// Why the views were not rebuilt. The old ones are untouched.
#[derive(Debug, thiserror::Error)]
pub enum RebuildError<E> {
    /// The events could not be read.
    #[error("the journal could not be read: {0}")]
    Events(E),
    /// The views could not be written.
    #[error(transparent)]
    Views(#[from] Error),
}

/// Makes the views at `path` anew from all the journal's events, in order from position 1: fills a file beside them, and
/// puts it in their place in one step once it is whole and on the disk. Nobody may have the views at `path` open.
///
/// # Errors
/// [`RebuildError::Events`] when the iterator fails, [`RebuildError::Views`] when the new file cannot be filled.
pub fn rebuild<E>(
    path: impl AsRef<Path>,
    events: impl IntoIterator<Item = Result<Arc<Recorded>, E>>,
) -> Result<Rebuilt, RebuildError<E>> {
    let path = path.as_ref();
    let beside = sidecar(path, ".new");
    // What an interrupted rebuild left is worth nothing.
    remove(&beside)?;
    let rebuilt = fill(&beside, events)?;
    swap(&beside, path)?;
    Ok(rebuilt)
}

fn fill<E>(
    path: &Path,
    events: impl IntoIterator<Item = Result<Arc<Recorded>, E>>,
) -> Result<Rebuilt, RebuildError<E>> {
    let mut views = Views::bulk(path)?;
    let mut batch = Vec::with_capacity(BATCH);
    for event in events {
        batch.push(event.map_err(RebuildError::Events)?);
        if batch.len() == BATCH {
            views.apply(&batch)?;
            batch.clear();
        }
    }
    views.apply(&batch)?;
    let rebuilt = Rebuilt {
        position: views.position(),
        digest: views.digest()?,
    };
    views.close()?;
    Ok(rebuilt)
}

/// Puts a whole file in the old one's place. The rename is atomic; the old WAL must be gone before it, or SQLite would
/// play it into the new file.
fn swap(new: &Path, path: &Path) -> Result<(), Error> {
    File::open(new)?.sync_all()?;
    settle(path)?;
    std::fs::rename(new, path)?;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    Ok(File::open(folder)?.sync_all()?)
}
