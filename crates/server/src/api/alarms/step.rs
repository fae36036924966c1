//! `POST /alarms/{id}/acknowledge`, `/respond`, `/attend`, `/release`, `/reopen`: the steps that need nothing but the
//! alarm.

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

/// What may be said with a step.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(crate) struct StepBody {
    /// What to write beside it, at most 4,000 characters.
    #[serde(default)]
    note: Option<String>,
}

/// A step's answers are the same for all of them.
macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $path:literal, $motion:expr) => {
        $(#[$doc])*
        #[utoipa::path(
            post, path = $path, tag = "alarms", request_body = StepBody,
            params(("id" = Uuid, Path, description = "The alarm.")),
            responses(
                (status = 200, description = "The alarm as it then stands.", body = Alarm),
                answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Conflict,
                answers::Unavailable,
            ),
        )]
        pub(crate) async fn $name(
            State(state): State<AppState>,
            SignedIn(caller): SignedIn,
            Path(id): Path<Uuid>,
            Body(body): Body<StepBody>,
        ) -> Result<Json<Alarm>, Fault> {
            move_on(&state, caller, id, $motion, body.note).await.map(Json)
        }
    };
}

step! {
    /// Takes an alarm: "seen, I take it".
    ///
    /// From `raised`. The same step again by the same person is 200 as well.
    acknowledge, "/alarms/{id}/acknowledge", Motion::Acknowledge
}

step! {
    /// Goes to an alarm: "on the way".
    ///
    /// From `raised` and `acknowledged`. The same step again by the same person is 200 as well.
    respond, "/alarms/{id}/respond", Motion::Respond
}

step! {
    /// Arrives at an alarm: "on the scene".
    ///
    /// From any open state. The same step again by the same person is 200 as well.
    attend, "/alarms/{id}/attend", Motion::Attend
}

step! {
    /// Gives an alarm back: "somebody else must take it".
    ///
    /// By who holds it, or by a dispatcher. The same step again by the same person is 200 as well.
    release, "/alarms/{id}/release", Motion::Release
}

step! {
    /// Opens a closed alarm again.
    ///
    /// From its presser this contests how it was closed: it is open again, for a dispatcher.
    reopen, "/alarms/{id}/reopen", Motion::Reopen
}
