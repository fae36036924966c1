//! `POST /injuries/{id}/revise`

use axum::Json;
use axum::extract::State;
use saqta_domain::command::{Answer, Command};
use saqta_domain::ids::InjuryId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::record::Recorded;
use crate::api::extract::{Body, Path, fitting_note};
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::shape::injury::{InjuryDetails, Unknown, require_known};
use crate::state::AppState;

/// What is known of an injury now.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ReviseBody {
    /// All that is known, not only what changed.
    #[serde(flatten)]
    details: InjuryDetails,
    /// Why; sealed. At most 4,000 characters.
    #[serde(default)]
    note: Option<String>,
    #[serde(flatten)]
    #[schema(ignore)]
    unknown: Unknown,
}

/// Says anew what is known of an injury: an outcome that changes later is a new report, never an overwrite.
#[utoipa::path(
    post, path = "/injuries/{id}/revise", tag = "injuries", operation_id = "revise_injury", request_body = ReviseBody,
    params(("id" = Uuid, Path, description = "The injury.")),
    responses(
        (status = 200, description = "Recorded, or nothing new.", body = Recorded),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn revise(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
    Body(body): Body<ReviseBody>,
) -> Result<Json<Recorded>, Fault> {
    require_known(&body.unknown)?;
    let command = Command::ReviseInjury {
        injury: InjuryId(id),
        details: Box::new(body.details.read()?),
        note: fitting_note(body.note)?,
    };
    let directory = state.handle.directory();
    match state.handle.ask(caller.principal, command).await {
        Ok(Answer::Injury { injury, change }) => {
            Ok(Json(Recorded::new(injury.0, change, state.handle.live().head())))
        }
        Ok(other) => Err(Fault::unread(format!("a revision was answered by {other:?}"))),
        Err(error) => Err(Fault::of(error, &directory)),
    }
}
