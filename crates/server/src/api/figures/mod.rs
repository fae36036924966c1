//! Figures. Those that are not published (any crossing, small cells, signs of under-reporting) within the caller's scope;
//! the check of a press text for everybody.

pub(crate) mod change;
pub(crate) mod check;
mod coarse;
pub(crate) mod nowcast;
pub(crate) mod regions;
pub(crate) mod standardised;
pub(crate) mod table;
pub(crate) mod under_reporting;
pub(crate) mod watch;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::permission::Action;
use saqta_domain::region::Region;
use saqta_figures::cross::{Dimension, Filter, Scope, distinct};
use saqta_statistics::Level;

use crate::api::conditions::Conditions;
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

/// The filter of what is asked for, within what the caller may look into. Whoever asks for a site or by site or employer must
/// see single injuries there: their scope is that of the injuries they see, not of the figures.
fn filter_of(
    state: &AppState,
    caller: Caller,
    conditions: &Conditions,
    by: &[Dimension],
) -> Result<Filter, Fault> {
    let names_somebody = |by: &Dimension| matches!(by, Dimension::Site | Dimension::Employer);
    caller.require(&state.handle.directory(), Action::ViewFigures)?;
    let action = if conditions.names_a_site() || by.iter().any(names_somebody) {
        Action::ViewInjuries
    } else {
        Action::ViewFigures
    };
    conditions.narrow(within(scope_of(state, caller, action)?))
}

/// The day it is in Kazakhstan.
fn today(state: &AppState) -> Date {
    let offset = TimeZone::fixed(Offset::constant(5));
    state.handle.now().to_zoned(offset).date()
}

/// Names with commas between.
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

/// What is counted by, each once.
fn dimensions(text: Option<&str>) -> Result<Vec<Dimension>, Fault> {
    let by: Vec<Dimension> = each("by", text)?;
    distinct(&by).map_err(|_| Fault::known("by", "counted-by-twice"))?;
    Ok(by)
}

/// The filter of a scope.
fn within(scope: Option<Scope>) -> Filter {
    Filter {
        scope,
        ..Filter::default()
    }
}

fn period(text: &str) -> Result<Period, Fault> {
    text.parse().map_err(|_| Fault::known("period", "a-period"))
}

fn level(text: Option<f64>) -> Result<Level, Fault> {
    text.map_or(Ok(Level::P95), Level::new)
        .map_err(|_| Fault::known("level", "a-level"))
}

fn series(text: Option<&str>) -> Vec<SeriesId> {
    let given = text.unwrap_or_default().split(',').map(str::trim);
    given.filter(|id| !id.is_empty()).map(SeriesId::from).collect()
}
