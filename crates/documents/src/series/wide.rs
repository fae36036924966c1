//! Tables with a column for each year, as statistical offices publish them: `kato,name_en,employees_2024_k,employees_2025_k`
//! or `section,name_en,employed_2024_k`.
//!
//! A column `UNIT_YEAR` counts single persons or hours, `UNIT_YEAR_k` thousands. A row whose code is `TOTAL` is the country.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use csv::ByteRecord;
use saqta_domain::activity::Activity;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, SeriesCell, Unit};

use crate::lines::Lines;
use crate::problem::{OpenError, Problem};

use super::sdmx::whole;
use super::{Refused, Rows};

/// Why a table is not read.
#[derive(Debug, thiserror::Error)]
pub enum WideError {
    /// It is no such table: another reader may know it.
    #[error("the file has no column `kato` or `section` beside columns as `employees_2025_k`")]
    NotWide,
    /// It cannot be read, or cells are wrong; then none is taken.
    #[error(transparent)]
    Refused(#[from] Refused),
}

impl From<OpenError> for WideError {
    fn from(error: OpenError) -> Self {
        Self::Refused(error.into())
    }
}

/// What a column of figures is of.
struct Figures {
    place: usize,
    unit: Unit,
    period: Period,
    thousands: bool,
}

/// The place that the rows of a table are of, by the column of its code.
enum Of {
    Region(usize),
    Section(usize),
}

/// Reads a table: one series a unit, called after the unit. `counter` and `source` are the caller's words. Where a
/// semicolon parts the cells, a comma parts the decimals.
///
/// # Errors
/// [`WideError`].
pub fn read(read: impl Read, counter: &str, source: &str) -> Result<Vec<Series>, WideError> {
    let (mut lines, header) = Lines::open(read, 1, false)?;
    let point = if lines.delimiter() == b';' { ',' } else { '.' };
    let named = |names: &[&str]| {
        let mut columns = header.iter().map(|column| column.to_lowercase());
        columns.position(|column| names.contains(&column.as_str()))
    };
    let of = match (
        named(&["kato", "region"]),
        named(&["section", "activity", "nace_r2"]),
    ) {
        (Some(place), None) => Of::Region(place),
        (None, Some(place)) => Of::Section(place),
        _ => return Err(WideError::NotWide),
    };
    let columns = header.iter().enumerate();
    let figures: Vec<Figures> = columns
        .filter_map(|(place, column)| figures_of(place, column))
        .collect();
    if figures.is_empty() {
        return Err(WideError::NotWide);
    }
    let mut rows = Rows {
        header: &header,
        line: 0,
        errors: Vec::new(),
    };
    let mut table = Table {
        of,
        figures,
        point,
        cells: BTreeMap::new(),
        known: BTreeSet::new(),
    };
    while let Some(line) = lines.next() {
        match line {
            Ok(line) if line.record.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
            Ok(line) => {
                rows.line = line.line;
                table.take(&mut rows, line.record);
            }
            Err(broken) => {
                rows.line = broken.line;
                rows.fail_whole(broken.problem);
            }
        }
    }
    if !rows.errors.is_empty() {
        return Err(Refused::Rows(rows.errors).into());
    }
    let series = table.cells.into_iter().map(|(unit, mut cells)| {
        cells.sort_unstable();
        Series {
            id: unit.code().into(),
            counter: counter.to_owned(),
            unit,
            source: source.to_owned(),
            published: None,
            cells,
        }
    });
    Ok(series.collect())
}

/// The figures on their way into series.
struct Table {
    of: Of,
    figures: Vec<Figures>,
    /// What parts the decimals.
    point: char,
    cells: BTreeMap<Unit, Vec<SeriesCell>>,
    /// What there is a figure of already.
    known: BTreeSet<(Unit, SeriesCell)>,
}

impl Table {
    fn take(&mut self, rows: &mut Rows<'_>, record: &ByteRecord) {
        if record.len() != rows.header.len() {
            let count = |cells: usize| u32::try_from(cells).unwrap_or(u32::MAX);
            rows.fail_whole(Problem::CellCount {
                expected: count(rows.header.len()),
                found: count(record.len()),
            });
            return;
        }
        let Some((region, activity)) = self.place(rows, record) else {
            return;
        };
        for figure in &self.figures {
            let exponent = if figure.thousands { 3 } else { 0 };
            let value = rows.read(record, Some(figure.place), |text| {
                whole(text, self.point, exponent).ok_or(Problem::NotACount)
            });
            let Some(value) = value else { continue };
            let cell = SeriesCell {
                period: figure.period,
                region,
                activity,
                value: 0,
            };
            if self.known.insert((figure.unit, cell)) {
                let cells = self.cells.entry(figure.unit).or_default();
                cells.push(SeriesCell { value, ..cell });
            } else {
                let text = rows.text(record, figure.place);
                rows.fail(figure.place, text, Problem::SeriesTwice);
            }
        }
    }

