//! What a release says.

use jiff::civil::Date;
use saqta_domain::period::Period;
use serde::Serialize;

use crate::analysis::change::Change;
use crate::analysis::funnel::Beside;
use crate::analysis::nowcast::Foreseen;
use crate::measure::{Exposure, Limits, Rate};

/// A release. Its JSON is canonical: the same input gives the same bytes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Release {
    /// The stable id.
    pub id: String,
    /// Which revision it is, from 1.
    pub revision: u64,
    /// Over which months.
    pub period: Period,
    /// The journal position up to which it goes.
    pub position: u64,
    /// The day on which it was computed.
    pub as_of: Date,
    /// Who counts: figures of another counter are not to be compared with these.
    pub counter: String,
    /// What is counted.
    pub unit: String,
    /// Whether the data are invented; left out where they are not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub synthetic: bool,
    /// Counts from 1 to one less than this are not published.
    pub threshold: u64,
    /// What rates are divided by, for the country.
    pub denominators: Vec<Exposure>,
    /// The country.
    pub total: Figures,
    /// The country since the beginning of the year, where the period begins later.
    pub year_to_date: Option<Figures>,
    /// The injured beside those of the same months a year before.
    pub change: Option<Change>,
    /// The deaths beside those of the same months a year before.
    pub fatal_change: Option<Change>,
    /// The same months of five years, oldest first; years before the register's first are left out, and those that come before
    /// one with so few injured that it may not be told.
    pub years: Vec<YearFigures>,
    /// What the period is thought to come to once everything is reported.
    pub nowcast: Option<Foreseen>,
    /// Counts by one thing each.
    pub tables: Vec<PublishedTable>,
    /// Regions with a published count beside each other.
    pub regions: Option<Beside>,
    /// How many regions have no published count: places are among the others only.
    pub regions_unpublished: usize,
    /// Small cells that earlier releases or the totals tell already, as `region/35/fatal`: nothing withheld now could hide them.
    pub told_before: Vec<String>,
    /// The earlier revisions, oldest first.
    pub history: Vec<Revision>,
    /// A sentence for the press, with its uncertainty.
    pub sentence: Sentences,
}

/// Figures of some people in some months.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Over which months.
    pub period: Period,
    /// Persons injured, the dead included.
    pub count: u64,
    /// The interval of the count (Garwood).
    pub count_interval: Limits,
    /// Persons who died.
    pub fatal: u64,
    /// Its interval.
    pub fatal_interval: Limits,
    /// Persons severely injured, the dead not included.
    pub severe: u64,
    /// Persons who lost at least one day.
    pub lost_time: u64,
    /// Days lost.
    pub days_lost: u64,
    /// Injured who did not die for each who did.
    pub non_fatal_per_fatal: Option<f64>,
    /// The rates that the denominators allow.
    pub rates: Vec<Rate>,
}

/// One year of several.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct YearFigures {
    /// Over which months.
    pub period: Period,
    /// Persons injured.
    pub count: u64,
    /// Its interval.
    pub count_interval: Limits,
    /// Persons who died.
    pub fatal: u64,
    /// Its interval.
    pub fatal_interval: Limits,
    /// Persons severely injured, the dead not included.
    pub severe: u64,
    /// Days lost.
    pub days_lost: u64,
    /// Injured per 1,000 workers, where there is a denominator.
    pub incidence: Option<Rate>,
}

/// Counts by one thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PublishedTable {
    /// By what: `region`, `section`, `kind`, `cause`, `sex`, `age`, `month`.
    pub by: String,
    /// Its rows, in the order of their codes, unknown last.
    pub rows: Vec<PublishedRow>,
}

/// One row. What is withheld is absent, and named in `withheld`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PublishedRow {
    /// The code; none for "not known".
    pub code: Option<String>,
    /// Persons injured.
    pub count: Option<u64>,
    /// The interval of the count.
    pub count_interval: Option<Limits>,
    /// Persons who died.
    pub fatal: Option<u64>,
    /// Persons severely injured, the dead not included.
    pub severe: Option<u64>,
    /// Injured per 1,000 workers, where there is a denominator.
    pub incidence: Option<Rate>,
    /// Which of `count`, `fatal`, `severe` stay unpublished.
    pub withheld: Vec<String>,
}

/// An earlier revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// Which, from 1.
    pub revision: u64,
    /// The journal position up to which it went.
    pub position: u64,
    /// The day on which it was computed.
    pub as_of: Date,
    /// The persons injured that it gave.
    pub count: u64,
    /// The deaths that it gave.
    pub fatal: u64,
}

/// A sentence in three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentences {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl Release {
    /// The canonical bytes.
    ///
    /// # Errors
    /// Only when a number cannot be written, which none here can.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
