//! The synthetic register: a file of injuries as a national analyst brings it in, the sites that it names, and the series
//! that its rates divide by. Nobody in it exists, and it is the same on every machine.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use saqta_domain::activity::{Activity, Level};
use saqta_domain::injury::esaw::{BodyPart, Contact, Deviation, InjuryType};
use saqta_domain::injury::{AgeBand, Cause, InjuryKind, InjuryOutcome};
use saqta_domain::region::Region;
use serde_json::{Value, json};

use super::chance::Chance;

/// The years over which the injuries are spread.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 2021..=2025;
const FIRST_DAY: Date = date(2021, 1, 1);
const DAYS: i64 = 1_826;

/// Declared sites, of which three in ten injuries name one.
const SITES: u64 = 400;
const EMPLOYERS: u64 = 60_000;

/// Activities with their weights: sections, divisions, groups and classes, as deep as employers happen to state them.
const ACTIVITIES: [(&str, u32); 40] = [
    ("01.11", 30),
    ("01.4", 35),
    ("03", 4),
    ("05.10", 45),
    ("06.10", 30),
    ("07.29", 55),
    ("08", 12),
    ("09.10", 25),
    ("10.7", 22),
    ("11.07", 8),
    ("13", 6),
    ("16.2", 7),
    ("19.20", 9),
    ("20", 12),
    ("23.6", 26),
    ("24.10", 60),
    ("24.4", 40),
    ("25.1", 24),
    ("28", 14),
    ("33.1", 18),
    ("35.1", 34),
    ("36.00", 12),
    ("38", 9),
    ("41.20", 75),
    ("42.11", 38),
    ("43", 30),
    ("45.2", 12),
    ("46", 20),
    ("47.1", 34),
    ("49.20", 48),
    ("49.41", 32),
    ("52.2", 18),
    ("55.10", 8),
    ("61", 9),
    ("68", 10),
    ("80.10", 16),
    ("84", 28),
    ("85.31", 40),
    ("86.10", 62),
    ("Q", 20),
];

/// Regions' weights, in the order of [`Region::ALL`].
const REGIONS: [u32; 20] = [
    30, 42, 48, 55, 46, 38, 40, 28, 96, 62, 34, 44, 60, 36, 58, 22, 56, 78, 110, 40,
];

const KINDS: [(InjuryKind, u32); 15] = [
    (InjuryKind::ViolenceAgainstHealthWorker, 4),
    (InjuryKind::Violence, 3),
    (InjuryKind::FallFromHeight, 13),
    (InjuryKind::FallOnLevel, 21),
    (InjuryKind::Struck, 17),
    (InjuryKind::Machine, 14),
    (InjuryKind::Traffic, 9),
    (InjuryKind::SiteVehicle, 5),
    (InjuryKind::Electricity, 2),
    (InjuryKind::Collapse, 3),
    (InjuryKind::ExplosionOrFire, 2),
    (InjuryKind::Exposure, 2),
    (InjuryKind::Temperature, 3),
    (InjuryKind::Overexertion, 6),
    (InjuryKind::Other, 4),
];

const OUTCOMES: [(InjuryOutcome, u32); 5] = [
    (InjuryOutcome::Fatal, 1),
    (InjuryOutcome::LostTime, 56),
    (InjuryOutcome::Restricted, 5),
    (InjuryOutcome::Medical, 24),
    (InjuryOutcome::FirstAid, 14),
];

const AGES: [(AgeBand, u32); 6] = [
    (AgeBand::From18, 11),
    (AgeBand::From25, 27),
    (AgeBand::From35, 26),
    (AgeBand::From45, 21),
    (AgeBand::From55, 13),
    (AgeBand::From65, 2),
];

const HEADER: &str = "source,number,site,region,employer,activity,date,hour,reported,kind,outcome,severe,days_lost,\
                      cause,deviation,contact,injury_type,body_part,sex,age";
const SEALED: &str = ",name,iin,born,occupation,circumstances";

/// What is special about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Nothing: numbers follow each other, nobody is named.
    Plain,
    /// Its numbers are in no order.
    Scattered,
    /// It says who was hurt as well, in invented words.
    Named,
}

/// Writes so many injuries, in the order of their days.
pub(super) fn write(path: &Path, injuries: u64, sort: Sort) -> anyhow::Result<()> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let named = sort == Sort::Named;
    writeln!(file, "{HEADER}{}", if named { SEALED } else { "" })?;
    let mut chance = Chance::new(1);
    let mut row = String::new();
    for place in 0..injuries {
        let day = i64::try_from(u128::from(place) * DAYS as u128 / u128::from(injuries))?;
        let number = match sort {
            // Prime to ten million, so that no number comes twice.
            Sort::Scattered => place * 7_654_321 % 10_000_000,
            Sort::Plain | Sort::Named => place,
        };
        row.clear();
        injury(&mut row, &mut chance, number, FIRST_DAY.checked_add(day.days())?)?;
        if named {
            person(&mut row, &mut chance, number)?;
        }
        row.push('\n');
        file.write_all(row.as_bytes())?;
    }
    Ok(file.into_inner()?.sync_all()?)
}

