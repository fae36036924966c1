//! `GET /figures/watch`

use axum::Json;
use axum::extract::State;
use saqta_figures::analysis::watch::{Watched, watch as watched};
use serde::Deserialize;
use utoipa::IntoParams;

use super::coarse::{of_the_living, sees_no_single_injuries, without_days};
use super::{filter_of, period, today};
use crate::api::conditions::Conditions;
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
}

/// A region or a hospital over time: weeks by EARS C1 to C3 and CUSUM, days between deaths by a t-chart. Weeks to come are not
/// there; the running one is counted and not judged.
///
/// Whoever may not see single injuries gets the month of a death, not its day, and weeks that count the injured who did not die
/// (`weeks_without_deaths`): a week with one injury in it would tell when somebody died.
#[utoipa::path(
    get, path = "/figures/watch", tag = "figures", operation_id = "figures_watch",
    params(Parameters, Conditions),
    responses(
        (status = 200, description = "Weeks and gaps, with what stands out.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn watch(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(asked): Asked<Parameters>,
    Asked(conditions): Asked<Conditions>,
) -> Result<Json<serde_json::Value>, Fault> {
    let is_coarse = sees_no_single_injuries(&state, &caller);
    let filter = filter_of(&state, caller, &conditions, &[])?;
    let (period, today) = (period(&asked.period)?, today(&state));
    let seen = state.figures.read(&state.handle, move |known| {
        let (from, to) = (period.first_day(), period.last_day());
        let watch = |filter| watched(&known.register, filter, from, to, today);
        let all = watch(&filter);
        if !is_coarse {
            return all;
        }
        Watched {
            deaths: all.deaths,
            ..watch(&of_the_living(&filter))
        }
    });
    let mut seen = serde_json::to_value(seen.await?).map_err(Fault::unread)?;
    if is_coarse {
        seen = without_days(seen);
        seen["weeks_without_deaths"] = true.into();
    }
    Ok(Json(seen))
}
