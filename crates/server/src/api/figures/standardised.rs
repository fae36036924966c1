//! `GET /figures/standardised`

use axum::Json;
use axum::extract::State;
use saqta_domain::activity::Level as ActivityLevel;
use saqta_domain::ids::SeriesId;
use saqta_domain::permission::Action;
use saqta_domain::series::{Series, Unit};
use saqta_figures::analysis::standardised::{Method, Request, standardise};
use saqta_figures::cross::{Dimension, Filter};
use saqta_figures::measure::Measure;
use saqta_figures::table::usual_denominators;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{each, level, period, series};
use crate::api::conditions::Conditions;
use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::figures::Known;
use crate::problem::{Fault, answers};
use crate::state::AppState;
use crate::view::Viewer;

/// What to standardise.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// `2025`, `2025-Q1`, `2025-03`, `2025-01..09`.
    period: String,
    /// `direct`: each region's rates over the country's workers. `indirect` (unless said): the country's rates over each
    /// region's workers.
    method: Option<String>,
    /// What tells the strata apart: `section` (unless said), `division`, `group` or `class`.
    by: Option<String>,
    /// `incidence` unless said, or another rate over persons.
    measure: Option<String>,
    /// The series that says how many work in each activity of each region; the first of employees that does unless said.
    denominator: Option<String>,
    /// The series that says how many work in each activity of the country, the standard; the same unless said.
    standard: Option<String>,
    /// Coverage of the intervals, 0.95 unless said.
    level: Option<f64>,
}

/// Regions with their mix of activities set right: direct (Fay and Feuer's interval) or indirect (the SIR with its exact
/// interval). The standard is the country, by its workers in each activity; the answer names the series.
///
/// A region of which no series gives the workers of some activity is unknown, and `missing` names the activities. By sex and age
/// nothing can be standardised, since no series says how many women or how many young people work. Only for whoever sees the
/// whole country's figures.
#[utoipa::path(
    get, path = "/figures/standardised", tag = "figures", operation_id = "figures_standardised",
    params(Parameters, Conditions),
    responses(
        (status = 200, description = "The regions.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn standardised(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(asked): Asked<Parameters>,
    Asked(conditions): Asked<Conditions>,
) -> Result<Json<serde_json::Value>, Fault> {
    let viewer = Viewer::new(caller.principal, state.handle.directory());
    if !viewer.may_everywhere(Action::ViewFigures) {
        return Err(Fault::Forbidden);
    }
    if conditions.narrows_workers() {
        return Err(Fault::known("region", "all-beside-each-other"));
    }
    let filter = conditions.narrow(Filter::default())?;
    let method = match asked.method.as_deref().unwrap_or_default() {
        "" | "indirect" => Method::Indirect,
        "direct" => Method::Direct,
        _ => return Err(Fault::none_of("method", &["direct", "indirect"])),
    };
    let (by, measure) = (strata(asked.by.as_deref())?, measure(asked.measure.as_deref())?);
    let (period, level) = (period(&asked.period)?, level(asked.level)?);
    let denominator = series(asked.denominator.as_deref()).into_iter().next();
    let standard = series(asked.standard.as_deref()).into_iter().next();
    let found = state.figures.read(&state.handle, move |known: &Known| {
        let usual = || {
            by_region_and_activity(known).or_else(|| {
                usual_denominators(&known.exposures, Some(period))
                    .into_iter()
                    .next()
            })
        };
        let denominator = denominator.or_else(usual)?;
        let request = Request {
            period,
            filter,
            method,
            by,
            measure,
            standard: standard.unwrap_or_else(|| denominator.clone()),
            denominator,
            level,
        };
        Some(standardise(&known.register, &known.exposures, &request))
    });
    let no_series = || Fault::known("denominator", "no-series-of-persons");
    let found = found.await?.ok_or_else(no_series)?;
    let found = found.map_err(|_| Fault::known("denominator", "series-unknown"))?;
    serde_json::to_value(&found).map(Json).map_err(Fault::unread)
}

/// The first series of employees that tells the activities of a region apart.
fn by_region_and_activity(known: &Known) -> Option<SeriesId> {
    let crossed = |series: &Series| {
        let mut cells = series.cells.iter();
        series.unit == Unit::Employees && cells.any(|cell| cell.region.is_some() && cell.activity.is_some())
    };
    let mut series = known.exposures.series().map(|(_, series)| series);
    series
        .find(|series| crossed(series))
        .map(|series| series.id.clone())
}

fn strata(text: Option<&str>) -> Result<ActivityLevel, Fault> {
    let by: Vec<Dimension> = each("by", text)?;
    match by.as_slice() {
        [] => Ok(ActivityLevel::Section),
        [Dimension::Activity(level)] => Ok(*level),
        [Dimension::Sex | Dimension::Age] => Err(Fault::known("by", "strata-of-persons")),
        _ => Err(Fault::known("by", "strata")),
    }
}

fn measure(text: Option<&str>) -> Result<Measure, Fault> {
    let measures: Vec<Measure> = each("measure", text)?;
    match measures.as_slice() {
        [] => Ok(Measure::Incidence),
        [measure] if !measure.is_per_hour() => Ok(*measure),
        _ => Err(Fault::known("measure", "measure-of-persons")),
    }
}