fn injury(row: &mut String, chance: &mut Chance, number: u64, day: Date) -> anyhow::Result<()> {
    let source = chance.of(&[("employer", 85), ("health-organisation", 10), ("insurer", 5)]);
    let workplace = if chance.in_hundred(30) {
        Workplace::of_site(chance.below(SITES))
    } else {
        Workplace::any(chance)
    };
    let Workplace {
        site,
        region,
        employer,
        activity,
    } = workplace;
    let site = site.map(site_id).unwrap_or_default();
    let region = region.code();
    write!(
        row,
        "{source},S-{number:07},{site},{region},{employer},{activity},{day},"
    )?;
    if chance.in_hundred(92) {
        write!(row, "{}", chance.below(24))?;
    }
    // Most are known within a week, some after two months.
    let delay = chance.below(7)
        + if chance.in_hundred(12) {
            chance.below(55)
        } else {
            0
        };
    let kind = chance.of(&KINDS);
    let outcome = chance.of(&OUTCOMES);
    let severe = outcome == InjuryOutcome::LostTime && chance.in_hundred(12);
    let reported = day.checked_add(i64::try_from(delay)?.days())?;
    let severe_word = if severe { "yes" } else { "no" };
    write!(
        row,
        ",{reported},{},{},{severe_word},",
        kind.code(),
        outcome.code()
    )?;
    if outcome == InjuryOutcome::LostTime {
        let long = if severe { 120 } else { 25 };
        write!(row, "{}", 1 + chance.below(long))?;
    }
    row.push(',');
    if chance.in_hundred(80) {
        row.push_str(chance.any(Cause::ALL).code());
    }
    esaw(row, chance, Deviation::ALL, 2)?;
    esaw(row, chance, Contact::ALL, 2)?;
    esaw(row, chance, InjuryType::ALL, 3)?;
    esaw(row, chance, BodyPart::ALL, 2)?;
    let sex = chance.of(&[("m", 71), ("f", 29)]);
    write!(row, ",{sex},{}", chance.of(&AGES).code())?;
    Ok(())
}

/// A code with so many digits, mostly.
fn esaw(row: &mut String, chance: &mut Chance, codes: &[u16], digits: usize) -> anyhow::Result<()> {
    row.push(',');
    if chance.in_hundred(85) {
        write!(row, "{:0digits$}", chance.any(codes))?;
    }
    Ok(())
}

fn person(row: &mut String, chance: &mut Chance, number: u64) -> anyhow::Result<()> {
    let year = 1960 + chance.below(45);
    let trade = chance.of(&[("nurse", 2), ("driver", 3), ("fitter", 4), ("miner", 2)]);
    write!(
        row,
        ",Synthetic Person {number},{:012},{year}-{:02}-15,{trade},An invented accident with the number {number}",
        900_000_000_000 + number,
        1 + chance.below(12),
    )?;
    Ok(())
}

/// Where and in what somebody works.
struct Workplace {
    site: Option<u64>,
    region: Region,
    employer: u64,
    activity: &'static str,
}

impl Workplace {
    /// What is declared of a site: always the same.
    fn of_site(site: u64) -> Self {
        Self {
            site: Some(site),
            ..Self::any(&mut Chance::new(1_000 + site))
        }
    }

    fn any(chance: &mut Chance) -> Self {
        let regions = std::iter::zip(Region::ALL.iter().copied(), REGIONS).collect::<Vec<_>>();
        // A few employers have many injuries.
        let employer = chance.below(EMPLOYERS).min(chance.below(EMPLOYERS));
        Self {
            site: None,
            region: chance.of(&regions),
            employer: 100_000_000_000 + 7 * employer,
            activity: chance.of(&ACTIVITIES),
        }
    }
}

fn site_id(site: u64) -> String {
    format!("site-{site:03}")
}

/// What is declared: an analyst, and the sites.
pub(super) fn declaration() -> anyhow::Result<String> {
    let mut text = String::from("[[accounts]]\nlogin = \"analyst\"\nroles = [{ role = \"analyst\" }]\n");
    for site in 0..SITES {
        let Workplace {
            region,
            employer,
            activity,
            ..
        } = Workplace::of_site(site);
        writeln!(
            text,
            "[[sites]]\nid = \"{}\"\nkind = \"other\"\nregion = \"{}\"\nactivity = \"{activity}\"\n\
             owner = {{ bin = \"{employer}\", name = \"Synthetic employer\" }}",
            site_id(site),
            region.code(),
        )?;
    }
    Ok(text)
}

/// Employees and hours: for each year the country, each region, each section, and each section of each region.
pub(super) fn series() -> Vec<Value> {
    let one = |id: &str, unit: &str, each: u64| {
        let mut cells = Vec::new();
        for year in YEARS {
            let mut cell = |region: Option<Region>, section: Option<Activity>, value: u64| {
                cells.push(json!({
                    "period": year.to_string(),
                    "region": region,
                    "activity": section,
                    "value": value * each,
                }));
            };
            cell(None, None, 7_000_000);
            for region in Region::ALL.iter().copied() {
                cell(Some(region), None, 350_000);
                for section in Activity::sections() {
                    cell(Some(region), Some(section), 16_000);
                }
            }
            for section in Activity::sections() {
                cell(None, Some(section), 330_000);
            }
        }
        json!({ "id": id, "counter": "synthetic", "unit": unit, "source": "synthetic, for measuring", "cells": cells })
    };
    vec![one("employees", "employees", 1), one("hours", "hours", 1_800)]
}

/// The section of every activity of the file, for those who do not know NACE.
pub(super) fn sections() -> anyhow::Result<Value> {
    let mut sections = serde_json::Map::new();
    for (code, _) in ACTIVITIES {
        let section = code.parse::<Activity>()?.at(Level::Section).map(String::from);
        sections.insert(code.to_owned(), json!(section));
    }
    Ok(Value::Object(sections))
}
