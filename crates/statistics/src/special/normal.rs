//! The standard normal distribution.
//!
//! Sources: the tail is `erfc` of `libm`; the inverse begins with Abramowitz and Stegun 26.2.23 (an error of 4.5e-4)
//! and is polished by Halley's method until nothing changes.

use std::f64::consts::{PI, SQRT_2};

/// P(Z > z).
pub(crate) fn upper_tail(z: f64) -> f64 {
    0.5 * libm::erfc(z / SQRT_2)
}

/// P(|Z| > |z|): a two-sided p-value.
pub(crate) fn two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() / SQRT_2)
}

fn density(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / libm::sqrt(2.0 * PI)
}

/// The z with P(Z > z) = `tail`, for `0 < tail < 1`.
pub(crate) fn upper_quantile(tail: f64) -> f64 {
    if tail > 0.5 {
        return -upper_quantile(1.0 - tail);
    }
    let t = libm::sqrt(-2.0 * libm::log(tail));
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut z = t - above / below;
    for _ in 0..4 {
        let error = (upper_tail(z) - tail) / density(z);
        z += error / (1.0 - 0.5 * z * error);
    }
    z
}
