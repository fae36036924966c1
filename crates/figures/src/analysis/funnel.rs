//! Regions, activities or sites beside each other: who stands out, and what of their order is established.

use saqta_statistics::funnel::{self, Dispersion, Overdispersion, Position, Unit, Winsorise};
use saqta_statistics::{Expected, InputError, Level, Observed, multiple, ranks, standardise};
use serde::Serialize;

/// A unit to be set beside others.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its code.
    pub code: String,
    /// What was counted.
    pub count: u64,
    /// What it was counted over, above 0.
    pub exposure: f64,
}

/// Units beside each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Beside {
    /// The rate of all units together: what each would have if they were alike.
    pub rate: f64,
    /// The units, the highest rate first.
    pub units: Vec<Standing>,
    /// Variance over that of chance alone; about 1 where there is chance alone.
    pub phi: f64,
    /// Variance between units of the root of the ratio (additive model).
    pub tau_squared: f64,
    /// The probability of so large a phi by chance alone.
    pub phi_p: f64,
    /// Whether the limits are widened by the units' own differences.
    pub widened: bool,
}

/// One unit beside the others.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// Its code.
    pub code: String,
    /// What was counted.
    pub count: u64,
    /// What it was counted over.
    pub exposure: f64,
    /// Its rate.
    pub rate: f64,
    /// What it would have counted with everybody's rate.
    pub expected: f64,
    /// Observed over expected.
    pub ratio: f64,
    /// Exact (Garwood) limits of the ratio at the level asked for.
    pub ratio_lower: f64,
    /// The upper one.
    pub ratio_upper: f64,
    /// Funnel limits of the ratio at 95 %: lower, upper. Exact where the limits are not widened: they agree with `p`, and
    /// `position` goes by them.
    pub limits_95: (f64, f64),
    /// Funnel limits of the ratio at 99.8 %: lower, upper.
    pub limits_998: (f64, f64),
    /// The limits of chance alone at 95 % as Spiegelhalter (2005) interpolates them between whole counts: to compare with
    /// charts drawn elsewhere; nothing is judged by them. Never widened.
    pub interpolated_95: (f64, f64),
    /// The same at 99.8 %.
    pub interpolated_998: (f64, f64),
    /// `far-below`, `below`, `within`, `above` or `far-above` the funnel's limits.
    pub position: &'static str,
    /// Two-sided p-value of a unit like all others.
    pub p: f64,
    /// The same, adjusted for having looked at all units (Benjamini and Hochberg).
    pub p_adjusted: f64,
    /// Its place by rate as observed, 1 the highest.
    pub place: usize,
    /// The highest place that it could truly take, all places holding together at the level.
    pub place_highest: usize,
    /// The lowest.
    pub place_lowest: usize,
}

/// Sets units beside each other. With `widen`, the funnel's limits allow for differences that nobody measured.
///
/// # Errors
/// [`InputError`] for an exposure that is not above 0.
pub fn beside(given: &[Given], widen: bool, level: Level) -> Result<Beside, InputError> {
    let observed: Vec<Observed> = given
        .iter()
        .map(|unit| Observed::new(unit.count, unit.exposure))
        .collect::<Result<_, _>>()?;
    let (count, exposure) = given.iter().fold((0, 0.0), |(count, exposure), unit| {
        (count + unit.count, exposure + unit.exposure)
    });
    #[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
    let rate = if given.is_empty() {
        0.0
    } else {
        count as f64 / exposure
    };
    if count == 0 {
        return Ok(Beside {
            rate,
            units: Vec::new(),
            phi: 0.0,
            tau_squared: 0.0,
            phi_p: 1.0,
            widened: false,
        });
    }
    let units: Vec<Unit> = given
        .iter()
        .map(|unit| {
            Ok(Unit {
                observed: unit.count,
                expected: Expected::new(unit.exposure * rate)?,
            })
        })
        .collect::<Result<_, InputError>>()?;
    let Overdispersion { phi, tau_squared, p } = funnel::overdispersion(&units, Winsorise::TENTH);
    let widened = widen && tau_squared > 0.0;
    let dispersion = if widened {
        Dispersion::Additive { tau_squared }
    } else {
        Dispersion::Poisson
    };
    let points = funnel::funnel(&units, dispersion);
    let p_values: Vec<f64> = points.iter().map(|point| point.p).collect();
    let adjusted = multiple::benjamini_hochberg(&p_values)?;
    let ranking = ranks::rank(&observed, level);
    let mut standings: Vec<Standing> = given
        .iter()
        .zip(&points)
        .zip(adjusted)
        .zip(ranking.places())
        .map(|(((given, point), p_adjusted), place)| {
            let expected = point.unit.expected.value();
            let sir = standardise::indirect(given.count, expected, level);
            Standing {
                code: given.code.clone(),
                count: given.count,
                exposure: given.exposure,
                rate: point.ratio * rate,
                expected,
                ratio: point.ratio,
                ratio_lower: sir.interval.lower,
                ratio_upper: sir.interval.upper,
                limits_95: (point.limits_95.lower, point.limits_95.upper),
                limits_998: (point.limits_998.lower, point.limits_998.upper),
                interpolated_95: interpolated(point.unit, Level::P95),
                interpolated_998: interpolated(point.unit, Level::P998),
                position: word(point.position),
                p: point.p,
                p_adjusted,
                place: place.observed,
                place_highest: place.highest,
                place_lowest: place.lowest,
            }
        })
        .collect();
    standings.sort_by(|one, other| {
        other
            .ratio
            .total_cmp(&one.ratio)
            .then_with(|| one.code.cmp(&other.code))
    });
    Ok(Beside {
        rate,
        units: standings,
        phi,
        tau_squared,
        phi_p: p,
        widened,
    })
}

fn interpolated(unit: Unit, level: Level) -> (f64, f64) {
    let limits = funnel::interpolated_limits(unit.expected, level);
    (limits.lower, limits.upper)
}

fn word(position: Position) -> &'static str {
    match position {
        Position::FarBelow => "far-below",
        Position::Below => "below",
        Position::Within => "within",
        Position::Above => "above",
        Position::FarAbove => "far-above",
    }
}
