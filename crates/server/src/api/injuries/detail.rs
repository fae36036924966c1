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
use crate::history::{of_injured, reports_of};
use crate::problem::{Fault, answers};
use crate::shape::injured::{InjuredErasure, InjuredOpening};
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
    /// Whether any report said who was hurt. What was said is not here: opening it is an event.
    injured_is_said: bool,
    /// Who opened what is sealed of who was hurt, oldest first: one for each report that was opened.
    openings: Vec<InjuredOpening>,
    /// Who erased it; null while it can be opened.
    #[schema(required)]
    erasure: Option<InjuredErasure>,
}

/// Shows an injury, with everything that was reported of it and where in the journal that stands, and who opened or erased
/// who was hurt, when and why.
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
    let read = tokio::task::spawn_blocking(move || {
        let reports = reports_of(&handle, id)?;
        of_injured(&handle, id).map(|injured| (reports, injured))
    });
    let (reports, injured) = read.await?.map_err(Fault::unread)?;
    let directory = viewer.directory();
    let position = reports.first().map_or(0, |report| report.position);
    Ok(Json(InjuryWithReports {
        injury: Injury::new(id, position, reporters, InjuryDetails::of(&details)),
        reports: reports
            .iter()
            .map(|report| InjuryReport::of(report, directory))
            .collect(),
        injured_is_said: injured.is_said,
        openings: injured
            .openings
            .iter()
            .map(|(report, event)| InjuredOpening::of(event, *report, directory))
            .collect(),
        erasure: injured.erasure.map(|event| InjuredErasure::of(&event, directory)),
    }))
}
