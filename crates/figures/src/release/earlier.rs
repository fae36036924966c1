//! What earlier releases told already, read back from their canonical bytes.

use jiff::civil::Date;
use saqta_domain::period::Period;
use serde::Deserialize;

/// The part of an earlier release that later ones must reckon with.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Earlier {
    /// The stable id.
    pub id: String,
    /// Which revision it is.
    pub revision: u64,
    /// Over which months.
    pub period: Period,
    /// The journal position up to which it goes.
    pub position: u64,
    /// The day on which it was computed.
    pub as_of: Date,
    pub(super) total: Total,
    pub(super) tables: Vec<Table>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Total {
    pub(super) count: u64,
    pub(super) fatal: u64,
    pub(super) severe: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Table {
    pub(super) by: String,
    pub(super) rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Row {
    pub(super) code: Option<String>,
    pub(super) count: Option<u64>,
    pub(super) fatal: Option<u64>,
    pub(super) severe: Option<u64>,
}

impl Earlier {
    /// Reads a release's canonical bytes.
    ///
    /// # Errors
    /// When they are no release.
    pub fn read(json: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(json)
    }

    /// Whether it is of the same year: of such releases, one subtracted from another may tell of a third.
    pub(super) fn is_of_year(&self, period: Period) -> bool {
        self.period.year() == period.year()
    }
}
