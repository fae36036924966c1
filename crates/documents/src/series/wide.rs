//! Tables with a column for each year, as statistical offices publish them: `kato,name_en,employees_2024_k,employees_2025_k`
//! or `section,name_en,employed_2024_k`.
//!
//! A column `UNIT_YEAR` counts single persons or hours, `UNIT_YEAR_k` thousands. A row whose code is `TOTAL` is the country.

use std::io::Read;

use csv::ReaderBuilder;
use saqta_domain::activity::Activity;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, SeriesCell, Unit};

/// Why a table is not read.
#[derive(Debug, thiserror::Error)]
pub enum WideError {
    /// It is no such table: another reader may know it.
    #[error("the file has no column `kato` or `section` beside columns as `employees_2025_k`")]
    NotWide,
    /// It cannot be read.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// A cell is wrong.
    #[error("line {line}, column {column}: `{value}` is no {what}")]
    Cell {
        /// Which line, from 1.
        line: u64,
        /// Which column.
        column: String,
        /// What stands there.
        value: String,
        /// What should.
        what: &'static str,
    },
    /// There is a figure twice.
    #[error("two figures for {0}")]
    Twice(Period),
}

/// What a column of figures is of.
struct Figures {
    place: usize,
    unit: Unit,
    period: Period,
    thousands: bool,
}

/// Reads a table: one series a unit, called after the unit. `counter` and `source` are the caller's words.
///
/// # Errors
/// [`WideError`].
pub fn read(read: impl Read, counter: &str, source: &str) -> Result<Vec<Series>, WideError> {
    let mut rows = ReaderBuilder::new().flexible(false).from_reader(read);
    let header = rows.headers()?.clone();
    let named = |names: &[&str]| {
        header.iter().position(|column| {
            names.contains(
                &column
                    .trim_start_matches('\u{feff}')
                    .trim()
                    .to_lowercase()
                    .as_str(),
            )
        })
    };
    let (region, section) = (
        named(&["kato", "region"]),
        named(&["section", "activity", "nace_r2"]),
    );
    let figures: Vec<Figures> = header
        .iter()
        .enumerate()
        .filter_map(|(place, column)| figures_of(place, column))
        .collect();
    if figures.is_empty() || region.is_some() == section.is_some() {
        return Err(WideError::NotWide);
    }
    let mut series: Vec<Series> = Vec::new();
    for row in rows.records() {
        let row = row?;
        let line = row.position().map_or(0, csv::Position::line);
        let code = |place: usize| row.get(place).unwrap_or_default().trim();
        let wrong = |place: usize, what| WideError::Cell {
            line,
            column: header.get(place).unwrap_or_default().to_owned(),
            value: row.get(place).unwrap_or_default().to_owned(),
            what,
        };
        let is_total = |code: &str| code.is_empty() || code.eq_ignore_ascii_case("total") || code == "KZ";
        let (mut of_region, mut of_activity) = (None, None);
        if let Some(place) = region.filter(|place| !is_total(code(*place))) {
            of_region = Some(Region::from_code(code(place)).ok_or_else(|| wrong(place, "region"))?);
        }
        if let Some(place) = section.filter(|place| !is_total(code(*place))) {
            let activity: Activity = code(place).parse().map_err(|_| wrong(place, "activity"))?;
            of_activity = Some(activity);
        }
        for figure in &figures {
            let text = code(figure.place);
            if text.is_empty() {
                continue;
            }
            let value = whole(text, figure.thousands).ok_or_else(|| wrong(figure.place, "number"))?;
            let cell = SeriesCell {
                period: figure.period,
                region: of_region,
                activity: of_activity,
                value,
            };
            match series.iter_mut().find(|series| series.unit == figure.unit) {
                Some(series) => series.cells.push(cell),
                None => series.push(Series {
                    id: figure.unit.code().into(),
                    counter: counter.to_owned(),
                    unit: figure.unit,
                    source: source.to_owned(),
                    published: None,
                    cells: vec![cell],
                }),
            }
        }
    }
    for series in &mut series {
        series.sort().map_err(|cell| WideError::Twice(cell.period))?;
    }
    Ok(series)
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

/// A number of at most three decimals, thousands multiplied out exactly.
fn whole(text: &str, thousands: bool) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(fraction) {
        return None;
    }
    let whole: u64 = whole.parse().ok()?;
    if !thousands {
        return fraction.bytes().all(|byte| byte == b'0').then_some(whole);
    }
    if fraction.len() > 3 {
        return None;
    }
    let parts: u64 = format!("{fraction:0<3}").parse().ok()?;
    whole.checked_mul(1_000)?.checked_add(parts)
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
        let wrong = read("kato,employees_2024_k\n35,1.2345\n".as_bytes(), "", "");
        assert!(matches!(wrong, Err(WideError::Cell { line: 2, .. })), "{wrong:?}");
        let wrong = read("kato,employees_2024_k\n99,1\n".as_bytes(), "", "");
        assert!(
            matches!(wrong, Err(WideError::Cell { what: "region", .. })),
            "{wrong:?}"
        );
    }
}
