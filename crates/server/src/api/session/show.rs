//! `GET /session`

use axum::Json;
use axum::extract::State;

use super::Session;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Shows who is signed in. A device's token has no account: 403.
#[utoipa::path(
    get, path = "/session", tag = "session",
    responses(
        (status = 200, description = "Who is signed in.", body = Session),
        answers::Unauthorized, answers::Forbidden,
    ),
)]
pub(crate) async fn show(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
) -> Result<Json<Session>, Fault> {
    let directory = state.handle.directory();
    let account = caller.account(&directory).ok_or(Fault::Forbidden)?;
    Ok(Json(Session::of(account, &state)))
}