    /// The region and the section of a row, neither for the total; none where its code is wrong.
    fn place(&self, rows: &mut Rows<'_>, record: &ByteRecord) -> Option<(Option<Region>, Option<Activity>)> {
        let (Of::Region(place) | Of::Section(place)) = self.of;
        let code = rows.text(record, place);
        if code.is_empty() || code.eq_ignore_ascii_case("total") || code == "KZ" {
            return Some((None, None));
        }
        match self.of {
            Of::Region(_) => {
                let region = rows.read(record, Some(place), |code| {
                    Region::from_code(code).ok_or(Problem::NotARegion)
                });
                Some((Some(region?), None))
            }
            Of::Section(_) => {
                let activity = rows.read(record, Some(place), |code| {
                    code.parse().map_err(|_| Problem::NotAnActivity)
                });
                Some((None, Some(activity?)))
            }
        }
    }
}

fn figures_of(place: usize, column: &str) -> Option<Figures> {
    let column = column.trim().to_lowercase();
    let (column, thousands) = match column.strip_suffix("_k") {
        Some(column) => (column, true),
        None => (column.as_str(), false),
    };
    let (unit, year) = column.rsplit_once('_')?;
    Some(Figures {
        place,
        unit: Unit::from_code(unit)?,
        period: Period::year_of(year.parse().ok()?)?,
        thousands,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_beside_each_other() {
        let text = "kato,name_en,employees_2024_k,employees_2025_k\n35,Qaraghandy,481.476,465.879\n62,Ulytau,89.157,88.59\n";
        let series = read(text.as_bytes(), "bns", "synthetic").unwrap();
        assert_eq!(series.len(), 1);
        assert_eq!(
            (series[0].unit, series[0].id.as_str()),
            (Unit::Employees, "employees")
        );
        let values: Vec<u64> = series[0].cells.iter().map(|cell| cell.value).collect();
        assert_eq!(values, [481_476, 89_157, 465_879, 88_590]);
    }

    #[test]
    fn the_total_is_the_country_and_hours_may_be_single() {
        let text = "section,employed_2024_k,hours_2024\nQ,583.886,1000\nTOTAL,9214.184,5000.0\n";
        let series = read(text.as_bytes(), "bns", "synthetic").unwrap();
        assert_eq!(
            series.iter().map(|series| series.unit).collect::<Vec<_>>(),
            [Unit::Employed, Unit::Hours]
        );
        assert_eq!(series[0].cells[0].value, 9_214_184, "the country comes first");
        assert_eq!(series[1].cells[0].value, 5_000);
    }

    #[test]
    fn other_tables_are_left_to_others_and_wrong_cells_are_named() {
        assert!(matches!(
            read("a,b\n1,2\n".as_bytes(), "", ""),
            Err(WideError::NotWide)
        ));
        let wrong = |text: &str| match read(text.as_bytes(), "", "") {
            Err(WideError::Refused(Refused::Rows(errors))) => errors
                .into_iter()
                .map(|(line, error)| (line, error.column, error.problem))
                .collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let column = "employees_2024_k".to_owned();
        assert_eq!(
            wrong("kato,employees_2024_k\n35,1.2345\n35,-1\n99,1\n39\n"),
            [
                (2, column.clone(), Problem::NotACount),
                (3, column.clone(), Problem::NotACount),
                (4, "kato".to_owned(), Problem::NotARegion),
                (
                    5,
                    String::new(),
                    Problem::CellCount {
                        expected: 2,
                        found: 1
                    }
                ),
            ]
        );
        assert_eq!(
            wrong("kato,employees_2024_k\n35,1\n35,2\n"),
            [(3, column, Problem::SeriesTwice)]
        );
        assert_eq!(
            wrong("section,employed_2024\nZZ,1\n"),
            [(2, "section".to_owned(), Problem::NotAnActivity)]
        );
    }

    #[test]
    fn semicolons_part_cells_with_commas_as_a_russian_spreadsheet_writes_them() {
        let text = "\u{feff}kato;name;employees_2024_k\r\n35;Қарағанды;481,476\r\n\r\n39;Қостанай;328,9\r\n";
        let series = read(text.as_bytes(), "bns", "synthetic").unwrap();
        let values: Vec<u64> = series[0].cells.iter().map(|cell| cell.value).collect();
        assert_eq!(values, [481_476, 328_900]);
    }
}
