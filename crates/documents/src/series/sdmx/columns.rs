//! Which column of an SDMX-CSV file is what.

use crate::problem::{ColumnProblem, OpenError};

/// Columns that say what the file is, not what a row counts.
const ENVELOPE: [&str; 8] = [
    "structure",
    "structure_id",
    "structure_name",
    "action",
    "dataflow",
    "last update",
    "unit_mult",
    "decimals",
];
/// Where the columns are.
pub(super) struct Columns {
    pub(super) period: usize,
    pub(super) value: usize,
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
        // `geo: Geopolitical entity` with labels.
        let names: Vec<String> = header
            .iter()
            .map(|name| name.split(':').next().unwrap_or_default().trim().to_lowercase())
            .collect();
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
        // What stands behind the value describes it, and divides nothing.
        let all: Vec<(usize, String)> = names
            .iter()
            .cloned()
            .enumerate()
            .take(value)
            .filter(|(place, name)| {
                let is_dimension = !name.is_empty() && !ENVELOPE.contains(&name.as_str());
                is_dimension && *place != period && Some(*place) != flag
            })
            .collect();
        let (unit, geo) = (place(&["unit"]), place(&["geo", "ref_area"]));
        let activity = place(&["nace_r2", "activity"]);
        let named = [unit, geo, activity, place(&["freq"])];
        let others = all.iter().filter(|(place, _)| !named.contains(&Some(*place)));
        Ok(Self {
            period,
            value,
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
