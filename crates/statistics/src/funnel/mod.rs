//! The funnel: which units stand out from the rest by more than their size explains.
//!
//! The cast: a **unit** ([`Unit`]), such as a region or a hospital, with what was observed and what was expected; its
//! **ratio** of the two; **limits** ([`limits`]) within which the ratio of a unit like all others lies, narrow for the
//! large and wide for the small; **over-dispersion** ([`overdispersion`]), where units differ by more than chance for
//! reasons nobody measured, which widens the limits ([`Dispersion`]).
//!
//! Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24
//! (2005) 1185–1202. Over-dispersion is measured on the scale of square roots, on which a Poisson count has the same
//! variance whatever its mean: z = 2(√observed − √expected).

mod dispersion;
mod exact;

pub use dispersion::{Overdispersion, Winsorise, overdispersion};
pub use exact::interpolated_limits;

use crate::special::normal;
use crate::{Expected, Interval, Level, poisson};

/// What was observed in a unit, and what was expected there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// How many events there were.
    pub observed: u64,
    /// How many the reference's rates lead one to expect.
    pub expected: Expected,
}

impl Unit {
    /// Observed over expected.
    #[must_use]
    pub fn ratio(self) -> f64 {
        self.observed as f64 / self.expected.value()
    }

    /// How many standard deviations the root of the count is from that of the expected number, chance alone.
    fn z(self) -> f64 {
        2.0 * (libm::sqrt(self.observed as f64) - libm::sqrt(self.expected.value()))
    }
}

/// How much more than chance makes units differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dispersion {
    /// Chance alone: limits and p-values are exact.
    Poisson,
    /// Standard deviations are multiplied by the root of `phi` (at least 1; anything less counts as 1).
    Multiplicative {
        /// The variance over that of chance alone.
        phi: f64,
    },
    /// Units have ratios of their own, whose roots scatter with this variance (at least 0; anything less counts as 0).
    /// It spares large units from standing out by virtue of their size.
    Additive {
        /// The variance between units of the root of the ratio.
        tau_squared: f64,
    },
}

impl Dispersion {
    /// The standard deviation of the root of a unit's ratio; that of chance alone is 1 / (2√expected).
    fn deviation(self, expected: Expected) -> f64 {
        let chance = 0.25 / expected.value();
        libm::sqrt(match self {
            Dispersion::Poisson => chance,
            Dispersion::Multiplicative { phi } => chance * phi.max(1.0),
            Dispersion::Additive { tau_squared } => chance + tau_squared.max(0.0),
        })
    }
}

/// The limits of the ratio for a unit of which so many events are expected.
///
/// Exact for [`Dispersion::Poisson`]: a unit is above the upper limit just if the probability of its count or more is
/// below half of what the level leaves out, and below the lower limit likewise, so that limits, p-values and Garwood's
/// interval agree. Between whole counts they follow the gamma distribution. A lower limit of 0 means that no count is
/// too low. With over-dispersion they are normal on the scale of square roots.
#[must_use]
pub fn limits(expected: Expected, level: Level, dispersion: Dispersion) -> Interval {
    if dispersion == Dispersion::Poisson {
        return exact::limits(expected, level);
    }
    let reach = level.z() * dispersion.deviation(expected);
    let (lower, upper) = ((1.0 - reach).max(0.0), 1.0 + reach);
    Interval {
        lower: lower * lower,
        upper: upper * upper,
    }
}

/// Where a unit stands in the funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Position {
    /// Below the lower limit at 99.8 %.
    FarBelow,
    /// Below the lower limit at 95 %.
    Below,
    /// Within the limits at 95 %.
    Within,
    /// Above the upper limit at 95 %.
    Above,
    /// Above the upper limit at 99.8 %.
    FarAbove,
}

/// A unit in the funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The unit.
    pub unit: Unit,
    /// Observed over expected.
    pub ratio: f64,
    /// Limits of the ratio at 95 %.
    pub limits_95: Interval,
    /// Limits of the ratio at 99.8 %.
    pub limits_998: Interval,
    /// Where the ratio is among the limits.
    pub position: Position,
    /// Two-sided p-value of a unit like all others: twice the smaller Poisson tail for [`Dispersion::Poisson`], normal
    /// on the scale of square roots otherwise. Adjust it ([`crate::multiple`]) before naming one among many.
    pub p: f64,
}

/// Puts units into the funnel, in the order given.
#[must_use]
pub fn funnel(units: &[Unit], dispersion: Dispersion) -> Vec<Point> {
    units.iter().map(|unit| point(*unit, dispersion)).collect()
}

fn point(unit: Unit, dispersion: Dispersion) -> Point {
    let ratio = unit.ratio();
    let limits_95 = limits(unit.expected, Level::P95, dispersion);
    let limits_998 = limits(unit.expected, Level::P998, dispersion);
    let position = if ratio > limits_998.upper {
        Position::FarAbove
    } else if ratio > limits_95.upper {
        Position::Above
    } else if ratio < limits_998.lower {
        Position::FarBelow
    } else if ratio < limits_95.lower {
        Position::Below
    } else {
        Position::Within
    };
    Point {
        unit,
        ratio,
        limits_95,
        limits_998,
        position,
        p: p_value(unit, dispersion),
    }
}

fn p_value(unit: Unit, dispersion: Dispersion) -> f64 {
    if dispersion == Dispersion::Poisson {
        poisson::two_sided(unit.observed, unit.expected.value())
    } else {
        normal::two_sided((libm::sqrt(unit.ratio()) - 1.0) / dispersion.deviation(unit.expected))
    }
}
