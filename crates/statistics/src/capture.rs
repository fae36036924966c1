//! How many injuries no list knows, from how far the lists overlap.
//!
//! The cast: two **lists** of the same injuries, such as the employers' and the hospitals' ([`TwoLists`]); the
//! **population** of all injuries, listed or not, as it would be if the lists were independent ([`IfIndependent`]);
//! with a third list, all three pairs ([`ThreeLists`]).
//!
//! The estimate is only as good as the independence in its name. Where an injury on one list is more likely to be on
//! the other (the hospital tells the employer; severe ones get onto both) the estimate is **too low**; where it is
//! less likely (private clinics treat what employers hide) it is **too high**. No two lists can show which. Three can
//! show that something is wrong: the pairs then disagree.

use thiserror::Error;

use crate::{Interval, Level};

/// Two lists of the same kind of injury in the same place and time, matched without error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoLists {
    first: u64,
    second: u64,
    both: u64,
}

/// Lists that cannot overlap as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{both} cannot be on both a list of {first} and a list of {second}")]
pub struct OverlapError {
    /// How many are on the first list.
    pub first: u64,
    /// How many are on the second.
    pub second: u64,
    /// How many were said to be on both.
    pub both: u64,
}

impl TwoLists {
    /// How many are on the first list, on the second, and on both.
    ///
    /// # Errors
    /// [`OverlapError`] where more are on both than on either.
    pub fn new(first: u64, second: u64, both: u64) -> Result<Self, OverlapError> {
        if both > first.min(second) {
            Err(OverlapError { first, second, both })
        } else {
            Ok(TwoLists { first, second, both })
        }
    }
}

/// Why two lists say nothing of what neither holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
pub enum NotEstimable {
    /// One of them is empty.
    #[error("a list is empty")]
    EmptyList,
    /// Nobody is on both: any number of others explains it, however large.
    #[error("the lists have no one in common")]
    NoOverlap,
}

/// An estimate of all injuries, listed or not, that holds only if being on one list says nothing about being on the
/// other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IfIndependent {
    /// How many are on at least one list.
    pub listed: f64,
    /// Chapman's estimate of all.
    pub population: f64,
    /// The root of Seber's estimate of its variance.
    pub standard_error: f64,
    /// Limits for all, never below those listed, which hold even where the overlap is small: Sadinle's, widened to the
    /// estimate where it is beside them. They know chance alone, not dependence.
    pub interval: Interval,
}

/// Estimates the population from two lists.
///
/// Sources: D. G. Chapman, "Some properties of the hypergeometric distribution with applications to zoological sample
/// censuses" (1951); G. A. F. Seber, "The effects of trap response on tag recapture estimates", Biometrics 26 (1970)
/// 13–22; M. Sadinle, "Transformed logit confidence intervals for small populations in single capture–recapture
/// estimation", Communications in Statistics 38 (2009) 1909–1924.
///
/// # Errors
/// [`NotEstimable`] where the lists have nothing in common.
pub fn two_lists(lists: TwoLists, level: Level) -> Result<IfIndependent, NotEstimable> {
    if lists.first.min(lists.second) == 0 {
        return Err(NotEstimable::EmptyList);
    }
    if lists.both == 0 {
        return Err(NotEstimable::NoOverlap);
    }
    let (first, second, both) = (lists.first as f64, lists.second as f64, lists.both as f64);
    let product = (first + 1.0) * (second + 1.0);
    let population = product / (both + 1.0) - 1.0;
    let variance = product * (first - both) * (second - both) / ((both + 1.0) * (both + 1.0) * (both + 2.0));
    let listed = first + second - both;
    let limits = sadinle(first - both, second - both, both, level);
    Ok(IfIndependent {
        listed,
        population,
        standard_error: libm::sqrt(variance),
        interval: Interval {
            lower: limits.lower.min(population),
            upper: limits.upper.max(population),
        },
    })
}

fn sadinle(only_first: f64, only_second: f64, both: f64, level: Level) -> Interval {
    let (a, b, c) = (only_first + 0.5, only_second + 0.5, both + 0.5);
    let unlisted = a * b / c;
    let deviation = libm::sqrt(1.0 / a + 1.0 / b + 1.0 / c + 1.0 / unlisted);
    let factor = libm::exp(level.z() * deviation);
    let listed = only_first + only_second + both;
    Interval {
        lower: (listed - 0.5 + unlisted / factor).max(listed),
        upper: listed - 0.5 + unlisted * factor,
    }
}

/// Three lists, as three pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThreeLists {
    pairs: [TwoLists; 3],
}

/// What each pair of three lists says of the same population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairwiseIfIndependent {
    /// By the first and the second list.
    pub first_and_second: Result<IfIndependent, NotEstimable>,
    /// By the first and the third.
    pub first_and_third: Result<IfIndependent, NotEstimable>,
    /// By the second and the third.
    pub second_and_third: Result<IfIndependent, NotEstimable>,
}

impl ThreeLists {
    /// How many are on each list, and on the first and second, the first and third, the second and third (also those
    /// that are on all three).
    ///
    /// # Errors
    /// [`OverlapError`] where more are on two lists than on either.
    pub fn new(lists: [u64; 3], overlaps: [u64; 3]) -> Result<Self, OverlapError> {
        let [first, second, third] = lists;
        let [first_second, first_third, second_third] = overlaps;
        Ok(ThreeLists {
            pairs: [
                TwoLists::new(first, second, first_second)?,
                TwoLists::new(first, third, first_third)?,
                TwoLists::new(second, third, second_third)?,
            ],
        })
    }
}

/// Estimates the population from each pair of three lists.
#[must_use]
pub fn three_lists(lists: ThreeLists, level: Level) -> PairwiseIfIndependent {
    let [first_and_second, first_and_third, second_and_third] =
        lists.pairs.map(|pair| two_lists(pair, level));
    PairwiseIfIndependent {
        first_and_second,
        first_and_third,
        second_and_third,
    }
}

impl PairwiseIfIndependent {
    /// Whether some population lies within the intervals of all pairs. If not, at least one pair of lists is not
    /// independent; if so, they may depend on each other all the same. None where fewer than two pairs say anything.
    #[must_use]
    pub fn pairs_agree(&self) -> Option<bool> {
        let pairs = [self.first_and_second, self.first_and_third, self.second_and_third];
        let intervals: Vec<Interval> = pairs.iter().flatten().map(|pair| pair.interval).collect();
        if intervals.len() < 2 {
            return None;
        }
        let lowest = intervals
            .iter()
            .fold(0.0, |most: f64, interval| most.max(interval.lower));
        let highest = intervals
            .iter()
            .fold(f64::INFINITY, |least: f64, interval| least.min(interval.upper));
        Some(lowest <= highest)
    }
}
