//! Regions with the mix of activities set right: would a region of mines be high if it had the country's mix?
//!
//! The cast: the **standard** is the country, by its workers in each activity ([`Standard`]); **direct** standardisation
//! weighs a region's own rates by those workers (Fay and Feuer's interval); **indirect** standardisation asks how many
//! injuries the country's rates lead one to expect of the region's workers (the SIR, with its exact interval). Use the
//! indirect one where activities hold few injuries.
//!
//! Both need to know how many work in each activity of each region. Where a series does not say so, the region's figure is
//! unknown, and the answer names what is missing; nothing is guessed from the country's mix.

use saqta_domain::activity::{Activity, Level as ActivityLevel};
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_statistics::standardise::{self, Stratum};
use saqta_statistics::{Level, Observed, multiple};
use serde::Serialize;

use crate::cross::{self, Dimension, Filter, Question};
use crate::measure::{Denominator, Exposures, Limits, Measure};
use crate::register::Register;

/// Above this adjusted p-value a region is not told from the country.
const ESTABLISHED: f64 = 0.05;

/// How the mix is set right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The region's rates over the standard's workers.
    Direct,
    /// The standard's rates over the region's workers.
    Indirect,
}

/// What to standardise.
#[derive(Clone, Debug)]
pub struct Request {
    /// Over which months.
    pub period: Period,
    /// Which injuries, of the whole country; the period is added.
    pub filter: Filter,
    /// How.
    pub method: Method,
    /// At which level activities are told apart.
    pub by: ActivityLevel,
    /// What is counted, and per how many workers; one over persons.
    pub measure: Measure,
    /// The series that says how many work in each activity of each region.
    pub denominator: SeriesId,
    /// The series that says how many work in each activity of the country, the standard.
    pub standard: SeriesId,
    /// The coverage of the intervals.
    pub level: Level,
}

/// Regions with the mix of activities set right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standardised {
    /// Over which months; rates are of these, not annualised.
    pub period: Period,
    /// `direct` or `indirect`.
    pub method: &'static str,
    /// What tells the strata apart: `section`, `division`.
    pub by: String,
    /// What is counted.
    pub measure: Measure,
    /// How many workers the rates are per.
    pub per: f64,
    /// The series that says how many work in each region's strata.
    pub denominator: Option<Denominator>,
    /// The country, to which everything is set right.
    pub standard: Standard,
    /// The regions, in the order of their codes.
    pub regions: Vec<Placed>,
}

/// The standard: the country's workers, activity by activity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standard {
    /// The series that says how many they are.
    pub denominator: Option<Denominator>,
    /// Its rate in all strata together.
    pub crude: Option<f64>,
    /// Its strata.
    pub strata: Vec<StandardStratum>,
}

/// One activity of the country.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StandardStratum {
    /// The activity.
    pub code: String,
    /// Its workers.
    pub exposure: f64,
    /// Its injuries.
    pub count: u64,
    /// Its rate.
    pub rate: f64,
}

/// A region's figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Placed {
    /// The region.
    pub code: String,
    /// Injuries in the strata.
    pub count: u64,
    /// Injuries whose activity is not known, or known less deeply than the strata, or has no workers by the standard: they
    /// are in no figure.
    pub unplaced: u64,
    /// Strata whose workers no series gives; where there is one, nothing can be said.
    pub missing: Vec<String>,
    /// The figure; none where it is unknown.
    #[serde(flatten)]
    pub figure: Option<Figure>,
}

/// What a region comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Figure {
    /// With the country's mix of activities.
    Direct {
        /// The rate as it is.
        crude: f64,
        /// The rate as it would be.
        rate: f64,
        /// Its limits (Fay and Feuer).
        #[serde(flatten)]
        limits: Limits,
    },
    /// Beside what the country's rates lead one to expect.
    Indirect {
        /// How many are expected.
        expected: f64,
        /// Observed over expected: the SIR.
        ratio: f64,
        /// Its exact limits (Garwood).
        #[serde(flatten)]
        limits: Limits,
        /// Two-sided p-value of a region like the country.
        p: f64,
        /// The same, adjusted for having looked at all regions (Benjamini and Hochberg).
        p_adjusted: f64,
        /// Whether the region differs by more than chance: the adjusted p-value is below 5 %.
        is_established: bool,
    },
}

/// Why nothing can be standardised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// No stratum has workers in the standard.
    #[error("the series does not say how many work in each activity of the country in that period")]
    Standard,
    /// No region has them.
    #[error("the series does not say how many work in each activity of any region in that period")]
    Regions,
}

/// Standardises.
///
/// # Errors
/// [`Unknown`] where no series says how many work in the strata.
pub fn standardise(
    register: &Register,
    exposures: &Exposures,
    request: &Request,
) -> Result<Standardised, Unknown> {
    let counts = Counts::of(register, request);
    let strata = standard(exposures, request, &counts);
    if strata.is_empty() {
        return Err(Unknown::Standard);
    }
    let mut regions: Vec<Placed> = Region::ALL
        .iter()
        .map(|region| placed(exposures, request, &counts, &strata, *region))
        .collect();
    if regions.iter().all(|region| region.missing.len() == strata.len()) {
        return Err(Unknown::Regions);
    }
    adjust(&mut regions);
    let (count, exposure) = strata.iter().fold((0, 0.0), |(count, exposure), (_, stratum)| {
        (count + stratum.count, exposure + stratum.exposure)
    });
    Ok(Standardised {
        period: request.period,
        method: match request.method {
            Method::Direct => "direct",
            Method::Indirect => "indirect",
        },
        by: Dimension::Activity(request.by).to_string(),
        measure: request.measure,
        per: request.measure.per(),
        denominator: exposures.denominator(&request.denominator),
        standard: Standard {
            denominator: exposures.denominator(&request.standard),
            crude: Observed::new(count, exposure)
                .ok()
                .map(|observed| observed.rate() * request.measure.per()),
            strata: strata.into_iter().map(|(_, stratum)| stratum).collect(),
        },
        regions,
    })
}

