//! The log, for strangers: checkpoints, tiles, proofs.
//!
//! The public sees the log as it stood ten minutes ago, since its growth would betray a silent alarm; auditors see it
//! as it stands. Entries are served to nobody here: a hash says nothing of what was recorded.

pub(crate) mod checkpoint;
pub(crate) mod proof;
pub(crate) mod tile;

use axum::http::HeaderMap;
use saqta_domain::permission::Action;
use saqta_journal::{ReadError, SignedCheckpoint};

use crate::auth::caller::Circumstances;
use crate::problem::Fault;
use crate::state::AppState;

/// The newest checkpoint that the caller may see, which bounds everything else they may see.
async fn visible(state: &AppState, circumstances: &Circumstances) -> Result<SignedCheckpoint, Fault> {
    let directory = state.handle.directory();
    let caller = circumstances.caller.as_ref().filter(|caller| !caller.revoked);
    let current = caller.is_some_and(|caller| caller.may_somewhere(&directory, Action::ViewCurrentLog));
    let checkpoints = std::sync::Arc::clone(&state.settings.checkpoints);
    let read = move || {
        if current {
            checkpoints.current()
        } else {
            checkpoints.published()
        }
    };
    tokio::task::spawn_blocking(read).await?.map_err(unread)
}

/// More than there is, is not found.
fn unread(error: ReadError) -> Fault {
    match error {
        ReadError::Beyond { .. } => Fault::NotFound,
        error => Fault::unread(error),
    }
}

/// The same address answers auditors and the public differently.
fn uncached(content_type: &'static str) -> HeaderMap {
    use axum::http::HeaderValue;
    use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(VARY, HeaderValue::from_static("authorization, cookie"));
    headers
}
