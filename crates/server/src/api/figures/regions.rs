//! `GET /figures/regions`

use axum::Json;
use axum::extract::State;
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::permission::Action;
use saqta_domain::region::Region;
use saqta_figures::analysis::funnel::{Beside, Given, beside};
use saqta_figures::cross::{self, Dimension, Question};
use saqta_figures::measure::Denominator;
use saqta_figures::table::usual_denominators;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::{level, period, scope_of, series, within};
use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::figures::Known;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// What to set beside each other.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// `2025`, `2025-Q1`, `2025-03`, `2025-01..09`.
    period: String,
    /// The series to divide by; the first of employees that knows the period unless said.
    denominator: Option<String>,
    /// Counts deaths instead of injured.
    #[serde(default)]
    fatal: bool,
    /// Widens the funnel's limits by the regions' own differences.
    #[serde(default)]
    widen: bool,
    /// Coverage of intervals and places, 0.95 unless said.
    level: Option<f64>,
}

/// Regions beside each other: rates, funnel limits, places with their intervals. A region without an injury is there with
/// 0; one without a denominator is left out.
#[utoipa::path(
    get, path = "/figures/regions", tag = "figures", operation_id = "figures_regions", params(Parameters),
    responses(
        (status = 200, description = "The regions, the highest rate first.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn regions(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(asked): Asked<Parameters>,
) -> Result<Json<serde_json::Value>, Fault> {
    let scope = scope_of(&state, caller, Action::ViewFigures)?;
    let level = level(asked.level)?;
    let period = period(&asked.period)?;
    let chosen = series(asked.denominator.as_deref()).into_iter().next();
    let fatal = asked.fatal;
    let question = Question {
        filter: within(scope).within(period),
        by: vec![Dimension::Region],
    };
    let found = state.figures.read(&state.handle, move |known: &Known| {
        let chosen = chosen.or_else(|| {
            usual_denominators(&known.exposures, Some(period))
                .into_iter()
                .next()
        });
        let denominator = known.exposures.denominator(chosen.as_ref()?)?;
        Some((
            given(known, &question, period, &denominator.series, fatal),
            denominator,
        ))
    });
    let (given, denominator) = found.await?.unzip();
    let beside: Beside = beside(&given.unwrap_or_default(), asked.widen, level)
        .map_err(|_| Fault::known("denominator", "series-unknown"))?;
    let answer = RegionsBeside {
        period,
        measure: if fatal { "fatal" } else { "injured" },
        denominator,
        beside,
    };
    serde_json::to_value(&answer).map(Json).map_err(Fault::unread)
}

/// Regions beside each other, with what they are divided by.
#[derive(Serialize)]
struct RegionsBeside {
    period: Period,
    measure: &'static str,
    /// None where there is no series of persons.
    denominator: Option<Denominator>,
    #[serde(flatten)]
    beside: Beside,
}

/// The regions that the caller sees and the denominator knows.
fn given(
    known: &Known,
    question: &Question,
    period: Period,
    denominator: &SeriesId,
    fatal: bool,
) -> Vec<Given> {
    let cells = cross::count(&known.register, question);
    let counted = |region: Region| {
        let cell = cells
            .iter()
            .find(|cell| cell.key[0].as_deref() == Some(region.code()));
        cell.map_or(0, |cell| if fatal { cell.tally.fatal } else { cell.tally.count })
    };
    let scope = question.filter.scope.as_ref();
    let sees = |region: &&Region| scope.is_none_or(|scope| scope.regions.contains(region));
    let regions = Region::ALL.iter().filter(sees);
    let with_exposure = regions.filter_map(|region| {
        let exposure = known.exposures.find(denominator, period, Some(*region), None)?;
        Some(Given {
            code: region.code().to_owned(),
            count: counted(*region),
            exposure: exposure.value,
        })
    });
    with_exposure.collect()
}