/// The register's counts by region and stratum.
struct Counts {
    cells: Vec<(Option<String>, Option<String>, u64)>,
}

impl Counts {
    fn of(register: &Register, request: &Request) -> Self {
        let question = Question {
            filter: request.filter.clone().within(request.period),
            by: vec![Dimension::Region, Dimension::Activity(request.by)],
        };
        let cells = cross::count(register, &question).into_iter().filter_map(|cell| {
            let count = request.measure.count(&cell.tally);
            let [region, stratum] = <[Option<String>; 2]>::try_from(cell.key).ok()?;
            Some((region, stratum, count))
        });
        Self {
            cells: cells.collect(),
        }
    }

    /// Of a region, or of the whole country; in a stratum, or in all of it.
    fn sum(&self, region: Option<Region>, stratum: Option<&str>) -> u64 {
        let wanted = self.cells.iter().filter(|(of, code, _)| {
            region.is_none_or(|region| of.as_deref() == Some(region.code()))
                && stratum.is_none_or(|stratum| code.as_deref() == Some(stratum))
        });
        wanted.map(|(_, _, count)| count).sum()
    }
}

/// The strata that have workers in the country.
fn standard(exposures: &Exposures, request: &Request, counts: &Counts) -> Vec<(Activity, StandardStratum)> {
    let known = exposures.activities(&request.standard, request.by);
    let strata = known.into_iter().filter_map(|activity| {
        let exposure = exposures.find(&request.standard, request.period, None, Some(activity))?;
        let code = String::from(activity);
        let count = counts.sum(None, Some(&code));
        let observed = Observed::new(count, exposure.value).ok()?;
        let stratum = StandardStratum {
            code,
            exposure: exposure.value,
            count,
            rate: observed.rate() * request.measure.per(),
        };
        Some((activity, stratum))
    });
    strata.collect()
}

fn placed(
    exposures: &Exposures,
    request: &Request,
    counts: &Counts,
    strata: &[(Activity, StandardStratum)],
    region: Region,
) -> Placed {
    let Request {
        denominator, period, ..
    } = request;
    let mut parts = Vec::new();
    let mut missing = Vec::new();
    let mut placed = 0;
    for (activity, standard) in strata {
        let count = counts.sum(Some(region), Some(&standard.code));
        placed += count;
        let found = exposures.find(denominator, *period, Some(region), Some(*activity));
        // Nobody works there, nobody was hurt there: nothing is expected, and there is no rate to be weighed.
        let is_nobody =
            count == 0 && exposures.is_nobody(denominator, *period, Some(region), Some(*activity));
        match found {
            Some(exposure) => parts.push((count, exposure.value, standard)),
            None if is_nobody && request.method == Method::Indirect => {}
            None => missing.push(standard.code.clone()),
        }
    }
    let figure = missing.is_empty().then(|| figure(request, &parts)).flatten();
    Placed {
        code: region.code().to_owned(),
        count: placed,
        unplaced: counts.sum(Some(region), None) - placed,
        missing,
        figure,
    }
}

fn figure(request: &Request, parts: &[(u64, f64, &StandardStratum)]) -> Option<Figure> {
    let (per, level) = (request.measure.per(), request.level);
    let limits = |lower: f64, upper: f64| Limits {
        lower,
        upper,
        level: level.value(),
    };
    if request.method == Method::Direct {
        let strata: Option<Vec<Stratum>> = parts
            .iter()
            .map(|(count, exposure, standard)| {
                Stratum::new(Observed::new(*count, *exposure).ok()?, standard.exposure).ok()
            })
            .collect();
        let direct = standardise::direct(&strata?, level).ok()?;
        return Some(Figure::Direct {
            crude: direct.crude * per,
            rate: direct.rate * per,
            limits: limits(direct.interval.lower * per, direct.interval.upper * per),
        });
    }
    let count = parts.iter().map(|(count, _, _)| count).sum();
    let expected: f64 = parts
        .iter()
        .map(|(_, exposure, standard)| exposure * standard.rate / per)
        .sum();
    // Where the country counted nobody, there is nothing to compare with.
    (expected > 0.0).then(|| {
        let sir = standardise::indirect(count, expected, level);
        Figure::Indirect {
            expected,
            ratio: sir.ratio,
            limits: limits(sir.interval.lower, sir.interval.upper),
            p: sir.p,
            p_adjusted: sir.p,
            is_established: false,
        }
    })
}

fn adjust(regions: &mut [Placed]) {
    let p_of = |region: &Placed| match region.figure {
        Some(Figure::Indirect { p, .. }) => Some(p),
        _ => None,
    };
    let p_values: Vec<f64> = regions.iter().filter_map(p_of).collect();
    let adjusted = multiple::benjamini_hochberg(&p_values).unwrap_or(p_values);
    let figures = regions.iter_mut().filter_map(|region| match &mut region.figure {
        Some(Figure::Indirect {
            p_adjusted,
            is_established,
            ..
        }) => Some((p_adjusted, is_established)),
        _ => None,
    });
    for ((p_adjusted, is_established), adjusted) in figures.zip(adjusted) {
        *p_adjusted = adjusted;
        *is_established = adjusted < ESTABLISHED;
    }
}
