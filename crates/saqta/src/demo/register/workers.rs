//! How many work in each section of each region: invented, but together as many as the bureau counts there.

use anyhow::Context as _;
use saqta_domain::activity::Activity;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, SeriesCell, Unit};

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

/// Splits the employees of each region and year.
///
/// # Errors
/// Where the bureau's series is not there, or a section is none.
pub(super) fn by_section(employees: &[Series]) -> anyhow::Result<Series> {
    let bureau = employees.first().context("no series of employees")?;
    let mut cells = Vec::new();
    for whole in &bureau.cells {
        let Some(region) = whole.region else { continue };
        let shares = USUAL.map(|(section, share)| (section, share * bent(region, section)));
        let all: u64 = shares.iter().map(|(_, share)| share).sum();
        let (mut before, mut given) = (0, 0);
        for (section, share) in shares {
            before += share;
            // What is given so far is never more than one off, and in the end it is the whole.
            let so_far = whole.value * before / all;
            cells.push(SeriesCell {
                activity: Some(section.parse::<Activity>()?),
                value: so_far - given,
                ..*whole
            });
            given = so_far;
        }
    }
    Ok(Series {
        id: "synthetic-employees".into(),
        counter: "synthetic".to_owned(),
        unit: Unit::Employees,
        source: "Synthetic: employees of the Bureau of National Statistics by region, split into sections by an invented rule"
            .to_owned(),
        published: None,
        cells,
    })
}

fn bent(region: Region, section: &str) -> u64 {
    let bent = BENTS
        .iter()
        .find(|(of, _, regions)| *of == section && regions.contains(&region));
    bent.map_or(1, |(_, times, _)| *times)
}
