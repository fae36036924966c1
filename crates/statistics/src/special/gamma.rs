//! The regularised incomplete gamma functions and their inverses: the tails of the gamma and the Poisson
//! distributions.
//!
//! Sources: the series and the continued fraction of Abramowitz and Stegun 6.5.29 and 6.5.31, the latter by Lentz's
//! method (Thompson and Barnett 1986).

use super::{Tails, density, normal};
use crate::root;

/// Terms needed near the middle of a distribution grow with the root of its shape: enough for a shape of 1e11.
const MOST_TERMS: u32 = 4_000_000;

/// Where the shape is so large that Wilson and Hilferty's cube root gives quantiles to the last digit, and tails to
/// nine.
pub(crate) const LARGE_SHAPE: f64 = 1e10;

/// P(shape, x) and Q(shape, x): the probability that a gamma variable of this shape is below, or above, x. For
/// shape > 0 and x ≥ 0.
pub(crate) fn tails(shape: f64, x: f64) -> Tails {
    if x <= 0.0 {
        return Tails::from_lower(0.0);
    }
    if x == f64::INFINITY {
        return Tails::from_upper(0.0);
    }
    if shape > LARGE_SHAPE {
        return Tails::from_upper(normal::upper_tail(wilson_hilferty_score(shape, x)));
    }
    let leading = density::poisson(shape, x);
    if x < shape + 1.0 {
        Tails::from_lower(leading * series(shape, x))
    } else {
        Tails::from_upper(leading * shape * continued_fraction(shape, x))
    }
}

/// 1 + x/(a+1) + x²/((a+1)(a+2)) + …
fn series(shape: f64, x: f64) -> f64 {
    let (mut sum, mut term, mut below) = (1.0, 1.0, shape);
    for _ in 0..MOST_TERMS {
        below += 1.0;
        term *= x / below;
        sum += term;
        if term < sum * f64::EPSILON / 8.0 {
            break;
        }
    }
    sum
}

/// 1/(x + 1 − a − (1 − a)/(x + 3 − a − …)), x at least a + 1.
fn continued_fraction(shape: f64, x: f64) -> f64 {
    let mut below = x + 1.0 - shape;
    let mut upward = 1e300;
    let mut downward = below.recip();
    let mut value = downward;
    for term in 1..MOST_TERMS {
        let index = f64::from(term);
        let above = -index * (index - shape);
        below += 2.0;
        downward = (above * downward + below).recip();
        upward = below + above / upward;
        let factor = upward * downward;
        value *= factor;
        if (factor - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    value
}

/// The x below which a gamma variable of this shape lies with probability `lower`. For shape > 0, 0 < lower < 1.
pub(crate) fn lower_quantile(shape: f64, lower: f64) -> f64 {
    let guess = wilson_hilferty(shape, -normal::upper_quantile(lower));
    if shape > LARGE_SHAPE {
        return guess;
    }
    root::of_rising(guess, |x| libm::log(tails(shape, x).lower / lower))
}

/// The x above which a gamma variable of this shape lies with probability `upper`. For shape > 0, 0 < upper < 1.
pub(crate) fn upper_quantile(shape: f64, upper: f64) -> f64 {
    let guess = wilson_hilferty(shape, normal::upper_quantile(upper));
    if shape > LARGE_SHAPE {
        return guess;
    }
    root::of_rising(guess, |x| -libm::log(tails(shape, x).upper / upper))
}

/// A first guess at the quantile z standard deviations from the middle (Wilson and Hilferty 1931), kept positive.
fn wilson_hilferty(shape: f64, z: f64) -> f64 {
    let root = 1.0 - 1.0 / (9.0 * shape) + z / (3.0 * libm::sqrt(shape));
    shape * (root * root * root).max(1e-3)
}

/// How many standard deviations from the middle x is, by the same cube root.
fn wilson_hilferty_score(shape: f64, x: f64) -> f64 {
    3.0 * libm::sqrt(shape) * (libm::cbrt(x / shape) - 1.0 + 1.0 / (9.0 * shape))
}
