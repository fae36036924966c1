//! `POST /imports/{id}/withdraw`

use axum::extract::State;
use axum::http::StatusCode;
use saqta_domain::command::Command;
use saqta_domain::ids::ImportId;
use uuid::Uuid;

use crate::api::extract::Path;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Takes an import back: nothing that the file brought counts any more. The same file can be brought again.
#[utoipa::path(
    post, path = "/imports/{id}/withdraw", tag = "injuries", operation_id = "withdraw_import",
    params(("id" = Uuid, Path, description = "The import.")),
    responses(
        (status = 204, description = "It does not count any more."),
        answers::Unauthorized, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn withdraw(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Fault> {
    let directory = state.handle.directory();
    let done = state
        .handle
        .ask(caller.principal, Command::WithdrawImport(ImportId(id)))
        .await;
    done.map(|_| StatusCode::NO_CONTENT)
        .map_err(|error| Fault::of(error, &directory))
}
