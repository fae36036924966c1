//! `POST /situations/{id}/acknowledge`, `/respond`, `/attend`: the open alarms of one zone, moved on together.

use axum::Json;
use axum::extract::State;
use saqta_domain::command::{Answer, Command, SharedMotion};
use saqta_domain::ids::SituationId;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::extract::Path;
use crate::auth::caller::{Caller, SignedIn};
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// How many alarms are moved in one command, so that a large situation delays nobody's press.
const AT_ONCE: usize = 64;

/// What became of a situation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Moved {
    /// The situation.
    situation: Uuid,
    /// How many of its alarms were moved: those whose state allowed it.
    changed: usize,
    /// The journal position up to which this is true.
    position: u64,
}

async fn move_on(
    state: &AppState,
    caller: &Caller,
    id: Uuid,
    motion: SharedMotion,
) -> Result<Json<Moved>, Fault> {
    let mut total = 0;
    loop {
        let command = Command::MoveSituation {
            situation: SituationId(id),
            motion,
            limit: AT_ONCE,
        };
        match state.handle.ask(caller.principal.clone(), command).await {
            Ok(Answer::MovedSituation { changed, more }) => {
                total += changed;
                if !more || changed == 0 {
                    let position = state.handle.live().head();
                    return Ok(Json(Moved {
                        situation: id,
                        changed: total,
                        position,
                    }));
                }
            }
            Ok(other) => return Err(Fault::unread(format!("a motion was answered by {other:?}"))),
            Err(error) => return Err(Fault::of(error, &state.handle.directory())),
        }
    }
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $operation:literal, $path:literal, $motion:expr) => {
        $(#[$doc])*
        #[utoipa::path(
            post, path = $path, operation_id = $operation, tag = "situations",
            params(("id" = Uuid, Path, description = "The situation.")),
            responses(
                (status = 200, description = "How many alarms were moved.", body = Moved),
                answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Conflict,
                answers::Unavailable,
            ),
        )]
        pub(crate) async fn $name(
            State(state): State<AppState>,
            SignedIn(caller): SignedIn,
            Path(id): Path<Uuid>,
        ) -> Result<Json<Moved>, Fault> {
            move_on(&state, &caller, id, $motion).await
        }
    };
}

step! {
    /// Takes each open alarm of a situation that can be taken.
    acknowledge, "acknowledge_situation", "/situations/{id}/acknowledge", SharedMotion::Acknowledge
}

step! {
    /// Goes to each open alarm of a situation that can be gone to.
    respond, "respond_situation", "/situations/{id}/respond", SharedMotion::Respond
}

step! {
    /// Arrives at each open alarm of a situation.
    attend, "attend_situation", "/situations/{id}/attend", SharedMotion::Attend
}
