//! `GET /figures/watch`

use axum::Json;
use axum::extract::State;
use saqta_domain::permission::Action;
use saqta_domain::region::Region;
use saqta_figures::analysis::watch::watch as watched;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{period, scope_of, within};
use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// What to watch.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// `2025`, `2025-H1`, `2025-01..09`.
    period: String,
    /// KATO two-digit region code.
    region: Option<String>,
    /// A site; only for whoever may see its injuries.
    site: Option<String>,
}

/// A region or a hospital over time: weeks by EARS C1 to C3 and CUSUM, days between deaths by a t-chart.
#[utoipa::path(
    get, path = "/figures/watch", tag = "figures", operation_id = "figures_watch", params(Parameters),
    responses(
        (status = 200, description = "Weeks and gaps, with what stands out.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn watch(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(asked): Asked<Parameters>,
) -> Result<Json<serde_json::Value>, Fault> {
    let sees_single = caller.may_somewhere(&state.handle.directory(), Action::ViewInjuries);
    let mut filter = within(scope_of(&state, caller, Action::ViewFigures)?);
    let period = period(&asked.period)?;
    if let Some(code) = asked.region.as_deref().filter(|code| !code.is_empty()) {
        let region = Region::from_code(code);
        filter.regions =
            Some([region.ok_or_else(|| Fault::field("region", "a KATO two-digit region code"))?].into());
    }
    if let Some(site) = asked.site.as_deref().filter(|site| !site.is_empty()) {
        if !sees_single {
            return Err(Fault::Forbidden);
        }
        filter.sites = Some([site.into()].into());
    }
    let seen = state.figures.read(&state.handle, move |known| {
        watched(&known.register, &filter, period.first_day(), period.last_day())
    });
    serde_json::to_value(seen.await?).map(Json).map_err(Fault::unread)
}
