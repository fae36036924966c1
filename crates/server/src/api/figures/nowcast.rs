//! `GET /figures/nowcast`

use axum::Json;
use axum::extract::State;
use saqta_figures::analysis::nowcast::foresee;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{filter_of, level, period, today};
use crate::api::conditions::Conditions;
use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// What to foresee.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// `2025-Q1`, `2025-03`: within the last two years.
    period: String,
    /// Coverage of the band, 0.95 unless said.
    level: Option<f64>,
}

/// What a period will come to once everything is reported, by how late reports came before. The band of several months is that
/// of the months together. Null where too little is known of the delays.
#[utoipa::path(
    get, path = "/figures/nowcast", tag = "figures", operation_id = "figures_nowcast",
    params(Parameters, Conditions),
    responses(
        (status = 200, description = "The nowcast, or null.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn nowcast(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(asked): Asked<Parameters>,
    Asked(conditions): Asked<Conditions>,
) -> Result<Json<serde_json::Value>, Fault> {
    let filter = filter_of(&state, caller, &conditions, &[])?;
    let (period, level) = (period(&asked.period)?, level(asked.level)?);
    let today = today(&state);
    let foreseen = state.figures.read(&state.handle, move |known| {
        foresee(&known.register, &filter, period, today, level)
    });
    let answer = serde_json::json!({ "period": period, "nowcast": foreseen.await? });
    Ok(Json(answer))
}
