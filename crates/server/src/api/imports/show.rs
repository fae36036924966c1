//! `GET /imports/{id}`

use axum::Json;
use axum::extract::State;
use uuid::Uuid;

use super::Job;
use crate::api::extract::Path;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Tells how far an import of one's own has come, and what is wrong with which row.
#[utoipa::path(
    get, path = "/imports/{id}", tag = "injuries", operation_id = "show_import",
    params(("id" = Uuid, Path, description = "The job.")),
    responses(
        (status = 200, description = "How far it has come.", body = Job),
        answers::Unauthorized, answers::NotFound,
    ),
)]
pub(crate) async fn show(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
) -> Result<Json<Job>, Fault> {
    let job = state.jobs.of(&caller.principal, id);
    job.map(Json).ok_or(Fault::NotFound)
}
