//! Series that others count, taken in version by version.

use crate::command::{Answer, Asking};
use crate::event::{Draft, Event, Stream};
use crate::ids::{SeriesId, is_valid_id};
use crate::permission::Action;
use crate::series::Series;
use crate::state::State;

use super::{Decision, Refusal, Reply, require_everywhere};

/// The most figures that a series can have: 20 regions × 88 divisions × 50 years are 88,000.
const MOST_CELLS: usize = 100_000;

pub(super) fn record(state: &State, asking: &Asking, mut series: Series) -> Result<Decision, Refusal> {
    require_everywhere(state, &asking.principal, Action::RecordSeries)?;
    let invalid = |path: &str, problem: &str| Refusal::Invalid {
        path: path.to_owned(),
        problem: problem.to_owned(),
    };
    if !is_valid_id(series.id.as_str()) {
        return Err(invalid("id", "1 to 64 characters of a–z A–Z 0–9 . _ -"));
    }
    if series.counter.trim().is_empty() {
        return Err(invalid(
            "counter",
            "who counts: series of different counters never mix",
        ));
    }
    if series.source.trim().is_empty() {
        return Err(invalid("source", "where it was published"));
    }
    if series.cells.is_empty() || series.cells.len() > MOST_CELLS {
        return Err(invalid("cells", "1 to 100,000 figures"));
    }
    series.sort().map_err(|cell| Refusal::Invalid {
        path: "cells".to_owned(),
        problem: format!("two figures for {}", named(&cell)),
    })?;
    let id = series.id.clone();
    let (version, same) = match state.series().get(&id) {
        Some(known) => (known.version, known.is(&series)),
        None => (0, false),
    };
    if same {
        return Ok(answer(Vec::new(), id, version));
    }
    let draft = Draft {
        stream: Stream::of("series", &id),
        site: None,
        event: Event::SeriesRecorded(series),
        sealed: Vec::new(),
    };
    Ok(answer(vec![draft], id, version + 1))
}

fn answer(drafts: Vec<Draft>, series: SeriesId, version: u64) -> Decision {
    Decision::of(drafts, Reply::Ready(Answer::Series { series, version }))
}

fn named(cell: &crate::series::SeriesCell) -> String {
    let region = cell.region.map_or("all regions", crate::region::Region::code);
    let activity = cell
        .activity
        .map_or("all activities".to_owned(), |activity| activity.to_string());
    format!("{}, {region}, {activity}", cell.period)
}
