//! `GET /alarms`

use axum::Json;
use axum::extract::State;
use saqta_domain::ids::SiteId;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::register::{self, Listing};
use crate::shape::alarm::ListedAlarm;
use crate::shape::list::{Limit, List};
use crate::state::AppState;
use crate::view::Viewer;

/// What to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// `open` or `closed`; without it, both.
    #[param(value_type = Option<String>, example = "open")]
    state: Option<String>,
    /// Only those of one site.
    site: Option<String>,
    /// How many at most: 100 unless said, clamped to 1 to 500.
    #[param(value_type = Option<i64>)]
    limit: Option<Limit>,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
}

/// Lists alarms, newest first.
///
/// Guards, dispatchers, auditors and administrators see those of their scopes in full. A worker sees their own in
/// full, and of colleagues' open alarms that are not silent only what, where and how far help has come. A device
/// sees those it raised. The answer knows everything recorded before the request came.
#[utoipa::path(
    get, path = "/alarms", tag = "alarms", params(Parameters),
    responses(
        (status = 200, description = "A page, newest first.", body = List<ListedAlarm>),
        answers::Invalid, answers::Unauthorized, answers::Unavailable,
    ),
)]
pub(crate) async fn list(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
) -> Result<Json<List<ListedAlarm>>, Fault> {
    let open = match parameters.state.as_deref() {
        None | Some("") => None,
        Some("open") => Some(true),
        Some("closed") => Some(false),
        Some(_) => return Err(Fault::field("state", "either `open` or `closed`")),
    };
    let before = match parameters.cursor.as_deref() {
        None | Some("") => None,
        Some(cursor) => {
            let position = cursor.parse();
            Some(position.map_err(|_| Fault::field("cursor", "the `next` of the page before"))?)
        }
    };
    let listing = Listing {
        open,
        site: parameters
            .site
            .as_deref()
            .filter(|site| !site.is_empty())
            .map(SiteId::from),
        limit: Limit::get(parameters.limit),
        before,
    };
    let viewer = Viewer::new(caller.principal, state.handle.directory());
    register::list(&state.handle, viewer, listing).await.map(Json)
}
