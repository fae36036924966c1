//! Signs that injuries are not reported: for inspectors and analysts only, never public, and never of a named employer
//! outside the inspector's role.
//!
//! Each sign names the assumption it rests on, as a message id of the catalogues; none of them proves anything about one
//! employer. They say where to look.

use saqta_domain::activity::Level as ActivityLevel;
use saqta_domain::injury::Reporters;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::Series;
use saqta_statistics::capture::{IfIndependent, NotEstimable, ThreeLists, three_lists};
use saqta_statistics::expectation::silences;
use saqta_statistics::funnel::Unit;
use saqta_statistics::{Expected, Level};
use serde::Serialize;

use crate::cross::{Dimension, Filter, Question, count};
use crate::register::Register;

/// Of the findings named, at most this share is expected to be chance.
pub(super) const FALSE_DISCOVERIES: f64 = 0.05;

/// A unit that reported nothing where something is expected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Silent {
    /// Its code: a region, or an employer's BIN within the inspector's role.
    pub code: String,
    /// How many injuries everybody's rate leads one to expect.
    pub expected: f64,
    /// The probability of none.
    pub p: f64,
    /// The same, adjusted for having looked at all units.
    pub p_adjusted: f64,
}

/// Of units with their counts and exposures, those whose silence is more than chance.
#[must_use]
pub fn silent(units: &[crate::analysis::funnel::Given]) -> Vec<Silent> {
    let (all, exposure) = units.iter().fold((0_u64, 0.0), |(count, exposure), unit| {
        (count + unit.count, exposure + unit.exposure)
    });
    if all == 0 {
        return Vec::new();
    }
    #[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
    let rate = all as f64 / exposure;
    let measured: Option<Vec<Unit>> = units
        .iter()
        .map(|unit| {
            Some(Unit {
                observed: unit.count,
                expected: Expected::new(unit.exposure * rate).ok()?,
            })
        })
        .collect();
    let Some(measured) = measured else {
        return Vec::new();
    };
    let judged = silences(&measured);
    let found = units.iter().zip(&measured).zip(judged);
    found
        .filter(|((unit, _), silence)| unit.count == 0 && silence.adjusted <= FALSE_DISCOVERIES)
        .map(|((unit, measured), silence)| Silent {
            code: unit.code.clone(),
            expected: measured.expected.value(),
            p: silence.p,
            p_adjusted: silence.adjusted,
        })
        .collect()
}

/// What three lists that overlap say of what none of them holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Captured {
    /// Injuries in the register.
    pub listed: u64,
    /// By each pair of sources.
    pub pairs: Vec<Pair>,
    /// Whether some number agrees with all pairs; if not, at least one pair is not independent. None where fewer than two
    /// pairs estimate anything.
    pub pairs_agree: Option<bool>,
}

/// One pair of sources.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// The two sources.
    pub sources: [&'static str; 2],
    /// Chapman's estimate of all injuries, within its limits; none where nothing can be estimated.
    pub population: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// Why nothing can be estimated: `empty-list` or `no-overlap`.
    pub reason: Option<&'static str>,
}

/// Chapman's estimates from the three sources. None when they contradict themselves.
#[must_use]
pub fn captured(register: &Register, filter: &Filter, level: Level) -> Option<Captured> {
    let question = Question {
        filter: filter.clone(),
        by: vec![Dimension::Reporters],
    };
    let mut lists = [0_u64; 3];
    let mut overlaps = [0_u64; 3];
    let mut listed = 0;
    for cell in count(register, &question) {
        let name = cell.key.first()?.clone()?;
        let bits = (1..8_u8).find(|bits| Reporters::from_bits(*bits).to_string() == name)?;
        let on = |list: u8| bits & (1 << list) != 0;
        listed += cell.tally.count;
        for (list, sum) in (0_u8..).zip(&mut lists) {
            *sum += if on(list) { cell.tally.count } else { 0 };
        }
        for ((one, other), sum) in [(0, 1), (0, 2), (1, 2)].into_iter().zip(&mut overlaps) {
            *sum += if on(one) && on(other) { cell.tally.count } else { 0 };
        }
    }
    let found = three_lists(ThreeLists::new(lists, overlaps).ok()?, level);
    Some(Captured {
        listed,
        pairs: vec![
            pair(["employer", "health-organisation"], found.first_and_second),
            pair(["employer", "insurer"], found.first_and_third),
            pair(["health-organisation", "insurer"], found.second_and_third),
        ],
        pairs_agree: found.pairs_agree(),
    })
}

