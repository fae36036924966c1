//! Aggregates in SDMX-CSV 2.0, as Eurostat writes them.
//!
//! Source: SDMX-CSV data message field guide 2.0.0 (github.com/sdmx-twg/sdmx-csv); columns as Eurostat writes them:
//! `STRUCTURE, STRUCTURE_ID, freq, unit, nace_r2, geo, …, TIME_PERIOD, OBS_VALUE, OBS_FLAG`. Columns of SDMX-CSV 1.0
//! (`DATAFLOW`) and labels (`geo: Geopolitical entity`, or in a column behind) are read too.

mod columns;
mod figures;
mod taking;

use std::collections::BTreeMap;
use std::io::Read;

use jiff::civil::Date;
use saqta_domain::ids::SeriesId;
use saqta_domain::series::{Series, Unit};

use crate::lines::Lines;

use super::{Refused, Rows};

use columns::Columns;
use taking::Taking;

pub(super) use figures::{period, whole};

/// Errors listed before reading gives up.
const MOST_ERRORS: usize = 1000;

/// Which rows make which series: what the file itself does not say.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The id of the series.
    pub id: SeriesId,
    /// Who counts.
    pub counter: String,
    /// What is counted.
    pub unit: Unit,
    /// Where it was published.
    pub source: String,
    /// When it was published.
    pub published: Option<Date>,
    /// For dimensions with several values, the one that is meant: `sex` → `T`. Names in lower case.
    pub only: BTreeMap<String, String>,
}

/// A series, and what of the file is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aggregates {
    /// The series.
    pub series: Series,
    /// Rows of other places and of groups of activities that have no code of their own, by dimension and code.
    pub skipped: BTreeMap<(String, String), u64>,
    /// Rows that were not chosen.
    pub not_chosen: u64,
    /// Rows that say that there is no figure.
    pub missing: u64,
    /// Flags of the figures that were taken (`b` break, `p` provisional, `e` estimated …), and how often.
    pub flags: BTreeMap<String, u64>,
}

/// Reads the rows that were chosen.
///
/// # Errors
/// [`Refused`]: the file cannot be read, a dimension has several values and none was chosen, or rows are wrong; then none
/// is taken.
pub fn read(read: impl Read, choice: &Choice) -> Result<Aggregates, Refused> {
    let (mut lines, header) = Lines::open(read, 1, false)?;
    let columns = Columns::of(&header)?;
    // Where a comma parts the decimals, as in French and Russian, a semicolon parts the cells (field guide, Localisation).
    let point = if lines.delimiter() == b';' { ',' } else { '.' };
    let mut rows = Rows {
        header: &header,
        line: 0,
        errors: Vec::new(),
    };
    let mut taking = Taking::new(choice, &columns, point);
    while let Some(line) = lines.next() {
        match line {
            Ok(line) if line.record.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
            Ok(line) => {
                rows.line = line.line;
                taking.take(&mut rows, line.record);
            }
            Err(broken) => {
                rows.line = broken.line;
                rows.fail_whole(broken.problem);
            }
        }
        if rows.errors.len() >= MOST_ERRORS {
            break;
        }
    }
    let mut found = taking.found;
    if !rows.errors.is_empty() {
        return Err(Refused::Rows(rows.errors));
    }
    found.series.cells.sort_unstable();
    Ok(found)
}
