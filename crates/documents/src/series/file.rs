//! A file of series whose kind its header tells: the plain CSV, or SDMX-CSV.

use std::collections::BTreeMap;

use jiff::civil::Date;
use saqta_domain::ids::SeriesId;
use saqta_domain::series::{Series, Unit};

use crate::lines::Lines;

use super::sdmx::{self, Aggregates, Choice};
use super::{Refused, csv};

/// What an SDMX-CSV file does not say of its figures, and the plain CSV says in each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The id of the series.
    pub id: Option<SeriesId>,
    /// Who counts.
    pub counter: Option<String>,
    /// What is counted.
    pub unit: Option<Unit>,
    /// Where it was published.
    pub source: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// For dimensions with several values, the one that is meant. Names in lower case.
    pub only: BTreeMap<String, String>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Series of the plain CSV, in the order of their ids.
    Plain(Vec<Series>),
    /// A series of SDMX-CSV, and what of the file is not in it.
    Aggregates(Box<Aggregates>),
}

impl Found {
    /// Its series.
    #[must_use]
    pub fn into_series(self) -> Vec<Series> {
        match self {
            Self::Plain(series) => series,
            Self::Aggregates(found) => vec![found.series],
        }
    }
}

/// Why a file gives no series.
#[derive(Debug, thiserror::Error)]
pub enum NotRead {
    /// The file cannot be read, or some of its rows are wrong.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It is SDMX-CSV, and something that such a file does not say was not said beside it.
    #[error("SDMX-CSV does not say `{0}`: say it beside the file")]
    Unsaid(&'static str),
}

/// Reads a file. Either all of it is right, or none of it is given.
///
/// # Errors
/// [`NotRead`].
pub fn read(file: &[u8], words: &Words) -> Result<Found, NotRead> {
    let (_, header) = Lines::open(file, 1, false).map_err(Refused::from)?;
    let is_sdmx = header.iter().any(|column| {
        let id = column.split([':', '[']).next().unwrap_or_default().trim();
        id.eq_ignore_ascii_case("OBS_VALUE") || id.eq_ignore_ascii_case("TIME_PERIOD")
    });
    if !is_sdmx {
        return Ok(Found::Plain(csv::read(file)?));
    }
    let said = |text: &Option<String>, name| {
        let text = text.clone().filter(|text| !text.trim().is_empty());
        text.ok_or(NotRead::Unsaid(name))
    };
    let choice = Choice {
        id: words.id.clone().ok_or(NotRead::Unsaid("id"))?,
        counter: said(&words.counter, "counter")?,
        unit: words.unit.ok_or(NotRead::Unsaid("unit"))?,
        source: said(&words.source, "source")?,
        published: words.published,
        only: words.only.clone(),
    };
    Ok(Found::Aggregates(Box::new(sdmx::read(file, &choice)?)))
}
