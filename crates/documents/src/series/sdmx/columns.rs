//! Which column of an SDMX-CSV file is what.

use crate::problem::{ColumnProblem, OpenError};

/// Columns that say what the file is, not what a row counts.
const ENVELOPE: [&str; 10] = [
    "structure",
    "structure_id",
    "structure_name",
    "action",
    "series_key",
    "obs_key",
    "dataflow",
    "last update",
    "unit_mult",
    "decimals",
];
/// Attributes of figures, wherever they stand.
const ATTRIBUTES: [&str; 5] = ["obs_flag", "obs_status", "conf_status", "comment_obs", "updated"];

/// Where the columns are.
pub(super) struct Columns {
    pub(super) period: usize,
    pub(super) value: usize,
    pub(super) action: Option<usize>,
    pub(super) flag: Option<usize>,
    pub(super) multiplier: Option<usize>,
    pub(super) unit: Option<usize>,
    pub(super) geo: Option<usize>,
    pub(super) activity: Option<usize>,
    /// Dimensions with their names, without those above and the frequency, which the period says.
    pub(super) others: Vec<(usize, String)>,
    /// All dimensions: what is chosen by.
    pub(super) all: Vec<(usize, String)>,
}

impl Columns {
    pub(super) fn of(header: &[String]) -> Result<Self, OpenError> {
        let names = names(header);
        let place = |wanted: &[&str]| names.iter().position(|name| wanted.contains(&name.as_str()));
        let need = |name: &'static str| {
            let place = names.iter().position(|known| known.eq_ignore_ascii_case(name));
            place.ok_or(ColumnProblem::Missing(name))
        };
        let (period, value) = match (need("TIME_PERIOD"), need("OBS_VALUE")) {
            (Ok(period), Ok(value)) => (period, value),
            (period, value) => {
                let missing = [period.err(), value.err()].into_iter().flatten().collect();
                return Err(OpenError::Columns(missing));
            }
        };
        let flag = place(&["obs_flag", "obs_status"]);
        let (unit, geo) = (place(&["unit"]), place(&["geo", "ref_area"]));
        let activity = place(&["nace_r2", "activity"]);
        // As statistical offices write it, what stands behind the value describes it and divides nothing. Any order is
        // allowed, though: where a dimension stands behind, everything there may be one.
        let is_usual = [Some(period), unit, geo, activity]
            .into_iter()
            .flatten()
            .all(|place| place < value);
        let end = if is_usual { value } else { names.len() };
        let all: Vec<(usize, String)> = names
            .iter()
            .cloned()
            .enumerate()
            .take(end)
            .filter(|(place, name)| {
                let is_other = ENVELOPE.contains(&name.as_str()) || ATTRIBUTES.contains(&name.as_str());
                !name.is_empty() && !is_other && *place != period && *place != value
            })
            .collect();
        let named = [unit, geo, activity, place(&["freq"])];
        let others = all.iter().filter(|(place, _)| !named.contains(&Some(*place)));
        Ok(Self {
            period,
            value,
            action: place(&["action"]),
            flag,
            multiplier: place(&["unit_mult"]),
            unit,
            geo,
            activity,
            others: others.cloned().collect(),
            all,
        })
    }
}

/// The ids in a header, in lower case. With labels a header is `geo: Geopolitical entity`, or an id is followed by a
/// column of names, which is nobody's; `STRUCTURE[;]` names a delimiter inside of cells.
fn names(header: &[String]) -> Vec<String> {
    let id = |name: &String| {
        name.split([':', '['])
            .next()
            .unwrap_or_default()
            .trim()
            .to_lowercase()
    };
    let mut names: Vec<String> = header.iter().map(id).collect();
    if let Some(start) = names.iter().position(|name| name == "structure_name") {
        let mut is_label = false;
        for name in names
            .iter_mut()
            .skip(start + 1)
            .filter(|name| !ENVELOPE.contains(&name.as_str()))
        {
            if is_label {
                name.clear();
            }
            is_label = !is_label;
        }
    }
    names
}
