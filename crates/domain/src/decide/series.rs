//! Series that others count, taken in version by version.

use std::collections::BTreeSet;

use crate::command::{Answer, Asking};
use crate::event::{Draft, Event, Stream};
use crate::ids::{SeriesId, is_valid_id};
use crate::permission::Action;
use crate::series::Series;
use crate::state::State;

use super::{Decision, Refusal, Reply, require_everywhere};

/// The most figures that a series can have: 20 regions × 88 divisions × 50 years are 88,000.
const MOST_CELLS: usize = 100_000;

/// The most figures that a file can have: it is recorded in one go, behind which presses wait.
const MOST_CELLS_TOGETHER: usize = 4 * MOST_CELLS;

pub(super) fn record(state: &State, asking: &Asking, series: Series) -> Result<Decision, Refusal> {
    require_everywhere(state, &asking.principal, Action::RecordSeries)?;
    let (draft, series, version) = draft_of(state, series)?;
    let answer = Answer::Series { series, version };
    Ok(Decision::of(draft.into_iter().collect(), Reply::Ready(answer)))
}

/// The series of a file: all of them, or none.
pub(super) fn record_together(
    state: &State,
    asking: &Asking,
    series: Vec<Series>,
) -> Result<Decision, Refusal> {
    require_everywhere(state, &asking.principal, Action::RecordSeries)?;
    if series.iter().map(|series| series.cells.len()).sum::<usize>() > MOST_CELLS_TOGETHER {
        return Err(invalid(
            "cells",
            "figures-too-many",
            "at most 400,000 figures in one file: cut it into parts",
        ));
    }
    let mut ids = BTreeSet::new();
    let (mut drafts, mut answers) = (Vec::new(), Vec::new());
    for each in series {
        if !ids.insert(each.id.clone()) {
            return Err(invalid("id", "series-twice", "a file has each series once"));
        }
        let (draft, id, version) = draft_of(state, each)?;
        drafts.extend(draft);
        answers.push((id, version));
    }
    Ok(Decision::of(
        drafts,
        Reply::Ready(Answer::SeriesTogether(answers)),
    ))
}

/// What to record of a series, which one it is, and the version that it then has; nothing where it is known as it is.
fn draft_of(state: &State, mut series: Series) -> Result<(Option<Draft>, SeriesId, u64), Refusal> {
    if !is_valid_id(series.id.as_str()) {
        return Err(invalid("id", "an-id", "1 to 64 characters of a–z A–Z 0–9 . _ -"));
    }
    if series.counter.trim().is_empty() {
        return Err(invalid(
            "counter",
            "counter-needed",
            "who counts: series of different counters never mix",
        ));
    }
    if series.source.trim().is_empty() {
        return Err(invalid("source", "source-needed", "where it was published"));
    }
    if series.cells.is_empty() || series.cells.len() > MOST_CELLS {
        return Err(invalid("cells", "figures-too-many", "1 to 100,000 figures"));
    }
    series.sort().map_err(|cell| Refusal::Invalid {
        path: "cells".to_owned(),
        problem: format!("two figures for {}", named(&cell)),
        code: Some("figure-twice"),
    })?;
    let id = series.id.clone();
    let (version, same) = match state.series().get(&id) {
        Some(known) => (known.version, known.is(&series)),
        None => (0, false),
    };
    if same {
        return Ok((None, id, version));
    }
    let draft = Draft {
        stream: Stream::of("series", &id),
        site: None,
        event: Event::SeriesRecorded(series),
        sealed: Vec::new(),
    };
    Ok((Some(draft), id, version + 1))
}

fn invalid(path: &str, code: &'static str, problem: &str) -> Refusal {
    Refusal::Invalid {
        path: path.to_owned(),
        problem: problem.to_owned(),
        code: Some(code),
    }
}

fn named(cell: &crate::series::SeriesCell) -> String {
    let region = cell.region.map_or("all regions", crate::region::Region::code);
    let activity = cell
        .activity
        .map_or("all activities".to_owned(), |activity| activity.to_string());
    format!("{}, {region}, {activity}", cell.period)
}
