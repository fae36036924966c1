//! `DELETE /tokens/{id}`

use axum::extract::State;
use axum::http::StatusCode;
use saqta_domain::command::Command;
use saqta_domain::ids::TokenId;
use saqta_domain::permission::Action;
use uuid::Uuid;

use crate::api::extract::Path;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Revokes an access token. A press with it still raises a flagged alarm; it is good for nothing else.
#[utoipa::path(
    delete, path = "/tokens/{id}", tag = "tokens", params(("id" = Uuid, Path, description = "The token's id.")),
    responses(
        (status = 204, description = "Revoked."),
        answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn revoke(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::IssueToken)?;
    let outcome = state
        .handle
        .ask(caller.principal, Command::RevokeToken(TokenId(id)))
        .await;
    outcome.map_err(|error| Fault::of(error, &directory))?;
    Ok(StatusCode::NO_CONTENT)
}
