//! How many work: the bureau's employees by region and employed by section, as published; and employees of each section of
//! each region, which nobody publishes: invented, but together as many as the bureau counts there.
//!
//! The bureau's figures end with a year. So that what happens today can be divided by anything, the invented series goes
//! on, each later year as the last one published, and says so.

use anyhow::Context as _;
use jiff::civil::Date;
use saqta_domain::activity::Activity;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, SeriesCell, Unit};

/// Wage employees by region, thousands (Bureau of National Statistics), as the file that `--denominators` takes.
const EMPLOYEES: &str = include_str!("../employees.csv");

/// Employed by section, thousands (Bureau of National Statistics), the self-employed included; as the file that
/// `--denominators` takes.
const EMPLOYED: &str = include_str!("../employed.csv");

/// Of a thousand employees about so many in each section, in a region without a bent.
const USUAL: [(&str, u64); 19] = [
    ("A", 30),
    ("B", 35),
    ("C", 120),
    ("D", 30),
    ("E", 20),
    ("F", 65),
    ("G", 95),
    ("H", 75),
    ("I", 25),
    ("J", 25),
    ("K", 30),
    ("L", 25),
    ("M", 40),
    ("N", 50),
    ("O", 90),
    ("P", 145),
    ("Q", 85),
    ("R", 10),
    ("S", 5),
];

/// The section that is so many times as large in some regions.
const BENTS: [(&str, u64, &[Region]); 4] = [
    (
        "B",
        4,
        &[
            Region::Karaganda,
            Region::Atyrau,
            Region::Aktobe,
            Region::Mangystau,
            Region::Ulytau,
        ],
    ),
    (
        "C",
        2,
        &[Region::Karaganda, Region::Pavlodar, Region::EastKazakhstan],
    ),
    (
        "A",
        3,
        &[
            Region::Kostanay,
            Region::NorthKazakhstan,
            Region::Akmola,
            Region::Turkistan,
        ],
    ),
    ("K", 3, &[Region::Almaty, Region::Astana]),
];

/// The denominators of the demo on a day.
///
/// # Errors
/// Where a table cannot be read.
pub(super) fn series(today: Date) -> anyhow::Result<[Series; 3]> {
    let employees = published("bns-employees", "wage employees by region", EMPLOYEES)?;
    let employed = published("bns-employed", "employed by section", EMPLOYED)?;
    let synthetic = synthetic(&employees, today)?;
    Ok([employees, employed, synthetic])
}

fn published(id: &str, what: &str, table: &str) -> anyhow::Result<Series> {
    let source = format!("Bureau of National Statistics of Kazakhstan, {what}");
    let read = saqta_documents::series::wide::read(table.as_bytes(), "bns", &source)?;
    let mut series = read
        .into_iter()
        .next()
        .with_context(|| format!("{id} is empty"))?;
    series.id = id.into();
    Ok(series)
}

/// Splits the employees of each region and year, and carries the last year on: to the year after the day, for a demo may be
/// running when a year ends.
fn synthetic(employees: &Series, today: Date) -> anyhow::Result<Series> {
    let mut cells = Vec::new();
    for whole in &employees.cells {
        cells.push(*whole);
        cells.extend(split(whole)?);
    }
    let last = cells.iter().map(|cell| cell.period.year()).max();
    let last = last.context("no employees are known")?;
    let carried: Vec<SeriesCell> = (last + 1..=today.year() + 1)
        .filter_map(Period::year_of)
        .flat_map(|period| {
            let of_last = cells.iter().filter(|cell| cell.period.year() == last);
            of_last.map(move |cell| SeriesCell { period, ..*cell })
        })
        .collect();
    cells.extend(carried);
    Ok(Series {
        id: "synthetic-employees".into(),
        counter: "synthetic".to_owned(),
        unit: Unit::Employees,
        source: format!(
            "Synthetic: employees of the Bureau of National Statistics by region, split into sections by an invented rule; years \
             after {last} are not published, and carried forward from {last}"
        ),
        published: None,
        cells,
    })
}

/// The sections of a region's employees.
fn split(whole: &SeriesCell) -> anyhow::Result<Vec<SeriesCell>> {
    let Some(region) = whole.region else {
        return Ok(Vec::new());
    };
    let shares = USUAL.map(|(section, share)| (section, share * bent(region, section)));
    let all: u64 = shares.iter().map(|(_, share)| share).sum();
    let (mut before, mut given) = (0, 0);
    let cells = shares.into_iter().map(|(section, share)| {
        before += share;
        // What is given so far is never more than one off, and in the end it is the whole.
        let so_far = whole.value * before / all;
        let value = so_far - given;
        given = so_far;
        let activity = Some(section.parse::<Activity>()?);
        Ok(SeriesCell {
            activity,
            value,
            ..*whole
        })
    });
    cells.collect()
}

/// How many times as much of a region is mining as elsewhere.
pub(super) fn mining_bent(region: Region) -> u32 {
    u32::try_from(bent(region, "B")).unwrap_or(1)
}

fn bent(region: Region, section: &str) -> u64 {
    let bent = BENTS
        .iter()
        .find(|(of, _, regions)| *of == section && regions.contains(&region));
    bent.map_or(1, |(_, times, _)| *times)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_denominators_are_those_of_the_bureau() {
        let [employees, employed, _] = series(date(2026, 11, 1)).unwrap();
        let year = employees.cells.iter().filter(|cell| cell.period.year() == 2024);
        let sum: u64 = year.map(|cell| cell.value).sum();
        assert_eq!(sum, 7_015_108);
        let of_sections = employed.cells.iter().filter(|cell| cell.activity.is_some());
        assert_eq!(of_sections.count(), 19 * 3, "A to S in three years");
    }

    #[test]
    fn the_workers_of_the_sections_are_together_those_of_the_bureau() {
        let [bureau, _, synthetic] = series(date(2026, 11, 1)).unwrap();
        assert!(synthetic.source.contains("ynthetic"), "{}", synthetic.source);
        let mut sums = BTreeMap::new();
        for cell in synthetic.cells.iter().filter(|cell| cell.activity.is_some()) {
            assert!(cell.value > 0, "{cell:?}");
            *sums.entry((cell.period, cell.region)).or_insert(0) += cell.value;
        }
        for cell in &bureau.cells {
            assert_eq!(sums[&(cell.period, cell.region)], cell.value, "{cell:?}");
        }
        assert!(
            bureau.id < synthetic.id,
            "what the bureau knows is divided by the bureau's series"
        );
    }

    #[test]
    fn the_year_of_any_day_has_workers_and_says_that_they_are_carried_forward() {
        for today in [date(2026, 11, 1), date(2031, 12, 31)] {
            let [bureau, _, mut synthetic] = series(today).unwrap();
            let of_year = |year: i16| {
                let cells = synthetic.cells.iter();
                cells
                    .filter(|cell| cell.period.year() == year && cell.activity.is_none())
                    .map(|cell| cell.value)
                    .sum::<u64>()
            };
            for year in [today.year(), today.year() + 1] {
                assert_eq!(of_year(year), 7_169_107, "{year}: as in 2025");
            }
            assert!(bureau.cells.iter().all(|cell| cell.period.year() <= 2025));
            assert!(synthetic.source.contains("carried forward from 2025"));
            assert_eq!(synthetic.sort(), Ok(()), "no figure twice");
        }
    }
}
