//! Two rates side by side: is the fall of 17 % more than chance?
//!
//! The cast: two [`Observed`] counts over their exposures; the **ratio** of their rates, the first over the second,
//! with its score interval; four **p-values** of the hypothesis that the rates are equal, since none is best
//! everywhere:
//!
//! - *exact conditional*: given the total, the first count is binomial; never too small, often too large
//!   (J. Przyborowski and H. Wilenski, Biometrika 31 (1940) 313–323);
//! - *mid-P*: the same less half the probability of the observed split;
//! - *E-test*: over both counts, the rate estimated from the pooled data; close to its nominal size (K. Krishnamoorthy
//!   and J. Thomson, Journal of Statistical Planning and Inference 119 (2004) 23–35);
//! - *score*: the normal approximation that the interval of the ratio inverts, so that the two agree (K. Gu,
//!   H. K. T. Ng, M. L. Tang and W. R. Schucany, Biometrical Journal 50 (2008) 283–298).

mod conditional;
mod e_test;
mod score;

pub use e_test::{Statistic, e_test};

use crate::{Level, Observed};

/// Two-sided p-values of the hypothesis that two rates are equal. All are 1 where neither side has an event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PValues {
    /// Binomial, given the total: the probability of all splits that are at most as likely as the observed one.
    pub exact_conditional: f64,
    /// [`PValues::exact_conditional`] less half the probability of the observed split.
    pub mid_p: f64,
    /// The E-test with the score statistic ([`Statistic::Score`]).
    pub e_test: f64,
    /// Normal, with the variance under the hypothesis.
    pub score: f64,
}

/// What two rates say about each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The first rate over the second: 0 where the first has no event, infinite where the second has none, not a
    /// number where neither has.
    pub ratio: f64,
    /// The lower limit of the score interval; 0 where the first side has no event.
    pub ratio_lower: f64,
    /// The upper limit; infinite where the second side has no event.
    pub ratio_upper: f64,
    /// Whether the rates could be equal.
    pub p: PValues,
}

/// Compares two rates.
///
/// Accuracy: 1e-11 relative for p-values above 1e-280 and counts to ten million. Time: in proportion to the root of
/// the larger count; see [`e_test`] for the slowest part.
#[must_use]
pub fn compare(first: Observed, second: Observed, level: Level) -> Comparison {
    let interval = score::interval(first, second, level);
    let conditional = conditional::test(first, second);
    Comparison {
        ratio: first.rate() / second.rate(),
        ratio_lower: interval.lower,
        ratio_upper: interval.upper,
        p: PValues {
            exact_conditional: conditional.exact,
            mid_p: conditional.mid_p,
            e_test: e_test(first, second, Statistic::Score),
            score: score::p_value(first, second),
        },
    }
}

/// The exact conditional p-value of the hypothesis that the first rate is at most the second: small where the first is
/// higher. One-sided.
#[must_use]
pub fn p_of_higher(first: Observed, second: Observed) -> f64 {
    conditional::p_of_higher(first, second)
}
