//! The regularised incomplete beta function: the tails of the binomial and the negative binomial distributions.
//!
//! Source: the continued fraction of Abramowitz and Stegun 26.5.8, by Lentz's method; its leading factor is a
//! binomial density.

use super::{Tails, density};

const MOST_TERMS: u32 = 4_000_000;

/// A probability with its complement, so that neither loses digits when it is small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Chance {
    pub(crate) success: f64,
    pub(crate) failure: f64,
}

impl Chance {
    fn opposite(self) -> Chance {
        Chance {
            success: self.failure,
            failure: self.success,
        }
    }
}

/// The probability of k successes in n trials.
pub(crate) fn binomial_density(k: u64, n: u64, chance: Chance) -> f64 {
    if k > n {
        return 0.0;
    }
    density::binomial(k as f64, n as f64, chance.success, chance.failure)
}

/// The probability of at most k successes in n trials.
pub(crate) fn binomial_at_most(k: u64, n: u64, chance: Chance) -> f64 {
    if k >= n { 1.0 } else { tails(k, n, chance).lower }
}

/// The probability of at least k successes in n trials.
pub(crate) fn binomial_at_least(k: u64, n: u64, chance: Chance) -> f64 {
    if k == 0 {
        1.0
    } else if k > n {
        0.0
    } else {
        tails(k - 1, n, chance).upper
    }
}

/// P(X ≤ k) and P(X > k) for k < n.
fn tails(k: u64, n: u64, chance: Chance) -> Tails {
    regularised(k as f64 + 1.0, (n - k) as f64, chance).swapped()
}

/// I_x(a, b), x being the chance of success, as the lower tail; a and b positive, whole or not.
pub(crate) fn regularised(a: f64, b: f64, chance: Chance) -> Tails {
    // The fraction converges quickly on that side of the middle where its value is the small one.
    if a > (a + b) * chance.success {
        Tails::from_lower(small_side(a, b, chance))
    } else {
        Tails::from_upper(small_side(b, a, chance.opposite()))
    }
}

fn small_side(a: f64, b: f64, chance: Chance) -> f64 {
    let leading = density::binomial(a, a + b, chance.success, chance.failure) * b / (a + b);
    leading * continued_fraction(a, b, chance.success)
}

fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut upward = 1.0;
    let mut downward = (1.0 - (a + b) * x / (a + 1.0)).recip();
    let mut value = downward;
    for term in 1..MOST_TERMS {
        let m = f64::from(term);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        downward = (1.0 + even * downward).recip();
        upward = 1.0 + even / upward;
        value *= downward * upward;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        downward = (1.0 + odd * downward).recip();
        upward = 1.0 + odd / upward;
        let factor = downward * upward;
        value *= factor;
        if (factor - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    value
}
