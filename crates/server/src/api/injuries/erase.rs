//! `POST /injuries/{id}/erase`

use axum::extract::State;
use axum::http::StatusCode;
use saqta_domain::command::Command;
use saqta_domain::ids::InjuryId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::extract::{Body, Path, fitting_reason};
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Why it is erased.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EraseBody {
    /// Why, in at most 4,000 characters; recorded, sealed.
    #[serde(default)]
    reason: String,
}

/// Erases who was hurt: the key of what is sealed about them is destroyed, for ever and for everybody. The injury keeps
/// counting, and the log still verifies. What is said of the person later is not kept either. That it was erased, by whom
/// and why, stands in the injury's history.
///
/// Backups made before still hold the key.
#[utoipa::path(
    post, path = "/injuries/{id}/erase", tag = "injuries", operation_id = "erase_injured", request_body = EraseBody,
    params(("id" = Uuid, Path, description = "The injury.")),
    responses(
        (status = 204, description = "Nobody can read any more who it was."),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn erase(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
    Body(body): Body<EraseBody>,
) -> Result<StatusCode, Fault> {
    let directory = state.handle.directory();
    let command = Command::EraseInjured {
        injury: InjuryId(id),
        reason: fitting_reason(body.reason)?,
    };
    let done = state.handle.ask(caller.principal, command).await;
    done.map(|_| StatusCode::NO_CONTENT)
        .map_err(|error| Fault::of(error, &directory))
}
