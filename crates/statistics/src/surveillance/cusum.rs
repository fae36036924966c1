//! The cumulative sum of Poisson counts.
//!
//! Source: J. M. Lucas, "Counted data CUSUM's", Technometrics 27 (1985) 129–144; the run length by the Markov chain of
//! D. Brook and D. A. Evans, Biometrika 59 (1972) 539–549.

use thiserror::Error;

use crate::Expected;
use crate::special::{density, gamma};

/// The chain of [`Cusum::average_run_length`] has at most this many states.
const MOST_STATES: u32 = 500;

/// A cumulative sum: each period adds its count less the reference value `k`; below 0 it stays at 0; at the decision
/// interval `h` or above it raises an alarm and begins anew.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cusum {
    k: f64,
    h: f64,
    start: f64,
}

/// A cumulative sum that could not work.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum CusumError {
    /// `k` or `h` is not positive and finite.
    #[error("the reference value and the decision interval must be positive and finite, not {k} and {h}")]
    NotPositive {
        /// The reference value.
        k: f64,
        /// The decision interval.
        h: f64,
    },
    /// The mean to detect is not above the acceptable one.
    #[error("the mean to detect must be above the acceptable mean")]
    NotARise,
}

/// The sum after one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CusumStep {
    /// The sum; what raised the alarm, if one was raised.
    pub value: f64,
    /// Whether it reached the decision interval.
    pub alarm: bool,
}

impl Cusum {
    /// A sum with the reference value `k` and the decision interval `h`, both in events.
    ///
    /// # Errors
    /// [`CusumError::NotPositive`].
    pub fn new(k: f64, h: f64) -> Result<Self, CusumError> {
        let right = |value: f64| value > 0.0 && value.is_finite();
        if right(k) && right(h) {
            Ok(Cusum { k, h, start: 0.0 })
        } else {
            Err(CusumError::NotPositive { k, h })
        }
    }

    /// The sum that is quickest to see a mean rise from an acceptable one to one that must be detected: its reference
    /// value is (d − a) / (ln d − ln a), rounded to tenths so that the run length can be computed.
    ///
    /// # Errors
    /// [`CusumError`].
    pub fn to_detect(acceptable: Expected, detectable: Expected, h: f64) -> Result<Self, CusumError> {
        let (a, d) = (acceptable.value(), detectable.value());
        if d <= a {
            return Err(CusumError::NotARise);
        }
        let k = (d - a) / (libm::log(d) - libm::log(a));
        Self::new((libm::round(k * 10.0) / 10.0).max(0.1), h)
    }

    /// With fast initial response: the sum begins at half the decision interval, so that what was wrong from the start
    /// shows sooner.
    #[must_use]
    pub fn with_head_start(self) -> Self {
        Cusum {
            start: self.h / 2.0,
            ..self
        }
    }

    /// The reference value.
    #[must_use]
    pub fn k(self) -> f64 {
        self.k
    }

    /// The decision interval.
    #[must_use]
    pub fn h(self) -> f64 {
        self.h
    }

    /// The sum after each period.
    #[must_use]
    pub fn run(self, counts: &[u64]) -> Vec<CusumStep> {
        let step = |sum: &mut f64, count: &u64| {
            let value = (*sum + *count as f64 - self.k).max(0.0);
            let alarm = value >= self.h;
            *sum = if alarm { self.start } else { value };
            Some(CusumStep { value, alarm })
        };
        counts.iter().scan(self.start, step).collect()
    }

    /// How many periods it takes on average until an alarm, at a steady mean: at the acceptable mean, how rarely it
    /// comes of nothing; at a raised one, how late.
    ///
    /// `None` where `k`, `h` (and `h / 2` with a head start) are not multiples of a common fraction of one (a half to a
    /// twentieth), or `h` has more than 500 of them. Relative error below 1e-9 for run lengths to a million.
    #[must_use]
    pub fn average_run_length(self, mean: Expected) -> Option<f64> {
        let (parts, [k, h, start]) = whole_parts([self.k, self.h, self.start])?;
        if h > MOST_STATES {
            return None;
        }
        let (parts, k) = (i64::from(parts), i64::from(k));
        let transition = |from: u32, to: u32| {
            let needed = i64::from(to) - i64::from(from) + k;
            if to == 0 {
                at_most(needed.div_euclid(parts), mean)
            } else if needed >= 0 && needed % parts == 0 {
                density::poisson((needed / parts) as f64, mean.value())
            } else {
                0.0
            }
        };
        let mut equations: Vec<Vec<f64>> = (0..h)
            .map(|from| {
                let own = |to: u32| if from == to { 1.0 } else { 0.0 };
                let left = (0..h).map(|to| own(to) - transition(from, to));
                left.chain([1.0]).collect()
            })
            .collect();
        solve(&mut equations).get(start as usize).copied()
    }
}

fn at_most(count: i64, mean: Expected) -> f64 {
    if count < 0 {
        0.0
    } else {
        gamma::tails(count as f64 + 1.0, mean.value()).upper
    }
}

/// The values as whole multiples of one over the smallest number for which they are that.
fn whole_parts(values: [f64; 3]) -> Option<(u32, [u32; 3])> {
    (1..=20).find_map(|parts| {
        let multiples = values.map(|value| value * f64::from(parts));
        let whole = |value: &f64| (value - libm::round(*value)).abs() < 1e-9 && *value < f64::from(u32::MAX);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole numbers between 0 and u32::MAX, as checked"
        )]
        let multiples = multiples
            .iter()
            .all(whole)
            .then(|| multiples.map(|value| libm::round(value) as u32));
        Some((parts, multiples?))
    })
}

/// Solves linear equations, the right side in the last column, by elimination. The chain's equations are diagonally
/// dominant, so that no row needs to be exchanged.
fn solve(equations: &mut [Vec<f64>]) -> Vec<f64> {
    let size = equations.len();
    for pivot in 0..size {
        let (above, below) = equations.split_at_mut(pivot + 1);
        let row = &above[pivot];
        for other in below {
            let factor = other[pivot] / row[pivot];
            if factor != 0.0 {
                for (value, pivoting) in other.iter_mut().zip(row).skip(pivot) {
                    *value -= factor * pivoting;
                }
            }
        }
    }
    let mut solution = vec![0.0; size];
    for index in (0..size).rev() {
        let row = &equations[index];
        let known: f64 = (index + 1..size).map(|later| row[later] * solution[later]).sum();
        solution[index] = (row[size] - known) / row[index];
    }
    solution
}
