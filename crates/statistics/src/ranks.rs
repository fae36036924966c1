//! Which place a region takes, as far as the figures can tell.
//!
//! The cast: many **rates** ([`Observed`]); for each ordered pair of them a **test** of whether the one is higher than
//! the other; a [`Ranking`] of all, in which each rate has a [`Place`]: the one it seems to take, and the best and the
//! worst it could.
//!
//! Rank 1 is the highest rate. An order of two rates is **established** if the one-sided exact conditional test of the
//! pair is rejected by Holm's procedure over all ordered pairs; with probability at least the level, not one
//! established order is wrong, and so every rate's true place lies between its limits. The limits count, as in
//! M. Klein, T. Wright and J. Wieczorek, "A joint confidence region for an overall ranking of populations", Journal of
//! the Royal Statistical Society C 69 (2020) 589–606, those that are established to be above and below; the tests
//! instead of intervals that do not overlap establish more at the same level.

use crate::compare;
use crate::multiple;
use crate::{Level, Observed};

/// The place of one rate among others; 1 is the highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// One more than the number of rates above it as observed; equal rates share a place.
    pub observed: usize,
    /// The highest place it could truly take.
    pub highest: usize,
    /// The lowest place it could truly take.
    pub lowest: usize,
}

/// Rates in their order, with what of it is established.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    places: Vec<Place>,
    /// Row by row: whether the rate of the row is established to be higher than that of the column.
    higher: Vec<bool>,
}

/// Ranks rates, all intervals holding together at the level.
///
/// Time: in proportion to the square of the number of rates; a few milliseconds for a hundred.
#[must_use]
pub fn rank(rates: &[Observed], level: Level) -> Ranking {
    let higher = established(rates, level);
    let count = |holds: &dyn Fn(usize) -> bool| (0..rates.len()).filter(|other| holds(*other)).count();
    let place = |this: usize| Place {
        observed: 1 + count(&|other| rates[other].rate() > rates[this].rate()),
        highest: 1 + count(&|other| higher[other * rates.len() + this]),
        lowest: rates.len() - count(&|other| higher[this * rates.len() + other]),
    };
    Ranking {
        places: (0..rates.len()).map(place).collect(),
        higher,
    }
}

fn established(rates: &[Observed], level: Level) -> Vec<bool> {
    let pairs: Vec<(usize, usize)> = (0..rates.len())
        .flat_map(|first| (0..rates.len()).map(move |second| (first, second)))
        .filter(|(first, second)| first != second)
        .collect();
    let p_values: Vec<f64> = pairs
        .iter()
        .map(|(first, second)| compare::p_of_higher(rates[*first], rates[*second]))
        .collect();
    let mut higher = vec![false; rates.len() * rates.len()];
    for ((first, second), rejected) in pairs.into_iter().zip(multiple::holm(&p_values, level.alpha())) {
        higher[first * rates.len() + second] = rejected;
    }
    higher
}

impl Ranking {
    /// The places, in the order the rates were given.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Whether the rate given as number `first` (from 0) is established to be higher than that given as number
    /// `second`. False for a number that was not given.
    #[must_use]
    pub fn is_higher(&self, first: usize, second: usize) -> bool {
        let all = self.places.len();
        first < all && second < all && self.higher[first * all + second]
    }

    /// Whether it is established which of two rates is the higher one.
    #[must_use]
    pub fn order_is_established(&self, first: usize, second: usize) -> bool {
        self.is_higher(first, second) || self.is_higher(second, first)
    }
}
