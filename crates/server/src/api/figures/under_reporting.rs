//! `GET /figures/under-reporting`

use axum::Json;
use axum::extract::State;
use saqta_domain::period::Period;
use saqta_domain::permission::Action;
use saqta_domain::region::Region;
use saqta_domain::series::Unit;
use saqta_figures::analysis::anchored::{Anchored, anchored};
use saqta_figures::analysis::fallen_silent::fallen_silent;
use saqta_figures::analysis::funnel::Given;
use saqta_figures::analysis::reference::References;
use saqta_figures::analysis::unreported::{captured, silent, stalled, unequal};
use saqta_figures::cross::{self, Dimension, Filter, Question};
use saqta_figures::table::usual_denominators;
use saqta_statistics::Level;
use saqta_text::Language;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::{period, scope_of, today, within};
use crate::api::extract::Asked;
use crate::auth::caller::{Circumstances, SignedIn};
use crate::figures::Known;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Where to look.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// `2025`, `2025-Q1`, `2025-01..09`.
    period: String,
}

/// A sign with what it rests on, in one sentence.
#[derive(Serialize)]
struct Sign<T> {
    assumption: String,
    found: T,
}

/// Signs that injuries are not reported, for inspectors and analysts: deaths without injuries, silence, lists that do not
/// overlap, years to date that did not move, parts that do not add up. Each says its assumption; none proves anything. Each
/// section of `fatal_anchored` names the `reference` that its `ratio` is of: the section's own figures, or those of all
/// sections (`reference.section` null) where none of its own were published or taken in. Named
/// employers (`silent_employers`) are for the inspector's role in their scope; for everybody else that is null.
#[utoipa::path(
    get, path = "/figures/under-reporting", tag = "figures", operation_id = "figures_under_reporting", params(Parameters),
    responses(
        (status = 200, description = "The signs.", body = Object),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn under_reporting(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    circumstances: Circumstances,
    Asked(asked): Asked<Parameters>,
) -> Result<Json<serde_json::Value>, Fault> {
    let filter = within(scope_of(&state, caller.clone(), Action::ViewUnderReporting)?);
    let period = period(&asked.period)?;
    let employers = caller
        .may_somewhere(&state.handle.directory(), Action::ViewEmployerSigns)
        .then(|| scope_of(&state, caller, Action::ViewEmployerSigns))
        .transpose()?
        .map(within);
    let today = today(&state);
    let signs = state.figures.read(&state.handle, move |known| {
        let silent = employers.map(|seen| fallen_silent(&known.register, &seen, period, today));
        (signs(known, filter, period), silent)
    });
    let (signs, silent_employers) = signs.await?;
    let language = circumstances.language;
    Ok(Json(serde_json::json!({
        "period": period,
        "fatal_anchored": said(&state, language, "fatal-anchored", signs.anchored),
        "silent_regions": said(&state, language, "silent", signs.silent),
        "silent_employers": silent_employers.map(|found| said(&state, language, "silent-employers", found)),
        "capture": said(&state, language, "capture", signs.captured),
        "stalled": said(&state, language, "stalled", signs.stalled),
        "unequal": said(&state, language, "unequal", signs.unequal),
    })))
}

struct Signs {
    anchored: Vec<Anchored>,
    silent: Vec<saqta_figures::analysis::unreported::Silent>,
    captured: Option<saqta_figures::analysis::unreported::Captured>,
    stalled: Vec<saqta_figures::analysis::unreported::Stalled>,
    unequal: Vec<saqta_figures::analysis::unreported::Unequal>,
}

fn said<T: Serialize>(state: &AppState, language: Language, sign: &str, found: T) -> serde_json::Value {
    let assumption = state.catalogue.text(language, &format!("assumption-{sign}"), &[]);
    serde_json::to_value(Sign { assumption, found }).unwrap_or_default()
}

fn signs(known: &Known, filter: Filter, period: Period) -> Signs {
    let filter = filter.within(period);
    let question = Question {
        filter: filter.clone(),
        by: vec![Dimension::Region],
    };
    let cells = cross::count(&known.register, &question);
    let denominator = usual_denominators(&known.exposures, Some(period))
        .into_iter()
        .next();
    let regions = Region::ALL.iter().filter(|region| {
        let scope = filter.scope.as_ref();
        scope.is_none_or(|scope| scope.regions.contains(region))
    });
    let units: Vec<Given> = regions
        .filter_map(|region| {
            let exposure = known
                .exposures
                .find(denominator.as_ref()?, period, Some(*region), None)?;
            let cell = cells
                .iter()
                .find(|cell| cell.key[0].as_deref() == Some(region.code()));
            Some(Given {
                code: region.code().to_owned(),
                count: cell.map_or(0, |cell| cell.tally.count),
                exposure: exposure.value,
            })
        })
        .collect();
    let series = || known.exposures.series();
    let references = References::with(&known.exposures);
    Signs {
        anchored: anchored(&known.register, &filter, &references, Level::P95),
        silent: silent(&units),
        captured: captured(&known.register, &filter, Level::P95),
        stalled: series()
            .filter(|(_, series)| series.unit == Unit::Injured)
            .flat_map(|(_, series)| {
                Region::ALL
                    .iter()
                    .map(|region| Some(*region))
                    .chain([None])
                    .flat_map(move |region| {
                        let mut to_date: Vec<(Period, u64)> = series
                            .cells
                            .iter()
                            .filter(|cell| {
                                cell.region == region
                                    && cell.activity.is_none()
                                    && cell.period.first_month() == 1
                            })
                            .map(|cell| (cell.period, cell.value))
                            .collect();
                        to_date.sort_unstable();
                        stalled(region.map_or("KZ", Region::code), &to_date)
                    })
            })
            .collect(),
        unequal: series()
            .flat_map(|(version, series)| unequal(version, series))
            .collect(),
    }
}
