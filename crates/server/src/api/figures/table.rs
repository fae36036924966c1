//! `GET /figures/table`

use axum::Json;
use axum::extract::State;
use saqta_domain::permission::Action;
use saqta_figures::cross::Dimension;
use saqta_figures::measure::Measure;
use saqta_figures::table::{Request, tabulate, usual_denominators};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{level, period, scope_of, series, within};
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
    /// The series to divide by, with commas between; the first of each unit unless said.
    denominators: Option<String>,
    /// Scales rates of persons up to a year.
    #[serde(default)]
    annualise: bool,
    /// Coverage of the intervals, 0.95 unless said.
    level: Option<f64>,
}

/// The most cells that are answered.
const MOST: usize = 20_000;

/// Counts and rates, crossed. Each rate names its denominator and whether it is annualised; each has its interval.
#[utoipa::path(
    get, path = "/figures/table", tag = "figures", operation_id = "figures_table", params(Parameters),
    responses(
        (status = 200, description = "The table.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn table(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(asked): Asked<Parameters>,
) -> Result<Json<serde_json::Value>, Fault> {
    let sees_single = caller.may_somewhere(&state.handle.directory(), Action::ViewInjuries);
    let scope = scope_of(&state, caller, Action::ViewFigures)?;
    let by: Vec<Dimension> = each("by", asked.by.as_deref())?;
    if !sees_single
        && by
            .iter()
            .any(|by| matches!(by, Dimension::Site | Dimension::Employer))
    {
        return Err(Fault::Forbidden);
    }
    let measures: Vec<Measure> = match asked.measures.as_deref() {
        None => Measure::all().collect(),
        given => each("measures", given)?,
    };
    let mut request = Request {
        period: asked.period.as_deref().map(period).transpose()?,
        filter: within(scope),
        by,
        measures,
        denominators: series(asked.denominators.as_deref()),
        annualise: asked.annualise,
        level: level(asked.level)?,
    };
    let table = state.figures.read(&state.handle, move |known| {
        if request.denominators.is_empty() {
            request.denominators = usual_denominators(&known.exposures);
        }
        tabulate(&known.register, &known.exposures, &request)
    });
    let table = table.await?;
    if table.cells.len() > MOST {
        let problem = format!(
            "{} cells: fewer dimensions, or a shorter period",
            table.cells.len()
        );
        return Err(Fault::field("by", problem));
    }
    serde_json::to_value(&table).map(Json).map_err(Fault::unread)
}

fn each<T: std::str::FromStr<Err: ToString>>(field: &str, text: Option<&str>) -> Result<Vec<T>, Fault> {
    let names = text.unwrap_or_default().split(',').map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(|name| {
            name.parse()
                .map_err(|error: T::Err| Fault::field(field, error.to_string()))
        })
        .collect()
}
