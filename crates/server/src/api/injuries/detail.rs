//! `GET /injuries/{id}`

use axum::Json;
use axum::extract::State;
use saqta_domain::ids::InjuryId;
use saqta_domain::permission::Action;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::may_at;
use crate::api::extract::Path;
use crate::auth::caller::SignedIn;
use crate::history::reports_of;
use crate::problem::{Fault, answers};
use crate::shape::injury::{Injury, InjuryDetails, InjuryReport};
use crate::state::AppState;
use crate::view::Viewer;

/// An injury with everything that was reported of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InjuryWithReports {
    #[serde(flatten)]
    injury: Injury,
    /// The reports, oldest first: nothing is overwritten.
    reports: Vec<InjuryReport>,
}

/// Shows an injury, with everything that was reported of it and where in the journal that stands.
#[utoipa::path(
    get, path = "/injuries/{id}", tag = "injuries", operation_id = "detail_injury",
    params(("id" = Uuid, Path, description = "The injury.")),
    responses(
        (status = 200, description = "The injury.", body = InjuryWithReports),
        answers::Unauthorized, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn detail(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
) -> Result<Json<InjuryWithReports>, Fault> {
    let viewer = Viewer::new(caller.principal, state.handle.directory());
    let id = InjuryId(id);
    let handle = state.handle.clone();
    let found = state.figures.read(&state.handle, move |known| {
        let row = known.register.row(id)?;
        let details = known.register.details(row)?;
        Some((known.register.reporters(row), details))
    });
    let (reporters, details) = found.await?.ok_or(Fault::NotFound)?;
    if !may_at(&viewer, Action::ViewInjuries, &details) {
        return Err(Fault::NotFound);
    }
    let reports = tokio::task::spawn_blocking(move || reports_of(&handle, id)).await?;
    let reports = reports.map_err(Fault::unread)?;
    let position = reports.first().map_or(0, |report| report.position);
    Ok(Json(InjuryWithReports {
        injury: Injury::new(id, position, reporters, InjuryDetails::of(&details)),
        reports: reports
            .iter()
            .map(|report| InjuryReport::of(report, viewer.directory()))
            .collect(),
    }))
}
