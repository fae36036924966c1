//! Standardisation: a rate as it would be if the mix of activities, ages or regions were that of a reference.
//!
//! The cast: **indirect** standardisation sets what was observed against what the reference's rates would lead one to
//! expect ([`Sir`]).

use crate::poisson::{self, Method};
use crate::{Interval, Level};

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
