//! `POST /alarms/{id}/close`

use axum::Json;
use axum::extract::State;
use saqta_domain::alarm::{Factor, Outcome};
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

/// How an alarm ended.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct CloseBody {
    /// `real`, `no-danger` or `test`.
    outcome: String,
    /// What contributed to it.
    #[serde(default)]
    #[schema(example = json!(["waiting"]))]
    factors: Vec<String>,
    /// What to write beside it, at most 4,000 characters.
    #[serde(default)]
    note: Option<String>,
}

/// Closes an alarm.
///
/// From any open state; one that its presser contests, only by a dispatcher where there is one. The same step again
/// by the same person is 200 as well.
#[utoipa::path(
    post, path = "/alarms/{id}/close", tag = "alarms", request_body = CloseBody,
    params(("id" = Uuid, Path, description = "The alarm.")),
    responses(
        (status = 200, description = "The alarm as it then stands.", body = Alarm),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Conflict,
        answers::Unavailable,
    ),
)]
pub(crate) async fn close(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
    Body(body): Body<CloseBody>,
) -> Result<Json<Alarm>, Fault> {
    let outcome = Outcome::from_code(&body.outcome);
    let outcome =
        outcome.ok_or_else(|| Fault::field("outcome", known(Outcome::ALL.iter().map(|word| word.code()))))?;
    let factor = |(index, code): (usize, &String)| {
        let problem = || known(Factor::ALL.iter().map(|word| word.code()));
        Factor::from_code(code).ok_or_else(|| Fault::field(&format!("factors[{index}]"), problem()))
    };
    let factors = body
        .factors
        .iter()
        .enumerate()
        .map(factor)
        .collect::<Result<_, _>>()?;
    move_on(&state, caller, id, Motion::Close { outcome, factors }, body.note)
        .await
        .map(Json)
}

fn known(codes: impl Iterator<Item = &'static str>) -> String {
    format!("one of {}", codes.collect::<Vec<_>>().join(", "))
}
