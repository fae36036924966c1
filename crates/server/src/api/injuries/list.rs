//! `GET /injuries`

use axum::Json;
use axum::extract::State;
use saqta_domain::period::Period;
use saqta_domain::permission::Action;
use saqta_figures::cross::Filter;
use saqta_figures::register::Register;
use serde::Deserialize;
use utoipa::IntoParams;

use super::may_at;
use crate::api::conditions::Conditions;
use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::shape::injury::{Injury, InjuryDetails};
use crate::shape::list::{Limit, List};
use crate::state::AppState;
use crate::view::Viewer;

/// What to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// A year, half, quarter, month or months: `2025`, `2025-Q1`, `2025-03`, `2025-01..09`.
    period: Option<String>,
    /// How many at most: 100 unless said, clamped to 1 to 500.
    #[param(value_type = Option<i64>)]
    limit: Option<Limit>,
    /// Where the page before ended: its `next`.
    cursor: Option<String>,
}

/// Lists injuries, newest report first.
///
/// Safety officers and inspectors see those of their scopes; an analyst sees them without site, employer, day and hour,
/// since a death with site and hour is a person.
#[utoipa::path(
    get, path = "/injuries", tag = "injuries", operation_id = "list_injuries",
    params(Parameters, Conditions),
    responses(
        (status = 200, description = "A page, newest first.", body = List<Injury>),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn list(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
    Asked(conditions): Asked<Conditions>,
) -> Result<Json<List<Injury>>, Fault> {
    let directory = state.handle.directory();
    let sees_some = [Action::ViewInjuries, Action::ViewCoarseInjuries]
        .iter()
        .any(|action| caller.may_somewhere(&directory, *action));
    if !sees_some {
        return Err(Fault::Forbidden);
    }
    let limit = Limit::get(parameters.limit);
    let before: Option<u64> = match parameters.cursor.as_deref() {
        None | Some("") => None,
        Some(cursor) => {
            let position = cursor.parse();
            Some(position.map_err(|_| Fault::known("cursor", "a-cursor"))?)
        }
    };
    let filter = match parameters.period.as_deref().filter(|text| !text.is_empty()) {
        None => Filter::default(),
        Some(text) => Filter::of(
            text.parse::<Period>()
                .map_err(|_| Fault::known("period", "a-period"))?,
        ),
    };
    let filter = conditions.narrow(filter)?;
    // Whoever does not see the site could ask for one after the other.
    let coarse_too = filter.sites.is_none();
    let viewer = Viewer::new(caller.principal, directory);
    let page = state.figures.read(&state.handle, move |known| {
        let register = &known.register;
        let mut items = Vec::new();
        let mut next = None;
        for row in register.newest_first(&filter, before) {
            let Some(shown) = shown(&viewer, register, row, coarse_too) else {
                continue;
            };
            if items.len() == limit {
                next = items
                    .last()
                    .map(|(position, _): &(u64, Injury)| position.to_string());
                break;
            }
            items.push(shown);
        }
        List {
            items: items.into_iter().map(|(_, injury)| injury).collect(),
            next,
            position: known.position,
            behind: false,
        }
    });
    page.await.map(Json)
}

/// An injury as far as the viewer may see it, with its position.
fn shown(viewer: &Viewer, register: &Register, row: usize, coarse_too: bool) -> Option<(u64, Injury)> {
    let details = register.details(row)?;
    let shown = if may_at(viewer, Action::ViewInjuries, &details) {
        InjuryDetails::of(&details)
    } else if coarse_too && may_at(viewer, Action::ViewCoarseInjuries, &details) {
        InjuryDetails::coarse(&details)
    } else {
        return None;
    };
    let position = register.first_position(row)?;
    let injury = Injury::new(register.injury(row)?, position, register.reporters(row), shown);
    Some((position, injury))
}
