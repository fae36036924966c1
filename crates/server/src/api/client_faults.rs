//! `POST /client/faults`

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::extract::Body;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// What a screen cannot do.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct FaultBody {
    /// `sound-suspended`, `stream-silent`, or another word of at most 64 characters.
    what: String,
    /// Since when, by the screen's clock.
    #[serde(default)]
    #[schema(format = DateTime)]
    since: Option<String>,
}

/// Reports that a screen cannot do its work: suspended sound, a silent stream. It is logged and counted, so that
/// somebody hears of a console that is blind or mute.
#[utoipa::path(
    post, path = "/client/faults", tag = "operation", request_body = FaultBody,
    responses((status = 204, description = "Noted."), answers::Invalid, answers::Unauthorized, answers::Forbidden),
)]
pub(crate) async fn report(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Body(body): Body<FaultBody>,
) -> Result<StatusCode, Fault> {
    let what: String = body
        .what
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c))
        .take(64)
        .collect();
    if what.is_empty() {
        return Err(Fault::field("what", "a word such as `sound-suspended`"));
    }
    let since: String = body
        .since
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .take(64)
        .collect();
    tracing::warn!(what, since, principal = ?caller.principal, "a screen cannot do its work");
    state.metrics.client_fault(&what);
    Ok(StatusCode::NO_CONTENT)
}
