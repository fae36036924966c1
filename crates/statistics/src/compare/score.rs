//! The score test of two rates and the interval of their ratio that it gives. Both are in closed form.
//!
//! Under a ratio r the test statistic is z = (x − y t) / √((x + y) t) with t = r × (first exposure / second exposure);
//! the interval is every r with |z| at most the level's, the roots of a quadratic in t.

use crate::special::normal;
use crate::{Interval, Level, Observed};

pub(super) fn p_value(first: Observed, second: Observed) -> f64 {
    let (x, y) = (first.count() as f64, second.count() as f64);
    if x + y == 0.0 {
        return 1.0;
    }
    let balance = first.exposure() / second.exposure();
    normal::two_sided((x - y * balance) / libm::sqrt((x + y) * balance))
}

pub(super) fn interval(first: Observed, second: Observed, level: Level) -> Interval {
    let (x, y) = (first.count() as f64, second.count() as f64);
    let per_exposure = second.exposure() / first.exposure();
    let spread = level.z() * level.z() * (x + y);
    let sum = 2.0 * x * y + spread + libm::sqrt(spread * (spread + 4.0 * x * y));
    Interval {
        lower: if x == 0.0 {
            0.0
        } else {
            2.0 * x * x / sum * per_exposure
        },
        upper: if y == 0.0 {
            f64::INFINITY
        } else {
            sum / (2.0 * y * y) * per_exposure
        },
    }
}
