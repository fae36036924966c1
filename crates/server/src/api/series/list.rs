//! `GET /series`

use axum::Json;
use axum::extract::State;
use saqta_domain::permission::Action;

use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Lists the latest version of every series, with its figures.
#[utoipa::path(
    get, path = "/series", tag = "figures", operation_id = "list_series",
    responses(
        (status = 200, description = "The series, by their ids.", body = Object),
        answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn list(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
) -> Result<Json<serde_json::Value>, Fault> {
    caller.require(&state.handle.directory(), Action::ViewFigures)?;
    let listed = state.figures.read(&state.handle, |known| {
        let each = known.exposures.series().map(|(version, series)| {
            let mut item = serde_json::to_value(series)?;
            if let Some(fields) = item.as_object_mut() {
                fields.insert("version".to_owned(), version.into());
            }
            Ok(item)
        });
        let items = each.collect::<Result<Vec<_>, serde_json::Error>>()?;
        Ok::<_, serde_json::Error>(
            serde_json::json!({ "items": items, "next": null, "position": known.position }),
        )
    });
    listed.await?.map(Json).map_err(Fault::unread)
}
