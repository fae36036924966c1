//! The Poisson and the binomial density, accurate however large the counts.
//!
//! Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000): the density is written with
//! Stirling's error and a deviance, so that no large numbers cancel.

use std::f64::consts::PI;

/// ln(n!) less Stirling's formula, ½ln(2πn) + n ln n − n. For n ≥ 0, whole or not.
fn stirling_error(n: f64) -> f64 {
    if n < 15.0 {
        return libm::lgamma(n + 1.0) - (n + 0.5) * libm::log(n) + n - 0.5 * libm::log(2.0 * PI);
    }
    let square = n * n;
    const COEFFICIENTS: [f64; 7] = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
    ];
    COEFFICIENTS
        .iter()
        .rev()
        .fold(0.0, |sum, coefficient| sum / square + coefficient)
        / n
}

/// x ln(x/m) + m − x: half the Poisson deviance of a value from a mean. At least 0.
pub(crate) fn half_deviance(x: f64, mean: f64) -> f64 {
    if x == 0.0 {
        return mean;
    }
    let difference = x - mean;
    if difference.abs() >= 0.1 * (x + mean) {
        return x * libm::log(x / mean) + mean - x;
    }
    // ln(x/m) = 2 artanh(v): the first terms cancel on paper instead of in the machine.
    let v = difference / (x + mean);
    let mut sum = difference * v;
    let mut power = 2.0 * x * v;
    for odd in (3..1000).step_by(2) {
        power *= v * v;
        let next = sum + power / f64::from(odd);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// mean^x e^(−mean) / Γ(x + 1): the Poisson probability of x events, continued to any x ≥ 0. For mean ≥ 0.
pub(crate) fn poisson(x: f64, mean: f64) -> f64 {
    if x == 0.0 {
        return libm::exp(-mean);
    }
    if mean == 0.0 {
        return 0.0;
    }
    libm::exp(-stirling_error(x) - half_deviance(x, mean)) / libm::sqrt(2.0 * PI * x)
}

/// The probability of k successes in n trials, each with probability `success`; `failure` is its complement, given
/// apart so that neither loses its digits when small. For 0 ≤ k ≤ n.
pub(crate) fn binomial(k: f64, n: f64, success: f64, failure: f64) -> f64 {
    let rest = n - k;
    if k == 0.0 {
        return power_of_complement(failure, success, n);
    }
    if rest == 0.0 {
        return power_of_complement(success, failure, n);
    }
    let exponent = stirling_error(n)
        - stirling_error(k)
        - stirling_error(rest)
        - half_deviance(k, n * success)
        - half_deviance(rest, n * failure);
    libm::exp(exponent) * libm::sqrt(n / (2.0 * PI * k * rest))
}

/// base^n, where `complement` is 1 − base.
fn power_of_complement(base: f64, complement: f64, n: f64) -> f64 {
    if n == 0.0 {
        1.0
    } else if complement < 0.5 {
        libm::exp(n * libm::log1p(-complement))
    } else {
        libm::exp(n * libm::log(base))
    }
}
