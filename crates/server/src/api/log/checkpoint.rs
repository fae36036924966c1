//! `GET /log/checkpoint`

use axum::extract::State;
use axum::http::HeaderMap;

use super::{uncached, visible};
use crate::auth::caller::Circumstances;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Shows the log's signed checkpoint (C2SP tlog-checkpoint).
///
/// The public one lags ten minutes, and before the first is that old it is of size 0. Auditors get the log as it
/// stands.
#[utoipa::path(
    get, path = "/log/checkpoint", tag = "log", security((), ("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "A signed note.", body = String, content_type = "text/plain"),
        answers::Unavailable,
    ),
)]
pub(crate) async fn checkpoint(
    State(state): State<AppState>,
    circumstances: Circumstances,
) -> Result<(HeaderMap, String), Fault> {
    let checkpoint = visible(&state, &circumstances).await?;
    Ok((uncached("text/plain; charset=utf-8"), checkpoint.note))
}
