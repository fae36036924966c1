//! The plain file of series: `series,counter,unit,source,published,period,region,activity,value`, one row a figure.
//!
//! What is the same for a whole series (who counts, what, where published) stands in each of its rows, so that a part of
//! the file, filtered or copied, still says it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use csv::ByteRecord;
use saqta_domain::ids::{SeriesId, is_valid_id};
use saqta_domain::series::{Series, SeriesCell, Unit};

use crate::fold::{fold, nearest};
use crate::injuries::value;
use crate::lines::Lines;
use crate::problem::{ColumnProblem, OpenError, Problem, shortened};

use super::{Refused, Rows};

/// The columns, in the order in which they are documented.
const COLUMNS: [&str; 9] = [
    "series",
    "counter",
    "unit",
    "source",
    "published",
    "period",
    "region",
    "activity",
    "value",
];
const SERIES: usize = 0;
const COUNTER: usize = 1;
const UNIT: usize = 2;
const SOURCE: usize = 3;
const PUBLISHED: usize = 4;
const PERIOD: usize = 5;
const REGION: usize = 6;
const ACTIVITY: usize = 7;
const VALUE: usize = 8;
/// Columns that a file may do without.
const OPTIONAL: [usize; 3] = [PUBLISHED, REGION, ACTIVITY];
/// Errors listed before reading gives up.
const MOST_ERRORS: usize = 1000;

/// Reads all series of a file, in the order of their ids, each with its cells in order. An empty region is the whole
/// country, an empty activity all activities.
///
/// # Errors
/// [`Refused`]: the file cannot be read, or some of its rows are wrong; then none is taken.
pub fn read(read: impl Read) -> Result<Vec<Series>, Refused> {
    let (mut lines, header) = Lines::open(read, 1, false)?;
    let places = places(&header)?;
    let mut rows = Rows {
        header: &header,
        line: 0,
        errors: Vec::new(),
    };
    let mut found = Found::default();
    while let Some(line) = lines.next() {
        match line {
            Ok(line) if line.record.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
            Ok(line) => {
                rows.line = line.line;
                found.take(&mut rows, line.record, &places);
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
    if !rows.errors.is_empty() {
        return Err(Refused::Rows(rows.errors));
    }
    let mut series: Vec<Series> = found.series.into_values().collect();
    // No two cells are of the same period, region and activity: that was checked row by row.
    series.iter_mut().for_each(|series| series.cells.sort_unstable());
    Ok(series)
}

/// Where each column stands in the file.
type Places = [Option<usize>; COLUMNS.len()];

/// The series so far.
#[derive(Default)]
struct Found {
    series: BTreeMap<SeriesId, Series>,
    /// The figures that stand there already, without their values.
    known: BTreeSet<(SeriesId, SeriesCell)>,
}

impl Found {
    fn take(&mut self, rows: &mut Rows<'_>, record: &ByteRecord, places: &Places) {
        let before = rows.errors.len();
        let mut need = |column: usize| match places[column] {
            None => "",
            Some(place) => {
                let text = rows.text(record, place);
                if text.is_empty() && !OPTIONAL.contains(&column) {
                    rows.fail(place, "", Problem::Missing);
                }
                text
            }
        };
        let texts: [&str; COLUMNS.len()] = std::array::from_fn(&mut need);
        let unit = rows.read(record, places[UNIT], |text| {
            value::word(text, Unit::ALL, Unit::code)
        });
        let published = rows.read(record, places[PUBLISHED], |text| value::date(text, &[]));
        let cell = cell(rows, record, places);
        if !is_valid_id(texts[SERIES]) && !texts[SERIES].is_empty() {
            rows.fail(places[SERIES].unwrap_or(0), texts[SERIES], Problem::NotAnId);
        }
        let (Some(unit), Some(cell), true) = (unit, cell, rows.errors.len() == before) else {
            return;
        };
        let id = SeriesId::from(texts[SERIES]);
        let series = self.series.entry(id.clone()).or_insert_with(|| Series {
            id: id.clone(),
            counter: texts[COUNTER].to_owned(),
            unit,
            source: texts[SOURCE].to_owned(),
            published,
            cells: Vec::new(),
        });
        let agree = [
            (COUNTER, series.counter == texts[COUNTER]),
            (UNIT, series.unit == unit),
            (SOURCE, series.source == texts[SOURCE]),
            (PUBLISHED, series.published == published),
        ];
        if let Some((column, _)) = agree.into_iter().find(|(_, agrees)| !agrees) {
            rows.fail(places[column].unwrap_or(0), texts[column], Problem::SeriesClash);
            return;
        }
        let place = SeriesCell { value: 0, ..cell };
        if !self.known.insert((id, place)) {
            rows.fail(places[PERIOD].unwrap_or(0), texts[PERIOD], Problem::SeriesTwice);
            return;
        }
        series.cells.push(cell);
    }
}

fn cell(rows: &mut Rows<'_>, record: &ByteRecord, places: &Places) -> Option<SeriesCell> {
    let period = rows.read(record, places[PERIOD], |text| {
        super::sdmx::period(text).ok_or(Problem::NotAPeriod)
    });
    let region = rows.read(record, places[REGION], value::region);
    let activity = rows.read(record, places[ACTIVITY], value::activity);
    let value = rows.read(record, places[VALUE], |text| {
        super::sdmx::whole(text, '.', 0).ok_or(Problem::NotACount)
    });
    Some(SeriesCell {
        period: period?,
        region,
        activity,
        value: value?,
    })
}

fn places(header: &[String]) -> Result<Places, OpenError> {
    let mut places: Places = [None; COLUMNS.len()];
    let mut problems = Vec::new();
    for (index, column) in header.iter().enumerate().filter(|(_, column)| !column.is_empty()) {
        let name = fold(column);
        match COLUMNS.iter().position(|known| *known == name) {
            Some(known) if places[known].is_none() => places[known] = Some(index),
            Some(known) => problems.push(ColumnProblem::Twice {
                field: COLUMNS[known],
                column: shortened(column),
            }),
            None => problems.push(ColumnProblem::Unknown {
                column: shortened(column),
                nearest: nearest(&name, COLUMNS.into_iter()),
            }),
        }
    }
    let missing = (0..COLUMNS.len()).filter(|column| places[*column].is_none() && !OPTIONAL.contains(column));
    problems.extend(missing.map(|column| ColumnProblem::Missing(COLUMNS[column])));
    if problems.iter().any(ColumnProblem::is_fatal) {
        return Err(OpenError::Columns(problems));
    }
    Ok(places)
}
