//! Figures. Those that are not published (any crossing, small cells, signs of under-reporting) within the caller's scope;
//! the check of a press text for everybody.

pub(crate) mod check;
pub(crate) mod nowcast;
pub(crate) mod regions;
pub(crate) mod table;
pub(crate) mod under_reporting;
pub(crate) mod watch;

use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::permission::Action;
use saqta_domain::region::Region;
use saqta_figures::cross::{Filter, Scope};
use saqta_statistics::Level;

use crate::auth::caller::Caller;
use crate::problem::Fault;
use crate::state::AppState;
use crate::view::Viewer;

/// What the caller may look into: everything, or a scope.
fn scope_of(state: &AppState, caller: Caller, action: Action) -> Result<Option<Scope>, Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, action)?;
    let viewer = Viewer::new(caller.principal, directory);
    if viewer.may_everywhere(action) {
        return Ok(None);
    }
    let regions = Region::ALL
        .iter()
        .copied()
        .filter(|region| viewer.may_in_region(action, region.code()));
    Ok(Some(Scope {
        regions: regions.collect(),
        sites: viewer.sites_where(action).collect(),
    }))
}

/// The filter of a scope.
fn within(scope: Option<Scope>) -> Filter {
    Filter {
        scope,
        ..Filter::default()
    }
}

fn period(text: &str) -> Result<Period, Fault> {
    text.parse()
        .map_err(|error| Fault::field("period", format!("{error}")))
}

fn level(text: Option<f64>) -> Result<Level, Fault> {
    text.map_or(Ok(Level::P95), Level::new)
        .map_err(|error| Fault::field("level", error.to_string()))
}

fn series(text: Option<&str>) -> Vec<SeriesId> {
    let given = text.unwrap_or_default().split(',').map(str::trim);
    given.filter(|id| !id.is_empty()).map(SeriesId::from).collect()
}
