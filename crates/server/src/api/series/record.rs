//! `POST /series`

use axum::Json;
use axum::extract::State;
use saqta_domain::command::{Answer, Command};
use saqta_domain::ids::SeriesId;
use saqta_domain::series::Series;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::extract::Body;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// A series as it was taken in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordedSeries {
    /// Its id.
    id: String,
    /// Its version, from 1; the same figures again make no new one.
    version: u64,
    /// How a rate names it: `id@version`.
    denominator: String,
}

impl RecordedSeries {
    pub(super) fn new(series: &SeriesId, version: u64) -> Self {
        Self {
            id: series.to_string(),
            version,
            denominator: format!("{series}@{version}"),
        }
    }
}

/// Takes in a series: `{id, counter, unit, source, published?, cells: [{period, region?, activity?, value}]}`.
///
/// Units: `employees`, `employed`, `hours`, `injured`, `fatal`, `severe`, `days-lost`, `non-fatal`. Values are single persons or hours,
/// not thousands. Series of different counters are never added or compared.
#[utoipa::path(
    post, path = "/series", tag = "figures", operation_id = "record_series", request_body = Object,
    responses(
        (status = 200, description = "Taken in.", body = RecordedSeries),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn record(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Body(series): Body<Series>,
) -> Result<Json<RecordedSeries>, Fault> {
    let directory = state.handle.directory();
    let command = Command::RecordSeries(Box::new(series));
    match state.handle.ask(caller.principal, command).await {
        Ok(Answer::Series { series, version }) => Ok(Json(RecordedSeries::new(&series, version))),
        Ok(other) => Err(Fault::unread(format!("a series was answered by {other:?}"))),
        Err(error) => Err(Fault::of(error, &directory)),
    }
}
