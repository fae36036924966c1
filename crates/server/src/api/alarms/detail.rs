//! `GET /alarms/{id}`

use axum::Json;
use axum::extract::State;
use saqta_domain::ids::AlarmId;
use uuid::Uuid;

use crate::api::extract::Path;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::register;
use crate::shape::alarm::AlarmWithTimeline;
use crate::state::AppState;
use crate::view::Viewer;

/// Shows an alarm with everything that happened to it, oldest first.
///
/// Its presser sees it as well, without what others wrote about it.
#[utoipa::path(
    get, path = "/alarms/{id}", tag = "alarms", params(("id" = Uuid, Path, description = "The alarm.")),
    responses(
        (status = 200, description = "The alarm with its timeline.", body = AlarmWithTimeline),
        answers::Unauthorized, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn detail(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
) -> Result<Json<AlarmWithTimeline>, Fault> {
    let viewer = Viewer::new(caller.principal, state.handle.directory());
    register::detail(&state.handle, viewer, AlarmId(id))
        .await
        .map(Json)
}
