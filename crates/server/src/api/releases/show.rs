//! `GET /figures/releases/{id}`

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::file::answer;
use super::{all, find};
use crate::api::extract::{Asked, Path};
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Which revision.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// Which revision, from 1; the last one unless said.
    revision: Option<u64>,
}

/// The figures of a release, as canonical JSON: `release.json`, the file that is signed and that every other is made of.
#[utoipa::path(
    get, path = "/figures/releases/{id}", tag = "figures", operation_id = "show_release",
    params(("id" = String, Path, description = "The stable id."), Parameters),
    responses(
        (status = 200, description = "The release.", body = Object, content_type = "application/json"),
        answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn show(
    State(state): State<AppState>,
    Path(id): Path<String>,
    Asked(asked): Asked<Parameters>,
) -> Result<Response, Fault> {
    let row = find(all(&state).await?, &id, asked.revision)?;
    answer(&state, row, "release.json".to_owned()).await
}
