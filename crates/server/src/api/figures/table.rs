//! `GET /figures/table`

use axum::Json;
use axum::extract::State;
use saqta_figures::cross::Dimension;
use saqta_figures::measure::Measure;
use saqta_figures::table::{Request, tabulate, usual_denominators};
use serde::Deserialize;
use utoipa::IntoParams;

use super::coarse::{require_coarse, sees_no_single_injuries, tells_the_hour, without_deaths};
use super::{dimensions, each, filter_of, level, period, series, today};
use crate::api::conditions::Conditions;
use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// What to tabulate.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// `2025`, `2025-Q1`, `2025-03`, `2025-01..09`; everything the register has unless said. Over several years a cell
    /// has rates where it is of one year, quarter or month.
    period: Option<String>,
    /// By what, with commas between: `region`, `section`, `division`, `cause`, `kind`, `month`, `sex`, `age`, ….
    by: Option<String>,
    /// Which rates, with commas between; all that the denominators allow unless said.
    measures: Option<String>,
    /// The series to divide by, with commas between; the first of each unit that knows the period unless said.
    denominators: Option<String>,
    /// Scales rates of persons up to a year.
    #[serde(default)]
    annualise: bool,
    /// Coverage of the intervals, 0.95 unless said.
    level: Option<f64>,
    /// Whether cells without an injury are listed with 0, where the codes are a closed list (regions, sections, kinds, causes,
    /// outcomes, sex, age, hours, weekdays, months that have begun); true unless said.
    zeros: Option<bool>,
}

/// The most cells that are answered.
const MOST: usize = 20_000;

/// Counts and rates, crossed. Each rate names its denominator and whether it is annualised; each has its interval. In a table
/// by one thing each cell has its share of the whole, with exact limits.
///
/// Whoever may not see single injuries gets hours and weekdays of all the injured over whole quarters, crossed with each other
/// alone, and without the deaths.
#[utoipa::path(
    get, path = "/figures/table", tag = "figures", operation_id = "figures_table",
    params(Parameters, Conditions),
    responses(
        (status = 200, description = "The table.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn table(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(asked): Asked<Parameters>,
    Asked(conditions): Asked<Conditions>,
) -> Result<Json<serde_json::Value>, Fault> {
    let by: Vec<Dimension> = dimensions(asked.by.as_deref())?;
    let measures: Vec<Measure> = match asked.measures.as_deref() {
        None => Measure::all().collect(),
        given => each("measures", given)?,
    };
    let period = asked.period.as_deref().map(period).transpose()?;
    let is_coarse = tells_the_hour(&by) && sees_no_single_injuries(&state, &caller);
    if is_coarse {
        require_coarse(&by, &conditions, period)?;
    }
    let mut request = Request {
        period,
        filter: filter_of(&state, caller, &conditions, &by)?,
        by,
        measures,
        denominators: series(asked.denominators.as_deref()),
        annualise: asked.annualise,
        level: level(asked.level)?,
        zeros_as_of: asked.zeros.unwrap_or(true).then(|| today(&state)),
        most: MOST,
    };
    let table = state.figures.read(&state.handle, move |known| {
        if request.denominators.is_empty() {
            request.denominators = usual_denominators(&known.exposures, request.period);
        }
        tabulate(&known.register, &known.exposures, &request)
    });
    let table = table.await?.map_err(|_| Fault::known("by", "too-many-cells"))?;
    let table = serde_json::to_value(&table).map_err(Fault::unread)?;
    Ok(Json(if is_coarse { without_deaths(table) } else { table }))
}
