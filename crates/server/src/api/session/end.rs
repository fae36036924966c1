//! `DELETE /session`

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use saqta_engine::SessionHash;

use crate::auth::caller::Circumstances;
use crate::auth::cookie;
use crate::auth::origin::Origin;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Signs out. Whoever is not signed in stays so.
#[utoipa::path(
    delete, path = "/session", tag = "session",
    responses((status = 204, description = "Signed out."), answers::Forbidden),
)]
pub(crate) async fn end(
    State(state): State<AppState>,
    circumstances: Circumstances,
    headers: HeaderMap,
) -> Result<(StatusCode, HeaderMap), Fault> {
    let sessions: Vec<SessionHash> = cookie::values(&headers).map(SessionHash::of).collect();
    if !sessions.is_empty() && circumstances.origin != Origin::Own {
        return Err(Fault::ForeignOrigin);
    }
    let handle = state.handle.clone();
    let end = move || {
        sessions
            .iter()
            .try_for_each(|session| handle.local().end_session(session))
    };
    if let Err(error) = tokio::task::spawn_blocking(end).await? {
        tracing::warn!(%error, "the end of a session could not be kept");
    }
    let mut headers = HeaderMap::new();
    headers.extend(cookie::clear(circumstances.client.https).map(|value| (SET_COOKIE, value)));
    Ok((StatusCode::NO_CONTENT, headers))
}
