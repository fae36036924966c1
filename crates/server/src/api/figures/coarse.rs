//! Figures for those who may not see single injuries: a death with its hour and place, or with its day, is a person.

use saqta_domain::injury::InjuryOutcome;
use saqta_domain::period::Period;
use saqta_domain::permission::Action;
use saqta_figures::cross::{Dimension, Filter};
use serde_json::Value;

use crate::api::conditions::Conditions;
use crate::auth::caller::Caller;
use crate::problem::Fault;
use crate::state::AppState;
use crate::view::Viewer;

/// Whether the caller may see figures where they may not see single injuries.
pub(super) fn sees_no_single_injuries(state: &AppState, caller: &Caller) -> bool {
    let directory = state.handle.directory();
    let viewer = Viewer::new(caller.principal.clone(), directory);
    let figures_everywhere = viewer.may_everywhere(Action::ViewFigures);
    if figures_everywhere {
        !viewer.may_everywhere(Action::ViewInjuries)
    } else {
        !viewer.may_somewhere(Action::ViewInjuries)
    }
}

/// Whether a table tells when in the day or the week.
pub(super) fn tells_the_hour(by: &[Dimension]) -> bool {
    by.iter().any(|by| is_of_the_clock(*by))
}

/// Refuses a table by hour or weekday that would tell of single persons: crossed with anything else, of a part of the injured,
/// or over other months than whole quarters, of which two together would tell a month.
pub(super) fn require_coarse(
    by: &[Dimension],
    conditions: &Conditions,
    period: Option<Period>,
) -> Result<(), Fault> {
    if !by.iter().all(|by| is_of_the_clock(*by)) {
        return Err(Fault::known("by", "clock-crossed"));
    }
    if conditions.any() {
        return Err(Fault::known("by", "clock-of-all"));
    }
    let of_quarters = |period: Period| period.first_month() % 3 == 1 && period.last_month().is_multiple_of(3);
    if !period.is_none_or(of_quarters) {
        return Err(Fault::known("period", "clock-of-quarters"));
    }
    Ok(())
}

/// Leaves the deaths, and rates that may be of them, out of the cells of a table.
pub(super) fn without_deaths(mut table: Value) -> Value {
    let cells = table.get_mut("cells").and_then(Value::as_array_mut);
    for cell in cells.into_iter().flatten().filter_map(Value::as_object_mut) {
        cell.remove("fatal");
        cell.remove("non_fatal_per_fatal");
        cell.insert("rates".to_owned(), Value::Array(Vec::new()));
    }
    table
}

/// Lets through what a filter does, but no deaths.
pub(super) fn of_the_living(filter: &Filter) -> Filter {
    let all = || InjuryOutcome::ALL.iter().copied().collect();
    let mut outcomes = filter.outcomes.clone().unwrap_or_else(all);
    outcomes.remove(&InjuryOutcome::Fatal);
    Filter {
        outcomes: Some(outcomes),
        ..filter.clone()
    }
}

const DAYS_OF_A_WEEK: i64 = 7;

/// Gives the month of each death instead of its day, and whole weeks from one death to the next: by days the months would tell
/// the day again.
pub(super) fn without_days(mut watched: Value) -> Value {
    let gaps = watched.pointer_mut("/deaths/gaps").and_then(Value::as_array_mut);
    for gap in gaps.into_iter().flatten().filter_map(Value::as_object_mut) {
        let month = gap
            .get("day")
            .and_then(Value::as_str)
            .and_then(|day| day.get(..7));
        let month = month.map_or(Value::Null, |month| month.to_owned().into());
        let days = gap.get("days").and_then(Value::as_i64).unwrap_or_default();
        let weeks = (days + DAYS_OF_A_WEEK / 2) / DAYS_OF_A_WEEK;
        gap.insert("day".to_owned(), month);
        gap.insert("days".to_owned(), (weeks * DAYS_OF_A_WEEK).into());
    }
    watched
}

fn is_of_the_clock(by: Dimension) -> bool {
    matches!(by, Dimension::Hour | Dimension::Weekday)
}
