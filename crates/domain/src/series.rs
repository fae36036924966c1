//! Series of figures that others count: denominators of rates, and published totals.
//!
//! Every series names who counts and what it counts. Figures of different counters are never added or compared: for 2024
//! the Bureau of National Statistics and the ministry publish different totals of injured, and both are right.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::ids::SeriesId;
use crate::period::Period;
use crate::region::Region;
use crate::words::words;

words! {
    /// What a series counts.
    Unit {
        /// Wage employees, persons, average of the period.
        Employees = "employees",
        /// Employed, the self-employed included, persons, average of the period.
        Employed = "employed",
        /// Hours worked.
        Hours = "hours",
        /// Persons injured at work, the dead included.
        Injured = "injured",
        /// Persons who died of an injury at work.
        Fatal = "fatal",
        /// Persons severely injured.
        Severe = "severe",
        /// Days of work lost.
        DaysLost = "days-lost",
        /// Persons injured at work who did not die of it.
        NonFatal = "non-fatal",
    }
}

impl Unit {
    /// Whether rates are made with it as the denominator.
    #[must_use]
    pub fn is_exposure(self) -> bool {
        matches!(self, Self::Employees | Self::Employed | Self::Hours)
    }
}

/// One figure of a series. Without a region it is the country's; without an activity, that of all activities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SeriesCell {
    /// Over which months.
    pub period: Period,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// In what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
    /// The figure, in single units (not thousands).
    pub value: u64,
}

/// `series.recorded`: a series, or a new version of one; versions count from 1 in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its declared id.
    pub id: SeriesId,
    /// Who counts, as `bns` or `ministry-of-labour`.
    pub counter: String,
    /// What is counted.
    pub unit: Unit,
    /// Where it was published: what a reader needs to find it.
    pub source: String,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Its figures, in order; no two for the same period, region and activity.
    pub cells: Vec<SeriesCell>,
}

impl Series {
    /// Who counts for references: Eurostat, whose figures are of elsewhere and never of Kazakhstan.
    pub const REFERENCE_COUNTER: &str = "eurostat";

    /// Whether this is how injuries end elsewhere, to hold the register's against: the deaths or the other injuries that
    /// Eurostat counted. Its cells without a region are of the place that was chosen, not of Kazakhstan.
    #[must_use]
    pub fn is_reference(&self) -> bool {
        is_reference(&self.counter, self.unit)
    }

    /// Puts the cells in order.
    ///
    /// # Errors
    /// The first period, region and activity that stands there twice.
    pub fn sort(&mut self) -> Result<(), SeriesCell> {
        self.cells.sort_unstable();
        let key = |cell: &SeriesCell| (cell.period, cell.region, cell.activity);
        let twice = self.cells.windows(2).find(|pair| key(&pair[0]) == key(&pair[1]));
        twice.map_or(Ok(()), |pair| Err(pair[1]))
    }
}

/// Whether a series of this counter and unit is a [reference](Series::is_reference).
#[must_use]
pub fn is_reference(counter: &str, unit: Unit) -> bool {
    counter.trim().eq_ignore_ascii_case(Series::REFERENCE_COUNTER)
        && matches!(unit, Unit::Fatal | Unit::NonFatal)
}
