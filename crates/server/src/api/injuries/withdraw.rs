//! `POST /injuries/{id}/withdraw`

use axum::extract::State;
use axum::http::StatusCode;
use saqta_domain::command::Command;
use saqta_domain::ids::InjuryId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::extract::{Body, Path, fitting_note};
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Why an injury does not count.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WithdrawBody {
    /// Why; sealed. At most 4,000 characters.
    #[serde(default)]
    note: Option<String>,
}

/// Takes an injury out of the count: it did not happen, or it is none of work. Reported again, it counts again.
#[utoipa::path(
    post, path = "/injuries/{id}/withdraw", tag = "injuries", operation_id = "withdraw_injury", request_body = WithdrawBody,
    params(("id" = Uuid, Path, description = "The injury.")),
    responses(
        (status = 204, description = "It does not count any more."),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn withdraw(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
    Body(body): Body<WithdrawBody>,
) -> Result<StatusCode, Fault> {
    let command = Command::WithdrawInjury {
        injury: InjuryId(id),
        note: fitting_note(body.note)?,
    };
    let directory = state.handle.directory();
    let done = state.handle.ask(caller.principal, command).await;
    done.map(|_| StatusCode::NO_CONTENT)
        .map_err(|error| Fault::of(error, &directory))
}
