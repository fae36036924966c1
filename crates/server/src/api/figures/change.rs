//! `GET /figures/change`

use axum::Json;
use axum::extract::State;
use saqta_figures::analysis::over_time::{Request, over_time};
use saqta_figures::cross::Dimension;
use saqta_figures::measure::Measure;
use saqta_figures::table::usual_denominators;
use serde::Deserialize;
use utoipa::IntoParams;

use super::coarse::{sees_no_single_injuries, tells_the_hour};
use super::{dimensions, each, filter_of, level, period, series, today};
use crate::api::conditions::Conditions;
use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// What to compare.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// `2025`, `2025-Q1`, `2025-03`, `2025-01..09`.
    period: String,
    /// A row for each code of these, with commas between: `region`, `section`, `kind`, …; nothing that is a stretch of time.
    by: Option<String>,
    /// What is compared: `incidence` unless said; not `severity`, whose days are no independent events.
    measure: Option<String>,
    /// The series to divide by, with commas between; the first of each unit that knows the period unless said.
    denominators: Option<String>,
    /// Scales rates of persons up to a year; the comparison is the same.
    #[serde(default)]
    annualise: bool,
    /// Coverage of the intervals, 0.95 unless said.
    level: Option<f64>,
}

/// The most cells that are compared: each costs three exact tests.
const MOST: usize = 500;

/// A period beside the same months of the year before, January to its end beside the same, and beside the four years before.
///
/// Each side has its count and, where one series knows all sides, its rate; then the rates are compared, else the counts, and
/// `of` says which. Each comparison has the ratio with its score interval, four p-values (exact conditional, mid-P, E-test,
/// score) and, over all cells, the Benjamini and Hochberg adjustment. A period that is not over is counted and not compared;
/// years before the register began are not there.
///
/// Hours and weekdays are compared for those who may see single injuries.
#[utoipa::path(
    get, path = "/figures/change", tag = "figures", operation_id = "figures_change", params(Parameters, Conditions),
    responses(
        (status = 200, description = "The comparisons.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn change(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(asked): Asked<Parameters>,
    Asked(conditions): Asked<Conditions>,
) -> Result<Json<serde_json::Value>, Fault> {
    let by: Vec<Dimension> = dimensions(asked.by.as_deref())?;
    if tells_the_hour(&by) && sees_no_single_injuries(&state, &caller) {
        return Err(Fault::known("by", "clock-compared"));
    }
    let filter = filter_of(&state, caller, &conditions, &by)?;
    let is_time = |by: &Dimension| matches!(by, Dimension::Month | Dimension::Quarter | Dimension::Year);
    if by.iter().any(is_time) {
        return Err(Fault::known("by", "compared-already"));
    }
    let measures: Vec<Measure> = each("measure", asked.measure.as_deref())?;
    let measure = match measures.as_slice() {
        [] => Measure::Incidence,
        [measure] if *measure != Measure::Severity => *measure,
        _ => {
            return Err(Fault::known("measure", "one-measure"));
        }
    };
    let mut request = Request {
        period: period(&asked.period)?,
        filter,
        by,
        measure,
        denominators: series(asked.denominators.as_deref()),
        annualise: asked.annualise,
        level: level(asked.level)?,
        as_of: today(&state),
        most: MOST,
    };
    let compared = state.figures.read(&state.handle, move |known| {
        if request.denominators.is_empty() {
            request.denominators = usual_denominators(&known.exposures, Some(request.period));
        }
        over_time(&known.register, &known.exposures, &request)
    });
    let compared = compared
        .await?
        .map_err(|_| Fault::known("by", "too-many-cells"))?;
    serde_json::to_value(&compared).map(Json).map_err(Fault::unread)
}
