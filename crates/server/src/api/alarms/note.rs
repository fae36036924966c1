//! `POST /alarms/{id}/note`

use axum::Json;
use axum::extract::State;
use saqta_domain::command::Motion;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::move_on;
use crate::api::extract::{Body, Path};
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::shape::alarm::Alarm;
use crate::state::AppState;

/// What to write about an alarm.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NoteBody {
    /// The text, 1 to 4,000 characters.
    note: String,
}

/// Writes about an alarm, in whatever state it is.
#[utoipa::path(
    post, path = "/alarms/{id}/note", tag = "alarms", request_body = NoteBody,
    params(("id" = Uuid, Path, description = "The alarm.")),
    responses(
        (status = 200, description = "The alarm as it stands.", body = Alarm),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn note(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
    Body(body): Body<NoteBody>,
) -> Result<Json<Alarm>, Fault> {
    move_on(&state, caller, id, Motion::Note, Some(body.note))
        .await
        .map(Json)
}