fn pair(sources: [&'static str; 2], estimate: Result<IfIndependent, NotEstimable>) -> Pair {
    let found = estimate.ok();
    Pair {
        sources,
        population: found.map(|found| found.population),
        lower: found.map(|found| found.interval.lower),
        upper: found.map(|found| found.interval.upper),
        reason: estimate.err().map(|reason| match reason {
            NotEstimable::EmptyList => "empty-list",
            NotEstimable::NoOverlap => "no-overlap",
        }),
    }
}

/// A figure of a year to date that did not move, though months passed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stalled {
    /// The region's code.
    pub code: String,
    /// The earlier period.
    pub from: Period,
    /// The later one.
    pub to: Period,
    /// What both say.
    pub count: u64,
    /// The probability of nothing new in the months between, at the pace before.
    pub p: f64,
}

/// Year-to-date figures that should have grown: `months` are the months that each covers, `count` what it says.
#[must_use]
pub fn stalled(code: &str, year_to_date: &[(Period, u64)]) -> Vec<Stalled> {
    let pairs = year_to_date.windows(2);
    pairs
        .filter_map(|pair| {
            let [(from, before), (to, after)] = pair else {
                return None;
            };
            let more = f64::from(to.length()) - f64::from(from.length());
            if from.year() != to.year() || more <= 0.0 || before != after || *before == 0 {
                return None;
            }
            #[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
            let expected = *before as f64 / f64::from(from.length()) * more;
            Some(Stalled {
                code: code.to_owned(),
                from: *from,
                to: *to,
                count: *after,
                p: (-expected).exp(),
            })
        })
        .filter(|stalled| stalled.p < FALSE_DISCOVERIES)
        .collect()
}

/// Parts of a series that do not add up to the whole that it gives as well.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unequal {
    /// The series and its version.
    pub series: String,
    /// The period.
    pub period: Period,
    /// Of what the parts are: `region` or `section`.
    pub parts: &'static str,
    /// What the parts come to.
    pub sum: u64,
    /// What the whole is said to be.
    pub whole: u64,
    /// How many parts are given.
    pub given: usize,
    /// Whether all parts are given; otherwise the sum may only not exceed the whole.
    pub complete: bool,
}

/// Finds them.
#[must_use]
pub fn unequal(version: u64, series: &Series) -> Vec<Unequal> {
    let whole = |period| {
        let found = series
            .cells
            .iter()
            .find(|cell| cell.period == period && cell.region.is_none() && cell.activity.is_none());
        found.map(|cell| cell.value)
    };
    let mut periods: Vec<Period> = series.cells.iter().map(|cell| cell.period).collect();
    periods.dedup();
    let mut found = Vec::new();
    // Whoever counts elsewhere has injuries of which no section is known: the parts never come to the whole.
    if series.is_reference() {
        return found;
    }
    for period in periods {
        let Some(whole) = whole(period) else { continue };
        let of_period = || series.cells.iter().filter(move |cell| cell.period == period);
        let by_region = of_period().filter(|cell| cell.region.is_some() && cell.activity.is_none());
        let by_section = of_period().filter(|cell| {
            let is_section = cell
                .activity
                .is_some_and(|activity| activity.level() == ActivityLevel::Section);
            cell.region.is_none() && is_section
        });
        let by_region: Vec<u64> = by_region.map(|cell| cell.value).collect();
        let by_section: Vec<u64> = by_section.map(|cell| cell.value).collect();
        for (parts, values, all) in [
            ("region", by_region, Region::ALL.len()),
            // Households and international bodies (T, U) are seldom counted.
            ("section", by_section, 19),
        ] {
            let sum = values.iter().sum();
            let complete = values.len() >= all;
            if !values.is_empty() && (sum > whole || (complete && sum != whole)) {
                found.push(Unequal {
                    series: format!("{}@{version}", series.id),
                    period,
                    parts,
                    sum,
                    whole,
                    given: values.len(),
                    complete,
                });
            }
        }
    }
    found
}
