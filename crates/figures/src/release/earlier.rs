//! What earlier releases told already, read back from their canonical bytes.

use jiff::civil::Date;
use saqta_domain::period::Period;
use serde::Deserialize;

use crate::cross::Tally;
use crate::knowledge::What;
use crate::measure::Exposure;

use super::atoms::Part;

/// The part of an earlier release that later ones must reckon with.
#[derive(Clone, Debug, PartialEq, Deserialize)]
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
    /// Whether its data are invented.
    #[serde(default)]
    pub synthetic: bool,
    /// What its rates are divided by, for the country.
    #[serde(default)]
    pub denominators: Vec<Exposure>,
    #[serde(default)]
    years: Vec<Year>,
}

/// What a release says of a row of one of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowSaid {
    /// It has no such table, or the table has no figure for what was asked.
    Nothing,
    /// The figure is withheld.
    Withheld,
    /// The figure; whether the table knows the row of every injured person.
    Count(u64, bool),
}

/// The same months of a year: of the release's own, or of one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
struct Year {
    period: Period,
    count: u64,
    fatal: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Total {
    pub(super) count: u64,
    pub(super) fatal: u64,
    pub(super) severe: u64,
    pub(super) days_lost: u64,
}

impl Total {
    pub(super) fn of_tally(tally: &Tally) -> Self {
        Self {
            count: tally.count,
            fatal: tally.fatal,
            severe: tally.severe,
            days_lost: tally.days_lost,
        }
    }

    /// By how many persons it differs from another, part by part.
    pub(super) fn differences(self, other: Self) -> [u64; 3] {
        Part::ALL.map(|part| self.of(part).abs_diff(other.of(part)))
    }

    pub(super) fn of(self, part: Part) -> u64 {
        match part {
            Part::Count => self.count,
            Part::Fatal => self.fatal,
            Part::Severe => self.severe,
        }
    }
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

    /// How many it published of `what` in exactly a period: in the whole country, or in a row of the table `by`.
    #[must_use]
    pub fn count(&self, what: What, row: Option<(&str, &str)>, period: Period) -> Option<u64> {
        match row {
            Some((by, code)) if period == self.period => {
                let table = self.tables.iter().find(|table| table.by == by)?;
                let row = table.rows.iter().find(|row| row.code.as_deref() == Some(code))?;
                part(what)?.told(row)
            }
            None if period == self.period => Some(self.total.of(part(what)?)),
            None => {
                let Some(year) = self.years.iter().find(|year| year.period == period) else {
                    return self.month(what, period);
                };
                match what {
                    What::Injured => Some(year.count),
                    What::Deaths => Some(year.fatal),
                    What::Severe | What::Accidents | What::FatalAccidents | What::Other => None,
                }
            }
            Some(_) => None,
        }
    }

    /// What it says of `what` in a row of the table `by`. A row that a table of a closed list leaves out was nobody's.
    pub(crate) fn row(&self, what: What, by: &str, code: &str) -> RowSaid {
        let Some(part) = part(what) else {
            return RowSaid::Nothing;
        };
        let Some(table) = self.tables.iter().find(|table| table.by == by) else {
            return RowSaid::Nothing;
        };
        let row = |code: Option<&str>| table.rows.iter().find(|row| row.code.as_deref() == code);
        let complete = row(None).is_none_or(|unknown| part.told(unknown) == Some(0));
        match row(Some(code)) {
            Some(row) => part
                .told(row)
                .map_or(RowSaid::Withheld, |count| RowSaid::Count(count, complete)),
            None if complete => RowSaid::Count(0, true),
            None => RowSaid::Nothing,
        }
    }

    /// What it says of a month within its own.
    fn month(&self, what: What, month: Period) -> Option<u64> {
        let (part, code) = (part(what)?, month.to_string());
        let mut rows = self.rows("month");
        part.told(rows.find(|row| row.code.as_deref() == Some(&code))?)
    }

    /// The months of which it gives a part beside its own months: of earlier years, and its own.
    pub(super) fn years(&self, part: Part) -> impl Iterator<Item = Period> {
        let years = self.years.iter().filter(move |_| part != Part::Severe);
        years.map(|year| year.period)
    }

    pub(super) fn rows<'r>(&'r self, by: &str) -> impl Iterator<Item = &'r Row> {
        let tables = self.tables.iter().filter(move |table| table.by == by);
        tables.flat_map(|table| table.rows.iter())
    }

    /// Whether both give the same figures of the same months.
    pub(super) fn says_as_much_as(&self, other: &Self) -> bool {
        (self.period, self.total, &self.tables) == (other.period, other.total, &other.tables)
    }

    /// Whether it is of the same year: of such releases, one subtracted from another may tell of a third.
    pub(super) fn is_of_year(&self, period: Period) -> bool {
        self.period.year() == period.year()
    }
}

/// The column that has it.
fn part(what: What) -> Option<Part> {
    match what {
        What::Injured => Some(Part::Count),
        What::Deaths => Some(Part::Fatal),
        What::Severe => Some(Part::Severe),
        What::Accidents | What::FatalAccidents | What::Other => None,
    }
}
