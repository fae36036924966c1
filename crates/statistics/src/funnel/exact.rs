//! Limits of a Poisson count with a known mean.

use crate::root;
use crate::special::gamma;
use crate::{Expected, Interval, Level, poisson};

/// The limits between which a count is not too rare, carried on between the whole numbers.
pub(super) fn limits(expected: Expected, level: Level) -> Interval {
    let (mean, tail) = (expected.value(), level.tail());
    // P(X ≥ c) = P(c, mean) and P(X ≤ c) = Q(c + 1, mean), for any c and not just whole ones.
    let upper = root::of_rising(mean, |count| -libm::log(gamma::tails(count, mean).lower / tail));
    let lower = if gamma::tails(1.0, mean).upper >= tail {
        0.0
    } else {
        root::of_rising(mean, |next| libm::log(gamma::tails(next, mean).upper / tail)) - 1.0
    };
    Interval { lower, upper }.scaled(1.0 / mean)
}

/// The limits of the ratio as Spiegelhalter's appendix of 2005 interpolates them: a whole count less the part of
/// its probability that is too much. A count may be just outside of them and yet have a tail larger than the level
/// leaves out; [`super::limits`] is used to judge, these to compare with charts drawn elsewhere.
#[must_use]
pub fn interpolated_limits(expected: Expected, level: Level) -> Interval {
    let mean = expected.value();
    Interval {
        lower: interpolated(mean, level.tail()).max(0.0),
        upper: interpolated(mean, 1.0 - level.tail()),
    }
    .scaled(1.0 / mean)
}

fn interpolated(mean: f64, share: f64) -> f64 {
    let count = root::first_whole_from(0, |count| poisson::at_most(count, mean) >= share);
    let at_most = poisson::at_most(count, mean);
    let fewer = count
        .checked_sub(1)
        .map_or(0.0, |fewer| poisson::at_most(fewer, mean));
    count as f64 - (at_most - share) / (at_most - fewer)
}
