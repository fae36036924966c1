//! Standardisation: a rate as it would be if the mix of activities, ages or regions were that of a reference.
//!
//! The cast: **indirect** standardisation sets what was observed against what the reference's rates would lead one to
//! expect ([`Sir`]); **direct** standardisation weighs the rates of **strata** ([`Stratum`]) by their shares of the
//! reference ([`DirectRate`]). Use the indirect one where strata hold few events.

use thiserror::Error;

use crate::poisson::{self, Method};
use crate::special::gamma;
use crate::{Interval, Level, Observed};

/// A standardised incidence ratio: observed over expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sir {
    /// How many events there were.
    pub observed: u64,
    /// How many the reference's rates lead one to expect.
    pub expected: f64,
    /// Observed over expected.
    pub ratio: f64,
    /// Exact (Garwood) limits of the ratio.
    pub interval: Interval,
    /// Exact two-sided p-value of a ratio of 1: twice the smaller Poisson tail, at most 1. It is below 1 − level just
    /// where the interval leaves out 1.
    pub p: f64,
}

/// Indirect standardisation: the SIR with its exact interval and p-value. The expected number is taken as known.
///
/// An expected number of 0 gives an infinite ratio (not a number if nothing was observed either); one that is negative
/// or not a number gives no numbers at all.
///
/// Source: N. E. Breslow and N. E. Day, "Statistical Methods in Cancer Research II" (1987), section 2.3.
#[must_use]
pub fn indirect(observed: u64, expected: f64, level: Level) -> Sir {
    let expected = if expected >= 0.0 { expected } else { f64::NAN };
    let mean = poisson::interval(observed, level, Method::Garwood);
    Sir {
        observed,
        expected,
        ratio: observed as f64 / expected,
        interval: Interval {
            lower: mean.lower / expected,
            upper: mean.upper / expected,
        },
        p: if expected.is_nan() {
            f64::NAN
        } else {
            poisson::two_sided(observed, expected)
        },
    }
}

/// One part of a population, with its weight in the reference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    observed: Observed,
    weight: f64,
}

/// Strata that no rate can be standardised over.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum StrataError {
    /// A weight that is not positive and finite.
    #[error("a weight must be positive and finite, not {0}")]
    Weight(f64),
    /// No stratum at all.
    #[error("no strata")]
    None,
}

impl Stratum {
    /// A stratum's events over its exposure, and how much of the reference it stands for (workers of the reference,
    /// or a share: only the proportions of the weights matter).
    ///
    /// # Errors
    /// [`StrataError::Weight`] unless the weight is positive and finite.
    pub fn new(observed: Observed, weight: f64) -> Result<Self, StrataError> {
        if weight > 0.0 && weight.is_finite() {
            Ok(Stratum { observed, weight })
        } else {
            Err(StrataError::Weight(weight))
        }
    }
}

/// A directly standardised rate, per unit of exposure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DirectRate {
    /// All events over all exposure, weights apart.
    pub crude: f64,
    /// The weighted mean of the strata's rates.
    pub rate: f64,
    /// Limits of the standardised rate, by the gamma method.
    pub interval: Interval,
}

/// Direct standardisation with the gamma interval, which holds the rate at least as often as its level says in every
/// case that has been tried, however few the events. With one stratum it is Garwood's.
///
/// # Errors
/// [`StrataError::None`] if there is no stratum.
///
/// Source: M. P. Fay and E. J. Feuer, "Confidence intervals for directly standardized rates: a method based on the
/// gamma distribution", Statistics in Medicine 16 (1997) 791–801.
pub fn direct(strata: &[Stratum], level: Level) -> Result<DirectRate, StrataError> {
    if strata.is_empty() {
        return Err(StrataError::None);
    }
    let whole: f64 = strata.iter().map(|stratum| stratum.weight).sum();
    let (mut rate, mut variance, mut heaviest) = (0.0, 0.0, 0.0_f64);
    for Stratum { observed, weight } in strata {
        let per_event = weight / whole / observed.exposure();
        rate += per_event * observed.count() as f64;
        variance += per_event * per_event * observed.count() as f64;
        heaviest = heaviest.max(per_event);
    }
    let events: f64 = strata.iter().map(|stratum| stratum.observed.count() as f64).sum();
    let exposure: f64 = strata.iter().map(|stratum| stratum.observed.exposure()).sum();
    Ok(DirectRate {
        crude: events / exposure,
        rate,
        interval: Interval {
            lower: if events == 0.0 {
                0.0
            } else {
                variance / rate * gamma::lower_quantile(rate * rate / variance, level.tail())
            },
            upper: {
                // As if one more event came where it weighs most.
                let (rate, variance) = (rate + heaviest, variance + heaviest * heaviest);
                variance / rate * gamma::upper_quantile(rate * rate / variance, level.tail())
            },
        },
    })
}
