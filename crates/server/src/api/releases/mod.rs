//! Releases: published sets of figures, for everybody.

pub(crate) mod file;
pub(crate) mod list;
pub(crate) mod publish;
pub(crate) mod show;

use saqta_readmodel::ReleaseRow;

use crate::problem::Fault;
use crate::state::AppState;

/// Every revision of every release, oldest first.
pub(crate) async fn all(state: &AppState) -> Result<Vec<ReleaseRow>, Fault> {
    let _settled = state.handle.settled().await?;
    let handle = state.handle.clone();
    Ok(tokio::task::spawn_blocking(move || handle.views().releases()).await??)
}

/// A revision of a release; the last one unless said.
fn find(releases: Vec<ReleaseRow>, id: &str, revision: Option<u64>) -> Result<ReleaseRow, Fault> {
    let mut found = releases.into_iter().filter(|row| {
        let is_wanted = revision.is_none_or(|revision| row.release.revision == revision);
        row.release.spec.id.as_str() == id && is_wanted
    });
    let last = found.next_back();
    last.ok_or(Fault::NotFound)
}
